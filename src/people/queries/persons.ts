/** The SQL of persons: one who turned out to be another is read as that other. */
import { sql } from "kysely";

import type { DisciplineId, OrganizationId, PersonId, UnitId } from "../../ids.ts";
import { prepared } from "../../store/prepared.ts";
import { dialectOf, type Tx } from "../../store/store.ts";
import { nearestLocale } from "../../text/say.ts";
import type { Instant } from "../../time/instant.ts";
import type { Organization } from "../organization.ts";
import { nameKey, type Pattern, type Person } from "../person.ts";
import { selfOf } from "./self.ts";

export const personColumns = [
  "p.person_id",
  "p.name",
  "p.email",
  "p.zone",
  "p.locale",
  "p.unit_id",
  "p.discipline_id",
  "p.pattern",
  "p.prefers_private",
  "p.off_boards",
  "p.paused_until",
  "p.state",
  "p.welcomed_at",
  "p.told_at",
  "p.merged_into",
] as const;

export interface PersonRow {
  person_id: PersonId;
  name: string;
  email: string | null;
  zone: string | null;
  locale: string | null;
  unit_id: UnitId | null;
  discipline_id: DisciplineId | null;
  pattern: string | null;
  prefers_private: number;
  off_boards: number;
  paused_until: Instant | null;
  state: string;
  welcomed_at: Instant | null;
  told_at: Instant | null;
  merged_into: PersonId | null;
}

function readPerson(organization: Organization, row: PersonRow): Person {
  return {
    id: row.person_id,
    name: row.name,
    email: row.email,
    zone: row.zone ?? organization.zone,
    locale: row.locale === null ? organization.locale : nearestLocale(row.locale),
    unit: row.unit_id,
    discipline: row.discipline_id,
    pattern: row.pattern as Pattern | null,
    prefersPrivate: row.prefers_private === 1,
    offBoards: row.off_boards === 1,
    pausedUntil: row.paused_until,
    here: row.state === "here",
    welcomedAt: row.welcomed_at,
    toldAt: row.told_at,
  };
}

/** Persons by the id they were asked for: one who turned out to be another is that other. Hardly anyone is, so it is read apart. */
export async function readPersons(
  tx: Tx,
  organization: Organization,
  rows: readonly PersonRow[],
): Promise<Map<PersonId, Person>> {
  const ids = rows.flatMap((row) => row.merged_into ?? []);
  const others =
    ids.length === 0 ? [] : (await selectPersons(tx, { organization: organization.id, ids })).rows;
  const found = new Map([...rows, ...others].map((row) => [row.person_id, row]));
  return new Map(
    rows.flatMap((row): [PersonId, Person][] => {
      const meant = row.merged_into === null ? row : found.get(row.merged_into);
      return meant === undefined ? [] : [[row.person_id, readPerson(organization, meant)]];
    }),
  );
}

interface PersonsKey {
  readonly organization: OrganizationId;
  readonly ids: readonly PersonId[];
}

const selectPersons = prepared((tx, key: PersonsKey) =>
  tx
    .selectFrom("person as p")
    .select(personColumns)
    .where("p.organization_id", "=", key.organization)
    .where("p.person_id", "in", key.ids),
);

