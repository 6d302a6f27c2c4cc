/** Something to be done about what got in the way. Pure. */
import type { ActionId, PersonId, RoundId, UnitId } from "../../ids.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import { day, type Instant, plus } from "../../time/instant.ts";
import { localDate } from "../../time/zone.ts";

/** asked: somebody's request that no lead has taken up yet. */
export type ActionState = "asked" | "open" | "done" | "dropped";

export interface Action {
  readonly id: ActionId;
  readonly round: RoundId | null;
  /** Who raised it by name; they are told when it is done. */
  readonly raisedBy: PersonId | null;
  readonly unit: UnitId | null;
  readonly title: Cleared;
  readonly owner: { readonly id: PersonId; readonly name: string };
  /** A local date; "" while it is only asked for. */
  readonly dueOn: string;
  readonly state: ActionState;
  readonly madeBy: PersonId;
}

/** A lead has taken it up already, or put it aside. */
export const isTaken = (state: ActionState | undefined): boolean =>
  state !== undefined && state !== "asked";

/** Days from today. */
export const dues = { week: 7, fortnight: 14, month: 30, quarter: 91 } as const;
export type Due = keyof typeof dues;

export const dueOn = (now: Instant, zone: string, due: Due): string =>
  localDate(plus(now, dues[due] * day), zone);

export const isOverdue = (action: Action, today: string): boolean =>
  action.state === "open" && action.dueOn < today;
