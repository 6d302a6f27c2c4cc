/** Feedback between colleagues: who asked whom for whom, and what was answered with and without names. */
import type { Kysely } from "kysely";

import { index, keyedByChance, table } from "./table.ts";

const organization = "organization_id";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "peer_request",
    "organization_id, peer_id, subject_id, asked_by, key_id?, asked_at, closes_at, ending?",
    [organization, "peer_id"],
  );
  await index(db, "peer_subject", "peer_request", [organization, "subject_id"]);
  await table(db, "peer_rater", "organization_id, peer_id, person_id, state, reminders integer", [
    organization,
    "peer_id",
    "person_id",
  ]);
  await index(db, "peer_asked", "peer_rater", [organization, "person_id", "state"]);
  await table(db, "peer_answer", "organization_id, peer_id, person_id, question, words", [
    organization,
    "peer_id",
    "person_id",
    "question",
  ]);
  await keyedByChance(db, "peer_spool", "organization_id, peer_id, spool_key, sealed", [
    organization,
    "peer_id",
    "spool_key",
  ]);
  await keyedByChance(
    db,
    "peer_published",
    "organization_id, peer_id, answer_key, question, words",
    [organization, "peer_id", "answer_key"],
  );
}
