/** Finds what may be somebody's name: words with a capital letter that are no ordinary ones, and given names however they are written. */
import { type Token, tokensOf } from "./tokens.ts";
import { births } from "./words/births.ts";
import { caresFor, sees } from "./words/care.ts";
import { eponymNouns } from "./words/clinical.ts";
import { eponyms } from "./words/eponyms.ts";
import { givenNames } from "./words/given.ts";
import { alsoWords, namedThings, ordinary, placeWords } from "./words/ordinary.ts";
import { renowned } from "./words/renowned.ts";
import { patientWords, pitying, roles, titles } from "./words/roles.ts";

export interface Name {
  /** Places among the tokens: from, and up to and including. */
  readonly from: number;
  readonly to: number;
  /** Folded, without initials' dots. */
  readonly words: readonly string[];
  /** whole: a given name and another, or one with an initial; pair: two words nobody knows; given: a given name; single: one word. */
  readonly make: "whole" | "pair" | "given" | "single";
  readonly possessive: boolean;
}

export const particles = new Set(
  "du de da di del della dos van von der den ter ten la le al el bin ibn ni o mac st".split(" "),
);

/** After so many a text is a roster, and no sentence about anybody: the rest isn't looked at. */
export const mostNames = 1_000;

/** In the order of the text, none over another. */
export function namesOf(text: string): readonly Name[] {
  const tokens = tokensOf(text);
  const before = known.get(tokens);
  if (before !== undefined) return before;
  const names = findNames(tokens);
  known.set(tokens, names);
  return names;
}

const known = new WeakMap<readonly Token[], readonly Name[]>();

/** The name that a word is of. */
export function nameWith(names: readonly Name[], token: number): Name | undefined {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.to ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  const found = names[low];
  return found !== undefined && found.from <= token ? found : undefined;
}

function findNames(tokens: readonly Token[]): readonly Name[] {
  let loud = 0;
  for (const { shouted } of tokens) if (shouted) loud += 1;
  const shouts = loud * 2 > tokens.length;
  const names: Name[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const name = nameAt(tokens, at, shouts);
    if (name === null) {
      if (isRenowned(tokens, at)) at += 1;
      continue;
    }
    names.push(name);
    at = name.to;
  }
  return names;
}

function nameAt(tokens: readonly Token[], from: number, shouts: boolean): Name | null {
  const first = tokens[from];
  if (first === undefined || !begins(first, tokens[from + 1], shouts)) return null;
  let to = from;
  while (to - from < 4 && goesOn(tokens, to, shouts)) to += 1;
  while (to > from && particles.has(tokens[to]?.word ?? "")) to -= 1;
  const parts = tokens.slice(from, to + 1);
  const last = parts.at(-1);
  if (last === undefined || isThing(tokens, to, parts)) return null;
  const given = isGiven(first);
  // "Whelan P's" and "Whelan P." are people, "Dock C" is none.
  const isShort = parts.some((part) => part.initial) && (last.possessive || !last.initial);
  const whole = parts.length > 1 && (given || alsoWords.has(first.word) || isShort);
  return {
    from,
    to,
    words: parts.map(({ word }) => word),
    make: whole ? "whole" : parts.length > 1 ? "pair" : given ? "given" : "single",
    possessive: last.possessive,
  };
}

const isWritten = (token: Token, shouts: boolean): boolean =>
  token.capital || (shouts && token.shouted);

export const isGiven = ({ word, capital }: Token): boolean => {
  if (givenNames.has(word) || (capital && births.has(word))) return true;
  const hyphen = word.indexOf("-");
  return hyphen > 0 && givenNames.has(word.slice(0, hyphen)) && !alsoWords.has(word);
};

function begins(token: Token, next: Token | undefined, shouts: boolean): boolean {
  if (
    token.word.length < 2 ||
    titles.has(token.word) ||
    roles.has(token.word) ||
    patientWords.has(token.word) ||
    (token.first && isNoName(token.word, next))
  )
    return false;
  const surnameFollows =
    next !== undefined &&
    isWritten(next, shouts) &&
    (next.initial || (!ordinary.has(next.word) && !eponymNouns.has(next.word)));
  if (alsoWords.has(token.word)) return isWritten(token, shouts) && joined(next) && surnameFollows;
  if (ordinary.has(token.word)) {
    return isWritten(token, shouts) && joined(next) && next?.initial === true && isGiven(token);
  }
  // "GERD" and "ADA" are abbreviations, "Gerd" and "Ada" are people.
  if (isGiven(token)) return shouts || !token.shouted;
  return isWritten(token, shouts) && !eponymNouns.has(token.word) && !placeWords.has(token.word);
}

