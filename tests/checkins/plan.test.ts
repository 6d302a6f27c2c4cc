import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Window } from "../../src/checkins/round.ts";
import {
  judgeNow,
  type PromptWish,
  planPrompt,
  planReminders,
} from "../../src/checkins/schedules/plan.ts";
import { openFor, type Pattern, patterns } from "../../src/people/person.ts";
import { hour, type Instant, minute, plus } from "../../src/time/instant.ts";
import { instantAt, localAt } from "../../src/time/schedule.ts";
import { type Shift, shiftFrom } from "../../src/time/shift.ts";
import { minuteOfDay, weekday } from "../../src/time/zone.ts";

const zone = "Europe/Lisbon";
const at = (text: string): Instant => `${text}:00.000Z` as Instant;
const night = (date: string): Shift => shiftFrom(`${date}T19:00`, 12 * 60, zone);

/** The weekly check-in on Friday 27 November at 15:00, for somebody in Lisbon of whom nothing is known. */
const weekly: PromptWish = {
  atLocal: "2026-11-27T15:00",
  window: { kind: "week" },
  reminders: 1,
  person: { zone, pattern: null, pausedUntil: null },
  shifts: null,
  now: at("2026-11-24T12:00"),
};
const of = (pattern: Pattern, more: Partial<PromptWish> = {}): PromptWish => ({
  ...weekly,
  person: { ...weekly.person, pattern },
  ...more,
});

describe("the weekly check-in", () => {
  it("asks on Friday at 15:00, reminds on Monday, and closes on Thursday at 23:59", () => {
    expect(planPrompt(weekly)).toEqual({
      kind: "ask",
      askAt: at("2026-11-27T15:00"),
      remindAts: [at("2026-11-30T15:00")],
      closesAt: at("2026-12-03T23:59"),
    });
  });

  it("closes on Sunday in an office week, without a reminder", () => {
    expect(planPrompt({ ...weekly, window: { kind: "office" } })).toMatchObject({
      remindAts: [],
      closesAt: at("2026-11-29T23:59"),
    });
  });

  it("counts its window in the person's own zone", () => {
    const person = { ...weekly.person, zone: "Asia/Tokyo" };

    expect(planPrompt({ ...weekly, person })).toMatchObject({
      askAt: at("2026-11-27T06:00"),
      closesAt: at("2026-12-03T14:59"),
    });
  });

  it("asks inside the shift that is on at that hour, at that hour", () => {
    const shifts = [shiftFrom("2026-11-27T07:00", 12 * 60, zone)];

    expect(planPrompt({ ...weekly, shifts })).toMatchObject({ askAt: at("2026-11-27T15:00") });
  });

  it("asks two hours into the next shift else, in the night of somebody who works then", () => {
    const shifts = [night("2026-11-26"), night("2026-11-28"), night("2026-12-01")];

    expect(planPrompt({ ...weekly, shifts })).toEqual({
      kind: "ask",
      askAt: at("2026-11-28T21:00"),
      remindAts: [at("2026-12-01T21:00")],
      closesAt: at("2026-12-03T23:59"),
    });
  });

  it("reminds nobody who has no other shift before the close", () => {
    const shifts = [night("2026-11-28"), night("2026-11-30"), night("2026-12-04")];

    expect(planPrompt({ ...weekly, shifts })).toMatchObject({ remindAts: [] });
  });

  it("leaves alone whoever has no shift while it stands open", () => {
    const shifts = [night("2026-11-25"), night("2026-12-04")];

    expect(planPrompt({ ...weekly, shifts })).toMatchObject({ kind: "off" });
    expect(planPrompt({ ...weekly, shifts: [] })).toMatchObject({ kind: "off" });
  });

  it("asks those who work nights, and whose rota nobody knows, at 21:00, and reminds them then", () => {
    expect(planPrompt(of("nights"))).toMatchObject({
      askAt: at("2026-11-27T21:00"),
      remindAts: [at("2026-11-30T21:00")],
    });
    expect(planPrompt(of("nights", { atLocal: "2026-11-27T02:30" }))).toMatchObject({
      askAt: at("2026-11-27T02:30"),
    });
  });

  it("waits for the end of quiet hours", () => {
    const late = { atLocal: "2026-11-27T22:00" };

    expect(planPrompt(of("days", late))).toMatchObject({ askAt: at("2026-11-28T07:00") });
    expect(planPrompt(of("evenings", late))).toMatchObject({ askAt: at("2026-11-27T22:00") });
  });

  it("waits for the end of a pause, and leaves alone whoever is away longer than it is open", () => {
    const paused = (until: string) => ({
      ...weekly,
      person: { ...weekly.person, pausedUntil: at(until) },
    });

    expect(planPrompt(paused("2026-11-30T04:00"))).toMatchObject({ askAt: at("2026-11-30T07:00") });
    expect(planPrompt(paused("2026-12-04T00:00"))).toMatchObject({ kind: "away" });
    // Its one shift lies in the pause.
    expect(
      planPrompt({ ...paused("2026-11-29T12:00"), shifts: [night("2026-11-28")] }),
    ).toMatchObject({ kind: "away" });
  });

  it("asks late after the server was down, and not at all once it is over", () => {
    const monday = planPrompt({ ...weekly, now: at("2026-11-30T11:00") });
    expect(monday).toMatchObject({
      askAt: at("2026-11-30T11:00"),
      remindAts: [at("2026-12-03T11:00")],
      closesAt: at("2026-12-03T23:59"),
    });
    expect(planPrompt({ ...weekly, now: at("2026-12-03T22:00") })).toMatchObject({
      kind: "missed",
    });
    expect(planPrompt({ ...weekly, now: at("2026-12-07T09:00") })).toMatchObject({
      kind: "missed",
    });
  });
});

