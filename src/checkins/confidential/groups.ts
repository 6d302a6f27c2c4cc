/** Groups of units that are counted together, so that no answer stands in a group too small to hide in; and counts told as bands. */
import type { UnitId } from "../../ids.ts";

export interface Group {
  readonly key: string;
  /** Null: the people whose unit isn't known. */
  readonly units: readonly (UnitId | null)[];
}

export interface Sized<Part> {
  readonly part: Part;
  readonly count: number;
}

export interface Folded<Part> {
  readonly parts: readonly Part[];
  readonly count: number;
}

/**
 * The smallest is folded into the next smallest until none is under `least`; none at all where they are fewer all together.
 * Equal sizes keep the order they came in, so the same sizes always give the same folds.
 */
export function fold<Part>(sized: readonly Sized<Part>[], least: number): Folded<Part>[] {
  const folds: Folded<Part>[] = sized
    .map(({ part, count }) => ({ parts: [part], count }))
    .toSorted((one, other) => one.count - other.count);
  for (;;) {
    const [smallest, next] = folds;
    if (smallest === undefined || smallest.count >= least) return folds;
    if (next === undefined) return [];
    const count = smallest.count + next.count;
    folds.splice(0, 2);
    const larger = folds.findIndex((other) => other.count > count);
    folds.splice(larger === -1 ? folds.length : larger, 0, {
      parts: [...smallest.parts, ...next.parts],
      count,
    });
  }
}

/** The one partition of a round, fixed before anybody is asked. Its keys say nothing. */
export function fixGroups(
  units: readonly { readonly unit: UnitId | null; readonly asked: number }[],
  least: number,
): readonly Group[] {
  const sized = units
    .filter(({ asked }) => asked > 0)
    .map(({ unit, asked }) => ({ part: unit, count: asked }))
    .toSorted((one, other) => ((one.part ?? "") < (other.part ?? "") ? -1 : 1));
  return fold(sized, least).map(({ parts }, at) => ({ key: `g${at + 1}`, units: parts }));
}

/** Fewest in a group whose comments are shown, and in one where a comment may be written. */
export const leastForComments = 10;

/** "0–4", "5–9", "10–19", "20–29", …, "100–199", "1000–1999": how many, and no closer. */
export function bandOf(count: number): string {
  if (count < 5) return "0–4";
  if (count < 10) return "5–9";
  const width = 10 ** Math.floor(Math.log10(count));
  const low = Math.floor(count / width) * width;
  return `${low}–${low + width - 1}`;
}
