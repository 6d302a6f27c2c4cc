/** What a summary is made of: groups that were published, and answers counted by what they say. */
import type { PersonId, UnitId } from "../../ids.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import type { Band } from "../confidential/band.ts";
import type { Value } from "../confidential/saying.ts";

/** Null is whoever has no unit. */
export type Units = readonly (UnitId | null)[];

export interface Group {
  readonly key: string;
  readonly units: Units;
  /** In bands: "10–19". */
  readonly answered: string;
}

/** One answer, or only the band in which it lies; and how many gave it. */
export interface Given {
  readonly value: Value | Band;
  readonly count: number;
}

/** "Can't say" is none of them. */
export interface AnswerGiven extends Given {
  /** Null: named answers, which belong to no group. */
  readonly group: string | null;
  readonly question: string;
  readonly partner: UnitId | null;
}

/** What was said and will be done about a round. */
export interface Done {
  readonly said: Cleared;
  readonly did: Cleared;
  readonly owner: { readonly id: PersonId; readonly name: string };
  /** A local date. */
  readonly dueOn: string;
}
