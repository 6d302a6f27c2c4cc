/** Answers in a form: all the questions at once, or those about one partner unit after another. */
import { assertNever } from "../../assert.ts";
import type { Filled } from "../../chat/form.ts";
import type { Line } from "../../chat/line.ts";
import type { Outcome, Reply } from "../../chat/reply.ts";
import { type ActionRow, action, type Context, type FormRow, form } from "../../feature.ts";
import type { PersonId } from "../../ids.ts";
import type { Judged } from "../../people/clear.ts";
import { formNote } from "../../people/footnote.ts";
import { listPersonsOnce } from "../../people/queries/persons.ts";
import type { AnswerValue } from "../answer.ts";
import { isSealed, type Question } from "../template.ts";
import { clearAnswer } from "./clear.ts";
import {
  answerForm,
  answerForms,
  type FormState,
  formRead,
  mostUnits,
  type PromptRef,
  promptRead,
  unitsForm,
} from "./forms.ts";
import { type Given, keepAnswers, standingAnswer } from "./keep.ts";
import { holdPlace, type Refusal, refusalLine, refuse } from "./place.ts";
import { askedOf, type Standing } from "./prompt.ts";
import { listPartners, listResponses, listUnitNames } from "./queries.ts";
import { answerOf, isDue, pickedOf } from "./questions.ts";

/** Slack's pickers show no more. */
const mostChoices = 100;

export const fillAction: ActionRow = action({
  action: "checkins.answer",
  read: promptRead,
  run: openForm,
});

export const fillForms: readonly FormRow[] = [
  form({ form: "checkins.units", read: promptRead, run: chooseUnits }),
  ...answerForms.map((name) => form({ form: name, read: formRead, run: answerInForm })),
];

export async function openForm(context: Context, { r, p }: PromptRef): Promise<Outcome> {
  const place = await holdPlace(context, { r, p });
  if (place.kind !== "open") return refuse(context, place);
  const { standing } = place;
  if (!standing.template.perUnit) {
    return openQuestions(context, standing, { at: 0, units: [], more: false }, null);
  }
  const units = await partnersOf(context, standing);
  if (units.length === 0) return refuse(context, { kind: "no-units" });
  return { kind: "form", form: unitsForm(context.say, { r, p }, units) };
}

const partnersOf = ({ tx, organization }: Context, { prompt }: Standing) =>
  listPartners(tx, organization.id, prompt.unit, mostChoices);

async function chooseUnits(context: Context, ref: PromptRef, filled: Filled): Promise<Outcome> {
  const place = await holdPlace(context, ref);
  if (place.kind !== "open") return invalid("units", await refusalLine(context, place));
  const picked = filled.picked.units ?? [];
  const known = (await partnersOf(context, place.standing)).map(({ id }) => id);
  const units = known.filter((id) => picked.includes(id));
  const text = context.say.checkins;
  if (units.length === 0) return invalid("units", text.emptyConfidential());
  if (units.length > mostUnits) return invalid("units", text.mostUnits());
  return openQuestions(context, place.standing, { at: 0, units, more: false }, null);
}

/** `only`: the questions that follow from what was just answered; null: those that are due as far as is known. */
async function openQuestions(
  context: Context,
  standing: Standing,
  step: Pick<FormState, "at" | "units" | "more">,
  only: readonly Question[] | null,
): Promise<Reply> {
  const { tx, organization, say } = context;
  const { round, prompt, template } = standing;
  const partner = step.units[step.at] ?? null;
  const answers = await listResponses(tx, organization.id, round.id, prompt.person);
  const kept = new Map(
    answers.filter((one) => one.partner === partner).map((one) => [one.question, one.value]),
  );
  const picked = Object.fromEntries([...kept].map(([id, value]) => [id, pickedOf(value)]));
  const questions =
    only ?? (await askedOf(context, standing)).filter((question) => isDue(question, picked));
  const names = await listUnitNames(tx, organization.id, partner === null ? [] : [partner]);
  const named = [...kept.values()].flatMap((value) =>
    value.kind === "people" ? value.persons : [],
  );
  const hasWords = questions.some(({ kind }) => kind === "text");
  return {
    kind: "form",
    form: answerForm(say, {
      state: {
        r: round.id,
        p: prompt.person,
        ...step,
        shown: questions.map(({ id }) => id),
      },
      template,
      questions,
      unit: partner === null ? null : (names.get(partner) ?? null),
      again: prompt.state === "answered",
      kept,
      people: await listPersonsOnce(tx, organization, named),
      footnote: hasWords ? await formNote(context) : null,
    }),
  };
}

