/** Once for the whole run on PostgreSQL: a cluster, and in it a migrated database that every test starts from a copy of. */
import type { TestProject } from "vitest/node";

import { openPostgres } from "../../adapters/postgres/database.ts";
import { migrations } from "../../migrations/index.ts";
import { migrate } from "../../src/store/migrate.ts";
import { inDatabase, startCluster } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where PostgreSQL is; "DATABASE" stands for the database's name. */
    readonly postgres: string;
  }
}

/** The database that tests copy. Nobody may be connected to it while it is copied. */
export const migrated = "rapport_migrated";

export default async function setup(project: TestProject): Promise<() => void> {
  const cluster = startCluster();
  await inDatabase(cluster.urlOf("postgres"), `create database ${migrated}`);
  const store = openPostgres(cluster.urlOf(migrated));
  await migrate(store, migrations);
  await store.close();
  project.provide("postgres", cluster.urlOf("DATABASE"));
  return cluster.stop;
}
