/** The words of a plain text, with what the rules about people ask of each. */
import { folded } from "./words/wordSet.ts";

export interface Token {
  readonly start: number;
  /** Without the 's of a possessive. */
  readonly end: number;
  /** Folded, without the 's of a possessive. */
  readonly word: string;
  readonly capital: boolean;
  /** More than one letter, and all of them capitals: an abbreviation, or somebody shouting. */
  readonly shouted: boolean;
  readonly possessive: boolean;
  /** A single letter: "Anna S." */
  readonly initial: boolean;
  /** A sentence, a line or an item begins with it. */
  readonly first: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

/** A word longer than this is two. */
const longest = 41;
const sentenceEnd = /[.!?:;\n•–]/;

/** Of the last text asked for: several rules look at the same one, one after the other. */
let last: { readonly text: string; readonly tokens: readonly Token[] } = { text: "", tokens: [] };

export function tokensOf(text: string): readonly Token[] {
  if (last.text !== text) last = { text, tokens: read(text) };
  return last.tokens;
}

/** Words are forgotten as soon as they are judged. */
export const forgetTokens = (): void => {
  last = { text: "", tokens: [] };
};

/** By hand, not by a pattern: this is read before most rules, and of a long text it took most of the time. */
function read(text: string): Token[] {
  const tokens: Token[] = [];
  let before = 0;
  let previous: Token | undefined;
  for (let at = 0; at < text.length; at += 1) {
    if (!isLetter(text, at)) continue;
    let end = at + 1;
    while (end < text.length && end - at < longest && goesOn(text, end)) end += 1;
    previous = tokenOf(text, at, wordEnd(text, at, end), before, previous);
    tokens.push(previous);
    before = end;
    at = end - 1;
  }
  return tokens;
}

function tokenOf(
  text: string,
  start: number,
  whole: number,
  before: number,
  previous: Token | undefined,
): Token {
  const possessive =
    whole - start > 2 && isMark(text, whole - 2) && /s/i.test(text[whole - 1] ?? "");
  const end = possessive ? whole - 2 : whole;
  const bare = text.slice(start, end);
  const gap =
    start - before === 1 && text.charCodeAt(before) === 32
      ? " "
      : text.slice(Math.max(before, start - 6), start);
  const ends =
    gap !== " " && sentenceEnd.test(gap) && !(previous !== undefined && isShortened(previous, gap));
  const large = isLarge(text, start, end);
  const capital = isLarge(text, start, start + 1);
  return {
    start,
    end,
    word: folded(bare),
    capital: capital && (bare.length === 1 || !large),
    shouted: bare.length > 1 && large,
    possessive,
    initial: bare.length === 1 && capital,
    first: previous === undefined || ends,
    gap,
  };
}

/** No small letter in it; for a single one, that it is a capital. */
function isLarge(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128 ? code >= 97 && code <= 122 : isSmall(text.charAt(at))) return false;
  }
  return true;
}

const isSmall = (sign: string): boolean => /[\p{Ll}\p{Lo}\p{Lm}]/u.test(sign);

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? (code | 32) >= 97 && (code | 32) <= 122 : /\p{L}/u.test(text.charAt(at));
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};
const isMark = (text: string, at: number): boolean => text[at] === "'" || text[at] === "’";

const goesOn = (text: string, at: number): boolean =>
  isLetter(text, at) || text[at] === "-" || isMark(text, at) || isDigit(text, at);

/** Without the quotes and hyphens it ends with. */
function wordEnd(text: string, start: number, whole: number): number {
  let end = whole;
  while (end > start + 1 && (text[end - 1] === "-" || isMark(text, end - 1))) end -= 1;
  return end;
}

/** "Dr. Smith", "St. Mary", "J. Doe": the dot ends no sentence. */
const isShortened = (token: Token, gap: string): boolean =>
  gap.startsWith(". ") && (token.initial || shortened.has(token.word));

const shortened = new Set([
  "dr",
  "mr",
  "mrs",
  "ms",
  "st",
  "prof",
  "pt",
  "hr",
  "fr",
  "dipl",
  "med",
  "jr",
  "sr",
]);
