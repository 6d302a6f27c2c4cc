/** Weighs a draft: who is meant, whether the words may be kept, and whether the giver may have it. Of the draft it writes nothing. */

import { assertNever } from "../assert.ts";
import { plain } from "../chat/line.ts";
import type { Context } from "../feature.ts";
import type { ValueId } from "../ids.ts";
import type { Person } from "../people/person.ts";
import { holdPersons, listPersons } from "../people/queries/persons.ts";
import type { Asked } from "../privacy/asking.ts";
import { judge } from "../privacy/judge.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import type { Verdict } from "../privacy/phi/guard.ts";
import { type RuleName, wordRules } from "../privacy/phi/rules.ts";
import { type Typed, typed } from "../privacy/typed.ts";
import { findSetting } from "../store/settings.ts";
import type { Left } from "./allowance.ts";
import { type Draft, readOutsiders } from "./draft.ts";
import { decideRecognition, type LeftOut, type Refusal } from "./recognition.ts";
import type { Outsider } from "./record.ts";
import { type RecognitionSettings, recognitionSettings } from "./settings.ts";
import { findLeft } from "./spend.ts";
import { sentenceOf, type Value } from "./value.ts";
import { listValues } from "./values/queries.ts";

/** Everything about a draft that may be given. */
export interface Weighed {
  readonly kind: "ready";
  readonly receivers: readonly Person[];
  readonly outsiders: readonly Outsider[];
  readonly reason: Cleared;
  readonly values: readonly Value[];
  readonly points: number;
  readonly cost: number;
  /** Before this one. */
  readonly left: Left | null;
  readonly withoutPoints: boolean;
  readonly leftOut: LeftOut;
  readonly settings: RecognitionSettings;
  readonly draft: Draft;
}

export interface Blocked {
  readonly kind: "blocked";
  readonly field: "reason" | "outsiders";
  /** Null where the guard itself failed: then nothing passes. */
  readonly rule: RuleName | null;
  readonly length: number;
  readonly masked: Typed | null;
}

/** The guard asks: the draft may be sent as it is by whoever says that no patient is meant. */
export interface Doubtful {
  readonly kind: "doubtful";
  readonly field: "reason" | "outsiders";
  readonly asked: Asked;
}

export type Problem =
  | { readonly kind: "nobody"; readonly leftOut: LeftOut }
  | Blocked
  | Doubtful
  | { readonly kind: "unknown-value"; readonly known: readonly Value[] }
  | Refusal;

export interface Troubled {
  readonly kind: "troubled";
  readonly problem: Problem;
  /** With identifiers masked: what may go back to its author. */
  readonly draft: Draft;
  readonly settings: RecognitionSettings;
}

/** What whoever asks has just read in the same transaction. */
export interface Known {
  readonly settings: RecognitionSettings;
  /** All whom the draft is for. */
  readonly persons: readonly Person[];
}

export async function weigh(
  from: Context,
  draft: Draft,
  options: {
    readonly withoutPoints?: boolean;
    readonly leftOut?: LeftOut;
    readonly unknownTags?: number;
    readonly known?: Known;
  } = {},
): Promise<Weighed | Troubled> {
  const context = { ...from, sure: from.sure || draft.sure };
  const { tx, organization, person } = context;
  const settings =
    options.known?.settings ?? (await findSetting(tx, organization.id, recognitionSettings));
  const troubled = (problem: Problem, clean: Draft = draft): Troubled => ({
    kind: "troubled",
    problem,
    draft: clean,
    settings,
  });

  const found =
    options.known?.persons ?? (await listPersons(tx, organization, [...new Set(draft.to)]));
  const { receivers, leftOut } = resolve(person, found, options.leftOut);
  const valuesHere =
    draft.values.length > 0 || settings.valueRequired || (options.unknownTags ?? 0) > 0
      ? await listValues(tx, organization.id)
      : [];
  const values = valuesHere.filter((value) => draft.values.includes(value.id));

  const judged = await judgeReason(context, draft, values[0]);
  if (judged.kind !== "cleared") return troubled(judged.problem, judged.draft);
  const outsiders = await judgeOutsiders(context, draft);
  if ("kind" in outsiders) {
    const kept = outsiders.kind === "blocked" ? null : draft.outsiders;
    return troubled(outsiders, { ...draft, outsiders: kept });
  }
  if (receivers.length === 0 && outsiders.length === 0)
    return troubled({ kind: "nobody", leftOut });
  if ((options.unknownTags ?? 0) > 0 && settings.valueRequired && values.length === 0) {
    return troubled({ kind: "unknown-value", known: valuesHere });
  }

  await holdPersons(tx, organization.id, [person.id]);
  const left = await findLeft(context, person, settings.allowance);
  const reason = judged.text;
  const decision = decideRecognition(
    {
      receivers: receivers.map((one) => one.id),
      outsiders: outsiders.length,
      points: draft.points,
      withoutPoints: options.withoutPoints ?? false,
      reasonLength: reason.length,
      values: values.map((value): ValueId => value.id),
    },
    { left, mostPoints: settings.mostPoints, valueRequired: settings.valueRequired },
  );
  if (decision.kind === "refused") return troubled(decision.refusal);
  return {
    kind: "ready",
    receivers,
    outsiders,
    reason,
    values,
    points: decision.points,
    cost: decision.cost,
    left,
    withoutPoints: options.withoutPoints ?? false,
    leftOut,
    settings,
    draft,
  };
}

