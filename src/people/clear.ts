/** Judges one field of a form: its words cleared, or the sentence that stands under the field instead. */
import { assertNever } from "../assert.ts";
import type { Line } from "../chat/line.ts";
import type { Context } from "../feature.ts";
import { judge } from "../privacy/judge.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import type { RuleName } from "../privacy/phi/rules.ts";
import type { Typed } from "../privacy/typed.ts";

export type Judged =
  | { readonly kind: "cleared"; readonly text: Cleared }
  | { readonly kind: "refused"; readonly line: Line };

/** `except`: rules that say nothing of patients in this field. Null for a field left empty, or filled with nothing but spaces. */
export async function clearField(
  context: Context,
  typed: Typed | undefined,
  except: readonly RuleName[] = [],
): Promise<Judged | null> {
  if (typed === undefined) return null;
  const { say } = context;
  const verdict = await judge(context, typed, except);
  switch (verdict.kind) {
    case "cleared":
      return verdict.text === "" ? null : verdict;
    case "blocked":
      return { kind: "refused", line: say.people.looksLikePatient() };
    case "failed":
      return { kind: "refused", line: say.people.notJudged() };
    default:
      return assertNever(verdict);
  }
}
