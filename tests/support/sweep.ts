/** Every time that a rhythm is due, in every zone that changes its clock, held against what Intl says (wallClock.ts). */
import { planPrompt } from "../../src/checkins/schedules/plan.ts";
import type { Pattern } from "../../src/people/person.ts";
import { hour, type Instant, instantOf, millisecondsOf } from "../../src/time/instant.ts";
import { nextLocalAfter, readCron } from "../../src/time/schedule.ts";
import { type Shift, shiftFrom } from "../../src/time/shift.ts";
import { momentOf, type Offset, offsetsOf } from "./wallClock.ts";

export interface Rhythm {
  readonly cron: string;
  /** In whose waking hours it lies, so that nothing but the clock decides. */
  readonly pattern: Pattern;
  /** Whether it is due on a day, said without cron: the date, and its weekday from Sunday 0. */
  readonly on: (weekday: number) => boolean;
  readonly time: string;
}

export const weekly: Rhythm = {
  cron: "0 15 * * FRI",
  pattern: "days",
  on: (weekday) => weekday === 5,
  time: "15:00",
};
export const daily: Rhythm = {
  cron: "30 2 * * *",
  pattern: "nights",
  on: () => true,
  time: "02:30",
};

export interface Swept {
  readonly zones: number;
  readonly due: number;
  readonly wrong: number;
  readonly missing: number;
  readonly doubled: number;
  /** Due in an hour that the clock skips, or shows twice. */
  readonly skipped: number;
  readonly repeated: number;
}

const oneDay = 24 * hour;

/** Zones of which the offset changes in the span, with their offsets. */
export function changingZones(from: Instant, days: number): ReadonlyMap<string, readonly Offset[]> {
  const start = millisecondsOf(from) - 2 * oneDay;
  const end = millisecondsOf(from) + (days + 2) * oneDay;
  const all = Intl.supportedValuesOf("timeZone").map(
    (zone) => [zone, offsetsOf(zone, start, end)] as const,
  );
  return new Map(all.filter(([, offsets]) => offsets.length > 1));
}

/** One zone for each way in which clocks change. */
export function onePerRule(
  zones: ReadonlyMap<string, readonly Offset[]>,
): ReadonlyMap<string, readonly Offset[]> {
  const rules = new Map([...zones].map((zone) => [JSON.stringify(zone[1]), zone]));
  return new Map(rules.values());
}

export function sweep(
  zones: ReadonlyMap<string, readonly Offset[]>,
  rhythm: Rhythm,
  from: Instant,
  days: number,
): Swept {
  const walls = wallsOf(rhythm, from, days);
  const named = namedBy(rhythm.cron, from, days);
  let [due, wrong, missing, doubled, skipped, repeated] = [0, 0, 0, 0, 0, 0];
  for (const [zone, offsets] of zones) {
    const asked = named.map((atLocal) => ({ atLocal, at: askedAt(atLocal, zone, rhythm, from) }));
    const byWall = Map.groupBy(asked, ({ atLocal }) => atLocal);
    for (const wall of walls) {
      const { at, shown } = momentOf(offsets, wall);
      const got = byWall.get(wall) ?? [];
      due += 1;
      if (shown === "never") skipped += 1;
      if (shown === "twice") repeated += 1;
      if (got.length === 0) missing += 1;
      if (got.some((one) => one.at !== instantOf(at))) wrong += 1;
    }
    wrong += asked.filter(({ atLocal }) => !walls.includes(atLocal)).length;
    doubled += asked.length - new Set(asked.map(({ at }) => at)).size;
  }
  return { zones: zones.size, due, wrong, missing, doubled, skipped, repeated };
}

/** The wall times at which it is due, counted in days of a calendar without zones. */
export function wallsOf({ on, time }: Rhythm, from: Instant, days: number): string[] {
  const walls: string[] = [];
  for (let day = 0; day < days; day += 1) {
    const date = new Date(millisecondsOf(from) + day * oneDay);
    if (on(date.getUTCDay())) walls.push(`${date.toISOString().slice(0, 10)}T${time}`);
  }
  return walls;
}

