import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  day,
  hour,
  type Instant,
  millisecondsOf,
  plus,
  readInstant,
} from "../../src/time/instant.ts";
import {
  isZone,
  localDate,
  minuteOfDay,
  nextLocal,
  type Period,
  periodEnd,
  periodName,
  periodStart,
  weekday,
} from "../../src/time/zone.ts";

const zones = Intl.supportedValuesOf("timeZone");
const anInstant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) })
  .map((at) => new Date(at).toISOString() as Instant);
const aZone = fc.constantFrom(...zones);
const aPeriod = fc.constantFrom<Period>("day", "week", "month", "quarter", "year");

describe("local time", () => {
  it("begins Lisbon's April an hour before UTC's, for Lisbon is on summer time by then", () => {
    const at = readInstant("2026-04-10T12:00:00Z");
    expect(periodStart(at, "month", "Europe/Lisbon")).toBe("2026-03-31T23:00:00.000Z");
    expect(periodName(at, "month", "Europe/Lisbon")).toBe("month 2026-04-01");
  });

  it("names a night shift's hours after midnight with the next day, by the clock on the wall", () => {
    const late = readInstant("2026-11-24T04:30:00Z");
    expect(localDate(late, "America/New_York")).toBe("2026-11-23");
    expect(minuteOfDay(late, "America/New_York")).toBe(23 * 60 + 30);
    expect(weekday(late, "America/New_York")).toBe(1);
  });

  it("moves an hour that the clock skips to the end of the gap, and takes the first of one that comes twice", () => {
    expect(
      nextLocal(readInstant("2026-03-08T05:00:00Z"), "America/New_York", { hour: 2, minute: 30 }),
    ).toBe("2026-03-08T07:30:00.000Z");
    expect(
      nextLocal(readInstant("2026-11-01T04:00:00Z"), "America/New_York", { hour: 1, minute: 30 }),
    ).toBe("2026-11-01T05:30:00.000Z");
  });

  it("knows zones from other words", () => {
    expect(isZone("Europe/Lisbon")).toBe(true);
    expect(isZone("Lisbon, please")).toBe(false);
  });

  it("puts every instant inside its period, in every zone, and periods end to end", () => {
    fc.assert(
      fc.property(anInstant, aZone, aPeriod, (at, zone, period) => {
        const start = periodStart(at, period, zone);
        const end = periodEnd(at, period, zone);
        return (
          start <= at &&
          at < end &&
          periodStart(end, period, zone) === end &&
          periodStart(at, period, zone, 1) < start &&
          periodEnd(periodStart(at, period, zone, 1), period, zone) === start &&
          periodName(start, period, zone) === periodName(at, period, zone) &&
          periodName(end, period, zone) !== periodName(at, period, zone)
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it("finds the next local hour within the next day and a bit, over 400 days in every zone that changes its clock", () => {
    const start = readInstant("2026-11-24T00:00:00Z");
    const offset = (at: Instant, zone: string) => minuteOfDay(at, zone);
    const changing = zones.filter((zone) => {
      const minutes = Array.from({ length: 53 }, (_, week) =>
        offset(plus(start, week * 7 * day), zone),
      );
      return new Set(minutes).size > 1;
    });
    expect(changing.length).toBeGreaterThan(100);
    for (const zone of changing) {
      let at = start;
      for (let n = 0; n < 400; n += 1) {
        const next = nextLocal(at, zone, { hour: 2, minute: 30 });
        const waited = millisecondsOf(next) - millisecondsOf(at);
        const shows = minuteOfDay(next, zone);
        if (waited <= 0 || waited > 49 * hour || (shows !== 150 && shows < 150)) {
          throw new Error(`${zone}: after ${at} comes ${next}, which shows ${shows}`);
        }
        at = next;
      }
    }
  });
});
