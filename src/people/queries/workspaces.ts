/** The SQL of workspaces: every function takes its organization first, save those that find which one it is. */
import type { WorkspaceAddress } from "../../chat/chat.ts";
import type { Platform } from "../../chat/inbound.ts";
import type { OrganizationId, WorkspaceId } from "../../ids.ts";
import { prepared } from "../../store/prepared.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import { type Organization, readOrganization } from "../organization.ts";
import { findOrganization } from "./organizations.ts";

const selectWorkspace = prepared((tx, key: { platform: string; externalId: string }) =>
  tx
    .selectFrom("workspace as w")
    .innerJoin("organization as o", "o.organization_id", "w.organization_id")
    .select([
      "w.workspace_id",
      "o.organization_id",
      "o.name",
      "o.locale",
      "o.zone",
      "o.domains",
      "o.record_shapes",
      "o.sites",
    ])
    .where("w.platform", "=", key.platform)
    .where("w.external_id", "=", key.externalId)
    .where("w.uninstalled_at", "is", null),
);

export async function findWorkspace(
  tx: Tx,
  platform: Platform,
  externalId: string,
): Promise<{ organization: Organization; workspace: WorkspaceAddress } | undefined> {
  const [row] = (await selectWorkspace(tx, { platform, externalId })).rows;
  if (row === undefined) return undefined;
  return {
    organization: readOrganization(row),
    workspace: { id: row.workspace_id, platform, externalId },
  };
}

const selectAddress = prepared(
  (tx, key: { organization: OrganizationId; workspace: WorkspaceId }) =>
    tx
      .selectFrom("workspace")
      .select(["platform", "external_id"])
      .where("organization_id", "=", key.organization)
      .where("workspace_id", "=", key.workspace)
      .where("uninstalled_at", "is", null),
);

export async function findWorkspaceAddress(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
): Promise<WorkspaceAddress | undefined> {
  const [row] = (await selectAddress(tx, { organization, workspace })).rows;
  if (row === undefined) return undefined;
  return { id: workspace, platform: row.platform as Platform, externalId: row.external_id };
}

/** The platforms on which the organization has a workspace. */
export async function listPlatforms(tx: Tx, organization: OrganizationId): Promise<string[]> {
  const rows = await tx
    .selectFrom("workspace")
    .select("platform")
    .distinct()
    .where("organization_id", "=", organization)
    .where("uninstalled_at", "is", null)
    .execute();
  return rows.map((row) => row.platform);
}

/** A workspace of the platform, uninstalled or not. */
export async function findAnyWorkspace(
  tx: Tx,
  platform: Platform,
  externalId: string,
): Promise<
  | {
      id: WorkspaceId;
      organization: Organization;
      token: string | null;
      installation: string;
      uninstalled: boolean;
    }
  | undefined
> {
  const row = await tx
    .selectFrom("workspace")
    .select(["workspace_id", "organization_id", "token", "installation", "uninstalled_at"])
    .where("platform", "=", platform)
    .where("external_id", "=", externalId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.workspace_id,
    organization: await findOrganization(tx, row.organization_id),
    token: row.token,
    installation: row.installation ?? "{}",
    uninstalled: row.uninstalled_at !== null,
  };
}

/** The organization whose workspace on another platform is configured by environment: the two are one organization. */
export async function findEnvironmentOrganization(
  tx: Tx,
  platform: Platform,
): Promise<Organization | undefined> {
  const row = await tx
    .selectFrom("workspace")
    .select("organization_id")
    .where("token", "is", null)
    .where("platform", "!=", platform)
    .where("uninstalled_at", "is", null)
    .orderBy("installed_at")
    .executeTakeFirst();
  return row && findOrganization(tx, row.organization_id);
}

interface WorkspaceKept {
  readonly name: string;
  readonly token: string | null;
  readonly installation: string;
}

export async function insertWorkspace(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceKept & WorkspaceAddress & { readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto("workspace")
    .values({
      organization_id: organization,
      workspace_id: workspace.id,
      platform: workspace.platform,
      external_id: workspace.externalId,
      name: workspace.name,
      token: workspace.token,
      installation: workspace.installation,
      installed_at: workspace.now,
      uninstalled_at: null,
    })
    .execute();
}

export async function updateWorkspace(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  kept: WorkspaceKept,
  /** Null: it was all the time. */
  installedAt: Instant | null,
): Promise<void> {
  await tx
    .updateTable("workspace")
    .set({
      ...kept,
      uninstalled_at: null,
      ...(installedAt === null ? {} : { installed_at: installedAt }),
    })
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .execute();
}

/** False where it was installed later than that, or is uninstalled already. */
export async function markUninstalled(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  at: Instant,
  installedBefore: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("workspace")
    .set({ token: null, uninstalled_at: at })
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("uninstalled_at", "is", null)
    .where("installed_at", "<", installedBefore)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}

/** Every workspace that is installed, whosever it is: for the adapter that serves them all. */
export async function listWorkspaces(tx: Tx, platform: Platform): Promise<WorkspaceAddress[]> {
  const rows = await tx
    .selectFrom("workspace")
    .select(["workspace_id", "external_id"])
    .where("platform", "=", platform)
    .where("uninstalled_at", "is", null)
    .orderBy("installed_at")
    .execute();
  return rows.map((row) => ({ id: row.workspace_id, platform, externalId: row.external_id }));
}
