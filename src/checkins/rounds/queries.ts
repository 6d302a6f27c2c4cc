/** The SQL of rounds and prompts. Prompts are written and stepped in chunks: a round may ask a hundred thousand people. */

import type { Selectable } from "kysely";
import type { OrganizationId, PersonId, RoundId, ScheduleId } from "../../ids.ts";
import { listMergedInto, selfOf } from "../../people/queries/self.ts";
import { prepared } from "../../store/prepared.ts";
import type { Schema } from "../../store/schema.ts";
import { dialectOf, type Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import { outdone, standingFirst } from "../queries/places.ts";
import type {
  Audience,
  PausedWhy,
  Prompt,
  PromptState,
  Round,
  RoundState,
  Window,
} from "../round.ts";

type RoundRow = Selectable<Schema["round"]>;
type PromptRow = Selectable<Schema["prompt"]>;

const roundOf = (row: RoundRow): Round => ({
  id: row.round_id,
  schedule: row.schedule_id,
  template: row.template_id,
  templateVersion: row.template_version,
  audience: JSON.parse(row.audience) as Audience,
  workspace: row.workspace_id,
  channel: row.channel,
  window: JSON.parse(row.window) as Window,
  summaryTo: row.summary_to as Round["summaryTo"],
  atLocal: row.at_local,
  state: row.state as RoundState,
  pausedWhy: row.paused_why as PausedWhy | null,
  sealed: row.sealed === 1,
  madeBy: row.made_by,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  closedAt: row.closed_at,
});

const promptOf = (row: PromptRow): Prompt => ({
  round: row.round_id,
  person: row.person_id,
  state: row.state as PromptState,
  dueAt: row.due_at,
  askAt: row.ask_at,
  askedAt: row.asked_at,
  remindedAt: row.reminded_at,
  reminders: row.reminders,
  closesAt: row.closes_at,
  answeredAt: row.answered_at,
  unit: row.unit_id,
  group: row.group_key,
});

/** False where this schedule has its round of that hour already: two servers may open it at once, and one does. */
export async function insertRound(
  tx: Tx,
  organization: OrganizationId,
  round: Round,
  now: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("round")
    .values({
      organization_id: organization,
      round_id: round.id,
      schedule_id: round.schedule,
      template_id: round.template,
      template_version: round.templateVersion,
      audience: JSON.stringify(round.audience),
      workspace_id: round.workspace,
      channel: round.channel,
      window: JSON.stringify(round.window),
      summary_to: round.summaryTo,
      at_local: round.atLocal,
      state: round.state,
      paused_why: round.pausedWhy,
      sealed: round.sealed ? 1 : 0,
      made_by: round.madeBy,
      planned_at: now,
      opens_at: round.opensAt,
      closes_at: round.closesAt,
      closed_at: round.closedAt,
      summary: null,
    })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "schedule_id", "at_local"]).doNothing(),
    )
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0) === 1;
}

const selectRound = prepared((tx, key: { organization: OrganizationId; round: RoundId }) =>
  tx
    .selectFrom("round")
    .selectAll()
    .where("organization_id", "=", key.organization)
    .where("round_id", "=", key.round),
);

