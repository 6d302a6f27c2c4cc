/** Puts the program together: config → keys → store → engine → adapters → HTTP → heartbeat. Nothing else sees both sides. */
import { existsSync, realpathSync } from "node:fs";

import {
  type Chat,
  createEngine,
  createSealer,
  type Engine,
  type Event,
  features,
  type Platform,
  type Store,
  systemClock,
  type WorkspaceAddress,
} from "#engine";
import { type Config, type Database, readConfig, type SlackSettings } from "./adapters/config.ts";
import type { Log } from "./adapters/log.ts";
import { migrations } from "./migrations/index.ts";
import { migrate } from "./src/store/migrate.ts";

/** How long what runs may take to end after the signal to stop, and how long the next server waits for that. */
const endsWithin = 10_000;
/** Of that, for people whose request is being answered. */
const answersWithin = 5_000;

/** No word or "start" serves until told to stop; anything else is a command for whoever keeps the server. */
export async function run(words: readonly string[]): Promise<void> {
  const serving = words.length === 0 || (words.length === 1 && words[0] === "start");
  process.exitCode = await (serving ? serve() : command(words)).catch(explain);
}

async function serve(): Promise<number> {
  const stopped = stopSignal();
  const config = configured();
  const { createLog, logEvent } = await import("./adapters/log.ts");
  const log = createLog(config.logLevel);
  process.on("uncaughtException", (error) => {
    log.fatal({ error }, "stopped by a fault of ours");
    process.exit(1);
  });

  // Ends in the opposite order, so that nobody is left waiting for what has already gone.
  await using house = new AsyncDisposableStack();
  const { openKeys } = await import("./adapters/keys.ts");
  const sealer = createSealer(openKeys(config.keys));
  const { store, close } = await openDatabase(config.database, endsWithin);
  house.defer(close);

  const { createMetrics } = await import("./adapters/metrics.ts");
  const metrics = createMetrics(() => engine.queue());
  let nudge = () => {};
  const report = (event: Event) => {
    metrics.count(event);
    logEvent(log, event);
    // A kept answer has a name like "recognition.sent", and may have left something to say.
    if (event.kind === "handled" && event.outcome.includes(".")) nudge();
  };
  const chats = new Map<Platform, Chat>();
  const chat = chatOf(chats);
  const clock = systemClock;
  const engine = createEngine({
    store,
    chat,
    clock,
    report,
    features,
    sealer,
    chance: Math.random,
  });

  const slack = config.slack && (await openSlack(config.slack, () => engine, log));
  if (slack !== null) {
    chats.set("slack", slack.chat);
    await slack.start();
    house.defer(() => slack.stop());
  }

  const { startHeartbeat } = await import("./adapters/heartbeat.ts");
  const heartbeat = startHeartbeat(engine.tick, (error, inARow) => {
    metrics.missedBeat();
    if (inARow === 1 || inARow % 60 === 0) log.error({ error, inARow }, "the heartbeat failed");
  });
  nudge = heartbeat.nudge;
  house.defer(heartbeat.stop);

  const { openHttp } = await import("./adapters/http.ts");
  const http = await openHttp(config, {
    slack: slack?.listener ?? null,
    metrics: metrics.print,
    answered: metrics.answered,
    async reasons() {
      const database = await engine.workspaces("slack").then(
        () => [],
        () => ["The database does not answer within 2 seconds."],
      );
      const state = slack?.ready() ?? { ok: true };
      return state.ok ? database : [...database, `Slack: ${state.reason}`];
    },
  });
  house.defer(() => http.close(answersWithin));

  if (slack === null)
    process.stdout.write((await import("./adapters/welcome.ts")).welcome(http.address));
  log.info(
    { address: http.address, database: store.dialect, platforms: [...chats.keys()] },
    "ready",
  );

  await stopped;
  log.info("stopping");
  setTimeout(() => process.exit(0), endsWithin).unref();
  return 0;
}

/** Resolves at the first signal. More of them change nothing: npm passes on what the whole group was already told. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.on("SIGTERM", () => resolve());
    process.on("SIGINT", () => resolve());
  });
}

/** Talks to each workspace on its platform. One that isn't configured now throws, so that what is to be said there waits. */
function chatOf(chats: ReadonlyMap<Platform, Chat>): Chat {
  const on = ({ platform }: WorkspaceAddress): Chat => {
    const chat = chats.get(platform);
    if (chat === undefined) throw new Error(`Not configured: ${platform}`);
    return chat;
  };
  return {
    rates: (workspace) => on(workspace).rates(workspace),
    post: (workspace, ...rest) => on(workspace).post(workspace, ...rest),
    update: (workspace, ...rest) => on(workspace).update(workspace, ...rest),
    delete: (workspace, ...rest) => on(workspace).delete(workspace, ...rest),
    direct: (workspace, ...rest) => on(workspace).direct(workspace, ...rest),
  };
}