function namedBy(text: string, from: Instant, days: number): string[] {
  const cron = readCron(text);
  if (cron.kind === "invalid") throw new Error(text);
  const end = instantOf(millisecondsOf(from) + days * oneDay).slice(0, 16);
  const named: string[] = [];
  let local = nextLocalAfter(cron, instantOf(millisecondsOf(from) - 60_000).slice(0, 16));
  while (local !== undefined && local < end) {
    named.push(local);
    local = nextLocalAfter(cron, local);
  }
  return named;
}

function askedAt(atLocal: string, zone: string, { pattern }: Rhythm, from: Instant): Instant {
  const now = instantOf(millisecondsOf(from) - 2 * oneDay);
  const plan = planPrompt({
    atLocal,
    window: { kind: "days", days: 1 },
    reminders: 0,
    person: { zone, pattern, pausedUntil: null },
    shifts: null,
    now,
  });
  if (plan.kind !== "ask") throw new Error(`${zone} ${atLocal}: ${plan.kind}`);
  return plan.askAt;
}

export interface RotaSwept {
  readonly asked: number;
  /** Had no shift while it stood open. */
  readonly off: number;
  /** Asked or reminded outside a shift, or in the half hour at either end of one. */
  readonly offShift: number;
  /** Shifts that do not end at the hour on the wall at which they should. */
  readonly misdated: number;
  /** Nights of 12 hours on the wall in which the clock changes. */
  readonly shortNights: number;
  readonly longNights: number;
}

/** The same weekly check-in for eight people in each zone, who work two days, two nights, and are off for four days. */
export function sweepRotas(
  zones: ReadonlyMap<string, readonly Offset[]>,
  from: Instant,
  days: number,
): RotaSwept {
  let [asked, off, offShift, misdated, shortNights, longNights] = [0, 0, 0, 0, 0, 0];
  const walls = wallsOf(weekly, from, days - 14);
  for (const [zone, offsets] of zones) {
    for (let person = 0; person < 8; person += 1) {
      const rota = rotaOf(person, zone, from, days);
      for (const { shift, ends } of rota) {
        if (shift.endsAt !== instantOf(momentOf(offsets, ends).at)) misdated += 1;
        const length = millisecondsOf(shift.endsAt) - millisecondsOf(shift.startsAt);
        if (length === 11 * hour) shortNights += 1;
        if (length === 13 * hour) longNights += 1;
      }
      for (const atLocal of walls) {
        const shifts = near(rota, (Date.parse(`${atLocal}Z`) - millisecondsOf(from)) / oneDay);
        const plan = planPrompt({
          atLocal,
          window: { kind: "week" },
          reminders: 1,
          person: { zone, pattern: null, pausedUntil: null },
          shifts,
          now: from,
        });
        if (plan.kind === "ask") {
          asked += 1;
          offShift += [plan.askAt, ...plan.remindAts].filter((at) => !atWork(shifts, at)).length;
        } else {
          off += 1;
        }
      }
    }
  }
  return { asked, off, offShift, misdated, shortNights, longNights };
}

interface Planned {
  readonly day: number;
  readonly shift: Shift;
  /** On the wall. */
  readonly ends: string;
}

function rotaOf(person: number, zone: string, from: Instant, days: number): Planned[] {
  const dateOf = (day: number) =>
    instantOf(millisecondsOf(from) + day * oneDay).slice(0, "2026-11-24".length);
  const planned: Planned[] = [];
  for (let day = 0; day < days; day += 1) {
    const step = (day + person) % 8;
    if (step > 3) continue;
    const [start, ends] =
      step < 2
        ? [`${dateOf(day)}T07:00`, `${dateOf(day)}T19:00`]
        : [`${dateOf(day)}T19:00`, `${dateOf(day + 1)}T07:00`];
    planned.push({ day, shift: shiftFrom(start, 12 * 60, zone), ends });
  }
  return planned;
}

/** What a query would give of the rota for a round that is due on that day. */
const near = (rota: readonly Planned[], due: number): Shift[] =>
  rota.filter(({ day }) => day > due - 3 && day < due + 9).map(({ shift }) => shift);

const atWork = (shifts: readonly Shift[], at: Instant): boolean =>
  shifts.some(({ startsAt, endsAt }) => {
    const now = millisecondsOf(at);
    return now >= millisecondsOf(startsAt) + hour / 2 && now < millisecondsOf(endsAt) - hour / 2;
  });
