/**
 * St. Anne's in Slack: a real engine on a real database, the real adapter behind a real HTTP server, and Slack's stand-in behind
 * a proxy that can fail. The engine's clock is told; Slack's requests carry the time of day.
 */
import { createServer } from "node:http";

import type { View } from "@slack/types";
import { test } from "vitest";

import { createSlack, type Slack, type SlackConfig } from "../../adapters/slack/app.ts";
import { checkMessage, checkView, type SlackMessage } from "../../adapters/slack/limits.ts";
import type { Log } from "../../adapters/slack/log.ts";
import { createEngine, type Engine } from "../../src/engine.ts";
import type { Feature } from "../../src/feature.ts";
import { features as allFeatures } from "../../src/features.ts";
import { createSealer } from "../../src/privacy/seal.ts";
import type { Store } from "../../src/store/store.ts";
import { type Instant, plus, readInstant, systemClock } from "../../src/time/instant.ts";
import { openTestStore } from "./databases.ts";
import { botToken, type Emulated, openEmulate } from "./emulate.ts";
import { close, type FaultProxy, openFaultProxy, portOf } from "./faultProxy.ts";
import { keysInMemory } from "./keys.ts";
import { openSlackDriver, type SlackDriver } from "./slackDriver.ts";

export const signingSecret = "the signing secret";

export interface SlackOffice {
  readonly slack: Slack;
  readonly engine: Engine;
  readonly store: Store;
  readonly emulated: Emulated;
  readonly proxy: FaultProxy;
  readonly driver: SlackDriver;
  readonly url: string;
  /** Everything that was logged, as text. */
  readonly logged: string[];
  now(): Instant;
  /** Lets the engine's time pass, and does what fell due. */
  passes(milliseconds: number): Promise<void>;
  settle(): Promise<void>;
  /** `types("ana", "/kudos @ben for the calm handover")` in #ward-4; names after @ are people of the office. */
  types(
    name: string,
    text: string,
    fields?: Readonly<Record<string, string>>,
  ): ReturnType<SlackDriver["command"]>;
  /** The database stops answering, or answers again. */
  breakDatabase(broken: boolean): void;
  close(): Promise<void>;
}

export interface SlackOfficeOptions {
  readonly config?: Partial<SlackConfig>;
  readonly features?: readonly Feature[];
  readonly prepare?: (proxy: FaultProxy, emulated: Emulated) => void;
  /** So many more people than the office's own. */
  readonly crowd?: number;
  /** How long Slack may take to say who somebody is. */
  readonly fetchBudgetMs?: number;
  /** Not waiting until Slack was reached. */
  readonly unreached?: boolean;
}

export async function openSlackOffice(options: SlackOfficeOptions = {}): Promise<SlackOffice> {
  const real = await openTestStore();
  let broken = false;
  const store: Store = {
    ...real,
    transact: (work, how) =>
      broken ? Promise.reject(new Error("The database is down")) : real.transact(work, how),
  };
  const emulated = await openEmulate(options.crowd);
  const proxy = await openFaultProxy(emulated.url);
  options.prepare?.(proxy, emulated);
  const logged: string[] = [];
  const log = logInto(logged);

  let now = readInstant("2026-03-18T12:00:00Z");
  const slack: Slack = createSlack(
    { signingSecret, apiUrl: proxy.apiUrl, ...(options.config ?? { botToken }) },
    () => engine,
    {
      log,
      clock: systemClock,
      drawChart: async () => new Uint8Array([137, 80, 78, 71]),
      // Far beyond what a busy machine needs, so that only those tests time out that mean to.
      fetchBudgetMs: options.fetchBudgetMs ?? 9_000,
      pagePauseMs: 1,
    },
  );
  const engine = createEngine({
    store,
    chat: slack.chat,
    clock: () => now,
    report: (event) => logged.push(JSON.stringify(event)),
    features: options.features ?? allFeatures,
    sealer: createSealer([{ id: "test", secret: new Uint8Array(32) }]),
    roundKeys: keysInMemory(),
    chance: () => 0.5,
  });

  const server = createServer((request, response) => slack.listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${portOf(server)}`;
  const driver = await openSlackDriver(url, signingSecret);
  await slack.start();
  if (options.unreached !== true) await until(() => slack.ready().ok);

  let commands = 0;
  return {
    slack,
    engine,
    store,
    emulated,
    proxy,
    driver,
    url,
    logged,
    now: () => now,
    async passes(milliseconds) {
      now = plus(now, milliseconds);
      await engine.tick();
    },
    settle: async () => void (await engine.tick()),
    types(name, text, fields = {}) {
      commands += 1;
      const [command = "", ...rest] = text.split(" ");
      return driver.command({
        command,
        text: rest.join(" ").replace(/@(\w+)/g, (all, who: string) => {
          const id = emulated.people[who];
          return id === undefined ? all : `<@${id}|${who}>`;
        }),
        team_id: emulated.team,
        user_id: emulated.people[name] ?? name,
        channel_id: emulated.channels["ward-4"] ?? "",
        channel_name: "ward-4",
        trigger_id: `trigger.${commands}`,
        response_url: driver.responseUrl,
        ...fields,
      });
    },
    breakDatabase(how) {
      broken = how;
    },
    async close() {
      broken = false;
      await slack.stop();
      const refused = refusedBySlack(proxy, driver);
      await close(server);
      await driver.close();
      await proxy.close();
      await emulated.close();
      await real.close();
      if (refused.length > 0) throw new Error(`Slack would refuse: ${refused.join("; ")}`);
    },
  };
}

/** Slack's stand-in takes any blocks: whatever was drawn is held to Slack's limits here. */
function refusedBySlack(proxy: FaultProxy, driver: SlackDriver): string[] {
  const bodies = ["chat.postMessage", "chat.update", "views.open", "views.update", "views.publish"]
    .flatMap((method) => proxy.calls(method).map(({ body }) => body as Record<string, unknown>))
    .concat(driver.responses, driver.answers as Record<string, unknown>[]);
  return bodies.flatMap((body) => [
    ...(body.view === undefined ? [] : checkView(body.view as View)),
    ...(body.blocks === undefined ? [] : checkMessage(body as unknown as SlackMessage)),
  ]);
}

/** Looks again in each turn of the event loop; the test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}

function logInto(logged: string[]): Log {
  const write = (fields: object, message: string) =>
    void logged.push(`${message} ${JSON.stringify(fields)}`);
  return { debug: write, info: write, warn: write, error: write };
}

/** `it("…", async ({ office }) => …)`: an office of its own for each specification. */
export const it = test.extend<{ office: SlackOffice }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names it destructures.
  office: async ({}, use) => {
    const office = await openSlackOffice();
    await use(office);
    await office.close();
  },
});

/** All the words of a message or a view, one after the other. */
export function wordsIn(drawn: unknown): string {
  const words: string[] = [];
  JSON.stringify(drawn, (key, value: unknown) => {
    if ((key === "text" || key === "alt_text") && typeof value === "string") words.push(value);
    return value;
  });
  return words.join("\n");
}
