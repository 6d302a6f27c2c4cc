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

/** Places in rounds that do not stand, read from those who were joined into another: of a round's many, hardly anyone is. */
export const outdone = (tx: Tx, organization: OrganizationId, ...rounds: readonly RoundId[]) => {
  const under = tx
    .selectFrom("person as n")
    .innerJoin("prompt as u", (join) =>
      join
        .onRef("u.organization_id", "=", "n.organization_id")
        .onRef("u.person_id", "=", "n.person_id"),
    )
    .where("n.organization_id", "=", organization)
    .where("n.merged_into", "is not", null)
    .where("u.round_id", "in", rounds);
  const self = sql<PersonId>`n.merged_into`;
  const theirs = under
    .select(["u.round_id", "u.person_id", self.as("self")])
    .union(under.select(["u.round_id", self.as("person_id"), self.as("self")]));
  const ordered = tx
    .selectFrom(theirs.as("t"))
    .innerJoin("prompt as p", (join) =>
      join.onRef("p.round_id", "=", "t.round_id").onRef("p.person_id", "=", "t.person_id"),
    )
    .where("p.organization_id", "=", organization)
    .select([
      "p.round_id",
      "p.person_id",
      sql<number>`row_number() over (partition by t.round_id, t.self order by ${standingFirst})`.as(
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
