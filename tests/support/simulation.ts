/**
 * Months of check-ins on a told clock: the real engine, one or two of them on one database, people in every zone whose clock
 * changes, and outages in which nothing ticks. What was said to whom and when is held against simulationOracle.ts.
 */
import { planNext } from "../../src/checkins/rounds/open.ts";
import { insertSchedule } from "../../src/checkins/schedules/queries.ts";
import { createEngine } from "../../src/engine.ts";
import { features } from "../../src/features.ts";
import { newId, type PersonId } from "../../src/ids.ts";
import { insertUnit, moveToUnit } from "../../src/people/queries/about.ts";
import { giveRole } from "../../src/people/queries/roles.ts";
import { findWorkspace } from "../../src/people/queries/workspaces.ts";
import { importRota, type RotaRow } from "../../src/people/rota.ts";
import { createSealer } from "../../src/privacy/seal.ts";
import type { Store, Tx } from "../../src/store/store.ts";
import {
  day,
  hour,
  type Instant,
  instantOf,
  millisecondsOf,
  plus,
} from "../../src/time/instant.ts";
import { localAt } from "../../src/time/schedule.ts";
import { keysInMemory } from "./keys.ts";
import { changingZones, daily, type Rhythm, weekly } from "./sweep.ts";
import type { Offset } from "./wallClock.ts";

export interface Wish {
  readonly begins: Instant;
  readonly days: number;
  readonly people: number;
  readonly outages: number;
  /** That tick at once. */
  readonly engines: number;
  /** off: who works days is asked by day and who works nights by night. on: everybody is asked both, inside the shifts of a rota. */
  readonly rota: "off" | "on";
  /** Chance that repeats itself. */
  readonly seed: number;
  readonly tell?: (done: number) => void;
}

export interface Colleague {
  readonly account: string;
  readonly zone: string;
  readonly offsets: readonly Offset[];
  readonly rhythms: readonly Rhythm[];
  readonly rota: readonly RotaRow[];
}

export interface Outage {
  readonly from: number;
  readonly to: number;
}

export interface Simulated {
  readonly colleagues: readonly Colleague[];
  readonly outages: readonly Outage[];
  /** By account, each time something of a check-in was posted to them, in order. */
  readonly said: ReadonlyMap<string, readonly number[]>;
  readonly failed: number;
  readonly zones: number;
}

const team = "T0SIMULATED";
const lead = "U_LEAD";

export async function simulate(store: Store, wish: Wish): Promise<Simulated> {
  const end = plus(wish.begins, wish.days * day);
  const zones = changingZones(wish.begins, wish.days);
  const colleagues = gather(wish, zones);
  const outages = drawOutages(wish);
  const said = new Map<string, number[]>();
  let now = wish.begins;
  let failed = 0;
  const engines = Array.from({ length: wish.engines }, () =>
    createEngine({
      store,
      chat: {
        rates: () => ({ workspace: [], channel: [] }),
        async post(_, channel) {
          const before = said.get(channel);
          if (before === undefined) said.set(channel, [millisecondsOf(now)]);
          else before.push(millisecondsOf(now));
          return { kind: "said", externalId: `${channel} ${now}` };
        },
        update: async (_, __, externalId) => ({ kind: "said", externalId }),
        delete: async (_, __, externalId) => ({ kind: "said", externalId }),
        upload: async () => ({ kind: "said", externalId: "" }),
        direct: async (_, account) => ({ kind: "opened", channel: account }),
        members: async () => ({ kind: "members", accounts: [] }),
      },
      clock: () => now,
      report: ({ kind }) => {
        if (kind === "job-failed") failed += 1;
      },
      features,
      sealer: createSealer([{ id: "simulated", secret: new Uint8Array(32) }]),
      roundKeys: keys,
      chance: () => 0.5,
    }),
  );
  const [first] = engines;
  if (first === undefined) throw new Error("Nothing ticks");
  await first.install({
    platform: "slack",
    externalId: team,
    name: "St. Anne's",
    token: null,
    installation: "{}",
    installer: null,
    zone: "Europe/Lisbon",
    locale: "en",
    domains: [],
  });
  await first.notice({
    kind: "accounts",
    platform: "slack",
    workspace: team,
    accounts: [{ account: lead, zone: "Europe/Lisbon" }, ...colleagues].map((one) => ({
      externalId: one.account,
      name: one.account,
      kind: "member",
      runsWorkspace: false,
      zone: one.zone,
    })),
  });
  await store.transact((tx) => schedule(tx, wish, colleagues));

  for (;;) {
    const due = await first.nextDue();
    if (due === undefined || due >= end) break;
    now = instantOf(upFrom(outages, millisecondsOf(due > now ? due : now)));
    if (now >= end) break;
    await Promise.all(engines.map((engine) => engine.tick()));
    wish.tell?.((millisecondsOf(now) - millisecondsOf(wish.begins)) / day);
  }
  return { colleagues, outages, said, failed, zones: zones.size };
}