async function openSlack(settings: SlackSettings, engine: () => Engine, log: Log) {
  const { createSlack } = await import("./adapters/slack/app.ts");
  return createSlack(settings, engine, {
    log,
    clock: systemClock,
    drawChart: async (chart) => (await import("./adapters/chart/draw.ts")).drawChart(chart),
  });
}

/** For whoever keeps the server: see `rapport help`. */
async function command(words: readonly string[]): Promise<number> {
  const { runCommand } = await import("./adapters/cli/cli.ts");
  return runCommand(words, {
    out: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
    features,
    clock: systemClock,
    open: (wish) => openDatabase(configured().database, wish === "reading" ? null : 0),
    async backup(to) {
      const { database } = configured();
      if (database.kind === "postgres") return "not SQLite";
      requireFile(database.file);
      if (existsSync(to) && realpathSync(to) === realpathSync(database.file)) return "itself";
      await (await import("./adapters/sqlite/backup.ts")).backupSqlite(database.file, to);
      return "copied";
    },
  });
}

interface Opened {
  readonly store: Store;
  /** The migrations that were missing. */
  readonly applied: readonly string[];
  close(): Promise<void>;
}

/** To write: migrated, and on SQLite alone, after at most `waitMs` for whoever else does. To read (null): as it is. */
async function openDatabase(database: Database, waitMs: number | null): Promise<Opened> {
  try {
    return await (database.kind === "sqlite"
      ? openSqliteAlone(database.file, waitMs)
      : openShared(database.url, waitMs !== null));
  } catch (cause) {
    if (cause instanceof Error && cause.name in exitCodes) throw cause;
    const why = cause instanceof Error ? cause.message || cause.name : "for no reason it gave";
    throw new Halt("NoDatabase", `DATABASE_URL: the database can't be used: ${why}`, { cause });
  }
}

async function openSqliteAlone(file: string, waitMs: number | null): Promise<Opened> {
  const { openSqlite } = await import("./adapters/sqlite/database.ts");
  if (waitMs === null) {
    requireFile(file);
    const store = openSqlite({ file, readonly: true });
    return { store, applied: [], close: store.close };
  }
  const { holdInstance } = await import("./adapters/sqlite/instance.ts");
  await using held = new AsyncDisposableStack();
  const release = await holdInstance(file, waitMs);
  held.defer(release);
  const store = openSqlite({ file });
  held.defer(store.close);
  const applied = await migrate(store, migrations);
  const kept = held.move();
  return { store, applied, close: () => kept.disposeAsync() };
}

async function openShared(url: string, toWrite: boolean): Promise<Opened> {
  const { openPostgres } = await import("./adapters/postgres/database.ts");
  const store = openPostgres(url);
  await using held = new AsyncDisposableStack();
  held.defer(store.close);
  const applied = toWrite ? await migrate(store, migrations) : [];
  held.move();
  return { store, applied, close: store.close };
}

function requireFile(file: string): void {
  if (existsSync(file)) return;
  throw new Halt(
    "NoDatabase",
    `There is no database at ${file} yet: start Rapport, or set DATABASE_URL.`,
  );
}

function configured(): Config {
  const read = readConfig(process.env);
  if (read.kind === "config") return read.config;
  const lines = [
    "Rapport can't start like this:",
    ...read.mistakes,
    "README.md lists every setting.",
  ];
  throw new Halt("Misconfigured", lines.join("\n  "));
}

/** What ends the program with a sentence and no stack: 78, do not try again; 75, try again later (sysexits.h). */
const exitCodes: Readonly<Record<string, number>> = {
  Misconfigured: 78,
  KeyTrouble: 78,
  NewerSchema: 78,
  NoDatabase: 75,
  AnotherServer: 75,
  PortTaken: 75,
};

class Halt extends Error {
  constructor(name: keyof typeof exitCodes, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = name;
  }
}

function explain(error: unknown): number {
  const code = error instanceof Error ? exitCodes[error.name] : undefined;
  if (!(error instanceof Error) || code === undefined) throw error;
  process.stderr.write(`${error.message}\n`);
  return code;
}
