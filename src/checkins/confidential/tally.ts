/**
 * Answers of a round, counted while they are read: from here on nobody knows which of them were one person's, nor in which order
 * they came. Only release.ts looks at a tally.
 */
import type { Cleared } from "../../privacy/phi/cleared.ts";
import type { Answer } from "../answer.ts";
import type { Template } from "../template.ts";
import { sayingsOf } from "./saying.ts";

export interface Respondent {
  /** Of the fixed partition. */
  readonly group: string;
  readonly answers: readonly Answer[];
}

/** Of one group. Cells are named by question and partner: "clear unt_…", or "clear " where it is asked once. */
export interface Counts {
  /** Who said anything at all. */
  answered: number;
  /** Who said anything about a partner; "" where it is asked once. */
  readonly raters: Map<string, number>;
  /** Cell → value (JSON) → how often. */
  readonly values: Map<string, Map<string, number>>;
  readonly comments: Map<string, Cleared[]>;
}

export interface Tally {
  readonly template: Template;
  add(respondent: Respondent): void;
  /** By the key of the group. */
  readonly groups: ReadonlyMap<string, Counts>;
}

export function createTally(template: Template): Tally {
  const groups = new Map<string, Counts>();
  return {
    template,
    groups,
    add({ group, answers }) {
      const sayings = sayingsOf(template, answers);
      if (sayings.length === 0) return;
      const counts = entry(groups, group, noCounts);
      counts.answered += 1;
      for (const partner of new Set(sayings.map((saying) => saying.partner ?? "")))
        add(counts.raters, partner, 1);
      for (const saying of sayings) {
        const cell = `${saying.question} ${saying.partner ?? ""}`;
        if (saying.kind === "comment") entry(counts.comments, cell, () => []).push(saying.words);
        else add(entry(counts.values, cell, noValues), JSON.stringify(saying.value), 1);
      }
    },
  };
}

/** Several groups counted as one. */
export function addUp(all: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const counts of all) {
    sum.answered += counts.answered;
    for (const [partner, raters] of counts.raters) add(sum.raters, partner, raters);
    for (const [cell, values] of counts.values)
      for (const [value, count] of values) add(entry(sum.values, cell, noValues), value, count);
    for (const [cell, words] of counts.comments) {
      const together = entry(sum.comments, cell, () => []);
      for (const one of words) together.push(one);
    }
  }
  return sum;
}

const noValues = () => new Map<string, number>();

const noCounts = (): Counts => ({
  answered: 0,
  raters: new Map(),
  values: new Map(),
  comments: new Map(),
});

function entry<Value>(map: Map<string, Value>, key: string, none: () => Value): Value {
  const found = map.get(key) ?? none();
  map.set(key, found);
  return found;
}

const add = (map: Map<string, number>, key: string, count: number): void =>
  void map.set(key, (map.get(key) ?? 0) + count);
