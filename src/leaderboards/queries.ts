/** The SQL of the boards: persons from `score`, which has an index in their order; groups from the day's sums in `rollup`. */
import { type RawBuilder, sql } from "kysely";

import type { OrganizationId, PersonId } from "../ids.ts";
import { selfOf } from "../people/queries/self.ts";
import { dialectOf, type Tx } from "../store/store.ts";
import type { PersonBoard } from "./leaderboard.ts";
import type { Bounds, Span } from "./span.ts";

/** A board of persons in a period. */
export interface BoardKey {
  readonly board: PersonBoard;
  readonly bucket: string;
}

export interface PersonRow {
  readonly id: PersonId;
  readonly name: string;
  readonly points: number;
}

/** The beginning of the band that `points` lie in; the points themselves where there are no bands. */
const stepOf = (floors: readonly number[]): RawBuilder<number> =>
  floors.length === 0
    ? sql<number>`points`
    : sql<number>`case ${sql.join(
        floors.map((floor) => sql`when points >= ${sql.lit(floor)} then ${sql.lit(floor)}`),
        sql` `,
      )} else 0 end`;

/** More than anybody has: what it takes to stand above the highest band. */
const beyond = 2_147_483_647;

/** How many points it takes to stand above `points`. */
const stepAbove = (floors: readonly number[]): RawBuilder<number> =>
  floors.length === 0
    ? sql<number>`points + 1`
    : sql<number>`case ${sql.join(
        floors.map(
          (floor, index) =>
            sql`when points >= ${sql.lit(floor)} then ${sql.lit(floors[index - 1] ?? beyond)}`,
        ),
        sql` `,
      )} else ${sql.lit(floors.at(-1) ?? beyond)} end`;

/** Whom a board of persons shows. */
const onBoard = (tx: Tx, organization: OrganizationId, { board, bucket }: BoardKey) =>
  tx
    .selectFrom("score")
    .where("organization_id", "=", organization)
    .where("board", "=", board)
    .where("bucket", "=", bucket)
    .where("shown", "=", 1)
    .where("points", ">", 0);

/** A page of a board of persons. With bands those of one stand in no order that says more. */
export async function listTop(
  tx: Tx,
  organization: OrganizationId,
  key: BoardKey,
  floors: readonly number[],
  page: { readonly from: number; readonly most: number },
): Promise<PersonRow[]> {
  const rows = await tx
    .with("top", () =>
      onBoard(tx, organization, key)
        .select(["member", "points", stepOf(floors).as("step")])
        .orderBy(floors.length === 0 ? "points" : "step", "desc")
        .orderBy("member")
        .limit(page.most)
        .offset(page.from),
    )
    .selectFrom("top")
    .innerJoin("person as p", (join) =>
      join.on("p.organization_id", "=", organization).onRef("p.person_id", "=", "top.member"),
    )
    .select(["top.member", "top.points", "p.name"])
    .orderBy("top.step", "desc")
    .orderBy("top.member")
    .execute();
  return rows.map((row) => ({ id: row.member, name: row.name, points: row.points }));
}

/** How many stand above a member of the board. */
export async function countAbove(
  tx: Tx,
  organization: OrganizationId,
  key: BoardKey,
  floors: readonly number[],
  member: PersonId,
): Promise<number> {
  const row = await onBoard(tx, organization, key)
    .select((eb) => eb.fn.countAll<number>().as("above"))
    .where(
      "points",
      ">=",
      onBoard(tx, organization, key)
        .where("member", "=", member)
        .select(stepAbove(floors).as("step")),
    )
    .executeTakeFirstOrThrow();
  return Number(row.above);
}

export interface Standing {
  /** How many the board shows. */
  readonly size: number;
  /** Null where the person isn't on it. */
  readonly points: number | null;
  readonly rank: number | null;
  /** Their own thanks in that time, those that no board counts included. */
  readonly thanks: number;
}

/** Where a person stands; the rank is one COUNT. */
export async function findStanding(
  tx: Tx,
  organization: OrganizationId,
  key: BoardKey,
  floors: readonly number[],
  person: PersonId,
  bounds: Bounds | null,
): Promise<Standing> {
  const side = key.board === "receivers" ? "receiver_id" : "giver_id";
  const mine = onBoard(tx, organization, key).where("member", "=", person);
  const row = await tx
    .selectNoFrom((eb) => [
      onBoard(tx, organization, key)
        .select((s) => s.fn.countAll<number>().as("n"))
        .as("size"),
      mine.select("points").as("points"),
      onBoard(tx, organization, key)
        .select((s) => s.fn.countAll<number>().as("n"))
        .where("points", ">=", mine.select(stepAbove(floors).as("step")))
        .as("above"),
      eb
        .selectFrom("ledger")
        .select((s) => s.fn.sum<number>("thanks").as("n"))
        .where("organization_id", "=", organization)
        .where(side, "in", selfOf(tx, organization, person))
        .where(
          side === "receiver_id" ? "giver_id" : "receiver_id",
          "not in",
          selfOf(tx, organization, person),
        )
        .$if(bounds !== null, (q) =>
          q
            .where("given_at", ">=", (bounds as Bounds).since)
            .where("given_at", "<", (bounds as Bounds).until),
        )
        .as("thanks"),
    ])
    .executeTakeFirstOrThrow();
  return {
    size: Number(row.size),
    points: row.points,
    rank: row.points === null ? null : Number(row.above) + 1,
    thanks: Number(row.thanks ?? 0),
  };
}

