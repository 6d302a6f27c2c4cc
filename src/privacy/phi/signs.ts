/** A text as the reading of it sees it: words, numbers and marks one after the other, with names under one sign. */
import type { Directory } from "./directory.ts";
import type { Span } from "./find.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { births } from "./words/births.ts";
import { caresFor, sees } from "./words/care.ts";
import { clinicalWords, familyWords, ownedWords } from "./words/clinical.ts";
import { givenNames } from "./words/given.ts";
import { ordinary } from "./words/ordinary.ts";
import { kinOf, roles, thanking, titles, workplaces } from "./words/roles.ts";
import { wordSet } from "./words/wordSet.ts";

/**
 * Of a text: words in small letters; K for somebody here, G for a given name, U for what is written as a name is, ? for a word seldom
 * met; #3 for a number of three digits, #6/ for one in parts; marks.
 */
export interface Sign extends Span {
  /** The number of the word, and of its kind: the same where it is of none. */
  readonly word: number;
  readonly kind: number;
  /** K, G or U. */
  readonly isName: boolean;
  /** Of a kind: a name, a number, a border, or a word of one of the lists. */
  readonly isOfKind: boolean;
  /** Of a kind that tells of somebody. */
  readonly isTelling: boolean;
  readonly isBorder: boolean;
  /** Seldom met, or written as a name is: where most words are, it is another language. */
  readonly isSeldom: boolean;
}

const kinds = new Map<string, string>();
for (const [kind, words] of [
  ["<C>", clinicalWords],
  ["<C>", ownedWords],
  ["<F>", familyWords],
  ["<F>", kinOf],
  ["<R>", roles],
  ["<T>", titles],
  ["<H>", thanking],
  ["<P>", workplaces],
  ["<S>", caresFor],
  ["<S>", sees],
  ["<p>", wordSet("she he her his him hers")],
] as const) {
  for (const word of words) if (!kinds.has(word)) kinds.set(word, kind);
}

/** From its beginning to its end, and between sentences. */
const border = "<s>";

/** FNV-1a. */
function numberOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash;
}

function signAt(word: string, start: number, end: number): Sign {
  const kind = kinds.get(word) ?? word;
  const isName = word === "K" || word === "G" || word === "U";
  const isTelling = isName || word.startsWith("#") || /^<[CFTSp]>$/.test(kind);
  const number = numberOf(word);
  return {
    word: number,
    kind: kind === word ? number : numberOf(kind),
    isName,
    isOfKind: isTelling || /^<[sRHP]>$/.test(kind),
    isTelling,
    isBorder: word === border,
    isSeldom: word === "?" || word === "U",
    start,
    end,
  };
}

/** At most so many. `words`: those that are met in many messages; another one may be a name. */
export function signsOf(
  text: string,
  directory: Directory,
  words: ReadonlySet<string>,
  most: number,
): readonly Sign[] {
  const signs: Sign[] = [signAt(border, 0, 0)];
  const add = (word: string, start: number, end: number): void => {
    signs.push(signAt(word, start, end));
  };
  let before = 0;
  for (const token of tokensOf(text)) {
    if (signs.length >= most) return signs;
    addBetween(text, before, token.start, add);
    add(signOf(token, directory, words), token.start, token.end);
    before = token.end;
    if (!token.possessive) continue;
    add("'s", token.end, token.end + 2);
    before += 2;
  }
  addBetween(text, before, text.length, add);
  add(border, text.length, text.length);
  return signs;
}

function signOf(token: Token, directory: Directory, words: ReadonlySet<string>): string {
  const { word, capital, shouted, initial, first } = token;
  if (/\d/.test(word)) return "#a";
  if (initial) return "#i";
  const isGiven = givenNames.has(word) || births.has(word);
  const isMet = words.has(word) || ordinary.has(word) || kinds.has(word);
  const isWord = ordinary.has(word) || (first && !isGiven && isMet);
  if (isName(token) && directory.knows([word])) return "K";
  if (isGiven && !shouted && !ordinary.has(word)) return "G";
  if (capital && !shouted && !isWord) return "U";
  return isMet ? word : "?";
}

/** Whether it is worth looking up among those who work here. */
export const isName = ({ word, capital, shouted, initial, first }: Token): boolean => {
  if (shouted || initial || /\d/.test(word)) return false;
  const isGiven = givenNames.has(word) || births.has(word);
  return isGiven ? !ordinary.has(word) : capital && !first && !ordinary.has(word);
};

/** More between two words than this is no message. */
const longestGap = 200;

/** Between two words: numbers by how many digits they have, ends of sentences, other marks. */
function addBetween(
  text: string,
  from: number,
  to: number,
  add: (word: string, start: number, end: number) => void,
): void {
  if (to - from < 2 && text[from] === " ") return;
  for (const { 0: mark, index } of text
    .slice(from, Math.min(to, from + longestGap))
    .matchAll(/\d[\d./:-]{0,40}|[.!?\n,;:()]/g)) {
    const [start, end] = [from + index, from + index + mark.length];
    if (/\d/.test(mark)) {
      const digits = Math.min(mark.replace(/\D/g, "").length, 7);
      add(`#${digits}${/\d[./:-]\d/.test(mark) ? "/" : ""}`, start, end);
    } else add(/[.!?\n]/.test(mark) ? border : mark, start, end);
  }
}
