/** Takes a person's words to the guard, and notes what it refused, asked about, or was overruled in: rule, length and count, never the words. */
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
  const { sure, trial, report, doubt } = context;
  const directory = await directoryFor(context, [typed], others);
  const found = guard(typed, directory, { except });
  if (found.kind === "cleared") return found;
  const verdict =
    sure && found.kind === "asked" ? guard(typed, directory, { except, sure }) : found;
  const act =
    verdict.kind === "cleared" ? "overruled" : found.kind === "asked" ? "asked" : "refused";
  if (act === "overruled" && trial) return verdict;
  const [rule, length, count] =
    found.kind === "failed" ? ["failed", 0, 0] : [found.rule, found.length, found.count];
  const facts = { rule, length: nameless ? 0 : length, count };
  if (act !== "overruled") report({ kind: act === "asked" ? "asked" : "guarded", ...facts });
  const by = nameless ? null : context.person.id;
  await audit(context, by, `guard.${act}`, nameless ? { rule, count } : facts);
  if (verdict.kind === "asked") doubt(verdict.about);
  return verdict;
}
