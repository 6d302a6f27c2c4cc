/** The SQL of sealed tokens, for changing the key they are sealed with. */
import type { OrganizationId, WorkspaceId } from "../../ids.ts";
import type { Tx } from "../../store/store.ts";

export interface KeptToken {
  readonly workspace: WorkspaceId;
  readonly name: string;
  readonly sealed: string;
}

/** Of each workspace of the organization that was installed by OAuth: a handful. */
export async function listTokens(tx: Tx, organization: OrganizationId): Promise<KeptToken[]> {
  const rows = await tx
    .selectFrom("workspace")
    .select(["workspace_id", "name", "token"])
    .where("organization_id", "=", organization)
    .where("token", "is not", null)
    .orderBy("workspace_id")
    .execute();
  return rows.map((row) => ({
    workspace: row.workspace_id,
    name: row.name,
    sealed: row.token ?? "",
  }));
}

/** False where it is another by now: whoever installs just now brings a newer one. */
export async function replaceToken(
  tx: Tx,
  organization: OrganizationId,
  { workspace, sealed: before }: KeptToken,
  sealed: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("workspace")
    .set({ token: sealed })
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("token", "=", before)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
