/** The SQL of where a person is reached. */
import { sql } from "kysely";

import type { WorkspaceAddress } from "../../chat/chat.ts";
import type { Platform } from "../../chat/inbound.ts";
import type { OrganizationId, PersonId, WorkspaceId } from "../../ids.ts";
import { prepared } from "../../store/prepared.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import { selfOf } from "./self.ts";

/** An account that can be written to; `directChannel` is null until a private conversation was opened. */
export interface Reach {
  readonly workspace: WorkspaceAddress;
  readonly account: string;
  readonly directChannel: string | null;
}

const selectReach = prepared((tx, key: { organization: OrganizationId; person: PersonId }) =>
  tx
    .selectFrom("account as a")
    .innerJoin("workspace as w", (join) =>
      join
        .onRef("w.organization_id", "=", "a.organization_id")
        .onRef("w.workspace_id", "=", "a.workspace_id"),
    )
    .select([
      "w.workspace_id",
      "w.platform",
      "w.external_id as workspace_external",
      "a.external_id",
      "a.direct_channel",
    ])
    .where("a.organization_id", "=", key.organization)
    .where("a.person_id", "in", selfOf(tx, key.organization, key.person))
    .where("a.kind", "=", "member")
    .where("a.unreachable_at", "is", null)
    .where("w.uninstalled_at", "is", null)
    .orderBy(sql`coalesce(a.seen_at, '')`, "desc")
    .orderBy("a.external_id")
    .limit(1),
);

/**
 * Where a person is reached: of all their accounts in workspaces that are still installed, the one they used last. One that could
 * not be written to is left out until they do something there.
 */
export async function findReach(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<Reach | undefined> {
  const [row] = (await selectReach(tx, { organization, person })).rows;
  if (row === undefined) return undefined;
  return {
    workspace: {
      id: row.workspace_id,
      platform: row.platform as Platform,
      externalId: row.workspace_external,
    },
    account: row.external_id,
    directChannel: row.direct_channel,
  };
}

export async function findDirectChannel(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  account: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("account")
    .select("direct_channel")
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("external_id", "=", account)
    .executeTakeFirst();
  return row?.direct_channel ?? null;
}

interface Conversation {
  readonly organization: OrganizationId;
  readonly workspace: WorkspaceId;
  readonly account: string;
  readonly channel: string;
}

const keepDirectChannel = prepared(
  (tx, { organization, workspace, account, channel }: Conversation) =>
    tx
      .updateTable("account")
      .set({ direct_channel: channel })
      .where("organization_id", "=", organization)
      .where("workspace_id", "=", workspace)
      .where("external_id", "=", account),
);

export async function rememberDirectChannel(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  account: string,
  channel: string,
): Promise<void> {
  await keepDirectChannel(tx, { organization, workspace, account, channel });
}

interface Seen {
  readonly organization: OrganizationId;
  readonly workspace: WorkspaceId;
  readonly account: string;
  readonly at: Instant;
  readonly minuteAgo: Instant;
}

const updateSeen = prepared((tx, { organization, workspace, account, at, minuteAgo }: Seen) =>
  tx
    .updateTable("account")
    .set({ seen_at: at, unreachable_at: null })
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("external_id", "=", account)
    .where((eb) =>
      eb.or([
        eb("seen_at", "is", null),
        eb("seen_at", "<", minuteAgo),
        eb("unreachable_at", "is not", null),
      ]),
    ),
);

/** Keeps when somebody was last active, to the minute: a row written once a minute, not with every press. They are reachable again. */
export async function markSeen(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  account: string,
  at: Instant,
  minuteAgo: Instant,
): Promise<void> {
  await updateSeen(tx, { organization, workspace, account, at, minuteAgo });
}

/** Nothing more is sent there until they do something there. */
export async function markUnreachable(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  account: string,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("account")
    .set({ unreachable_at: now })
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("external_id", "=", account)
    .where("unreachable_at", "is", null)
    .execute();
}
