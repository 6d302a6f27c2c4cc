/** One person on two platforms: codes, who was made one with whom, and which accounts can't be written to. */
import type { Kysely } from "kysely";

import { index, table } from "./table.ts";

const organization = "organization_id";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "link_code",
    "organization_id, code_hash, kind, person_id, workspace_id, expires_at, used_at?",
    [organization, "code_hash"],
  );
  // A workspace that wants to join an organization knows the code and not the organization.
  await db.schema
    .createIndex("link_code_hash")
    .on("link_code")
    .column("code_hash")
    .unique()
    .execute();
  await table(db, "link_try", "organization_id, person_id, since, tries integer", [
    organization,
    "person_id",
  ]);
  await table(
    db,
    "joining",
    "organization_id, joining_id, person_id, into_id, how, asked_at, joined_at?, parted_at?, brought?",
    [organization, "joining_id"],
  );
  await index(db, "joining_person", "joining", [organization, "person_id"]);
  await index(db, "joining_into", "joining", [organization, "into_id"]);
  for (const column of ["unreachable_at", "met_at"]) {
    await db.schema.alterTable("account").addColumn(column, "text").execute();
  }
  await index(db, "account_met", "account", [organization, "met_at"]);
}
