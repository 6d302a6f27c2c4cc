/** Takes a person's words to the guard, and notes what it refused: the rule and the length, never the words. */
import type { Context } from "../feature.ts";
import { audit } from "./audit.ts";
import { guard, type Verdict } from "./phi/guard.ts";
import type { RuleName } from "./phi/rules.ts";
import type { Typed } from "./typed.ts";

/** `except`: rules that say nothing of patients in this field, such as a telephone number among contacts. */
export async function judge(
  context: Context,
  typed: Typed,
  except: readonly RuleName[] = [],
): Promise<Verdict> {
  const verdict = guard(typed, context.organization, except);
  if (verdict.kind === "cleared") return verdict;
  const [rule, length] =
    verdict.kind === "blocked" ? [verdict.rule, verdict.length] : ["failed", 0];
  context.report({ kind: "guarded", rule, length });
  await audit(context, context.person.id, "guard.refused", { rule, length });
  return verdict;
}
