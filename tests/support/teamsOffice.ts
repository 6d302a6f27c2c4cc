/**
 * St. Anne's in Teams: a real engine on a real database, the real adapter behind a real HTTP server, requests signed as Teams signs
 * them, and Teams' service stood in for strictly. The engine's clock is told.
 */
import { createServer } from "node:http";

import { test } from "vitest";

import { createTeams, type Teams, type TeamsConfig } from "../../adapters/teams/app.ts";
import { createEngine, type Engine } from "../../src/engine.ts";
import { features } from "../../src/features.ts";
import { createSealer } from "../../src/privacy/seal.ts";
import type { Store } from "../../src/store/store.ts";
import { type Instant, plus, readInstant, systemClock } from "../../src/time/instant.ts";
import { openTestStore } from "./databases.ts";
import { type Drawn, type FakeConnector, openFakeConnector, type Person } from "./fakeConnector.ts";
import { close, portOf } from "./faultProxy.ts";
import { keysInMemory } from "./keys.ts";
import { until } from "./slackOffice.ts";
import { type Claims, openTeamsKeys, type TeamsKeys } from "./teamsKeys.ts";

export const appId = "6f0d6b0e-5d3a-4b57-8a55-2f0f4d3f9a10";
export const tenant = "8c1b2a5e-0c1d-4f7b-9f0a-7a0f5b1d2c3e";
export const bot = `28:${appId}`;
export const team = "19:ward4team@thread.tacv2";
export const channel = "19:ward4@thread.tacv2";
const password = "the app's password";
const key = { id: "test", secret: new Uint8Array(32) };

export const names: Readonly<Record<string, string>> = {
  ana: "Ana Silva",
  ben: "Ben Okafor",
  cleo: "Cleo Martin",
  dan: "Dan Ortiz",
  lee: "Lee Wong",
};

export const personOf = (at: number, name: string, more: Partial<Person> = {}): Person => ({
  id: `29:1${at.toString(36).padStart(6, "0")}xY-_z`,
  objectId: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
  name,
  ...more,
});

export interface Answered {
  readonly status: number;
  /** Read, where it is JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Sending {
  readonly claims?: Claims;
  /** In place of a right one; null sends none. */
  readonly authorization?: string | null;
}

export interface TeamsOffice {
  readonly teams: Teams;
  readonly engine: Engine;
  readonly store: Store;
  readonly connector: FakeConnector;
  readonly keys: TeamsKeys;
  readonly people: Readonly<Record<string, Person>>;
  readonly logged: string[];
  readonly url: string;
  now(): Instant;
  /** Lets the engine's time pass, and does what fell due. */
  passes(milliseconds: number): Promise<void>;
  /** What follows answers is done. */
  settle(): Promise<void>;
  /** An activity as Teams would send it, with an id of its own unless it has one. */
  send(activity: Readonly<Record<string, unknown>>, sending?: Sending): Promise<Answered>;
  breakDatabase(broken: boolean): void;
  close(): Promise<void>;
}

export interface TeamsOfficeOptions {
  readonly config?: Partial<TeamsConfig>;
  /** In the team beside the office's own. */
  readonly crowd?: readonly Person[];
  /** Rapport isn't put into the team, nor installed by anybody. */
  readonly uninstalled?: boolean;
  readonly fetchBudgetMs?: number;
}

