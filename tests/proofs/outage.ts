/** The ways a database can fail, done to a real one from outside the program. */
import { execFileSync } from "node:child_process";

import Sqlite from "better-sqlite3";
import pg from "pg";

import type { World } from "../support/program.ts";

export interface Held extends AsyncDisposable {
  letGo(): Promise<void>;
}

/** Holds the whole database, as a long backup or a stuck shell would. */
export async function holdDatabase({ variables }: World): Promise<Held> {
  const url = variables.DATABASE_URL ?? "";
  const house = new AsyncDisposableStack();
  if (url.startsWith("file:")) {
    const db = new Sqlite(url.slice("file:".length));
    house.defer(() => void db.close());
    db.exec("begin immediate");
  } else {
    const client = new pg.Client(url);
    await client.connect();
    house.defer(() => client.end());
    await client.query("begin; lock table workspace, delivery in access exclusive mode");
  }
  const letGo = () => house.disposeAsync();
  return { letGo, [Symbol.asyncDispose]: letGo };
}

/** From now on no file of that process may grow, as on a full disk. Call what it gives back to make room. */
export function fillDisk(process: number): () => void {
  const limit = (bytes: string) =>
    execFileSync("prlimit", ["--pid", String(process), `--fsize=${bytes}:`]);
  limit("1");
  return () => limit("unlimited");
}
