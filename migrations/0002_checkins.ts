/** Check-ins and feedback rounds: templates, schedules, rounds, answers named and confidential, what was done about them; shifts. */
import { type Kysely, sql } from "kysely";

import { dialectOf } from "../src/store/store.ts";
import { index, table } from "./table.ts";

const organization = "organization_id";

export async function up(db: Kysely<unknown>): Promise<void> {
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
  await index(db, "prompt_due", "prompt", [organization, "round_id", "due_at"]);
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

/** In the order of a key that is chance: SQLite's own row numbers would tell the order in which rows came. */
async function keyedByChance(
  db: Kysely<unknown>,
  name: string,
  columns: string,
  key: readonly string[],
): Promise<void> {
  const defined = columns
    .split(/\s*,\s*/)
    .map((column) =>
      column.endsWith("?") ? `${column.slice(0, -1)} text` : `${column} text not null`,
    )
    .join(", ");
  const end = dialectOf(db as never) === "sqlite" ? " without rowid" : "";
  await sql
    .raw(
      `create table ${name} (${defined}, constraint ${name}_key primary key (${key.join(", ")}))${end}`,
    )
    .execute(db);
}
