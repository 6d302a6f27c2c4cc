/** How long somebody who is waiting waits for Slack. */
import { setTimeout as sleep } from "node:timers/promises";

import { codeOf } from "./errors.ts";

/** Slack didn't say in time what has to be known first. Nothing was kept. */
export class Silent extends Error {
  override readonly name = "Silent";
}

/** One budget for all that is asked of Slack about one thing a person did; the database's time is not in it. */
export function createBudget(milliseconds: number) {
  let left = milliseconds;
  return async <T>(work: Promise<T>): Promise<T> => {
    // If it loses the race its own failure is nobody's any more.
    work.catch(() => undefined);
    const began = performance.now();
    const over = new AbortController();
    const late = sleep(left, "late" as const, { signal: over.signal }).catch(() => "over" as const);
    const first = await Promise.race([work.then(() => "done" as const), late]);
    over.abort();
    left = Math.max(1, left - (performance.now() - began));
    if (first === "late") throw new Silent("Slack took too long");
    return work;
  };
}

/** A call that failed for want of Slack is Slack's silence; a refusal is an answer. */
export async function asked<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (codeOf(error) !== undefined) throw error;
    throw new Silent("Slack didn't answer", { cause: error });
  }
}
