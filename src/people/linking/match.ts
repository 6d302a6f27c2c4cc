/** Who is one person by their e-mail address: only where it is in the organization's own domains, and never against their word. */
import { z } from "zod";

import { type JobRow, job, type Work } from "../../feature.ts";
import type { PersonId, WorkspaceId } from "../../ids.ts";
import { type JobWanted, later } from "../../jobs/queries.ts";
import type { Instant } from "../../time/instant.ts";
import { isOwnAddress } from "../organization.ts";
import { findPersonByEmail } from "../queries/persons.ts";
import { listSelf } from "../queries/self.ts";
import { askJoining, joinJob } from "./join.ts";
import { listJoinings, listSameEmails, listWorkspacesOf } from "./queries.ts";

/** Somebody else here with that address of the organization's own, or undefined. */
export async function findSameAddress(
  { tx, organization }: Work,
  email: string | null,
  except: PersonId | null = null,
): Promise<PersonId | undefined> {
  if (email === null || !isOwnAddress(organization, email)) return undefined;
  return findPersonByEmail(tx, organization.id, email, except);
}

/** Whether a person has an account in that workspace: then another account there with their address is theirs made anew. */
export async function isIn(
  { tx, organization }: Work,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<boolean> {
  return (await listWorkspacesOf(tx, organization.id, person)).includes(workspace);
}

/** Leaves the two to be made one, unless they were parted before or are in one workspace. */
export async function askMatch(work: Work, one: PersonId, other: PersonId): Promise<void> {
  const { tx, now, organization } = work;
  const ones = await listSelf(tx, organization.id, one);
  const others = await listSelf(tx, organization.id, other);
  const [first] = ones;
  const [second] = others;
  if (first === undefined || second === undefined || first === second) return;
  const between = (await listJoinings(tx, organization.id, ones)).some(
    ({ person, into }) => others.includes(person) || others.includes(into),
  );
  if (between) return;
  const places = await listWorkspacesOf(tx, organization.id, first);
  const more = await listWorkspacesOf(tx, organization.id, second);
  if (more.some((place) => places.includes(place))) return;
  const joining = await askJoining(work, [first, second], "email");
  await later(tx, organization.id, now, joinJob(joining, now));
}

const atOnce = 200;

/** Looks through everybody: after the organization's domains changed, or another workspace joined it. */
export const matchJob = (due: Instant, after: PersonId | null = null): JobWanted => ({
  kind: "people.match",
  payload: { after },
  due,
  once: "match",
});

export const matchRow: JobRow = job({
  job: "people.match",
  read: z.object({
    after: z
      .string()
      .nullable()
      .transform((id) => id as PersonId | null),
  }),
  run: async (work, { after }) => {
    const { tx, now, organization } = work;
    const pairs = await listSameEmails(tx, organization.id, after, atOnce);
    for (const { person, same, email } of pairs) {
      if (isOwnAddress(organization, email)) await askMatch(work, same, person);
    }
    const last = pairs.at(-1);
    if (pairs.length === atOnce && last !== undefined) {
      await later(tx, organization.id, now, matchJob(now, last.person));
    }
  },
});