describe("reminders", () => {
  it("of a check-in never come at a weekend outside a shift", () => {
    const asked = { ...weekly, askedAt: at("2026-11-26T15:00"), closesAt: at("2026-12-03T23:59") };

    expect(planReminders(asked)).toEqual([at("2026-11-30T09:00")]);
    const shifts = [shiftFrom("2026-11-29T07:00", 12 * 60, zone)];
    expect(planReminders({ ...asked, shifts })).toEqual([at("2026-11-29T15:00")]);
  });

  it("of a feedback round part its two weeks in three, in working hours", () => {
    const window: Window = { kind: "days", days: 14 };

    expect(planPrompt({ ...weekly, window, reminders: 2 })).toEqual({
      kind: "ask",
      askAt: at("2026-11-27T15:00"),
      // A third of the way is a Wednesday at 09:59, two thirds the Monday after at 04:59.
      remindAts: [instantAt("2026-12-02T09:59:40", zone), at("2026-12-07T09:00")],
      closesAt: at("2026-12-11T23:59"),
    });
  });
});

describe("a prompt at the moment it is sent", () => {
  const prompt = {
    ...weekly,
    step: "ask",
    closesAt: at("2026-12-03T23:59"),
    now: at("2026-11-27T15:00"),
  } as const;

  it("is sent where nothing speaks against it", () => {
    expect(judgeNow(prompt)).toEqual({ kind: "now" });
    const shifts = [shiftFrom("2026-11-27T07:00", 12 * 60, zone)];
    expect(judgeNow({ ...prompt, shifts, now: at("2026-11-27T18:29") })).toEqual({ kind: "now" });
  });

  it("waits where the shift is at its end, or quiet hours have begun", () => {
    const shifts = [shiftFrom("2026-11-27T07:00", 12 * 60, zone), night("2026-11-28")];

    expect(judgeNow({ ...prompt, shifts, now: at("2026-11-27T18:30") })).toEqual({
      kind: "later",
      at: at("2026-11-28T21:00"),
    });
    expect(judgeNow({ ...prompt, now: at("2026-11-27T21:00") })).toEqual({
      kind: "later",
      at: at("2026-11-28T07:00"),
    });
    expect(judgeNow({ ...prompt, step: "remind", now: at("2026-11-28T10:00") })).toEqual({
      kind: "later",
      at: at("2026-11-30T09:00"),
    });
  });

  it("is not sent after the close, off shift until then, or away until then", () => {
    const person = { ...weekly.person, pausedUntil: at("2026-12-05T00:00") };

    expect(judgeNow({ ...prompt, now: prompt.closesAt })).toEqual({ kind: "never", why: "closed" });
    expect(judgeNow({ ...prompt, shifts: [night("2026-12-04")] })).toEqual({
      kind: "never",
      why: "off",
    });
    expect(judgeNow({ ...prompt, person })).toEqual({ kind: "never", why: "away" });
  });
});

