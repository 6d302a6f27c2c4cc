/** The SQL of where accounts and conversations are reached, on platforms that give them addresses of their own. */
import type { OrganizationId, WorkspaceId } from "../../ids.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";

/** Keeps what an account was last seen with; what isn't told stays as it was. Whoever is seen can be written to again. */
export async function keepSeenWith(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  account: string,
  seen: { readonly address?: string | undefined; readonly direct: string | null },
): Promise<void> {
  await tx
    .updateTable("account")
    .set({
      unreachable_at: null,
      ...(seen.address === undefined ? {} : { address: seen.address }),
      ...(seen.direct === null ? {} : { direct_channel: seen.direct }),
    })
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("external_id", "=", account)
    .execute();
}

/** The zone and locale a person was last seen with. */
export async function keepSeenIn(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  account: string,
  seen: { readonly zone?: string; readonly locale?: string },
): Promise<void> {
  if (Object.keys(seen).length === 0) return;
  await tx
    .updateTable("person")
    .set(seen)
    .where("organization_id", "=", organization)
    .where("person_id", "in", (eb) =>
      eb
        .selectFrom("account as a")
        .innerJoin("person as p", (join) =>
          join
            .onRef("p.organization_id", "=", "a.organization_id")
            .onRef("p.person_id", "=", "a.person_id"),
        )
        .select((of) => of.fn.coalesce("p.merged_into", "p.person_id").as("person_id"))
        .where("a.organization_id", "=", organization)
        .where("a.workspace_id", "=", workspace)
        .where("a.external_id", "=", account),
    )
    .execute();
}

interface Conversation {
  readonly externalId: string;
  readonly serviceUrl: string;
  readonly roster: string | null;
}

/** Written only where something changed: most activities tell what is known. */
export async function keepConversation(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  { externalId, serviceUrl, roster }: Conversation,
  now: Instant,
): Promise<void> {
  const kept = { service_url: serviceUrl, roster, seen_at: now };
  await tx
    .insertInto("conversation")
    .values({
      organization_id: organization,
      workspace_id: workspace,
      external_id: externalId,
      ...kept,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "workspace_id", "external_id"])
        .doUpdateSet(kept)
        .where((eb) =>
          eb.or([
            eb("conversation.service_url", "!=", serviceUrl),
            eb(eb.fn.coalesce("conversation.roster", eb.val("")), "!=", roster ?? ""),
          ]),
        ),
    )
    .execute();
}

export async function forgetRoster(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  roster: string,
): Promise<void> {
  await tx
    .deleteFrom("conversation")
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("roster", "=", roster)
    .execute();
}

/** Where a conversation is reached; of one that is not known (or null), where the workspace was last heard from. */
export async function findServiceUrl(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  conversation: string | null,
): Promise<string | undefined> {
  const told = tx
    .selectFrom("conversation")
    .select("service_url")
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace);
  const own =
    conversation === null
      ? undefined
      : await told.where("external_id", "=", conversation).executeTakeFirst();
  const row = own ?? (await told.orderBy("seen_at", "desc").limit(1).executeTakeFirst());
  return row?.service_url;
}

/** The rosters of a workspace's conversations of many, one conversation of each. */
export async function listRosters(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
): Promise<{ roster: string; serviceUrl: string }[]> {
  const rows = await tx
    .selectFrom("conversation")
    .select((eb) => ["roster", eb.fn.max("service_url").as("service_url")])
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("roster", "is not", null)
    .groupBy("roster")
    .orderBy("roster")
    .execute();
  return rows.flatMap(({ roster, service_url }) =>
    roster === null ? [] : [{ roster, serviceUrl: service_url }],
  );
}

export async function findAddress(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  account: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("account")
    .select("address")
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("external_id", "=", account)
    .executeTakeFirst();
  return row?.address ?? null;
}

/** Accounts by the platform's own address of them. */
export async function listAddressed(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("account")
    .select(["address", "external_id"])
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("address", "in", addresses)
    .execute();
  return new Map(
    rows.flatMap(({ address, external_id }): [string, string][] =>
      address === null ? [] : [[address, external_id]],
    ),
  );
}
