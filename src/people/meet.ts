/**
 * The welcome of a platform where people meet Rapport before they use it: one for each person, ever. Where it was installed for a
 * whole hospital at once nobody is written to; they are welcomed with the first thing they do, are thanked for or are asked.
 */
import { z } from "zod";

import { type PostRow, post, type Work } from "../feature.ts";
import type { PersonId, WorkspaceId } from "../ids.ts";
import { type JobWanted, later } from "../jobs/queries.ts";
import { speak } from "../text/say.ts";
import { type Instant, minute, plus } from "../time/instant.ts";
import { openFor } from "./person.ts";
import { countMet, findAccounts, listMetAt, markMet } from "./queries/accounts.ts";
import { findPerson, markWelcomed } from "./queries/persons.ts";
import { welcomeBlocks } from "./welcome.ts";

/** More in a minute is nobody's own doing. */
const mostInAMinute = 20;

const welcomeJob = (person: PersonId, due: Instant, acted: boolean): JobWanted => ({
  kind: "people.welcome",
  payload: { person, acted },
  due,
  once: `welcome:${person}`,
});

/** At most a few hundred accounts at a time, all of them known. */
export async function meetAccounts(
  { tx, now, organization }: Work,
  workspace: WorkspaceId,
  accounts: readonly string[],
): Promise<void> {
  if (accounts.length === 0) return;
  await markMet(tx, organization.id, workspace, accounts, now);
  const found = await findAccounts(tx, organization, workspace, accounts);
  // A minute later it is known whether they came alone.
  const jobs = [...found.values()].flatMap(({ kind, person }) =>
    kind !== "member" || person === null || person.welcomedAt !== null
      ? []
      : [welcomeJob(person.id, openFor(person, plus(now, minute)), false)],
  );
  await later(tx, organization.id, now, ...jobs);
}

/** They have just done something, and whatever held the welcome back does so no more. */
export const welcomeNow = ({ tx, now, organization }: Work, person: PersonId): Promise<void> =>
  later(tx, organization.id, now, welcomeJob(person, now, true));

export const welcomeRow: PostRow = post({
  post: "people.welcome",
  read: z.object({
    person: z.string().transform((id) => id as PersonId),
    acted: z.boolean(),
  }),
  say: async (work, { person: id, acted }) => {
    const person = await findPerson(work.tx, work.organization, id);
    if (person === undefined || !person.here || person.welcomedAt !== null) return null;
    if (!acted && (await cameWithMany(work, id))) return null;
    const say = speak(person.locale, person.zone);
    const [, ...blocks] = welcomeBlocks(say);
    return {
      subject: `welcome:${person.id}`,
      to: { kind: "person", person: person.id },
      card: { summary: say.people.welcome(), blocks },
    };
  },
  done: async ({ tx, now, organization }, _, saying, end) => {
    if (end.kind !== "said" || saying.to.kind !== "person") return;
    await markWelcomed(tx, organization.id, saying.to.person, now);
  },
});

async function cameWithMany({ tx, organization }: Work, person: PersonId): Promise<boolean> {
  for (const at of await listMetAt(tx, organization.id, person)) {
    const before = await countMet(tx, organization.id, plus(at, -minute), at);
    const after = await countMet(tx, organization.id, at, plus(at, minute));
    if (Math.max(before, after) > mostInAMinute) return true;
  }
  return false;
}
