/** What the ground floor keeps of people. */
import type { Holding, Unheld } from "../feature.ts";
import { ownRows } from "../privacy/holding.ts";
import { deleteDeliveriesNaming } from "./queries.ts";

export const groundHolds: readonly Holding[] = [
  {
    table: "delivery",
    columns: ["facts"],
    told: null,
    // Ids only, for three days: what they stand for is in the other tables.
    list: async () => [],
    erase: ({ tx, organization }, selves) => deleteDeliveriesNaming(tx, organization.id, selves),
  },
  // Who did what administrative act is the organization's to prove: its rows stay, and name somebody who was here once.
  ownRows({
    table: "audit",
    person: "person_id",
    with: ["act", "details"],
    told: "acts",
    erased: "stays",
  }),
];

export const groundUnheld: readonly Unheld[] = [
  { table: "setting", columns: ["name", "value"], why: "what admins settled for everybody" },
  { table: "delivery", columns: ["delivery_key", "answer"], why: "the platform's own name for it" },
  {
    table: "job",
    columns: ["kind", "payload", "once", "error"],
    why: "names what to do by ids, never words, until it is done",
  },
  {
    table: "message",
    columns: ["subject", "channel", "external_id"],
    why: "where a message of ours stands; those in a person's conversation are taken down with it",
  },
];
