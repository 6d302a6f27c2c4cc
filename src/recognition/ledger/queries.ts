/** The SQL of the ledger, the scores kept from it, and what an allowance has spent. */
import { sql } from "kysely";

import type { LedgerId, OrganizationId, PersonId, RecognitionId, UnitId } from "../../ids.ts";
import { selfOf } from "../../people/queries/self.ts";
import { prepared } from "../../store/prepared.ts";
import type { Schema } from "../../store/schema.ts";
import { dialectOf, type Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import type { Spending } from "../allowance.ts";
import type { Entry, RollupChange, ScoreChange } from "./entry.ts";

/** Parameters of one statement stay well under SQLite's 32,766 and PostgreSQL's 65,535. */
const rowsAtOnce = 500;

function* chunked<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce);
}

const addEntries = prepared((tx, { rows }: { rows: readonly Schema["ledger"][] }) =>
  tx.insertInto("ledger").values(rows),
);

export async function insertEntries(
  tx: Tx,
  organization: OrganizationId,
  entries: readonly Entry[],
): Promise<void> {
  for (const some of chunked(entries)) {
    await addEntries(tx, {
      rows: some.map((entry) => ({
        organization_id: organization,
        ledger_id: entry.id,
        recognition_id: entry.recognition,
        giver_id: entry.giver,
        receiver_id: entry.receiver,
        kind: entry.kind,
        points: entry.points,
        thanks: entry.thanks,
        cost: entry.cost,
        counted: entry.counted ? (1 as const) : (0 as const),
        given_at: entry.givenAt,
        entered_at: entry.enteredAt,
        reverses: entry.reverses,
        giver_unit_id: entry.giverUnit,
        giver_discipline_id: entry.giverDiscipline,
        receiver_unit_id: entry.receiverUnit,
        receiver_discipline_id: entry.receiverDiscipline,
      })),
    });
  }
}

interface Changes<Change> {
  readonly organization: OrganizationId;
  readonly changes: readonly Change[];
}

