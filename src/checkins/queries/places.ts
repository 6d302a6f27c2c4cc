/**
 * The SQL of places in a round: of several that are one person's, who joined their accounts, one stands. It is the one they
 * answered last; the others count for nothing, and are there again should the accounts be parted.
 */
import { sql } from "kysely";

import type { OrganizationId, PersonId, RoundId } from "../../ids.ts";
import type { Tx } from "../../store/store.ts";
import type { PromptState } from "../round.ts";

/** What stands where none was answered: what still waits for somebody before what is over. */
const ranks: Readonly<Record<PromptState, number>> = {
  answered: 0,
  quiet: 0,
  asked: 1,
  waiting: 2,
  skipped: 3,
  missed: 4,
  off: 5,
  gone: 6,
};

const cases = Object.entries(ranks).map(
  ([state, rank]) => sql`when ${sql.lit(state)} then ${sql.lit(rank)}`,
);

/**
 * Places in order, the one that stands first: that which was answered last, else the one that waits, else that of the id they go
 * by. (No moment comes last on either database.)
 */
export const standingFirst = sql`case p.state ${sql.join(cases, sql` `)} end,
  coalesce(p.answered_at, '') desc,
  (select count(*) from person as other where other.organization_id = p.organization_id
    and other.person_id = p.person_id and other.merged_into is not null),
  p.person_id`;

/**
 * Places that do not stand: of one round, or of all rounds (null). Read from those who were joined into another: of a round's
 * many, hardly anyone is.
 */
export const outdone = (tx: Tx, organization: OrganizationId, round: RoundId | null) => {
  const places = tx
    .selectFrom("prompt as p")
    .where("p.organization_id", "=", organization)
    .$if(round !== null, (q) => q.where("p.round_id", "=", round as RoundId));
  const joined = tx
    .selectFrom("person as joined")
    .where("joined.organization_id", "=", organization)
    .where("joined.merged_into", "is not", null);
  const under = places
    .innerJoin("person as n", (join) =>
      join
        .onRef("n.organization_id", "=", "p.organization_id")
        .onRef("n.person_id", "=", "p.person_id"),
    )
    .where("n.merged_into", "is not", null)
    .select([
      "p.organization_id",
      "p.round_id",
      "p.person_id",
      "p.state",
      "p.answered_at",
      sql<PersonId>`n.merged_into`.as("self"),
    ]);
  const own = places
    .where("p.person_id", "in", joined.select(sql<PersonId>`joined.merged_into`.as("person_id")))
    .select([
      "p.organization_id",
      "p.round_id",
      "p.person_id",
      "p.state",
      "p.answered_at",
      "p.person_id as self",
    ]);
  const ordered = tx
    .selectFrom(under.unionAll(own).as("p"))
    .select([
      "p.round_id",
      "p.person_id",
      sql<number>`row_number() over (partition by p.round_id, p.self order by ${standingFirst})`.as(
        "place",
      ),
    ]);
  return tx.selectFrom(ordered.as("o")).where("o.place", ">", 1);
};

/** Those whose place in a round does not stand. */
export async function listOutdone(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<ReadonlySet<PersonId>> {
  const rows = await outdone(tx, organization, round).select("o.person_id").execute();
  return new Set(rows.map((row) => row.person_id));
}
