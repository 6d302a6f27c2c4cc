/** The SQL of what is kept of people in check-ins. */
import { sql } from "kysely";

import type { OrganizationId, PersonId, RoundId, UnitId } from "../../ids.ts";
import { deleteRows, type Row } from "../../store/held.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import type { Audience } from "../round.ts";

/** Rounds that still ask: whoever is erased is asked no more, and what they answered goes with them. */
const asking = ["planning", "open", "closing", "held"];

/** Their places in rounds that still ask. */
export async function listOpenPlaces(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<{ round: RoundId; sealed: boolean }[]> {
  const rows = await tx
    .selectFrom("prompt as p")
    .innerJoin("round as r", (join) =>
      join
        .onRef("r.organization_id", "=", "p.organization_id")
        .onRef("r.round_id", "=", "p.round_id"),
    )
    .select(["r.round_id", "r.sealed"])
    .distinct()
    .where("p.organization_id", "=", organization)
    .where("p.person_id", "in", persons)
    .where("r.state", "in", asking)
    .execute();
  return rows.map((row) => ({ round: row.round_id, sealed: row.sealed === 1 }));
}

export async function leavePrompts(
  tx: Tx,
  organization: OrganizationId,
  rounds: readonly RoundId[],
  persons: readonly PersonId[],
): Promise<void> {
  if (rounds.length === 0) return;
  await tx
    .updateTable("prompt")
    .set({ state: "gone", due_at: null, answered_at: null })
    .where("organization_id", "=", organization)
    .where("round_id", "in", rounds)
    .where("person_id", "in", persons)
    .execute();
}

export async function deleteSealedAt(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  places: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom("spool")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("spool_key", "in", places)
    .execute();
}

/** Takes them off the lists of persons that schedules and rounds ask. */
export async function leaveAudiences(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<void> {
  for (const [table, key] of [
    ["schedule", "schedule_id"],
    ["round", "round_id"],
  ] as const) {
    const { rows } = await sql<{ id: string; audience: string }>`
      select ${sql.ref(key)} as id, audience from ${sql.table(table)}
      where organization_id = ${organization} and audience like '%"persons"%'`.execute(tx);
    for (const { id, audience } of rows) {
      const read = JSON.parse(audience) as Audience;
      if (read.kind !== "persons" || !read.persons.some((one) => persons.includes(one))) continue;
      const left = { ...read, persons: read.persons.filter((one) => !persons.includes(one)) };
      await sql`update ${sql.table(table)} set audience = ${JSON.stringify(left)}
        where organization_id = ${organization} and ${sql.ref(key)} = ${id}`.execute(tx);
    }
  }
}

/** Units whose leads may have read of them: where they answered, gave, were thanked or saw to something, and their own. */
export async function listUnitsReading(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<UnitId[]> {
  const those = sql.join(persons);
  const { rows } = await sql<{ unit: UnitId | null }>`
    select p.unit_id as unit from prompt as p
      where p.organization_id = ${organization} and p.person_id in (${those})
    union select receiver_unit_id from ledger
      where organization_id = ${organization} and (giver_id in (${those}) or receiver_id in (${those}))
    union select unit_id from action
      where organization_id = ${organization} and owner_id in (${those})
    union select unit_id from person
      where organization_id = ${organization} and person_id in (${those})`.execute(tx);
  return rows.flatMap(({ unit }) => (unit === null ? [] : [unit]));
}

/** Places in open rounds of units that one of these leads: there it says who reads the words. */
export async function listLedPlaces(
  tx: Tx,
  organization: OrganizationId,
  leads: readonly PersonId[],
): Promise<{ round: RoundId; person: PersonId }[]> {
  return tx
    .selectFrom("prompt as p")
    .innerJoin("round as r", (join) =>
      join
        .onRef("r.organization_id", "=", "p.organization_id")
        .onRef("r.round_id", "=", "p.round_id"),
    )
    .innerJoin("role as l", (join) =>
      join
        .onRef("l.organization_id", "=", "p.organization_id")
        .onRef("l.unit_id", "=", "p.unit_id"),
    )
    .select(["p.round_id as round", "p.person_id as person"])
    .distinct()
    .where("p.organization_id", "=", organization)
    .where("r.state", "=", "open")
    .where("p.asked_at", "is not", null)
    .where("l.role", "=", "lead")
    .where("l.person_id", "in", leads)
    .execute();
}

/** Outcomes they published or see to, and actions they raised, made or see to: each once. */
export async function listSeenTo(
  tx: Tx,
  organization: OrganizationId,
  table: "action" | "outcome",
  persons: readonly PersonId[],
): Promise<Row[]> {
  const columns =
    table === "action" ? ["raised_by", "owner_id", "made_by"] : ["owner_id", "published_by"];
  const theirs = columns.map((column) => sql`${sql.ref(column)} in (${sql.join(persons)})`);
  const { rows } = await sql<Row>`select * from ${sql.table(table)}
    where organization_id = ${organization} and (${sql.join(theirs, sql` or `)})`.execute(tx);
  return rows;
}

/**
 * Takes away what belongs to a round that closed before: rows of one round at a time, told apart by `key`, at most so many.
 * Resolves to how many keys it took.
 */
export async function sweepRound(
  tx: Tx,
  organization: OrganizationId,
  [table, key]: readonly ["response" | "prompt" | "published" | "note", string],
  before: Instant,
  most: number,
): Promise<number> {
  const { rows: found } = await sql<{ round: string }>`select r.round_id as round from round as r
    where r.organization_id = ${organization} and r.closes_at < ${before}
      and r.state not in ('planning', 'open', 'closing', 'held')
      and exists (select 1 from ${sql.table(table)} as t
        where t.organization_id = r.organization_id and t.round_id = r.round_id)
    limit 1`.execute(tx);
  const round = found[0]?.round;
  if (round === undefined) return 0;
  const { rows } = await sql<{ key: string }>`select distinct ${sql.ref(key)} as key
    from ${sql.table(table)}
    where organization_id = ${organization} and round_id = ${round} limit ${most}`.execute(tx);
  await sql`delete from ${sql.table(table)}
    where organization_id = ${organization} and round_id = ${round}
      and ${sql.ref(key)} in (${sql.join(rows.map((row) => row.key))})`.execute(tx);
  return rows.length;
}

/** Actions that are over and outcomes that were told, from before; at most so many. */
export async function sweepFollowed(
  tx: Tx,
  organization: OrganizationId,
  before: Instant,
  most: number,
): Promise<number> {
  const actions = await tx
    .selectFrom("action")
    .select("action_id")
    .where("organization_id", "=", organization)
    .where("state", "in", ["done", "dropped"])
    .where("made_at", "<", before)
    .limit(most)
    .execute();
  const outcomes = await tx
    .selectFrom("outcome")
    .select("outcome_id")
    .where("organization_id", "=", organization)
    .where("published_at", "<", before)
    .limit(most)
    .execute();
  const ids = (rows: readonly object[]) => rows.flatMap((row) => Object.values(row) as string[]);
  await deleteRows(tx, organization, "action", "action_id", ids(actions));
  await deleteRows(tx, organization, "outcome", "outcome_id", ids(outcomes));
  return actions.length + outcomes.length;
}
