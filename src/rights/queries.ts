/** The SQL of what no feature answers for: deliveries that name somebody, and what goes with an organization. */
import { sql } from "kysely";

import type { OrganizationId, PersonId, RoundId, WorkspaceId } from "../ids.ts";
import type { Tx } from "../store/store.ts";
import type { Instant } from "../time/instant.ts";

/** Kept answers that name one of these; repeats of them would be judged anew. */
export async function deleteDeliveriesNaming(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<void> {
  for (const person of persons) {
    await tx
      .deleteFrom("delivery")
      .where("organization_id", "=", organization)
      .where("facts", "like", `%"${person}"%`)
      .execute();
  }
}

/** When it was uninstalled; null where it is installed, undefined where it is gone. */
export async function findUninstalledAt(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
): Promise<Instant | null | undefined> {
  const row = await tx
    .selectFrom("workspace")
    .select("uninstalled_at")
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .executeTakeFirst();
  return row?.uninstalled_at;
}

/** Whether another workspace of the organization is installed, or was at that time. */
export async function hasOthers(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  since: Instant,
): Promise<boolean> {
  const row = await tx
    .selectFrom("workspace")
    .select("workspace_id")
    .where("organization_id", "=", organization)
    .where("workspace_id", "!=", workspace)
    .where((eb) => eb.or([eb("uninstalled_at", "is", null), eb("uninstalled_at", ">", since)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keys that are still kept for rounds and requests of the organization. */
export async function listKeys(tx: Tx, organization: OrganizationId): Promise<RoundId[]> {
  const rounds = await tx
    .selectFrom("round")
    .select("round_id")
    .where("organization_id", "=", organization)
    .where("sealed", "=", 1)
    .where("state", "in", ["planning", "open", "closing"])
    .execute();
  const requests = await tx
    .selectFrom("peer_request")
    .select("key_id")
    .where("organization_id", "=", organization)
    .where("ending", "is", null)
    .execute();
  return [
    ...rounds.map((row) => row.round_id),
    ...requests.flatMap(({ key_id: key }) => (key === null ? [] : [key])),
  ];
}

/** People of a workspace, each with whether they have an account in another one that is kept. */
export async function listAccountsOf(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  most: number,
): Promise<{ account: string; person: PersonId | null; elsewhere: boolean }[]> {
  const rows = await tx
    .selectFrom("account as a")
    .leftJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "a.organization_id")
        .onRef("p.person_id", "=", "a.person_id"),
    )
    .select((eb) => [
      "a.external_id",
      sql<PersonId | null>`coalesce(p.merged_into, p.person_id)`.as("person"),
      eb
        .exists(
          eb
            .selectFrom("account as o")
            .innerJoin("person as q", (join) =>
              join
                .onRef("q.organization_id", "=", "o.organization_id")
                .onRef("q.person_id", "=", "o.person_id"),
            )
            .select("o.external_id")
            .whereRef("o.organization_id", "=", "a.organization_id")
            .where("o.workspace_id", "!=", workspace)
            .where(
              sql<boolean>`coalesce(q.merged_into, q.person_id) = coalesce(p.merged_into, p.person_id)`,
            ),
        )
        .as("elsewhere"),
    ])
    .where("a.organization_id", "=", organization)
    .where("a.workspace_id", "=", workspace)
    .orderBy("a.external_id")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    account: row.external_id,
    person: row.person,
    elsewhere: Boolean(row.elsewhere),
  }));
}

export async function deleteAccounts(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  accounts: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom("account")
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("external_id", "in", accounts)
    .execute();
}
