/** The SQL of what no feature answers for: deliveries that name somebody, and what goes with an organization. */
import type { OrganizationId, PersonId } from "../ids.ts";
import type { Tx } from "../store/store.ts";

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