describe("whatever the hour, the zone, the rota, the pattern and the pause", () => {
  const start = Date.UTC(2026, 10, 1);
  const minutes = (most: number) => fc.integer({ min: 0, max: most });
  const instant = minutes(200 * 1_440).map((m) => plus(at("2026-11-01T00:00"), m * minute));
  const rota = fc.array(fc.record({ pause: minutes(5 * 1_440), length: minutes(26 * 60) }), {
    maxLength: 40,
  });
  const wish = fc
    .record({
      local: minutes(180 * 1_440),
      zone: fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
      pattern: fc.option(fc.constantFrom(...patterns)),
      pausedUntil: fc.option(instant),
      rota: fc.option(rota),
      late: fc.oneof(fc.constant(-5 * 1_440), fc.integer({ min: -1_440, max: 20 * 1_440 })),
      window: fc.oneof(
        fc.constantFrom<Window>({ kind: "week" }, { kind: "office" }),
        fc.integer({ min: 0, max: 28 }).map((days): Window => ({ kind: "days", days })),
      ),
      reminders: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ local, zone, pattern, pausedUntil, rota, late, window, reminders }): PromptWish => {
      const atLocal = new Date(start + local * minute).toISOString().slice(0, 16);
      const due = instantAt(atLocal, zone);
      let end = plus(due, -24 * hour);
      const shifts = rota?.map(({ pause, length }): Shift => {
        const startsAt = plus(end, pause * minute);
        end = plus(startsAt, (length + 1) * minute);
        return { startsAt, endsAt: end };
      });
      const person = { zone, pattern, pausedUntil };
      const now = plus(due, late * minute);
      return { atLocal, window, reminders, person, shifts: shifts ?? null, now };
    });

  const inside = (shifts: readonly Shift[], moment: Instant): boolean =>
    shifts.some(
      ({ startsAt, endsAt }) =>
        moment >= plus(startsAt, 30 * minute) && moment < plus(endsAt, -30 * minute),
    );

  it("is asked after its hour and before the close, inside a shift or outside quiet hours, not while paused", () => {
    fc.assert(
      fc.property(wish, (wish) => {
        const { person, shifts, now } = wish;
        const plan = planPrompt(wish);
        if (plan.kind !== "ask") return;
        expect(plan.askAt >= instantAt(wish.atLocal, person.zone) && plan.askAt >= now).toBe(true);
        expect(plan.askAt < plan.closesAt).toBe(true);
        expect(person.pausedUntil === null || plan.askAt >= person.pausedUntil).toBe(true);
        if (shifts !== null) expect(inside(shifts, plan.askAt)).toBe(true);
        else expect(openFor(person, plan.askAt)).toBe(plan.askAt);
        // Where the clock skips that minute, as Nuuk's does once a year, it is the one after as many minutes.
        const days = [plan.closesAt, plus(plan.closesAt, -hour)].map((moment) =>
          localAt(moment, person.zone).slice(0, 10),
        );
        expect(days.map((day) => instantAt(`${day}T23:59`, person.zone))).toContain(plan.closesAt);
        const { closesAt } = plan;
        expect(judgeNow({ ...wish, step: "ask", closesAt, now: plan.askAt }).kind).toBe("now");
      }),
      { numRuns: 3_000 },
    );
  });

  it("is reminded three days later at the earliest, before the close, inside a shift or a working day's hours", () => {
    fc.assert(
      fc.property(wish, (wish) => {
        const { person, shifts, reminders } = wish;
        const plan = planPrompt(wish);
        if (plan.kind !== "ask") return;
        expect(plan.remindAts.length).toBeLessThanOrEqual(reminders);
        let last = plan.askAt;
        for (const remindAt of plan.remindAts) {
          expect(remindAt >= plus(last, 72 * hour) && remindAt < plan.closesAt).toBe(true);
          expect(person.pausedUntil === null || remindAt >= person.pausedUntil).toBe(true);
          if (shifts !== null) {
            expect(inside(shifts, remindAt)).toBe(true);
          } else {
            expect(openFor(person, remindAt)).toBe(remindAt);
            expect(weekday(remindAt, person.zone)).toBeLessThanOrEqual(5);
            const [from, to] = person.pattern === "nights" ? [21, 24] : [9, 17];
            const shown = minuteOfDay(remindAt, person.zone);
            expect(shown >= from * 60 && shown < to * 60).toBe(true);
          }
          last = remindAt;
          const { closesAt } = plan;
          expect(judgeNow({ ...wish, step: "remind", closesAt, now: remindAt }).kind).toBe("now");
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it("is left out only where there was no moment for it: no shift of three hours lay in the window", () => {
    fc.assert(
      fc.property(wish, (wish) => {
        const plan = planPrompt({ ...wish, person: { ...wish.person, pausedUntil: null } });
        if (plan.kind === "ask" || wish.shifts === null) return;
        const from = plan.kind === "off" ? instantAt(wish.atLocal, wish.person.zone) : wish.now;
        const missed = wish.shifts.filter(
          ({ startsAt, endsAt }) =>
            startsAt >= from &&
            endsAt >= plus(startsAt, 3 * hour) &&
            plus(startsAt, 2 * hour) < plan.closesAt,
        );
        expect(missed).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });
});
