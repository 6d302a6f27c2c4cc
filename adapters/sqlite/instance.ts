/**
 * One server for one SQLite file. The mark is a lock of the operating system on a file beside the data, so it
 * frees itself when its holder dies, even of kill -9; the data stay open to readers and to backups.
 */
import { setTimeout as pause } from "node:timers/promises";

import Sqlite from "better-sqlite3";

import { createPrivately } from "./database.ts";

/** Somebody else serves this file. Nothing was opened. */
export class AnotherServer extends Error {
  override readonly name = "AnotherServer";

  constructor(file: string) {
    super(`Another Rapport is using ${file}: stop it first.`);
  }
}

/** Waits up to `waitMs` for the one before to end, then throws `AnotherServer`. Give back what it returns at the end. */
export async function holdInstance(file: string, waitMs: number): Promise<() => void> {
  if (file === ":memory:") return () => {};
  createPrivately(`${file}.lock`);
  const lock = new Sqlite(`${file}.lock`, { timeout: 0 });
  const giveUp = performance.now() + waitMs;
  for (;;) {
    try {
      lock.exec("begin exclusive");
      return () => {
        lock.close();
      };
    } catch (error) {
      const held = error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
      if (held && performance.now() < giveUp) {
        await pause(50);
        continue;
      }
      lock.close();
      throw held ? new AnotherServer(file) : error;
    }
  }
}
