/**
 * How a text reads: as those do that tell of one patient, or as those that tell of nobody. What speaks for either was learnt from labelled
 * messages (`npm run train:phi`): words and what stands beside them, with names, numbers and words of a kind under one sign each.
 */
import type { Directory } from "./directory.ts";
import type { Doubt, Span } from "./find.ts";
import { type Sign, signsOf } from "./signs.ts";
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

/** Told of each trait of a piece: its number, and where it stands. One may come more than once. */
export type Take = (trait: number, from: Span, to: Span) => void;

/** Words, pairs of them, pairs with one between, and threes with a name in; then the same of their kinds, and kinds that share a sentence. */
export function traitsOf(signs: readonly Sign[], take: Take): void {
  for (const [at, one] of signs.entries()) {
    const [two, three] = [signs[at + 1], signs[at + 2]];
    take(numberOf(one.word), one, one);
    take(numberOf(`c ${one.kind}`), one, one);
    if (two === undefined) continue;
    take(numberOf(`${one.word} ${two.word}`), one, two);
    take(numberOf(`c ${one.kind} ${two.kind}`), one, two);
    if (three === undefined) continue;
    take(numberOf(`${one.word} _ ${three.word}`), one, three);
    take(numberOf(`c ${one.kind} _ ${three.kind}`), one, three);
    if (isName(one.word) || isName(two.word) || isName(three.word))
      take(numberOf(`${one.word} ${two.word} ${three.word}`), one, three);
    if (Number(isKind(one.kind)) + Number(isKind(two.kind)) + Number(isKind(three.kind)) > 1)
      take(numberOf(`c ${one.kind} ${two.kind} ${three.kind}`), one, three);
  }
  takeTogether(signs, take);
}

function takeTogether(signs: readonly Sign[], take: Take): void {
  let told = new Map<string, Sign>();
  for (const sign of signs) {
    if (sign.kind !== "<s>") {
      if (isTelling(sign.kind) && !told.has(sign.kind)) told.set(sign.kind, sign);
      continue;
    }
    const kinds = [...told].sort(([one], [other]) => (one < other ? -1 : 1));
    for (const [at, [one, from]] of kinds.entries()) {
      for (const [other, to] of kinds.slice(at + 1)) take(numberOf(`s ${one} ${other}`), from, to);
    }
    told = new Map();
  }
}

const isName = (word: string): boolean => word === "K" || word === "G" || word === "U";
const isTelling = (kind: string): boolean =>
  isName(kind) || kind.startsWith("#") || /^<[CFTSp]>$/.test(kind);
const isKind = (kind: string): boolean => isTelling(kind) || /^<[sRHP]>$/.test(kind);

/** FNV-1a, its bits mixed once more. Traits of one number share a weight: there are so many numbers that it matters little. */
function numberOf(trait: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < trait.length; at += 1) {
    hash = Math.imul(hash ^ trait.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) % traitCount;
}

interface Reading {
  /** The more, the rather it tells of a patient. */
  readonly score: number;
  /** What in it says so most. */
  readonly most: Span;
}

function read(signs: readonly Sign[], { weights }: Learnt): Reading {
  const seen = new Set<number>();
  let sum = 0;
  let most = { weight: 0, start: signs[0]?.start ?? 0, end: signs.at(-1)?.end ?? 0 };
  traitsOf(signs, (trait, one, other) => {
    if (seen.has(trait)) return;
    seen.add(trait);
    const weight = weights[trait] ?? 0;
    sum += weight;
    if (weight <= most.weight) return;
    const [start, end] = [Math.min(one.start, other.start), Math.max(one.end, other.end)];
    if (end > start && end - start < 60) most = { weight, start, end };
  });
  return { score: sum / Math.sqrt(seen.size || 1), most };
}

const learntFor = ({ isStaffed }: Directory): Learnt => learnt[isStaffed ? "staffed" : "unstaffed"];

/** What reads as told of one patient. Of words the guard itself has masked no more is asked than what its other rules find. */
export function readsOfPatient(text: string, directory: Directory): readonly Doubt[] {
  if (text.includes("••••")) return [];
  const known = learntFor(directory);
  return piecesOf(text, directory).flatMap((signs) => {
    const { score, most } = read(signs, known);
    return score > known.asksFrom ? [{ start: most.start, end: most.end, beside: null }] : [];
  });
}

/** Whether nothing in how it reads speaks of a patient: a stranger in it is hardly one. */
export function readsOfNobody(text: string, directory: Directory): boolean {
  const known = learntFor(directory);
  return piecesOf(text, directory).every((signs) => read(signs, known).score < known.strangersFrom);
}
