/** A PostgreSQL database as a Store, shared by as many servers as you like. */
import { setTimeout as pause } from "node:timers/promises";

import pg from "pg";

import { createLender, type Store, TooSlow, type TransactOptions, type Tx } from "#engine";
import { createConnection, postgresLanguage } from "./dialect.ts";

/** Slack waits 3 s for an answer: a database that is down or slow is given up before that. */
const patience = 2_000;

/** For a work that set no limit itself: nothing waits longer than this for a database that has fallen silent. */
const longestWork = 60_000;

/** A statement was prepared before another process' migration changed its table. */
const stalePlan = "0A000";
/** Undone, and worth another try: two transactions in each other's way, or that. */
const passing = new Set(["40001", "40P01", stalePlan]);
/** lock_timeout and statement_timeout. */
const tooSlow = new Set(["55P03", "57014"]);
const mostAttempts = 5;

const { builtins, getTypeParser } = pg.types;
const wholeAndDecimal = new Set<number>([builtins.INT8, builtins.NUMERIC]);

export interface PostgresSettings {
  /** Connections of this process at most; 10 when not given. */
  readonly poolSize?: number;
}

const lend = createLender(postgresLanguage);

export function openPostgres(url: string, { poolSize = 10 }: PostgresSettings = {}): Store {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: patience,
    statement_timeout: patience,
    lock_timeout: patience,
    keepAlive: true,
    types: {
      // Counts and sums come as text otherwise; none of ours nears 2^53.
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        wholeAndDecimal.has(oid) ? Number : getTypeParser(oid, format as "text"),
    } as pg.CustomTypesConfig,
  });
  // A connection that dies idle is replaced at the next use; one that dies in use fails its query. Neither ends the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));

  return {
    dialect: "postgres",
    transact: (work, options = {}) => transact(pool, work, options),
    close: () => pool.end(),
  };
}

interface Limit {
  readonly deadline: number;
  /** Rejects at the deadline. */
  readonly expired: Promise<never>;
}

async function transact<T>(
  pool: pg.Pool,
  work: (tx: Tx) => Promise<T>,
  { within = longestWork, mayRepeat = false }: TransactOptions,
): Promise<T> {
  const { promise: expired, reject: expire } = Promise.withResolvers<never>();
  expired.catch(() => {});
  const timer = setTimeout(() => expire(new TooSlow()), within);
  const limit: Limit = { deadline: performance.now() + within, expired };
  const begin = mayRepeat ? "begin; set local synchronous_commit = off" : "begin";
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return await attempted(pool, begin, work, limit);
      } catch (error) {
        const code = codeOf(error);
        if (tooSlow.has(code)) throw new TooSlow({ cause: error });
        if (!passing.has(code) || attempt === mostAttempts) throw error;
        await Promise.race([pause(Math.random() * 20 * attempt), expired]);
      }
    }
  } finally {
    clearTimeout(timer);
  }
}

async function attempted<T>(
  pool: pg.Pool,
  begin: string,
  work: (tx: Tx) => Promise<T>,
  limit: Limit,
): Promise<T> {
  const client = await connected(pool, limit);
  const connection = createConnection(client);
  const lent = lend(connection);
  const ended = () => {
    lent.end();
    return Promise.race([connection.drain(), limit.expired]);
  };
  let sound = false; // a connection in an unknown state is closed, which undoes what it did
  try {
    await Promise.race([client.query(begin), limit.expired]);
    const value = await Promise.race([work(lent.tx), limit.expired]);
    await ended();
    // A busy event loop keeps the timer waiting too.
    if (performance.now() >= limit.deadline) throw new TooSlow();
    await commit(client, limit);
    sound = true;
    return value;
  } catch (error) {
    sound = await ended()
      .then(() => rolledBack(client, error, limit))
      .catch(() => false);
    throw error;
  } finally {
    client.release(!sound);
  }
}

async function connected(pool: pg.Pool, limit: Limit): Promise<pg.PoolClient> {
  const connecting = pool.connect();
  try {
    return await Promise.race([connecting, limit.expired]);
  } catch (error) {
    connecting.then((client) => client.release()).catch(() => {});
    // pg gives its own time-outs no code, only words.
    if (error instanceof Error && /\btimeout\b/.test(error.message)) {
      throw new TooSlow({ cause: error });
    }
    throw error;
  }
}

/** Once asked to commit, PostgreSQL may have kept it whatever we hear: that is never told as "nothing was kept". */
async function commit(client: pg.PoolClient, limit: Limit): Promise<void> {
  const committing = Promise.race([client.query("commit"), limit.expired]);
  const { command } = await committing.catch((cause: unknown) => {
    if (cause instanceof pg.DatabaseError) throw cause; // it has answered: no
    throw new Error("PostgreSQL did not confirm a commit: it may have been kept.", { cause });
  });
  if (command !== "COMMIT") throw new Error("A statement had failed, so PostgreSQL kept nothing.");
}

/** Whether the connection can be used again. */
async function rolledBack(client: pg.PoolClient, reason: unknown, limit: Limit): Promise<boolean> {
  if (reason instanceof TooSlow || codeOf(reason) === stalePlan) return false;
  await Promise.race([client.query("rollback"), limit.expired]);
  return true;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
