/** What a set of answers to one question comes to, and whether that differs from last time by more than chance. */
import { bandedValue, isUnanimous } from "../confidential/band.ts";
import type { Template } from "../template.ts";
import type { Given } from "./facts.ts";

export type Figures =
  /** Fewer than may be shown, or all chose the same, which would be everyone's answer. */
  | { readonly kind: "hidden" }
  /** All alike, so that the value would be everyone's: only where it lies. */
  | { readonly kind: "band"; readonly count: number; readonly from: number; readonly to: number }
  | Mean
  | Shares;

export interface Mean {
  readonly kind: "mean";
  readonly count: number;
  readonly mean: number;
  /** Of a sample: n − 1 below the line. */
  readonly sd: number;
  /** The share at or above the question's favourable value; null where it has none, or where a band hides it. */
  readonly favourable: number | null;
  /** How many gave each value; those in a band are not among them. */
  readonly spread: Spread;
}

export interface Shares {
  readonly kind: "shares";
  readonly count: number;
  /** How many chose each option. */
  readonly spread: Spread;
}

export type Spread = Readonly<Record<string, number>>;

/**
 * Answers to one question. What lies in a band counts as its middle, so that a total says no more of it than the band does.
 * `favourable`: the least value that counts as such.
 */
export function figuresOf(
  template: Template,
  question: { readonly id: string; readonly favourable: number | null },
  given: readonly Given[],
): Figures {
  const count = sum(given.map((one) => one.count));
  if (count < template.least) return { kind: "hidden" };
  const alike = onlyBand(template, question.id, given, count);
  if (alike !== undefined) return alike;
  const chosen = given.flatMap(chosenIn);
  if (chosen.length > 0) return { kind: "shares", count, spread: spreadOf(chosen) };
  return meanOf(given.flatMap(rangeOf), count, question.favourable);
}

/** Undefined where they are not all alike. */
function onlyBand(
  template: Template,
  question: string,
  given: readonly Given[],
  count: number,
): Figures | undefined {
  const different = new Map(given.map(({ value }) => [JSON.stringify(value), value]));
  const values = [...different.values()].flatMap((value) => (value.kind === "band" ? [] : [value]));
  const [first] = different.values();
  const alike = values.length === different.size ? isUnanimous(values) : different.size === 1;
  if (first === undefined || !alike) return undefined;
  const band = first.kind === "band" ? first : bandedValue(template, question, first);
  return band === null ? { kind: "hidden" } : { kind: "band", count, from: band.from, to: band.to };
}

function chosenIn({ value, count }: Given): [string, number][] {
  switch (value.kind) {
    case "choice":
      return value.values.map((option) => [option, count]);
    case "yesNo":
      return [[value.value, count]];
    default:
      return [];
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

function rangeOf({ value, count }: Given): Range[] {
  switch (value.kind) {
    case "scale":
    case "mood":
      return [{ from: value.value, to: value.value, count }];
    case "band":
      return [{ from: value.from, to: value.to, count }];
    default:
      return [];
  }
}

function meanOf(ranges: readonly Range[], count: number, favourable: number | null): Mean {
  const middles = ranges.map(({ from, to, count: times }) => ({ value: (from + to) / 2, times }));
  const mean = sum(middles.map(({ value, times }) => value * times)) / count;
  const squares = sum(middles.map(({ value, times }) => (value - mean) ** 2 * times));
  const known = ranges.filter(({ from, to }) => from === to);
  return {
    kind: "mean",
    count,
    mean,
    sd: Math.sqrt(squares / (count - 1)),
    favourable: favourableOf(ranges, count, favourable),
    spread: spreadOf(known.map(({ from, count: times }) => [String(from), times])),
  };
}

function favourableOf(
  ranges: readonly Range[],
  count: number,
  least: number | null,
): number | null {
  if (least === null || ranges.some(({ from, to }) => from < least && to >= least)) return null;
  return sum(ranges.filter(({ from }) => from >= least).map((range) => range.count)) / count;
}

function spreadOf(counts: readonly (readonly [string, number])[]): Spread {
  const spread = new Map<string, number>();
  for (const [value, count] of counts) spread.set(value, (spread.get(value) ?? 0) + count);
  return Object.fromEntries([...spread].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const shareOf = (
  { spread, count }: Pick<Shares, "spread" | "count">,
  option: string,
): number => roughly((spread[option] ?? 0) / count, count);

/** Of fewer than twenty a share is told in tenths: more digits would mean nothing, and give away how many answered. */
export const roughly = (share: number, count: number): number =>
  count < 20 ? Math.round(share * 10) / 10 : share;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
