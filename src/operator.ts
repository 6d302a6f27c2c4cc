/** What whoever keeps the server may do besides: each an act of one organization, and audited as nobody's in it. */
import type { Feature, Work } from "./feature.ts";
import type { AuditId } from "./ids.ts";
import { type DeadJob, listDeadJobs, requeueDeadJobs } from "./jobs/queries.ts";
import { findPersonByEmail } from "./people/queries/persons.ts";
import { giveRole } from "./people/queries/roles.ts";
import { audit } from "./privacy/audit.ts";
import { type AuditRow, listAudit } from "./privacy/queries.ts";

/** Gives the person with that address a role for the whole organization. False where nobody has the address. */
export async function addRole(
  work: Work,
  role: "admin" | "compliance",
  email: string,
): Promise<boolean> {
  const { tx, organization } = work;
  const person = await findPersonByEmail(tx, organization.id, email);
  if (person === undefined) return false;
  await giveRole(tx, organization.id, person, role, null);
  await audit(work, null, `${role}.added`, { person });
  return true;
}

export const deadJobs = ({ tx, organization }: Work, most: number): Promise<DeadJob[]> =>
  listDeadJobs(tx, organization.id, most);

/** Resolves to how many jobs are tried again. */
export async function requeueJobs(work: Work): Promise<number> {
  const { tx, now, organization } = work;
  const jobs = await requeueDeadJobs(tx, organization.id, now);
  if (jobs > 0) await audit(work, null, "jobs.requeued", { jobs });
  return jobs;
}

/** Adds up anew what features keep as sums. */
export async function rebuildSums(work: Work, features: readonly Feature[]): Promise<void> {
  for (const feature of features) await feature.rebuild?.(work);
  await audit(work, null, "scores.rebuilt", {});
}

/** Oldest first, those after `after`. */
export const auditPage = (
  { tx, organization }: Work,
  after: AuditId | null,
  most: number,
): Promise<AuditRow[]> => listAudit(tx, organization.id, after, most);
