/** What one respondent's answers say once they are parted from the respondent: values and comments, each on its own. */
import { assertNever } from "../../assert.ts";
import type { UnitId } from "../../ids.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import type { Answer, AnswerValue } from "../answer.ts";
import { isSealed, type Question, type Template } from "../template.ts";

/** In a template asked for each partner unit: the mean of a respondent's answers to its scale questions, kept instead of them. */
export const meanOfAll = "*mean";

/** A value as it is counted: nothing left out, no words, no people. */
export type Value =
  | { readonly kind: "scale"; readonly value: number }
  | Extract<AnswerValue, { kind: "choice" | "yesNo" | "mood" }>;

export type Saying = { readonly question: string; readonly partner: UnitId | null } & (
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "comment"; readonly words: Cleared }
);

/** Each question once for each partner, the last answer to it; what is left open says nothing. */
export function sayingsOf(template: Template, answers: readonly Answer[]): readonly Saying[] {
  const asked = new Map(
    template.questions
      .filter((question) => isSealed(template, question))
      .map((question) => [question.id, question]),
  );
  const last = new Map(
    answers
      .filter(({ question }) => asked.has(question))
      .map((answer) => [`${answer.question} ${answer.partner ?? ""}`, answer]),
  );
  const kept = [...last.values()];
  if (!template.perUnit) return kept.flatMap(sayingOf);
  const isScale = ({ question }: Answer) => asked.get(question)?.kind === "scale";
  return [
    ...kept.filter((answer) => !isScale(answer)).flatMap(sayingOf),
    ...meansOf(kept.filter(isScale), scalesOf(template).length),
  ];
}

/** The questions of which `meanOfAll` is the mean. */
export const scalesOf = (template: Template): readonly Extract<Question, { kind: "scale" }>[] =>
  template.questions.filter((question) => question.kind === "scale");

function sayingOf({ question, partner, value }: Answer): Saying[] {
  const at = { question, partner };
  switch (value.kind) {
    case "scale":
      return value.value === null
        ? []
        : [{ ...at, kind: "value", value: { kind: "scale", value: value.value } }];
    case "choice":
      return value.values.length === 0
        ? []
        : [{ ...at, kind: "value", value: { ...value, values: value.values.toSorted() } }];
    case "yesNo":
    case "mood":
      return [{ ...at, kind: "value", value }];
    case "text":
      return value.words === "" ? [] : [{ ...at, kind: "comment", words: value.words }];
    case "people":
      return []; // confidential templates ask for none
    default:
      return assertNever(value);
  }
}

/** For each partner of whom at least two thirds of the questions were answered: 4 of 6. To two digits. */
function meansOf(answers: readonly Answer[], questions: number): Saying[] {
  const enough = Math.ceil((questions * 2) / 3);
  return [...Map.groupBy(answers, ({ partner }) => partner)].flatMap(([partner, about]) => {
    const values = about.flatMap(({ value }) =>
      value.kind === "scale" && value.value !== null ? [value.value] : [],
    );
    if (values.length < enough) return [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const value: Value = { kind: "scale", value: Math.round(mean * 100) / 100 };
    return [{ question: meanOfAll, partner, kind: "value", value }];
  });
}
