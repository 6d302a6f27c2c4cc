/** The SQL of a workspace that joins another organization: its people come along, and nothing stays of the organization it had. */
import { sql } from "kysely";

import type { OrganizationId, WorkspaceId } from "../../ids.ts";
import type { Schema } from "../../store/schema.ts";
import type { Tx } from "../../store/store.ts";

/** What comes along as it is. Whoever was asked, told or audited there was so before. */
const along = [
  "workspace",
  "person",
  "account",
  "person_unit",
  "role",
  "shift",
  "joining",
  "message",
  "delivery",
  "conversation",
] as const satisfies readonly (keyof Schema)[];

/** What was settled there, and what waits to be done for it: the other organization has its own. */
const settled = [
  "setting",
  "value",
  "unit",
  "discipline",
  "job",
  "link_code",
  "link_try",
  "reaction",
  "tell",
  "allowance_use",
  "score",
  "rollup",
  "organization",
] as const satisfies readonly (keyof Schema)[];

/** How many workspaces an organization has, those that were uninstalled included. */
export async function countWorkspaces(tx: Tx, organization: OrganizationId): Promise<number> {
  const row = await tx
    .selectFrom("workspace")
    .select((eb) => eb.fn.countAll<number>().as("workspaces"))
    .where("organization_id", "=", organization)
    .executeTakeFirstOrThrow();
  return Number(row.workspaces);
}

/** Everything of an organization that holds nothing yet becomes another's; units and disciplines of one name are one. */
export async function moveOrganization(
  tx: Tx,
  organization: OrganizationId,
  into: OrganizationId,
): Promise<void> {
  // What is being answered just now is answered there; were it kept here, nobody would find it.
  await tx
    .deleteFrom("delivery")
    .where("organization_id", "=", organization)
    .where("answer", "is", null)
    .execute();
  for (const [table, column] of [
    ["unit", "unit_id"],
    ["discipline", "discipline_id"],
  ] as const) {
    const name = sql.table(table);
    const id = sql.ref(column);
    await sql`insert into ${name} (organization_id, ${id}, name, name_key)
      select ${into}, ${id}, name, name_key from ${name} as theirs where organization_id = ${organization}
      and not exists (select 1 from ${name} as ours
        where ours.organization_id = ${into} and ours.name_key = theirs.name_key)`.execute(tx);
    for (const owner of ["person", ...(table === "unit" ? ["person_unit", "role"] : [])]) {
      await sql`update ${sql.table(owner)} set ${id} = (
          select ours.${id} from ${name} as theirs join ${name} as ours on ours.name_key = theirs.name_key
          where theirs.organization_id = ${organization} and ours.organization_id = ${into}
            and theirs.${id} = ${sql.ref(`${owner}.${column}`)})
        where organization_id = ${organization} and ${id} is not null and ${id} <> ''`.execute(tx);
    }
  }
  for (const table of along) {
    await sql`update ${sql.table(table)} set organization_id = ${into} where organization_id = ${organization}`.execute(
      tx,
    );
  }
  for (const table of settled) {
    await sql`delete from ${sql.table(table)} where organization_id = ${organization}`.execute(tx);
  }
}

/** The names of an organization's workspaces that are installed. */
export async function listWorkspaceNames(
  tx: Tx,
  organization: OrganizationId,
): Promise<{ id: WorkspaceId; name: string; platform: string }[]> {
  return tx
    .selectFrom("workspace")
    .select(["workspace_id as id", "name", "platform"])
    .where("organization_id", "=", organization)
    .where("uninstalled_at", "is", null)
    .orderBy("installed_at")
    .orderBy("name")
    .execute();
}
