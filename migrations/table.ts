/** How migrations make tables: the same words for both databases. */
import { type CreateTableBuilder, type Kysely, sql } from "kysely";

import { dialectOf } from "../src/store/store.ts";

type Table = CreateTableBuilder<string, string>;

/** One table: its columns as "name type", text where no type is named, not null unless the name ends in "?". */
export async function table(
  db: Kysely<unknown>,
  name: string,
  columns: string,
  key: readonly string[],
): Promise<void> {
  let made = db.schema.createTable(name) as unknown as Table;
  for (const column of columns.trim().split(/\s*,\s*/)) {
    const [named = "", type = "text"] = column.split(" ");
    const optional = named.endsWith("?");
    made = made.addColumn(named.replace("?", ""), sql.raw(type), (c) =>
      optional ? c : c.notNull(),
    ) as Table;
  }
  await made.addPrimaryKeyConstraint(`${name}_key`, key as never).execute();
}

export async function index(
  db: Kysely<unknown>,
  name: string,
  on: string,
  columns: readonly string[],
): Promise<void> {
  await db.schema
    .createIndex(name)
    .on(on)
    .columns([...columns])
    .execute();
}

/** In the order of a key that is chance: SQLite's own row numbers would tell the order in which rows came. */
export async function keyedByChance(
  db: Kysely<unknown>,
  name: string,
  columns: string,
  key: readonly string[],
): Promise<void> {
  const defined = columns
    .split(/\s*,\s*/)
    .map((column) =>
      column.endsWith("?") ? `${column.slice(0, -1)} text` : `${column} text not null`,
    )
    .join(", ");
  const end = dialectOf(db as never) === "sqlite" ? " without rowid" : "";
  await sql
    .raw(
      `create table ${name} (${defined}, constraint ${name}_key primary key (${key.join(", ")}))${end}`,
    )
    .execute(db);
}
