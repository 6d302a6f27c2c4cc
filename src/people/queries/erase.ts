/** The SQL of erasing somebody: who all is one person, and what is left of the row that the books name. */
import { sql } from "kysely";

import type { OrganizationId, PersonId, WorkspaceId } from "../../ids.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";

/** All ids of one person: their own, and those of whoever turned out to be them. */
export async function listSelves(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<PersonId[]> {
  const rows = await tx
    .selectFrom("person")
    .select("person_id")
    .where("organization_id", "=", organization)
    .where((eb) => eb.or([eb("person_id", "=", person), eb("merged_into", "=", person)]))
    .orderBy("person_id")
    .execute();
  return rows.map((row) => row.person_id);
}

/** Names by id: also of those who have left; whoever turned out to be another has that one's. */
export async function listNames(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  const names = new Map<PersonId, string>();
  for (let from = 0; from < persons.length; from += 500) {
    const rows = await tx
      .selectFrom("person as asked")
      .innerJoin("person as p", (join) =>
        join
          .onRef("p.organization_id", "=", "asked.organization_id")
          .on("p.person_id", "=", sql<PersonId>`coalesce(asked.merged_into, asked.person_id)`),
      )
      .select(["asked.person_id", "p.name"])
      .where("asked.organization_id", "=", organization)
      .where("asked.person_id", "in", persons.slice(from, from + 500))
      .execute();
    for (const row of rows) names.set(row.person_id, row.name);
  }
  return names;
}

/** Their conversations with Rapport. */
export async function listConversations(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<{ workspace: WorkspaceId; channel: string }[]> {
  const rows = await tx
    .selectFrom("account")
    .select(["workspace_id", "direct_channel"])
    .where("organization_id", "=", organization)
    .where("person_id", "in", persons)
    .execute();
  return rows.flatMap(({ workspace_id: workspace, direct_channel: channel }) =>
    channel === null ? [] : [{ workspace, channel }],
  );
}

/** Where a conversation is reached is not kept any longer. */
export async function forgetConversation(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  channel: string,
): Promise<void> {
  await tx
    .deleteFrom("conversation")
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("external_id", "=", channel)
    .execute();
}

/**
 * Of an account its id stays, so that a directory read again does not bring back whoever asked to be erased; of a person their
 * row, under which the books name somebody who was here once. An empty name is read as "a former colleague" (text/message.ts).
 */
export async function erasePersons(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<void> {
  await tx
    .updateTable("account")
    .set({
      person_id: null,
      name: "",
      kind: "erased",
      runs_workspace: 0,
      direct_channel: null,
      seen_at: null,
      address: null,
      unreachable_at: null,
      met_at: null,
    })
    .where("organization_id", "=", organization)
    .where("person_id", "in", persons)
    .execute();
  await tx
    .updateTable("person")
    .set({
      name: "",
      name_key: "",
      email: null,
      zone: null,
      locale: null,
      unit_id: null,
      discipline_id: null,
      pattern: null,
      prefers_private: 0,
      off_boards: 1,
      paused_until: null,
      state: "erased",
      welcomed_at: null,
      told_at: null,
    })
    .where("organization_id", "=", organization)
    .where("person_id", "in", persons)
    .execute();
}

/** Shifts that were over before, of at most so many people; resolves to how many people's. */
export async function sweepShifts(
  tx: Tx,
  organization: OrganizationId,
  before: Instant,
  most: number,
): Promise<number> {
  const rows = await tx
    .selectFrom("shift")
    .select("person_id")
    .distinct()
    .where("organization_id", "=", organization)
    .where("ends_at", "<", before)
    .limit(most)
    .execute();
  const persons = rows.map((row) => row.person_id);
  if (persons.length === 0) return 0;
  await tx
    .deleteFrom("shift")
    .where("organization_id", "=", organization)
    .where("ends_at", "<", before)
    .where("person_id", "in", persons)
    .execute();
  return persons.length;
}
