/** The SQL of what was answered: with names, sealed while it is open, and published without them. */
import type { OrganizationId, PeerId, PersonId } from "../../ids.ts";
import type { Tx } from "../../store/store.ts";
import type { Question } from "../request.ts";
import type { Answered, Words } from "../words.ts";

/** The last answer stands, whole. */
export async function replaceAnswers(
  tx: Tx,
  organization: OrganizationId,
  peer: PeerId,
  person: PersonId,
  words: Words,
): Promise<void> {
  await tx
    .deleteFrom("peer_answer")
    .where("organization_id", "=", organization)
    .where("peer_id", "=", peer)
    .where("person_id", "=", person)
    .execute();
  const rows = Object.entries(words).map(([question, text]) => ({
    organization_id: organization,
    peer_id: peer,
    person_id: person,
    question,
    words: text,
  }));
  await tx.insertInto("peer_answer").values(rows).execute();
}

export async function listAnswers(
  tx: Tx,
  organization: OrganizationId,
  peer: PeerId,
): Promise<(Answered & { readonly by: PersonId })[]> {
  const rows = await tx
    .selectFrom("peer_answer")
    .select(["person_id", "question", "words"])
    .where("organization_id", "=", organization)
    .where("peer_id", "=", peer)
    .orderBy("person_id")
    .execute();
  return rows.map((row) => ({
    by: row.person_id,
    question: row.question as Question,
    words: row.words,
  }));
}

/** Whatever was answered, sealed or not. */
export async function deleteWords(
  tx: Tx,
  organization: OrganizationId,
  peer: PeerId,
): Promise<void> {
  for (const table of ["peer_answer", "peer_spool"] as const) {
    await tx
      .deleteFrom(table)
      .where("organization_id", "=", organization)
      .where("peer_id", "=", peer)
      .execute();
  }
}

/** The last answer stands. */
export async function keepSealed(
  tx: Tx,
  organization: OrganizationId,
  peer: PeerId,
  place: string,
  sealed: string,
): Promise<void> {
  await tx
    .insertInto("peer_spool")
    .values({ organization_id: organization, peer_id: peer, spool_key: place, sealed })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "peer_id", "spool_key"]).doUpdateSet({ sealed }),
    )
    .execute();
}

export async function listSealed(
  tx: Tx,
  organization: OrganizationId,
  peer: PeerId,
): Promise<{ place: string; sealed: string }[]> {
  return tx
    .selectFrom("peer_spool")
    .select(["spool_key as place", "sealed"])
    .where("organization_id", "=", organization)
    .where("peer_id", "=", peer)
    .orderBy("spool_key")
    .execute();
}

/** In the order of their keys, which are chance: no database then keeps another. */
export async function insertPublished(
  tx: Tx,
  organization: OrganizationId,
  peer: PeerId,
  answers: readonly (Answered & { readonly key: string })[],
): Promise<void> {
  const rows = answers
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ key, question, words }) => ({
      organization_id: organization,
      peer_id: peer,
      answer_key: key,
      question,
      words,
    }));
  await tx.insertInto("peer_published").values(rows).execute();
}

export async function listPublished(
  tx: Tx,
  organization: OrganizationId,
  peer: PeerId,
): Promise<Answered[]> {
  const rows = await tx
    .selectFrom("peer_published")
    .select(["question", "words"])
    .where("organization_id", "=", organization)
    .where("peer_id", "=", peer)
    .orderBy("answer_key")
    .execute();
  return rows.map((row) => ({ question: row.question as Question, words: row.words }));
}
