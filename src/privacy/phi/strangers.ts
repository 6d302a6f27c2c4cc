/** Where the staff are entered, whoever else is named is a stranger: neither thanked, nor introduced, nor at work here, they may be a patient or theirs. */
import {
  doesWork,
  hasCareer,
  isAtWork,
  isIntroduction,
  isSpokenTo,
  isThanked,
  worksHere,
} from "./colleague.ts";
import type { Directory } from "./directory.ts";
import { type Doubt, doubtsOf } from "./find.ts";
import { nameDoubt } from "./nameDoubt.ts";
import { type Name, namesOf } from "./names.ts";
import { isOwner } from "./patient.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { onlyNames } from "./words/ordinary.ts";
import { articles, pitying } from "./words/roles.ts";

/** Names of strangers in everyday words: "Rosalind Tate and her fiance got married", "Mateo's first steps", "Hutchins's policy". */
export function strangers(text: string, directory: Directory): readonly Doubt[] {
  if (!directory.isStaffed) return [];
  const tokens = tokensOf(text);
  const names = [...namesOf(text).filter((name) => isSomebody(tokens, name)), ...lone(tokens)];
  return doubtsOf(names, (name) =>
    directory.knows(name.words) || isColleague(tokens, name)
      ? null
      : nameDoubt(text, tokens, name, directory),
  );
}

/** Of a single unknown word only what somebody owns, or that there are several of them, tells that it is a name: most are things. */
function isSomebody(tokens: readonly Token[], { from, make, possessive }: Name): boolean {
  const first = tokens[from];
  const before = tokens[from - 1]?.word ?? "";
  if (first === undefined) return false;
  switch (make) {
    case "whole":
      return true;
    case "pair":
      return !first.first && !articles.has(before);
    case "given":
      return possessive || !isWard(before);
    case "single":
      return !first.first && possessive && !articles.has(before) && !saints.has(before);
  }
}

/** "on Willow", "in Maple": wards are called like people. */
const isWard = (before: string): boolean => ["on", "in", "at", "onto"].includes(before);
const saints = new Set(["st", "saint"]);

/** Given names that are words, too, with a capital letter where no sentence begins: "told Peter". */
function lone(tokens: readonly Token[]): readonly Name[] {
  return [...tokens.keys()].flatMap((at) => {
    const token = tokens[at];
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    if (token === undefined || before === undefined || !onlyNames.has(token.word)) return [];
    if (!token.capital || token.first || token.gap !== " ") return [];
    if (before.capital && !pitying.has(before.word)) return [];
    if (next?.gap === " " && next.capital) return [];
    if (isWard(before.word) || articles.has(before.word)) return [];
    const { word, possessive } = token;
    return [{ from: at, to: at, words: [word], make: "given", possessive } as const];
  });
}

function isColleague(tokens: readonly Token[], name: Name): boolean {
  const before = tokens[name.from - 1];
  if (before !== undefined && isIntroduction(before, tokens[name.from])) return true;
  if (worksHere(tokens, name)) return true;
  if (isOwner(tokens, name)) return false;
  return (
    isThanked(tokens, name.from) ||
    isSpokenTo(tokens, name.from, name.to) ||
    isAtWork(tokens, name) ||
    hasCareer(tokens, name) ||
    (name.make === "given" && doesWork(tokens, name))
  );
}
