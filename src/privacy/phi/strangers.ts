/** Where the staff are entered, whoever else is named is a stranger: neither thanked, nor introduced, nor at work here, they may be a patient or theirs. */
import { doesWork, hasCareer, isAtWork } from "./colleague.ts";
import type { Directory } from "./directory.ts";
import { type Doubt, doubtsOf } from "./find.ts";
import { isIntroduction, worksHere } from "./introduced.ts";
import { nameDoubt } from "./nameDoubt.ts";
import { isGiven, mostNames, type Name, namesOf } from "./names.ts";
import { isOwner } from "./patient.ts";
import { beginsClause, isSpokenTo, isThanked } from "./thanked.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { clinicalWords } from "./words/clinical.ts";
import { onlyNames, towns } from "./words/ordinary.ts";
import { articles, pitying } from "./words/roles.ts";

/** Names of strangers in everyday words: "Rosalind Tate and her fiance got married", "Mateo's first steps", "Hutchins's policy". */
export function strangers(text: string, directory: Directory): readonly Doubt[] {
  if (!directory.isStaffed) return [];
  const tokens = tokensOf(text);
  const names = [...namesOf(text).filter((name) => isSomebody(tokens, name)), ...lone(tokens)];
  return doubtsOf(names.slice(0, mostNames), (name) =>
    directory.knows(name.words) || isColleague(tokens, name)
      ? null
      : nameDoubt(text, tokens, name, directory),
  );
}

/** Of a single unknown word only what its bearer owns or does tells that it is a name: most are things. */
function isSomebody(tokens: readonly Token[], { from, to, make, possessive }: Name): boolean {
  const first = tokens[from];
  const before = tokens[from - 1]?.word ?? "";
  const next = tokens[to + 1];
  if (first === undefined) return false;
  switch (make) {
    case "whole":
      return !saints.has(before) && (possessive || !tokens[to]?.initial || isGiven(first));
    case "pair":
      if (first.shouted) return false;
      if (first.first)
        return doesSomething.has(next?.word ?? "") || /^ ?[=(-]/.test(next?.gap ?? "");
      return !articles.has(before) && !tokens[to]?.initial;
    case "given":
      return (
        (possessive || !(isPlace(tokens, from, to) || articles.has(before))) && !saints.has(before)
      );
    case "single":
      if ((first.first && !/\d/.test(first.gap)) || articles.has(before) || saints.has(before))
        return false;
      return possessive ? next?.gap === " " : isPerson(tokens, to);
  }
}

/** "on Willow", "in Maple", "to Halifax": wards and towns are called like people; "an eye on Winifred tonight, she …" and "the line in Arabella" are none. */
function isPlace(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, thing] = [tokens[from - 1]?.word ?? "", tokens[from - 2]?.word ?? ""];
  if (towns.has(tokens[from]?.word ?? ""))
    return ["from", "to", "in", "at", "near"].includes(before);
  if (!["on", "in", "at", "onto"].includes(before)) return false;
  if (put.has(thing)) return false;
  return !tokens.slice(to + 1, to + 6).some(({ word }) => pronouns.has(word));
}
const put = new Set(
  "eye check checking line lines cannula iv tube drip needle catheter drain".split(" "),
);
const pronouns = new Set("she he his her him hers who".split(" "));

/** "that Fitzgibbon gets daily bloods when his are stable": no thing does so. */
const isPerson = (tokens: readonly Token[], to: number): boolean =>
  humanVerbs.has(tokens[to + 1]?.word ?? "") &&
  tokens[to + 1]?.gap === " " &&
  tokens.slice(to + 1, to + 10).some(({ word }) => pronouns.has(word) || clinicalWords.has(word));
const humanVerbs = new Set(
  "is was has had gets got wants wanted said says told asked asks loves thinks cried laughed walked ate slept smiled refused refuses needs keeps".split(
    " ",
  ),
);

const saints = new Set(["st", "saint"]);
const doesSomething = new Set(
  "is was has had wants wanted needs needed said says told asked asks went came got gets looks looked seems loves loved hates sends sent thinks feels felt left made gave walked ate slept cried laughed passed died".split(
    " ",
  ),
);

/** Given names that are words, too, with a capital letter where no sentence begins: "told Peter". */
export function lone(tokens: readonly Token[]): readonly Name[] {
  const before = known.get(tokens);
  if (before !== undefined) return before;
  const names: Name[] = [];
  for (let at = 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.capital || !onlyNames.has(token.word)) continue;
    if (!isLone(tokens, at)) continue;
    const { word, possessive } = token;
    names.push({ from: at, to: at, words: [word], make: "given", possessive });
  }
  known.set(tokens, names);
  return names;
}

const known = new WeakMap<readonly Token[], readonly Name[]>();

function isLone(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = tokens.slice(at - 1, at + 2);
  if (before === undefined || token === undefined) return false;
  if (token.first || token.gap !== " ") return false;
  if (before.capital && !pitying.has(before.word)) return false;
  if (next?.gap === " " && next.capital) return false;
  return !isPlace(tokens, at, at) && !articles.has(before.word);
}

function isColleague(tokens: readonly Token[], name: Name): boolean {
  const before = tokens[name.from - 1];
  if (before !== undefined && isIntroduction(before, tokens[name.from])) return true;
  if (worksHere(tokens, name)) return true;
  if (isOwner(tokens, name)) return false;
  return (
    (isThanked(tokens, name.from) && !beginsClause(tokens, name, name.from)) ||
    isSpokenTo(tokens, name.from, name.to) ||
    isAtWork(tokens, name) ||
    hasCareer(tokens, name) ||
    (name.make === "given" && doesWork(tokens, name))
  );
}
