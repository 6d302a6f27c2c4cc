/**
 * What check-ins do about two persons who are one: they are asked once, what they answered last counts, and confidential answers
 * are never two of one person.
 */
import { z } from "zod";

import {
  type Feature,
  type KeyedWork,
  post,
  type Rejoined,
  type Saying,
  type Work,
} from "../../feature.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import { later, listMessages } from "../../jobs/queries.ts";
import { findPerson } from "../../people/queries/persons.ts";
import { speak } from "../../text/say.ts";
import type { Instant } from "../../time/instant.ts";
import { outdoneCard } from "../answering/cards.ts";
import { promptSaying } from "../answering/prompt.ts";
import { isAnswered } from "../round.ts";
import { unsaying } from "../rounds/ask.ts";
import { findPlaceOf, findPrompt, markPrompt } from "../rounds/queries.ts";
import { id } from "../schedules/schedule.ts";
import { findSealedClose, listOpenPlaces } from "./queries.ts";

/** Two answers of one person in a confidential round would stay two, and tell of each other: it waits until that has closed. */
export const untilClosed = (
  { tx, organization }: Work,
  one: PersonId,
  other: PersonId,
): Promise<Instant | null> => findSealedClose(tx, organization.id, one, other);

/**
 * In a round that asks both, one place stands. Another that has no answer is given up, and its message goes; one that has says
 * that it counts no more, for as long as they are one.
 */
export async function keepOnePlace(
  { tx, now, organization }: Work,
  { one, other, now: are }: Rejoined,
): Promise<void> {
  const places = await listOpenPlaces(tx, organization.id, [...one, ...other]);
  const rounds = Map.groupBy(places, (place) => place.round);
  for (const [round, [, ...outdone]] of rounds) {
    for (const { person, state } of outdone) {
      if (state === "gone" || (are === "two" && !isAnswered(state))) continue;
      if (!isAnswered(state)) {
        await markPrompt(tx, organization.id, round, person, { state: "gone", dueAt: null });
      }
      await later(tx, organization.id, now, {
        kind: "checkins.withdrawn",
        payload: { round, person },
        due: now,
      });
    }
  }
}

const placeRead = z.object({ round: id<RoundId>(), person: id<PersonId>() });

/** What stands of a place that may not count any more. */
async function sayPlace(
  work: KeyedWork,
  { round, person }: z.infer<typeof placeRead>,
): Promise<Saying | null> {
  const { tx, organization } = work;
  const place = await findPlaceOf(tx, organization.id, round, person);
  const standing = await findPrompt(tx, organization.id, round, person);
  const away = unsaying(round, person);
  if (place === undefined || place.state === "gone") return away;
  if (standing?.person === person) return promptSaying(work, round, person);
  const reader = await findPerson(tx, organization, person);
  if (reader === undefined || !isAnswered(place.state)) return away;
  const stands = (await listMessages(tx, organization.id, away.subject)).length > 0;
  return stands ? { ...away, card: outdoneCard(speak(reader.locale, reader.zone)) } : null;
}

export const joiningRows: Pick<Feature, "posts"> = {
  posts: [post({ post: "checkins.withdrawn", read: placeRead, say: sayPlace })],
};
