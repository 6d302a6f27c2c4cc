/** What recognition keeps of people: what goes into their own file, and what is left when they are erased. */
import type { Holding, SweepRow, Unheld } from "../feature.ts";
import { ownRows } from "../privacy/holding.ts";
import {
  deleteWordsOf,
  forgetTells,
  listGivenRows,
  listReceivedRows,
  listReceiversOf,
  listUndoneRows,
  sweepWords,
} from "./queries/holds.ts";

export const recognitionHolds: readonly Holding[] = [
  {
    table: "recognition",
    columns: ["giver_id", "link"],
    told: "given",
    list: async ({ tx, organization }, selves) => {
      const to = Map.groupBy(
        await listReceiversOf(tx, organization.id, selves),
        ({ recognition }) => recognition as string,
      );
      const given = await listGivenRows(tx, organization.id, selves);
      return given.map((row) => {
        const receivers = to.get(String(row.recognition_id)) ?? [];
        return { ...row, receiver_ids: receivers.map(({ person }) => person).join(" ") };
      });
    },
    erase: (work, selves) => givenRows.erase(work, selves),
  },
  {
    table: "recognition_receiver",
    columns: ["person_id"],
    told: "received",
    list: ({ tx, organization }, selves) => listReceivedRows(tx, organization.id, selves),
    erase: ({ tx, organization }, selves) => forgetTells(tx, organization.id, selves),
  },
  {
    table: "recognition_text",
    columns: ["reason", "undo_reason"],
    told: null,
    list: ({ tx, organization }, selves) => listUndoneRows(tx, organization.id, selves),
    erase: ({ tx, organization }, selves) => deleteWordsOf(tx, organization.id, selves),
  },
  // Its words go with those of the thanks they stand in.
  {
    table: "outsider",
    columns: ["name", "place"],
    told: null,
    list: async () => [],
    erase: async () => {},
  },
  ownRows({ table: "recognition", person: "undone_by", erased: "stays" }),
  ownRows({ table: "second", person: "person_id", told: "seconded", erased: "stays" }),
  ownRows({
    table: "reaction",
    person: "person_id",
    with: ["channel", "message", "emoji"],
    told: "reactions",
    erased: "goes",
  }),
  ownRows({ table: "tell", person: "person_id", erased: "goes" }),
  ownRows({ table: "ledger", person: "giver_id", erased: "stays" }),
  ownRows({ table: "ledger", person: "receiver_id", erased: "stays" }),
  ownRows({ table: "allowance_use", person: "person_id", erased: "goes" }),
  // A sum of the ledger, which stays; whoever is not here is not shown.
  ownRows({ table: "score", person: "member", erased: "stays" }),
];

const givenRows = ownRows({ table: "recognition", person: "giver_id", erased: { link: null } });

export const recognitionUnheld: readonly Unheld[] = [
  {
    table: "value",
    columns: ["tag", "name", "hint", "emoji"],
    why: "what the organization values",
  },
  {
    table: "recognition",
    columns: ["kind", "visibility", "home_channel"],
    why: "one word each, and a channel",
  },
  { table: "reaction", columns: ["latest"], why: "the platform's order of events" },
  { table: "tell", columns: ["kind"], why: "one word" },
  { table: "ledger", columns: ["kind"], why: "one word" },
  { table: "allowance_use", columns: ["period"], why: "the name of a period" },
  { table: "score", columns: ["board", "bucket"], why: "the names of a board and of a period" },
  { table: "rollup", columns: ["day", "board", "member"], why: "sums of units and professions" },
];

export const recognitionSweeps: readonly SweepRow[] = [
  {
    sweep: "texts",
    run: ({ tx, organization }, before, most) => sweepWords(tx, organization.id, before, most),
  },
];
