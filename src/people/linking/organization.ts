/** A second workspace joins an organization, by an admin's one-time code, and only while nothing was kept in its own. */
import type { Feature, Work } from "../../feature.ts";
import type { OrganizationId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { audit } from "../../privacy/audit.ts";
import { moveAudit } from "../../privacy/queries.ts";
import { minute, plus } from "../../time/instant.ts";
import { countWorkspaces, moveOrganization } from "../queries/moving.ts";
import { findOrganization } from "../queries/organizations.ts";
import { matchJob } from "./match.ts";

/** Whether nothing would be lost or mixed: no thanks, no round, no template, and no other workspace. */
export async function isEmpty(work: Work, features: readonly Feature[]): Promise<boolean> {
  if ((await countWorkspaces(work.tx, work.organization.id)) > 1) return false;
  for (const feature of features) {
    if (await feature.begun?.(work)) return false;
  }
  return true;
}

/** The work's organization, which is empty, becomes part of another. */
export async function joinOrganization(
  { tx, now, organization }: Work,
  into: OrganizationId,
): Promise<void> {
  await moveAudit(tx, organization.id, into, plus(now, minute));
  await moveOrganization(tx, organization.id, into);
  const joined: Work = { tx, now, organization: await findOrganization(tx, into) };
  await audit(joined, null, "workspace.joined", { organization: organization.id });
  await later(tx, into, now, matchJob(now));
}
