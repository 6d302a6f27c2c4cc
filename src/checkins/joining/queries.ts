/** The SQL of rounds in which two persons who are one both have a place. */
import type { OrganizationId, PersonId, RoundId } from "../../ids.ts";
import { selfOf } from "../../people/queries/self.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import { standingFirst } from "../queries/places.ts";
import type { PromptState } from "../round.ts";

/** Rounds with answers without names that are not over and ask both; the last one's close, or null. */
export async function findSealedClose(
  tx: Tx,
  organization: OrganizationId,
  one: PersonId,
  other: PersonId,
): Promise<Instant | null> {
  const row = await tx
    .selectFrom("prompt as a")
    .innerJoin("prompt as b", (join) =>
      join
        .onRef("b.organization_id", "=", "a.organization_id")
        .onRef("b.round_id", "=", "a.round_id"),
    )
    .innerJoin("round as r", (join) =>
      join
        .onRef("r.organization_id", "=", "a.organization_id")
        .onRef("r.round_id", "=", "a.round_id"),
    )
    .select((eb) => eb.fn.max<Instant | null>("r.closes_at").as("closes_at"))
    .where("a.organization_id", "=", organization)
    .where("a.person_id", "in", selfOf(tx, organization, one))
    .where("b.person_id", "in", selfOf(tx, organization, other))
    .where("r.sealed", "=", 1)
    .where("r.state", "in", ["planning", "open", "closing"])
    .executeTakeFirst();
  return row?.closes_at ?? null;
}

export interface PlaceTaken {
  readonly round: RoundId;
  readonly person: PersonId;
  readonly state: PromptState;
}

/** Places of these ids in rounds by name that are not over, in each round the one that stands first. */
export async function listOpenPlaces(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<PlaceTaken[]> {
  const rows = await tx
    .selectFrom("prompt as p")
    .innerJoin("round as r", (join) =>
      join
        .onRef("r.organization_id", "=", "p.organization_id")
        .onRef("r.round_id", "=", "p.round_id"),
    )
    .select(["p.round_id", "p.person_id", "p.state"])
    .where("p.organization_id", "=", organization)
    .where("p.person_id", "in", persons)
    .where("r.state", "in", ["planning", "open"])
    .where("r.sealed", "=", 0)
    .orderBy(standingFirst)
    .execute();
  return rows.map((row) => ({
    round: row.round_id,
    person: row.person_id,
    state: row.state as PromptState,
  }));
}

/** Whether there is a template of its own, a schedule or a round. */
export async function hasBegun(tx: Tx, organization: OrganizationId): Promise<boolean> {
  for (const table of ["template", "schedule", "round"] as const) {
    const row = await tx
      .selectFrom(table)
      .select("organization_id")
      .where("organization_id", "=", organization)
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
}