export async function findRound(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<Round | undefined> {
  const [row] = (await selectRound(tx, { organization, round })).rows;
  return row && roundOf(row);
}

/** The round, held until the transaction ends: nobody else steps, closes or opens it meanwhile. */
export async function holdRound(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<Round | undefined> {
  const row = await tx
    .selectFrom("round")
    .selectAll()
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .$if(dialectOf(tx) === "postgres", (q) => q.forUpdate())
    .executeTakeFirst();
  return row && roundOf(row);
}

/** Held together, so that nobody is asked by two rounds at once: whoever sends looks at what others sent before. */
export async function holdAsking(tx: Tx, organization: OrganizationId): Promise<void> {
  if (dialectOf(tx) === "sqlite") return;
  await tx
    .selectFrom("organization")
    .select("organization_id")
    .where("organization_id", "=", organization)
    .forUpdate()
    .execute();
}

export async function setRoundState(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  to: {
    readonly state?: RoundState;
    readonly atLocal?: string;
    readonly pausedWhy?: PausedWhy | null;
    readonly opensAt?: Instant;
    readonly closesAt?: Instant;
    readonly closedAt?: Instant;
  },
): Promise<void> {
  await tx
    .updateTable("round")
    .set({
      ...(to.state === undefined ? {} : { state: to.state }),
      ...(to.atLocal === undefined ? {} : { at_local: to.atLocal }),
      ...(to.pausedWhy === undefined ? {} : { paused_why: to.pausedWhy }),
      ...(to.opensAt === undefined ? {} : { opens_at: to.opensAt }),
      ...(to.closesAt === undefined ? {} : { closes_at: to.closesAt }),
      ...(to.closedAt === undefined ? {} : { closed_at: to.closedAt }),
    })
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .execute();
}

/** Newest first; of one schedule, or of them all. */
export async function listRounds(
  tx: Tx,
  organization: OrganizationId,
  of: {
    readonly schedule?: ScheduleId;
    readonly states?: readonly RoundState[];
    readonly most: number;
  },
): Promise<Round[]> {
  const { schedule, states, most } = of;
  const rows = await tx
    .selectFrom("round")
    .selectAll()
    .where("organization_id", "=", organization)
    .$if(schedule !== undefined, (q) => q.where("schedule_id", "=", schedule ?? null))
    .$if(states !== undefined, (q) => q.where("state", "in", [...(states ?? [])]))
    .orderBy("round_id", "desc")
    .limit(most)
    .execute();
  return rows.map(roundOf);
}

/** At most 500 at once: databases take so many values in one statement and no more. */
const addPrompts = prepared((tx, { rows }: { rows: readonly Schema["prompt"][] }) =>
  tx
    .insertInto("prompt")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "round_id", "person_id"]).doNothing(),
    ),
);

/** Whoever has a place in the round already keeps it. */
export async function insertPrompts(
  tx: Tx,
  organization: OrganizationId,
  prompts: readonly Prompt[],
): Promise<void> {
  if (prompts.length > 0) await addPrompts(tx, { rows: rowsOf(organization, prompts) });
}

const putPrompts = prepared((tx, { rows }: { rows: readonly Schema["prompt"][] }) =>
  tx
    .insertInto("prompt")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "round_id", "person_id"]).doUpdateSet((eb) => ({
        state: eb.ref("excluded.state"),
        due_at: eb.ref("excluded.due_at"),
        ask_at: eb.ref("excluded.ask_at"),
        asked_at: eb.ref("excluded.asked_at"),
        reminded_at: eb.ref("excluded.reminded_at"),
        reminders: eb.ref("excluded.reminders"),
        group_key: eb.ref("excluded.group_key"),
      })),
    ),
);

/** Writes a chunk of prompts that were read (and so held) in this transaction. */
export async function keepPrompts(
  tx: Tx,
  organization: OrganizationId,
  prompts: readonly Prompt[],
): Promise<void> {
  if (prompts.length > 0) await putPrompts(tx, { rows: rowsOf(organization, prompts) });
}

const rowsOf = (organization: OrganizationId, prompts: readonly Prompt[]): PromptRow[] =>
  prompts.map((prompt) => ({
    organization_id: organization,
    round_id: prompt.round,
    person_id: prompt.person,
    state: prompt.state,
    due_at: prompt.dueAt,
    ask_at: prompt.askAt,
    asked_at: prompt.askedAt,
    reminded_at: prompt.remindedAt,
    reminders: prompt.reminders,
    closes_at: prompt.closesAt,
    answered_at: prompt.answeredAt,
    unit_id: prompt.unit,
    group_key: prompt.group,
  }));

interface PromptKey {
  readonly organization: OrganizationId;
  readonly round: RoundId;
  readonly person: PersonId;
}

