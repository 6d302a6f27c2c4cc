/** The SQL of what receivers were told. */
import type { OrganizationId, PersonId, RecognitionId, TellId } from "../../ids.ts";
import { selfOf } from "../../people/queries/self.ts";
import { prepared } from "../../store/prepared.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";

export interface Tell {
  readonly id: TellId;
  readonly person: PersonId;
  readonly kind: "words" | "reaction";
  readonly toldAt: Instant;
}

export async function insertTell(tx: Tx, organization: OrganizationId, tell: Tell): Promise<void> {
  await tx
    .insertInto("tell")
    .values({
      organization_id: organization,
      tell_id: tell.id,
      person_id: tell.person,
      kind: tell.kind,
      told_at: tell.toldAt,
    })
    .execute();
}

interface TellKey {
  readonly organization: OrganizationId;
  readonly id: TellId;
}

const selectTell = prepared((tx, key: TellKey) =>
  tx
    .selectFrom("tell")
    .select(["person_id", "kind", "told_at"])
    .where("organization_id", "=", key.organization)
    .where("tell_id", "=", key.id),
);

export async function findTell(
  tx: Tx,
  organization: OrganizationId,
  id: TellId,
): Promise<Tell | undefined> {
  const [row] = (await selectTell(tx, { organization, id })).rows;
  return row && { id, person: row.person_id, kind: row.kind as Tell["kind"], toldAt: row.told_at };
}

interface UntoldKey {
  readonly organization: OrganizationId;
  readonly receiver: PersonId;
  readonly kind: Tell["kind"];
}

const selectUntold = prepared((tx, key: UntoldKey) =>
  tx
    .selectFrom("recognition_receiver as c")
    .innerJoin("recognition as r", (join) =>
      join
        .onRef("r.organization_id", "=", "c.organization_id")
        .onRef("r.recognition_id", "=", "c.recognition_id"),
    )
    .select(["r.recognition_id", "r.given_at"])
    .where("c.organization_id", "=", key.organization)
    .where("c.person_id", "in", selfOf(tx, key.organization, key.receiver))
    .where("c.told_at", "is", null)
    .where("r.kind", "=", key.kind)
    .where("r.undone_at", "is", null)
    .orderBy("r.given_at")
    .orderBy("r.recognition_id"),
);

/** Thanks that stand and the receiver has not been told of, the oldest first. */
export async function listUntold(
  tx: Tx,
  organization: OrganizationId,
  receiver: PersonId,
  kind: Tell["kind"],
): Promise<{ id: RecognitionId; givenAt: Instant }[]> {
  const { rows } = await selectUntold(tx, { organization, receiver, kind });
  return rows.map((row) => ({ id: row.recognition_id, givenAt: row.given_at }));
}

/** What a message told of. */
export async function listToldIds(
  tx: Tx,
  organization: OrganizationId,
  tell: TellId,
): Promise<RecognitionId[]> {
  const rows = await tx
    .selectFrom("recognition_receiver")
    .select("recognition_id")
    .where("organization_id", "=", organization)
    .where("tell_id", "=", tell)
    .orderBy("recognition_id")
    .execute();
  return rows.map((row) => row.recognition_id);
}
