/** What is kept of people themselves. The last to be erased: until then the others find them by it. */
import type { Holding, KeyedWork, SweepRow, Unheld } from "../feature.ts";
import type { PersonId } from "../ids.ts";
import { ownRows } from "../privacy/holding.ts";
import { unsayIn } from "../privacy/unsay.ts";
import {
  erasePersons,
  forgetConversation,
  listConversations,
  sweepShifts,
} from "./queries/erase.ts";
import { settleShown } from "./queries/persons.ts";

async function eraseSelves(work: KeyedWork, selves: readonly PersonId[]): Promise<void> {
  const { tx, organization } = work;
  for (const { workspace, channel } of await listConversations(tx, organization.id, selves)) {
    await unsayIn(work, workspace, channel);
    await forgetConversation(tx, organization.id, workspace, channel);
  }
  await erasePersons(tx, organization.id, selves);
  for (const self of selves) await settleShown(tx, organization.id, self);
}

export const peopleHolds: readonly Holding[] = [
  ownRows({ table: "person_unit", person: "person_id", erased: "goes" }),
  ownRows({ table: "role", person: "person_id", with: ["role"], told: "roles", erased: "goes" }),
  ownRows({ table: "shift", person: "person_id", told: "shifts", erased: "goes" }),
  // With the person.
  ownRows({
    table: "account",
    person: "person_id",
    with: ["external_id", "address", "name", "kind", "direct_channel"],
    told: "accounts",
    erased: "stays",
  }),
  {
    ...ownRows({
      table: "person",
      person: "person_id",
      with: ["name", "name_key", "email", "zone", "locale", "pattern", "state", "merged_into"],
      erased: "stays",
    }),
    erase: eraseSelves,
  },
];

export const peopleUnheld: readonly Unheld[] = [
  {
    table: "organization",
    columns: ["name", "locale", "zone", "domains", "record_shapes", "sites"],
    why: "the organization's own",
  },
  {
    table: "workspace",
    columns: ["platform", "external_id", "name", "token", "installation"],
    why: "the workspace's own; its token is sealed",
  },
  {
    table: "conversation",
    columns: ["external_id", "service_url", "roster"],
    why: "a place and its address; a private one is found by its account, and goes with the person",
  },
  { table: "unit", columns: ["name", "name_key"], why: "the organization's units" },
  { table: "discipline", columns: ["name", "name_key"], why: "the organization's professions" },
  { table: "role", columns: ["unit_id"], why: "a unit" },
];

export const peopleSweeps: readonly SweepRow[] = [
  {
    sweep: "answers",
    run: ({ tx, organization }, before, most) => sweepShifts(tx, organization.id, before, most),
  },
];
