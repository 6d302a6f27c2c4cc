/** The SQL of what becomes of a recognition once it is given: taken back, changed, posted, seconded, marked by a receiver. */
import type { OrganizationId, PersonId, RecognitionId, TellId, ValueId } from "../../ids.ts";
import { selfOf } from "../../people/queries/self.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import { insertValues } from "../queries.ts";
import type { Home } from "../record.ts";

/** False when it was taken back before. */
export async function markUndone(
  tx: Tx,
  organization: OrganizationId,
  id: RecognitionId,
  by: PersonId,
  reason: Cleared | null,
  now: Instant,
): Promise<boolean> {
  const result = await tx
    .updateTable("recognition")
    .set({ undone_at: now, undone_by: by })
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", id)
    .where("undone_at", "is", null)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) === 0) return false;
  if (reason !== null) {
    await tx
      .updateTable("recognition_text")
      .set({ undo_reason: reason })
      .where("organization_id", "=", organization)
      .where("recognition_id", "=", id)
      .execute();
  }
  return true;
}

export async function updateWords(
  tx: Tx,
  organization: OrganizationId,
  id: RecognitionId,
  reason: Cleared,
  values: readonly ValueId[],
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("recognition")
    .set({ edited_at: now })
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", id)
    .execute();
  await tx
    .updateTable("recognition_text")
    .set({ reason })
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", id)
    .execute();
  await tx
    .deleteFrom("recognition_value")
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", id)
    .execute();
  await insertValues(tx, organization, id, values);
}

export async function updateHome(
  tx: Tx,
  organization: OrganizationId,
  ids: readonly RecognitionId[],
  home: Home,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable("recognition")
    .set({ home_workspace_id: home.workspace, home_channel: home.channel })
    .where("organization_id", "=", organization)
    .where("recognition_id", "in", ids)
    .execute();
}

type Mark =
  | { readonly name_hidden: 1 }
  | { readonly made_my_shift: 1 }
  | { readonly shared_with_lead: 1 }
  | { readonly private: 1 }
  | { readonly questioned_at: Instant | null }
  /** Without a message of its own: it was heard of before. */
  | { readonly told_at: Instant; readonly tell_id: TellId | null };

/** What a receiver put on a thanks, or what happened to them with it. */
export async function markReceiver(
  tx: Tx,
  organization: OrganizationId,
  ids: readonly RecognitionId[],
  receiver: PersonId,
  mark: Mark,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable("recognition_receiver")
    .set(mark)
    .where("organization_id", "=", organization)
    .where("recognition_id", "in", ids)
    .where("person_id", "in", selfOf(tx, organization, receiver))
    .execute();
}

export async function insertSecond(
  tx: Tx,
  organization: OrganizationId,
  recognition: RecognitionId,
  person: PersonId,
  cost: number,
  now: Instant,
): Promise<void> {
  const again = { seconded_at: now, cost, undone_at: null };
  await tx
    .insertInto("second")
    .values({
      organization_id: organization,
      recognition_id: recognition,
      person_id: person,
      ...again,
    })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "recognition_id", "person_id"]).doUpdateSet(again),
    )
    .execute();
}

/** Takes a "Me too" back. */
export async function markSecondUndone(
  tx: Tx,
  organization: OrganizationId,
  recognition: RecognitionId,
  person: PersonId,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("second")
    .set({ undone_at: now })
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", recognition)
    .where("person_id", "in", selfOf(tx, organization, person))
    .execute();
}
