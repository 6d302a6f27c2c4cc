/** Weighs a draft: who is meant, whether the words may be kept, and whether the giver may have it. Reads; writes nothing. */
import type { Context } from "../feature.ts";
import type { PersonId, ValueId } from "../ids.ts";
import type { Person } from "../people/person.ts";
import { holdPersons, listPersons } from "../people/queries.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import { guard } from "../privacy/phi/guard.ts";
import type { RuleName } from "../privacy/phi/rules.ts";
import { type Typed, typed, typedLength } from "../privacy/typed.ts";
import { plain } from "../chat/line.ts";
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

export type Problem =
  | { readonly kind: "nobody"; readonly leftOut: LeftOut }
  | {
      readonly kind: "blocked";
      readonly field: "reason" | "outsiders";
      /** Null where the guard itself failed: then nothing passes. */
      readonly rule: RuleName | null;
      readonly length: number;
      readonly masked: Typed | null;
    }
  | { readonly kind: "unknown-value"; readonly known: readonly Value[] }
  | Refusal;

export interface Troubled {
  readonly kind: "troubled";
  readonly problem: Problem;
  /** With identifiers masked: what may go back to its author. */
  readonly draft: Draft;
  readonly settings: RecognitionSettings;
}

export async function weigh(
  context: Context,
  draft: Draft,
  options: { readonly withoutPoints?: boolean; readonly leftOut?: LeftOut; readonly unknownTags?: number } = {},
): Promise<Weighed | Troubled> {
  const { tx, organization, person } = context;
  const settings = await findSetting(tx, organization.id, recognitionSettings);
  const troubled = (problem: Problem, clean: Draft = draft): Troubled => ({
    kind: "troubled",
    problem,
    draft: clean,
    settings,
  });

  const { receivers, leftOut } = await resolve(context, draft.to, options.leftOut);
  const valuesHere =
    draft.values.length > 0 || settings.valueRequired || (options.unknownTags ?? 0) > 0
      ? await listValues(tx, organization.id)
      : [];
  const values = valuesHere.filter((value) => draft.values.includes(value.id));

  const first = values[0];
  const written =
    draft.reason === null || typedLength(draft.reason) === 0
      ? first && typed(plain(sentenceOf(context.say, first)))
      : draft.reason;
  const judged = written && guard(written, { domains: organization.domains });
  if (judged !== undefined && judged.kind !== "cleared") {
    const masked = judged.kind === "blocked" ? judged.masked : null;
    return troubled(
      {
        kind: "blocked",
        field: "reason",
        rule: judged.kind === "blocked" ? judged.rule : null,
        length: judged.kind === "blocked" ? judged.length : 0,
        masked,
      },
      { ...draft, reason: masked },
    );
  }
  const outsiders: Outsider[] = [];
  for (const one of readOutsiders(draft.outsiders)) {
    const name = guard(one.name, { domains: organization.domains });
    const place = one.place === null ? null : guard(one.place, { domains: organization.domains });
    if (name.kind !== "cleared" || (place !== null && place.kind !== "cleared")) {
      const bad = name.kind === "cleared" ? place : name;
      const rule = bad?.kind === "blocked" ? bad.rule : null;
      const length = bad?.kind === "blocked" ? bad.length : 0;
      return troubled(
        { kind: "blocked", field: "outsiders", rule, length, masked: null },
        { ...draft, outsiders: null },
      );
    }
    outsiders.push({ name: name.text, place: place?.text ?? null });
  }
  if (receivers.length === 0 && outsiders.length === 0) return troubled({ kind: "nobody", leftOut });
  if ((options.unknownTags ?? 0) > 0 && settings.valueRequired && values.length === 0) {
    return troubled({ kind: "unknown-value", known: valuesHere });
  }

  await holdPersons(tx, organization.id, [person.id]);
  const left = await findLeft(context, person, settings.allowance);
  const reason = judged?.text;
  const decision = decideRecognition(
    {
      receivers: receivers.map((one) => one.id),
      outsiders: outsiders.length,
      points: draft.points,
      withoutPoints: options.withoutPoints ?? false,
      reasonLength: reason?.length ?? 0,
      values: values.map((value): ValueId => value.id),
    },
    { left, mostPoints: settings.mostPoints, valueRequired: settings.valueRequired },
  );
  if (decision.kind === "refused") return troubled(decision.refusal);
  if (reason === undefined) return troubled({ kind: "reason-missing" });
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

/** The persons meant, each once, without the giver and without those who left. */
async function resolve(
  context: Context,
  ids: readonly PersonId[],
  leftOut: LeftOut = { self: false, bots: 0, others: 0 },
): Promise<{ receivers: Person[]; leftOut: LeftOut }> {
  const found = await listPersons(context.tx, context.organization, [...new Set(ids)]);
  const others = found.filter((one) => one.id !== context.person.id);
  const here = others.filter((one) => one.here);
  const once = [...new Map(here.map((one) => [one.id, one])).values()];
  return {
    receivers: once,
    leftOut: {
      self: leftOut.self || others.length < found.length,
      bots: leftOut.bots,
      others: leftOut.others + others.length - here.length,
    },
  };
}
