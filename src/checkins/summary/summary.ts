/**
 * What a round came to. It is made once, from what may be shown of its answers: the card, the pictures and the file are all
 * drawn from it, so none of them can tell more.
 */
import type { UnitId } from "../../ids.ts";
import { isSealed, type Question, type Template } from "../template.ts";
import { type Change, changeOf } from "./change.ts";
import type { AnswerGiven, Group, Units } from "./facts.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { type MapCell, mapOf } from "./map.ts";

export interface Summary {
  /** Whoever was asked: people off shift, away or gone were not. */
  readonly asked: number;
  readonly answered: Answered;
  /** The units that were asked. */
  readonly units: readonly UnitId[];
  readonly questions: readonly QuestionSummary[];
  /** Of confidential questions, where there is more than one group. */
  readonly groups: readonly GroupSummary[];
  /** Where a confidential template asks about partner units. */
  readonly map: readonly MapCell[];
}

export type Answered =
  /** `quiet` of them said only that there was nothing to report. */
  | { readonly kind: "count"; readonly count: number; readonly quiet: number }
  /** Of a confidential round: "20–29". */
  | { readonly kind: "band"; readonly band: string };

export interface QuestionSummary {
  readonly question: string;
  /** Counted in bands. */
  readonly sealed: boolean;
  readonly figures: Figures;
  /** Null: nothing to compare with. */
  readonly change: Change | null;
}

export interface GroupSummary {
  readonly units: Units;
  readonly answered: string;
  /** In the order of the summary's questions; null where a question is not confidential. */
  readonly figures: readonly (Figures | null)[];
}

export interface Facts {
  readonly asked: number;
  readonly answered: Answered;
  readonly units: readonly UnitId[];
  /** Those that were published; what is hidden of them is not among the answers either. */
  readonly groups: readonly Group[];
  readonly answers: readonly AnswerGiven[];
  /** The last round of the same schedule. */
  readonly before: Summary | null;
}

export function summariseRound(template: Template, facts: Facts): Summary {
  const { asked, answered, units, groups, answers, before } = facts;
  // Of named answers about partner units one person gives several: a count of them is no count of people.
  const questions = template.perUnit ? [] : template.questions.filter(isCounted);
  return {
    asked,
    answered,
    units,
    questions: questions.map((question) => {
      const figures = figuresTo(template, question, answers);
      const last = before?.questions.find((one) => one.question === question.id);
      const change = changeOf(figures, last?.figures ?? null);
      return { question: question.id, sealed: isSealed(template, question), figures, change };
    }),
    groups:
      questions.length === 0 || groups.length < 2
        ? []
        : groups.map((group) => {
            const own = answers.filter((one) => one.group === group.key);
            return {
              units: group.units,
              answered: group.answered,
              figures: questions.map((question) =>
                isSealed(template, question) ? figuresTo(template, question, own) : null,
              ),
            };
          }),
    map: template.perUnit ? mapOf(template, groups, answers) : [],
  };
}

/** What can be counted: words and names can't. */
const isCounted = ({ kind }: Question): boolean => kind !== "text" && kind !== "people";

function figuresTo(
  template: Template,
  question: Question,
  answers: readonly AnswerGiven[],
): Figures {
  const favourable = question.kind === "scale" ? question.favourable : null;
  return figuresOf(
    template,
    { id: question.id, favourable },
    answers.filter((one) => one.question === question.id),
  );
}

/** What is told at the close, and to whom: where there is nothing to show, only the leads hear of it. */
export type Telling = "summary" | "quiet" | "few" | "nobody";

export function tellingOf({ answered, questions, map }: Summary): Telling {
  const shows = [...questions, ...map].some(({ figures }) => figures.kind !== "hidden");
  if (shows) return "summary";
  if (answered.kind === "band") return "few";
  if (answered.count === 0) return "nobody";
  return answered.quiet === answered.count ? "quiet" : "summary";
}
