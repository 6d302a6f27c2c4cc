/** The SQL of lists of recognitions, and of what is counted or named beside them. */
import type { OrganizationId, PersonId, RecognitionId, UnitId } from "../../ids.ts";
import { selfOf } from "../../people/queries/self.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import type { Outsider } from "../record.ts";

/** Ids of a giver's recognitions, the last first. */
export async function listGiven(
  tx: Tx,
  organization: OrganizationId,
  giver: PersonId,
  since: Instant | null,
  most: number,
): Promise<RecognitionId[]> {
  const rows = await tx
    .selectFrom("recognition")
    .select("recognition_id")
    .where("organization_id", "=", organization)
    .where("giver_id", "in", selfOf(tx, organization, giver))
    .where("undone_at", "is", null)
    .where("kind", "=", "words")
    .$if(since !== null, (q) => q.where("given_at", ">", since as Instant))
    .orderBy("given_at", "desc")
    .orderBy("recognition_id", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => row.recognition_id);
}

/** Ids of thanks somebody received, the last first. */
export async function listReceived(
  tx: Tx,
  organization: OrganizationId,
  receiver: PersonId,
  most: number,
): Promise<RecognitionId[]> {
  const rows = await tx
    .selectFrom("recognition_receiver as c")
    .innerJoin("recognition as r", (join) =>
      join
        .onRef("r.organization_id", "=", "c.organization_id")
        .onRef("r.recognition_id", "=", "c.recognition_id"),
    )
    .select("r.recognition_id")
    .where("c.organization_id", "=", organization)
    .where("c.person_id", "in", selfOf(tx, organization, receiver))
    .where("c.questioned_at", "is", null)
    .where("r.undone_at", "is", null)
    .where("r.kind", "=", "words")
    .orderBy("r.given_at", "desc")
    .orderBy("r.recognition_id", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => row.recognition_id);
}

/** How often somebody gave and was thanked, everything that stands included. */
export async function countRecord(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<{ given: number; received: number }> {
  const count = async (side: "giver_id" | "receiver_id"): Promise<number> => {
    const row = await tx
      .selectFrom("ledger")
      .select((eb) => eb.fn.sum<number | null>("thanks").as("thanks"))
      .where("organization_id", "=", organization)
      .where(side, "in", selfOf(tx, organization, person))
      // What one account of theirs gave another is nobody's thanks.
      .where(
        side === "giver_id" ? "receiver_id" : "giver_id",
        "not in",
        selfOf(tx, organization, person),
      )
      .executeTakeFirstOrThrow();
    return Number(row.thanks ?? 0);
  };
  return { given: await count("giver_id"), received: await count("receiver_id") };
}

/** Public thanks with words since then, the last first: for an admin's list, and for posting what waited. */
export async function listPublic(
  tx: Tx,
  organization: OrganizationId,
  since: Instant,
  most: number,
  onlyUnposted: boolean,
): Promise<RecognitionId[]> {
  const rows = await tx
    .selectFrom("recognition as r")
    .select("r.recognition_id")
    .where("r.organization_id", "=", organization)
    .where("r.given_at", ">", since)
    .where("r.undone_at", "is", null)
    .where("r.kind", "=", "words")
    .where("r.visibility", "=", "public")
    // One whose receivers all prefer private is nothing for others to read.
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom("recognition_receiver as c")
            .select("c.person_id")
            .whereRef("c.organization_id", "=", "r.organization_id")
            .whereRef("c.recognition_id", "=", "r.recognition_id")
            .where("c.private", "=", 0),
        ),
        eb.exists(
          eb
            .selectFrom("outsider as x")
            .select("x.position")
            .whereRef("x.organization_id", "=", "r.organization_id")
            .whereRef("x.recognition_id", "=", "r.recognition_id"),
        ),
      ]),
    )
    .$if(onlyUnposted, (q) =>
      q.where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("message as m")
              .select("m.subject")
              .whereRef("m.organization_id", "=", "r.organization_id")
              .where(
                "m.subject",
                "=",
                eb.fn<string>("concat", [eb.cast(eb.val("kudos:"), "text"), "r.recognition_id"]),
              ),
          ),
        ),
      ),
    )
    .orderBy("r.given_at", "desc")
    .orderBy("r.recognition_id", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => row.recognition_id);
}

export async function listOutsiders(
  tx: Tx,
  organization: OrganizationId,
  id: RecognitionId,
): Promise<Outsider[]> {
  return tx
    .selectFrom("outsider")
    .select(["name", "place"])
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", id)
    .orderBy("position")
    .execute();
}

/** The units a thanks was the first between, by name. */
export async function listFirstBridges(
  tx: Tx,
  organization: OrganizationId,
  id: RecognitionId,
): Promise<{ from: string; to: string }[]> {
  return tx
    .selectFrom("bridge as b")
    .innerJoin("unit as f", (join) =>
      join
        .onRef("f.organization_id", "=", "b.organization_id")
        .onRef("f.unit_id", "=", "b.from_unit_id"),
    )
    .innerJoin("unit as t", (join) =>
      join
        .onRef("t.organization_id", "=", "b.organization_id")
        .onRef("t.unit_id", "=", "b.to_unit_id"),
    )
    .select(["f.name as from", "t.name as to"])
    .where("b.organization_id", "=", organization)
    .where("b.recognition_id", "=", id)
    .orderBy("t.name")
    .execute();
}

/** Names of units by id. */
export async function listUnitNames(
  tx: Tx,
  organization: OrganizationId,
  units: readonly UnitId[],
): Promise<Map<UnitId, string>> {
  if (units.length === 0) return new Map();
  const rows = await tx
    .selectFrom("unit")
    .select(["unit_id", "name"])
    .where("organization_id", "=", organization)
    .where("unit_id", "in", [...new Set(units)])
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.name]));
}

/** Whether anybody ever thanked anybody here. */
export async function hasRecognition(tx: Tx, organization: OrganizationId): Promise<boolean> {
  const row = await tx
    .selectFrom("recognition")
    .select("recognition_id")
    .where("organization_id", "=", organization)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
