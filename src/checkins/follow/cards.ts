/** What leads read of answers and actions, and what those who gave them hear. */
import { type Block, type Button, type Card, type Json, saying } from "../../chat/card.ts";
import { type Line, nameLine, quoted, sentence, strong, words } from "../../chat/line.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import type { Say } from "../../text/say.ts";
import type { Instant } from "../../time/instant.ts";
import { readLocal } from "../../time/zone.ts";
import type { Action } from "./action.ts";

/** A local date as its reader says it. */
export function dayLine(say: Say, day: string): string {
  const noon = readLocal(`${day}T12:00`, say.zone);
  return noon === undefined ? day : say.date(noon);
}

export interface AnsweredQuestion {
  readonly ask: Line;
  readonly answer: Line;
  /** Whether it may become an action. */
  readonly blocker: boolean;
}

export interface PersonAnswers {
  readonly person: PersonId;
  readonly name: string;
  readonly questions: readonly AnsweredQuestion[];
}

export interface AnswersShown {
  readonly round: RoundId;
  readonly template: Line;
  readonly opensAt: Instant;
  readonly asked: number;
  readonly answered: number;
  readonly people: readonly PersonAnswers[];
  readonly next: Button | null;
  readonly earlier: Button | null;
}

export const reactions = ["read", "thanks"] as const;
export type Reaction = (typeof reactions)[number];

/** Eight persons a page keep it within Slack's 50 blocks. */
export const peopleAPage = 8;

export function answersCard(say: Say, shown: AnswersShown): Card {
  const title = say.follow.answersTitle({
    template: shown.template,
    day: say.date(shown.opensAt),
  });
  const buttons = [shown.next, shown.earlier].filter((button) => button !== null);
  return {
    summary: title,
    blocks: [
      { kind: "title", line: title },
      { kind: "text", line: say.follow.answersCount(shown) },
      ...(shown.people.length === 0
        ? [{ kind: "text", line: say.follow.noAnswers() } as const]
        : shown.people.flatMap((one) => personBlocks(say, shown.round, one))),
      ...(buttons.length === 0 ? [] : [{ kind: "buttons", buttons } as const]),
    ],
  };
}

function personBlocks(
  say: Say,
  round: RoundId,
  { person, name, questions }: PersonAnswers,
): Block[] {
  const about = { round, person };
  const buttons: Button[] = [
    ...reactions.map((reaction) => ({
      action: "checkins.react",
      label: say.follow.reactions[reaction](),
      value: { ...about, reaction } satisfies Json,
    })),
    { action: "checkins.comment", label: say.follow.comment(), value: about },
    ...(questions.some(({ blocker }) => blocker)
      ? [{ action: "checkins.makeAction", label: say.follow.makeAction(), value: about }]
      : []),
  ];
  return [
    { kind: "text", line: strong(name) },
    ...questions.map(
      ({ ask, answer }): Block => ({
        kind: "quote",
        line: say.follow.questionAnswer({ question: ask, answer }),
      }),
    ),
    { kind: "buttons", buttons },
  ];
}

export interface NoteShown {
  readonly id: PersonId;
  readonly name: string;
  readonly words: Cleared | null;
  readonly reaction: Reaction | null;
}

/** For the one who answered: what their leads said to it, all in one message. */
export function notesCard(
  say: Say,
  template: Line,
  day: string,
  notes: readonly NoteShown[],
): Card {
  const title = say.follow.noteTitle({ template, day });
  return {
    summary: title,
    blocks: [
      { kind: "text", line: title },
      ...notes.flatMap((note): Block[] => {
        const name = nameLine(note);
        if (note.words !== null) {
          return [
            { kind: "text", line: say.follow.noteWords({ name }) },
            { kind: "quote", line: quoted(note.words) },
          ];
        }
        const emoji = note.reaction === null ? [] : say.follow.reactions[note.reaction]();
        return [{ kind: "text", line: say.follow.noteEmoji({ name, emoji }) }];
      }),
    ],
  };
}

/** Its words, or that they are gone with whoever wrote them. */
export const keptLine = (say: Say, text: Cleared): Line =>
  text === "" ? say.rights.wordsRemoved() : sentence(text);

const titleLine = (say: Say, { title }: Action): Line =>
  title === "" ? say.rights.wordsRemoved() : quoted(title);

export function actionLine(say: Say, action: Action, today: string): Line {
  const told = {
    title: titleLine(say, action),
    owner: nameLine(action.owner),
    day: dayLine(say, action.dueOn),
  };
  return action.dueOn < today ? say.follow.overdue(told) : say.follow.actionLine(told);
}

export function actionBlocks(say: Say, action: Action, today: string): Block[] {
  return [
    { kind: "text", line: actionLine(say, action, today) },
    {
      kind: "buttons",
      buttons: [
        { action: "checkins.done", label: say.follow.done(), value: action.id },
        { action: "checkins.drop", label: say.follow.drop(), value: action.id },
      ],
    },
  ];
}

/** For whoever is to see to it. */
export const assignedCard = (say: Say, action: Action, by: Line, today: string): Card =>
  saying(
    say.follow.assigned({ name: by, day: dayLine(say, action.dueOn) }),
    ...actionBlocks(say, action, today),
  );

/** For the lead of somebody who asks for something. */
export const askedCard = (say: Say, action: Action, by: Line): Card =>
  saying(
    say.follow.asked({ name: by }),
    { kind: "quote", line: titleLine(say, action) },
    {
      kind: "buttons",
      buttons: [
        { action: "checkins.takeUp", label: say.follow.makeAction(), value: action.id },
        { action: "checkins.drop", label: say.follow.drop(), value: action.id },
      ],
    },
  );

/** For whoever raised it. */
export const endedCard = (say: Say, action: Action, by: Line): Card =>
  action.state === "done"
    ? saying(say.follow.toldDone({ name: by }), { kind: "quote", line: titleLine(say, action) })
    : saying(say.follow.toldDropped({ name: by }));

export interface OutcomeShown {
  readonly template: Line;
  readonly said: Cleared;
  readonly did: Cleared;
  readonly owner: { readonly id: PersonId; readonly name: string };
  readonly dueOn: string;
}

export const outcomeBlocks = (say: Say, outcome: OutcomeShown): Block[] => [
  { kind: "text", line: say.follow.outcomeSaid({ said: keptLine(say, outcome.said) }) },
  {
    kind: "text",
    line: say.follow.outcomeDid({
      did: keptLine(say, outcome.did),
      owner: nameLine(outcome.owner),
      day: dayLine(say, outcome.dueOn),
    }),
  },
];

export const outcomeCard = (say: Say, outcome: OutcomeShown): Card => ({
  summary: say.follow.outcomeSummary({ template: outcome.template }),
  blocks: [
    { kind: "title", line: say.follow.outcomeSummary({ template: outcome.template }) },
    ...outcomeBlocks(say, outcome),
  ],
});

export const unitsLine = (say: Say, names: readonly string[]): Line =>
  say.list(names.map((name) => words(name)));
