/** The SQL of requests for feedback and of those who are asked. A person is also whoever turned out to be them. */
import { type Selectable, sql } from "kysely";

import type { OrganizationId, PeerId, PersonId } from "../ids.ts";
import { selfOf } from "../people/queries/self.ts";
import type { Schema } from "../store/schema.ts";
import { dialectOf, type Tx } from "../store/store.ts";
import type { Instant } from "../time/instant.ts";
import type { Ending, PeerRequest, Rater } from "./request.ts";

const requestOf = (row: Selectable<Schema["peer_request"]>): PeerRequest => ({
  id: row.peer_id,
  subject: row.subject_id,
  askedBy: row.asked_by,
  key: row.key_id,
  askedAt: row.asked_at,
  closesAt: row.closes_at,
  ending: row.ending as Ending | null,
});

const raterOf = (row: Selectable<Schema["peer_rater"]>): Rater => ({
  person: row.person_id,
  state: row.state as Rater["state"],
  reminders: row.reminders,
});

export async function insertRequest(
  tx: Tx,
  organization: OrganizationId,
  request: PeerRequest,
  raters: readonly PersonId[],
): Promise<void> {
  const of = { organization_id: organization, peer_id: request.id };
  await tx
    .insertInto("peer_request")
    .values({
      ...of,
      subject_id: request.subject,
      asked_by: request.askedBy,
      key_id: request.key,
      asked_at: request.askedAt,
      closes_at: request.closesAt,
      ending: request.ending,
    })
    .execute();
  await tx
    .insertInto("peer_rater")
    .values(raters.map((person_id) => ({ ...of, person_id, state: "asked", reminders: 0 })))
    .execute();
}

/** Holds it until the transaction ends: answering, reminding and closing come one after another. */
export async function holdRequest(
  tx: Tx,
  organization: OrganizationId,
  id: PeerId,
): Promise<PeerRequest | undefined> {
  const row = await tx
    .selectFrom("peer_request")
    .selectAll()
    .where("organization_id", "=", organization)
    .where("peer_id", "=", id)
    .$if(dialectOf(tx) === "postgres", (q) => q.forUpdate())
    .executeTakeFirst();
  return row && requestOf(row);
}

export async function findRequest(
  tx: Tx,
  organization: OrganizationId,
  id: PeerId,
): Promise<PeerRequest | undefined> {
  const row = await tx
    .selectFrom("peer_request")
    .selectAll()
    .where("organization_id", "=", organization)
    .where("peer_id", "=", id)
    .executeTakeFirst();
  return row && requestOf(row);
}

export async function markRequest(
  tx: Tx,
  organization: OrganizationId,
  id: PeerId,
  what: { readonly closes_at?: Instant; readonly ending?: Ending },
): Promise<void> {
  await tx
    .updateTable("peer_request")
    .set(what)
    .where("organization_id", "=", organization)
    .where("peer_id", "=", id)
    .execute();
}

export async function findRater(
  tx: Tx,
  organization: OrganizationId,
  id: PeerId,
  person: PersonId,
): Promise<Rater | undefined> {
  const row = await selectRaters(tx, organization, id)
    .where("r.person_id", "in", selfOf(tx, organization, person))
    .executeTakeFirst();
  return row && raterOf(row);
}

/** Of two who turned out to be one, the one who stands first: whoever answered, else whoever they go by. */
const selectRaters = (tx: Tx, organization: OrganizationId, id: PeerId) =>
  tx
    .selectFrom("peer_rater as r")
    .leftJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "r.organization_id")
        .onRef("p.person_id", "=", "r.person_id"),
    )
    .selectAll("r")
    .select(sql<PersonId>`coalesce(p.merged_into, r.person_id)`.as("self"))
    .where("r.organization_id", "=", organization)
    .where("r.peer_id", "=", id)
    .orderBy(sql`case r.state when 'answered' then 0 when 'asked' then 1 else 2 end`)
    .orderBy(sql`case when p.merged_into is null then 0 else 1 end`)
    .orderBy("r.person_id");

/** Each person once. */
export async function listRaters(
  tx: Tx,
  organization: OrganizationId,
  id: PeerId,
): Promise<Rater[]> {
  const rows = await selectRaters(tx, organization, id).execute();
  const first = new Map(rows.toReversed().map((row) => [row.self, row]));
  return [...first.values()].map(raterOf).toSorted((a, b) => (a.person < b.person ? -1 : 1));
}

export async function markRater(
  tx: Tx,
  organization: OrganizationId,
  id: PeerId,
  person: PersonId,
  what: { readonly state?: Rater["state"]; readonly reminders?: number },
): Promise<void> {
  await tx
    .updateTable("peer_rater")
    .set(what)
    .where("organization_id", "=", organization)
    .where("peer_id", "=", id)
    .where("person_id", "=", person)
    .execute();
}

