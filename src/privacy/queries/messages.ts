/** The SQL of messages that are to be taken down. */
import { sql } from "kysely";

import type { OrganizationId, WorkspaceId } from "../../ids.ts";
import type { MessagePlace } from "../../jobs/queries.ts";
import { dialectOf, type Tx } from "../../store/store.ts";

const places = (tx: Tx, organization: OrganizationId) =>
  tx
    .selectFrom("message")
    .select(["subject", "workspace_id as workspace", "channel"])
    .where("organization_id", "=", organization);

/** Those whose subjects begin so. */
export async function listMessagesOf(
  tx: Tx,
  organization: OrganizationId,
  beginning: string,
): Promise<MessagePlace[]> {
  // SQLite compares byte by byte and finds them by index; PostgreSQL's order is a language's.
  return places(tx, organization)
    .$if(dialectOf(tx) === "sqlite", (q) =>
      q.where("subject", ">=", beginning).where("subject", "<", `${beginning}\u{10ffff}`),
    )
    .$if(dialectOf(tx) === "postgres", (q) =>
      q.where(sql<boolean>`starts_with(subject, ${beginning})`),
    )
    .execute();
}

export async function listMessagesIn(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  channel: string,
): Promise<MessagePlace[]> {
  return places(tx, organization)
    .where("workspace_id", "=", workspace)
    .where("channel", "=", channel)
    .execute();
}
