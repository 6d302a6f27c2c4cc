/** Templates made for specifications: as short as what they show. */
import type { Answer } from "../../../src/checkins/answer.ts";
import type { Respondent } from "../../../src/checkins/confidential/tally.ts";
import type { Question, Template } from "../../../src/checkins/template.ts";
import type { UnitId } from "../../../src/ids.ts";
import type { Cleared } from "../../../src/privacy/phi/cleared.ts";
import { emptyDirectory } from "../../../src/privacy/phi/directory.ts";
import { guard } from "../../../src/privacy/phi/guard.ts";
import { typed } from "../../../src/privacy/typed.ts";

const nothing = () => [];

export const asked = {
  ask: nothing,
  hint: null,
  confidential: false,
  follows: null,
  becomes: null,
};

export const scale = (id: string, more: object = {}): Question => ({
  ...asked,
  id,
  kind: "scale",
  from: 1,
  to: 5,
  ends: null,
  cantSay: true,
  favourable: 4,
  ...more,
});

export const comment = (id: string): Question => ({
  ...asked,
  id,
  kind: "text",
  long: true,
  most: 500,
});

export const template = (
  questions: readonly Question[],
  more: Partial<Template> = {},
): Template => ({
  id: "test",
  version: 0,
  name: nothing,
  about: null,
  sees: "groups",
  least: 5,
  kind: "feedback",
  perUnit: false,
  every: "month",
  contacts: false,
  licence: null,
  questions,
  ...more,
});

export const says = (
  question: string,
  value: number | null,
  partner: UnitId | null = null,
): Answer => ({ question, partner, value: { kind: "scale", value } });

export const writes = (question: string, text: string): Answer => ({
  question,
  partner: null,
  value: { kind: "text", words: cleared(text) },
});

export function cleared(text: string): Cleared {
  const verdict = guard(typed(text), emptyDirectory);
  if (verdict.kind !== "cleared") throw new Error(`The guard refuses “${text}”`);
  return verdict.text;
}

export const respondent = (group: string, ...answers: Answer[]): Respondent => ({
  group,
  answers,
});
