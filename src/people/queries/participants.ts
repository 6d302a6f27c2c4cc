/** The SQL of who is asked: persons behind accounts, in units, of disciplines, or everyone. Chunks, so that no list grows without end. */
import type { OrganizationId, PersonId, WorkspaceId } from "../../ids.ts";
import type { Tx } from "../../store/store.ts";

const atOnce = 500;

/** The persons behind these accounts of a workspace, each once; bots, guests and people who left have none. */
export async function listPersonsBehind(
  tx: Tx,
  organization: OrganizationId,
  of: { readonly workspace: WorkspaceId; readonly accounts: readonly string[] },
): Promise<PersonId[]> {
  const persons = new Set<PersonId>();
  for (let from = 0; from < of.accounts.length; from += atOnce) {
    const rows = await tx
      .selectFrom("account")
      .select("person_id")
      .where("organization_id", "=", organization)
      .where("workspace_id", "=", of.workspace)
      .where("external_id", "in", of.accounts.slice(from, from + atOnce))
      .where("kind", "=", "member")
      .execute();
    for (const { person_id } of rows) if (person_id !== null) persons.add(person_id);
  }
  return [...persons];
}
