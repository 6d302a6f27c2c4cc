/**
 * The one door through which confidential answers leave: what a round's tally may tell anybody, decided once, at its close.
 * Whatever is stored, shown, exported or drawn of them afterwards is made from this and from nothing else, so no output can tell more.
 *
 * k is the template's least (5; for strain 10).
 * - A group in which fewer than k answered is folded into the next smallest; fewer than k in all: nothing.
 * - A cell (question, partner, group) of fewer than k is hidden. Never one cell of a question alone, and never cells of fewer than k
 *   in all: then the next smallest is hidden too, so that a total, should anybody know it, gives none of them back.
 * - A cell in which all answered alike is kept as a band that two answers or more could have made; where there is none, it is hidden.
 * - Comments stand where 10 answered, folded further where that takes it, and in the order of the alphabet.
 * - What was asked only after some answers to another question stands only where those answers do, as they are.
 * - About a partner unit nothing is told unless k people work there.
 */
import type { UnitId } from "../../ids.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import { type Band, bandedValue, isUnanimous } from "./band.ts";
import { bandOf, type Folded, fold, type Group, leastForComments } from "./groups.ts";
import type { Value } from "./saying.ts";
import { addUp, type Counts, type Tally } from "./tally.ts";

export interface ReleaseFacts {
  /** The fixed partition, and how many were asked in each. */
  readonly groups: readonly (Group & { readonly asked: number })[];
  /** How many work in each unit. */
  readonly sizes: ReadonlyMap<UnitId, number>;
}

export type ReleasedValue = Value | Band;

export interface ReleasedCell {
  /** A released group's key; of comments, keys joined by "+" where several groups are told as one. */
  readonly group: string;
  readonly question: string;
  readonly partner: UnitId | null;
  readonly values: readonly { readonly value: ReleasedValue; readonly count: number }[];
  readonly comments: readonly Cleared[];
}

export interface Released {
  readonly groups: readonly (Group & { readonly asked: string; readonly answered: string })[];
  /** Of all groups together: how many were asked, and in bands how many answered. */
  readonly everybody: { readonly asked: number; readonly answered: string };
  readonly cells: readonly ReleasedCell[];
}

/** A group as it is told: one of the fixed partition, or several. */
interface Told extends Counts {
  readonly key: string;
}

export function release(tally: Tally, { groups, sizes }: ReleaseFacts): Released {
  const { least } = tally.template;
  const answered = groups.map((group) => ({
    part: group,
    count: tally.groups.get(group.key)?.answered ?? 0,
  }));
  const folds = fold(answered, least);
  const told = folds.map(({ parts }) => ({
    key: keyOf(parts),
    ...addUp(parts.flatMap(({ key }) => tally.groups.get(key) ?? [])),
  }));
  const isLarge = (cell: string, atLeast: number) => {
    const { partner } = placeOf(cell);
    return partner === null || (sizes.get(partner) ?? 0) >= atLeast;
  };
  const cells = namesOf(told.map(({ values }) => values)).filter((cell) => isLarge(cell, least));
  const comments = namesOf(told.map((group) => group.comments)).filter((cell) =>
    isLarge(cell, Math.max(least, leastForComments)),
  );
  const released = [
    ...cells.flatMap((cell) => releaseValues(tally, told, cell)),
    ...comments.flatMap((cell) => releaseComments(tally, told, cell)),
  ];
  return {
    groups: folds.map(({ parts, count }) => ({
      key: keyOf(parts),
      units: parts.flatMap(({ units }) => units),
      asked: bandOf(sum(parts.map(({ asked }) => asked))),
      answered: bandOf(count),
    })),
    everybody: {
      asked: sum(groups.map(({ asked }) => asked)),
      answered: bandOf(sum(answered.map(({ count }) => count))),
    },
    cells: withoutTelltales(tally, released),
  };
}

