/** What check-ins do about two persons who are one: they are asked once, and confidential answers are never two of one person. */
import { z } from "zod";

import { type Feature, post, type Rejoined, type Work } from "../../feature.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import type { Instant } from "../../time/instant.ts";
import { unsaying } from "../rounds/ask.ts";
import { markPrompt } from "../rounds/queries.ts";
import { id } from "../schedules/schedule.ts";
import { findSealedClose, listOpenPlaces, type PlaceTaken } from "./queries.ts";

/** Two answers of one person in a confidential round would stay two, and tell of each other: it waits until that has closed. */
export const untilClosed = (
  { tx, organization }: Work,
  one: PersonId,
  other: PersonId,
): Promise<Instant | null> => findSealedClose(tx, organization.id, one, other);

/** In a round that asks both, the place that has no answer is given up, and its message goes. Two answers both stay. */
export async function keepOnePlace(
  { tx, now, organization }: Work,
  { one, other, now: are }: Rejoined,
): Promise<void> {
  if (are === "two") return;
  const places = await listOpenPlaces(tx, organization.id, [...one, ...other]);
  for (const [round, taken] of Map.groupBy(places, (place) => place.round)) {
    for (const person of givenUp(taken, one)) {
      await markPrompt(tx, organization.id, round, person, { state: "gone", dueAt: null });
      await later(tx, organization.id, now, {
        kind: "checkins.withdrawn",
        payload: { round, person },
        due: now,
      });
    }
  }
}

function givenUp(taken: readonly PlaceTaken[], stays: readonly PersonId[]): PersonId[] {
  const standing = taken.filter(({ state }) => state !== "gone");
  const open = standing.filter(({ state }) => state !== "answered" && state !== "quiet");
  if (open.length < standing.length) return open.map(({ person }) => person);
  const kept = open.find(({ person }) => stays.includes(person)) ?? open[0];
  return open.flatMap((place) => (place === kept ? [] : [place.person]));
}

export const joiningRows: Pick<Feature, "posts"> = {
  posts: [
    post({
      post: "checkins.withdrawn",
      read: z.object({ round: id<RoundId>(), person: id<PersonId>() }),
      say: async (_, { round, person }) => unsaying(round, person),
    }),
  ],
};
