/**
 * Every specification runs on both databases; what touches none runs once. `DATABASE=sqlite` or `DATABASE=postgres`
 * keeps to one. Where PostgreSQL isn't installed its run is left out, and says so.
 */
import { defineConfig } from "vitest/config";

import { findPostgres } from "./tests/support/cluster.ts";

/** Specifications that open no database. */
const plain = ["architecture.test.ts", "{privacy,time,text,house}/**/*.test.ts"].map(
  (path) => `tests/${path}`,
);

/** Tests run as the program does: what Node refuses, they refuse. */
const native = {
  pool: "forks",
  experimental: { viteModuleRunner: false, nodeLoader: false },
} as const;

const onSqlite = {
  test: {
    ...native,
    name: "sqlite",
    include: ["tests/**/*.test.ts"],
    exclude: plain,
    env: { DATABASE: "sqlite" },
  },
};
const onPostgres = {
  test: {
    ...native,
    name: "postgres",
    include: ["tests/**/*.test.ts"],
    exclude: plain,
    env: { DATABASE: "postgres" },
    globalSetup: "tests/support/postgres.ts",
  },
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [{ test: { ...native, name: "plain", include: plain } }, ...databases()],
  },
});

function databases() {
  const { DATABASE: only, RAPPORT_REQUIRE_POSTGRES: required } = process.env;
  if (only === "sqlite") return [onSqlite];
  if (findPostgres() !== undefined)
    return only === "postgres" ? [onPostgres] : [onSqlite, onPostgres];
  const missing = "PostgreSQL is not installed (Debian: apt install postgresql)";
  if (only === "postgres" || required === "1") throw new Error(`${missing}.`);
  process.stderr.write(`\n  NOT TESTED ON POSTGRESQL: ${missing}.\n\n`);
  return [onSqlite];
}
