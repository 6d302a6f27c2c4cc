/** What check-ins keep of people. Named answers are theirs; confidential ones only while their round is open. */
import type { Holding, KeyedWork, SweepRow, Unheld, Work } from "../feature.ts";
import type { PersonId } from "../ids.ts";
import { later, listStanding } from "../jobs/queries.ts";
import { listIdsOf } from "../people/queries/self.ts";
import { ownRows } from "../privacy/holding.ts";
import { unsay } from "../privacy/unsay.ts";
import { emptyRows, listRows, type Row } from "../store/held.ts";
import { leaveRedraw } from "./answering/keep.ts";
import { openRoundSpool } from "./confidential/spool.ts";
import { type About, about, notesJob, notesSubject } from "./follow/note.ts";
import { leaveMondays } from "./follow/takeMondays.ts";
import {
  deleteSealedAt,
  leaveAudiences,
  leavePrompts,
  listLedPlaces,
  listOpenPlaces,
  listSeenTo,
  listUnitsReading,
  sweepFollowed,
  sweepRound,
} from "./queries/holds.ts";

type Selves = readonly PersonId[];

/** Where the key is missing they can't be found, nor can they be read. */
async function eraseSealed(work: KeyedWork, selves: Selves): Promise<void> {
  const { tx, organization, keys } = work;
  for (const { round, sealed } of await listOpenPlaces(tx, organization.id, selves)) {
    const key = sealed ? keys.find(round) : undefined;
    if (key === undefined) continue;
    await deleteSealedAt(tx, organization.id, round, selves.map(openRoundSpool(key).placeOf));
  }
}

/** They are asked no more, and no longer named to those whose words they would have read. */
async function erasePrompts(work: KeyedWork, selves: Selves): Promise<void> {
  const { tx, organization } = work;
  const places = await listOpenPlaces(tx, organization.id, selves);
  const rounds = places.map(({ round }) => round);
  await leavePrompts(tx, organization.id, rounds, selves);
  for (const { round, person } of await listLedPlaces(tx, organization.id, selves)) {
    await leaveRedraw(work, round, person);
  }
}

/** Leads read them in their Monday notes too, beside actions and shared thanks that name them. */
async function eraseAnswers(work: KeyedWork, selves: Selves): Promise<void> {
  const { tx, organization } = work;
  const units = await listUnitsReading(tx, organization.id, selves);
  await leaveMondays(work, { units, after: null });
  await responses.erase(work, selves);
}

/** What a lead wrote to an author stands in the author's messages: there only what others wrote stays. */
async function eraseNotes(work: KeyedWork, selves: Selves): Promise<void> {
  const { tx, organization, now } = work;
  const written = await listRows(tx, organization.id, "note", "lead_id", selves);
  await ownNotes.erase(work, selves);
  const told = written.map((row) => about.parse({ round: row.round_id, person: row.person_id }));
  const ids = await listIdsOf(
    tx,
    organization.id,
    told.map((one) => one.person),
  );
  const subjectsOf = ({ round, person }: About): string[] =>
    (ids.get(person) ?? [person]).map((id) => notesSubject({ round, person: id }));
  const standing = await listStanding(tx, organization.id, told.flatMap(subjectsOf));
  const drawn = told
    .filter((one) => subjectsOf(one).some((subject) => standing.has(subject)))
    .map((one) => notesJob(one, now));
  await later(tx, organization.id, now, ...drawn);
}

/** An action goes on without the words of whoever made it: nothing stands where they stood (follow/cards.ts). */
async function eraseActions(work: KeyedWork, selves: Selves): Promise<void> {
  const { tx, organization } = work;
  const seenTo = await listSeenTo(tx, organization.id, "action", selves);
  const ids = new Set(seenTo.map((row) => String(row.action_id)));
  for (const beginning of ["asked:", "checkins.assigned:", "checkins.ended:"]) {
    await unsay(work, beginning, ids);
  }
  const gone = { title: "" };
  await emptyRows(tx, organization.id, "action", "made_by", selves, gone);
  await emptyRows(tx, organization.id, "action", "raised_by", selves, { raised_by: null });
}

