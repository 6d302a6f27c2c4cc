/**
 * Twelve weeks at St. Anne's, as a plan: who does what when. Pure: the same seed and the same end are the same plan.
 * People thank while they are on shift, mostly those they work with; nobody gives more than the allowance holds.
 */
import { type Instant, minuteOfDay, nextLocal, plus, weekday } from "#engine";

import { type Chance, createChance } from "./chance.ts";
import { channels } from "./channels.ts";
import { type CheckinAct, planCheckins } from "./checkins.ts";
import { type DemoPerson, people } from "./people.ts";
import { closeness, named, shiftOn, workingAt } from "./roster.ts";
import { chatter, courierWords, thanksWords } from "./words.ts";

type Deed = { readonly at: Instant; readonly by: string } & (
  | {
      readonly kind: "thanks";
      readonly to: readonly string[];
      readonly words: string;
      /** In the form, "only to them". */
      readonly private?: boolean;
    }
  /** Somebody "not on the list". */
  | { readonly kind: "courier"; readonly words: string }
  | { readonly kind: "undo" }
  /** "Me too", or the emoji, on the kudos post that is so many before the last. */
  | { readonly kind: "second"; readonly how: "button" | "emoji"; readonly before: number }
  /** A message of their own, and who reacts to it with the emoji kept for thanks. */
  | {
      readonly kind: "message";
      readonly channel: string;
      readonly text: string;
      readonly thankedBy: string | null;
    }
);

export type Act = Deed | CheckinAct;

export const days = 84;
const zone = "America/New_York";
const minute = 60_000;
const day = 24 * 60 * minute;

