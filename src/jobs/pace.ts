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

export function createPace(): Pace {
  const sent = new Map<string, number[]>();
  const paused = new Map<string, number>();
  /** The last moment somebody was told to come back at. */
  const promised = new Map<string, number>();

  /** When the lane has room again: for each rate, when the count-th last one leaves its window. */
  function freeAt(lane: Lane, now: number): number {
    const until = paused.get(lane.name) ?? 0;
    if (until <= now) paused.delete(lane.name);
    const times = sent.get(lane.name) ?? [];
    const waits = lane.rates.map(({ count, seconds }) => {
      const before = times[times.length - count];
      return before === undefined ? 0 : before + seconds * 1_000;
    });
    return Math.max(until, ...waits);
  }

  /** Whoever waits gets a moment of their own: a thousand who came back together would find one place. */
  function promise(lanes: readonly Lane[], free: number): number {
    let at = free;
    for (const { name, rates } of lanes) {
      const gap = Math.max(0, ...rates.map(({ count, seconds }) => (seconds * 1_000) / count));
      at = Math.max(at, (promised.get(name) ?? 0) + gap);
    }
    for (const { name } of lanes) promised.set(name, at);
    return Math.ceil(at);
  }

  return {
    take(lanes, now) {
      const free = Math.max(now, ...lanes.map((lane) => freeAt(lane, now)));
      if (free > now) return promise(lanes, free) - now;
      for (const lane of lanes) {
        const longest = Math.max(...lane.rates.map((rate) => rate.count), 0);
        const times = sent.get(lane.name) ?? [];
        times.push(now);
        // Older ones can't matter to any rate of this lane.
        if (times.length > longest) times.splice(0, times.length - longest);
        sent.set(lane.name, times);
      }
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
