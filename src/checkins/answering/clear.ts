/** Judges the words of an answer. Of confidential ones nothing is noted that could lead to a person: neither who, nor how long. */
import type { Context } from "../../feature.ts";
import { clearField, type Judged } from "../../people/clear.ts";
import { audit } from "../../privacy/audit.ts";
import { guard } from "../../privacy/phi/guard.ts";
import { type Typed, typedLength } from "../../privacy/typed.ts";

export async function clearAnswer(
  context: Context,
  typed: Typed | undefined,
  { most, sealed }: { readonly most: number; readonly sealed: boolean },
): Promise<Judged | null> {
  if (typed === undefined) return null;
  const { say } = context;
  if (typedLength(typed) > most) return { kind: "refused", line: say.checkins.tooLong({ most }) };
  return sealed ? clearSealed(context, typed) : clearField(context, typed);
}

async function clearSealed(context: Context, typed: Typed): Promise<Judged | null> {
  const { organization, report, say } = context;
  const verdict = guard(typed, organization);
  if (verdict.kind === "cleared") return verdict.text === "" ? null : verdict;
  const rule = verdict.kind === "blocked" ? verdict.rule : "failed";
  report({ kind: "guarded", rule, length: 0 });
  await audit(context, null, "guard.refused", { rule });
  const line = verdict.kind === "blocked" ? say.people.looksLikePatient() : say.people.notJudged();
  return { kind: "refused", line };
}