/** Of two places that turned out to be one person's, the one that stands. */
const selectPlace = (tx: Tx, key: PromptKey) =>
  tx
    .selectFrom("prompt as p")
    .selectAll("p")
    .where("p.organization_id", "=", key.organization)
    .where("p.round_id", "=", key.round)
    .where("p.person_id", "in", selfOf(tx, key.organization, key.person))
    .orderBy(standingFirst)
    .limit(1);

const selectPrompt = prepared(selectPlace);

/** Undefined: this person isn't asked in that round. */
export async function findPrompt(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  person: PersonId,
): Promise<Prompt | undefined> {
  const [row] = (await selectPrompt(tx, { organization, round, person })).rows;
  return row && promptOf(row);
}

/** Of this id alone, whoever it means: it may be one that does not stand. */
export async function findPlaceOf(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  person: PersonId,
): Promise<Prompt | undefined> {
  const row = await tx
    .selectFrom("prompt")
    .selectAll()
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("person_id", "=", person)
    .executeTakeFirst();
  return row && promptOf(row);
}

/** Of these persons, those who have a place in the round under another id of theirs. */
export async function listPlaced(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  persons: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  if (persons.length === 0) return new Set();
  const rows = await tx
    .selectFrom("person as n")
    .innerJoin("prompt as p", (join) =>
      join
        .onRef("p.organization_id", "=", "n.organization_id")
        .onRef("p.person_id", "=", "n.person_id"),
    )
    .select("n.merged_into")
    .where("n.organization_id", "=", organization)
    .where("n.merged_into", "in", persons)
    .where("p.round_id", "=", round)
    .execute();
  return new Set(rows.flatMap((row) => row.merged_into ?? []));
}

/** The same as `findPrompt`, held until the transaction ends: two devices answer one after another, and no sweep comes between. */
export async function holdPrompt(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  person: PersonId,
): Promise<Prompt | undefined> {
  const row = await selectPlace(tx, { organization, round, person })
    .$if(dialectOf(tx) === "postgres", (q) => q.forUpdate())
    .executeTakeFirst();
  return row && promptOf(row);
}

export async function markPrompt(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  person: PersonId,
  to: Partial<
    Pick<
      Prompt,
      "state" | "dueAt" | "askedAt" | "remindedAt" | "reminders" | "answeredAt" | "closesAt"
    >
  >,
): Promise<void> {
  await tx
    .updateTable("prompt")
    .set({
      ...(to.state === undefined ? {} : { state: to.state }),
      ...(to.dueAt === undefined ? {} : { due_at: to.dueAt }),
      ...(to.askedAt === undefined ? {} : { asked_at: to.askedAt }),
      ...(to.remindedAt === undefined ? {} : { reminded_at: to.remindedAt }),
      ...(to.reminders === undefined ? {} : { reminders: to.reminders }),
      ...(to.answeredAt === undefined ? {} : { answered_at: to.answeredAt }),
      ...(to.closesAt === undefined ? {} : { closes_at: to.closesAt }),
    })
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("person_id", "=", person)
    .execute();
}

/** Those whose next step is due, held until the transaction ends. */
export async function listDuePrompts(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  now: Instant,
  most: number,
): Promise<Prompt[]> {
  const rows = await tx
    .selectFrom("prompt")
    .selectAll()
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .orderBy("person_id")
    .limit(most)
    .$if(dialectOf(tx) === "postgres", (q) => q.forUpdate())
    .execute();
  return rows.map(promptOf);
}

