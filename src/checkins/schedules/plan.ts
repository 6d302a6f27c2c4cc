/**
 * When one person is asked, reminded and no longer waited for; and, at the moment of sending, whether it may still be said. Whose
 * shifts are known is asked inside them, whatever the hour; of others the quiet hours are kept.
 */
import { openFor, type Person, quietHours } from "../../people/person.ts";
import { hour, type Instant, instantOf, millisecondsOf, plus } from "../../time/instant.ts";
import { daysLater, instantAt } from "../../time/schedule.ts";
import { nextInsideShift, type Shift } from "../../time/shift.ts";
import { minuteOfDay, nextLocal, weekday } from "../../time/zone.ts";
import type { Window } from "../round.ts";

/** What decides when somebody may be written to. */
export interface Reachable {
  readonly person: Pick<Person, "zone" | "pattern" | "pausedUntil">;
  /** Those of the window, in order; null: this person's rota is not known. */
  readonly shifts: readonly Shift[] | null;
}

export interface PromptWish extends Reachable {
  /** "2026-11-27T15:00" on their wall. */
  readonly atLocal: string;
  readonly window: Window;
  /** At most: 1 for a check-in, 2 for a feedback round. */
  readonly reminders: number;
  readonly now: Instant;
}

interface Times {
  /** Where they are not asked: when they would have been. */
  readonly askAt: Instant;
  readonly closesAt: Instant;
}

export type PromptPlan = Times &
  (
    | { readonly kind: "ask"; readonly remindAts: readonly Instant[] }
    /** Has no shift, or no waking hour, between the two. */
    | { readonly kind: "off" }
    /** Paused for as long as there was a moment to ask. */
    | { readonly kind: "away" }
    /** There was a moment to ask, and it went by: the server was down. */
    | { readonly kind: "missed" }
  );

export function planPrompt(wish: PromptWish): PromptPlan {
  const { atLocal, window, person, reminders, now } = wish;
  const due = instantAt(atLocal, person.zone);
  const closesAt = closeOf(atLocal, window, person.zone);
  const before = (at: Instant | undefined) => at !== undefined && at < closesAt;

  const askAt = nextAsk(wish, now > due ? now : due);
  if (askAt !== undefined && before(askAt)) {
    const remindAts = planReminders({ ...wish, askedAt: askAt, closesAt, reminders });
    return { kind: "ask", askAt, closesAt, remindAts };
  }
  if (before(nextAsk(wish, due))) return { kind: "missed", askAt: due, closesAt };
  const kind = before(nextAsk(unpaused(wish), due)) ? "away" : "off";
  return { kind, askAt: due, closesAt };
}

/** By the clock on their wall, counted from the day on which the round is due there. */
function closeOf(atLocal: string, window: Window, zone: string): Instant {
  const date = atLocal.slice(0, "2026-11-27".length);
  const lastMinute = { hour: 23, minute: 59 };
  const tonight = instantAt(`${date}T23:59`, zone);
  switch (window.kind) {
    case "week":
      return nextLocal(tonight, zone, { ...lastMinute, weekday: 4 });
    case "office":
      return nextLocal(tonight, zone, { ...lastMinute, weekday: 7 });
    case "days":
      return instantAt(`${daysLater(date, window.days)}T23:59`, zone);
  }
}

/** Where no shift is known, somebody who works nights is asked in the evening, before the night or in it. */
const nightBegins = 21;

/** The first moment from `from` on at which they may be asked. Undefined: none is known. */
function nextAsk({ person, shifts }: Reachable, from: Instant): Instant | undefined {
  const free = afterPause(person, from);
  if (shifts !== null) return nextInsideShift(shifts, free);
  if (person.pattern !== "nights") return openFor(person, from);
  const byDay = isBetween(minuteOfDay(free, person.zone), quietHours.nights[0], nightBegins);
  return byDay ? nextLocal(free, person.zone, { hour: nightBegins, minute: 0 }) : free;
}

const afterPause = ({ pausedUntil }: Reachable["person"], from: Instant): Instant =>
  pausedUntil !== null && pausedUntil > from ? pausedUntil : from;

const unpaused = ({ person, shifts }: Reachable): Reachable => ({
  person: { ...person, pausedUntil: null },
  shifts,
});

/** Nobody is reminded of what they were asked, or reminded of, less than three days ago. */
const leastPause = 72 * hour;

/** One reminder comes after three days; more of them part the time until the close evenly. */
export function planReminders(
  asked: Reachable & {
    readonly askedAt: Instant;
    readonly closesAt: Instant;
    readonly reminders: number;
  },
): readonly Instant[] {
  const { askedAt, closesAt, reminders } = asked;
  const part = (millisecondsOf(closesAt) - millisecondsOf(askedAt)) / (reminders + 1);
  const planned: Instant[] = [];
  for (let n = 1; n <= reminders; n += 1) {
    const least = plus(planned.at(-1) ?? askedAt, leastPause);
    const even =
      reminders === 1 ? least : instantOf(millisecondsOf(askedAt) + Math.floor(part * n));
    const at = nextReminder(asked, even > least ? even : least);
    if (at === undefined || at >= closesAt) break;
    planned.push(at);
  }
  return planned;
}

/** Inside a shift; where none is known, in the hours of a working day that lie in nobody's quiet hours. */
function nextReminder({ person, shifts }: Reachable, from: Instant): Instant | undefined {
  const free = afterPause(person, from);
  if (shifts !== null) return nextInsideShift(shifts, free);
  const [opens, closes] = person.pattern === "nights" ? [nightBegins, 24] : [9, 17];
  let at = free;
  while (!isWorkday(at, person.zone) || !isBetween(minuteOfDay(at, person.zone), opens, closes)) {
    at = nextLocal(at, person.zone, { hour: opens, minute: 0 });
  }
  return at;
}

const isWorkday = (at: Instant, zone: string): boolean => weekday(at, zone) <= 5;

const isBetween = (minutes: number, from: number, to: number): boolean =>
  minutes >= from * 60 && minutes < to * 60;

export type SendVerdict =
  | { readonly kind: "now" }
  | { readonly kind: "later"; readonly at: Instant }
  /** closed: the window is over. off, away: no moment is left in it. */
  | { readonly kind: "never"; readonly why: "closed" | "off" | "away" };

/** Judged again with what is known when it is sent: shifts were swapped, somebody paused, the server was down. */
export function judgeNow(
  prompt: Reachable & {
    readonly step: "ask" | "remind";
    readonly closesAt: Instant;
    readonly now: Instant;
  },
): SendVerdict {
  const { step, closesAt, now } = prompt;
  if (now >= closesAt) return { kind: "never", why: "closed" };
  const next = step === "ask" ? nextAsk : nextReminder;
  const at = next(prompt, now);
  if (at === now) return { kind: "now" };
  if (at !== undefined && at < closesAt) return { kind: "later", at };
  const otherwise = next(unpaused(prompt), now);
  return {
    kind: "never",
    why: otherwise !== undefined && otherwise < closesAt ? "away" : "off",
  };
}
