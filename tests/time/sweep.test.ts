import { describe, expect, it } from "vitest";

import { readInstant } from "../../src/time/instant.ts";
import { changingZones, daily, onePerRule, sweep, sweepRotas, weekly } from "../support/sweep.ts";

const from = readInstant("2026-11-24T00:00:00Z");
const days = 400;

describe("being asked at the hour on the wall, over 400 days in every zone that changes its clock", () => {
  const zones = changingZones(from, days);

  it("knows those zones", () => {
    expect(zones.size).toBeGreaterThan(100);
  });

  it("asks on Fridays at 15:00: never at another time, never not, never twice", () => {
    const { wrong, missing, doubled, due } = sweep(zones, weekly, from, days);

    expect({ wrong, missing, doubled }).toEqual({ wrong: 0, missing: 0, doubled: 0 });
    expect(due).toBe(zones.size * 57);
  });

  it("asks every day at 02:30, later where the clock skips it, once where it comes twice", () => {
    const { wrong, missing, doubled, due, skipped, repeated } = sweep(zones, daily, from, days);

    expect({ wrong, missing, doubled }).toEqual({ wrong: 0, missing: 0, doubled: 0 });
    expect(due).toBe(zones.size * days);
    expect(skipped).toBeGreaterThan(50);
    expect(repeated).toBeGreaterThan(20);
  });

  const rules = onePerRule(zones);

  it("asks nobody off shift who works days and nights in turn, also in nights of 11 and 13 hours", () => {
    const { asked, off, offShift, misdated, shortNights, longNights } = sweepRotas(
      rules,
      from,
      days,
    );

    expect({ offShift, misdated, off }).toEqual({ offShift: 0, misdated: 0, off: 0 });
    expect(asked).toBe(rules.size * 8 * 55);
    expect(shortNights).toBeGreaterThan(40);
    expect(longNights).toBeGreaterThan(40);
  });
});