async function answerInForm(context: Context, state: FormState, filled: Filled): Promise<Outcome> {
  const field = Object.keys(filled.text)[0] ?? state.shown[0] ?? "";
  const under = async (refusal: Refusal) =>
    invalid(field, await refusalLine(context, refusal, Object.keys(filled.text).length > 0));
  const place = await holdPlace(context, state);
  if (place.kind !== "open") return under(place);
  const { standing } = place;
  const { template, prompt } = standing;
  const asked = await askedOf(context, standing);
  const shown = asked.filter(({ id }) => state.shown.includes(id));
  const partner = state.units[state.at] ?? null;

  const given: Given[] = [];
  const wrong: Record<string, Line> = {};
  for (const question of shown) {
    const value = await readValue(context, standing, question, filled);
    if (value?.kind === "refused") wrong[question.id] = value.line;
    else given.push({ question, partner, value });
  }
  if (Object.keys(wrong).length > 0) return { kind: "invalid", fields: wrong };
  const isEmpty = given.every(({ value }) => value === null);
  const mayBeEmpty =
    state.more || state.at > 0 || (prompt.state === "answered" && template.sees !== "groups");
  if (isEmpty && !mayBeEmpty) {
    const text = context.say.checkins;
    return invalid(field, template.sees === "leads" ? text.empty() : text.emptyConfidential());
  }

  // What followed from an answer that is now another one goes with it.
  const due = asked.filter(
    (question) => question.follows !== null && isDue(question, filled.picked),
  );
  const gone = state.more
    ? []
    : asked.filter(
        (question) =>
          question.follows !== null && !due.includes(question) && !isSealed(template, question),
      );
  const how = state.more || state.at > 0 ? "add" : "replace";
  const all = [
    ...given.filter(({ question }) => !gone.includes(question)),
    ...gone.map((question): Given => ({ question, partner, value: null })),
  ];
  const refusal = await keepAnswers(context, standing, all, how);
  if (refusal !== null) return under(refusal);

  // A form is no answer that is kept with its delivery: sent again, it keeps the same once more.
  const { at, units } = state;
  const more = state.more ? [] : due.filter(({ id }) => !state.shown.includes(id));
  if (more.length > 0) return openQuestions(context, standing, { at, units, more: true }, more);
  if (at + 1 < units.length)
    return openQuestions(context, standing, { at: at + 1, units, more: false }, null);
  return standingAnswer(state.r, state.p);
}

/** Null: left empty. */
async function readValue(
  context: Context,
  { template }: Standing,
  question: Question,
  { text, picked }: Filled,
): Promise<AnswerValue | Extract<Judged, { kind: "refused" }> | null> {
  switch (question.kind) {
    case "text": {
      const { most } = question;
      const sealed = isSealed(template, question);
      const judged = await clearAnswer(context, text[question.id], { most, sealed });
      return judged?.kind === "cleared" ? { kind: "text", words: judged.text } : judged;
    }
    case "people": {
      const ids = (picked[question.id] ?? []).slice(0, question.most) as PersonId[];
      const here = await listPersonsOnce(context.tx, context.organization, [...new Set(ids)]);
      const persons = here.map(({ id }) => id);
      return persons.length === 0 ? null : { kind: "people", persons };
    }
    case "scale":
    case "choice":
    case "yesNo":
    case "mood":
      return answerOf(question, picked[question.id] ?? []);
    default:
      return assertNever(question);
  }
}

const invalid = (field: string, line: Line): Reply => ({
  kind: "invalid",
  fields: { [field]: line },
});
