/** The SQL of what whoever keeps the server does: importing people, choosing an organization. */
import { type Expression, type SqlBool, sql } from "kysely";

import type { DisciplineId, OrganizationId, PersonId, UnitId } from "../../ids.ts";
import type { Tx } from "../../store/store.ts";
import { type Organization, readOrganization } from "../organization.ts";
import { nameKey } from "../person.ts";
import { selfOf } from "./self.ts";

/** Every organization, by name. */
export async function listOrganizations(tx: Tx): Promise<Organization[]> {
  const rows = await tx.selectFrom("organization").selectAll().orderBy("name").execute();
  return rows.map(readOrganization);
}

export interface Called {
  readonly id: PersonId;
  readonly unit: UnitId | null;
  /** Folded. */
  readonly email: string | null;
  readonly nameKey: string;
}

/** Those here who have one of the addresses (lower case) or folded names; whoever turned out to be another is that other. */
export async function listCalled(
  tx: Tx,
  organization: OrganizationId,
  emails: readonly string[],
  nameKeys: readonly string[],
): Promise<Called[]> {
  const rows = await tx
    .selectFrom("person as first")
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "first.organization_id")
        .on("p.person_id", "=", sql<PersonId>`coalesce(first.merged_into, first.person_id)`),
    )
    .select(["p.person_id", "p.unit_id", "first.email", "first.name_key"])
    .where("first.organization_id", "=", organization)
    .where("p.state", "=", "here")
    .where((eb) => {
      const called: Expression<SqlBool>[] = [];
      if (emails.length > 0) called.push(eb("first.email", "in", emails));
      if (nameKeys.length > 0) called.push(eb("first.name_key", "in", nameKeys));
      return eb.or(called);
    })
    .execute();
  return rows.map((row) => ({
    id: row.person_id,
    unit: row.unit_id,
    email: row.email,
    nameKey: row.name_key,
  }));
}

/** The discipline of that name; `insertDisciplines` has made it. */
export async function findDiscipline(
  tx: Tx,
  organization: OrganizationId,
  name: string,
): Promise<DisciplineId> {
  const row = await tx
    .selectFrom("discipline")
    .select("discipline_id")
    .where("organization_id", "=", organization)
    .where("name_key", "=", nameKey(name))
    .executeTakeFirstOrThrow();
  return row.discipline_id;
}

/** Makes somebody the lead of these units and no others. */
export async function setLed(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  units: readonly UnitId[],
): Promise<void> {
  await tx
    .deleteFrom("role")
    .where("organization_id", "=", organization)
    .where("person_id", "in", selfOf(tx, organization, person))
    .where("role", "=", "lead")
    .execute();
  if (units.length === 0) return;
  await tx
    .insertInto("role")
    .values(
      units.map((unit) => ({
        organization_id: organization,
        person_id: person,
        role: "lead",
        unit_id: unit,
      })),
    )
    .execute();
}
