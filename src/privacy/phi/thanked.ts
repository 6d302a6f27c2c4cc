/** Who is thanked, admired or spoken to: nobody writes so to a patient. */
import type { Name } from "./names.ts";
import type { Token } from "./tokens.ts";
import { between, roles, thanking, titles, workplaces } from "./words/roles.ts";

/** Back over small words, roles and other names to a word of thanks. */
export function isThanked(tokens: readonly Token[], from: number): boolean {
  let isFor = false;
  for (let at = from - 1; at >= 0 && from - at <= 14; at -= 1) {
    const token = tokens[at];
    const after = tokens[at + 1];
    if (token === undefined || after === undefined) return false;
    if (after.first && /[.;?]/.test(after.gap) && !after.gap.includes(":")) return false;
    if (token.word === "dear" && /^(?:our|the|my|a)$/.test(tokens[at - 1]?.word ?? ""))
      return false;
    if (thanking.has(token.word)) return !token.possessive && !isGiver(tokens, from);
    // "Thanks to HR's Pippa Lang"
    if (token.possessive && !workplaces.has(token.word)) return false;
    // "Thanks Ana for Mrs Doe": what comes after the "for" is not who is thanked.
    if (token.word === "for") isFor = true;
    else if (isFor && token.capital && !between.has(token.word) && !token.first) return false;
    if (workplaces.has(token.word) && token.possessive) continue;
    if (between.has(token.word) || roles.has(token.word) || titles.has(token.word)) continue;
    // "PA Noelle Vance"; but not "catch on the INR for"
    if (!token.capital && !(token.shouted && at === from - 1)) return false;
  }
  return false;
}

/** "a hug from Mrs Chatterjee". */
const isGiver = (tokens: readonly Token[], from: number): boolean =>
  tokens[from - 1]?.word === "from" && given.has(tokens[from - 2]?.word ?? "");
const given = new Set(
  "hug hugs card cards flowers letter letters note cake kiss you u love regards wishes".split(" "),
);

/** "Thanks Tom, Mrs Doe got it in time": after the comma something else is told, of somebody else. */
export function beginsAnew(tokens: readonly Token[], name: Name, mark: number): boolean {
  const next = tokens[name.to + 1];
  return (
    tokens[mark]?.gap.includes(",") === true &&
    next?.gap === " " &&
    !["and", "for", "who", "from", "in"].includes(next.word)
  );
}

/** "Three cheers for OT: Mr Lam can use his spoon". */
export function beginsClause(tokens: readonly Token[], name: Name, mark: number): boolean {
  const next = tokens[name.to + 1];
  return (
    tokens[mark]?.gap.includes(":") === true &&
    next?.gap === " " &&
    !next.first &&
    !["and", "for", "who", "from", "in", "with", "of", "our"].includes(next.word)
  );
}

/** "Ms Whitfield, thanks for letting me go"; "we will miss you, Gwen Parry". */
export function isSpokenTo(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  const next = tokens[to + 1];
  if (first === undefined) return false;
  if (first.first && next !== undefined && /^[,:–—-]| [–—-]/.test(next.gap))
    return spoken.has(next.word) || thanking.has(next.word);
  const ends = next === undefined || next.first || /[.!?]/.test(next.gap);
  if (!first.gap.includes(",") || !ends) return false;
  return tokens
    .slice(Math.max(0, from - 8), from)
    .some(({ word }) => spoken.has(word) || thanking.has(word));
}

const spoken = new Set(
  "you your yours u i i'm im sorry well what how we this that's it".split(" "),
);

/** "What a class act Mr Okafor is". */
export function isAdmired(tokens: readonly Token[], from: number): boolean {
  const start = tokens.slice(Math.max(0, from - 6), from);
  const what = start.findLastIndex(({ word }) => word === "what");
  return (
    what >= 0 &&
    /^an?$/.test(start[what + 1]?.word ?? "") &&
    start.some(({ word }) => admired.has(word))
  );
}

const admired = new Set(
  "act star legend leader boss surgeon consultant hero professional teacher mentor gem credit asset team doctor nurse rock machine".split(
    " ",
  ),
);
