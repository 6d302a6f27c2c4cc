/** Who else reads a thanks because its receiver asked for it, and what compliance decides of one that something is wrong with. */

import { z } from "zod";
import { saying } from "../../chat/card.ts";

import type { Outcome } from "../../chat/reply.ts";
import {
  type ActionRow,
  action,
  type Context,
  type PostRow,
  post,
  recorded,
} from "../../feature.ts";
import type { PersonId, RecognitionId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { openFor } from "../../people/person.ts";
import { findPerson } from "../../people/queries/persons.ts";
import { listHolders } from "../../people/queries/roles.ts";
import { audit } from "../../privacy/audit.ts";
import { speak } from "../../text/say.ts";
import { announceJob } from "../announce.ts";
import { markReceiver } from "../queries/changes.ts";
import { findRecognition } from "../queries.ts";
import type { Recognition } from "../record.ts";
import { recognitionId, takeBack } from "../undo.ts";
import { lookCard, questionedCard, unlookedCard } from "./cards.ts";
import { redrawJobs } from "./tell.ts";

/** Compliance looks; where nobody has that role, the admins do, but they read no private thanks. */
export async function judges(
  { tx, organization }: Context,
  recognition: Recognition,
): Promise<PersonId[]> {
  const holders = await listHolders(tx, organization.id, "compliance");
  const isPrivate =
    recognition.visibility === "private" || recognition.receivers.some((one) => one.private);
  return holders.length > 0 || isPrivate ? holders : listHolders(tx, organization.id, "admin");
}

export async function tellEach(
  { tx, now, organization, person }: Context,
  recognition: Recognition,
  kind: string,
  readers: readonly PersonId[],
): Promise<void> {
  for (const id of readers) {
    const reader = await findPerson(tx, organization, id);
    if (reader === undefined) continue;
    const payload = { recognition: recognition.id, receiver: person.id, reader: reader.id };
    await later(tx, organization.id, now, { kind, payload, due: openFor(reader, now) });
  }
}

const toReader = z.object({
  recognition: z.string().transform((id) => id as RecognitionId),
  receiver: z.string().transform((id) => id as PersonId),
  reader: z.string().transform((id) => id as PersonId),
});

/** What compliance reads because a receiver asked for it. */
export const readerRows: readonly PostRow[] = (
  [
    ["recognition.questioned", questionedCard],
    ["recognition.unlooked", unlookedCard],
  ] as const
).map(([name, card]) =>
  post({
    post: name,
    read: toReader,
    say: async ({ tx, organization }, ids) => {
      const recognition = await findRecognition(tx, organization, ids.recognition);
      const receiver = await findPerson(tx, organization, ids.receiver);
      const reader = await findPerson(tx, organization, ids.reader);
      if (recognition === undefined || recognition.undoneAt !== null) return null;
      if (receiver === undefined || reader === undefined) return null;
      return {
        subject: `${name}:${recognition.id}:${receiver.id}:${reader.id}`,
        to: { kind: "person", person: reader.id },
        card: card(speak(reader.locale, reader.zone), recognition, receiver),
      };
    },
  }),
);

const decide = (
  name: string,
  run: (context: Context, recognition: Recognition) => Promise<Outcome>,
): ActionRow =>
  action({
    action: `recognition.${name}`,
    read: recognitionId,
    run: async (context, id): Promise<Outcome> => {
      const { tx, organization, person, say } = context;
      const recognition = await findRecognition(tx, organization, id);
      if (recognition === undefined || !(await judges(context, recognition)).includes(person.id)) {
        return { kind: "card", card: saying(say.recognition.complianceOnly()) };
      }
      if (recognition.undoneAt !== null) {
        return { kind: "replace", card: saying(say.recognition.alreadyUndone()) };
      }
      if (recognition.receivers.every((one) => one.questionedAt === null)) {
        return { kind: "replace", card: saying(say.recognition.backAgain()) };
      }
      return run(context, recognition);
    },
  });

export const complianceRows: readonly ActionRow[] = [
  decide("look", async ({ say }, recognition) => ({
    kind: "card",
    card: lookCard(say, recognition),
  })),
  decide("putBack", async (context, recognition) => {
    const { tx, now, organization, person } = context;
    for (const receiver of recognition.receivers) {
      if (receiver.questionedAt === null) continue;
      await markReceiver(tx, organization.id, [recognition.id], receiver.person.id, {
        questioned_at: null,
      });
    }
    await audit(context, person.id, "recognition.put-back", { recognition: recognition.id });
    await later(
      tx,
      organization.id,
      now,
      ...redrawJobs(recognition, now),
      ...(recognition.home === null ? [] : [announceJob(recognition.id, now)]),
    );
    return recorded("recognition.offered", { offer: "putBack", recognition: recognition.id });
  }),
  decide("keepDown", async (context, recognition) => {
    const { person } = context;
    await audit(context, person.id, "recognition.taken-back", { recognition: recognition.id });
    await takeBack(context, recognition, person.id, null);
    return recorded("recognition.undone", { posted: recognition.home !== null });
  }),
];
