/** What a receiver may do with a thanks: it is theirs. */

import { z } from "zod";
import { saying } from "../../chat/card.ts";
import type { Line } from "../../chat/line.ts";
import { nameLine } from "../../chat/line.ts";
import type { Outcome, Reply } from "../../chat/reply.ts";
import {
  type ActionRow,
  type AnswerRow,
  action,
  answer,
  type Context,
  recorded,
} from "../../feature.ts";
import type { PersonId, RecognitionId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { findPerson } from "../../people/queries/persons.ts";
import { listHolders, listLeads } from "../../people/queries/roles.ts";
import { announceJob } from "../announce.ts";
import { markReceiver } from "../queries/changes.ts";
import { findRecognition } from "../queries.ts";
import type { Receiver, Recognition } from "../record.ts";
import { recognitionId } from "../undo.ts";
import { moreCard } from "./cards.ts";
import { judges, tellEach } from "./compliance.ts";
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
    // The lead reads it in the Monday note, which is the check-ins' to write.
    const { tx, now, organization } = context;
    for (const lead of leads) {
      const due = { kind: "checkins.planMonday", payload: { lead }, due: now };
      await later(tx, organization.id, now, due);
    }
    return done("share", recognition);
  }),
];

/** Who leads this person's unit, beside themself. */
async function leadsOf({ tx, organization, person }: Context): Promise<PersonId[]> {
  const leads = person.unit === null ? [] : await listLeads(tx, organization.id, person.unit);
  return leads.filter((lead) => lead !== person.id);
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

async function namesOf(
  { tx, organization, say }: Context,
  ids: readonly PersonId[],
): Promise<Line> {
  const lines: Line[] = [];
  for (const id of ids) {
    const person = await findPerson(tx, organization, id);
    if (person !== undefined) lines.push(nameLine(person));
  }
  return say.list(lines);
}
