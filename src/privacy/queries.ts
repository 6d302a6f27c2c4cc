/** The SQL of the audit, whose rows are added and read, never changed, and deleted once they are older than they are kept; and of whose names the guard knows. */
import { type Expression, type SqlBool, sql } from "kysely";

import type { Json } from "../chat/card.ts";
import type { AuditId, OrganizationId, PersonId } from "../ids.ts";
import type { Tx } from "../store/store.ts";
import type { Instant } from "../time/instant.ts";
import { soughtFor } from "./phi/directory.ts";

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

/** More are no question about one patient but a roster, and a name of it that is not found is asked about. */
const mostWords = 40;
const mostNames = 2_000;

/** The folded names (" ana silva") of those here with any of these words in theirs, or who may be called so for short. A word of one letter, an initial, finds nobody. */
export async function listNamesWith(
  tx: Tx,
  organization: OrganizationId,
  asked: readonly string[],
): Promise<string[]> {
  const parts = asked.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u));
  const words = [...new Set(parts.filter((word) => word.length > 1))].slice(0, mostWords);
  const looked = words.flatMap(soughtFor);
  if (looked.length === 0) return [];
  const rows = await tx
    .selectFrom("person")
    .select("name_key")
    .where("organization_id", "=", organization)
    .where("merged_into", "is", null)
    .where((eb) =>
      eb.or(
        looked.map(
          (word): Expression<SqlBool> =>
            sql<SqlBool>`${eb.ref("name_key")} || ' ' like ${`% ${word}%`}`,
        ),
      ),
    )
    .limit(mostNames)
    .execute();
  return rows.map((row) => row.name_key);
}

/** Whether at least so many people are entered there. */
export async function hasPeople(
  tx: Tx,
  organization: OrganizationId,
  least: number,
): Promise<boolean> {
  const row = await tx
    .selectFrom("person")
    .select("person_id")
    .where("organization_id", "=", organization)
    .where("merged_into", "is", null)
    .offset(least - 1)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Opens the audit for deleting at most so many of what was written before, and nothing else: for all other ways the database
 * refuses. Resolves to how many it took.
 */
export async function sweepAudit(
  tx: Tx,
  organization: OrganizationId,
  before: Instant,
  most: number,
): Promise<number> {
  await tx
    .insertInto("audit_sweep")
    .values({ organization_id: organization, swept_before: before })
    .execute();
  const { numDeletedRows } = await tx
    .deleteFrom("audit")
    .where("organization_id", "=", organization)
    .where("audit_id", "in", (eb) =>
      eb
        .selectFrom("audit as old")
        .select("old.audit_id")
        .where("old.organization_id", "=", organization)
        .where("old.at", "<", before)
        .orderBy("old.audit_id")
        .limit(most),
    )
    .executeTakeFirstOrThrow();
  await tx.deleteFrom("audit_sweep").where("organization_id", "=", organization).execute();
  return Number(numDeletedRows);
}

const movedAtOnce = 500;

/** What was noted of an organization in which nothing was done yet is copied to another's audit, and taken from its own. */
export async function moveAudit(
  tx: Tx,
  organization: OrganizationId,
  into: OrganizationId,
  until: Instant,
): Promise<void> {
  await sql`insert into audit (organization_id, audit_id, at, person_id, act, details)
    select ${into}, audit_id, at, person_id, act, details from audit
    where organization_id = ${organization} and at < ${until}`.execute(tx);
  while ((await sweepAudit(tx, organization, until, movedAtOnce)) === movedAtOnce);
}
