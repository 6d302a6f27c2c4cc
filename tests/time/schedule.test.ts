import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hour, type Instant, millisecondsOf, plus } from "../../src/time/instant.ts";
import {
  type Cron,
  cronOf,
  firstInstant,
  instantAt,
  lastInstant,
  localAt,
  nextLocalAfter,
  pickedOf,
  readCron,
} from "../../src/time/schedule.ts";

function cron(text: string): Cron {
  const read = readCron(text);
  if (read.kind === "invalid") throw new Error(JSON.stringify(read.why));
  return read;
}

/** The next so many times, on the wall. */
function next(text: string, after: string, many = 1): string[] {
  const times: string[] = [];
  let local: string | undefined = after;
  while (times.length < many && local !== undefined) {
    local = nextLocalAfter(cron(text), local);
    if (local !== undefined) times.push(local);
  }
  return times;
}

describe("a cron expression", () => {
  it.for([
    { text: "0 15 * * 5", comes: "2026-11-27T15:00" },
    { text: "0 15 * * FRI", comes: "2026-11-27T15:00" },
    { text: "  0   15 * *  fri ", comes: "2026-11-27T15:00" },
    { text: "*/20 9-17/4 * * MON-FRI", comes: "2026-11-24T13:00" },
    { text: "30 8,12 * DEC,JAN *", comes: "2026-12-01T08:30" },
    { text: "0 9 * * 7", comes: "2026-11-29T09:00" },
    { text: "0 9 * * 0", comes: "2026-11-29T09:00" },
    { text: "0 9 * * SAT-SUN", comes: "2026-11-28T09:00" },
    { text: "50/5 23 24 * *", comes: "2026-11-24T23:50" },
    { text: "0 0 29 FEB *", comes: "2028-02-29T00:00" },
    { text: "0 9 * * MON#1", comes: "2026-12-07T09:00" },
    { text: "0 15 * * 5 /2 2026-11-20", comes: "2026-12-04T15:00" },
    { text: "0 15 * * 5 /3 2027-03-01", comes: "2027-03-05T15:00" },
  ])("“$text” comes next at $comes", ({ text, comes }) => {
    expect(next(text, "2026-11-24T12:10")).toEqual([comes]);
  });

  it("means either where day and weekday are both limited, as in Vixie cron", () => {
    expect(next("0 9 1 * MON", "2026-11-27T00:00", 3)).toEqual([
      "2026-11-30T09:00",
      "2026-12-01T09:00",
      "2026-12-07T09:00",
    ]);
    // A field that begins with a star limits, and offers nothing on its own.
    expect(next("0 9 */2 * MON", "2026-11-27T00:00", 2)).toEqual([
      "2026-12-07T09:00",
      "2026-12-21T09:00",
    ]);
  });

  it("comes after its moment, never at it", () => {
    expect(next("0 15 * * FRI", "2026-11-27T14:59")).toEqual(["2026-11-27T15:00"]);
    expect(next("0 15 * * FRI", "2026-11-27T15:00")).toEqual(["2026-12-04T15:00"]);
  });

  it.for([
    { text: "", why: { kind: "fields", count: 0 } },
    { text: "0 15 * *", why: { kind: "fields", count: 4 } },
    { text: "0 0 15 * * 5", why: { kind: "fields", count: 6 } },
    { text: "@weekly", why: { kind: "fields", count: 1 } },
    { text: "0 15h * * 5", why: { kind: "unreadable", field: "hour", part: "15h" } },
    { text: "0 15 * * FRY", why: { kind: "unreadable", field: "weekday", part: "FRY" } },
    { text: "0 15 * * MON,,FRI", why: { kind: "unreadable", field: "weekday", part: "" } },
    { text: "-5 15 * * *", why: { kind: "unreadable", field: "minute", part: "-5" } },
    { text: "0 15 * FRI *", why: { kind: "unreadable", field: "month", part: "FRI" } },
    { text: "1/2/3 15 * * *", why: { kind: "unreadable", field: "minute", part: "1/2/3" } },
    {
      text: "60 * * * *",
      why: { kind: "outside", field: "minute", part: "60", least: 0, most: 59 },
    },
    { text: "0 9 0 * *", why: { kind: "outside", field: "day", part: "0", least: 1, most: 31 } },
    { text: "0 9 * * 8", why: { kind: "outside", field: "weekday", part: "8", least: 0, most: 7 } },
    {
      text: "0 9 * * 5#6",
      why: { kind: "outside", field: "weekday", part: "5#6", least: 1, most: 5 },
    },
    { text: "0 17-9 * * *", why: { kind: "reversed", field: "hour", part: "17-9" } },
    { text: "*/0 * * * *", why: { kind: "step", field: "minute", part: "*/0" } },
    { text: "*/90 * * * *", why: { kind: "step", field: "minute", part: "*/90" } },
    { text: "0 15 * * 5 /2", why: { kind: "weeks", part: "/2" } },
    { text: "0 15 * * 5 /2 2026-02-30", why: { kind: "weeks", part: "/2 2026-02-30" } },
    { text: "0 15 * * 5 /0 2026-11-27", why: { kind: "weeks", part: "/0 2026-11-27" } },
    { text: "0 0 30 FEB *", why: { kind: "never" } },
  ])("“$text” is refused, and what is wrong with it told", ({ text, why }) => {
    expect(readCron(text)).toEqual({ kind: "invalid", why });
  });

  it("is read or refused, never a fault, whatever is written", () => {
    const part = fc.oneof(
      fc.integer({ min: -2, max: 70 }).map(String),
      fc.constantFrom(
        "*",
        "MON",
        "JAN",
        "FRI#1",
        "5-7",
        "*/7",
        "1-5/2",
        "/2",
        "2026-11-27",
        "",
        "#",
      ),
      fc.string({ maxLength: 4 }),
    );
    const fields = fc.array(fc.array(part, { maxLength: 3 }).map((list) => list.join(",")));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fields.map((list) => list.join(" ")),
        ),
        (text) => {
          const read = readCron(text);
          return read.kind === "invalid" || nextLocalAfter(read, "2026-11-24T00:00") !== undefined;
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("comes at every minute that its fields name, and at no other, over two months", () => {
    const field = (least: number, most: number) =>
      fc.option(
        fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 3 }),
      );
    const fields = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6));
    fc.assert(
      fc.property(fields, ([minutes, hours, days, months, weekdays]) => {
        const written = [minutes, hours, days, months, weekdays].map((f) => f?.join(",") ?? "*");
        const read = readCron(written.join(" "));
        if (read.kind === "invalid") {
          expect(read.why.kind).toBe("never");
          return;
        }
        const named: string[] = [];
        const [start, end] = [Date.UTC(2027, 1, 1), Date.UTC(2027, 3, 1)];
        for (let at = start; at < end; at += 60_000) {
          const date = new Date(at);
          const has = (list: number[] | null, value: number) =>
            list === null || list.includes(value);
          const day = has(days, date.getUTCDate());
          const weekday = has(weekdays, date.getUTCDay());
          if (
            has(minutes, date.getUTCMinutes()) &&
            has(hours, date.getUTCHours()) &&
            has(months, date.getUTCMonth() + 1) &&
            (days !== null && weekdays !== null ? day || weekday : day && weekday)
          ) {
            named.push(date.toISOString().slice(0, 16));
            if (named.length === 20) break;
          }
        }
        const times: string[] = [];
        let local = nextLocalAfter(read, "2027-01-31T23:59");
        while (local !== undefined && local < "2027-04-01" && times.length < 20) {
          times.push(local);
          local = nextLocalAfter(read, local);
        }
        expect(times).toEqual(named);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a picked rhythm", () => {
  const friday = { weekday: 5, hour: 15, minute: 0, from: "2026-11-27" };

  it("is weekly, fortnightly from its date, or on the first such weekday of a month or quarter", () => {
    const times = (every: "week" | "fortnight" | "month" | "quarter") =>
      next(cronOf({ every, ...friday }), "2026-11-24T00:00", 3).map((local) => local.slice(0, 10));

    expect(times("week")).toEqual(["2026-11-27", "2026-12-04", "2026-12-11"]);
    expect(times("fortnight")).toEqual(["2026-11-27", "2026-12-11", "2026-12-25"]);
    expect(times("month")).toEqual(["2026-12-04", "2027-01-01", "2027-02-05"]);
    expect(times("quarter")).toEqual(["2027-01-01", "2027-04-02", "2027-07-02"]);
  });

  it("keeps its fortnights over the turn of years with 53 weeks, and begins no earlier than its date", () => {
    const text = cronOf({ every: "fortnight", ...friday, from: "2026-12-18" });

    expect(next(text, "2026-11-24T00:00", 3)).toEqual([
      "2026-12-18T15:00",
      "2027-01-01T15:00",
      "2027-01-15T15:00",
    ]);
  });

  it("is known again in its expression, and in no other's", () => {
    fc.assert(
      fc.property(
        fc.record({
          every: fc.constantFrom("week", "fortnight", "month", "quarter"),
          weekday: fc.integer({ min: 1, max: 7 }),
          hour: fc.integer({ min: 0, max: 23 }),
          minute: fc.integer({ min: 0, max: 59 }),
        }),
        (picked) => {
          const text = cronOf({ ...picked, from: "2026-11-27" });
          expect(pickedOf(cron(text))).toEqual(picked);
        },
      ),
    );
    expect(pickedOf(cron("0 15 * * FRI"))).toMatchObject({ every: "week", weekday: 5 });
    expect(pickedOf(cron("0 15 * * MON,FRI"))).toBeUndefined();
    expect(pickedOf(cron("0 9 1 * *"))).toBeUndefined();
    expect(pickedOf(cron("0 15 * * 5 /3 2026-11-27"))).toBeUndefined();
  });
});

describe("a time on the wall", () => {
  it("is as much later as the clock skips, and the first of two", () => {
    expect(instantAt("2027-03-14T02:30", "America/New_York")).toBe("2027-03-14T07:30:00.000Z");
    expect(localAt("2027-03-14T07:30:00.000Z" as Instant, "America/New_York")).toBe(
      "2027-03-14T03:30",
    );
    expect(instantAt("2026-11-01T01:30", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
  });

  it("comes nowhere on earth before its first instant or after its last", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    const local = fc
      .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2036, 0, 1) })
      .map((at) => new Date(at).toISOString().slice(0, 16));
    fc.assert(
      fc.property(local, fc.constantFrom(...zones, "Etc/GMT-14", "Etc/GMT+12"), (local, zone) => {
        const at = instantAt(local, zone);
        return firstInstant(local) <= at && at <= lastInstant(local);
      }),
      { numRuns: 3_000 },
    );
    expect(instantAt("2026-11-27T15:00", "Pacific/Kiritimati")).toBe(
      firstInstant("2026-11-27T15:00"),
    );
    expect(instantAt("2026-11-27T15:00", "Etc/GMT+12")).toBe(lastInstant("2026-11-27T15:00"));
    expect(millisecondsOf(plus(lastInstant("2026-11-27T15:00"), -26 * hour))).toBe(
      millisecondsOf(firstInstant("2026-11-27T15:00")),
    );
  });
});
