/** The SQL of the audit: rows are added and read, never changed, and deleted once they are older than they are kept. */
import type { Json } from "../chat/card.ts";
import type { AuditId, OrganizationId, PersonId } from "../ids.ts";
import type { Tx } from "../store/store.ts";
import type { Instant } from "../time/instant.ts";

export interface AuditRow {
  readonly id: AuditId;
  readonly at: Instant;
  /** Null for whoever runs the server. */
  readonly person: PersonId | null;
  readonly act: string;
  readonly details: Json;
}

export async function insertAudit(
  tx: Tx,
  organization: OrganizationId,
  row: AuditRow,
): Promise<void> {
  await tx
    .insertInto("audit")
    .values({
      organization_id: organization,
      audit_id: row.id,
      at: row.at,
      person_id: row.person,
      act: row.act,
      details: JSON.stringify(row.details),
    })
    .execute();
}

/** Oldest first, those after `after`; an id sorts by its time. */
export async function listAudit(
  tx: Tx,
  organization: OrganizationId,
  after: AuditId | null,
  most: number,
): Promise<AuditRow[]> {
  const rows = await tx
    .selectFrom("audit")
    .select(["audit_id", "at", "person_id", "act", "details"])
    .where("organization_id", "=", organization)
    .$if(after !== null, (q) => q.where("audit_id", ">", after ?? ("" as AuditId)))
    .orderBy("audit_id")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.audit_id,
    at: row.at,
    person: row.person_id,
    act: row.act,
    details: JSON.parse(row.details) as Json,
  }));
}

/** Opens the audit for deleting what was written before, and nothing else: for all other ways the database refuses. */
export async function sweepAudit(
  tx: Tx,
  organization: OrganizationId,
  before: Instant,
): Promise<void> {
  await tx
    .insertInto("audit_sweep")
    .values({ organization_id: organization, swept_before: before })
    .execute();
  await tx
    .deleteFrom("audit")
    .where("organization_id", "=", organization)
    .where("at", "<", before)
    .execute();
  await tx.deleteFrom("audit_sweep").where("organization_id", "=", organization).execute();
}
