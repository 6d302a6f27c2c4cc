/** The sandbox's clock: the real one, and how far it was moved ahead. It never goes back. */
import { z } from "zod";

import { type Clock, type Instant, instantOf, millisecondsOf } from "#engine";
import { readJson, writeJson } from "./file.ts";

export interface MovedClock {
  readonly now: Clock;
  /** Earlier than now: nothing happens. */
  moveTo(to: Instant): void;
  /** Stands at this moment until it is moved: for what is told of the past. */
  stop(at: Instant): void;
  keep(): void;
}

const kept = z.object({ ahead: z.number().min(0) });

export function openClock(file: string, real: Clock): MovedClock {
  let ahead = kept.safeParse(readJson(file)).data?.ahead ?? 0;
  let stopped: Instant | null = null;
  const realNow = () => millisecondsOf(real());
  const now: Clock = () => stopped ?? instantOf(realNow() + ahead);

  return {
    now,
    moveTo(to) {
      stopped = null;
      ahead = Math.max(ahead, millisecondsOf(to) - realNow());
    },
    stop(at) {
      stopped = at;
    },
    keep: () => writeJson(file, { ahead }),
  };
}
