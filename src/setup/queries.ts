/** The SQL of setup. */

import type { OrganizationId } from "../ids.ts";
import type { Tx } from "../store/store.ts";
import type { GuardFacts, OrganizationFacts } from "./organization.ts";

export async function updateOrganization(
  tx: Tx,
  organization: OrganizationId,
  facts: OrganizationFacts,
): Promise<void> {
  await tx
    .updateTable("organization")
    .set({ ...facts, domains: JSON.stringify(facts.domains) })
    .where("organization_id", "=", organization)
    .execute();
}

export async function updateGuard(
  tx: Tx,
  organization: OrganizationId,
  { recordShapes, sites }: GuardFacts,
): Promise<void> {
  await tx
    .updateTable("organization")
    .set({ record_shapes: JSON.stringify(recordShapes), sites: JSON.stringify(sites) })
    .where("organization_id", "=", organization)
    .execute();
}