const addToScores = prepared((tx, { organization, changes }: Changes<ScoreChange>) =>
  tx
    .insertInto("score")
    .values(
      changes.map((change) => ({
        organization_id: organization,
        board: change.board,
        bucket: change.bucket,
        member: change.member,
        points: change.points,
        shown: sql<
          0 | 1
        >`coalesce((select case when p.state = 'here' and p.off_boards = 0 then 1 else 0 end
            from person as p where p.organization_id = ${organization} and p.person_id = ${change.member}), 0)`,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "board", "bucket", "member"])
        .doUpdateSet({ points: sql`score.points + excluded.points` }),
    ),
);

/** Adds to the boards of persons. Whoever is new on one is shown unless they left or are off the boards. */
export async function addScores(
  tx: Tx,
  organization: OrganizationId,
  changes: readonly ScoreChange[],
): Promise<void> {
  for (const some of chunked(changes)) await addToScores(tx, { organization, changes: some });
}

const addToRollups = prepared((tx, { organization, changes }: Changes<RollupChange>) =>
  tx
    .insertInto("rollup")
    .values(
      changes.map((change) => ({
        organization_id: organization,
        day: change.day,
        board: change.board,
        member: change.member,
        thanks: change.thanks,
        points: change.points,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "board", "day", "member"]).doUpdateSet({
        thanks: sql`rollup.thanks + excluded.thanks`,
        points: sql`rollup.points + excluded.points`,
      }),
    ),
);

export async function addRollups(
  tx: Tx,
  organization: OrganizationId,
  changes: readonly RollupChange[],
): Promise<void> {
  for (const some of chunked(changes)) await addToRollups(tx, { organization, changes: some });
}

/** Empties the boards; on PostgreSQL whoever gives meanwhile waits until they are made anew. */
export async function clearScores(tx: Tx, organization: OrganizationId): Promise<void> {
  if (dialectOf(tx) === "postgres") {
    await sql`lock table score, rollup in share row exclusive mode`.execute(tx);
  }
  await tx.deleteFrom("score").where("organization_id", "=", organization).execute();
  await tx.deleteFrom("rollup").where("organization_id", "=", organization).execute();
}

/**
 * Takes persons off the boards, to be added up anew. On PostgreSQL whoever gives meanwhile waits: what is on its way has no row to
 * wait for where it is somebody's first of a week, and would be counted twice.
 */
export async function clearScoresOf(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<void> {
  if (dialectOf(tx) === "postgres") {
    await sql`lock table score in share row exclusive mode`.execute(tx);
  }
  await tx
    .deleteFrom("score")
    .where("organization_id", "=", organization)
    .where("member", "in", persons)
    .execute();
}

/** What persons gave and were given, page by page. */
export async function listEntriesOf(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
  after: LedgerId | null,
  most: number,
): Promise<Entry[]> {
  const rows = await tx
    .selectFrom("ledger")
    .selectAll()
    .where("organization_id", "=", organization)
    .where((eb) => eb.or([eb("giver_id", "in", persons), eb("receiver_id", "in", persons)]))
    .$if(after !== null, (q) => q.where("ledger_id", ">", after ?? ("" as LedgerId)))
    .orderBy("ledger_id")
    .limit(most)
    .execute();
  return rows.map(readEntry);
}

/** The ledger page by page, in the order of its ids. */
export async function listEntries(
  tx: Tx,
  organization: OrganizationId,
  after: LedgerId | null,
  most: number,
): Promise<Entry[]> {
  const rows = await tx
    .selectFrom("ledger")
    .selectAll()
    .where("organization_id", "=", organization)
    .$if(after !== null, (q) => q.where("ledger_id", ">", after ?? ("" as LedgerId)))
    .orderBy("ledger_id")
    .limit(most)
    .execute();
  return rows.map(readEntry);
}

/** The entries of a recognition that still stand: those no reversal names. */
export async function listStandingEntries(
  tx: Tx,
  organization: OrganizationId,
  recognition: RecognitionId,
  giver: PersonId | null,
): Promise<Entry[]> {
  const rows = await tx
    .selectFrom("ledger")
    .selectAll()
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", recognition)
    .$if(giver !== null, (q) =>
      q.where("giver_id", "in", selfOf(tx, organization, giver as PersonId)),
    )
    .orderBy("ledger_id")
    .execute();
  const taken = new Set(rows.flatMap((row) => row.reverses ?? []));
  return rows.filter((row) => row.reverses === null && !taken.has(row.ledger_id)).map(readEntry);
}

interface LedgerRow {
  ledger_id: LedgerId;
  recognition_id: RecognitionId;
  giver_id: PersonId;
  receiver_id: PersonId;
  kind: string;
  points: number;
  thanks: number;
  cost: number;
  counted: number;
  given_at: Instant;
  entered_at: Instant;
  reverses: LedgerId | null;
  giver_unit_id: Entry["giverUnit"];
  giver_discipline_id: Entry["giverDiscipline"];
  receiver_unit_id: Entry["receiverUnit"];
  receiver_discipline_id: Entry["receiverDiscipline"];
}

const readEntry = (row: LedgerRow): Entry => ({
  id: row.ledger_id,
  recognition: row.recognition_id,
  giver: row.giver_id,
  receiver: row.receiver_id,
  kind: row.kind as Entry["kind"],
  points: row.points,
  thanks: row.thanks,
  cost: row.cost,
  counted: row.counted === 1,
  givenAt: row.given_at,
  enteredAt: row.entered_at,
  reverses: row.reverses,
  giverUnit: row.giver_unit_id,
  giverDiscipline: row.giver_discipline_id,
  receiverUnit: row.receiver_unit_id,
  receiverDiscipline: row.receiver_discipline_id,
});

const selectSpendings = prepared(
  (tx, key: { organization: OrganizationId; giver: PersonId; since: Instant }) =>
    tx
      .selectFrom("ledger")
      .select((eb) => ["given_at", eb.fn.sum<number>("cost").as("cost")])
      .where("organization_id", "=", key.organization)
      .where("giver_id", "in", selfOf(tx, key.organization, key.giver))
      .where("given_at", ">", key.since)
      .groupBy("given_at")
      .orderBy("given_at"),
);

/** What a giver spent after `since`, a row for each moment, oldest first. */
export async function listSpendings(
  tx: Tx,
  organization: OrganizationId,
  giver: PersonId,
  since: Instant,
): Promise<Spending[]> {
  const { rows } = await selectSpendings(tx, { organization, giver, since });
  return rows.map((row) => ({ givenAt: row.given_at, cost: Number(row.cost) }));
}

interface CountedKey {
  readonly organization: OrganizationId;
  readonly giver: PersonId;
  readonly receivers: readonly PersonId[];
  readonly since: Instant;
}

const selectCounted = prepared((tx, key: CountedKey) =>
  tx
    .selectFrom("ledger as l")
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "l.organization_id")
        .onRef("p.person_id", "=", "l.receiver_id"),
    )
    .select((eb) => [
      sql<PersonId>`coalesce(p.merged_into, p.person_id)`.as("receiver_id"),
      eb.fn.sum<number>("l.thanks").as("thanks"),
    ])
    .where("l.organization_id", "=", key.organization)
    .where("l.giver_id", "in", selfOf(tx, key.organization, key.giver))
    .where("l.given_at", ">", key.since)
    .where("l.counted", "=", 1)
    .where(sql<PersonId>`coalesce(p.merged_into, p.person_id)`, "in", key.receivers)
    .groupBy(sql`coalesce(p.merged_into, p.person_id)`),
);

/** How many thanks from the giver to each of the receivers count since then. */
export async function countCounted(
  tx: Tx,
  organization: OrganizationId,
  giver: PersonId,
  receivers: readonly PersonId[],
  since: Instant,
): Promise<Map<PersonId, number>> {
  if (receivers.length === 0) return new Map();
  const { rows } = await selectCounted(tx, { organization, giver, receivers, since });
  return new Map(rows.map((row) => [row.receiver_id, Number(row.thanks)]));
}

/**
 * Spends of a period's allowance in one statement, or not at all: what was used before, or null where it can't pay. What a person
 * spent under another id of theirs counts; their row is held, so that it stands still.
 */
export async function spendInPeriod(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  period: string,
  cost: number,
  cap: number,
): Promise<number | null> {
  const own = cap - (await sumUsed(tx, organization, person, period, "others"));
  if (cost > own) return null;
  const row = await tx
    .insertInto("allowance_use")
    .values({ organization_id: organization, person_id: person, period, used: cost })
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "person_id", "period"])
        .doUpdateSet({ used: sql`allowance_use.used + ${cost}` })
        .where(sql<boolean>`allowance_use.used + ${cost} <= ${own}`),
    )
    .returning("used")
    .executeTakeFirst();
  return row === undefined ? null : Number(row.used);
}

