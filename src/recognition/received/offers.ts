/** What a receiver may do with a thanks: it is theirs. */
import { z } from "zod";

import type { Line } from "../../chat/line.ts";
import type { Outcome, Reply } from "../../chat/reply.ts";
import {
  action,
  type ActionRow,
  answer,
  type AnswerRow,
  type Context,
  post,
  type PostRow,
  recorded,
} from "../../feature.ts";
import type { PersonId, RecognitionId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { openFor } from "../../people/person.ts";
import { findPerson } from "../../people/queries.ts";
import { listHolders, listLeads } from "../../people/queries/roles.ts";
import { audit } from "../../privacy/audit.ts";
import { speak } from "../../text/say.ts";
import { announceJob } from "../announce.ts";
import { nameLine, saying } from "../cards.ts";
import { findRecognition, markReceiver } from "../queries.ts";
import type { Receiver, Recognition } from "../record.ts";
import { recognitionId, takeBack } from "../undo.ts";
import { lookCard, moreCard, questionedCard, sharedCard, unlookedCard } from "./cards.ts";
import { redrawJobs } from "./tell.ts";

/** The thanks and this person's part in it; otherwise what to answer. */
async function findMine(
  context: Context,
  id: RecognitionId,
): Promise<{ recognition: Recognition; mine: Receiver } | { refused: Reply }> {
  const { tx, organization, person, say } = context;
  const recognition = await findRecognition(tx, organization, id);
  const mine = recognition?.receivers.find((one) => one.person.id === person.id);
  if (recognition === undefined || mine === undefined || recognition.undoneAt !== null) {
    return { refused: { kind: "card", card: saying(say.recognition.goneThanks()) } };
  }
  return { recognition, mine };
}

type Offer = (context: Context, recognition: Recognition, mine: Receiver) => Promise<Outcome>;

const offer = (name: string, run: Offer): ActionRow =>
  action({
    action: `recognition.${name}`,
    read: recognitionId,
    run: async (context, id): Promise<Outcome> => {
      const found = await findMine(context, id);
      return "refused" in found ? found.refused : run(context, found.recognition, found.mine);
    },
  });

type Mark = Parameters<typeof markReceiver>[4];

/** Marks this person's part, and has what shows it drawn anew. */
async function mark(context: Context, recognition: Recognition, what: Mark): Promise<void> {
  const { tx, now, organization, person } = context;
  await markReceiver(tx, organization.id, [recognition.id], person.id, what);
  await later(
    tx,
    organization.id,
    now,
    ...redrawJobs(recognition, now),
    ...(recognition.home === null ? [] : [announceJob(recognition.id, now)]),
  );
}

const offered = ["hideName", "madeMyShift", "question", "share", "putBack"] as const;

const done = (name: (typeof offered)[number], recognition: Recognition): Outcome =>
  recorded("recognition.offered", { offer: name, recognition: recognition.id });

export const offerRows: readonly ActionRow[] = [
  offer("more", async ({ say }, recognition, mine) => ({
    kind: "card",
    card: moreCard(say, recognition, mine),
  })),
  offer("hideName", async (context, recognition) => {
    await mark(context, recognition, { name_hidden: 1 });
    return done("hideName", recognition);
  }),
  offer("madeMyShift", async (context, recognition) => {
    await mark(context, recognition, { made_my_shift: 1 });
    return done("madeMyShift", recognition);
  }),
  offer("question", async (context, recognition, mine) => {
    if (mine.questionedAt !== null) return done("question", recognition);
    await mark(context, recognition, { questioned_at: context.now });
    const looking = await judges(context, recognition);
    await tellEach(context, recognition, "recognition.questioned", looking);
    if (looking.length === 0) {
      const admins = await listHolders(context.tx, context.organization.id, "admin");
      await tellEach(context, recognition, "recognition.unlooked", admins);
    }
    return done("question", recognition);
  }),
  offer("share", async (context, recognition) => {
    const leads = await leadsOf(context);
    if (leads.length === 0) {
      return { kind: "card", card: saying(context.say.recognition.noLead()) };
    }
    await mark(context, recognition, { shared_with_lead: 1 });
    await tellEach(context, recognition, "recognition.shared", leads);
    return done("share", recognition);
  }),
];

/** Who leads this person's unit, beside themself. */
async function leadsOf({ tx, organization, person }: Context): Promise<PersonId[]> {
  const leads = person.unit === null ? [] : await listLeads(tx, organization.id, person.unit);
  return leads.filter((lead) => lead !== person.id);
}

/** Compliance looks; where nobody has that role, the admins do, but they read no private thanks. */
async function judges(
  { tx, organization }: Context,
  recognition: Recognition,
): Promise<PersonId[]> {
  const holders = await listHolders(tx, organization.id, "compliance");
  const isPrivate =
    recognition.visibility === "private" || recognition.receivers.some((one) => one.private);
  return holders.length > 0 || isPrivate ? holders : listHolders(tx, organization.id, "admin");
}

async function tellEach(
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

export const offeredRow: AnswerRow = answer({
  answer: "recognition.offered",
  read: z.object({
    offer: z.enum(offered),
    recognition: z.string().transform((id) => id as RecognitionId),
  }),
  draw: async (context, { offer: name, recognition: id }) => {
    const { tx, organization, say } = context;
    const text = say.recognition;
    const recognition = await findRecognition(tx, organization, id);
    const giver: Line = recognition === undefined ? [] : nameLine(recognition.giver);
    const leads = name === "share" ? await leadsOf(context) : [];
    const lines = {
      hideName: text.nameHidden(),
      madeMyShift: text.madeShiftDone({ giver }),
      question: text.questioned(),
      share: text.shared({ leads: await namesOf(context, leads) }),
      putBack: text.backAgain(),
    };
    return { kind: name === "madeMyShift" ? "card" : "replace", card: saying(lines[name]) };
  },
});

async function namesOf({ tx, organization, say }: Context, ids: readonly PersonId[]): Promise<Line> {
  const lines: Line[] = [];
  for (const id of ids) {
    const person = await findPerson(tx, organization, id);
    if (person !== undefined) lines.push(nameLine(person));
  }
  return say.list(lines);
}

const toReader = z.object({
  recognition: z.string().transform((id) => id as RecognitionId),
  receiver: z.string().transform((id) => id as PersonId),
  reader: z.string().transform((id) => id as PersonId),
});

/** What a lead, or compliance, reads because a receiver asked for it. */
export const readerRows: readonly PostRow[] = (
  [
    ["recognition.shared", sharedCard],
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
    return done("putBack", recognition);
  }),
  decide("keepDown", async (context, recognition) => {
    const { person } = context;
    await audit(context, person.id, "recognition.taken-back", { recognition: recognition.id });
    await takeBack(context, recognition, person.id, null);
    return recorded("recognition.undone", { posted: recognition.home !== null });
  }),
];
