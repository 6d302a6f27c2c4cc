/** The Monday note as its lead reads it. */
import type { Block, Card } from "../../chat/card.ts";
import { type Line, nameLine, quoted, strong } from "../../chat/line.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import type { Say } from "../../text/say.ts";
import type { Action } from "./action.ts";
import { actionBlocks, unitsLine } from "./cards.ts";

interface Named {
  readonly id: PersonId;
  readonly name: string;
}

export interface MondayShown {
  /** A local date. */
  readonly today: string;
  readonly units: readonly string[];
  readonly rounds: readonly {
    readonly name: Line;
    readonly asked: number;
    readonly answered: number;
    readonly quiet: number;
  }[];
  readonly blockers: readonly {
    readonly round: RoundId;
    readonly person: PersonId;
    readonly name: string;
    readonly words: Cleared;
  }[];
  readonly overdue: readonly Action[];
  readonly shared: readonly {
    readonly giver: Named;
    readonly receiver: Named;
    readonly reason: Cleared;
  }[];
  readonly thanked: { readonly week: number; readonly month: number; readonly longer: number };
  readonly due: readonly { readonly round: RoundId; readonly name: Line }[];
}

/** Null where there is nothing to say: how long ago people were thanked is no reason to write. */
export function mondayCard(say: Say, shown: MondayShown): Card | null {
  const { rounds, blockers, overdue, shared, due } = shown;
  if ([rounds, blockers, overdue, shared, due].every((list) => list.length === 0)) return null;
  const text = say.follow;
  const title = text.monday({ units: unitsLine(say, shown.units) });
  return {
    summary: title,
    blocks: [
      { kind: "title", line: title },
      ...roundBlocks(say, shown),
      ...headed(
        text.mondayWay(),
        blockers.flatMap((one): Block[] => [
          {
            kind: "quote",
            line: text.questionAnswer({
              question: strong(`${one.name}:`),
              answer: quoted(one.words),
            }),
          },
          {
            kind: "buttons",
            buttons: [
              {
                action: "checkins.makeAction",
                label: text.makeAction(),
                value: { round: one.round, person: one.person },
              },
            ],
          },
        ]),
      ),
      ...headed(
        text.mondayOverdue(),
        overdue.flatMap((action) => actionBlocks(say, action, shown.today)),
      ),
      ...headed(
        text.mondayShared(),
        shared.map(
          ({ giver, receiver, reason }): Block => ({
            kind: "text",
            line: text.mondaySharedLine({
              giver: nameLine(giver),
              receiver: nameLine(receiver),
              reason: quoted(reason),
            }),
          }),
        ),
      ),
      { kind: "text", line: text.mondayThanked(shown.thanked) },
      ...headed(
        text.mondayDue(),
        due.flatMap(({ round, name }): Block[] => [
          { kind: "text", line: text.mondayRespond({ template: name }) },
          {
            kind: "buttons",
            buttons: [{ action: "checkins.respond", label: text.answer(), value: round }],
          },
        ]),
      ),
      ...(rounds.length === 0
        ? []
        : [
            {
              kind: "buttons",
              buttons: [{ action: "checkins.showAnswers", label: text.allAnswers() }],
            } as const,
          ]),
    ],
  };
}

function roundBlocks(say: Say, { rounds, blockers }: MondayShown): Block[] {
  return rounds.map(({ name, asked, answered, quiet }) => ({
    kind: "text",
    line:
      answered > 0 && answered === quiet && blockers.length === 0
        ? say.follow.mondayQuiet({ asked, answered })
        : say.follow.mondayAnswers({ template: name, asked, answered }),
  }));
}

const headed = (title: Line, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: "title", line: title }, ...blocks];
