/** The SQL of shifts: what a rota says of each person's working hours. */

import type { OrganizationId, PersonId } from "../../ids.ts";
import { prepared } from "../../store/prepared.ts";
import type { Tx } from "../../store/store.ts";
import { day, type Instant, plus } from "../../time/instant.ts";
import type { Shift } from "../../time/shift.ts";
import { listMergedInto, selfOf } from "./self.ts";

/** Within what either database binds to one statement. */
const atOnce = 500;

/** No shift is longer (people/rota.ts), not even where the clock changes in it. */
const longest = 3 * day;

/**
 * A rota is believed so long after the last shift in it: leave is shorter, and one that nobody imports any more ends by itself. What begins after the span
 * isn't known in it. */
const believed = 28 * day;

interface Asked {
  readonly organization: OrganizationId;
  readonly persons: readonly PersonId[];
  readonly after: Instant;
  readonly until: Instant;
}

const selectShifts = prepared((tx, of: Asked & { readonly from: Instant }) =>
  tx
    .selectFrom("shift")
    .select(["person_id", "starts_at", "ends_at"])
    .where("organization_id", "=", of.organization)
    .where("person_id", "in", of.persons)
    .where("starts_at", ">", of.after)
    .where("starts_at", "<", of.until)
    .where("ends_at", ">", of.from)
    .orderBy("starts_at"),
);

const selectKnown = prepared((tx, of: Asked) =>
  tx
    .selectFrom("shift")
    .select("person_id")
    .distinct()
    .where("organization_id", "=", of.organization)
    .where("person_id", "in", of.persons)
    .where("starts_at", ">", of.after)
    .where("starts_at", "<", of.until),
);

/**
 * The shifts of each person that touch the span, in order. Somebody whose rota is known and who has none in it has an empty list;
 * whose rota is not known is not in the map.
 */
export async function listShifts(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
  from: Instant,
  until: Instant,
): Promise<ReadonlyMap<PersonId, readonly Shift[]>> {
  const found = new Map<PersonId, Shift[]>();
  for (let start = 0; start < persons.length; start += atOnce) {
    const chunk = persons.slice(start, start + atOnce);
    const merged = await listMergedInto(tx, organization, chunk);
    const meant = (id: PersonId): PersonId => merged.get(id) ?? id;
    const ids = [...chunk, ...merged.keys()];
    const after = plus(from, -longest);
    const { rows } = await selectShifts(tx, { organization, persons: ids, after, until, from });
    for (const { person_id, starts_at, ends_at } of rows) {
      const shift = { startsAt: starts_at, endsAt: ends_at };
      const shifts = found.get(meant(person_id));
      if (shifts === undefined) found.set(meant(person_id), [shift]);
      // A rota that names both accounts of a person has their shift twice.
      else if ((shifts.at(-1)?.endsAt ?? "") <= shift.startsAt) shifts.push(shift);
    }
    const others = ids.filter((person) => !found.has(meant(person)));
    if (others.length === 0) continue;
    const known = { organization, persons: others, after: plus(from, -believed), until };
    for (const { person_id } of (await selectKnown(tx, known)).rows) {
      if (!found.has(meant(person_id))) found.set(meant(person_id), []);
    }
  }
  return found;
}

/** The zones of those who have one of their own. */
export async function listOwnZones(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const zones = new Map<PersonId, string>();
  for (let start = 0; start < persons.length; start += atOnce) {
    const rows = await tx
      .selectFrom("person")
      .select(["person_id", "zone"])
      .where("organization_id", "=", organization)
      .where("person_id", "in", persons.slice(start, start + atOnce))
      .execute();
    for (const { person_id, zone } of rows) if (zone !== null) zones.set(person_id, zone);
  }
  return zones;
}

/** Forgets those that start within the span, and those that the person can't have beside the new ones. */
export async function replaceShifts(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  shifts: readonly Shift[],
  span: { readonly first: Instant; readonly last: Instant },
): Promise<void> {
  const [first, last] = [shifts[0], shifts.at(-1)];
  if (first === undefined || last === undefined) return;
  await tx
    .deleteFrom("shift")
    .where("organization_id", "=", organization)
    .where("person_id", "in", selfOf(tx, organization, person))
    .where((eb) =>
      eb.or([
        eb.and([eb("starts_at", ">=", span.first), eb("starts_at", "<=", span.last)]),
        eb.and([eb("ends_at", ">", first.startsAt), eb("starts_at", "<", last.endsAt)]),
      ]),
    )
    .execute();
  for (let start = 0; start < shifts.length; start += atOnce) {
    await tx
      .insertInto("shift")
      .values(
        shifts.slice(start, start + atOnce).map(({ startsAt, endsAt }) => ({
          organization_id: organization,
          person_id: person,
          starts_at: startsAt,
          ends_at: endsAt,
        })),
      )
      .execute();
  }
}
