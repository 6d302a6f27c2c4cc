/**
 * The Working Together Map: what the people of each unit say about each other unit. A cell is the mean over respondents of their
 * own mean of at least 4 of the 6 questions; who rated too few, or too small a unit, is not among the answers.
 */
import type { UnitId } from "../../ids.ts";
import { meanOfAll } from "../confidential/saying.ts";
import type { Template } from "../template.ts";
import type { AnswerGiven, Group, Units } from "./facts.ts";
import { type Figures, figuresOf } from "./figures.ts";

export interface MapCell {
  /** More than one where small units are counted together. */
  readonly raters: Units;
  readonly rated: UnitId;
  readonly figures: Figures;
}

/** Two units, or groups of them, and what each says of the other. */
export interface Pair {
  readonly one: Units;
  readonly other: Units;
  /** What `one` says about `other`. */
  readonly there: Figures;
  readonly back: Figures;
  /** There minus back; null where one of the two can't be told. */
  readonly gap: number | null;
}

export function mapOf(
  template: Template,
  groups: readonly Group[],
  answers: readonly AnswerGiven[],
): MapCell[] {
  const means = answers.filter(({ question }) => question === meanOfAll);
  const rated = [...new Set(means.flatMap(({ partner }) => (partner === null ? [] : [partner])))];
  return groups.flatMap(({ key, units }) =>
    rated.toSorted().flatMap((unit): MapCell[] => {
      const own = means.filter(({ group, partner }) => group === key && partner === unit);
      const figures = figuresOf(template, { id: meanOfAll, favourable: null }, own);
      return own.length === 0 ? [] : [{ raters: units, rated: unit, figures }];
    }),
  );
}

/** The widest gap first, then what is told in one direction only. */
export function pairsOf(cells: readonly MapCell[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { raters, rated, figures } of cells) {
    const other: Units = [rated];
    const own = knownOf(raters);
    const turned = pairs.get(keyOf(other, own));
    if (turned === undefined) {
      const back: Figures = { kind: "hidden" };
      pairs.set(keyOf(own, other), { one: raters, other, there: figures, back, gap: null });
    } else {
      const gap = gapOf(turned.there, figures);
      pairs.set(keyOf(other, own), { ...turned, other: raters, back: figures, gap });
    }
  }
  return [...pairs.values()].toSorted((a, b) => sizeOf(b.gap) - sizeOf(a.gap));
}

/** People whose unit isn't known are counted with some unit, and turn nobody into another unit than that. */
const knownOf = (units: Units): Units =>
  units.some((unit) => unit !== null) ? units.filter((unit) => unit !== null) : units;

const keyOf = (...units: readonly Units[]): string => JSON.stringify(units);

const gapOf = (there: Figures, back: Figures): number | null =>
  there.kind === "mean" && back.kind === "mean" ? there.mean - back.mean : null;

const sizeOf = (gap: number | null): number => (gap === null ? -1 : Math.abs(gap));

/** Units in the order of rows and columns, and the mean that each row gives each column. */
export interface Grid {
  readonly units: readonly Units[];
  readonly cells: readonly (readonly (number | null)[])[];
  /** For whom there was no room. */
  readonly left: readonly Units[];
}

/** A square of the `most` that say and are told most. */
export function gridOf(cells: readonly MapCell[], most: number): Grid {
  const means = new Map<string, number>();
  const told = new Map<string, { readonly units: Units; readonly cells: number }>();
  for (const { raters, rated, figures } of cells) {
    if (figures.kind !== "mean") continue;
    const own = knownOf(raters);
    means.set(keyOf(own, [rated]), figures.mean);
    for (const units of [own, [rated]]) {
      told.set(keyOf(units), { units, cells: (told.get(keyOf(units))?.cells ?? 0) + 1 });
    }
  }
  const all = [...told.values()].toSorted((a, b) => b.cells - a.cells).map(({ units }) => units);
  const units = all.slice(0, most);
  return {
    units,
    cells: units.map((row) => units.map((column) => means.get(keyOf(row, column)) ?? null)),
    left: all.slice(most),
  };
}
