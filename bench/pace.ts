/**
 * How much of what the platforms permit is used: 40 workspaces with a message to say in each of many conversations, through the
 * real queue on a simulated clock, against a far side that counts by the platforms' own rules and refuses what is over them.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

import { openSqlite } from "../adapters/sqlite/database.ts";
import { migrations } from "../migrations/index.ts";
import { type Chat, Limited, type Rate, type Rates } from "../src/chat/chat.ts";
import { words } from "../src/chat/line.ts";
import { createEngine } from "../src/engine.ts";
import { type Feature, post } from "../src/feature.ts";
import type { WorkspaceId } from "../src/ids.ts";
import { later } from "../src/jobs/queries.ts";
import { createSealer } from "../src/privacy/seal.ts";
import { migrate } from "../src/store/migrate.ts";
import { type Instant, millisecondsOf, readInstant } from "../src/time/instant.ts";
import { keysInMemory } from "../tests/support/keys.ts";
import type { Figure, Part } from "./figure.ts";

const workspaces = 40;
/** So many conversations in each workspace, one message to each. */
const conversations = 700;
const beginning = readInstant("2026-11-02T09:00:00Z");

/** Slack's and Teams' own (design: performance, pace). */
const platforms: Readonly<Record<string, Rates>> = {
  slack: {
    channel: [{ count: 1, seconds: 1 }],
    workspace: [{ count: 300, seconds: 60 }],
  },
  teams: {
    channel: [
      { count: 7, seconds: 1 },
      { count: 8, seconds: 2 },
      { count: 60, seconds: 30 },
      { count: 1_800, seconds: 3_600 },
    ],
    workspace: [{ count: 50, seconds: 1 }],
  },
};

export const pacePart: Part = {
  name: "pace",
  async run({ tell }) {
    const figures: Figure[] = [];
    for (const [platform, rates] of Object.entries(platforms)) {
      tell(`${workspaces} workspaces in ${platform}, ${conversations} messages in each`);
      figures.push(...(await measure(platform, rates)));
    }
    return figures;
  },
};

const told = z.object({ workspace: z.string(), channel: z.string() });

const speaking: Feature = {
  name: "speaking",
  posts: [
    post({
      post: "bench.say",
      read: told,
      say: async (_, { workspace, channel }) => ({
        subject: `bench ${channel}`,
        to: { kind: "channel", workspace: workspace as WorkspaceId, channel },
        card: { summary: words("Hello"), blocks: [{ kind: "text", line: words("Hello") }] },
      }),
    }),
  ],
};

async function measure(platform: string, rates: Rates): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  const store = openSqlite({ file: join(folder, "pace.db") });
  let now = beginning;
  const side = farSide(rates, () => now);
  const engine = createEngine({
    store,
    chat: side.chat,
    clock: () => now,
    report: () => {},
    features: [speaking],
    sealer: createSealer([{ id: "bench", secret: new Uint8Array(32) }]),
    roundKeys: keysInMemory(),
    chance: () => 0.5,
  });
  try {
    await migrate(store, migrations);
    for (let n = 0; n < workspaces; n += 1) {
      const { id } = await engine.install({
        platform: "slack",
        externalId: `T${n}`,
        name: `Hospital ${n}`,
        token: null,
        installation: "{}",
        installer: null,
        zone: "UTC",
        locale: "en",
        domains: [],
      });
      await store.transact(async (tx) => {
        const { organization_id } = await tx
          .selectFrom("workspace")
          .select("organization_id")
          .where("workspace_id", "=", id)
          .executeTakeFirstOrThrow();
        for (let from = 0; from < conversations; from += 100) {
          const jobs = Array.from({ length: Math.min(100, conversations - from) }, (_, m) => ({
            kind: "bench.say",
            payload: { workspace: id, channel: `C${n}-${from + m}` },
            due: now,
          }));
          await later(tx, organization_id, now, ...jobs);
        }
      });
    }
    for (;;) {
      await engine.tick();
      const next = await engine.nextDue();
      if (next === undefined) break;
      if (next > now) now = next;
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return figuresOf(platform, rates, side.sent, side.refused());
}

/** Takes what its rules permit and refuses the rest, as the platforms do; every conversation of a workspace has its own rates. */
function farSide(rates: Rates, clock: () => Instant) {
  const sent = new Map<string, number[]>();
  let refused = 0;
  const over = (key: string, limits: readonly Rate[], at: number): boolean =>
    limits.some(({ count, seconds }) => {
      const times = sent.get(key) ?? [];
      const before = times[times.length - count];
      return before !== undefined && at - before < seconds * 1_000;
    });
  const note = (key: string, at: number) => sent.set(key, [...(sent.get(key) ?? []), at]);
  const chat: Chat = {
    rates: () => rates,
    async post(workspace, channel) {
      const at = millisecondsOf(clock());
      if (over(workspace.externalId, rates.workspace, at) || over(channel, rates.channel, at)) {
        refused += 1;
        throw new Limited(1);
      }
      note(workspace.externalId, at);
      note(channel, at);
      return { kind: "said", externalId: `${at}` };
    },
    update: async () => ({ kind: "said", externalId: "1" }),
    delete: async () => ({ kind: "said", externalId: "1" }),
    upload: async () => ({ kind: "said", externalId: "1" }),
    direct: async (_, account) => ({ kind: "opened", channel: account }),
    members: async () => ({ kind: "members", accounts: [] }),
  };
  return { chat, sent, refused: () => refused };
}

/** What the workspace's rates permit in the time it took, beside what was sent in it. */
function figuresOf(
  platform: string,
  rates: Rates,
  sent: ReadonlyMap<string, readonly number[]>,
  refused: number,
): Figure[] {
  const shares = Array.from({ length: workspaces }, (_, n) => {
    const times = sent.get(`T${n}`) ?? [];
    const last = Math.max(...times) - millisecondsOf(beginning);
    const permitted = Math.max(...rates.workspace.map((rate) => soonest(times.length, rate)));
    return permitted / Math.max(last, 1);
  });
  const worst = Math.min(...shares);
  const said = [...sent].filter(([key]) => key.startsWith("T")).flatMap(([, times]) => times);
  return [
    {
      part: "pace",
      what: `${platform}: of what is permitted, the slowest of ${workspaces} workspaces`,
      value: Math.min(100, worst * 100),
      unit: "%",
      floor: { what: "%", value: 100 },
      goal: {
        what: "≥ 95 %, all said",
        met: worst >= 0.95 && said.length === workspaces * conversations,
      },
    },
    {
      part: "pace",
      what: `${platform}: over it`,
      value: refused,
      unit: "messages",
      goal: { what: "0", met: refused === 0 },
    },
  ];
}

/** The least milliseconds in which a rate lets so many through: whole windows, each beginning with all it permits. */
const soonest = (messages: number, { count, seconds }: Rate): number =>
  Math.floor((messages - 1) / count) * seconds * 1_000;
