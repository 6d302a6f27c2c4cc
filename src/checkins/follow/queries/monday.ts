/** The SQL of a lead's Monday note: how long since anyone was thanked, and what their people chose to share. */
import { sql } from "kysely";
import type { OrganizationId, PersonId, UnitId } from "../../../ids.ts";
import type { Cleared } from "../../../privacy/phi/cleared.ts";
import type { Tx } from "../../../store/store.ts";
import type { Instant } from "../../../time/instant.ts";

/** How many of the units' people were last thanked since each of two moments, and how many longer ago or never. */
export async function countLastThanked(
  tx: Tx,
  organization: OrganizationId,
  units: readonly UnitId[],
  since: { readonly week: Instant; readonly month: Instant },
): Promise<{ week: number; month: number; longer: number }> {
  const own = tx
    .selectFrom("person as p")
    .leftJoin("ledger as l", (join) =>
      join
        .onRef("l.organization_id", "=", "p.organization_id")
        .onRef("l.receiver_id", "=", "p.person_id")
        .on("l.given_at", ">", since.month)
        .on("l.thanks", ">", 0),
    )
    .select(["p.person_id", "l.given_at"])
    .where("p.organization_id", "=", organization)
    .where("p.unit_id", "in", units)
    .where("p.state", "=", "here")
    .where("p.merged_into", "is", null);
  // Under the ids of those who turned out to be one of them.
  const others = tx
    .selectFrom("person as m")
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "m.organization_id")
        .onRef("p.person_id", "=", "m.merged_into"),
    )
    .leftJoin("ledger as l", (join) =>
      join
        .onRef("l.organization_id", "=", "m.organization_id")
        .onRef("l.receiver_id", "=", "m.person_id")
        .on("l.given_at", ">", since.month)
        .on("l.thanks", ">", 0),
    )
    .select(["p.person_id", "l.given_at"])
    .where("m.organization_id", "=", organization)
    .where("m.merged_into", "is not", null)
    .where("p.unit_id", "in", units)
    .where("p.state", "=", "here");
  const last = tx
    .selectFrom(own.unionAll(others).as("each"))
    .select((eb) => ["each.person_id", eb.fn.max("each.given_at").as("last_at")])
    .groupBy("each.person_id");
  const row = await tx
    .selectFrom(last.as("t"))
    .select((eb) => [
      eb.fn.countAll<number>().as("people"),
      eb.fn.countAll<number>().filterWhere("t.last_at", ">", since.week).as("week"),
      eb.fn.countAll<number>().filterWhere("t.last_at", "is not", null).as("month"),
    ])
    .executeTakeFirstOrThrow();
  const [people, week, month] = [Number(row.people), Number(row.week), Number(row.month)];
  return { week, month: month - week, longer: people - month };
}

export interface SharedThanks {
  readonly giver: { readonly id: PersonId; readonly name: string };
  readonly receiver: { readonly id: PersonId; readonly name: string };
  readonly reason: Cleared;
}

/** Thanks of these units' people that they chose to share with their lead. */
export async function listSharedThanks(
  tx: Tx,
  organization: OrganizationId,
  units: readonly UnitId[],
  since: Instant,
  most: number,
): Promise<SharedThanks[]> {
  const rows = await tx
    .selectFrom("recognition_receiver as rr")
    .innerJoin("recognition as r", (join) =>
      join
        .onRef("r.organization_id", "=", "rr.organization_id")
        .onRef("r.recognition_id", "=", "rr.recognition_id"),
    )
    .innerJoin("recognition_text as t", (join) =>
      join
        .onRef("t.organization_id", "=", "rr.organization_id")
        .onRef("t.recognition_id", "=", "rr.recognition_id"),
    )
    .innerJoin("person as receiver", (join) =>
      join
        .onRef("receiver.organization_id", "=", "rr.organization_id")
        .onRef("receiver.person_id", "=", "rr.person_id"),
    )
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "rr.organization_id")
        .on("p.person_id", "=", sql<PersonId>`coalesce(receiver.merged_into, receiver.person_id)`),
    )
    .innerJoin("person as giver", (join) =>
      join
        .onRef("giver.organization_id", "=", "r.organization_id")
        .onRef("giver.person_id", "=", "r.giver_id"),
    )
    .innerJoin("person as g", (join) =>
      join
        .onRef("g.organization_id", "=", "r.organization_id")
        .on("g.person_id", "=", sql<PersonId>`coalesce(giver.merged_into, giver.person_id)`),
    )
    .select([
      "g.person_id as giver_id",
      "g.name as giver_name",
      "p.person_id",
      "p.name",
      "t.reason",
    ])
    .where("rr.organization_id", "=", organization)
    .where("rr.shared_with_lead", "=", 1)
    .where("rr.questioned_at", "is", null)
    .where("r.undone_at", "is", null)
    .where("r.given_at", ">", since)
    .where("p.unit_id", "in", units)
    .orderBy("r.given_at", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    giver: { id: row.giver_id, name: row.giver_name },
    receiver: { id: row.person_id, name: row.name },
    reason: row.reason,
  }));
}
