/**
 * A workspace that was uninstalled is forgotten once nobody has installed it again for a while: its people, and where it was the
 * organization's last one, everything. What can be installed again goes first, so that whoever comes back begins anew.
 */
import { z } from "zod";

import { type Holding, type JobRow, job, type KeyedWork, type NamingRow } from "../feature.ts";
import type { WorkspaceId } from "../ids.ts";
import { later } from "../jobs/queries.ts";
import { listSelves } from "../people/queries/erase.ts";
import { keptUninstalled } from "../people/workspace.ts";
import { audit } from "../privacy/audit.ts";
import { sweepAudit } from "../privacy/queries.ts";
import { deleteRows, deleteSome } from "../store/held.ts";
import { type Instant, plus } from "../time/instant.ts";
import { everyTable } from "./everything.ts";
import {
  deleteAccounts,
  findUninstalledAt,
  hasOthers,
  listAccountsOf,
  listKeys,
} from "./queries.ts";
import { leaveRedraws } from "./redraw.ts";

const ofWorkspace = z.object({ workspace: z.string().transform((id) => id as WorkspaceId) });
type Of = z.infer<typeof ofWorkspace>;

const rowsAtOnce = 500;
const peopleAtOnce = 20;
const forEver = "9999-12-31T00:00:00.000Z" as Instant;

export const forgetRows = (
  holdings: readonly Holding[],
  namings: readonly NamingRow[],
): readonly JobRow[] => [
  job({ job: "rights.forget", read: ofWorkspace, run: beginForgetting }),
  job({
    job: "rights.forgetPeople",
    read: ofWorkspace,
    run: (work, of) => forgetPeople(work, of, holdings, namings),
  }),
  job({ job: "rights.forgetAll", lasting: true, read: ofWorkspace, run: forgetAll }),
];

async function beginForgetting(work: KeyedWork, { workspace }: Of): Promise<void> {
  const { tx, now, organization } = work;
  const uninstalledAt = await findUninstalledAt(tx, organization.id, workspace);
  if (uninstalledAt == null) return;
  const due = plus(uninstalledAt, keptUninstalled);
  if (due > now) return leave(work, "rights.forget", workspace, due);
  if (await hasOthers(tx, organization.id, workspace, plus(now, -keptUninstalled))) {
    await deleteRows(tx, organization.id, "workspace", "workspace_id", [workspace]);
    await audit(work, null, "workspace.forgotten", { workspace });
    return leave(work, "rights.forgetPeople", workspace, now);
  }
  for (const table of ["workspace", "job"] as const) {
    await deleteRows(tx, organization.id, table, "organization_id", [organization.id]);
  }
  return leave(work, "rights.forgetAll", workspace, now);
}

const leave = (
  { tx, now, organization }: KeyedWork,
  kind: string,
  workspace: WorkspaceId,
  due: Instant,
): Promise<void> =>
  later(tx, organization.id, now, {
    kind,
    payload: { workspace },
    due,
    once: `${kind}:${workspace}`,
  });

/** Whoever has no other account is erased, as if they had asked for it. */
async function forgetPeople(
  work: KeyedWork,
  { workspace }: Of,
  holdings: readonly Holding[],
  namings: readonly NamingRow[],
): Promise<void> {
  const { tx, now, organization } = work;
  const some = await listAccountsOf(tx, organization.id, workspace, peopleAtOnce);
  for (const { person, elsewhere } of some) {
    if (person === null || elsewhere) continue;
    const selves = await listSelves(tx, organization.id, person);
    for (const holding of holdings) await holding.erase(work, selves);
    await leaveRedraws(work, namings, person);
  }
  if (some.length > 0) {
    const accounts = some.map(({ account }) => account);
    await deleteAccounts(tx, organization.id, workspace, accounts);
    return leave(work, "rights.forgetPeople", workspace, now);
  }
  for (const table of ["message", "delivery"] as const) {
    await deleteRows(tx, organization.id, table, "workspace_id", [workspace]);
  }
}

/** A table after the other, and a part of it at a time. */
async function forgetAll(work: KeyedWork, { workspace }: Of): Promise<void> {
  const { tx, now, organization, keys } = work;
  for (const key of await listKeys(tx, organization.id)) keys.destroy(key);
  for (const [table, key] of everyTable) {
    if (table === "job") break;
    if (!(await deleteSome(tx, organization.id, table, key, rowsAtOnce))) {
      return leave(work, "rights.forgetAll", workspace, now);
    }
  }
  if ((await sweepAudit(tx, organization.id, forEver, rowsAtOnce)) === rowsAtOnce) {
    return leave(work, "rights.forgetAll", workspace, now);
  }
  for (const table of ["job", "organization"] as const) {
    await deleteRows(tx, organization.id, table, "organization_id", [organization.id]);
  }
}
