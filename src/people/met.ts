/** What a platform tells by the way with whatever somebody does: where they are, and how they are reached. */
import type { Met, Platform } from "../chat/inbound.ts";
import type { Work } from "../feature.ts";
import type { WorkspaceId } from "../ids.ts";
import type { Tx } from "../store/store.ts";
import { isZone } from "../time/zone.ts";
import { markUnreachable } from "./queries/reach.ts";
import {
  findAddress,
  findServiceUrl,
  forgetRoster,
  keepConversation,
  keepSeenIn,
  keepSeenWith,
  listAddressed,
  listRosters,
} from "./queries/references.ts";
import { findWorkspace } from "./queries/workspaces.ts";

/** The latest is kept; what isn't told stays as it was. */
export async function keepMet(
  { tx, now, organization }: Work,
  workspace: WorkspaceId,
  account: string | null,
  { zone, locale, address, conversation }: Met,
): Promise<void> {
  await keepConversation(tx, organization.id, workspace, conversation, now);
  if (account === null) return;
  const direct = conversation.roster === null ? conversation.externalId : null;
  await keepSeenWith(tx, organization.id, workspace, account, { address, direct });
  await keepSeenIn(tx, organization.id, workspace, account, {
    ...(zone !== undefined && isZone(zone) ? { zone } : {}),
    ...(locale === undefined ? {} : { locale }),
  });
}

/** Whoever took Rapport out is not written to until they do something with it again. */
export async function partFrom(
  { tx, now, organization }: Work,
  workspace: WorkspaceId,
  from: { readonly account: string } | { readonly roster: string },
): Promise<void> {
  if ("account" in from) await markUnreachable(tx, organization.id, workspace, from.account, now);
  else await forgetRoster(tx, organization.id, workspace, from.roster);
}

/** For an adapter: where conversations and accounts of its workspaces are reached. Throws a `Fault` where the database doesn't say in time. */
export interface References {
  /** Of a conversation that isn't known, or null: where the workspace was last heard from. */
  serviceUrl(workspace: string, conversation: string | null): Promise<string | undefined>;
  address(workspace: string, account: string): Promise<string | undefined>;
  /** Accounts by their addresses; those that aren't known are left out. */
  accounts(workspace: string, addresses: readonly string[]): Promise<ReadonlyMap<string, string>>;
  rosters(
    workspace: string,
  ): Promise<readonly { readonly roster: string; readonly serviceUrl: string }[]>;
}

export function createReferences(
  platform: Platform,
  transact: <T>(act: (tx: Tx) => Promise<T>) => Promise<T>,
): References {
  const look = <T>(
    externalId: string,
    none: T,
    find: (tx: Tx, ...of: readonly [Work["organization"]["id"], WorkspaceId]) => Promise<T>,
  ): Promise<T> =>
    transact(async (tx) => {
      const home = await findWorkspace(tx, platform, externalId);
      return home === undefined ? none : find(tx, home.organization.id, home.workspace.id);
    });

  return {
    serviceUrl: (workspace, conversation) =>
      look(workspace, undefined as string | undefined, (tx, organization, id) =>
        findServiceUrl(tx, organization, id, conversation),
      ),
    address: (workspace, account) =>
      look(
        workspace,
        undefined as string | undefined,
        async (tx, organization, id) =>
          (await findAddress(tx, organization, id, account)) ?? undefined,
      ),
    accounts: (workspace, addresses) =>
      addresses.length === 0
        ? Promise.resolve(new Map())
        : look(workspace, new Map<string, string>(), (tx, organization, id) =>
            listAddressed(tx, organization, id, addresses),
          ),
    rosters: (workspace) =>
      look(workspace, [] as { roster: string; serviceUrl: string }[], listRosters),
  };
}