/** One question about one partner (or none), in every group. */
function releaseValues({ template }: Tally, told: readonly Told[], cell: string): ReleasedCell[] {
  const at = placeOf(cell);
  const cells = told.flatMap(({ key, values }) => {
    const counts = values.get(cell);
    if (counts === undefined) return [];
    const read = [...counts]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([value, count]) => ({ value: JSON.parse(value) as Value, count }));
    const count = sum(read.map((one) => one.count));
    const shown = isUnanimous(read.map(({ value }) => value))
      ? bandsOf(template, at.question, read)
      : read;
    return [{ group: key, count, shown: count < template.least ? null : shown }];
  });
  return hideWith(cells, template.least).map(({ group, shown }) => ({
    group,
    ...at,
    values: shown,
    comments: [],
  }));
}

function bandsOf(
  template: Tally["template"],
  question: string,
  values: readonly { readonly value: Value; readonly count: number }[],
) {
  const [first] = values;
  const band = first === undefined ? null : bandedValue(template, question, first.value);
  return band && [{ value: band, count: sum(values.map(({ count }) => count)) }];
}

interface Cell<Shown> {
  readonly group: string;
  readonly count: number;
  /** Null: hidden. */
  readonly shown: Shown | null;
}

/** The cells that stand, once as many of the next smallest are hidden as the hidden ones need for company. */
function hideWith<Shown>(cells: readonly Cell<Shown>[], least: number) {
  const hidden = cells.filter(({ shown }) => shown === null);
  let count = sum(hidden.map((cell) => cell.count));
  let alone = hidden.length === 1;
  const standing = cells
    .flatMap(({ shown, ...cell }) => (shown === null ? [] : [{ ...cell, shown }]))
    .toSorted((one, other) => one.count - other.count);
  while (hidden.length > 0 && (alone || count < least)) {
    const next = standing.shift();
    if (next === undefined) return [];
    count += next.count;
    alone = false;
  }
  return standing;
}

function releaseComments({ template }: Tally, told: readonly Told[], cell: string): ReleasedCell[] {
  const { question, partner } = placeOf(cell);
  const raters = ({ answered, raters }: Told) =>
    partner === null ? answered : (raters.get(partner) ?? 0);
  const folds: Folded<Told>[] = fold(
    told.map((group) => ({ part: group, count: raters(group) })),
    Math.max(template.least, leastForComments),
  );
  return folds.flatMap(({ parts }) => {
    const comments = parts.flatMap((group) => group.comments.get(cell) ?? []).toSorted();
    const group = parts
      .map(({ key }) => key)
      .toSorted()
      .join("+");
    return comments.length === 0 ? [] : [{ group, question, partner, values: [], comments }];
  });
}

/** Who answered the second question has answered the first in one of a few ways. */
function withoutTelltales({ template }: Tally, cells: readonly ReleasedCell[]): ReleasedCell[] {
  const name = (group: string, question: string, partner: UnitId | null) =>
    `${group} ${question} ${partner ?? ""}`;
  const asTheyAre = new Set(
    cells
      .filter(
        ({ values }) => values.length > 0 && values.every(({ value }) => value.kind !== "band"),
      )
      .map(({ group, question, partner }) => name(group, question, partner)),
  );
  const first = new Map(template.questions.map(({ id, follows }) => [id, follows?.question]));
  return cells.filter(({ group, question, partner }) => {
    const before = first.get(question);
    return (
      before === undefined ||
      group.split("+").every((one) => asTheyAre.has(name(one, before, partner)))
    );
  });
}

/** The groups' keys in one: the first in the alphabet. */
const keyOf = (parts: readonly Group[]): string => parts.map(({ key }) => key).toSorted()[0] ?? "";

const namesOf = (all: readonly ReadonlyMap<string, unknown>[]): string[] =>
  [...new Set(all.flatMap((cells) => [...cells.keys()]))].toSorted();

function placeOf(cell: string): { question: string; partner: UnitId | null } {
  const [question = "", partner = ""] = cell.split(" ");
  return { question, partner: partner === "" ? null : (partner as UnitId) };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
