/**
 * Group commit: works that wait at the same time run one after another between one BEGIN and one COMMIT, so that
 * one fsync serves them all. Each is still all or nothing, and none is told "kept" before the commit is on the disk.
 * A work may run twice (its neighbour was late, so that all were undone): it must do nothing but use its Tx.
 */
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";

import Sqlite from "better-sqlite3";
import type { DatabaseConnection } from "kysely";

import { type Lent, TooSlow, type TransactOptions, type Tx } from "#engine";

/** The first of a batch waits for the commit until the last has run: these two bound that wait. */
const mostWorks = 64;
const longestBatch = 20;

/** How long another program (a backup, a shell) may hold the file before those who wait are sent away. */
const longestBusy = 1_500;

interface Wish {
  readonly since: number;
  readonly mayRepeat: boolean;
  /** Whether its time is over: then it must not be kept. */
  isLate(): boolean;
  /** Rejects when its time is over. */
  readonly expired: Promise<never>;
  /** Runs the work; what it gives back tells the caller that it was kept. */
  attempt(tx: Tx): Promise<() => void>;
  refuse(reason: unknown): void;
}

interface Kept {
  readonly wish: Wish;
  readonly tell: () => void;
}

export interface Batches {
  transact<T>(work: (tx: Tx) => Promise<T>, options?: TransactOptions): Promise<T>;
  /** When nothing waits and nothing runs. */
  idle(): Promise<void>;
}

export function createBatches(
  db: Sqlite.Database,
  connection: DatabaseConnection,
  lend: (connection: DatabaseConnection) => Lent,
): Batches {
  const begin = db.prepare(db.readonly ? "begin" : "begin immediate");
  const commit = db.prepare("commit");
  const savepoint = db.prepare("savepoint work");
  const release = db.prepare("release work");
  const undo = db.prepare("rollback to work");
  const rollback = db.prepare("rollback");

  /** Whether a commit is on the disk when it is told: the file is opened so. */
  let lasting = true;
  let waiting: Wish[] = [];
  let running: Promise<void> | undefined;

  function transact<T>(
    work: (tx: Tx) => Promise<T>,
    { within = Number.POSITIVE_INFINITY, mayRepeat = false }: TransactOptions = {},
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const since = performance.now();
      const { promise: expired, reject: expire } = Promise.withResolvers<never>();
      expired.catch(() => {});
      let told = false;
      const wish: Wish = {
        since,
        mayRepeat,
        // A busy event loop makes the timer late, and Node may run it a little early.
        isLate: () => told || performance.now() >= since + within,
        expired,
        attempt: async (tx) => {
          const value = await work(tx);
          return () => {
            told = true;
            clearTimeout(timer);
            resolve(value);
          };
        },
        refuse: (reason) => {
          told = true;
          clearTimeout(timer);
          waiting = waiting.filter((other) => other !== wish);
          reject(reason);
        },
      };
      const timer = Number.isFinite(within)
        ? setTimeout(() => {
            const late = new TooSlow();
            expire(late);
            wish.refuse(late);
          }, within)
        : undefined;
      waiting.push(wish);
      running ??= runAll();
    });
  }

  async function runAll(): Promise<void> {
    while (waiting.length > 0) {
      // SQLite answers at once, so works never let the event loop turn: without this each request would commit alone.
      await nextTurn();
      if (await begun()) await runBatch();
    }
    running = undefined;
  }

  /** Tries without blocking the event loop, which SQLite's own waiting would. */
  async function begun(): Promise<boolean> {
    while (waiting.length > 0) {
      try {
        keepLasting(!waiting.every((wish) => wish.mayRepeat));
        begin.run();
        return true;
      } catch (error) {
        const busy = error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
        const enough = performance.now() - longestBusy;
        for (const wish of waiting) {
          if (!busy) wish.refuse(error);
          else if (wish.since <= enough) wish.refuse(new TooSlow({ cause: error }));
        }
      }
      await pause(5);
    }
    return false;
  }

  /** SQLite takes this between transactions only. */
  function keepLasting(wanted: boolean): void {
    if (wanted === lasting) return;
    db.pragma(`synchronous = ${wanted ? "full" : "normal"}`);
    lasting = wanted;
  }

  async function runBatch(): Promise<void> {
    const start = performance.now();
    const kept: Kept[] = [];
    while (kept.length < mostWorks && performance.now() - start < longestBatch) {
      const [wish] = waiting;
      if (wish === undefined || (!lasting && !wish.mayRepeat)) break;
      waiting.shift();
      const first = kept.length === 0;
      if (!first) savepoint.run();
      const tell = await attempted(wish);
      if (!db.inTransaction) {
        // A full disk, for one: SQLite has undone everything, whatever the work made of it.
        wish.refuse(new Error("SQLite has rolled this transaction back."));
        again(kept);
        return;
      }
      if (tell !== undefined) {
        if (!first) release.run();
        kept.push({ wish, tell });
      } else if (first) {
        rollback.run(); // undoing the first is undoing everything, so it needs no savepoint
        return;
      } else {
        undo.run();
        release.run();
      }
    }
    finish(kept);
  }

  /** Undefined when the work threw or its time was over: it has been told. */
  async function attempted(wish: Wish): Promise<(() => void) | undefined> {
    const lent = lend(connection);
    try {
      return await Promise.race([wish.attempt(lent.tx), wish.expired]);
    } catch (error) {
      wish.refuse(error);
      return undefined;
    } finally {
      lent.end();
    }
  }

  function finish(kept: readonly Kept[]): void {
    if (kept.some(({ wish }) => wish.isLate())) {
      rollback.run();
      again(kept);
      return;
    }
    try {
      commit.run();
    } catch (error) {
      if (db.inTransaction) rollback.run();
      for (const { wish } of kept) wish.refuse(error);
      return;
    }
    for (const { tell } of kept) tell();
  }

  /** All were undone by the fault of one: those in time go first in the next batch. */
  function again(kept: readonly Kept[]): void {
    const wishes = kept.map(({ wish }) => wish);
    for (const wish of wishes) if (wish.isLate()) wish.refuse(new TooSlow());
    waiting.unshift(...wishes.filter((wish) => !wish.isLate()));
  }

  return { transact, idle: async () => running };
}