/** When the next step of anyone in the round is due; null: nothing more. */
export async function nextDueOf(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<Instant | null> {
  const row = await tx
    .selectFrom("prompt")
    .select("due_at")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("due_at", "is not", null)
    .orderBy("due_at")
    .limit(1)
    .executeTakeFirst();
  return row?.due_at ?? null;
}

/** A person once. */
export async function countPrompts(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<Readonly<Record<PromptState, number>>> {
  const counts: Record<PromptState, number> = {
    waiting: 0,
    asked: 0,
    answered: 0,
    quiet: 0,
    skipped: 0,
    missed: 0,
    off: 0,
    gone: 0,
  };
  const rows = await tx
    .selectFrom("prompt")
    .select((eb) => ["state", eb.fn.countAll<number>().as("prompts")])
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("person_id", "not in", outdone(tx, organization, round).select("o.person_id"))
    .groupBy("state")
    .execute();
  for (const row of rows) counts[row.state as PromptState] = Number(row.prompts);
  return counts;
}

/** Of these persons, as they are known now, those whom another round asked after `since`. */
export async function listAskedElsewhere(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  persons: readonly PersonId[],
  since: Instant,
): Promise<ReadonlySet<PersonId>> {
  if (persons.length === 0) return new Set();
  const merged = await listMergedInto(tx, organization, persons);
  const rows = await tx
    .selectFrom("prompt")
    .select("person_id")
    .where("organization_id", "=", organization)
    .where("person_id", "in", [...persons, ...merged.keys()])
    .where("round_id", "!=", round)
    .where((eb) => eb.or([eb("asked_at", ">", since), eb("reminded_at", ">", since)]))
    .execute();
  return new Set(rows.map(({ person_id }) => merged.get(person_id) ?? person_id));
}

/** Open rounds that ask this person or were answered by them, the one that closes first on top. */
export async function listPersonRounds(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<{ readonly round: Round; readonly prompt: Prompt }[]> {
  const prompts = await tx
    .selectFrom("prompt as p")
    .innerJoin("round", (join) =>
      join
        .onRef("round.organization_id", "=", "p.organization_id")
        .onRef("round.round_id", "=", "p.round_id"),
    )
    .selectAll("p")
    .where("p.organization_id", "=", organization)
    .where("p.person_id", "in", selfOf(tx, organization, person))
    .where("p.state", "in", ["asked", "answered", "quiet", "skipped"])
    .where("round.state", "=", "open")
    .orderBy(standingFirst)
    .execute();
  if (prompts.length === 0) return [];
  const rounds = await tx
    .selectFrom("round")
    .selectAll()
    .where("organization_id", "=", organization)
    .where(
      "round_id",
      "in",
      prompts.map((row) => row.round_id),
    )
    .execute();
  const byId = new Map(rounds.map((row) => [row.round_id, roundOf(row)]));
  const found = prompts.flatMap((row) => {
    const round = byId.get(row.round_id);
    // Of two places that are one person's, the one that stands.
    byId.delete(row.round_id);
    return round === undefined ? [] : [{ round, prompt: promptOf(row) }];
  });
  return found.toSorted((one, other) => (one.prompt.closesAt < other.prompt.closesAt ? -1 : 1));
}

/** Those who have a place in the round and were not left out, in the order of their ids. */
export async function listPersonsOf(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  after: PersonId | null,
  most: number,
): Promise<PersonId[]> {
  const rows = await tx
    .selectFrom("prompt")
    .select("person_id")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("state", "not in", ["waiting", "off"])
    .$if(after !== null, (q) => q.where("person_id", ">", after ?? ("" as PersonId)))
    .orderBy("person_id")
    .limit(most)
    .execute();
  return rows.map((row) => row.person_id);
}

/** Whether anybody said anything in it, by name or not. */
export async function hasAnswers(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<boolean> {
  const named = await tx
    .selectFrom("response")
    .select("round_id")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .limit(1)
    .executeTakeFirst();
  if (named !== undefined) return true;
  const published = await tx
    .selectFrom("published")
    .select("round_id")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .limit(1)
    .executeTakeFirst();
  return published !== undefined;
}

/** Whether what was done about it has been told. */
export async function hasOutcome(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<boolean> {
  const row = await tx
    .selectFrom("outcome")
    .select("round_id")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
