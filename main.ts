/** Puts the program together: config → keys → store → engine → adapters → HTTP → heartbeat. Nothing else sees both sides. */
import { existsSync, readFileSync, realpathSync } from "node:fs";

import {
  type Card,
  type Chart,
  type Chat,
  createEngine,
  createSealer,
  type Engine,
  type Event,
  type Form,
  features,
  type Key,
  type Platform,
  type Store,
  systemClock,
  type WorkspaceAddress,
} from "#engine";
import {
  type Config,
  type Database,
  readConfig,
  readTeamsApp,
  type SandboxSettings,
  type SlackSettings,
  type TeamsSettings,
} from "./adapters/config.ts";
import type { Log } from "./adapters/log.ts";
import type { Metrics } from "./adapters/metrics.ts";
import type { KeptRoundKeys } from "./adapters/roundKeys.ts";
import { migrations } from "./migrations/index.ts";
import { isHouseShared } from "./src/privacy/house.ts";
import { migrate } from "./src/store/migrate.ts";

/** How long what runs may take to end after the signal to stop, and how long the next server waits for that. */
const endsWithin = 10_000;
/** Of that, for people whose request is being answered. */
const answersWithin = 5_000;

/** No word or "start" serves until told to stop; anything else is a command for whoever keeps the server. */
export async function run(words: readonly string[]): Promise<void> {
  const [first = "start", ...rest] = words[0]?.startsWith("--") ? ["start", ...words] : words;
  const begins = rest.every((word) => word === "--fresh" || word === "--empty");
  const serving = first === "start" && begins;
  process.exitCode = await (serving ? serve(new Set(rest)) : command(words)).catch(explain);
}

async function serve(wishes: ReadonlySet<string>): Promise<number> {
  const stopped = stopSignal();
  const config = configured();
  if (wishes.size > 0 && config.sandbox === null) {
    throw new Halt("Misconfigured", `${[...wishes].join(", ")}: the sandbox is off (SANDBOX).`);
  }
  const { createLog } = await import("./adapters/log.ts");
  const log = createLog(config.logLevel);
  process.on("uncaughtException", (error) => {
    log.fatal({ error }, "stopped by a fault of ours");
    process.exit(1);
  });

  // Ends in the opposite order, so that nobody is left waiting for what has already gone.
  await using house = new AsyncDisposableStack();
  const { createMetrics } = await import("./adapters/metrics.ts");
  const metrics = createMetrics(() => engine.queue());
  const world: World = { log, metrics, house };
  const sandbox = config.sandbox && (await openSandbox(config.sandbox, wishes, world));
  // With the sandbox alone, the database that is configured is left alone.
  const chats = config.slack !== null || config.teams !== null;
  const work = !chats && sandbox !== null ? null : await openWork(config, world);
  const engine = work?.engine ?? sandbox?.engine ?? notOpened();

  const { openHttp } = await import("./adapters/http.ts");
  const http = await openHttp(config, {
    slack: work?.slack?.listener ?? null,
    teams: work?.teams?.listener ?? null,
    sandbox: sandbox?.handle ?? null,
    metrics: metrics.print,
    answered: metrics.answered,
    async reasons() {
      const database = await engine.workspaces("slack").then(
        () => [],
        () => ["The database does not answer within 2 seconds."],
      );
      const chats = { Slack: work?.slack, Teams: work?.teams };
      const unreached = Object.entries(chats).flatMap(([name, chat]) => {
        const state = chat?.ready() ?? { ok: true };
        return state.ok ? [] : [`${name}: ${state.reason}`];
      });
      return [...database, ...unreached];
    },
  });
  house.defer(() => http.close(answersWithin));
  house.defer(() => sandbox?.hangUp());

  const { welcome, welcomeToSandbox } = await import("./adapters/welcome.ts");
  if (sandbox !== null) process.stdout.write(welcomeToSandbox(http.address));
  else if (!chats) process.stdout.write(welcome(http.address));
  const platforms = Object.entries({ slack: work?.slack, teams: work?.teams, sandbox }).flatMap(
    ([platform, served]) => (served ? [platform] : []),
  );
  log.info({ address: http.address, database: work?.database ?? "sandbox", platforms }, "ready");

  await stopped;
  log.info("stopping");
  setTimeout(() => process.exit(0), endsWithin).unref();
  return 0;
}

/** What whatever is served needs: where it is told and counted, and by whom it is ended. */
interface World {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly house: AsyncDisposableStack;
}

/** The database and the platforms that the environment configures. */
async function openWork(config: Config, { log, metrics, house }: World) {
  const { sealer, roundKeys, keys } = await openKeyFolder(config.keys);
  const { store, close } = await openDatabase(config.database, endsWithin);
  house.defer(close);
  house.defer(await watchKeys(roundKeys, store, log));

  const { logEvent } = await import("./adapters/log.ts");
  let nudge = () => {};
  const report = (event: Event) => {
    metrics.count(event);
    logEvent(log, event);
    // A kept answer has a name like "recognition.sent", and may have left something to say.
    if (event.kind === "handled" && event.outcome.includes(".")) nudge();
  };
  const chats = new Map<Platform, Chat>();
  const engine = createEngine({
    store,
    chat: chatOf(chats),
    clock: systemClock,
    report,
    features,
    sealer,
    roundKeys,
    chance: Math.random,
  });

  const slack = config.slack && (await openSlack(config.slack, () => engine, log));
  if (slack !== null) {
    chats.set("slack", slack.chat);
    await slack.start();
    house.defer(() => slack.stop());
  }
  const teams = config.teams && (await openTeams(config.teams, keys, () => engine, log));
  if (teams !== null) {
    chats.set("teams", teams.chat);
    teams.start();
    house.defer(() => teams.stop());
  }
  nudge = (await beat(engine.tick, { log, metrics, house })).nudge;
  return { engine, slack, teams, database: store.dialect };
}

