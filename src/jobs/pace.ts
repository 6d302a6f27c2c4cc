/**
 * How fast a platform lets us talk. A lane is a list of rates (so many in so many seconds), and a lane that was told to wait
 * waits alone. Kept in memory: after a restart the far side's own "wait" corrects us once.
 */
import type { Rate } from "../chat/chat.ts";

export interface Lane {
  readonly name: string;
  readonly rates: readonly Rate[];
}

export interface Pace {
  /** 0: every lane was free, and a place in each is taken. Otherwise how many milliseconds to wait; those who wait are spread. */
  take(lanes: readonly Lane[], now: number): number;
  pause(lane: string, until: number): void;
}

/** Those who come back do so a little late rather than a little early: who finds no room then would wait once more. */
const late = 1.01;

export function createPace(): Pace {
  /** When each lane was last used, as often as its rates look back. */
  const sent = new Map<string, number[]>();
  /** When those who wait were told to come back: each has a place of its own behind those before. */
  const promised = new Map<string, number[]>();
  const paused = new Map<string, number>();

  function isFree(lane: Lane, now: number): boolean {
    const until = paused.get(lane.name) ?? 0;
    if (until > now) return false;
    paused.delete(lane.name);
    return roomAt(lane.rates, sent.get(lane.name) ?? [], 1) <= now;
  }

  /** A moment of its own for whoever waits: a thousand who came back together would find one place. */
  function promise(lanes: readonly Lane[], now: number): number {
    let at = now + 1;
    for (const { name, rates } of lanes) {
      const taken = [...(sent.get(name) ?? []), ...(promised.get(name) ?? [])];
      at = Math.max(at, paused.get(name) ?? 0, taken.at(-1) ?? 0, roomAt(rates, taken, late));
    }
    at = Math.ceil(at);
    for (const lane of lanes) keep(promised, lane, at);
    return at;
  }

  return {
    take(lanes, now) {
      if (!lanes.every((lane) => isFree(lane, now))) return promise(lanes, now) - now;
      for (const lane of lanes) keep(sent, lane, now);
      if (sent.size > 10_000) forgetIdle(now);
      return 0;
    },
    pause(lane, until) {
      paused.set(lane, Math.max(until, paused.get(lane) ?? 0));
    },
  };

  function forgetIdle(now: number): void {
    for (const [lane, times] of sent) {
      if ((times.at(-1) ?? 0) >= now - 3_600_000) continue;
      sent.delete(lane);
      promised.delete(lane);
    }
  }
}

/** When there is room again behind all these: for each rate, when the count-th last one leaves its window. */
const roomAt = (rates: readonly Rate[], times: readonly number[], stretch: number): number =>
  Math.max(
    0,
    ...rates.map(({ count, seconds }) => {
      const before = times[times.length - count];
      return before === undefined ? 0 : before + seconds * 1_000 * stretch;
    }),
  );

/** Older ones than the longest rate counts can't matter. */
function keep(all: Map<string, number[]>, { name, rates }: Lane, at: number): void {
  const longest = Math.max(...rates.map((rate) => rate.count), 0);
  const times = all.get(name) ?? [];
  times.push(at);
  if (times.length > longest) times.splice(0, times.length - longest);
  all.set(name, times);
}
