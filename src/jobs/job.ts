/** A job: work that is due, as a row written in the transaction that caused it. It names what to do, never words. */
import type { JobId, OrganizationId } from "../ids.ts";
import { hour, type Instant, minute, plus, second } from "../time/instant.ts";

export interface Job {
  readonly id: JobId;
  readonly organization: OrganizationId;
  readonly kind: string;
  readonly payload: unknown;
  /** This run included. */
  readonly attempts: number;
}

/** How long a claimed job is its claimer's; if that process dies, another takes it then. */
export const lease = 1 * minute;

/** With waits of at most an hour that is four days: longer than any platform's outage so far. */
export const mostAttempts = 100;

/**
 * When to try again: 1, 2, 4 … seconds up to an hour, each spread over its upper half by `chance` (0 to 1), so that
 * what failed together does not come back together.
 */
export function retryAt(now: Instant, attempts: number, chance: number): Instant {
  const longest = Math.min(hour, second * 2 ** Math.min(attempts - 1, 20));
  return plus(now, Math.round(longest * (0.5 + chance / 2)));
}
