/** What is known of a round once its participants were weighed, chunk by chunk: for its preview, and for the round itself. */
import { z } from "zod";

import type { UnitId } from "../../ids.ts";
import type { Instant } from "../../time/instant.ts";
import { id } from "../schedules/schedule.ts";
import { type SkipReason, skipReasons } from "./eligible.ts";

const moment = z.object({ at: id<Instant>(), zone: z.string() });

export const skippedRead = z.partialRecord(z.enum(skipReasons), z.number());

export const tallyRead = z.object({
  asked: z.number(),
  /** There was a moment to ask them, and it went by. */
  missed: z.number(),
  /** Of those who are asked: their hours are not known, so the hour may be the wrong one. */
  noPattern: z.number(),
  /** Where the first and the last of them are when they are asked. */
  first: moment.nullable(),
  last: moment.nullable(),
  /** When the last can answer. */
  closesAt: id<Instant>().nullable(),
  skipped: skippedRead,
  /** How many are asked, by unit; "" is none. */
  units: z.record(z.string(), z.number()),
});
export type Tally = z.infer<typeof tallyRead>;

export const noTally: Tally = {
  asked: 0,
  missed: 0,
  noPattern: 0,
  first: null,
  last: null,
  closesAt: null,
  skipped: {},
  units: {},
};

export type Weighed =
  | { readonly kind: "missed" }
  | { readonly kind: "skipped"; readonly why: SkipReason }
  | {
      readonly kind: "asked";
      readonly at: Instant;
      readonly closesAt: Instant;
      readonly zone: string;
      readonly hasPattern: boolean;
      readonly unit: UnitId | null;
    };

export function addTo(tally: Tally, weighed: readonly Weighed[]): Tally {
  let { asked, missed, noPattern, first, last, closesAt } = tally;
  const skipped = { ...tally.skipped };
  const units = { ...tally.units };
  for (const one of weighed) {
    if (one.kind === "skipped") {
      skipped[one.why] = (skipped[one.why] ?? 0) + 1;
      continue;
    }
    if (one.kind === "missed") {
      missed += 1;
      continue;
    }
    const { at, zone, unit } = one;
    asked += 1;
    if (!one.hasPattern) noPattern += 1;
    if (first === null || at < first.at) first = { at, zone };
    if (last === null || at > last.at) last = { at, zone };
    if (closesAt === null || one.closesAt > closesAt) closesAt = one.closesAt;
    units[unit ?? ""] = (units[unit ?? ""] ?? 0) + 1;
  }
  return { asked, missed, noPattern, first, last, closesAt, skipped, units };
}

/** Those of the named units are not asked after all. */
export function without(tally: Tally, units: ReadonlySet<string>, why: SkipReason): Tally {
  const kept = Object.entries(tally.units).filter(([unit]) => !units.has(unit));
  const asked = kept.reduce((sum, [, count]) => sum + count, 0);
  const skipped = { ...tally.skipped, [why]: (tally.skipped[why] ?? 0) + tally.asked - asked };
  return { ...tally, asked, skipped, units: Object.fromEntries(kept) };
}

export const askedByUnit = (tally: Tally): { unit: UnitId | null; asked: number }[] =>
  Object.entries(tally.units).map(([unit, asked]) => ({
    unit: unit === "" ? null : (unit as UnitId),
    asked,
  }));