/** Who answered, declined or was reminded is nobody's to know any more: all stand alike. */
export async function levelRaters(tx: Tx, organization: OrganizationId, id: PeerId): Promise<void> {
  await tx
    .updateTable("peer_rater")
    .set({ state: "closed", reminders: 0 })
    .where("organization_id", "=", organization)
    .where("peer_id", "=", id)
    .execute();
}

/** Open ones in which this person is asked, the one that closes first in front. */
export async function listAskedOf(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  now: Instant,
  most: number,
): Promise<{ request: PeerRequest; state: Rater["state"] }[]> {
  const rows = await tx
    .selectFrom("peer_rater as a")
    .innerJoin("peer_request as r", (join) =>
      join
        .onRef("r.organization_id", "=", "a.organization_id")
        .onRef("r.peer_id", "=", "a.peer_id"),
    )
    .selectAll("r")
    .select("a.state")
    .where("a.organization_id", "=", organization)
    .where("a.person_id", "in", selfOf(tx, organization, person))
    .where("r.ending", "is", null)
    .where("r.closes_at", ">", now)
    .orderBy("r.closes_at")
    .orderBy("r.peer_id")
    .orderBy(sql`case a.state when 'answered' then 1 when 'asked' then 2 else 3 end`, "desc")
    .limit(most)
    .execute();
  // Of two accounts that both were asked, what the one that answered says.
  const states = new Map(rows.map((row) => [row.peer_id, row]));
  return [...states.values()].map((row) => ({
    request: requestOf(row),
    state: row.state as Rater["state"],
  }));
}

/** Closed ones for this person, the latest first. */
export async function listReceived(
  tx: Tx,
  organization: OrganizationId,
  subject: PersonId,
  most: number,
): Promise<PeerRequest[]> {
  const rows = await tx
    .selectFrom("peer_request")
    .selectAll()
    .where("organization_id", "=", organization)
    .where("subject_id", "in", selfOf(tx, organization, subject))
    .where("ending", "is not", null)
    .orderBy("closes_at", "desc")
    .orderBy("peer_id", "desc")
    .limit(most)
    .execute();
  return rows.map(requestOf);
}

/** Where these ids are asked in requests that are open. */
export async function listOpenPlaces(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<{ peer: PeerId; person: PersonId; reminders: number }[]> {
  const rows = await tx
    .selectFrom("peer_rater as a")
    .innerJoin("peer_request as r", (join) =>
      join
        .onRef("r.organization_id", "=", "a.organization_id")
        .onRef("r.peer_id", "=", "a.peer_id"),
    )
    .select(["a.peer_id", "a.person_id", "a.reminders"])
    .where("a.organization_id", "=", organization)
    .where("a.person_id", "in", persons)
    .where("r.ending", "is", null)
    .execute();
  return rows.map(({ peer_id: peer, person_id: person, reminders }) => ({
    peer,
    person,
    reminders,
  }));
}

/** When the last open request closes in which both have a part and answers have no names; null: there is none. */
export async function findNamelessClose(
  tx: Tx,
  organization: OrganizationId,
  one: PersonId,
  other: PersonId,
): Promise<Instant | null> {
  const row = await tx
    .selectFrom("peer_request as r")
    .innerJoin("peer_rater as a", (join) =>
      join
        .onRef("a.organization_id", "=", "r.organization_id")
        .onRef("a.peer_id", "=", "r.peer_id"),
    )
    .innerJoin("peer_rater as b", (join) =>
      join
        .onRef("b.organization_id", "=", "r.organization_id")
        .onRef("b.peer_id", "=", "r.peer_id"),
    )
    .select((eb) => eb.fn.max<Instant | null>("r.closes_at").as("closes_at"))
    .where("r.organization_id", "=", organization)
    .where("r.key_id", "is not", null)
    .where("r.ending", "is", null)
    .where((eb) =>
      eb.or([
        eb.and([
          eb("a.person_id", "in", selfOf(tx, organization, one)),
          eb("b.person_id", "in", selfOf(tx, organization, other)),
        ]),
        eb.and([
          eb("a.person_id", "in", selfOf(tx, organization, one)),
          eb("r.subject_id", "in", selfOf(tx, organization, other)),
        ]),
        eb.and([
          eb("a.person_id", "in", selfOf(tx, organization, other)),
          eb("r.subject_id", "in", selfOf(tx, organization, one)),
        ]),
      ]),
    )
    .executeTakeFirst();
  return row?.closes_at ?? null;
}

/** Whether anybody asked for feedback here. */
export async function hasBegun(tx: Tx, organization: OrganizationId): Promise<boolean> {
  const row = await tx
    .selectFrom("peer_request")
    .select("peer_id")
    .where("organization_id", "=", organization)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
