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

/** SQLite compares byte by byte and finds them by index; PostgreSQL's order is a language's. */
const begins = (tx: Tx, beginning: string) =>
  dialectOf(tx) === "sqlite"
    ? sql<boolean>`subject >= ${beginning} and subject < ${`${beginning}\u{10ffff}`}`
    : sql<boolean>`starts_with(subject, ${beginning})`;

/** Those whose subjects begin so. */
export async function listMessagesOf(
  tx: Tx,
  organization: OrganizationId,
  beginning: string,
): Promise<MessagePlace[]> {
  return places(tx, organization).where(begins(tx, beginning)).execute();
}

/** The next subjects that begin so, in the database's own order. */
export async function listSubjects(
  tx: Tx,
  organization: OrganizationId,
  beginning: string,
  after: string | null,
  most: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("message")
    .select("subject")
    .distinct()
    .where("organization_id", "=", organization)
    .where(begins(tx, beginning))
    .$if(after !== null, (q) => q.where("subject", ">", after ?? ""))
    .orderBy("subject")
    .limit(most)
    .execute();
  return rows.map((row) => row.subject);
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
