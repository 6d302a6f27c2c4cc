/**
 * The SQL of what is kept of people, whatever the table: rows are found by a column with somebody's id, and deleted or emptied.
 * Which table and which column is for each feature to say (privacy/holding.ts): both come from code, never from a person.
 */
import { sql } from "kysely";

import type { OrganizationId } from "../ids.ts";
import type { Schema } from "./schema.ts";
import type { Tx } from "./store.ts";

export type Table = keyof Schema & string;
export type Row = Readonly<Record<string, string | number | null>>;

/** The rows in which the column is one of these. */
export async function listRows(
  tx: Tx,
  organization: OrganizationId,
  table: Table,
  column: string,
  ids: readonly string[],
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`select * from ${sql.table(table)}
    where organization_id = ${organization} and ${sql.ref(column)} in (${sql.join(ids)})`.execute(
    tx,
  );
  return rows;
}

export async function deleteRows(
  tx: Tx,
  organization: OrganizationId,
  table: Table,
  column: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from ${sql.table(table)}
    where organization_id = ${organization} and ${sql.ref(column)} in (${sql.join(ids)})`.execute(
    tx,
  );
}

/** Puts these values into the rows in which the column is one of these. */
export async function emptyRows(
  tx: Tx,
  organization: OrganizationId,
  table: Table,
  column: string,
  ids: readonly string[],
  values: Row,
): Promise<void> {
  if (ids.length === 0) return;
  const set = Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  await sql`update ${sql.table(table)} set ${sql.join(set)}
    where organization_id = ${organization} and ${sql.ref(column)} in (${sql.join(ids)})`.execute(
    tx,
  );
}

/** Deletes at most so many of an organization's rows, told apart by `key`; resolves to whether that was all of them. */
export async function deleteSome(
  tx: Tx,
  organization: OrganizationId,
  table: Table,
  key: string,
  most: number,
): Promise<boolean> {
  const { rows } = await sql<{ key: string }>`select distinct ${sql.ref(key)} as key
    from ${sql.table(table)} where organization_id = ${organization} limit ${most}`.execute(tx);
  const keys = rows.map((row) => row.key);
  await deleteRows(tx, organization, table, key, keys);
  return keys.length < most;
}