/** Gives back what was spent of a period; never below nothing. */
export async function returnInPeriod(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  period: string,
  cost: number,
): Promise<void> {
  await tx
    .updateTable("allowance_use")
    .set({ used: sql`case when used > ${cost} then used - ${cost} else 0 end` })
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .where("period", "=", period)
    .execute();
}

export const findUsed = (
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  period: string,
): Promise<number> => sumUsed(tx, organization, person, period, "all");

/** Under every id of a person, or under those others than this one. */
async function sumUsed(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  period: string,
  of: "all" | "others",
): Promise<number> {
  const row = await tx
    .selectFrom("allowance_use")
    .select((eb) => eb.fn.sum<number | null>("used").as("used"))
    .where("organization_id", "=", organization)
    .where("person_id", "in", selfOf(tx, organization, person))
    .where("period", "=", period)
    .$if(of === "others", (q) => q.where("person_id", "!=", person))
    .executeTakeFirstOrThrow();
  return Number(row.used ?? 0);
}

const addBridges = prepared((tx, { rows }: { rows: readonly Schema["bridge"][] }) =>
  tx
    .insertInto("bridge")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing()),
);

/** Remembers the first thanks from one unit to another. */
export async function insertBridges(
  tx: Tx,
  organization: OrganizationId,
  recognition: RecognitionId,
  from: UnitId,
  to: readonly UnitId[],
  now: Instant,
): Promise<void> {
  if (to.length === 0) return;
  await addBridges(tx, {
    rows: [...new Set(to)].sort().map((unit) => ({
      organization_id: organization,
      from_unit_id: from,
      to_unit_id: unit,
      recognition_id: recognition,
      first_at: now,
    })),
  });
}

/** A thanks taken back was no first one. */
export async function deleteBridges(
  tx: Tx,
  organization: OrganizationId,
  recognition: RecognitionId,
): Promise<void> {
  await tx
    .deleteFrom("bridge")
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", recognition)
    .execute();
}
