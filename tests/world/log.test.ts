import { describe, expect, it } from "vitest";

import { createLog, logEvent } from "../../adapters/log.ts";
import { createMetrics } from "../../adapters/metrics.ts";
import { createEngine } from "../../src/engine.ts";
import type { Feature } from "../../src/feature.ts";
import { createSealer } from "../../src/privacy/seal.ts";
import { typed } from "../../src/privacy/typed.ts";
import type { Event } from "../../src/report.ts";
import type { Tx } from "../../src/store/store.ts";
import { readInstant } from "../../src/time/instant.ts";
import { stageChat } from "../support/chat.ts";
import { openTestStore } from "../support/databases.ts";
import { keysInMemory } from "../support/keys.ts";
import { member } from "../support/office.ts";

const secret = "Mr John Doe, MRN 00482913";
const leaks = /Doe|00482913/;

function listen() {
  const lines: string[] = [];
  const log = createLog("trace", { write: (line: string) => void lines.push(line) });
  return { log, lines, text: () => lines.join("") };
}

/** Faults that quote what was being worked on, each as it happens. */
const spills: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
  "of ours": () =>
    Promise.reject(new Error(`Could not read ${secret}`, { cause: new Error(secret) })),
  "of the language": async () => JSON.parse(secret),
  "of the database": async (tx) => {
    const row = { organization_id: secret, name: secret, value: secret } as never;
    await tx.insertInto("setting").values([row, row]).execute();
  },
  "that is no error": () => Promise.reject(secret),
  "with the words as its code and name": () =>
    Promise.reject(Object.assign(new Error("x"), { code: secret, name: secret })),
};

describe("the log", () => {
  it.for(Object.keys(spills))("tells of a fault %s without the words of people", async (name) => {
    const { log, lines, text } = listen();
    const store = await openTestStore();
    const feature: Feature = {
      name: "spill",
      commands: [
        {
          command: "/spill",
          word: null,
          usage: null,
          run: ({ tx }) => spills[name]?.(tx) as never,
        },
      ],
    };
    const engine = createEngine({
      store,
      chat: stageChat(),
      clock: () => readInstant("2026-03-18T12:00:00Z"),
      report: (event) => logEvent(log, event),
      features: [feature],
      sealer: createSealer([{ id: "test", secret: new Uint8Array(32) }]),
      roundKeys: keysInMemory(),
      chance: () => 0.5,
    });
    const at = { platform: "slack", workspace: "T_ANNES" } as const;
    await engine.install({
      ...at,
      externalId: "T_ANNES",
      name: "St. Anne's",
      token: null,
      installation: "{}",
      installer: member("U_ANA", "Ana Silva"),
      zone: null,
      locale: null,
      domains: [],
    });

    const handling = engine.handle({
      ...at,
      kind: "command",
      account: "U_ANA",
      delivery: "1",
      place: { kind: "nowhere" },
      learnt: [],
      command: "/spill",
      words: [{ kind: "text", text: typed(secret) }],
    });
    const fault = await handling.catch((error) => error);
    await store.close();

    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      level: "error",
      inbound: "command",
      reference: fault.reference,
    });
    expect(text()).not.toMatch(leaks);
  });

  it("says what the system, Slack or Rapport itself said", () => {
    const { log, lines } = listen();
    const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    const slack = Object.assign(
      new Error("An API error occurred: invalid_auth", { cause: refused }),
      {
        code: "slack_webapi_platform_error",
      },
    );

    logEvent(log, { kind: "job-failed", job: "tea", error: slack, attempts: 1, dead: false });

    expect(JSON.parse(lines[0] ?? "").error).toMatchObject({
      says: "An API error occurred: invalid_auth",
      at: expect.arrayContaining([expect.stringContaining("log.test.ts")]),
      cause: { code: "ECONNREFUSED", says: "connect ECONNREFUSED" },
    });
  });

  it("hides what is logged under a name that holds words or secrets", () => {
    const { log, text } = listen();

    log.info({ token: secret, text: secret, headers: { authorization: secret } }, "a mistake");
    log.info({ view: { state: { reason: secret } }, body: secret, email: secret }, "another");
    log.info({ typed: typed(secret), deep: { typed: typed(secret) } }, "a third");

    expect(text()).not.toMatch(leaks);
    expect(text()).toContain("[hidden]");
  });

  it("is told of everything the engine tells, and counted", async () => {
    const { log, lines } = listen();
    const metrics = createMetrics(async () => ({ due: 1, waiting: 2, dead: 3 }));
    const events: readonly Event[] = [
      { kind: "handled", inbound: "command", outcome: "recognition.sent" },
      { kind: "fault", inbound: "command", reference: "ABCD-EF", error: new Error("x") },
      { kind: "job-done", job: "tea" },
      { kind: "said", job: "tea", end: "said" },
      { kind: "job-failed", job: "tea", error: new Error("x"), attempts: 100, dead: true },
      { kind: "lane-paused", lane: "wsp C1", seconds: 30 },
      { kind: "guarded", rule: "mrn", length: 40, count: 1 },
      { kind: "asked", rule: "bed-or-room", length: 40, count: 1 },
    ];
    for (const event of events) {
      logEvent(log, event);
      metrics.count(event);
    }
    metrics.answered(0.02, 200);
    const { body } = await metrics.print();

    expect(lines).toHaveLength(events.length);
    expect(body.split("\n")).toEqual(
      expect.arrayContaining([
        'rapport_handled_total{kind="command",outcome="recognition.sent"} 1',
        'rapport_faults_total{kind="command"} 1',
        'rapport_jobs_done_total{job="tea"} 1',
        'rapport_messages_total{job="tea",end="said"} 1',
        'rapport_jobs_failed_total{job="tea",dead="true"} 1',
        "rapport_lane_pauses_total 1",
        'rapport_guard_blocks_total{rule="mrn"} 1',
        'rapport_guard_asks_total{rule="bed-or-room"} 1',
        'rapport_answer_seconds_bucket{le="0.025",status="200"} 1',
        'rapport_jobs{state="dead"} 3',
      ]),
    );
  });

  it("tells the other metrics while the database is down", async () => {
    const metrics = createMetrics(() => Promise.reject(new Error("down")));
    metrics.missedBeat();

    const { body } = await metrics.print();

    expect(body).toContain("rapport_heartbeats_missed_total 1");
    expect(body).not.toContain("rapport_jobs{");
  });
});
