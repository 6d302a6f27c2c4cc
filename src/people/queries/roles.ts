/** The SQL of roles. Roles of a person who turned out to be another are that other's. */
import { sql } from "kysely";

import type { OrganizationId, PersonId, UnitId } from "../../ids.ts";
import { prepared } from "../../store/prepared.ts";
import type { Tx } from "../../store/store.ts";
import type { Role } from "../person.ts";
import { selfOf } from "./self.ts";

export interface Admin {
  readonly id: PersonId;
  readonly name: string;
  /** Made one here; otherwise an admin by running the workspace, which can't be taken away here. */
  readonly byRole: boolean;
}

/** Everyone here who may set Rapport up, by name. */
export async function listAdmins(tx: Tx, organization: OrganizationId): Promise<Admin[]> {
  const made = tx
    .selectFrom("role")
    .select(["organization_id", "person_id", sql<0 | 1>`1`.as("by_role")])
    .where("organization_id", "=", organization)
    .where("role", "=", "admin");
  const running = tx
    .selectFrom("account as a")
    .innerJoin("workspace as w", (join) =>
      join
        .onRef("w.organization_id", "=", "a.organization_id")
        .onRef("w.workspace_id", "=", "a.workspace_id"),
    )
    .select([
      "a.organization_id",
      sql<PersonId>`a.person_id`.as("person_id"),
      sql<0 | 1>`0`.as("by_role"),
    ])
    .where("a.organization_id", "=", organization)
    .where("a.runs_workspace", "=", 1)
    .where("a.kind", "=", "member")
    .where("a.person_id", "is not", null)
    .where("w.uninstalled_at", "is", null);
  const rows = await tx
    .selectFrom(made.unionAll(running).as("may"))
    .innerJoin("person as first", (join) =>
      join
        .onRef("first.organization_id", "=", "may.organization_id")
        .onRef("first.person_id", "=", "may.person_id"),
    )
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "may.organization_id")
        .on("p.person_id", "=", sql<PersonId>`coalesce(first.merged_into, first.person_id)`),
    )
    .select((eb) => ["p.person_id", "p.name", eb.fn.max<number>("may.by_role").as("by_role")])
    .where("p.state", "=", "here")
    .groupBy(["p.person_id", "p.name", "p.name_key"])
    .orderBy("p.name_key")
    .orderBy("p.person_id")
    .execute();
  return rows.map((row) => ({ id: row.person_id, name: row.name, byRole: row.by_role === 1 }));
}

export async function takeAdmin(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<void> {
  await tx
    .deleteFrom("role")
    .where("organization_id", "=", organization)
    .where("role", "=", "admin")
    .where((eb) =>
      eb(
        "person_id",
        "in",
        eb
          .selectFrom("person")
          .select("person.person_id")
          .where("organization_id", "=", organization)
          .where((p) => p.or([p("person.person_id", "=", person), p("merged_into", "=", person)])),
      ),
    )
    .execute();
}

/** Those here with a role, whatever unit it is for. */
export async function listHolders(
  tx: Tx,
  organization: OrganizationId,
  role: Role,
): Promise<PersonId[]> {
  if (role === "admin") return (await listAdmins(tx, organization)).map((admin) => admin.id);
  return rolesHere(tx, organization, role, null);
}

/** The leads of a unit. */
export const listLeads = (
  tx: Tx,
  organization: OrganizationId,
  unit: UnitId,
): Promise<PersonId[]> => rolesHere(tx, organization, "lead", unit);

interface Held {
  readonly organization: OrganizationId;
  readonly role: Role;
}

const holders = (tx: Tx, key: Held) =>
  tx
    .selectFrom("role as r")
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "r.organization_id")
        .onRef("p.person_id", "=", "r.person_id"),
    )
    .select(sql<PersonId>`coalesce(p.merged_into, p.person_id)`.as("person_id"))
    .distinct()
    .where("r.organization_id", "=", key.organization)
    .where("r.role", "=", key.role)
    .where("p.state", "=", "here");

const selectHolders = prepared(holders);
const selectUnitHolders = prepared((tx, key: Held & { readonly unit: UnitId }) =>
  holders(tx, key).where("r.unit_id", "=", key.unit),
);

async function rolesHere(
  tx: Tx,
  organization: OrganizationId,
  role: Role,
  unit: UnitId | null,
): Promise<PersonId[]> {
  const { rows } =
    unit === null
      ? await selectHolders(tx, { organization, role })
      : await selectUnitHolders(tx, { organization, role, unit });
  return rows.map((row) => row.person_id).sort();
}

/** A person's roles, those included of whoever turned out to be them. */
export async function listRoles(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<{ role: Role; unit: UnitId | null }[]> {
  const rows = await tx
    .selectFrom("role as r")
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "r.organization_id")
        .onRef("p.person_id", "=", "r.person_id"),
    )
    .select(["r.role", "r.unit_id"])
    .where("r.organization_id", "=", organization)
    .where((eb) => eb.or([eb("p.person_id", "=", person), eb("p.merged_into", "=", person)]))
    .execute();
  return rows.map((row) => ({
    role: row.role as Role,
    unit: row.unit_id === "" ? null : (row.unit_id as UnitId),
  }));
}

export async function giveRole(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  role: Role,
  unit: UnitId | null,
): Promise<void> {
  await tx
    .insertInto("role")
    .values({ organization_id: organization, person_id: person, role, unit_id: unit ?? "" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether a person runs a workspace with any of their accounts. */
export async function runsAny(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<boolean> {
  const row = await tx
    .selectFrom("account as a")
    .innerJoin("workspace as w", (join) =>
      join
        .onRef("w.organization_id", "=", "a.organization_id")
        .onRef("w.workspace_id", "=", "a.workspace_id"),
    )
    .select("a.external_id")
    .where("a.organization_id", "=", organization)
    .where("a.person_id", "in", selfOf(tx, organization, person))
    .where("a.runs_workspace", "=", 1)
    .where("a.kind", "=", "member")
    .where("w.uninstalled_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
