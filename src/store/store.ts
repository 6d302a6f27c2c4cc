/**
 * The one door to the data. A database adapter makes a Store; verbs see only the transaction they are given.
 */
import { type Kysely, PostgresAdapter } from "kysely";

import type { Schema } from "./schema.ts";

export type Dialect = "sqlite" | "postgres";

/** What runs inside one transaction. Never keep it, never use it after the work has returned. */
export type Tx = Kysely<Schema>;

export interface TransactOptions {
  /** Milliseconds. */
  readonly within?: number;
  /**
   * What may be done again if the power fails just now (a crash of ours loses nothing): its commit is not waited for until it
   * is on the disk. Whatever is kept in the ordinary way afterwards is kept with all that came before it.
   */
  readonly mayRepeat?: boolean;
}

export interface Store {
  readonly dialect: Dialect;
  /**
   * Runs `work` as one transaction: all of it is kept, or none. Throws whatever the work throws, and `TooSlow` when it was
   * not committed `within` milliseconds (waiting included); then nothing of it is kept. A work may be run again after it was
   * undone (a deadlock, a late neighbour), so it does nothing but use its Tx.
   */
  transact<T>(work: (tx: Tx) => Promise<T>, options?: TransactOptions): Promise<T>;
  close(): Promise<void>;
}

/** The database did not commit in the time allowed. Nothing was kept. */
export class TooSlow extends Error {
  override readonly name = "TooSlow";

  constructor(options?: ErrorOptions) {
    super("The database did not commit in the time allowed. Nothing was kept.", options);
  }
}

/** For the few words in which the two databases differ: `.$if(dialectOf(tx) === "postgres", (q) => q.forUpdate())`. */
export function dialectOf(tx: Tx): Dialect {
  return tx.getExecutor().adapter instanceof PostgresAdapter ? "postgres" : "sqlite";
}
