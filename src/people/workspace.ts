/** A Slack team or a Teams tenant that has installed Rapport, and the organization it belongs to. */

import type { WorkspaceAddress } from "../chat/chat.ts";
import type { AccountFacts, Platform } from "../chat/inbound.ts";
import type { Feature, Work } from "../feature.ts";
import { newId, type WorkspaceId } from "../ids.ts";
import { later } from "../jobs/queries.ts";
import type { Sealer } from "../privacy/seal.ts";
import type { Tx } from "../store/store.ts";
import { nearestLocale } from "../text/say.ts";
import { day, type Instant, plus, second } from "../time/instant.ts";
import { isZone } from "../time/zone.ts";
import { learnAccounts } from "./directory.ts";
import { isEmpty, joinOrganization } from "./linking/organization.ts";
import type { Organization } from "./organization.ts";
import { findAccounts } from "./queries/accounts.ts";
import { insertOrganization } from "./queries/organizations.ts";
import { giveRole } from "./queries/roles.ts";
import {
  findAnyWorkspace,
  findEnvironmentOrganization,
  insertWorkspace,
  markUninstalled,
  updateWorkspace,
} from "./queries/workspaces.ts";

export interface Installing {
  readonly platform: Platform;
  readonly externalId: string;
  readonly name: string;
  /** Null where the token comes from the environment. */
  readonly token: string | null;
  /** What the platform told at installing, as JSON: no secret in it. */
  readonly installation: string;
  /** Whoever installed it by OAuth becomes an admin. */
  readonly installer: AccountFacts | null;
  /** For an organization made now. */
  readonly zone: string | null;
  readonly locale: string | null;
  readonly domains: readonly string[];
}

/**
 * Installs a workspace, or installs it again. A new one makes its organization; a Slack and a Teams workspace that are both
 * configured by environment are of one, also when the second is added later.
 */
export async function installWorkspace(
  tx: Tx,
  now: Instant,
  sealer: Sealer,
  features: readonly Feature[],
  installing: Installing,
): Promise<WorkspaceAddress> {
  const { platform, externalId } = installing;
  const kept = {
    name: installing.name,
    token: installing.token === null ? null : sealer.seal(installing.token),
    installation: installing.installation,
  };
  const before = await findAnyWorkspace(tx, platform, externalId);
  const organization =
    before === undefined
      ? await organizationFor(tx, now, features, installing)
      : await organizationOf({ tx, now, organization: before.organization }, features, installing);
  const id = before?.id ?? newId("workspace", now);
  if (before === undefined) {
    await insertWorkspace(tx, organization.id, { id, platform, externalId, ...kept, now });
  } else {
    // A workspace of the environment is told anew at each start.
    const again = before.uninstalled || kept.token !== null;
    await updateWorkspace(tx, organization.id, id, kept, again ? now : null);
  }
  if (installing.installer !== null) {
    await learnAccounts({ tx, now, organization }, id, [installing.installer]);
    const account = installing.installer.externalId;
    const person = (await findAccounts(tx, organization, id, [account])).get(account)?.person;
    if (person) await giveRole(tx, organization.id, person.id, "admin", null);
  }
  return { id, platform, externalId };
}

async function organizationFor(
  tx: Tx,
  now: Instant,
  features: readonly Feature[],
  installing: Installing,
): Promise<Organization> {
  if (installing.token === null) {
    const environment = await findEnvironmentOrganization(tx, installing.platform);
    if (environment !== undefined) return environment;
  }
  const organization: Organization = {
    id: newId("organization", now),
    name: installing.name,
    locale: nearestLocale(installing.locale),
    zone: installing.zone !== null && isZone(installing.zone) ? installing.zone : "UTC",
    domains: installing.domains,
    recordShapes: [],
    sites: [],
  };
  await insertOrganization(tx, organization, now);
  for (const feature of features) await feature.begin?.({ tx, now, organization });
  return organization;
}

/** The one it had, unless nothing was kept there and the environment configures another platform's too. */
async function organizationOf(
  work: Work,
  features: readonly Feature[],
  { token, platform }: Installing,
): Promise<Organization> {
  const { tx, organization } = work;
  const other = token === null ? await findEnvironmentOrganization(tx, platform) : undefined;
  if (other === undefined || other.id === organization.id) return organization;
  if (!(await isEmpty(work, features))) return organization;
  await joinOrganization(work, other.id);
  return other;
}

/** Whoever uninstalls by mistake, or to install anew, loses nothing for so long. */
export const keptUninstalled = 30 * day;

/**
 * The token goes at once; the data stays 30 days from when it was uninstalled, for whoever installs again. What is told late, of a
 * time before it was installed again, is no news.
 */
export async function uninstallWorkspace(
  work: Work,
  workspace: WorkspaceId,
  told: Instant,
): Promise<void> {
  const { tx, organization, now } = work;
  const at = told < now ? told : now;
  // The platform tells whole seconds: one that it was installed in may be the one it was uninstalled in.
  if (!(await markUninstalled(tx, organization.id, workspace, at, plus(at, second)))) return;
  await later(tx, organization.id, now, {
    kind: "rights.forget",
    payload: { workspace },
    due: plus(at, keptUninstalled),
    once: `rights.forget:${workspace}`,
  });
}
