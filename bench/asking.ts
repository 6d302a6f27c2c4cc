/**
 * Opens a check-in for everybody in a database and asks them, in a process of its own, so that what it holds in memory is counted
 * alone. Prints one line of JSON.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";

import { openSqlite } from "../adapters/sqlite/database.ts";
import { planNext } from "../src/checkins/rounds/open.ts";
import { insertSchedule } from "../src/checkins/schedules/queries.ts";
import { newId } from "../src/ids.ts";
import { listUnits } from "../src/people/queries/about.ts";
import { giveRole } from "../src/people/queries/roles.ts";
import { findWorkspace } from "../src/people/queries/workspaces.ts";
import type { Store } from "../src/store/store.ts";
import { readInstant } from "../src/time/instant.ts";
import { openEngine, team } from "./hospital.ts";

export interface Asking {
  readonly asked: number;
  readonly openSeconds: number;
  /** Milliseconds. */
  readonly openBlock: number;
  readonly drainSeconds: number;
  readonly drainBlock: number;
  /** MB over what it held before. */
  readonly growth: number;
}

const wednesday = readInstant("2026-11-25T12:00:00Z");
/** The first zone on earth in which it is Friday at three, and Lisbon, where they all are. */
const opens = readInstant("2026-11-27T01:00:00Z");
const asks = readInstant("2026-11-27T15:00:00Z");

async function measure(file: string): Promise<Asking> {
  const store = openSqlite({ file });
  let now = wednesday;
  const engine = openEngine(store, () => now);
  await schedule(store);
  await engine.tick();

  const before = process.memoryUsage.rss();
  let most = before;
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  now = opens;
  const opened = await watch(engine.tick);
  now = asks;
  const drained = await watch(engine.tick);
  clearInterval(looking);
  const { asked } = await store.transact((tx) =>
    tx
      .selectFrom("message")
      .select((eb) => eb.fn.countAll<number>().as("asked"))
      .executeTakeFirstOrThrow(),
  );
  await store.close();
  return {
    asked,
    openSeconds: opened.seconds,
    openBlock: opened.block,
    drainSeconds: drained.seconds,
    drainBlock: drained.block,
    growth: (most - before) / 2 ** 20,
  };
}

async function watch(work: () => Promise<unknown>): Promise<{ seconds: number; block: number }> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1_000;
  delays.disable();
  return { seconds, block: delays.max / 1e6 };
}

/** A weekly check-in for everyone; each unit has a lead. */
const schedule = (store: Store): Promise<void> =>
  store.transact(async (tx) => {
    const home = await findWorkspace(tx, "slack", team);
    if (home === undefined) throw new Error("Nothing is installed");
    const { organization, workspace } = home;
    const leads = await tx.selectFrom("person").select("person_id").limit(40).execute();
    for (const [n, { id }] of (await listUnits(tx, organization.id, 40)).entries()) {
      const lead = leads[n]?.person_id;
      if (lead !== undefined) await giveRole(tx, organization.id, lead, "lead", id);
    }
    const made = { id: newId("schedule", wednesday), cron: "0 15 * * FRI" } as const;
    await insertSchedule(
      tx,
      organization.id,
      {
        ...made,
        template: "weekly-checkin",
        audience: { kind: "everyone" },
        workspace: workspace.id,
        channel: null,
        window: { kind: "week" },
        summaryTo: "leads",
        state: "started",
        skipNext: false,
        nextLocal: null,
        madeBy: null,
        startedAt: wednesday,
      },
      wednesday,
    );
    await planNext({ tx, now: wednesday, organization }, made, "2026-11-25T12:00");
  });

process.stdout.write(`${JSON.stringify(await measure(process.argv[2] ?? ""))}\n`);
