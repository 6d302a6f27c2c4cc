/**
 * `npm run simulate`: half an hour of what no test run has time for; `npm run simulate -- sqlite` keeps to one part (wall,
 * sqlite, postgres). Ends with 1 where anything was wrong, missing or doubled.
 */
import { spawn } from "node:child_process";

import { openPostgres } from "../adapters/postgres/database.ts";
import { openSqlite } from "../adapters/sqlite/database.ts";
import { migrations } from "../migrations/index.ts";
import { migrate } from "../src/store/migrate.ts";
import type { Store } from "../src/store/store.ts";
import { readInstant } from "../src/time/instant.ts";
import { findPostgres, inDatabase, startCluster } from "./support/cluster.ts";
import { simulate, type Wish } from "./support/simulation.ts";
import { judge, judgeRota } from "./support/simulationOracle.ts";
import { changingZones, daily, type Rhythm, sweep, sweepRotas, weekly } from "./support/sweep.ts";

const from = readInstant("2026-11-24T00:00:00Z");
const days = 400;
const zones = changingZones(from, days);
const said = (number: number): string => number.toLocaleString("en-GB");

function tells(line: string): void {
  process.stdout.write(`${line}\n`);
}

function simulateRhythm(name: string, rhythm: Rhythm): number {
  const { due, wrong, missing, doubled, skipped, repeated } = sweep(zones, rhythm, from, days);
  tells(
    `${name}: ${said(due)} times due, ${skipped} of them in an hour that the clock skips and ${repeated} in one that comes twice: ` +
      `${wrong} wrong, ${missing} missing, ${doubled} doubled`,
  );
  return wrong + missing + doubled;
}

function simulateRotas(): number {
  const { asked, off, offShift, misdated, shortNights, longNights } = sweepRotas(zones, from, days);
  tells(
    `With a rota of two days, two nights, four off: ${said(asked)} asked, ${off} had no shift; ` +
      `${shortNights} nights of 11 hours and ${longNights} of 13: ${misdated} wrong; ${offShift} asked or reminded off shift`,
  );
  return misdated + offShift;
}

/** Months in which clocks change twice, in the north and in the south. */
const months = {
  begins: readInstant("2026-09-20T00:00:00Z"),
  days: 213,
  people: 800,
  outages: 40,
  seed: 2026,
} as const;

/** A word every thirty days: it takes some minutes. */
function progress(name: string): (done: number) => void {
  let next = 30;
  return (done) => {
    if (done < next) return;
    process.stderr.write(`  ${name}: ${next} of ${months.days} days\n`);
    next += 30;
  };
}

async function simulateMonths(name: string, store: Store, engines: number): Promise<number> {
  await migrate(store, migrations);
  const wish: Wish = { ...months, engines, rota: "off" };
  const simulated = await simulate(store, { ...wish, tell: progress(name) });
  const { expected, wrong, missing, doubled, missed, skippedHours } = judge(simulated, wish);
  tells(
    `${name}: ${months.people} people in ${simulated.zones} zones, ${months.days} days, ${months.outages} outages: ` +
      `${said(expected)} times to ask or remind, ${skippedHours} in an hour that the clock skips: ` +
      `${wrong} wrong, ${missing} missing, ${doubled} doubled (${missed} times it was down until the close)`,
  );
  return wrong + missing + doubled + simulated.failed;
}

async function simulateOnRota(name: string, store: Store, engines: number): Promise<number> {
  await migrate(store, migrations);
  const wish: Wish = { ...months, engines, rota: "on" };
  const simulated = await simulate(store, { ...wish, tell: progress(name) });
  const judged = judgeRota(simulated, wish);
  tells(
    `${name}, ${wish.people} people with a rota and two check-ins each: ${said(judged.said)} times asked or reminded: ` +
      `${judged.offShift} off shift, ${judged.crowded} within an hour of another, ${judged.missing} missing, ${judged.doubled} doubled`,
  );
  return judged.offShift + judged.crowded + judged.missing + judged.doubled + simulated.failed;
}

async function onSqlite(): Promise<number> {
  const name = "One server on SQLite";
  return (
    (await simulateMonths(name, openSqlite({ file: ":memory:" }), 1)) +
    (await simulateOnRota(name, openSqlite({ file: ":memory:" }), 1))
  );
}

async function onPostgres(): Promise<number> {
  if (findPostgres() === undefined) {
    tells("NOT SIMULATED: PostgreSQL is not installed");
    return 1;
  }
  const cluster = startCluster();
  const open = async (database: string): Promise<Store> => {
    await inDatabase(cluster.urlOf("postgres"), `create database ${database}`);
    return openPostgres(cluster.urlOf(database));
  };
  const name = "Two servers at once on PostgreSQL";
  const [one, other] = [await open("months"), await open("rota")];
  try {
    return (await simulateMonths(name, one, 2)) + (await simulateOnRota(name, other, 2));
  } finally {
    await one.close();
    await other.close();
    cluster.stop();
  }
}

async function onTheWall(): Promise<number> {
  tells(`${zones.size} zones that change their clock, over ${days} days from ${from.slice(0, 10)}`);
  return (
    simulateRhythm("Every Friday at 15:00", weekly) +
    simulateRhythm("Every day at 02:30", daily) +
    simulateRotas()
  );
}

const parts: Readonly<Record<string, () => Promise<number>>> = {
  wall: onTheWall,
  sqlite: onSqlite,
  postgres: onPostgres,
};
/** Side by side: each keeps a processor busy for minutes. */
async function apart(part: string): Promise<number> {
  const run = spawn(process.execPath, [import.meta.filename, part], { stdio: "inherit" });
  const code = await new Promise<number | null>((resolve) => run.once("close", resolve));
  return code === 0 ? 0 : 1;
}

const [only] = process.argv.slice(2);
const mistakes =
  only === undefined
    ? (await Promise.all(Object.keys(parts).map(apart))).reduce((sum, one) => sum + one, 0)
    : await parts[only]?.();
process.exitCode = mistakes === 0 ? 0 : 1;
