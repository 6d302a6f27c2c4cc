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

export interface Sign extends Span {
  /** The word in small letters; K somebody here, G a given name, U written as a name is; #3 a number of three digits, #6/ one in parts. */
  readonly word: string;
  /** Of the word; itself where it is of none. */
  readonly kind: string;
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

/** From its beginning to its end, and each sentence: one more sign. */
const border = { word: "<s>", kind: "<s>" } as const;

/** At most so many. `words`: those that are met in many messages; another one may be a name. */
export function signsOf(
  text: string,
  directory: Directory,
  words: ReadonlySet<string>,
  most: number,
): readonly Sign[] {
  const signs: Sign[] = [{ ...border, start: 0, end: 0 }];
  const add = (word: string, start: number, end: number): void => {
    signs.push({ word, kind: kinds.get(word) ?? word, start, end });
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
  signs.push({ ...border, start: text.length, end: text.length });
  return signs;
}

function signOf(token: Token, directory: Directory, words: ReadonlySet<string>): string {
  const { word, capital, shouted, initial, first } = token;
  if (/\d/.test(word)) return "#a";
  if (initial) return "#i";
  const isGiven = givenNames.has(word) || births.has(word);
  const isMet = words.has(word) || ordinary.has(word) || kinds.has(word);
  const isWord = ordinary.has(word) || (first && !isGiven && isMet);
  if (!shouted && (capital || isGiven) && isName(token) && directory.knows([word])) return "K";
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
    } else add(/[.!?\n]/.test(mark) ? border.word : mark, start, end);
  }
}
