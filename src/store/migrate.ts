/**
 * Brings a database to this program's schema: all of it or nothing, in one transaction. Not Kysely's Migrator,
 * which on PostgreSQL gives its lock back before the commit and on SQLite leaves a failed migration half done.
 */
import { type Kysely, sql } from "kysely";

import { dialectOf, type Store, type Tx } from "./store.ts";

export interface Migration {
  up(db: Kysely<unknown>): Promise<void>;
}

/** Run in the order of their names, which start with a number: "0001_people". */
export type Migrations = Readonly<Record<string, Migration>>;

/** The database knows a migration that this program doesn't: an older program would write rows it can't keep right. */
export class NewerSchema extends Error {
  override readonly name = "NewerSchema";

  constructor(unknown: string) {
    super(
      `This database was made by a newer Rapport (${unknown}). Install that version or newer, or restore a backup.`,
    );
  }
}

/** A big table may take its time; nobody is waiting for an answer yet. */
const longest = 60 * 60_000;

/** Any fixed number that nothing else in this database locks. */
const migrationLock = 7_270_077_001;

/**
 * Applies what is missing and returns its names. Several processes may start at once: the first migrates,
 * the others wait for it. Throws `NewerSchema`, and then has changed nothing.
 */
export function migrate(store: Store, migrations: Migrations): Promise<readonly string[]> {
  return store.transact((tx) => applyMissing(tx, migrations), { within: longest });
}

async function applyMissing(tx: Tx, migrations: Migrations): Promise<readonly string[]> {
  if (dialectOf(tx) === "postgres") {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`set local lock_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(tx);
  }
  await sql`create table if not exists migration (name text primary key)`.execute(tx);
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(
    tx,
  );
  const applied = new Set(rows.map((row) => row.name));

  const unknown = [...applied].filter((name) => !(name in migrations)).at(-1);
  if (unknown !== undefined) throw new NewerSchema(unknown);

  const missing = Object.entries(migrations)
    .filter(([name]) => !applied.has(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  for (const [name, migration] of missing) {
    await migration.up(tx as Kysely<unknown>);
    await sql`insert into migration (name) values (${name})`.execute(tx);
  }
  return missing.map(([name]) => name);
}
