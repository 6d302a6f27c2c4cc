/** Finds a request with the people in it, and what its jobs and buttons carry. */
import { z } from "zod";

import type { Context, Work } from "../feature.ts";
import type { PeerId, PersonId } from "../ids.ts";
import { nameKey, type Person } from "../people/person.ts";
import { listPersons, listPersonsOnce } from "../people/queries/persons.ts";
import { findRater, findRequest, listRaters } from "./queries.ts";
import type { Asking, PeerRequest, Rater } from "./request.ts";

const peer = z.string().transform((id) => id as PeerId);
const person = z.string().transform((id) => id as PersonId);

export const ofRequest = z.object({ peer });
export const ofPerson = z.object({ peer, person });
export const ofTurn = z.object({ peer, person, turn: z.number().int() });
export const ofPage = z.object({ peer, from: z.number().int().min(0) });

/** Undefined where somebody in it is unknown. */
export async function peopleOf(work: Work, request: PeerRequest): Promise<Asking | undefined> {
  const { tx, organization } = work;
  const [subject] = await listPersons(tx, organization, [request.subject]);
  const [askedBy] = await listPersons(tx, organization, [request.askedBy]);
  return subject && askedBy && { request, subject, askedBy };
}

export async function findAsking(work: Work, id: PeerId): Promise<Asking | undefined> {
  const request = await findRequest(work.tx, work.organization.id, id);
  return request && peopleOf(work, request);
}

/** Whoever is asked, by name. */
export async function ratersOf({ tx, organization }: Work, id: PeerId): Promise<Person[]> {
  const raters = await listRaters(tx, organization.id, id);
  const persons = await listPersonsOnce(
    tx,
    organization,
    raters.map(({ person }) => person),
  );
  return persons.toSorted(byName);
}

export const byName = (one: Person, other: Person): number =>
  nameKey(one.name) < nameKey(other.name) ? -1 : 1;

/** A request in which this person is asked. */
export async function findMine(
  context: Context,
  id: PeerId,
): Promise<{ readonly asking: Asking; readonly rater: Rater } | undefined> {
  const { tx, organization } = context;
  const asking = await findAsking(context, id);
  const rater = await findRater(tx, organization.id, id, context.person.id);
  return asking && rater && { asking, rater };
}
