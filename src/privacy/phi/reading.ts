/**
 * How a text reads: as those do that tell of one patient, or as those that tell of nobody. What speaks for either was learnt from labelled
 * messages (`npm run train:phi`): words and what stands beside them, with names, numbers and words of a kind under one sign each.
 */
import type { Directory } from "./directory.ts";
import type { Doubt, Find, Span } from "./find.ts";
import { type Sign, signsOf } from "./signs.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { type Learnt, learnt, metWords, traitCount } from "./words/learnt.ts";

/** A text is read in pieces as long as a long message; what comes after so many is no message any more. */
const mostSigns = 90;
const mostPieces = 12;

export function piecesOf(
  text: string,
  directory: Directory,
  words: ReadonlySet<string> = metWords,
): readonly (readonly Sign[])[] {
  const signs = signsOf(text, directory, words, mostSigns * mostPieces);
  const pieces: (readonly Sign[])[] = [];
  for (let from = 0; from < signs.length; from += mostSigns) {
    pieces.push(signs.slice(from, from + mostSigns));
  }
  return pieces;
}

/** Told the number of each trait of a piece; one may come more than once. */
export type Take = (trait: number) => void;

/** Words, pairs of them, pairs with one between, and threes with a name in; then the same of their kinds, and kinds that share a sentence. */
export function traitsOf(signs: readonly Sign[], take: Take): void {
  for (let at = 0; at < signs.length; at += 1) {
    const one = signs[at];
    const two = signs[at + 1];
    const three = signs[at + 2];
    if (one === undefined) return;
    take(trait(1, one.word));
    take(trait(2, one.kind));
    if (two === undefined) continue;
    take(trait(3, one.word, two.word));
    take(trait(4, one.kind, two.kind));
    if (three === undefined) continue;
    take(trait(5, one.word, three.word));
    take(trait(6, one.kind, three.kind));
    if (one.isName || two.isName || three.isName) take(trait(7, one.word, two.word, three.word));
    if (Number(one.isOfKind) + Number(two.isOfKind) + Number(three.isOfKind) > 1)
      take(trait(8, one.kind, two.kind, three.kind));
  }
  takeTogether(signs, take);
}

function takeTogether(signs: readonly Sign[], take: Take): void {
  let told = new Map<number, Sign>();
  for (const sign of signs) {
    if (!sign.isBorder) {
      if (sign.isTelling && !told.has(sign.kind)) told.set(sign.kind, sign);
      continue;
    }
    const kinds = [...told.values()].sort((one, other) => one.kind - other.kind);
    kinds.forEach((one, at) => {
      for (const other of kinds.slice(at + 1)) take(trait(9, one.kind, other.kind));
    });
    told = new Map();
  }
}

/** The number of a trait of that make. Some share one: there are so many numbers that it matters little. */
function trait(make: number, one: number, two = 0, three = 0): number {
  let hash = Math.imul(make, 0x9e3779b1) ^ one;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ two;
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ three;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % traitCount;
}

interface Reading extends Span {
  /** The more, the rather it tells of a patient; null of what is too short, or in a language of which nothing was learnt. */
  readonly score: number | null;
  readonly isForeign: boolean;
}

/** Fewer words say too little. */
const fewestWords = 4;

/** With more words than this that are seldom met it is in another language. */
const mostSeldom = 0.4;

function read(signs: readonly Sign[], { weights }: Learnt): Reading {
  const words = signs.filter(({ isBorder }) => !isBorder);
  const isShort = words.length < fewestWords;
  const isForeign =
    !isShort && words.filter(({ isSeldom }) => isSeldom).length > words.length * mostSeldom;
  return {
    score: isShort || isForeign ? null : scoreOf(signs, weights),
    isForeign,
    start: signs[0]?.start ?? 0,
    end: signs.at(-1)?.end ?? 0,
  };
}

/** In which piece a trait was met last: each counts once, and a set of a thousand numbers for every text is costly. */
const metIn = new Uint32Array(traitCount);
let piece = 0;

function scoreOf(signs: readonly Sign[], weights: Int8Array): number {
  piece += 1;
  let sum = 0;
  let count = 0;
  traitsOf(signs, (trait) => {
    if (metIn[trait] === piece) return;
    metIn[trait] = piece;
    sum += weights[trait] ?? 0;
    count += 1;
  });
  return sum / Math.sqrt(count || 1);
}

/** Of each piece; several rules ask about the same text, one after the other. */
function readingsOf(text: string, directory: Directory, known: Learnt): readonly Reading[] {
  const tokens = tokensOf(text);
  const before = last.get(tokens);
  if (before?.directory === directory) return before.readings;
  const readings = piecesOf(text, directory).map((signs) => read(signs, known));
  last.set(tokens, { directory, readings });
  return readings;
}

const last = new WeakMap<
  readonly Token[],
  { readonly directory: Directory; readonly readings: readonly Reading[] }
>();

const learntFor = ({ isStaffed }: Directory): Learnt => learnt[isStaffed ? "staffed" : "unstaffed"];

/** What reads as told of one patient. Of words the guard itself has masked no more is asked than what its other rules find. */
export function readsOfPatient(text: string, directory: Directory): readonly Doubt[] {
  if (text.includes("••••")) return [];
  const known = learntFor(directory);
  return readingsOf(text, directory, known).filter(
    ({ score }) => score !== null && score > known.asksFrom,
  );
}

/** How far a rule is believed where the text reads as told of nobody: not at all unless half of those do so rather than it, or still less. */
export type Weight = "doubtful" | "strange";

/** What the rule finds, unless the text reads more clearly as told of nobody than it is believed. */
export function weighed(find: Find, weight: Weight | undefined): Find {
  if (weight === undefined) return find;
  return (text, directory) => {
    const doubts = find(text, directory);
    if (doubts.length === 0) return doubts;
    const known = learntFor(directory);
    const least = known.believedFrom[weight];
    // In another language every noun may look like a stranger; whatever else is found there stays found.
    const isNone = ({ score, isForeign }: Reading): boolean =>
      isForeign ? weight === "strange" : score !== null && score < least;
    return readingsOf(text, directory, known).every(isNone) ? [] : doubts;
  };
}
