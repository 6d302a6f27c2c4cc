/** One SQLite file as a Store: every commit on the disk before it is told, readable by this user alone. */
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";

import Sqlite from "better-sqlite3";

import { createLender, type Store } from "#engine";
import { createBatches } from "./batches.ts";
import { createConnection, sqliteLanguage } from "./dialect.ts";

/** What is read and written again and again stays in memory: up to 32 MB, taken as it is needed. */
const cache = -32_000;
/** Pages of 4 kB after which the log goes into the file: many gives then share the writing of a page they all change. */
const checkpoint = 4_000;

/** Opening may wait for another program's checkpoint; later waits would stop the event loop, so they are short. */
const openingWait = 1_500;
const laterWait = 50;

export interface SqlitePlace {
  /** A path, or ":memory:". Made when missing, with its folder. */
  readonly file: string;
  /** For reading beside the server. The file must exist. */
  readonly readonly?: boolean;
}

export function openSqlite({ file, readonly = false }: SqlitePlace): Store {
  if (file !== ":memory:" && !readonly) createPrivately(file);
  const db = new Sqlite(file, { readonly, timeout: openingWait });
  if (!readonly) db.pragma("journal_mode = wal");
  db.pragma("synchronous = full"); // better-sqlite3 opens a WAL file at NORMAL, which may lose the last commits
  db.pragma("foreign_keys = on");
  db.pragma("secure_delete = fast"); // what is deleted from a page is not left lying in it
  db.pragma(`cache_size = ${cache}`);
  db.pragma(`wal_autocheckpoint = ${checkpoint}`);
  db.pragma("temp_store = memory"); // or each savepoint's way back is written to a file
  db.pragma(`busy_timeout = ${laterWait}`);

  const batches = createBatches(db, createConnection(db), createLender(sqliteLanguage));
  let closed = false;
  return {
    dialect: "sqlite",
    transact: async (work, options) => {
      if (closed) throw new Error("This store is closed.");
      return batches.transact(work, options);
    },
    close: async () => {
      closed = true;
      await batches.idle();
      db.close();
    },
  };
}

/**
 * SQLite gives its -wal and -shm the permissions of the file. Only a file that is missing is touched: closing
 * a descriptor of one that is open elsewhere in this process would drop SQLite's locks on it.
 */
export function createPrivately(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(file, "wx", 0o600));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}
