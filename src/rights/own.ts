/** Somebody looks at what is held of them, has it sent to themself, or has it erased. Nobody can do it for another. */
import { z } from "zod";

import type { Outcome, Reply } from "../chat/reply.ts";
import {
  type Context,
  type Holding,
  type JobRow,
  job,
  type NamingRow,
  type PostRow,
  post,
  recorded,
  type Work,
} from "../feature.ts";
import type { PersonId } from "../ids.ts";
import { later } from "../jobs/queries.ts";
import { listSelves } from "../people/queries/erase.ts";
import { findPerson, holdPersons } from "../people/queries/persons.ts";
import { listAdmins } from "../people/queries/roles.ts";
import { audit } from "../privacy/audit.ts";
import { speak } from "../text/say.ts";
import { eraseCard, lastAdminCard, privacyCard, sentCard } from "./cards.ts";
import { filesOf } from "./file.ts";
import { listHeld, readHeld } from "./held.ts";
import { leaveRedraws } from "./redraw.ts";

const ofPerson = z.object({ person: z.string().transform((id) => id as PersonId) });

export async function showHeld(context: Context, holdings: readonly Holding[]): Promise<Reply> {
  const held = await listHeld(context, holdings, context.person.id);
  return { kind: "card", card: privacyCard(context.say, held) };
}

export async function sendHeld(context: Context): Promise<Outcome> {
  const { tx, now, organization, person } = context;
  await later(tx, organization.id, now, {
    kind: "rights.file",
    payload: { person: person.id, at: now },
    due: now,
    once: `rights.file:${person.id}`,
  });
  await audit(context, person.id, "rights.exported", {});
  return recorded("rights.sending", null);
}

/** Into their own conversation and nowhere else; written when it is sent. */
export const fileRow = (holdings: readonly Holding[]): PostRow =>
  post({
    post: "rights.file",
    read: ofPerson.extend({ at: z.string() }),
    say: async (work, { person: id, at }) => {
      const person = await findPerson(work.tx, work.organization, id);
      if (person === undefined || !person.here) return null;
      const say = speak(person.locale, person.zone);
      return {
        subject: `rights.file:${person.id}:${at}`,
        to: { kind: "person", person: person.id },
        card: sentCard(say),
        files: filesOf(await readHeld(work, holdings, person.id, say)),
      };
    },
  });

export async function askErase(context: Context): Promise<Reply> {
  return {
    kind: "replace",
    card: (await isLastAdmin(context, context.person.id))
      ? lastAdminCard(context.say)
      : eraseCard(context.say),
  };
}

/** It may be much, and nobody waits for it: it is asked for here, and done as soon as the answer is kept. */
export async function erase(context: Context): Promise<Outcome> {
  if (await isLastAdmin(context, context.person.id)) return askErase(context);
  const { tx, now, organization, person } = context;
  await later(tx, organization.id, now, {
    kind: "rights.eraseNow",
    payload: { person: person.id },
    due: now,
    once: `rights.eraseNow:${person.id}`,
  });
  return recorded("rights.erased", null);
}

/** Their words go, and with them what stands of them elsewhere; the books keep their sums, and name somebody who was here once. */
export const eraseRow = (holdings: readonly Holding[], namings: readonly NamingRow[]): JobRow =>
  job({
    job: "rights.eraseNow",
    read: ofPerson,
    run: async (work, { person: id }) => {
      const { tx, organization } = work;
      const selves = await listSelves(tx, organization.id, id);
      await holdPersons(tx, organization.id, selves);
      const person = await findPerson(tx, organization, id);
      if (person?.here !== true || (await isLastAdmin(work, person.id))) return;
      for (const holding of holdings) await holding.erase(work, selves);
      await leaveRedraws(work, namings, person.id);
      await audit(work, person.id, "rights.erased", {});
    },
  });

/** Without them nobody could set Rapport up any more. */
async function isLastAdmin({ tx, organization }: Work, person: PersonId): Promise<boolean> {
  const admins = await listAdmins(tx, organization.id);
  return admins.length === 1 && admins[0]?.id === person;
}
