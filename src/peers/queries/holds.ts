/** The SQL of what is kept of people in feedback among colleagues. */
import type { OrganizationId, PeerId, PersonId, RoundId } from "../../ids.ts";
import type { Row } from "../../store/held.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";

/** What was said to them in requests that are closed: with the name where it was given with one. */
export async function listSaidTo(
  tx: Tx,
  organization: OrganizationId,
  subjects: readonly PersonId[],
): Promise<Row[]> {
  const named = await tx
    .selectFrom("peer_answer as a")
    .innerJoin("peer_request as r", (join) =>
      join
        .onRef("r.organization_id", "=", "a.organization_id")
        .onRef("r.peer_id", "=", "a.peer_id"),
    )
    .select(["a.peer_id", "a.person_id", "a.question", "a.words"])
    .where("a.organization_id", "=", organization)
    .where("r.subject_id", "in", subjects)
    .where("r.ending", "=", "read")
    .orderBy("a.peer_id")
    .execute();
  const nameless = await tx
    .selectFrom("peer_published as a")
    .innerJoin("peer_request as r", (join) =>
      join
        .onRef("r.organization_id", "=", "a.organization_id")
        .onRef("r.peer_id", "=", "a.peer_id"),
    )
    .select(["a.peer_id", "a.question", "a.words"])
    .where("a.organization_id", "=", organization)
    .where("r.subject_id", "in", subjects)
    .orderBy("a.answer_key")
    .execute();
  return [...named, ...nameless];
}

export interface Sealed {
  readonly id: PeerId;
  readonly key: RoundId;
}

/** Open ones without names in which one of these is asked. */
export async function listSealedAsking(
  tx: Tx,
  organization: OrganizationId,
  raters: readonly PersonId[],
): Promise<Sealed[]> {
  const rows = await tx
    .selectFrom("peer_request as r")
    .innerJoin("peer_rater as a", (join) =>
      join
        .onRef("a.organization_id", "=", "r.organization_id")
        .onRef("a.peer_id", "=", "r.peer_id"),
    )
    .select(["r.peer_id", "r.key_id"])
    .where("r.organization_id", "=", organization)
    .where("a.person_id", "in", raters)
    .where("r.ending", "is", null)
    .execute();
  return rows.flatMap(({ peer_id: id, key_id: key }) => (key === null ? [] : [{ id, key }]));
}

export async function deleteSealedAt(
  tx: Tx,
  organization: OrganizationId,
  peer: PeerId,
  places: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom("peer_spool")
    .where("organization_id", "=", organization)
    .where("peer_id", "=", peer)
    .where("spool_key", "in", places)
    .execute();
}

/** Requests for feedback for one of these. */
export async function listFor(
  tx: Tx,
  organization: OrganizationId,
  subjects: readonly PersonId[],
): Promise<{ id: PeerId; key: RoundId | null }[]> {
  return tx
    .selectFrom("peer_request")
    .select(["peer_id as id", "key_id as key"])
    .where("organization_id", "=", organization)
    .where("subject_id", "in", subjects)
    .execute();
}

/** Requests in which one of these is asked. */
export async function listAsking(
  tx: Tx,
  organization: OrganizationId,
  raters: readonly PersonId[],
): Promise<{ id: PeerId; subject: PersonId }[]> {
  return tx
    .selectFrom("peer_rater as a")
    .innerJoin("peer_request as r", (join) =>
      join
        .onRef("r.organization_id", "=", "a.organization_id")
        .onRef("r.peer_id", "=", "a.peer_id"),
    )
    .select(["r.peer_id as id", "r.subject_id as subject"])
    .distinct()
    .where("a.organization_id", "=", organization)
    .where("a.person_id", "in", raters)
    .execute();
}

/** The next requests that one of these made for somebody else. */
export async function listAskedBy(
  tx: Tx,
  organization: OrganizationId,
  leads: readonly PersonId[],
  after: string | null,
  most: number,
): Promise<{ id: PeerId; subject: PersonId }[]> {
  return tx
    .selectFrom("peer_request")
    .select(["peer_id as id", "subject_id as subject"])
    .where("organization_id", "=", organization)
    .where("asked_by", "in", leads)
    .where("peer_id", ">", (after ?? "") as PeerId)
    .orderBy("peer_id")
    .limit(most)
    .execute();
}

/** Closed requests in which one of these answered by name. */
export async function listAnsweredBy(
  tx: Tx,
  organization: OrganizationId,
  raters: readonly PersonId[],
): Promise<{ id: PeerId; subject: PersonId }[]> {
  return tx
    .selectFrom("peer_answer as a")
    .innerJoin("peer_request as r", (join) =>
      join
        .onRef("r.organization_id", "=", "a.organization_id")
        .onRef("r.peer_id", "=", "a.peer_id"),
    )
    .select(["r.peer_id as id", "r.subject_id as subject"])
    .distinct()
    .where("a.organization_id", "=", organization)
    .where("a.person_id", "in", raters)
    .where("r.ending", "is not", null)
    .execute();
}

/** Closed before, at most so many. */
export async function listClosedBefore(
  tx: Tx,
  organization: OrganizationId,
  before: Instant,
  most: number,
): Promise<PeerId[]> {
  const rows = await tx
    .selectFrom("peer_request")
    .select("peer_id")
    .where("organization_id", "=", organization)
    .where("ending", "is not", null)
    .where("closes_at", "<", before)
    .orderBy("closes_at")
    .limit(most)
    .execute();
  return rows.map((row) => row.peer_id);
}

/** With all that was answered, and who was asked. */
export async function deleteRequests(
  tx: Tx,
  organization: OrganizationId,
  peers: readonly PeerId[],
): Promise<void> {
  if (peers.length === 0) return;
  for (const table of [
    "peer_answer",
    "peer_spool",
    "peer_published",
    "peer_rater",
    "peer_request",
  ] as const) {
    await tx
      .deleteFrom(table)
      .where("organization_id", "=", organization)
      .where("peer_id", "in", peers)
      .execute();
  }
}
