/** A pause holds what Rapport would start; it ends by itself, at the beginning of a day on the person's wall. */
import type { Instant } from "../time/instant.ts";
import { periodEnd } from "../time/zone.ts";

export type PauseLength = "tomorrow" | "week" | "month";

const days: Record<PauseLength, number> = { tomorrow: 1, week: 7, month: 30 };

export const pauseLengths = Object.keys(days) as readonly PauseLength[];

export const isPauseLength = (text: string | undefined): text is PauseLength =>
  text !== undefined && text in days;

export function pauseEnd(now: Instant, zone: string, length: PauseLength): Instant {
  let until = now;
  for (let day = 0; day < days[length]; day += 1) until = periodEnd(until, "day", zone);
  return until;
}