/** "Discharged Moz Cattermole", "Wee Morag Lennie": the name begins with the second word. */
const isNoName = (word: string, next: Token | undefined): boolean =>
  caresFor.has(word) ||
  (sees.has(word) && next !== undefined && isGiven(next)) ||
  (pitying.has(word) && !givenNames.has(word));

const joined = (next: Token | undefined): boolean => next?.gap === " ";

function goesOn(tokens: readonly Token[], at: number, shouts: boolean): boolean {
  const here = tokens[at];
  const next = tokens[at + 1];
  if (here === undefined || next === undefined || here.possessive) return false;
  const dotted = here.initial && next.gap === ". ";
  if (!dotted && next.gap.trim() !== "" && !isNickname(tokens, at)) return false;
  if (next.first && !dotted) return false;
  if (next.initial) return next.word !== "i" || tokens[at + 2]?.gap.startsWith(".") === true;
  if (particles.has(next.word)) {
    const after = tokens[at + 2];
    return after !== undefined && isWritten(after, shouts) && after.gap.trim() === "";
  }
  if (roles.has(next.word) || titles.has(next.word)) return false;
  if (/\d/.test(next.word)) return false;
  if (isWritten(next, shouts)) return !ordinary.has(next.word) || alsoWords.has(next.word);
  // "john doe's potassium", all in small letters.
  return !here.capital && isGiven(here) && next.possessive && !ordinary.has(next.word);
}

const opened = /^\.? ?["“'‘(]$/;
const closed = /^["”'’)] $/;
/** What stands between a title and its name: 'Mr "Tiny" Boateng'. */
export const afterTitle = /^(?:[. ]{1,2}|\.? ?["“'‘(])$/;

/** 'Robert "Bobby" Trask': into the quotes or out of them. */
function isNickname(tokens: readonly Token[], at: number): boolean {
  const [here, next, after] = tokens.slice(at, at + 3);
  if (closed.test(next?.gap ?? "")) return opened.test(here?.gap ?? "");
  return opened.test(next?.gap ?? "") && closed.test(after?.gap ?? "") && after?.capital === true;
}

const placeHeads = new Set(
  "storm ysbyty hurricane typhoon cyclone fort mount lake port saint san santa castle camp hotel new north south east west upper lower old".split(
    " ",
  ),
);

const isRenowned = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.capital === true && renowned.has(`${tokens[at]?.word} ${tokens[at + 1]?.word}`);

/** "Cedar Crest Clinic" is a place, "Chaddock reflex" a sign, "Wright's stain" a stain. */
function isThing(tokens: readonly Token[], to: number, parts: readonly Token[]): boolean {
  const next = tokens[to + 1];
  const follows = next !== undefined && /^[ -]$/.test(next.gap) ? next.word : "";
  if (placeWords.has(follows) && next?.capital === true) return true;
  if (namedThings.has(follows) && (parts.length > 1 || !parts[0]?.possessive)) return true;
  if (parts.length > 1 && placeHeads.has(parts[0]?.word ?? "")) return true;
  if (parts.length > 1 && isRenowned(parts, 0)) return true;
  if (eponymNouns.has(follows) && !isOnesOwn(parts)) return true;
  if (parts.some(({ word }) => placeWords.has(word))) return true;
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && hasEponym(first.word))
    return !isGivenFirst(parts) || eponyms.has(headOf(first.word));
  return parts.every(({ word }) => isEponym(word));
}

/** "Alan Wright stain" is nobody's dye, nor is "Shaunagh Devane's test" a method. */
const isOnesOwn = (parts: readonly Token[]): boolean =>
  parts.length > 1
    ? isGivenFirst(parts) ||
      (parts.at(-1)?.possessive === true && !parts.some(({ word }) => hasEponym(word)))
    : isGivenFirst(parts) && isBearer(parts);

/** "Kwame's rash": one of his own, and no eponym. */
const isBearer = ([first]: readonly Token[]): boolean =>
  first?.possessive === true && !hasEponym(first.word);

const headOf = (word: string): string => word.split("-", 1)[0] ?? word;
const isEponym = (word: string): boolean =>
  word.includes("-") ? word.split("-").every((part) => eponyms.has(part)) : eponyms.has(word);
const hasEponym = (word: string): boolean =>
  word.includes("-") ? word.split("-").every((part) => eponyms.has(part)) : eponyms.has(word);

const isGivenFirst = ([first]: readonly Token[]): boolean => first !== undefined && isGiven(first);
