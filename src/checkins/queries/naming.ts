/** The SQL of where check-ins name somebody. */
import { type Expression, type SqlBool, sql } from "kysely";

import type { OrganizationId, OutcomeId, PersonId, RoundId } from "../../ids.ts";
import type { Tx } from "../../store/store.ts";

/** The next outcomes that they see to or published. */
export async function listOutcomesOf(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
  after: string | null,
  most: number,
): Promise<{ id: OutcomeId; round: RoundId }[]> {
  return tx
    .selectFrom("outcome")
    .select(["outcome_id as id", "round_id as round"])
    .where("organization_id", "=", organization)
    .where("outcome_id", ">", (after ?? "") as OutcomeId)
    .where((eb) => eb.or([eb("owner_id", "in", persons), eb("published_by", "in", persons)]))
    .orderBy("outcome_id")
    .limit(most)
    .execute();
}

/** The next round of the same schedule that was told of: it says what was done about this one. */
export async function findFollowing(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<RoundId | undefined> {
  const row = await tx
    .selectFrom("round as r")
    .innerJoin("round as n", (join) =>
      join
        .onRef("n.organization_id", "=", "r.organization_id")
        .onRef("n.schedule_id", "=", "r.schedule_id")
        .onRef("n.template_id", "=", "r.template_id")
        .onRef("n.at_local", ">", "r.at_local"),
    )
    .select("n.round_id as id")
    .where("r.organization_id", "=", organization)
    .where("r.round_id", "=", round)
    .where("n.state", "=", "closed")
    .where("n.summary", "is not", null)
    .orderBy("n.at_local")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** The next people who named one of these in an answer to a round that is open: all of somebody's at once. */
export async function listHelpedIn(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
  after: string | null,
  most: number,
): Promise<{ round: RoundId; person: PersonId }[]> {
  const named = tx
    .selectFrom("response as a")
    .innerJoin("round as r", (join) =>
      join
        .onRef("r.organization_id", "=", "a.organization_id")
        .onRef("r.round_id", "=", "a.round_id"),
    )
    .where("a.organization_id", "=", organization)
    .where("r.state", "=", "open")
    .where("a.person_id", ">", (after ?? "") as PersonId)
    .where((eb) =>
      eb.or(
        persons.map(
          (person): Expression<SqlBool> =>
            sql<SqlBool>`${eb.ref("a.value")} like ${`%"${person}"%`}`,
        ),
      ),
    );
  const next = await named
    .select("a.person_id")
    .distinct()
    .orderBy("a.person_id")
    .limit(most)
    .execute();
  if (next.length === 0) return [];
  return named
    .select(["a.round_id as round", "a.person_id as person"])
    .distinct()
    .where(
      "a.person_id",
      "in",
      next.map((row) => row.person_id),
    )
    .orderBy("a.person_id")
    .execute();
}
