/** Who of an audience has a place in a round, and why the others have none. */
import type { UnitId } from "../../ids.ts";
import type { Participant } from "../../people/queries/participants.ts";
import { day, hour, type Instant, plus } from "../../time/instant.ts";

/**
 * left: deactivated. new: joined in the last 7 days. lead: nobody leads their unit, or they have none. licence: their unit is not
 * in the template's licence. few: fewer than a group could answer there.
 */
export const skipReasons = ["left", "new", "lead", "licence", "off", "away", "few"] as const;
export type SkipReason = (typeof skipReasons)[number];

export interface EligibleFacts {
  readonly now: Instant;
  readonly installedAt: Instant;
  /** Units that somebody leads; null: the words go to no lead. */
  readonly led: ReadonlySet<UnitId> | null;
  /** Units that the template's licence names; null: all. */
  readonly licensed: ReadonlySet<UnitId> | null;
}

/** Somebody new has enough to read. */
const newFor = 7 * day;
/** Reading the directory of a workspace takes its time after it was installed. */
const installing = 1 * hour;

/** Null: they have a place. */
export function skipReason(person: Participant, facts: EligibleFacts): SkipReason | null {
  if (!person.here) return "left";
  const wasThere = person.joinedAt <= plus(facts.installedAt, installing);
  if (!wasThere && person.joinedAt > plus(facts.now, -newFor)) return "new";
  if (facts.licensed !== null && !isOf(facts.licensed, person.unit)) return "licence";
  if (facts.led !== null && !isOf(facts.led, person.unit)) return "lead";
  return null;
}

const isOf = (units: ReadonlySet<UnitId>, unit: UnitId | null): boolean =>
  unit !== null && units.has(unit);