/** Persons by id, in the order asked, those merged into another as that other; unknown ids are left out. */
export async function listPersons(
  tx: Tx,
  organization: Organization,
  ids: readonly PersonId[],
): Promise<Person[]> {
  const found = await listPersonsById(tx, organization, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The same, by the id they were asked for. */
export async function listPersonsById(
  tx: Tx,
  organization: Organization,
  ids: readonly PersonId[],
): Promise<Map<PersonId, Person>> {
  if (ids.length === 0) return new Map();
  const { rows } = await selectPersons(tx, { organization: organization.id, ids });
  return readPersons(tx, organization, rows);
}

/** The same, a person once: two ids may mean one. */
export async function listPersonsOnce(
  tx: Tx,
  organization: Organization,
  ids: readonly PersonId[],
): Promise<Person[]> {
  const persons = await listPersons(tx, organization, ids);
  return [...new Map(persons.map((person) => [person.id, person])).values()];
}

export async function findPerson(
  tx: Tx,
  organization: Organization,
  id: PersonId,
): Promise<Person | undefined> {
  return (await listPersons(tx, organization, [id]))[0];
}

/** Locks the persons' rows in one sorted order, so that two who thank each other at once cannot deadlock. */
export async function holdPersons(
  tx: Tx,
  organization: OrganizationId,
  ids: readonly PersonId[],
): Promise<void> {
  if (dialectOf(tx) === "sqlite") return; // BEGIN IMMEDIATE already holds everything
  const rows = await tx
    .selectFrom("person")
    .select("merged_into")
    .where("organization_id", "=", organization)
    .where("person_id", "in", ids)
    .orderBy("person_id")
    .forUpdate()
    .execute();
  // Somebody who became another while this waited: what that one spends waits too.
  const others = rows.flatMap((row) => row.merged_into ?? []).filter((id) => !ids.includes(id));
  if (others.length > 0) await holdPersons(tx, organization, others);
}

/** Who else has that address; of several, whoever was here first. */
export async function findPersonByEmail(
  tx: Tx,
  organization: OrganizationId,
  email: string,
  except: PersonId | null = null,
): Promise<PersonId | undefined> {
  // Asked for in order, SQLite would look through everybody in that order.
  const rows = await tx
    .selectFrom("person")
    .select(["person_id", "merged_into"])
    .where("organization_id", "=", organization)
    .where("email", "=", email.toLowerCase())
    .execute();
  return rows
    .filter((row) => row.person_id !== except)
    .map((row) => row.merged_into ?? row.person_id)
    .toSorted()[0];
}

interface PersonFacts {
  readonly name: string;
  readonly email: string | null;
  readonly zone: string | null;
  readonly locale: string | null;
}

export async function insertPerson(
  tx: Tx,
  organization: OrganizationId,
  person: PersonFacts & { readonly id: PersonId; readonly joinedAt: Instant },
): Promise<void> {
  await tx
    .insertInto("person")
    .values({
      organization_id: organization,
      person_id: person.id,
      name: person.name,
      name_key: nameKey(person.name),
      email: person.email,
      zone: person.zone,
      locale: person.locale,
      unit_id: null,
      discipline_id: null,
      pattern: null,
      prefers_private: 0,
      off_boards: 0,
      paused_until: null,
      state: "here",
      joined_at: person.joinedAt,
      welcomed_at: null,
      told_at: null,
      merged_into: null,
    })
    .execute();
}

/** What the platform says of a person; what it does not say is kept as it was. */
export async function updatePersonFacts(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  facts: PersonFacts,
): Promise<void> {
  await tx
    .updateTable("person")
    .set((eb) => ({
      name: facts.name,
      name_key: nameKey(facts.name),
      email: eb.fn.coalesce(eb.val(facts.email), "email"),
      zone: eb.fn.coalesce(eb.val(facts.zone), "zone"),
      locale: eb.fn.coalesce(eb.val(facts.locale), "locale"),
    }))
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .execute();
}

/** Here while one member account remains; whoever has left stands on no board from that moment. */
export async function settleState(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<void> {
  const member = await tx
    .selectFrom("account")
    .select("external_id")
    .where("organization_id", "=", organization)
    .where("person_id", "in", selfOf(tx, organization, person))
    .where("kind", "=", "member")
    .limit(1)
    .executeTakeFirst();
  await setState(tx, organization, person, member === undefined ? "left" : "here");
}

async function setState(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  state: "here" | "left",
): Promise<void> {
  const changed = await tx
    .updateTable("person")
    .set({ state })
    .where("organization_id", "=", organization)
    .where("person_id", "in", selfOf(tx, organization, person))
    .where("state", "!=", state)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) > 0) await settleShown(tx, organization, person);
}

/** A board shows those who are here and have not left the boards. */
export async function settleShown(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<void> {
  await tx
    .updateTable("score")
    .set({
      shown: sql<0 | 1>`(select case when p.state = 'here' and p.off_boards = 0 then 1 else 0 end
        from person as p where p.organization_id = ${organization} and p.person_id = score.member)`,
    })
    .where("organization_id", "=", organization)
    .where("member", "in", selfOf(tx, organization, person))
    .execute();
}

/** One welcome per person, ever: the first time stays. */
export async function markWelcomed(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("person")
    .set({ welcomed_at: now })
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .where("welcomed_at", "is", null)
    .execute();
}

/** When somebody last heard of a thanks. */
export async function markTold(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("person")
    .set({ told_at: now })
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .execute();
}