/** A draft whose words the guard refused, with what may go back to its author. */
export interface Refused {
  readonly kind: "refused";
  readonly problem: Problem;
  readonly draft: Draft;
}

/** The reason, or the value's own sentence where none was written; empty where there is neither. */
export async function judgeReason(
  context: Context,
  draft: Draft,
  value?: Value,
): Promise<{ readonly kind: "cleared"; readonly text: Cleared } | Refused> {
  const others = readOutsiders(draft.outsiders).map(({ name }) => name);
  const written = await judge(context, draft.reason ?? typed(""), { others });
  const isEmpty = written.kind === "cleared" && written.text === "";
  const judged =
    isEmpty && value !== undefined
      ? await judge(context, typed(plain(sentenceOf(context.say, value))))
      : written;
  if (judged.kind === "cleared") return judged;
  const problem = troubleIn("reason", judged);
  const reason = problem.kind === "blocked" ? problem.masked : draft.reason;
  return { kind: "refused", problem, draft: { ...draft, reason } };
}

/** Whoever is named here is no patient, whatever they are called. */
async function judgeOutsiders(
  context: Context,
  draft: Draft,
): Promise<Outsider[] | Blocked | Doubtful> {
  const outsiders: Outsider[] = [];
  for (const one of readOutsiders(draft.outsiders)) {
    const name = await judge(context, one.name, { except: wordRules });
    if (name.kind !== "cleared") return unmasked(troubleIn("outsiders", name));
    const place = one.place && (await judge(context, one.place, { except: wordRules }));
    if (place !== null && place.kind !== "cleared") return unmasked(troubleIn("outsiders", place));
    outsiders.push({ name: name.text, place: place === null ? null : place.text });
  }
  return outsiders;
}

const unmasked = (problem: Blocked | Doubtful): Blocked | Doubtful =>
  problem.kind === "blocked" ? { ...problem, masked: null } : problem;

/** What the guard refused or asked about, as a problem of that field. */
export function troubleIn(
  field: Blocked["field"],
  verdict: Exclude<Verdict, { kind: "cleared" }>,
): Blocked | Doubtful {
  switch (verdict.kind) {
    case "blocked":
      return { ...verdict, field };
    case "asked":
      return { kind: "doubtful", field, asked: verdict };
    case "failed":
      return { kind: "blocked", field, rule: null, length: 0, masked: null };
    default:
      return assertNever(verdict);
  }
}

/** The persons meant, each once, without the giver and without those who left. */
function resolve(
  giver: Person,
  found: readonly Person[],
  leftOut: LeftOut = { self: false, bots: 0, others: 0 },
): { receivers: Person[]; leftOut: LeftOut } {
  const once = [...new Map(found.map((one) => [one.id, one])).values()];
  const others = once.filter((one) => one.id !== giver.id);
  const here = others.filter((one) => one.here);
  return {
    receivers: here,
    leftOut: {
      self: leftOut.self || others.length < once.length,
      bots: leftOut.bots,
      others: leftOut.others + others.length - here.length,
    },
  };
}
