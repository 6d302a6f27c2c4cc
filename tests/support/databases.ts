/** The database a specification runs on: a new one, migrated, for whoever asks. `DATABASE=postgres` changes which. */
import { randomUUID } from "node:crypto";

import { inject } from "vitest";

import { openPostgres } from "../../adapters/postgres/database.ts";
import { openSqlite } from "../../adapters/sqlite/database.ts";
import { migrations } from "../../migrations/index.ts";
import { migrate } from "../../src/store/migrate.ts";
import type { Dialect, Store } from "../../src/store/store.ts";
import { inDatabase } from "./cluster.ts";
import { migrated } from "./postgres.ts";

/** Which database this run is on. */
export const database: Dialect = process.env.DATABASE === "postgres" ? "postgres" : "sqlite";

/** A migrated database of your own. Closing the store removes it. */
export async function openTestStore(): Promise<Store> {
  if (database === "postgres") return openCopy();
  const store = openSqlite({ file: ":memory:" });
  await migrate(store, migrations);
  return store;
}

/** A copy takes 100 ms and emptying one 5 ms, so a closed one is emptied and left for whoever comes next. */
async function openCopy(): Promise<Store> {
  const admin = urlOf("postgres");
  const name = (await takeSpare(admin)) ?? (await copy(admin));
  const store = openPostgres(urlOf(name));
  return {
    ...store,
    close: async () => {
      await store.close();
      if (await emptied(urlOf(name))) await leaveSpare(admin, name);
      else await inDatabase(admin, `drop database ${name} with (force)`);
    },
  };
}

async function copy(admin: string): Promise<string> {
  const name = `rapport_${randomUUID().replaceAll("-", "")}`;
  await inDatabase(admin, `create database ${name} template ${migrated} strategy file_copy`);
  return name;
}

async function takeSpare(admin: string): Promise<string | undefined> {
  const one = "select name from spare limit 1 for update skip locked";
  const [row] = await inDatabase(admin, `delete from spare where name = (${one}) returning name`);
  return row?.name;
}

const leaveSpare = (admin: string, name: string) =>
  inDatabase(admin, `insert into spare values ('${name}')`);

/** False when its test has migrated it further. */
async function emptied(url: string): Promise<boolean> {
  const [row] = await inDatabase(url, "select count(*)::text as name from migration");
  if (Number(row?.name) !== Object.keys(migrations).length) return false;
  const others =
    "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
  await inDatabase(url, `select pg_terminate_backend(pid, 5000) ${others}`);
  await inDatabase(
    url,
    `set session_replication_role = replica;
     do $$ declare t text; begin
       for t in select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration'
       loop execute format('delete from %I', t); end loop;
     end $$`,
  );
  return true;
}

/** The address of a database in this run's PostgreSQL. */
export const urlOf = (name: string): string => inject("postgres").replace("DATABASE", name);
