/** Looks into a database file beside its server: what stands in each table, for whoever develops. */
import Sqlite from "better-sqlite3";

export interface TableRows {
  readonly table: string;
  /** Each row as JSON. */
  readonly rows: readonly string[];
}

export interface Peek {
  rows(): readonly TableRows[];
  close(): void;
}

export function openPeek(file: string): Peek {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true });
  const tables = db
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .pluck()
    .all() as string[];
  const reads = tables.map((table) => ({ table, read: readOf(db, table) }));
  const whole = db.transaction(() =>
    reads.map(({ table, read }) => ({ table, rows: read.all() as string[] })),
  );
  return { rows: () => whole(), close: () => void db.close() };
}

function readOf(db: Sqlite.Database, table: string): Sqlite.Statement {
  const columns = db.pragma(`table_info("${table}")`) as { readonly name: string }[];
  const pairs = columns.map(({ name }) => `'${name}', "${name}"`).join(", ");
  return db.prepare(`select json_object(${pairs}) from "${table}"`).pluck();
}
