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

const word = /\p{L}[\p{L}\d'’-]{0,40}/gu;
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

function read(text: string): Token[] {
  const tokens: Token[] = [];
  let before = 0;
  for (const match of text.matchAll(word)) {
    const whole = match[0].replace(/['’-]{1,8}$/, "");
    const possessive = /['’]s$/i.test(whole);
    const bare = possessive ? whole.slice(0, -2) : whole;
    const start = match.index;
    const gap = text.slice(Math.max(before, start - 6), start);
    const previous = tokens.at(-1);
    const ends = sentenceEnd.test(gap) && !(previous !== undefined && isShortened(previous, gap));
    tokens.push({
      start,
      end: start + bare.length,
      word: folded(bare),
      capital: /^\p{Lu}/u.test(bare) && (bare.length === 1 || /\p{Ll}/u.test(bare)),
      shouted: bare.length > 1 && !/\p{Ll}/u.test(bare),
      possessive,
      initial: /^\p{Lu}$/u.test(bare),
      first: tokens.length === 0 || ends,
      gap,
    });
    before = start + match[0].length;
  }
  return tokens;
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
