/** Where conversations with addresses of their own are reached, and who can't be written to at present. */
import type { Kysely } from "kysely";

import { index, table } from "./table.ts";

const organization = "organization_id";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("account").addColumn("address", "text").execute();
  await index(db, "account_address", "account", [organization, "workspace_id", "address"]);
  await table(
    db,
    "conversation",
    "organization_id, workspace_id, external_id, service_url, roster?, seen_at",
    [organization, "workspace_id", "external_id"],
  );
}
