/** Judges one field of a form: its words cleared, or the sentence that stands under the field instead. */
import { assertNever } from "../assert.ts";
import type { Line } from "../chat/line.ts";
import type { Context } from "../feature.ts";
import { askedLine } from "../privacy/asking.ts";
import { type Judging, judge } from "../privacy/judge.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import type { Typed } from "../privacy/typed.ts";

export type Judged =
  | { readonly kind: "cleared"; readonly text: Cleared }
  | { readonly kind: "refused"; readonly line: Line };

/** Null for a field left empty, or filled with nothing but spaces. */
export async function clearField(
  context: Context,
  typed: Typed | undefined,
  judging: Judging = {},
): Promise<Judged | null> {
  if (typed === undefined) return null;
  const { say } = context;
  const verdict = await judge(context, typed, judging);
  switch (verdict.kind) {
    case "cleared":
      return verdict.text === "" ? null : verdict;
    case "blocked":
      return { kind: "refused", line: say.people.looksLikePatient() };
    case "asked":
      return { kind: "refused", line: askedLine(say, verdict) };
    case "failed":
      return { kind: "refused", line: say.people.notJudged() };
    default:
      return assertNever(verdict);
  }
}
