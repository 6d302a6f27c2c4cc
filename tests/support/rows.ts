/** Every row of every table of the database, as text. */
import { sql } from "kysely";

import { dialectOf, type Tx } from "../../src/store/store.ts";
import type { Office } from "./office.ts";

export interface AnyRow {
  readonly table: string;
  readonly text: string;
}

export async function everyRow({ store }: Pick<Office, "store">): Promise<AnyRow[]> {
  return store.transact(async (tx) => {
    const rows: AnyRow[] = [];
    for (const table of await tablesOf(tx)) {
      const found = await sql<object>`select * from ${sql.table(table)}`.execute(tx);
      rows.push(...found.rows.map((row) => ({ table, text: JSON.stringify(row) })));
    }
    return rows;
  });
}

export async function tablesOf(tx: Tx): Promise<string[]> {
  const listed =
    dialectOf(tx) === "sqlite"
      ? sql<{
          name: string;
        }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
      : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`;
  return (await listed.execute(tx)).rows.map(({ name }) => name);
}
