/** What becomes of two persons who turned out to be one, and of one who turned out to be two. Pure. */
import type { JoiningId, PersonId, WorkspaceId } from "../../ids.ts";
import type { Instant } from "../../time/instant.ts";

export interface Joining {
  readonly id: JoiningId;
  readonly person: PersonId;
  readonly into: PersonId;
  readonly how: "email" | "code";
  /** Null while it waits. */
  readonly joinedAt: Instant | null;
  readonly partedAt: Instant | null;
  readonly brought: Brought;
}

/** One of the accounts of a person. */
export interface AccountOf {
  readonly workspace: WorkspaceId;
  readonly account: string;
  readonly platform: string;
  readonly name: string;
}

/** A person's own settings, as columns. */
export interface Settings {
  readonly unit_id: string | null;
  readonly discipline_id: string | null;
  readonly pattern: string | null;
  readonly zone: string | null;
  readonly locale: string | null;
  readonly prefers_private: 0 | 1;
  readonly off_boards: 0 | 1;
  readonly paused_until: Instant | null;
  readonly joined_at: Instant;
  readonly welcomed_at: Instant | null;
  readonly told_at: Instant | null;
}

type Value = string | number | null;
/** What changed in the settings of the one who stays: from what to what. */
export type Brought = Readonly<Record<string, readonly [before: Value, after: Value]>>;

/**
 * What the other brings: what is not known yet, and of two wishes the one that keeps more to themself.
 */
export function planBringing(stays: Settings, comes: Settings): Brought {
  const after: Settings = {
    unit_id: stays.unit_id ?? comes.unit_id,
    discipline_id: stays.discipline_id ?? comes.discipline_id,
    pattern: stays.pattern ?? comes.pattern,
    zone: stays.zone ?? comes.zone,
    locale: stays.locale ?? comes.locale,
    prefers_private: stays.prefers_private === 1 ? 1 : comes.prefers_private,
    off_boards: stays.off_boards === 1 ? 1 : comes.off_boards,
    paused_until: later(stays.paused_until, comes.paused_until),
    joined_at: comes.joined_at < stays.joined_at ? comes.joined_at : stays.joined_at,
    welcomed_at: stays.welcomed_at ?? comes.welcomed_at,
    told_at: later(stays.told_at, comes.told_at),
  };
  return changesOf(stays, after);
}

/** Parted again, what was brought goes, unless it was changed since. */
export function planReturning(now: Settings, brought: Brought): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(brought)
      .filter(([name, [, after]]) => now[name as keyof Settings] === after)
      .map(([name, [before]]) => [name, before]),
  );
}

export const valuesOf = (brought: Brought): Partial<Settings> =>
  Object.fromEntries(Object.entries(brought).map(([name, [, after]]) => [name, after]));

function changesOf(before: Settings, after: Settings): Brought {
  const names = Object.keys(after) as (keyof Settings)[];
  return Object.fromEntries(
    names
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, [before[name], after[name]]]),
  );
}

const later = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || (other !== null && other > one) ? other : one;

/** Whom each of them is now, following who was joined into whom. */
export function rootsOf(
  ids: readonly PersonId[],
  standing: readonly Pick<Joining, "person" | "into">[],
): Map<PersonId, PersonId> {
  const into = new Map(standing.map((one) => [one.person, one.into]));
  return new Map(
    ids.map((id): [PersonId, PersonId] => {
      let root = id;
      // Only whoever is nobody else is joined into another, so it ends.
      for (let next = into.get(root); next !== undefined; next = into.get(root)) root = next;
      return [id, root];
    }),
  );
}
