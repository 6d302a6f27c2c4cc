/** The allowance: what a giver may give in a time. It renews; what is left over is not carried forward. Pure. */
import { day, type Instant, plus } from "../time/instant.ts";
import { type Period, periodEnd, periodName } from "../time/zone.ts";
import type { AllowanceSettings } from "./settings.ts";

/** The window of a rolling allowance. */
export const rollingWindow = day;

export interface Left {
  readonly left: number;
  /** When some of what is spent comes back; where nothing is spent, now. */
  readonly renewsAt: Instant;
  /** How many come back then. */
  readonly frees: number;
}

/** What was spent at one moment, reversals taken off. */
export interface Spending {
  readonly givenAt: Instant;
  readonly cost: number;
}

/** A lead's or an admin's own amount where one is set, whichever is larger; else everybody's. */
export function amountFor(
  settings: AllowanceSettings,
  roles: { readonly lead: boolean; readonly admin: boolean },
): number {
  const own = [roles.lead ? settings.lead : null, roles.admin ? settings.admin : null].flatMap(
    (amount) => amount ?? [],
  );
  return own.length === 0 ? settings.amount : Math.max(...own);
}

/** What is left of a rolling allowance; `spendings` are those of the last 24 hours, oldest first. */
export function leftRolling(amount: number, spendings: readonly Spending[], now: Instant): Left {
  const standing = spendings.filter((one) => one.cost > 0);
  const spent = standing.reduce((sum, one) => sum + one.cost, 0);
  const left = Math.max(0, amount - spent);
  // Where the amount was lowered meanwhile, what comes back first only makes up for what is over it.
  let over = Math.max(0, spent - amount);
  for (const { cost, givenAt } of standing) {
    if (cost > over) return { left, renewsAt: plus(givenAt, rollingWindow), frees: cost - over };
    over -= cost;
  }
  return { left, renewsAt: now, frees: 0 };
}

/** What is left of a period's allowance, in the giver's own zone. */
export function leftInPeriod(
  amount: number,
  used: number,
  period: Period,
  now: Instant,
  zone: string,
): Left {
  return { left: Math.max(0, amount - used), renewsAt: periodEnd(now, period, zone), frees: used };
}

/** What is left once `cost` of it was spent now. */
export function leftAfter(left: Left, cost: number, now: Instant, isRolling: boolean): Left {
  const rest = left.left - cost;
  if (!isRolling) return { ...left, left: rest, frees: left.frees + cost };
  const isFirst = left.frees === 0 && cost > 0;
  return isFirst
    ? { left: rest, renewsAt: plus(now, rollingWindow), frees: cost }
    : { ...left, left: rest };
}

/** The row that counts a period's use: "week 2026-11-23" in the giver's zone. */
export const allowancePeriod = (at: Instant, period: Period, zone: string): string =>
  periodName(at, period, zone);