const keys = keysInMemory();

/** The moment itself, or the end of the outage in which it lies. */
export function upFrom(outages: readonly Outage[], at: number): number {
  const down = outages.find(({ from, to }) => at >= from && at < to);
  return down === undefined ? at : upFrom(outages, down.to);
}

function gather(
  { people, rota, begins, days }: Wish,
  zones: ReadonlyMap<string, readonly Offset[]>,
): Colleague[] {
  const all = [...zones];
  return Array.from({ length: people }, (_, n) => {
    const [zone, offsets] = all[Math.floor(n / 2) % all.length] ?? ["UTC", []];
    const account = `U${String(n).padStart(4, "0")}`;
    if (rota === "on") {
      return {
        account,
        zone,
        offsets,
        rhythms: [weekly, daily],
        rota: rotaOf(account, n, begins, days),
      };
    }
    return { account, zone, offsets, rhythms: [n % 2 === 0 ? weekly : daily], rota: [] };
  });
}

/** Two days, two nights, four off. */
function rotaOf(person: string, n: number, begins: Instant, days: number): RotaRow[] {
  return Array.from({ length: days + 14 }, (_, at) => at - 4).flatMap((at) => {
    const step = (at + 8 + n) % 8;
    if (step > 3) return [];
    const date = plus(begins, at * day).slice(0, "2026-11-24".length);
    const start = `${date}T${step < 2 ? "07:00" : "19:00"}`;
    return [{ line: at, person, start, minutes: 12 * 60, zone: null }];
  });
}

function drawOutages({ outages, begins, days, seed }: Wish): Outage[] {
  let state = seed;
  const chance = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: outages }, () => {
    const from = millisecondsOf(begins) + Math.floor(chance() * days * day);
    return { from, to: from + hour + Math.floor(chance() * 29 * hour) };
  });
}

/** Who is asked weekly is of one unit, and who is asked daily of another; with a rota everybody is of one, and asked both. */
async function schedule(tx: Tx, { begins, rota }: Wish, colleagues: readonly Colleague[]) {
  const home = await findWorkspace(tx, "slack", team);
  if (home === undefined) throw new Error("It was installed just now");
  const { organization, workspace } = home;
  const { id } = organization;
  const accounts = await tx.selectFrom("account").select(["external_id", "person_id"]).execute();
  const persons = new Map(accounts.map((row) => [row.external_id, row.person_id as PersonId]));
  const personOf = (account: string) => persons.get(account) ?? ("" as PersonId);

  const byDay = await insertUnit(tx, id, "By day", begins);
  const byNight = rota === "on" ? byDay : await insertUnit(tx, id, "By night", begins);
  for (const unit of new Set([byDay, byNight]))
    await giveRole(tx, id, personOf(lead), "lead", unit);
  for (const { account, rhythms } of colleagues) {
    const isDaily = rhythms[0] === daily;
    await moveToUnit(tx, id, personOf(account), isDaily ? byNight : byDay, begins);
    if (rota === "on") continue;
    await tx
      .updateTable("person")
      .set({ pattern: isDaily ? "nights" : "days" })
      .where("person_id", "=", personOf(account))
      .execute();
  }
  const rows = colleagues.flatMap((one) => one.rota);
  if (rows.length > 0) {
    const { refused } = await importRota({ tx, now: begins, organization }, rows);
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
  }
  for (const { rhythm, template, window, unit } of [
    { rhythm: weekly, template: "weekly-checkin", window: { kind: "week" }, unit: byDay },
    { rhythm: daily, template: "shift-end", window: { kind: "days", days: 0 }, unit: byNight },
  ] as const) {
    const made = { id: newId("schedule", begins), cron: rhythm.cron };
    await insertSchedule(
      tx,
      id,
      {
        ...made,
        template,
        audience: { kind: "units", units: [unit] },
        workspace: workspace.id,
        channel: null,
        window,
        summaryTo: "leads",
        state: "started",
        skipNext: false,
        nextLocal: null,
        madeBy: null,
        startedAt: begins,
      },
      begins,
    );
    await planNext({ tx, now: begins, organization }, made, localAt(begins, organization.zone));
  }
}