export interface Totals {
  readonly thanks: number;
  /** From one discipline to another; null for all time, which has too many days to sum in passing. */
  readonly crossed: number | null;
  /** Persons here who were thanked, those who left the boards included. */
  readonly reached: number;
  /** Persons here. */
  readonly people: number;
}

export async function findTotals(
  tx: Tx,
  organization: OrganizationId,
  { bucket, bounds }: Span,
): Promise<Totals> {
  const row = await tx
    .selectNoFrom((eb) => {
      const counted = (board: string) =>
        eb
          .selectFrom("rollup")
          .select((r) => r.fn.sum<number>("thanks").as("n"))
          .where("organization_id", "=", organization)
          .where("board", "=", board)
          .$if(bounds !== null, (q) =>
            q
              .where("day", ">=", (bounds as Bounds).firstDay)
              .where("day", "<", (bounds as Bounds).endDay),
          );
      const thanked = eb
        .selectFrom("score")
        .select((s) => s.fn.countAll<number>().as("n"))
        .where("score.organization_id", "=", organization)
        .where("score.board", "=", "receivers")
        .where("score.bucket", "=", bucket)
        .where("score.points", ">", 0);
      return [
        counted("all").as("thanks"),
        (bounds === null ? eb.lit(0) : counted("bridge")).as("crossed"),
        thanked.where("score.shown", "=", 1).as("shown"),
        thanked
          .where("score.shown", "=", 0)
          .innerJoin("person as p", (join) =>
            join
              .onRef("p.organization_id", "=", "score.organization_id")
              .onRef("p.person_id", "=", "score.member"),
          )
          .where("p.state", "=", "here")
          .as("off"),
        eb
          .selectFrom("person")
          .select((p) => p.fn.countAll<number>().as("n"))
          .where("organization_id", "=", organization)
          .where("state", "=", "here")
          .where("merged_into", "is", null)
          .as("people"),
      ];
    })
    .executeTakeFirstOrThrow();
  return {
    thanks: Number(row.thanks ?? 0),
    crossed: bounds === null ? null : Number(row.crossed ?? 0),
    reached: Number(row.shown) + Number(row.off),
    people: Number(row.people),
  };
}

/** Counted thanks in the period by unit, discipline or bridge. */
export async function sumRollup(
  tx: Tx,
  organization: OrganizationId,
  board: "unit" | "discipline" | "bridge",
  bounds: Bounds | null,
): Promise<{ member: string; thanks: number }[]> {
  const rows = await tx
    .selectFrom("rollup")
    .select((eb) => ["member", eb.fn.sum<number>("thanks").as("thanks")])
    .where("organization_id", "=", organization)
    .where("board", "=", board)
    .$if(bounds !== null, (q) =>
      q
        .where("day", ">=", (bounds as Bounds).firstDay)
        .where("day", "<", (bounds as Bounds).endDay),
    )
    .groupBy("member")
    .execute();
  return rows.map((row) => ({ member: row.member, thanks: Number(row.thanks) }));
}

/** A unit or a discipline. */
export interface Group {
  readonly id: string;
  readonly name: string;
  /** Persons here who belong to it now. */
  readonly people: number;
}

export async function listUnits(tx: Tx, organization: OrganizationId): Promise<Group[]> {
  const rows = await tx
    .with("belonging", () => countHere(tx, organization, "unit_id"))
    .selectFrom("unit as g")
    .leftJoin("belonging as b", "b.id", "g.unit_id")
    .select(["g.unit_id as id", "g.name", "b.people"])
    .where("g.organization_id", "=", organization)
    .execute();
  return rows.map((row) => ({ ...row, people: Number(row.people ?? 0) }));
}

export async function listDisciplines(tx: Tx, organization: OrganizationId): Promise<Group[]> {
  const rows = await tx
    .with("belonging", () => countHere(tx, organization, "discipline_id"))
    .selectFrom("discipline as g")
    .leftJoin("belonging as b", "b.id", "g.discipline_id")
    .select(["g.discipline_id as id", "g.name", "b.people"])
    .where("g.organization_id", "=", organization)
    .execute();
  return rows.map((row) => ({ ...row, people: Number(row.people ?? 0) }));
}

/** How many persons here belong to each: read from an index alone. */
const countHere = (tx: Tx, organization: OrganizationId, of: "unit_id" | "discipline_id") =>
  tx
    .selectFrom("person")
    .select((eb) => [`${of} as id` as const, eb.fn.countAll<number>().as("people")])
    .where("organization_id", "=", organization)
    .where("state", "=", "here")
    .where("merged_into", "is", null)
    .groupBy(of);

/** Takes a person off the boards or puts them back; what the boards show is settled by the people's own query. */
export async function setOffBoards(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  off: boolean,
): Promise<void> {
  await tx
    .updateTable("person")
    .set({ off_boards: off ? 1 : 0 })
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .execute();
}

/** How many a board of persons shows. */
export async function countShown(
  tx: Tx,
  organization: OrganizationId,
  key: BoardKey,
): Promise<number> {
  const row = await onBoard(tx, organization, key)
    .select((eb) => eb.fn.countAll<number>().as("shown"))
    .executeTakeFirstOrThrow();
  return Number(row.shown);
}

/** Locks a setting that is about to be read and changed, so that a job and an admin don't undo each other. */
export async function holdSetting(
  tx: Tx,
  organization: OrganizationId,
  name: string,
): Promise<void> {
  if (dialectOf(tx) === "sqlite") return; // BEGIN IMMEDIATE already holds everything
  await tx
    .selectFrom("setting")
    .select("name")
    .where("organization_id", "=", organization)
    .where("name", "=", name)
    .forUpdate()
    .execute();
}
