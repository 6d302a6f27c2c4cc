/** The foundation: organizations and their people, recognition and its ledger, jobs. Runs on SQLite and PostgreSQL alike. */
import { type Kysely, sql } from "kysely";

import { index, table } from "./table.ts";

const organization = "organization_id";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, "organization", "organization_id, name, locale, zone, domains, created_at", [
    organization,
  ]);
  await table(
    db,
    "workspace",
    `organization_id, workspace_id, platform, external_id, name, token?, installation?,
     installed_at, uninstalled_at?`,
    [organization, "workspace_id"],
  );
  await db.schema
    .createIndex("workspace_external")
    .on("workspace")
    .columns(["platform", "external_id"])
    .unique()
    .execute();
  await table(db, "setting", "organization_id, name, value", [organization, "name"]);
  await table(db, "unit", "organization_id, unit_id, name, name_key", [organization, "unit_id"]);
  await table(db, "discipline", "organization_id, discipline_id, name, name_key", [
    organization,
    "discipline_id",
  ]);
  for (const named of ["unit", "discipline"]) {
    await db.schema
      .createIndex(`${named}_name`)
      .on(named)
      .columns([organization, "name_key"])
      .unique()
      .execute();
  }
  await table(
    db,
    "person",
    `organization_id, person_id, name, name_key, email?, zone?, locale?, unit_id?, discipline_id?, pattern?,
     prefers_private integer, off_boards integer, paused_until?, state, joined_at, welcomed_at?, told_at?, merged_into?`,
    [organization, "person_id"],
  );
  await index(db, "person_name", "person", [organization, "name_key"]);
  await index(db, "person_email", "person", [organization, "email"]);
  // Who is here, and of which unit and discipline, is counted without reading the persons themselves.
  await index(db, "person_here", "person", [
    organization,
    "state",
    "merged_into",
    "unit_id",
    "discipline_id",
  ]);
  await table(
    db,
    "account",
    `organization_id, workspace_id, external_id, person_id?, name, kind, runs_workspace integer,
     direct_channel?, seen_at?`,
    [organization, "workspace_id", "external_id"],
  );
  await index(db, "account_person", "account", [organization, "person_id"]);
  await table(db, "person_unit", "organization_id, person_id, since, unit_id?", [
    organization,
    "person_id",
    "since",
  ]);
  await table(db, "role", "organization_id, person_id, role, unit_id", [
    organization,
    "person_id",
    "role",
    "unit_id",
  ]);

  await table(
    db,
    "value",
    "organization_id, value_id, tag, name?, hint?, emoji, position integer, retired_at?",
    [organization, "value_id"],
  );
  await table(
    db,
    "recognition",
    `organization_id, recognition_id, giver_id, given_at, kind, points integer, cost integer, visibility,
     workspace_id?, link?, home_workspace_id?, home_channel?, edited_at?, undone_at?, undone_by?`,
    [organization, "recognition_id"],
  );
  await index(db, "recognition_given", "recognition", [organization, "giver_id", "given_at"]);
  await index(db, "recognition_when", "recognition", [organization, "given_at"]);
  await table(db, "recognition_text", "organization_id, recognition_id, reason, undo_reason?", [
    organization,
    "recognition_id",
  ]);
  await table(db, "recognition_value", "organization_id, recognition_id, value_id", [
    organization,
    "recognition_id",
    "value_id",
  ]);
  await table(
    db,
    "recognition_receiver",
    `organization_id, recognition_id, person_id, position integer, private integer, name_hidden integer,
     made_my_shift integer, shared_with_lead integer, questioned_at?, told_at?, tell_id?`,
    [organization, "recognition_id", "person_id"],
  );
  await index(db, "receiver_untold", "recognition_receiver", [
    organization,
    "person_id",
    "told_at",
  ]);
  await index(db, "receiver_tell", "recognition_receiver", [organization, "tell_id"]);
  await table(db, "outsider", "organization_id, recognition_id, position integer, name, place?", [
    organization,
    "recognition_id",
    "position",
  ]);
  await table(
    db,
    "second",
    "organization_id, recognition_id, person_id, seconded_at, cost integer, undone_at?",
    [organization, "recognition_id", "person_id"],
  );
  await table(
    db,
    "reaction",
    `organization_id, workspace_id, channel, message, person_id, emoji, latest, present integer,
     recognition_id?, told integer`,
    [organization, "workspace_id", "channel", "message", "person_id", "emoji"],
  );
  await table(db, "tell", "organization_id, tell_id, person_id, kind, told_at", [
    organization,
    "tell_id",
  ]);
  await table(
    db,
    "ledger",
    `organization_id, ledger_id, recognition_id, giver_id, receiver_id, kind, points integer, thanks integer,
     cost integer, counted integer, given_at, entered_at, reverses?, giver_unit_id?, giver_discipline_id?,
     receiver_unit_id?, receiver_discipline_id?`,
    [organization, "ledger_id"],
  );
  await index(db, "ledger_spent", "ledger", [organization, "giver_id", "given_at"]);
  await index(db, "ledger_received", "ledger", [organization, "receiver_id", "given_at"]);
  await index(db, "ledger_recognition", "ledger", [organization, "recognition_id"]);
  await table(db, "allowance_use", "organization_id, person_id, period, used integer", [
    organization,
    "person_id",
    "period",
  ]);
  await table(
    db,
    "score",
    "organization_id, board, bucket, member, points integer, shown integer",
    [organization, "board", "bucket", "member"],
  );
  await sql`create index score_rank on score (organization_id, board, bucket, shown, points desc, member)`.execute(
    db,
  );
  await index(db, "score_member", "score", [organization, "member"]);
  await table(db, "rollup", "organization_id, day, board, member, thanks integer, points integer", [
    organization,
    "board",
    "day",
    "member",
  ]);
  await table(db, "bridge", "organization_id, from_unit_id, to_unit_id, recognition_id, first_at", [
    organization,
    "from_unit_id",
    "to_unit_id",
  ]);
  await index(db, "bridge_recognition", "bridge", [organization, "recognition_id"]);

  await table(
    db,
    "delivery",
    "organization_id, workspace_id, delivery_key, answer?, facts?, delivered_at",
    [organization, "workspace_id", "delivery_key"],
  );
  await index(db, "delivery_age", "delivery", ["delivered_at"]);
  await table(
    db,
    "job",
    "organization_id, job_id, kind, payload, once?, due_at, created_at, attempts integer, dead_at?, error?",
    [organization, "job_id"],
  );
  await sql`create index job_due on job (due_at) where dead_at is null`.execute(db);
  await db.schema
    .createIndex("job_once")
    .on("job")
    .columns([organization, "once"])
    .unique()
    .execute();
  await table(
    db,
    "message",
    "organization_id, subject, workspace_id, channel, external_id, posted_at",
    [organization, "subject", "workspace_id", "channel"],
  );
  await index(db, "message_place", "message", [
    organization,
    "workspace_id",
    "channel",
    "external_id",
  ]);
  await table(db, "audit", "organization_id, audit_id, at, person_id?, act, details", [
    organization,
    "audit_id",
  ]);
}
