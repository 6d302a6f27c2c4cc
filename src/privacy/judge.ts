/** Takes a person's words to the guard, and notes what it refused or asked about: rule, length and count, never the words. */
import type { Context } from "../feature.ts";
import { audit } from "./audit.ts";
import { directoryFor } from "./known.ts";
import { guard, type Verdict } from "./phi/guard.ts";
import type { RuleName } from "./phi/rules.ts";
import type { Typed } from "./typed.ts";

export interface Judging {
  /** Rules that say nothing of patients in this field, such as a telephone number among contacts. */
  readonly except?: readonly RuleName[];
  /** Names that stand beside the text and are no patient's. */
  readonly others?: readonly Typed[];
  /** Of confidential words nothing is noted that could lead to a person: neither who, nor how long. */
  readonly nameless?: boolean;
}

export async function judge(
  context: Context,
  typed: Typed,
  { except = [], others = [], nameless = false }: Judging = {},
): Promise<Verdict> {
  const { person, sure, report, doubt } = context;
  const directory = await directoryFor(context, [typed], others);
  const verdict = guard(typed, directory, { except, sure });
  if (verdict.kind === "cleared") return verdict;
  const [rule, length, count] =
    verdict.kind === "failed" ? ["failed", 0, 0] : [verdict.rule, verdict.length, verdict.count];
  const asked = verdict.kind === "asked";
  const facts = { rule, length: nameless ? 0 : length, count };
  report({ kind: asked ? "asked" : "guarded", ...facts });
  const details = nameless ? { rule, count } : facts;
  await audit(
    context,
    nameless ? null : person.id,
    `guard.${asked ? "asked" : "refused"}`,
    details,
  );
  if (asked) doubt(verdict.about);
  return verdict;
}
