/** The stretch of time a board is about, in the organization's zone. */
import type { Instant } from "../time/instant.ts";
import { localDate, periodEnd, periodName, periodStart } from "../time/zone.ts";

export const periods = ["week", "month", "quarter", "year", "all"] as const;
export type BoardPeriod = (typeof periods)[number];

export interface Span {
  readonly period: BoardPeriod;
  /** 0: the period that runs. 1: the one before. */
  readonly back: 0 | 1;
  /** The score's bucket. */
  readonly bucket: string;
  /** Null: from the beginning, without end. */
  readonly bounds: Bounds | null;
}

export interface Bounds {
  readonly since: Instant;
  /** Not itself in it, and neither is its day. */
  readonly until: Instant;
  readonly firstDay: string;
  readonly endDay: string;
}

export function spanOf(
  { period, back }: { readonly period: BoardPeriod; readonly back: 0 | 1 },
  now: Instant,
  zone: string,
): Span {
  if (period === "all") return { period, back: 0, bucket: "all", bounds: null };
  const since = periodStart(now, period, zone, back);
  const until = periodEnd(since, period, zone);
  return {
    period,
    back,
    bucket: periodName(since, period, zone),
    bounds: {
      since,
      until,
      firstDay: localDate(since, zone),
      endDay: localDate(until, zone),
    },
  };
}
