/** Moves the clock ahead, stopping at every job's hour, so that a week passes in its own order. */
import { type Engine, type Instant, nextLocal, plus, readLocal } from "#engine";
import type { MovedClock } from "./clock.ts";

/** "2026-12-01T09:00" picks a moment; the others are the next of their kind. */
export type Move = "hour" | "evening" | "morning" | "friday" | "monday" | { readonly at: string };

/** A longer way is gone in several steps, so that nobody waits for one. */
const longest = 366 * 24 * 3_600_000;

/** Undefined where the moment isn't one, has passed, or is too far away. */
export function momentOf(move: Move, now: Instant, zone: string): Instant | undefined {
  switch (move) {
    case "hour":
      return plus(now, 3_600_000);
    case "evening":
      return nextLocal(now, zone, { hour: 18, minute: 30 });
    case "morning":
      return nextLocal(now, zone, { hour: 8, minute: 0 });
    case "friday":
      return nextLocal(now, zone, { hour: 15, minute: 0, weekday: 5 });
    case "monday":
      return nextLocal(now, zone, { hour: 9, minute: 5, weekday: 1 });
    default: {
      const at = readLocal(move.at, zone);
      return at !== undefined && at > now && at <= plus(now, longest) ? at : undefined;
    }
  }
}

export async function moveTo(to: Instant, clock: MovedClock, engine: Engine): Promise<void> {
  for (let next = await engine.nextDue(); next !== undefined && next <= to; ) {
    clock.moveTo(next);
    await engine.tick();
    next = await engine.nextDue();
  }
  clock.moveTo(to);
  await engine.tick();
  clock.keep();
}
