/** When each should have been asked and reminded, worked out without the code under test: from wallClock.ts and the outages alone. */
import { day, hour, type Instant, millisecondsOf } from "../../src/time/instant.ts";
import { type Colleague, type Simulated, upFrom, type Wish } from "./simulation.ts";
import { daily, type Rhythm, wallsOf, weekly } from "./sweep.ts";
import { momentOf, type Offset } from "./wallClock.ts";

export interface Judged {
  /** Times that somebody should have been asked or reminded. */
  readonly expected: number;
  readonly wrong: number;
  readonly missing: number;
  readonly doubled: number;
  /** The server was down for as long as there was a moment to ask them. */
  readonly missed: number;
  readonly skippedHours: number;
}

export function judge(simulated: Simulated, wish: Wish): Judged {
  let [expected, wrong, missing, doubled, missed, skippedHours] = [0, 0, 0, 0, 0, 0];
  const end = millisecondsOf(wish.begins) + wish.days * day;
  for (const colleague of simulated.colleagues) {
    const wanted = new Set<number>();
    for (const rhythm of colleague.rhythms) {
      for (const wall of wallsFrom(rhythm, wish)) {
        if (momentOf(colleague.offsets, wall).shown === "never") skippedHours += 1;
        const times = timesOf(colleague, rhythm, wall, simulated, wish.begins);
        if (times.length === 0) missed += 1;
        for (const at of times) if (at < end) wanted.add(at);
      }
    }
    const said = simulated.said.get(colleague.account) ?? [];
    const once = new Set(said);
    expected += wanted.size;
    doubled += said.length - once.size;
    wrong += [...once].filter((at) => !wanted.has(at)).length;
    missing += [...wanted].filter((at) => !once.has(at)).length;
  }
  return { expected, wrong, missing, doubled, missed, skippedHours };
}

/** Those that come after the schedule was started, by the clock of its starter. */
const wallsFrom = (rhythm: Rhythm, { begins, days }: Wish): string[] =>
  wallsOf(rhythm, begins, days + 1).filter((wall) => wall > begins.slice(0, wall.length));

/** The moment they are asked, and that at which they are reminded. None where the server was down for too long. */
function timesOf(
  { offsets }: Colleague,
  rhythm: Rhythm,
  wall: string,
  { outages }: Simulated,
  begins: Instant,
): number[] {
  const closes = closeOf(rhythm, wall, offsets);
  const first = Math.max(momentOf(offsets, wall).at, millisecondsOf(begins));
  const up = (at: number) => upFrom(outages, at);
  const asked = settle(first, up, rhythm === daily ? atNight(offsets) : byDay(offsets));
  if (asked >= closes) return [];
  if (rhythm === daily) return [asked];
  const reminded = settle(asked + 3 * day, up, atWork(offsets));
  return reminded < closes ? [asked, reminded] : [asked];
}

type Next = (at: number) => number;

/** The first moment from then on that both allow. */
function settle(from: number, one: Next, other: Next): number {
  const at = other(one(from));
  return at === from ? at : settle(at, one, other);
}

function closeOf(rhythm: Rhythm, wall: string, offsets: readonly Offset[]): number {
  const days = rhythm === weekly ? 6 : 0;
  const date = new Date(Date.parse(`${wall.slice(0, 10)}T00:00Z`) + days * day);
  return momentOf(offsets, `${date.toISOString().slice(0, 10)}T23:59`).at;
}

/** What the clock on their wall shows, as if it were UTC. */
const shown = (offsets: readonly Offset[], at: number): Date =>
  new Date(at + (offsets.findLast(({ from }) => at >= from)?.offset ?? offsets[0]?.offset ?? 0));

/** Nobody who works days is written to from 21:00 to 07:00. */
const byDay =
  (offsets: readonly Offset[]): Next =>
  (at) =>
    nextHour(offsets, at, 7, (wall) => wall.getUTCHours() >= 7 && wall.getUTCHours() < 21);

/** Who works nights sleeps from 08:00 to 18:00, and is asked from 21:00 on. */
const atNight =
  (offsets: readonly Offset[]): Next =>
  (at) =>
    nextHour(offsets, at, 21, (wall) => wall.getUTCHours() < 8 || wall.getUTCHours() >= 21);

/** From Monday to Friday, 9 to 17. */
const atWork =
  (offsets: readonly Offset[]): Next =>
  (at) =>
    nextHour(offsets, at, 9, (wall) => {
      const [weekday, clock] = [wall.getUTCDay(), wall.getUTCHours()];
      return weekday >= 1 && weekday <= 5 && clock >= 9 && clock < 17;
    });

/** `at`, or the first time that the clock on the wall shows this full hour and it is allowed. */
function nextHour(
  offsets: readonly Offset[],
  at: number,
  full: number,
  allows: (wall: Date) => boolean,
): number {
  if (allows(shown(offsets, at))) return at;
  const today = shown(offsets, at).toISOString().slice(0, 10);
  for (let n = 0; ; n += 1) {
    const date = new Date(Date.parse(`${today}T00:00Z`) + n * day).toISOString().slice(0, 10);
    const next = momentOf(offsets, `${date}T${String(full).padStart(2, "0")}:00`).at;
    if (next > at && allows(shown(offsets, next))) return next;
  }
}

export interface RotaJudged {
  readonly said: number;
  /** Outside a shift, or in the half hour at either end of one. */
  readonly offShift: number;
  /** Asked by two check-ins within the hour. */
  readonly crowded: number;
  readonly doubled: number;
  /** They were at work with the server up while it stood open, and were not asked. */
  readonly missing: number;
}

/** With a rota: whether each was asked where they were at work. */
export function judgeRota(simulated: Simulated, wish: Wish): RotaJudged {
  let [said, offShift, crowded, doubled, missing] = [0, 0, 0, 0, 0];
  const end = millisecondsOf(wish.begins) + wish.days * day;
  for (const { account, offsets, rota, rhythms } of simulated.colleagues) {
    const times = simulated.said.get(account) ?? [];
    const shifts = rota.map(({ start, minutes }) => {
      const ends = new Date(Date.parse(`${start}:00Z`) + minutes * 60_000).toISOString();
      return {
        from: momentOf(offsets, start).at + hour / 2,
        to: momentOf(offsets, ends.slice(0, start.length)).at - hour / 2,
      };
    });
    said += times.length;
    offShift += times.filter((at) => !shifts.some(({ from, to }) => at >= from && at < to)).length;
    doubled += times.length - new Set(times).size;
    const sorted = times.toSorted((one, other) => one - other);
    crowded += sorted.filter((at, n) => n > 0 && at - (sorted[n - 1] ?? 0) < hour).length;
    for (const rhythm of rhythms) {
      for (const wall of wallsFrom(rhythm, wish)) {
        const first = momentOf(offsets, wall).at;
        const closes = closeOf(rhythm, wall, offsets);
        if (first < millisecondsOf(wish.begins) || closes > end) continue;
        // Two and a half hours of one shift: two hours into it, or at once; and an hour more where another check-in goes first.
        const free = shifts.some(({ from, to }) => {
          const [begin, over] = [Math.max(from, first), Math.min(to, closes)];
          const isUp = simulated.outages.every((down) => down.to <= begin || down.from >= over);
          return isUp && over - begin > 3.5 * hour;
        });
        if (free && !times.some((at) => at >= first && at < closes)) missing += 1;
      }
    }
  }
  return { said, offShift, crowded, doubled, missing };
}
