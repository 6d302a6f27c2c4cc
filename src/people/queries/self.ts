/** A person is also whoever turned out to be them: what was kept under one of their ids is theirs. */
import { sql } from "kysely";

import type { OrganizationId, PersonId } from "../../ids.ts";
import { dialectOf, type Tx } from "../../store/store.ts";

/** Who an id means now. */
const meant = (organization: OrganizationId, person: PersonId) =>
  sql<PersonId>`(select coalesce(one.merged_into, one.person_id) from person as one
    where one.organization_id = ${organization} and one.person_id = ${person})`;

/**
 * Every id of the person whom an id means: `.where("person_id", "in", selfOf(tx, organization, person))`. Each half is found by
 * its index: of a hundred thousand persons, one after another would be read for every message.
 */
export const selfOf = (tx: Tx, organization: OrganizationId, person: PersonId) =>
  tx
    .selectFrom("person as self")
    .select("self.person_id")
    .where("self.organization_id", "=", organization)
    .where("self.person_id", "=", meant(organization, person))
    .unionAll(
      tx
        .selectFrom("person as other")
        .select("other.person_id")
        .where("other.organization_id", "=", organization)
        .where("other.merged_into", "=", meant(organization, person)),
    );

/** Every id of the person whom an id means, the one they go by first. */
export async function listSelf(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<PersonId[]> {
  const rows = await tx
    .selectFrom("person")
    .select(["person_id", "merged_into"])
    .where("organization_id", "=", organization)
    .where("person_id", "in", selfOf(tx, organization, person))
    .orderBy("person_id")
    .execute();
  const first = (row: (typeof rows)[number]): number => (row.merged_into === null ? 0 : 1);
  return rows.toSorted((a, b) => first(a) - first(b)).map((row) => row.person_id);
}

/** Whom each id means now; ids of persons who are nobody else are left out. */
export async function listMerged(
  tx: Tx,
  organization: OrganizationId,
  ids: readonly PersonId[],
): Promise<Map<PersonId, PersonId>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("person")
    .select(["person_id", "merged_into"])
    .where("organization_id", "=", organization)
    .where("person_id", "in", ids)
    .where("merged_into", "is not", null)
    .execute();
  return new Map(
    rows.flatMap(({ person_id, merged_into }): [PersonId, PersonId][] =>
      merged_into === null ? [] : [[person_id, merged_into]],
    ),
  );
}

/** The same of persons who were read in this transaction: on SQLite nobody has become another since. */
export const listMergedSince = (
  tx: Tx,
  organization: OrganizationId,
  ids: readonly PersonId[],
): Promise<Map<PersonId, PersonId>> =>
  dialectOf(tx) === "sqlite" ? Promise.resolve(new Map()) : listMerged(tx, organization, ids);

/** Whether an id is one of the person who does something. */
export async function isIdOf(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  id: PersonId | null,
): Promise<boolean> {
  if (id === null || id === person) return id !== null;
  return (await listMerged(tx, organization, [id])).get(id) === person;
}

/** Who turned out to be one of these, and which. */
export async function listMergedInto(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<Map<PersonId, PersonId>> {
  if (persons.length === 0) return new Map();
  const rows = await tx
    .selectFrom("person")
    .select(["person_id", "merged_into"])
    .where("organization_id", "=", organization)
    .where("merged_into", "in", persons)
    .execute();
  return new Map(
    rows.flatMap(({ person_id, merged_into }): [PersonId, PersonId][] =>
      merged_into === null ? [] : [[person_id, merged_into]],
    ),
  );
}

/** Every id of the person whom each of these means, by the id it was asked for. */
export async function listIdsOf(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<Map<PersonId, PersonId[]>> {
  const meant = await listMerged(tx, organization, persons);
  const roots = [...new Set(persons.map((person) => meant.get(person) ?? person))];
  const others = [...(await listMergedInto(tx, organization, roots))];
  return new Map(
    persons.map((person): [PersonId, PersonId[]] => {
      const root = meant.get(person) ?? person;
      return [person, [root, ...others.flatMap(([id, into]) => (into === root ? [id] : []))]];
    }),
  );
}
