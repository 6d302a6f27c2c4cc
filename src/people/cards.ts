/** What people read about themselves: who they are here, when they work, what is held, what is private. */
import type { Block, Button, Card } from "../chat/card.ts";
import { type Line, words } from "../chat/line.ts";
import type { PersonId } from "../ids.ts";
import type { Say } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import { disciplineName } from "./discipline.ts";
import { type Pattern, type Person, patterns, quietHours } from "./person.ts";

/** A person with the names of what they belong to. */
export interface About {
  readonly person: Person;
  readonly unit: string | null;
  readonly discipline: string | null;
}

export const isComplete = (person: Person): boolean =>
  person.unit !== null && person.discipline !== null && person.pattern !== null;

/** At home, while something is unknown. */
export function fillInBlocks(say: Say): Block[] {
  return [
    { kind: "note", line: say.people.aboutHome() },
    { kind: "buttons", buttons: [{ action: "people.about", label: say.people.fillIn() }] },
  ];
}

/** A person's own settings as they are now, each with the button that changes it. */
export function preferenceBlocks(say: Say, about: About, now: Instant): Block[] {
  const { person } = about;
  const paused = pausedUntil(person, now);
  const lines = [
    aboutLine(say, about),
    person.prefersPrivate ? say.people.thanksPrivate() : say.people.thanksShared(),
    ...(paused === null ? [] : [say.people.paused({ day: say.date(paused) })]),
  ];
  const buttons: Button[] = [
    { action: "people.about", label: say.people.about() },
    { action: "people.hours", label: say.people.whenIWork() },
    {
      action: "people.settings.private",
      label: person.prefersPrivate ? say.people.shareAgain() : say.people.keepPrivate(),
      value: !person.prefersPrivate,
    },
    paused === null
      ? { action: "people.pause", label: say.people.pause() }
      : { action: "people.resume", label: say.people.resume() },
  ];
  return [...lines.map((line): Block => ({ kind: "text", line })), { kind: "buttons", buttons }];
}

/** Null too where the pause is over. */
export const pausedUntil = (person: Person, now: Instant): Instant | null =>
  person.pausedUntil !== null && person.pausedUntil > now ? person.pausedUntil : null;

function aboutLine(say: Say, { person, unit, discipline }: About): Line {
  const notSet = say.people.notSet();
  return say.people.aboutNow({
    unit: unit === null ? notSet : words(unit),
    profession: discipline === null ? notSet : disciplineName(say, discipline),
    pattern: person.pattern === null ? notSet : say.people.patterns[person.pattern](),
  });
}

export function aboutKeptCard(say: Say, about: About): Card {
  return {
    summary: say.people.aboutKept(),
    blocks: [
      { kind: "text", line: say.people.aboutKept() },
      { kind: "text", line: aboutLine(say, about) },
      { kind: "buttons", buttons: [change(say, "people.about"), allSettings(say)] },
    ],
  };
}

/** The question alone, asked again from a person's settings. */
export function hoursCard(say: Say): Card {
  const line = say.people.whenWork();
  const buttons = patterns.map((pattern) => ({
    action: "people.settings.pattern",
    label: say.people.patterns[pattern](),
    value: pattern,
  }));
  return {
    summary: line,
    blocks: [
      { kind: "text", line },
      { kind: "buttons", buttons },
    ],
  };
}

export function patternKeptCard(say: Say, pattern: Pattern): Card {
  const [from, to] = quietHours[pattern];
  const line = say.people.patternKept({
    pattern: say.people.patterns[pattern](),
    from: onTheClock(from),
    to: onTheClock(to),
  });
  return keptCard(say, line, change(say, "people.hours"));
}

export function privateKeptCard(say: Say, isPrivate: boolean): Card {
  return keptCard(say, isPrivate ? say.people.keptPrivate() : say.people.sharedAgain(), {
    action: "people.settings.private",
    label: isPrivate ? say.people.shareAgain() : say.people.keepPrivate(),
    value: !isPrivate,
  });
}

/** Null: they are back. */
export function pauseKeptCard(say: Say, until: Instant | null): Card {
  return until === null
    ? keptCard(say, say.people.resumed(), { action: "people.pause", label: say.people.pause() })
    : keptCard(say, say.people.paused({ day: say.date(until) }), {
        action: "people.resume",
        label: say.people.resume(),
      });
}

/** So many are named; a workspace may have dozens of owners. */
const mostNamed = 5;

export function adminsOnlyCard(
  say: Say,
  admins: readonly { readonly id: PersonId; readonly name: string }[],
): Card {
  const named = admins
    .slice(0, mostNamed)
    .map(({ id, name }): Line => [{ kind: "person", person: id, name }]);
  const others = admins.length - named.length;
  if (others > 0) named.push(say.people.others({ count: others }));
  const line =
    named.length === 0
      ? say.people.nobodyAdmin()
      : say.people.adminsOnly({ admins: say.list(named) });
  return { summary: line, blocks: [{ kind: "text", line }] };
}

function keptCard(say: Say, line: Line, another: Button): Card {
  return {
    summary: line,
    blocks: [
      { kind: "text", line },
      { kind: "buttons", buttons: [another, allSettings(say)] },
    ],
  };
}

const change = (say: Say, action: string): Button => ({ action, label: say.people.change() });

const allSettings = (say: Say): Button => ({
  action: "setup.settings",
  label: say.people.allSettings(),
});

const onTheClock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