/** Where they stand is drawn anew later (naming.ts). */
async function eraseOutcomes({ tx, organization }: KeyedWork, selves: Selves): Promise<void> {
  const gone = { said: "", did: "" };
  await emptyRows(tx, organization.id, "outcome", "published_by", selves, gone);
}

const responses = ownRows({
  table: "response",
  person: "person_id",
  with: ["question", "value", "words"],
  told: "answers",
  erased: "goes",
});

const ownNotes = ownRows({ table: "note", person: "lead_id", erased: "goes" });

const seenTo =
  (table: "action" | "outcome") =>
  ({ tx, organization }: Work, selves: Selves): Promise<Row[]> =>
    listSeenTo(tx, organization.id, table, selves);

export const checkinHolds: readonly Holding[] = [
  {
    table: "spool",
    columns: ["spool_key", "sealed"],
    told: null,
    list: async () => [],
    erase: eraseSealed,
  },
  {
    ...ownRows({ table: "prompt", person: "person_id", told: "asked", erased: "stays" }),
    erase: erasePrompts,
  },
  { ...responses, erase: eraseAnswers },
  ownRows({
    table: "note",
    person: "person_id",
    with: ["words", "emoji"],
    told: "notes",
    erased: "goes",
  }),
  { ...ownNotes, erase: eraseNotes },
  {
    table: "action",
    columns: ["title", "raised_by", "owner_id", "made_by"],
    told: "actions",
    list: seenTo("action"),
    erase: eraseActions,
  },
  {
    table: "outcome",
    columns: ["said", "did", "owner_id", "published_by"],
    told: "outcomes",
    list: seenTo("outcome"),
    erase: eraseOutcomes,
  },
  ownRows({ table: "template", person: "made_by", erased: { made_by: null } }),
  {
    ...ownRows({
      table: "schedule",
      person: "made_by",
      with: ["audience"],
      told: "schedules",
      erased: { made_by: null },
    }),
    erase: async (work, selves) => {
      await leaveAudiences(work.tx, work.organization.id, selves);
      await emptyRows(work.tx, work.organization.id, "schedule", "made_by", selves, {
        made_by: null,
      });
    },
  },
  // Its audience goes with the schedules'.
  ownRows({ table: "round", person: "made_by", with: ["audience"], erased: { made_by: null } }),
];

export const checkinUnheld: readonly Unheld[] = [
  {
    table: "template",
    columns: ["template_id", "definition"],
    why: "the organization's questions",
  },
  {
    table: "schedule",
    columns: ["template_id", "channel", "cron", "window", "summary_to", "state", "next_local"],
    why: "what is asked, where and when",
  },
  {
    table: "round",
    columns: [
      "template_id",
      "channel",
      "window",
      "summary_to",
      "at_local",
      "state",
      "paused_why",
      "summary",
    ],
    why: "what was asked, where and when, and figures without names",
  },
  { table: "prompt", columns: ["state", "group_key"], why: "one word, and a group" },
  { table: "response", columns: ["partner"], why: "a unit" },
  {
    table: "published",
    columns: ["answer_key", "group_key", "question", "partner", "value", "words"],
    why: "confidential: nothing joins them to anybody, so nobody's can be shown or found",
  },
  { table: "round_group", columns: ["group_key", "units", "asked", "answered"], why: "counts" },
  { table: "action", columns: ["due_on", "state"], why: "a date and one word" },
  { table: "outcome", columns: ["due_on"], why: "a date" },
];

const swept = [
  ["response", "person_id"],
  ["published", "answer_key"],
  ["note", "note_id"],
  ["prompt", "person_id"],
] as const;

export const checkinSweeps: readonly SweepRow[] = [
  ...swept.map(
    (of): SweepRow => ({
      sweep: "answers",
      run: ({ tx, organization }, before, most) =>
        sweepRound(tx, organization.id, of, before, most),
    }),
  ),
  {
    sweep: "texts",
    run: ({ tx, organization }, before, most) => sweepFollowed(tx, organization.id, before, most),
  },
];