/** In order of time. About 190 thanks and 50 “Me too”, more at the end than at the beginning: each costs the first start 5 ms. */
export function planHistory(seed: number, from: Instant, until: Instant): Act[] {
  const chance = createChance(seed);
  const planner = createPlanner(chance);
  let midnight = nextMidnight(from);
  for (let count = 0; midnight < until; count += 1) {
    planner.day(midnight, count / days);
    midnight = nextMidnight(midnight);
  }
  planner.lately(until);
  return [...planner.acts, ...planCheckins(chance, until)]
    .filter(({ at }) => at > from && at < until)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

const nextMidnight = (at: Instant): Instant => nextLocal(at, zone, { hour: 0, minute: 0 });

/** The allowance, as it stands until an admin changes it. */
const mostInADay = 5;
/** "Me too" costs one for each person named: so many at most. */
const mostNamed = 3;

function createPlanner(chance: Chance) {
  const acts: Deed[] = [];
  const given = new Map<string, Instant[]>();
  const said = new Set<string>();
  const generous = new Map(people.map((one) => [one, 0.4 + chance.next()]));
  const liked = new Map(people.map((one) => [one, 0.5 + chance.next()]));

  /** Somewhere in their shift of that day. */
  function onShift(person: DemoPerson, midnight: Instant): Instant {
    const { begins, minutes } = shiftOn(person, midnight);
    return plus(begins, (1 + chance.below(minutes - 2)) * minute);
  }

  function mayGive(by: string, at: Instant, cost: number): boolean {
    const near = (given.get(by) ?? []).filter(
      (when) => when > plus(at, -day) && when < plus(at, day),
    );
    return near.length + cost <= mostInADay;
  }

  function spend(by: string, at: Instant, cost: number): void {
    given.set(by, [...(given.get(by) ?? []), ...Array.from({ length: cost }, () => at)]);
  }

  function freshWords(by: DemoPerson, to: DemoPerson): string {
    for (;;) {
      const words = thanksWords(chance, by, to);
      if (said.has(words)) continue;
      said.add(words);
      return words;
    }
  }

  function thank(by: DemoPerson, at: Instant, only?: DemoPerson): void {
    const others = people.filter((one) => one !== by);
    const first =
      only ?? chance.weighed(others, (one) => closeness(by, one) * (liked.get(one) ?? 1));
    const team = others.filter((one) => one.unit === first.unit && one !== first);
    const also = only === undefined ? Math.max(0, chance.below(6 + mostNamed) - 6) : 0;
    const to = [first, ...Array.from({ length: also }, () => chance.pick(team))];
    const receivers = [...new Set(to.map(({ account }) => account))];
    if (!mayGive(by.account, at, receivers.length)) return;
    spend(by.account, at, receivers.length);
    acts.push({
      kind: "thanks",
      at,
      by: by.account,
      to: receivers,
      words: freshWords(by, first),
      ...(only === undefined && chance.next() < 0.02 ? { private: true } : {}),
    });
    if (only === undefined) aftermath(by, at);
  }

  /** Now and then somebody joins in; rarely somebody thinks better of it. */
  function aftermath(by: DemoPerson, at: Instant): void {
    if (chance.next() < 0.015) {
      acts.push({ kind: "undo", at: plus(at, (1 + chance.below(9)) * minute), by: by.account });
      return;
    }
    if (chance.next() < 0.8) return;
    const later = plus(at, (3 + chance.below(90)) * minute);
    const how = chance.next() < 0.3 ? "emoji" : "button";
    const before = chance.below(2);
    const working = workingAt(later);
    for (let left = 1 + chance.below(2); left > 0; left -= 1) {
      const free = people.filter((one) => one !== by && mayGive(one.account, later, mostNamed));
      const reader = chance.weighed(free, (one) => (working(one) ? 1 : 0.01));
      spend(reader.account, later, mostNamed);
      acts.push({ kind: "second", at: later, by: reader.account, how, before });
    }
  }

  function write(at: Instant): void {
    const channel = chance.pick(channels.filter(({ id }) => id in chatter));
    const there = people.filter(
      ({ unit }) => unit.toLowerCase().replaceAll(" ", "-") === channel.id,
    );
    const working = workingAt(at);
    const by = chance.weighed(there, (one) => (working(one) ? 1 : 0.01));
    const reader = chance.pick(people.filter((one) => one !== by));
    const thanked = chance.next() < 0.3 && mayGive(reader.account, at, 1);
    if (thanked) spend(reader.account, at, 1);
    acts.push({
      kind: "message",
      at,
      by: by.account,
      channel: channel.id,
      text: chance.pick(chatter[channel.id] ?? []),
      thankedBy: thanked ? reader.account : null,
    });
  }

  return {
    acts,

    /** `growth`: 0 in the first week up to 1 in the last. */
    day(midnight: Instant, growth: number): void {
      const weekend = weekday(midnight, zone) >= 6;
      const quiet = chance.next() < 0.12;
      const usual = weekend ? 1 + Math.round(growth) : 2 + Math.round(2 * growth);
      const thanks = quiet ? chance.below(2) : usual + chance.below(3) - 1;
      for (let left = thanks; left > 0; left -= 1) {
        const by = chance.weighed(people, (one) => generous.get(one) ?? 1);
        thank(by, onShift(by, midnight));
      }
      if (!weekend) write(plus(midnight, (9 * 60 + chance.below(8 * 60)) * minute));
      if (weekday(midnight, zone) === 3 && chance.next() < 0.25) {
        const by = chance.pick(people.filter(({ unit }) => unit === "Core Lab"));
        acts.push({
          kind: "courier",
          at: onShift(by, midnight),
          by: by.account,
          words: chance.pick(courierWords),
        });
      }
    },

    /** Something of today; and two thanks that came while Marcus was asleep. */
    lately(until: Instant): void {
      for (const ago of [170, 95, 50, 20]) {
        const at = plus(until, -ago * minute);
        const working = workingAt(at);
        const here = people.filter((one) => working(one) && mayGive(one.account, at, mostNamed));
        if (here.length > 0) thank(chance.pick(here), at);
      }
      write(plus(until, -70 * minute));
      const asleep = lastWhen(plus(until, -10 * minute), (at) => {
        const hour = minuteOfDay(at, zone) / 60;
        return hour > 9 && hour < 17.5;
      });
      const marcus = named("marcus");
      thank(named("dana"), asleep, marcus);
      thank(named("ben"), plus(asleep, -45 * minute), marcus);
    },
  };
}

/** The last moment at or before `at` of which it holds, to a quarter of an hour. */
function lastWhen(at: Instant, holds: (at: Instant) => boolean): Instant {
  let moment = at;
  while (!holds(moment)) moment = plus(moment, -15 * minute);
  return moment;
}
