/** Which of a template's questions a person is asked, which of them stand in the message, and what an answer to one may be. */
import { assertNever } from "../../assert.ts";
import type { PersonId } from "../../ids.ts";
import type { AnswerValue } from "../answer.ts";
import { leastForComments } from "../confidential/groups.ts";
import { isSealed, type Question, type Template } from "../template.ts";

/** The most questions that stand in the message itself, and the most buttons of a choice there. */
const mostTaps = 2;
const mostButtons = 5;

/** What stands for "can't say" in a form and on a button. */
export const cantSay = "none";

/**
 * `grouped`: how many are counted in the person's group; null where there is none, and then nothing confidential is asked.
 * What follows from a question that isn't asked isn't asked either.
 */
export function questionsFor(template: Template, grouped: number | null): Question[] {
  const asked: Question[] = [];
  for (const question of template.questions) {
    const { follows } = question;
    if (isSealed(template, question)) {
      if (grouped === null) continue;
      if (question.kind === "text" && grouped < leastForComments) continue;
      if (question.kind === "people") continue;
    }
    if (follows !== null && !asked.some(({ id }) => id === follows.question)) continue;
    asked.push(question);
  }
  return asked;
}

/** Those that are answered by a tap in the message: one or two; where there are more, all are in a form. */
export function tapsOf(template: Template, questions: readonly Question[]): readonly Question[] {
  if (template.perUnit) return [];
  const taps = questions.filter((question) => question.follows === null && isTap(question));
  return taps.length > mostTaps ? [] : taps;
}

function isTap(question: Question): boolean {
  switch (question.kind) {
    case "scale":
    case "mood":
    case "yesNo":
      return true;
    case "choice":
      return !question.many && question.options.length <= mostButtons;
    case "text":
    case "people":
      return false;
    default:
      return assertNever(question);
  }
}

/** The values a question offers, as they travel. None for words and people. */
export function valuesOf(question: Question): readonly string[] {
  switch (question.kind) {
    case "scale": {
      const size = question.to - question.from + 1;
      const steps = Array.from({ length: size }, (_, index) => String(question.from + index));
      return question.cantSay ? [...steps, cantSay] : steps;
    }
    case "mood":
      return ["5", "4", "3", "2", "1"];
    case "yesNo":
      return ["yes", "partly", "no"];
    case "choice":
      return question.options.map(({ value }) => value);
    case "text":
    case "people":
      return [];
    default:
      return assertNever(question);
  }
}

/** What was picked, as an answer; null for what the question doesn't offer. Words are judged elsewhere. */
export function answerOf(question: Question, picked: readonly string[]): AnswerValue | null {
  const [first] = picked;
  if (first === undefined || question.kind === "text") return null;
  if (question.kind === "people") {
    const persons = [...new Set(picked)].slice(0, question.most) as PersonId[];
    return { kind: "people", persons };
  }
  const offered = valuesOf(question);
  if (!picked.every((value) => offered.includes(value))) return null;
  switch (question.kind) {
    case "scale":
      return { kind: "scale", value: first === cantSay ? null : Number(first) };
    case "mood":
      return { kind: "mood", value: Number(first) };
    case "yesNo":
      return { kind: "yesNo", value: first as "yes" | "partly" | "no" };
    case "choice":
      return { kind: "choice", values: question.many ? [...new Set(picked)] : [first] };
    default:
      return assertNever(question);
  }
}

/** An answer as it was picked: the other way round. */
export function pickedOf(value: AnswerValue): readonly string[] {
  switch (value.kind) {
    case "scale":
      return [value.value === null ? cantSay : String(value.value)];
    case "mood":
      return [String(value.value)];
    case "yesNo":
      return [value.value];
    case "choice":
      return value.values;
    case "people":
      return value.persons;
    case "text":
      return [];
    default:
      return assertNever(value);
  }
}

/** Whether what a question follows from was answered so. */
export function isDue(
  question: Question,
  picked: Readonly<Record<string, readonly string[]>>,
): boolean {
  const { follows } = question;
  if (follows === null) return true;
  return (picked[follows.question] ?? []).some((value) => follows.answers.includes(value));
}
