/** A copy of the database taken while a server writes to it. */
import { renameSync, rmSync } from "node:fs";

import Sqlite from "better-sqlite3";

import { createPrivately } from "./database.ts";

/** More pages than a file can have. In steps, every write of the server would make the copy start again. */
const allPages = 2 ** 31 - 1;

/**
 * Copies `file` as it is at this moment to `to`, which appears whole or not at all and replaces an older one.
 * The copying stops this process' event loop, so it is for a command of its own.
 */
export async function backupSqlite(file: string, to: string): Promise<void> {
  const part = `${to}.part`;
  rmSync(part, { force: true });
  createPrivately(part);
  const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 1_500 });
  try {
    await db.backup(part, { progress: () => allPages });
    renameSync(part, to);
  } finally {
    db.close();
    rmSync(part, { force: true });
  }
}
