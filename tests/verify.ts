/**
 * The long proofs, by hand: `npm run verify`. Fifty kills on each database, waiting for the leases of the dead, and all the
 * other proofs. A few minutes; each proof has a time limit of its own.
 */
import { spawn } from "node:child_process";

import { findPostgres } from "./support/cluster.ts";

type Database = "sqlite" | "postgres";

interface Outcome {
  readonly database: Database;
  readonly lines: readonly string[];
  readonly proved: boolean;
}

async function prove(database: Database): Promise<Outcome> {
  if (database === "postgres" && findPostgres() === undefined) {
    return { database, lines: ["NOT PROVED: PostgreSQL is not installed"], proved: false };
  }
  const words = ["--no", "vitest", "run", "--project", database, "--reporter=verbose"];
  const run = spawn("npx", [...words, "tests/proofs"], {
    env: { ...process.env, THOROUGH: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  run.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    process.stdout.write(text);
  });
  const code = await new Promise<number | null>((resolve) => run.once("close", resolve));
  const summaries = said.split("\n").filter((line) => /^\d+ kills: /.test(line));
  const verdict = code === 0 ? "every proof holds" : "FAILED, see above";
  return { database, lines: [verdict, ...summaries], proved: code === 0 };
}

const began = performance.now();
const outcomes = [await prove("sqlite"), await prove("postgres")];
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
process.stdout.write(`Verified in ${minutes} minutes:\n`);
for (const { database, lines } of outcomes) {
  for (const line of lines) process.stdout.write(`  ${database.padEnd(10)}${line}\n`);
}
process.exitCode = outcomes.every(({ proved }) => proved) ? 0 : 1;
