import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hour, type Instant, millisecondsOf, minute, plus } from "../../src/time/instant.ts";
import { insideShift, nextInsideShift, type Shift, shiftFrom } from "../../src/time/shift.ts";

const hoursOf = ({ startsAt, endsAt }: Shift): number =>
  (millisecondsOf(endsAt) - millisecondsOf(startsAt)) / hour;

const lisbon = (local: string, hours: number): Shift =>
  shiftFrom(local, hours * 60, "Europe/Lisbon");
const at = (text: string): Instant => `${text}:00.000Z` as Instant;

describe("a shift", () => {
  it("ends by the clock on the wall: the night in which it changes has 11 hours, or 13", () => {
    expect(lisbon("2026-11-27T19:00", 12)).toEqual({
      startsAt: at("2026-11-27T19:00"),
      endsAt: at("2026-11-28T07:00"),
    });
    const spring = lisbon("2027-03-27T19:00", 12);
    const autumn = lisbon("2026-10-24T19:00", 12);

    expect([hoursOf(spring), hoursOf(autumn)]).toEqual([11, 13]);
    expect([spring.endsAt, autumn.endsAt]).toEqual([
      at("2027-03-28T06:00"),
      at("2026-10-25T07:00"),
    ]);
  });

  it("never ends before it starts, wherever and whenever it is", () => {
    const local = fc
      .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) })
      .map((at) => new Date(at).toISOString().slice(0, 16));
    const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    fc.assert(
      fc.property(local, fc.integer({ min: 1, max: 2_880 }), zone, (local, minutes, zone) => {
        const { startsAt, endsAt } = shiftFrom(local, minutes, zone);
        return endsAt > startsAt;
      }),
      { numRuns: 3_000 },
    );
    const skipped = shiftFrom("2027-03-14T02:50", 20, "America/New_York");
    expect(hoursOf(skipped)).toBeCloseTo(1 / 3);
  });

  it("leaves its first and last half hour to the handover", () => {
    const day = [lisbon("2026-11-27T07:00", 12)];

    expect(insideShift(day, at("2026-11-27T07:29"))).toBe(false);
    expect(insideShift(day, at("2026-11-27T07:30"))).toBe(true);
    expect(insideShift(day, at("2026-11-27T18:29"))).toBe(true);
    expect(insideShift(day, at("2026-11-27T18:30"))).toBe(false);
  });
});

describe("the next moment inside a shift", () => {
  const day = lisbon("2026-11-27T07:00", 12);
  const night = lisbon("2026-11-28T19:00", 12);

  it("is now, where now is inside one", () => {
    expect(nextInsideShift([day, night], at("2026-11-27T15:00"))).toBe(at("2026-11-27T15:00"));
    expect(nextInsideShift([day, night], at("2026-11-29T02:30"))).toBe(at("2026-11-29T02:30"));
  });

  it("is else two hours into the next, also of the one that has just begun", () => {
    expect(nextInsideShift([day, night], at("2026-11-27T07:10"))).toBe(at("2026-11-27T09:00"));
    expect(nextInsideShift([day, night], at("2026-11-27T18:45"))).toBe(at("2026-11-28T21:00"));
    expect(nextInsideShift([day, night], at("2026-11-29T06:45"))).toBeUndefined();
    expect(nextInsideShift([], at("2026-11-27T15:00"))).toBeUndefined();
  });

  it("is the middle of a short one, and not in one of an hour", () => {
    const before = at("2026-11-27T00:00");

    expect(nextInsideShift([lisbon("2026-11-27T07:00", 2)], before)).toBe(at("2026-11-27T08:00"));
    expect(nextInsideShift([lisbon("2026-11-27T07:00", 1)], before)).toBeUndefined();
  });

  it("lies in one, after its first half hour and before its last, whatever the rota", () => {
    const rota = fc
      .array(
        fc.record({
          pause: fc.integer({ min: 0, max: 4 * 24 * 60 }),
          length: fc.integer({ min: 1, max: 48 * 60 }),
        }),
        { maxLength: 12 },
      )
      .map((steps) => {
        let end = at("2026-11-20T00:00");
        return steps.map(({ pause, length }): Shift => {
          const startsAt = plus(end, pause * minute);
          end = plus(startsAt, length * minute);
          return { startsAt, endsAt: end };
        });
      });
    const moment = fc
      .integer({ min: 0, max: 40 * 24 * 60 })
      .map((minutes) => plus(at("2026-11-18T00:00"), minutes * minute));
    fc.assert(
      fc.property(rota, moment, (shifts, after) => {
        const next = nextInsideShift(shifts, after);
        if (next === undefined) {
          return shifts.every(
            (shift) => hoursOf(shift) <= 3 || plus(shift.startsAt, 2 * hour) <= after,
          );
        }
        const inside = shifts.some(
          ({ startsAt, endsAt }) =>
            plus(startsAt, 30 * minute) <= next && next < plus(endsAt, -30 * minute),
        );
        return next >= after && inside;
      }),
      { numRuns: 2_000 },
    );
  });
});