export async function openTeamsOffice(options: TeamsOfficeOptions = {}): Promise<TeamsOffice> {
  const real = await openTestStore();
  let broken = false;
  const store: Store = {
    ...real,
    transact: (work, how) =>
      broken ? Promise.reject(new Error("The database is down")) : real.transact(work, how),
  };
  const keys = await openTeamsKeys(appId, password);
  const connector = await openFakeConnector(keys.knows, tenant, bot);
  const people = Object.fromEntries(
    Object.entries(names).map(([short, name], at) => [
      short,
      personOf(at, name, { email: `${short}@annes.example` }),
    ]),
  );
  connector.gather(channel, [...Object.values(people), ...(options.crowd ?? [])], team);
  const logged: string[] = [];
  const write = (fields: object, message: string) =>
    void logged.push(`${message} ${JSON.stringify(fields)}`);

  let now = readInstant("2026-03-18T12:00:00Z");
  const teams = createTeams(
    {
      appId,
      type: "SingleTenant",
      password,
      tenant,
      openIdUrl: keys.openIdUrl,
      tokenUrl: keys.tokenUrl,
      here: true,
      ...options.config,
    },
    () => engine,
    {
      log: { debug: write, info: write, warn: write, error: write },
      clock: systemClock,
      keys: () => [key],
      commands: new Set(features.flatMap((one) => (one.commands ?? []).map((row) => row.command))),
      // Far beyond what a busy machine needs, so that only those tests time out that mean to.
      fetchBudgetMs: options.fetchBudgetMs ?? 9_000,
    },
  );
  const engine = createEngine({
    store,
    chat: teams.chat,
    clock: () => now,
    report: (event) => logged.push(JSON.stringify(event)),
    features,
    sealer: createSealer([key]),
    roundKeys: keysInMemory(),
    chance: () => 0.5,
  });

  const server = createServer((request, response) => teams.listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${portOf(server)}/api/messages`;
  teams.start();
  await until(() => teams.ready().ok);

  let activities = 0;
  const office: TeamsOffice = {
    teams,
    engine,
    store,
    connector,
    keys,
    people,
    logged,
    url,
    now: () => now,
    async passes(milliseconds) {
      now = plus(now, milliseconds);
      await engine.tick();
    },
    settle: () => teams.settled(),
    async send(activity, { claims, authorization } = {}) {
      activities += 1;
      const { serviceUrl } = connector;
      const signed = keys.sign({ serviceurl: serviceUrl, ...claims });
      const header = authorization === undefined ? signed : authorization;
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(header === null ? {} : { authorization: header }),
        },
        body: JSON.stringify({
          id: `f:${1_000_000 + activities}`,
          channelId: "msteams",
          serviceUrl,
          recipient: { id: bot, name: "Rapport" },
          timestamp: "2026-03-18T12:00:00.000Z",
          ...activity,
        }),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === "" ? {} : (JSON.parse(text) as Answered["body"]),
      };
    },
    breakDatabase(how) {
      broken = how;
    },
    async close() {
      broken = false;
      await teams.stop();
      await close(server);
      await connector.close();
      await keys.close();
      await real.close();
      if (connector.wrong.length > 0)
        throw new Error(`Teams would refuse: ${connector.wrong.join("; ")}`);
    },
  };
  if (options.uninstalled !== true) {
    for (const person of Object.values(people)) connector.install(person);
    await office.send({ ...inChannel(office, "lee"), type: "installationUpdate", action: "add" });
    await office.settle();
  }
  return office;
}

/** Whoever does something, as every activity of theirs names them. */
export const fromOf = ({ people }: Pick<TeamsOffice, "people">, name: string) => {
  const person = people[name];
  return {
    from: { id: person?.id ?? "", name: person?.name, aadObjectId: person?.objectId },
    locale: "en-GB",
    localTimezone: "Europe/Lisbon",
  };
};

export const inChannel = (office: Pick<TeamsOffice, "people">, name: string) => ({
  ...fromOf(office, name),
  conversation: {
    id: `${channel};messageid=1770000000001`,
    conversationType: "channel",
    isGroup: true,
    tenantId: tenant,
  },
  channelData: {
    tenant: { id: tenant },
    team: { id: team },
    channel: { id: channel },
  },
});

export const inPrivate = (office: TeamsOffice, name: string) => {
  const person = office.people[name];
  const id = person === undefined ? "" : office.connector.personal(person);
  return {
    ...fromOf(office, name),
    conversation: { id, conversationType: "personal", tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  };
};

export const privateChat = ({ people, connector }: TeamsOffice, name: string): string => {
  const person = people[name];
  return person === undefined ? "" : connector.personal(person);
};

/** `it("…", async ({ office }) => …)`: an office of its own for each specification. */
export const it = test.extend<{ office: TeamsOffice }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names it destructures.
  office: async ({}, use) => {
    const office = await openTeamsOffice();
    await use(office);
    await office.close();
  },
});

/** All the words of a card, one after the other, as they are read. */
export function wordsIn(card: Drawn | undefined): string {
  const words: string[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) {
      const runs = part.every((one) => (one as { type?: string }).type === "TextRun");
      if (runs) words.push(part.map((one) => (one as { text: string }).text).join(""));
      else part.forEach(walk);
      return;
    }
    if (typeof part !== "object" || part === null) return;
    const { type, text, title, label, value } = part as Record<string, unknown>;
    if (type === "TextBlock") words.push(String(text));
    if (type === "Action.Execute" || type === "Action.Submit") words.push(String(title));
    if (typeof type === "string" && type.startsWith("Input.")) words.push(String(label));
    if (type === "Input.Text" && typeof value === "string") words.push(value);
    if (type === "Input.ChoiceSet") {
      const { choices = [] } = part as { choices?: { title: string }[] };
      words.push(...choices.map((one) => one.title));
    }
    for (const [name, inside] of Object.entries(part))
      if (name !== "data" && name !== "choices") walk(inside);
  };
  walk(card?.body);
  return words.join("\n").replaceAll("\u2060", "");
}
