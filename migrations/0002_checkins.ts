/** Check-ins and feedback rounds: templates, schedules, rounds, answers named and confidential, what was done about them; shifts. */
import { type Kysely, sql } from "kysely";

import { index, keyedByChance, table } from "./table.ts";

const organization = "organization_id";

export async function up(db: Kysely<unknown>): Promise<void> {
  // A prompt to each of a hundred thousand people asks who else turned out to be them. Those who are nobody else are not in it,
  // or SQLite would look through all of them for whoever has an address.
  await db.schema
    .createIndex("person_merged")
    .on("person")
    .columns([organization, "merged_into"])
    .where(sql.ref("merged_into"), "is not", null)
    .execute();
  // A hundred thousand prompts are due at once: whoever takes fifty of them sorts no others.
  await sql`drop index job_due`.execute(db);
  await sql`create index job_due on job (due_at, job_id) where dead_at is null`.execute(db);
  await table(
    db,
    "template",
    "organization_id, template_id, version integer, definition, made_by?, made_at, retired_at?",
    [organization, "template_id", "version"],
  );
  await table(
    db,
    "schedule",
    `organization_id, schedule_id, template_id, audience, workspace_id, channel?, cron, window, summary_to, state,
     skip_next integer, next_local?, made_by?, made_at, started_at?`,
    [organization, "schedule_id"],
  );
  await table(
    db,
    "round",
    `organization_id, round_id, schedule_id?, template_id, template_version integer, audience, workspace_id, channel?, window,
     summary_to, at_local, state, paused_why?, sealed integer, made_by?, planned_at, opens_at, closes_at, closed_at?, summary?`,
    [organization, "round_id"],
  );
  await db.schema
    .createIndex("round_schedule")
    .on("round")
    .columns([organization, "schedule_id", "at_local"])
    .unique()
    .execute();
  await table(
    db,
    "prompt",
    `organization_id, round_id, person_id, state, due_at?, ask_at, asked_at?, reminded_at?, reminders integer, closes_at,
     answered_at?, unit_id?, group_key?`,
    [organization, "round_id", "person_id"],
  );
  await index(db, "prompt_due", "prompt", [organization, "round_id", "due_at", "person_id"]);
  await index(db, "prompt_group", "prompt", [organization, "round_id", "group_key"]);
  await index(db, "prompt_person", "prompt", [organization, "person_id", "ask_at"]);
  await table(
    db,
    "response",
    "organization_id, round_id, person_id, question, partner, value?, words?, answered_at",
    [organization, "round_id", "person_id", "question", "partner"],
  );
  await keyedByChance(db, "spool", "organization_id, round_id, spool_key, sealed", [
    organization,
    "round_id",
    "spool_key",
  ]);
  await keyedByChance(
    db,
    "published",
    "organization_id, answer_key, round_id, group_key, question, partner, value?, words?",
    [organization, "round_id", "answer_key"],
  );
  await table(db, "round_group", "organization_id, round_id, group_key, units, asked?, answered?", [
    organization,
    "round_id",
    "group_key",
  ]);
  await table(
    db,
    "note",
    "organization_id, note_id, round_id, person_id, lead_id, words?, emoji?, noted_at",
    [organization, "note_id"],
  );
  await index(db, "note_answer", "note", [organization, "round_id", "person_id"]);
  await table(
    db,
    "action",
    `organization_id, action_id, round_id?, raised_by?, unit_id?, title, owner_id, due_on, state, made_by, made_at, done_at?`,
    [organization, "action_id"],
  );
  await table(
    db,
    "outcome",
    "organization_id, outcome_id, round_id, said, did, owner_id, due_on, published_by, published_at",
    [organization, "outcome_id"],
  );
  await index(db, "outcome_round", "outcome", [organization, "round_id"]);
  await table(db, "shift", "organization_id, person_id, starts_at, ends_at", [
    organization,
    "person_id",
    "starts_at",
  ]);
}
