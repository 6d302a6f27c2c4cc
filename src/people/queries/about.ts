/** The SQL of what a person says of themself: unit, profession, hours, privacy, pause. */
import {
  type DisciplineId,
  newId,
  type OrganizationId,
  type PersonId,
  type UnitId,
} from "../../ids.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import { nameKey, type Pattern, type Person } from "../person.ts";

/** By name. */
export async function listUnits(
  tx: Tx,
  organization: OrganizationId,
  most: number,
): Promise<{ id: UnitId; name: string }[]> {
  return tx
    .selectFrom("unit")
    .select(["unit_id as id", "name"])
    .where("organization_id", "=", organization)
    .orderBy("name_key")
    .limit(most)
    .execute();
}

/** In the order in which they were made: the shipped ones first. */
export async function listDisciplines(
  tx: Tx,
  organization: OrganizationId,
  most: number,
): Promise<{ id: DisciplineId; name: string }[]> {
  return tx
    .selectFrom("discipline")
    .select(["discipline_id as id", "name"])
    .where("organization_id", "=", organization)
    .orderBy("discipline_id")
    .limit(most)
    .execute();
}

/** The names of what a person belongs to. */
export async function findBelonging(
  tx: Tx,
  organization: OrganizationId,
  person: Pick<Person, "unit" | "discipline">,
): Promise<{ unit: string | null; discipline: string | null }> {
  const unit =
    person.unit === null
      ? undefined
      : await tx
          .selectFrom("unit")
          .select("name")
          .where("organization_id", "=", organization)
          .where("unit_id", "=", person.unit)
          .executeTakeFirst();
  const discipline =
    person.discipline === null
      ? undefined
      : await tx
          .selectFrom("discipline")
          .select("name")
          .where("organization_id", "=", organization)
          .where("discipline_id", "=", person.discipline)
          .executeTakeFirst();
  return { unit: unit?.name ?? null, discipline: discipline?.name ?? null };
}

/** The unit of that name, made where there is none: "Core Lab" and "core lab" are one. */
export async function insertUnit(
  tx: Tx,
  organization: OrganizationId,
  name: string,
  now: Instant,
): Promise<UnitId> {
  const key = nameKey(name);
  await tx
    .insertInto("unit")
    .values({
      organization_id: organization,
      unit_id: newId("unit", now),
      name,
      name_key: key,
    })
    .onConflict((conflict) => conflict.columns(["organization_id", "name_key"]).doNothing())
    .execute();
  const row = await tx
    .selectFrom("unit")
    .select("unit_id")
    .where("organization_id", "=", organization)
    .where("name_key", "=", key)
    .executeTakeFirstOrThrow();
  return row.unit_id;
}

export async function insertDisciplines(
  tx: Tx,
  organization: OrganizationId,
  names: readonly string[],
  now: Instant,
): Promise<void> {
  const ids = names.map(() => newId("discipline", now)).sort();
  await tx
    .insertInto("discipline")
    .values(
      names.flatMap((name, at) => {
        const id = ids[at];
        return id === undefined
          ? []
          : [{ organization_id: organization, discipline_id: id, name, name_key: nameKey(name) }];
      }),
    )
    .onConflict((conflict) => conflict.columns(["organization_id", "name_key"]).doNothing())
    .execute();
}

export async function hasUnit(
  tx: Tx,
  organization: OrganizationId,
  unit: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom("unit")
    .select("unit_id")
    .where("organization_id", "=", organization)
    .where("unit_id", "=", unit as UnitId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function hasDiscipline(
  tx: Tx,
  organization: OrganizationId,
  discipline: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom("discipline")
    .select("discipline_id")
    .where("organization_id", "=", organization)
    .where("discipline_id", "=", discipline as DisciplineId)
    .executeTakeFirst();
  return row !== undefined;
}

/** From now on; what was before stays with the unit of its day. */
export async function moveToUnit(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  unit: UnitId,
  now: Instant,
): Promise<void> {
  await updatePerson(tx, organization, person, { unit_id: unit });
  await tx
    .insertInto("person_unit")
    .values({ organization_id: organization, person_id: person, since: now, unit_id: unit })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "person_id", "since"]).doUpdateSet({ unit_id: unit }),
    )
    .execute();
}

export const setDiscipline = (
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  discipline: DisciplineId,
): Promise<void> => updatePerson(tx, organization, person, { discipline_id: discipline });

export const setPattern = (
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  pattern: Pattern,
): Promise<void> => updatePerson(tx, organization, person, { pattern });

export const setPrivate = (
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  isPrivate: boolean,
): Promise<void> => updatePerson(tx, organization, person, { prefers_private: isPrivate ? 1 : 0 });

export const setPausedUntil = (
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  until: Instant | null,
): Promise<void> => updatePerson(tx, organization, person, { paused_until: until });

async function updatePerson(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  to: {
    readonly unit_id?: UnitId;
    readonly discipline_id?: DisciplineId;
    readonly pattern?: Pattern;
    readonly prefers_private?: 0 | 1;
    readonly paused_until?: Instant | null;
  },
): Promise<void> {
  await tx
    .updateTable("person")
    .set(to)
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .execute();
}
