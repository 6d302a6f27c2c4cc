/** Judges the words of an answer. Of confidential ones nothing is noted that could lead to a person: neither who, nor how long. */
import type { Context } from "../../feature.ts";
import { clearField, type Judged } from "../../people/clear.ts";
import { type Typed, typedLength } from "../../privacy/typed.ts";

export async function clearAnswer(
  context: Context,
  typed: Typed | undefined,
  { most, sealed }: { readonly most: number; readonly sealed: boolean },
): Promise<Judged | null> {
  if (typed === undefined) return null;
  const { say } = context;
  if (typedLength(typed) > most) return { kind: "refused", line: say.checkins.tooLong({ most }) };
  return clearField(context, typed, { nameless: sealed });
}
