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

/** Of this file of specifications: emptied, and not in use. */
const spares: string[] = [];

/** A copy takes 100 ms or more, and emptying one less: a closed one is emptied and kept for what comes next in this file. */
async function openCopy(): Promise<Store> {
  const admin = urlOf("postgres");
  const name = spares.pop() ?? (await copy(admin));
  const store = openPostgres(urlOf(name));
  return {
    ...store,
    close: async () => {
      await store.close();
      if (await emptied(urlOf(name))) spares.push(name);
      else await inDatabase(admin, `drop database ${name} with (force)`);
    },
  };
}

async function copy(admin: string): Promise<string> {
  const name = `rapport_${randomUUID().replaceAll("-", "")}`;
  await inDatabase(admin, `create database ${name} template ${migrated} strategy file_copy`);
  return name;
}

/** False when its test has migrated it further. */
async function emptied(url: string): Promise<boolean> {
  const [row] = await inDatabase(
    url,
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid();
     set session_replication_role = replica;
     do $$ declare t text; held boolean; begin
       for t in select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration' loop
         execute format('select exists (select 1 from %I)', t) into held;
         if held then execute format('delete from %I', t); end if;
       end loop;
     end $$;
     select count(*)::text as name from migration`,
  );
  return Number(row?.name) === Object.keys(migrations).length;
}

/** The address of a database in this run's PostgreSQL. */
export const urlOf = (name: string): string => inject("postgres").replace("DATABASE", name);