/** A chat of its own, on a database, keys and a clock of its own. */
async function openSandbox(
  at: SandboxSettings,
  wishes: ReadonlySet<string>,
  { log, metrics, house }: World,
) {
  const { clear, placeIn } = await import("./adapters/sandbox/place.ts");
  const place = placeIn(at.folder);
  const { sealer, roundKeys, keys } = await openKeyFolder(at.keys);
  const { store, close } = await openSqliteAlone(place.database, endsWithin, () =>
    clear(place, wishes.size > 0),
  );
  house.defer(close);
  const { openPeek } = await import("./adapters/sqlite/peek.ts");
  const peek = openPeek(place.database);
  house.defer(peek.close);

  const { createSandbox } = await import("./adapters/sandbox/app.ts");
  const { logEvent } = await import("./adapters/log.ts");
  const sandbox = createSandbox({
    place,
    store,
    realClock: systemClock,
    engineOn: (store) =>
      createEngine({
        store,
        chat: sandbox.chat,
        clock: sandbox.clock,
        report: (event) => {
          sandbox.report(event);
          logEvent(log, event);
        },
        features,
        sealer,
        roundKeys,
        chance: Math.random,
      }),
    drawChart,
    platforms: [await blockKit(), await adaptiveCards(keys)],
    rows: async () => peek.rows(),
    log,
  });
  await sandbox.start(wishes.has("--empty"));
  house.defer(sandbox.stop);
  await beat(sandbox.tick, { log, metrics, house });
  return sandbox;
}

async function blockKit() {
  const { renderCard } = await import("./adapters/slack/cards.ts");
  const { renderForm } = await import("./adapters/slack/forms.ts");
  return {
    as: "Block Kit",
    card: (card: Card) => renderCard(card).blocks,
    form: (form: Form) => renderForm(form, { place: { kind: "nowhere" } }),
  };
}

async function adaptiveCards(keys: readonly Key[]) {
  const { renderCard } = await import("./adapters/teams/cards.ts");
  const { renderForm } = await import("./adapters/teams/forms.ts");
  const { createMarks } = await import("./adapters/teams/press.ts");
  const marks = createMarks(keys);
  const channelName = (channel: string) => channel;
  const drawing = { nonce: "one for each card", language: "en", marks, channelName };
  return {
    as: "an Adaptive Card",
    card: (card: Card) => renderCard(card, drawing),
    form: (form: Form) => renderForm(form, drawing),
  };
}

async function openKeyFolder(keys: string) {
  const { openKeys } = await import("./adapters/keys.ts");
  const { openRoundKeys } = await import("./adapters/roundKeys.ts");
  const opened = openKeys(keys);
  return { sealer: createSealer(opened), roundKeys: openRoundKeys(keys), keys: opened };
}

/** Looks at start and every minute whether the servers of this database share the keys of rounds; resolves to what ends it. */
async function watchKeys(keys: KeptRoundKeys, store: Store, log: Log): Promise<() => void> {
  const look = async () => {
    const before = keys.usable;
    if (keys.house !== null) keys.settle(await isHouseShared(store, keys.house, systemClock()));
    if (before && !keys.usable) {
      log.error(
        "confidential rounds wait: another server keeps their keys in another RAPPORT_KEYS",
      );
    }
  };
  if (!keys.usable)
    log.error("confidential rounds are refused: RAPPORT_KEYS/rounds can't be written");
  await look();
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.warn({ error }, "the keys of rounds were not looked at"));
  }, 60_000);
  return () => clearInterval(timer);
}

async function beat(tick: () => Promise<unknown>, { log, metrics, house }: World) {
  const { startHeartbeat } = await import("./adapters/heartbeat.ts");
  const heartbeat = startHeartbeat(tick, (error, inARow) => {
    metrics.missedBeat();
    if (inARow === 1 || inARow % 60 === 0) log.error({ error, inARow }, "the heartbeat failed");
  });
  house.defer(heartbeat.stop);
  return heartbeat;
}

function notOpened(): never {
  throw new Error("Nothing is served");
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
    members: (workspace, ...rest) => on(workspace).members(workspace, ...rest),
  };
}

async function openSlack(settings: SlackSettings, engine: () => Engine, log: Log) {
  const { createSlack } = await import("./adapters/slack/app.ts");
  return createSlack(settings, engine, {
    log,
    clock: systemClock,
    drawChart,
  });
}

async function openTeams(
  settings: TeamsSettings,
  keys: readonly Key[],
  engine: () => Engine,
  log: Log,
) {
  const { createTeams } = await import("./adapters/teams/app.ts");
  return createTeams(settings, engine, { log, clock: systemClock, keys, commands });
}

const commands: ReadonlySet<string> = new Set(
  features.flatMap((feature) => (feature.commands ?? []).map(({ command }) => command)),
);

const drawChart = async (chart: Chart): Promise<Uint8Array> =>
  (await import("./adapters/chart/draw.ts")).drawChart(chart);

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
    async packTeamsApp(slash) {
      const app = readTeamsApp(process.env);
      if (app.kind === "mistakes") return { missing: app.mistakes };
      const { packTeamsApp } = await import("./adapters/teams/package/package.ts");
      const { version } = JSON.parse(
        readFileSync(new URL("package.json", import.meta.url), "utf8"),
      ) as { version: string };
      return packTeamsApp({ ...app, version, features, slash });
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

/** `prepare` runs while nobody has the file open. */
async function openSqliteAlone(
  file: string,
  waitMs: number | null,
  prepare = () => {},
): Promise<Opened> {
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
  prepare();
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
