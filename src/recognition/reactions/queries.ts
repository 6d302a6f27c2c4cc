/** The SQL of reactions: one row for each emoji of a person on a message. */
import { sql } from "kysely";

import type { OrganizationId, PersonId, RecognitionId, WorkspaceId } from "../../ids.ts";
import { selfOf } from "../../people/queries/self.ts";
import type { Tx } from "../../store/store.ts";

export interface ReactionPlace {
  readonly workspace: WorkspaceId;
  readonly channel: string;
  readonly message: string;
  readonly person: PersonId;
  readonly emoji: string;
}

/**
 * Takes in a reaction's event. False where a later one is known already: events come in any order, and more than once.
 * The row is locked until the transaction ends.
 */
export async function takeReaction(
  tx: Tx,
  organization: OrganizationId,
  place: ReactionPlace,
  event: { readonly at: string; readonly present: boolean },
): Promise<boolean> {
  const now = { latest: event.at, present: event.present ? (1 as const) : (0 as const) };
  const row = await tx
    .insertInto("reaction")
    .values({
      organization_id: organization,
      workspace_id: place.workspace,
      channel: place.channel,
      message: place.message,
      person_id: place.person,
      emoji: place.emoji,
      ...now,
      recognition_id: null,
      told: 0,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "workspace_id", "channel", "message", "person_id", "emoji"])
        .doUpdateSet(now)
        .where("reaction.latest", "<", event.at),
    )
    .returning("present")
    .executeTakeFirst();
  return row !== undefined;
}

/** What a reaction gave, and whether its receiver was told before. */
export async function findReaction(
  tx: Tx,
  organization: OrganizationId,
  place: ReactionPlace,
): Promise<{ recognition: RecognitionId | null; told: boolean } | undefined> {
  const row = await tx
    .selectFrom("reaction")
    .select(["recognition_id", "told"])
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", place.workspace)
    .where("channel", "=", place.channel)
    .where("message", "=", place.message)
    .where("person_id", "in", selfOf(tx, organization, place.person))
    .where("emoji", "=", place.emoji)
    .orderBy(sql`case when recognition_id is null then 1 else 0 end`)
    .executeTakeFirst();
  return row && { recognition: row.recognition_id, told: row.told === 1 };
}

/** Remembers what the reaction gave. */
export async function linkReaction(
  tx: Tx,
  organization: OrganizationId,
  place: ReactionPlace,
  recognition: RecognitionId,
): Promise<void> {
  await setReaction(tx, organization, place, { recognition_id: recognition });
}

/** It gives nothing any more; whether its receiver ever heard of it stays known. */
export async function unlinkReaction(
  tx: Tx,
  organization: OrganizationId,
  place: ReactionPlace,
  told: boolean,
): Promise<void> {
  await setReaction(tx, organization, place, { recognition_id: null, told: told ? 1 : 0 });
}

async function setReaction(
  tx: Tx,
  organization: OrganizationId,
  place: ReactionPlace,
  what: { readonly recognition_id: RecognitionId | null; readonly told?: 0 | 1 },
): Promise<void> {
  await tx
    .updateTable("reaction")
    .set(what)
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", place.workspace)
    .where("channel", "=", place.channel)
    .where("message", "=", place.message)
    .where("person_id", "in", selfOf(tx, organization, place.person))
    .where("emoji", "=", place.emoji)
    .execute();
}
