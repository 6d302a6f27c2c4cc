/**
 * The ledger: one entry for each giver and receiver of a thanks, append-only and without words. A reversal is an entry with the
 * negative of the one it takes back and with its hour, so that the same buckets and the same allowance fall. Pure.
 */
import type { DisciplineId, LedgerId, PersonId, RecognitionId, UnitId } from "../../ids.ts";
import type { Instant } from "../../time/instant.ts";
import { localDate, type Period, periodName } from "../../time/zone.ts";

export interface Entry {
  readonly id: LedgerId;
  readonly recognition: RecognitionId;
  readonly giver: PersonId;
  readonly receiver: PersonId;
  readonly kind: "gift" | "second" | "reaction";
  readonly points: number;
  readonly thanks: number;
  readonly cost: number;
  readonly counted: boolean;
  readonly givenAt: Instant;
  readonly enteredAt: Instant;
  readonly reverses: LedgerId | null;
  readonly giverUnit: UnitId | null;
  readonly giverDiscipline: DisciplineId | null;
  readonly receiverUnit: UnitId | null;
  readonly receiverDiscipline: DisciplineId | null;
}

export const reversalOf = (entry: Entry, id: LedgerId, now: Instant): Entry => ({
  ...entry,
  id,
  points: -entry.points,
  thanks: -entry.thanks,
  cost: -entry.cost,
  enteredAt: now,
  reverses: entry.id,
});

/** With those who turned out to be others as these others. What somebody gave an account of their own counts for nobody. */
export const entriesAs = (
  entries: readonly Entry[],
  others: ReadonlyMap<PersonId, PersonId>,
): Entry[] =>
  entries
    .map((entry) => ({
      ...entry,
      giver: others.get(entry.giver) ?? entry.giver,
      receiver: others.get(entry.receiver) ?? entry.receiver,
    }))
    .filter((entry) => entry.giver !== entry.receiver);

/** What they took off or put onto a sum, the other way round. */
export const opposite = (entries: readonly Entry[]): Entry[] =>
  entries.map((entry) => ({ ...entry, points: -entry.points, thanks: -entry.thanks }));

export interface ScoreChange {
  readonly board: "receivers" | "givers";
  readonly bucket: string;
  readonly member: PersonId;
  readonly points: number;
}

export interface RollupChange {
  readonly day: string;
  readonly board: "all" | "unit" | "discipline" | "bridge";
  readonly member: string;
  readonly thanks: number;
  readonly points: number;
}

const periods: readonly Period[] = ["week", "month", "quarter", "year"];

/** The buckets a moment counts in, in the organization's zone. */
export const bucketsOf = (at: Instant, zone: string): string[] => [
  ...periods.map((period) => periodName(at, period, zone)),
  "all",
];

/** What counted entries change on the boards of persons: summed, and in one order for everyone who writes them. */
export function scoreChanges(entries: readonly Entry[], zone: string): ScoreChange[] {
  const sums = new Map<string, ScoreChange>();
  for (const entry of entries) {
    if (!entry.counted) continue;
    for (const bucket of bucketsOf(entry.givenAt, zone)) {
      add("receivers", bucket, entry.receiver, entry.points);
      add("givers", bucket, entry.giver, entry.points);
    }
  }
  return inOrder(sums);

  function add(
    board: ScoreChange["board"],
    bucket: string,
    member: PersonId,
    points: number,
  ): void {
    const key = `${board} ${bucket} ${member}`;
    sums.set(key, { board, bucket, member, points: (sums.get(key)?.points ?? 0) + points });
  }
}

/** What they change in the day's sums by unit, discipline and bridge (from one discipline to another). */
export function rollupChanges(entries: readonly Entry[], zone: string): RollupChange[] {
  const sums = new Map<string, RollupChange>();
  for (const entry of entries) {
    if (!entry.counted) continue;
    const { giverDiscipline, receiverDiscipline, receiverUnit } = entry;
    const day = localDate(entry.givenAt, zone);
    add(day, "all", "all", entry);
    if (receiverUnit !== null) add(day, "unit", receiverUnit, entry);
    if (receiverDiscipline !== null) add(day, "discipline", receiverDiscipline, entry);
    if (
      giverDiscipline !== null &&
      receiverDiscipline !== null &&
      giverDiscipline !== receiverDiscipline
    ) {
      add(day, "bridge", `${giverDiscipline}>${receiverDiscipline}`, entry);
    }
  }
  return inOrder(sums);

  function add(day: string, board: RollupChange["board"], member: string, entry: Entry): void {
    const key = `${board} ${day} ${member}`;
    const before = sums.get(key);
    sums.set(key, {
      day,
      board,
      member,
      thanks: (before?.thanks ?? 0) + entry.thanks,
      points: (before?.points ?? 0) + entry.points,
    });
  }
}

/** Rows touched in one order by everyone can't deadlock. */
const inOrder = <Change>(sums: ReadonlyMap<string, Change>): Change[] =>
  [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
