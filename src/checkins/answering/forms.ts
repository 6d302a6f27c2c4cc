/** The form of a check-in. Nothing in it must be answered; what was answered by name stands in it, what was confidential never. */
import { z } from "zod";

import { assertNever } from "../../assert.ts";
import type { Choice, Field, Form } from "../../chat/form.ts";
import { type Line, words } from "../../chat/line.ts";
import type { PersonId, RoundId, UnitId } from "../../ids.ts";
import { typed } from "../../privacy/typed.ts";
import type { Say } from "../../text/say.ts";
import type { AnswerValue } from "../answer.ts";
import { isSealed, type Question, type Template } from "../template.ts";
import { labelOf } from "./labels.ts";
import { pickedOf, valuesOf } from "./questions.ts";

/** So many units one person is asked about. */
export const mostUnits = 3;

/** One for each unit: Slack would show in the second form of a name what was chosen in the first. */
export const answerForms = ["checkins.answer", "checkins.answer.2", "checkins.answer.3"] as const;

export const promptRead = z.object({
  r: z.string().transform((id) => id as RoundId),
  p: z.string().transform((id) => id as PersonId),
});
export type PromptRef = z.infer<typeof promptRead>;

export const formRead = promptRead.extend({
  /** Which of the units it is about. */
  at: z.number().int().min(0),
  units: z.array(z.string().transform((id) => id as UnitId)).max(mostUnits),
  /** The questions in it. */
  shown: z.array(z.string()),
  /** It holds only what followed from a form that is in already. */
  more: z.boolean(),
});
export type FormState = z.infer<typeof formRead>;

export interface AnswerForm {
  readonly state: FormState;
  readonly template: Template;
  readonly questions: readonly Question[];
  readonly unit: string | null;
  /** Answered before: what is confidential of it isn't shown. */
  readonly again: boolean;
  /** By question, what was answered by name. */
  readonly kept: ReadonlyMap<string, AnswerValue>;
  /** The names of those picked before. */
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  /** Null where nothing is to be written. */
  readonly footnote: Line | null;
}

export function answerForm(say: Say, shown: AnswerForm): Form {
  const { state, template, questions, unit, again, footnote } = shown;
  const text = say.checkins;
  const isConfidential = template.sees === "groups";
  const of = state.units.length;
  const notes: Line[] = [
    ...(state.more ? [text.oneMore({ count: questions.length })] : []),
    ...(unit === null ? [] : [text.aboutUnit({ unit, number: state.at + 1, of })]),
    ...(template.about === null || state.more || state.at > 0 ? [] : [template.about(say)]),
    ...(isConfidential && again && !state.more && state.at === 0 ? [text.replaces()] : []),
  ];
  return {
    form: answerForms[state.at] ?? answerForms[0],
    title: text.formTitle(),
    submit: state.at + 1 < of ? text.next() : text.send(),
    state,
    fields: [
      ...notes.map(note),
      ...questions.map((question) => fieldOf(say, shown, question)),
      ...(isConfidential ? [note(text.nobodyReads())] : []),
      ...(footnote === null ? [] : [note(footnote)]),
    ],
  };
}

function fieldOf(say: Say, shown: AnswerForm, question: Question): Field {
  const { unit, kept } = shown;
  const value = kept.get(question.id);
  const picked = value === undefined ? [] : pickedOf(value);
  const [first] = picked;
  const hint = hintOf(say, shown, question);
  const about = {
    name: question.id,
    label: question.ask(say, unit === null ? undefined : words(unit)),
    ...(hint.length === 0 ? {} : { hint }),
    optional: true,
  } as const;
  switch (question.kind) {
    case "scale":
    case "mood":
    case "yesNo":
      return {
        ...about,
        kind: "choice",
        choices: choicesOf(say, question),
        ...(first === undefined ? {} : { initial: first }),
      };
    case "choice":
      return question.many
        ? { ...about, kind: "choices", choices: choicesOf(say, question), initial: picked }
        : {
            ...about,
            kind: "choice",
            choices: choicesOf(say, question),
            ...(first === undefined ? {} : { initial: first }),
          };
    case "text":
      return {
        ...about,
        kind: "text",
        long: question.long,
        most: question.most,
        ...(value?.kind === "text" ? { initial: typed(value.words) } : {}),
      };
    case "people": {
      const initial = shown.people
        .filter(({ id }) => picked.includes(id))
        .map(({ id, name }): Choice => ({ value: id, label: words(name) }));
      return { ...about, kind: "people", most: question.most, initial };
    }
    default:
      return assertNever(question);
  }
}

function hintOf(say: Say, { template, again }: AnswerForm, question: Question): Line {
  const own = question.hint?.(say) ?? [];
  if (template.sees === "groups" || !isSealed(template, question)) return own;
  const sealed = again ? say.checkins.keptUnseen() : say.checkins.confidential();
  return own.length === 0 ? sealed : [...own, ...words(" "), ...sealed];
}

const choicesOf = (say: Say, question: Question): Choice[] =>
  valuesOf(question).map((value) => ({ value, label: labelOf(say, question, value) }));

export function unitsForm(
  say: Say,
  state: PromptRef,
  units: readonly { readonly id: UnitId; readonly name: string; readonly bridged: boolean }[],
): Form {
  const text = say.checkins;
  const near = units.filter(({ bridged }) => bridged).slice(0, mostUnits);
  return {
    form: "checkins.units",
    title: text.formTitle(),
    submit: text.next(),
    state,
    fields: [
      {
        kind: "choices",
        name: "units",
        label: text.whichUnits(),
        hint: text.whichUnitsHint(),
        choices: units.map(({ id, name }) => ({ value: id, label: words(name) })),
        initial: near.map(({ id }) => id),
      },
    ],
  };
}

const note = (line: Line): Field => ({ kind: "note", line });
