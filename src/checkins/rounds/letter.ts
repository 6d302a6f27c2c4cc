/** A message of ours to one person: in their language, and held back in their quiet hours. */
import type { Json } from "../../chat/card.ts";
import type { Saying, Work } from "../../feature.ts";
import type { PersonId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { openFor } from "../../people/person.ts";
import { findPerson } from "../../people/queries/persons.ts";
import { type Say, speak } from "../../text/say.ts";

export interface Letter {
  readonly say: Say;
  /** The person whom the id means now: named in the subject, so that what was left for each of two ids is one message. */
  readonly to: Extract<Saying["to"], { kind: "person" }>;
}

/** Null: they have left, or it was put off to when their hours allow. */
export async function openLetter(
  { tx, now, organization }: Work,
  personId: PersonId,
  job: { readonly kind: string; readonly payload: Json },
): Promise<Letter | null> {
  const person = await findPerson(tx, organization, personId);
  if (person === undefined || !person.here) return null;
  const opens = openFor(person, now);
  if (opens > now) {
    const once = `${job.kind} ${JSON.stringify(job.payload)}:${personId}`;
    await later(tx, organization.id, now, { ...job, due: opens, once });
    return null;
  }
  return { say: speak(person.locale, person.zone), to: { kind: "person", person: person.id } };
}
