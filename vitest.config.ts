/**
 * Every specification runs on both databases; what touches none runs once, and so does what is seen in a browser. `DATABASE=sqlite`
 * or `DATABASE=postgres` keeps to one. Where PostgreSQL or Chromium isn't installed its run is left out, and says so.
 */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

import { findChromium } from "./tests/support/chromium.ts";
import { findPostgres } from "./tests/support/cluster.ts";

// Every file of specifications reads the whole program: what Node has once stripped of its types and compiled is kept for the next.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
  new URL("node_modules/.cache/compiled", import.meta.url),
);

/** Specifications that open no database. */
const plain = [
  "architecture.test.ts",
  "{privacy,time,text,house,hostile/readers}/**/*.test.ts",
].map((path) => `tests/${path}`);
/** The sandbox keeps an SQLite file of its own, whatever is configured. */
const sandbox = ["tests/sandbox/**", "tests/adapters/sandbox/**"];
/** Cards and charts are drawn the same, whatever they were read from. */
const drawn = ["tests/adapters/everyCard.test.ts", "tests/adapters/chart.test.ts"];
/** Specifications of a window in a real browser; the sandbox brings its own database. */
const seen = "tests/endToEnd/**/*.test.ts";

/** Tests run as the program does: what Node refuses, they refuse. */
const native = {
  pool: "forks",
  // A file finds the program read by the file before it: three times as fast as each reading it anew, and nothing is kept in it.
  isolate: false,
  // A busy machine is no fault: what hangs is found all the same.
  testTimeout: 30_000,
  hookTimeout: 30_000,
  experimental: { viteModuleRunner: false, nodeLoader: false },
} as const;

const onSqlite = {
  test: {
    ...native,
    name: "sqlite",
    include: ["tests/**/*.test.ts"],
    exclude: [...plain, seen],
    env: { DATABASE: "sqlite" },
  },
};
const onPostgres = {
  test: {
    ...native,
    name: "postgres",
    include: ["tests/**/*.test.ts"],
    exclude: [...plain, seen, ...sandbox, ...drawn],
    env: { DATABASE: "postgres" },
    globalSetup: "tests/support/postgres.ts",
  },
};
const inChromium = {
  test: {
    ...native,
    name: "chromium",
    include: [seen],
    env: { DATABASE: "sqlite" },
    globalSetup: "tests/endToEnd/setup.ts",
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...native, name: "plain", include: plain } },
      ...databases(),
      ...browsers(),
    ],
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

function browsers() {
  if (findChromium() !== undefined) return [inChromium];
  const missing = "Chromium is not installed (Debian: apt install chromium-headless-shell)";
  if (process.env.RAPPORT_REQUIRE_CHROMIUM === "1") throw new Error(`${missing}.`);
  process.stderr.write(`\n  NOT TESTED IN A BROWSER: ${missing}.\n\n`);
  return [];
}
