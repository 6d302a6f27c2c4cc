/**
 * Recognition: one person thanks others for something they say. It costs the giver's allowance once for each receiver and
 * point; receivers keep what they are given. Pure: decides from facts, and knows no database.
 */
import type { PersonId, ValueId } from "../ids.ts";
import { day, type Instant, minute, plus } from "../time/instant.ts";
import type { Left } from "./allowance.ts";

/** Characters of a reason after trimming. */
export const shortestReason = 3;
export const longestReason = 500;
/** People in one recognition, whether they have an account or not. */
export const mostReceivers = 20;
/** Names printed in a post; the rest are a count. */
export const mostNames = 5;
/** How long a giver may take it back or change it. */
export const undoWithin = 15 * minute;
/** How long the receiver hears nothing, so that a slip taken back at once stays unheard. */
export const unheardFor = 2 * minute;
/** Thanks to the same person that count toward boards in a week; more are thanks all the same. */
export const mostRepeats = 3;
export const repeatWindow = 7 * day;

export type Visibility = "public" | "private";

/** What the giver asks for, before anyone decided whether they may have it. */
export interface RecognitionRequest {
  readonly receivers: readonly PersonId[];
  /** People "not on the list". */
  readonly outsiders: number;
  /** To each receiver. */
  readonly points: number;
  readonly withoutPoints: boolean;
  readonly reasonLength: number;
  readonly values: readonly ValueId[];
}

/** Read under the giver's lock, so two kudos sent at once cannot spend the same allowance. */
export interface Facts {
  /** Null: no allowance is kept. */
  readonly left: Left | null;
  readonly mostPoints: number;
  readonly valueRequired: boolean;
}

export type Refusal =
  | { readonly kind: "too-many"; readonly named: number }
  | { readonly kind: "reason-missing" }
  | { readonly kind: "reason-short" }
  | { readonly kind: "reason-long"; readonly length: number }
  | { readonly kind: "value-missing" }
  | { readonly kind: "points-out-of-range"; readonly most: number }
  | {
      readonly kind: "allowance-spent";
      readonly people: number;
      readonly cost: number;
      /** More than one each may be given, so that people and cost differ. */
      readonly byPoints: boolean;
      readonly left: number;
      /** Null where nothing is spent: there is nothing to wait for. */
      readonly renewsAt: Instant | null;
    };

export type Decision =
  | { readonly kind: "granted"; readonly cost: number; readonly points: number }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Whether a request that names somebody may be had; one that names nobody never comes here. */
export function decideRecognition(request: RecognitionRequest, facts: Facts): Decision {
  const named = request.receivers.length + request.outsiders;
  if (named > mostReceivers) return refused({ kind: "too-many", named });
  if (request.reasonLength === 0) return refused({ kind: "reason-missing" });
  if (request.reasonLength < shortestReason) return refused({ kind: "reason-short" });
  if (request.reasonLength > longestReason) {
    return refused({ kind: "reason-long", length: request.reasonLength });
  }
  if (facts.valueRequired && request.values.length === 0) return refused({ kind: "value-missing" });
  if (request.points < 1 || request.points > facts.mostPoints) {
    return refused({ kind: "points-out-of-range", most: facts.mostPoints });
  }
  if (request.withoutPoints) return { kind: "granted", cost: 0, points: 0 };

  const cost = request.points * request.receivers.length;
  if (facts.left !== null && cost > facts.left.left) {
    const { left, renewsAt, frees } = facts.left;
    return refused({
      kind: "allowance-spent",
      people: request.receivers.length,
      cost,
      byPoints: facts.mostPoints > 1,
      left,
      renewsAt: frees === 0 ? null : renewsAt,
    });
  }
  return { kind: "granted", cost: facts.left === null ? 0 : cost, points: request.points };
}

function refused(refusal: Refusal): Decision {
  return { kind: "refused", refusal };
}

/** Whether its giver may still take it back or change it. */
export const isFresh = (givenAt: Instant, now: Instant): boolean => plus(givenAt, undoWithin) > now;

/** Whether the boards count it: not the fourth to the same person in a week, nothing private, nothing without points. */
export const isCounted = (thanks: {
  readonly points: number;
  readonly isPrivate: boolean;
  readonly countedBefore: number;
}): boolean => thanks.points > 0 && !thanks.isPrivate && thanks.countedBefore < mostRepeats;

/** Why somebody named is left out, while the others are thanked. */
export interface LeftOut {
  readonly self: boolean;
  readonly bots: number;
  /** Deactivated, strangers, guests, and those the platform does not know. */
  readonly others: number;
}
