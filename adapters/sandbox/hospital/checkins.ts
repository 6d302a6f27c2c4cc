/**
 * The check-ins at St. Anne's, as a plan: Priya asks the Core Lab every Friday, and everybody twice, confidentially. The last of
 * the two is open at the end, and neither she nor Marcus has answered what is open then.
 */
import { type Instant, nextLocal, plus, weekday } from "#engine";

import { actions, response, type WeeklyAnswer, weeklyAnswers } from "./answers.ts";
import type { Chance } from "./chance.ts";
import { opensAs, people } from "./people.ts";
import { shiftOn } from "./roster.ts";

export type CheckinAct = {
  readonly at: Instant;
  readonly by: string;
} /** The weekly check-in of their unit's channel, made and started. */ & (
  | { readonly kind: "schedule"; readonly template: string }
  /** A round for everyone, now. */
  | { readonly kind: "start"; readonly template: string }
  | { readonly kind: "weekly"; readonly answer: WeeklyAnswer }
  /** In a form, or a tap on each. `picked`: by question. */
  | {
      readonly kind: "fill" | "tap";
      readonly picked: Readonly<Record<string, string>>;
    }
  /** What somebody said got in their way becomes an action. */
  | { readonly kind: "act"; readonly raisedBy: string; readonly words: string }
  | { readonly kind: "done" }
  | {
      readonly kind: "respond";
      readonly about: string;
      readonly said: string;
      readonly did: string;
    }
);

const zone = "America/New_York";
const minute = 60_000;
const day = 24 * 60 * minute;

/** Four Fridays, of which the last may not have closed yet. */
const weeklyFor = 27 * day;
/** Open for 14 days, then told on the next weekday at nine. */
const speakingUpAgo = 18 * day;

export function planCheckins(chance: Chance, until: Instant): CheckinAct[] {
  return [
    ...planWeekly(chance, until),
    ...planSpeakingUp(chance, until),
    ...planTrust(chance, until),
  ];
}

function planWeekly(chance: Chance, until: Instant): CheckinAct[] {
  const from = plus(until, -weeklyFor);
  const acts: CheckinAct[] = [
    { kind: "schedule", template: "weekly-checkin", at: from, by: opensAs },
  ];
  let friday = nextLocal(from, zone, { hour: 15, minute: 0, weekday: 5 });
  for (const [week, answers] of weeklyAnswers.entries()) {
    for (const answer of answers) {
      const at = plus(friday, answersAfter(chance, answer.by));
      acts.push({ kind: "weekly", at, by: answer.by, answer });
    }
    const monday = nextLocal(friday, zone, { hour: 9, minute: 20, weekday: 1 });
    for (const action of actions) {
      const { raisedBy, words } = action;
      if (action.week === week)
        acts.push({ kind: "act", at: monday, by: opensAs, raisedBy, words });
    }
    if (week === 2) acts.push({ kind: "done", at: monday, by: opensAs });
    friday = nextLocal(friday, zone, { hour: 15, minute: 0, weekday: 5 });
  }
  return acts;
}

/** Who works nights is asked at nine in the evening. */
function answersAfter(chance: Chance, account: string): number {
  const isNight = people.some((one) => one.account === account && one.pattern === "nights");
  return (isNight ? 7 * 60 + chance.below(240) : 5 + chance.below(200)) * minute;
}

/** Most answer on the second day, in their shift. */
const answering = 0.8;

function planSpeakingUp(chance: Chance, until: Instant): CheckinAct[] {
  const opens = onWorkday(plus(until, -speakingUpAgo));
  const heard = (likely: number) => String(Math.min(5, Math.max(1, likely + chance.below(3) - 1)));
  const answers = people.flatMap((person): CheckinAct[] => {
    if (chance.next() > answering) return [];
    const picked = {
      "dont-know": heard(3),
      question: heard(4),
      learn: heard(person.unit === "Emergency" ? 3 : 4),
      help: heard(4),
    };
    return [{ kind: "fill", at: inShift(chance, person, opens), by: person.account, picked }];
  });
  return [
    { kind: "start", template: "speaking-up", at: opens, by: opensAs },
    ...answers,
    { kind: "respond", at: plus(until, -55 * minute), by: opensAs, ...response },
  ];
}

/** Asked on the day before, so that everybody has been at work since; a few have answered. */
function planTrust(chance: Chance, until: Instant): CheckinAct[] {
  const opens = onWorkday(plus(until, -day));
  const answers = people
    .filter(({ account }) => account !== opensAs && account !== "marcus")
    .filter(() => chance.next() < 0.15)
    .map(({ account }): CheckinAct => {
      const picked = {
        confidential: String(3 + chance.below(3)),
        change: String(2 + chance.below(3)),
      };
      const at = plus(until, -(5 + chance.below(40)) * minute);
      return { kind: "tap", at, by: account, picked };
    });
  return [{ kind: "start", template: "trust", at: opens, by: opensAs }, ...answers];
}

/** That day, or the Friday before it. */
const onWorkday = (at: Instant): Instant =>
  weekday(at, zone) <= 5 ? at : onWorkday(plus(at, -day));

function inShift(chance: Chance, person: (typeof people)[number], after: Instant): Instant {
  const midnight = nextLocal(after, zone, { hour: 0, minute: 0 });
  const { begins, minutes } = shiftOn(person, midnight);
  return plus(begins, (120 + chance.below(minutes - 180)) * minute);
}
