/** Tells people that they were thanked: one message for what has come by then, outside their quiet hours. */
import { z } from "zod";

import { type JobRow, job, type PostRow, post, type Saying, type Work } from "../../feature.ts";
import { newId, type PersonId, type TellId } from "../../ids.ts";
import { type JobWanted, later, listMessages } from "../../jobs/queries.ts";
import { openFor, type Person } from "../../people/person.ts";
import { findPerson, markTold, markWelcomed } from "../../people/queries/persons.ts";
import { welcomeBlocks } from "../../people/welcome.ts";
import { speak } from "../../text/say.ts";
import { type Instant, plus } from "../../time/instant.ts";
import { markReceiver } from "../queries/changes.ts";
import { listRecognitions } from "../queries.ts";
import { unheardFor } from "../recognition.ts";
import type { Recognition } from "../record.ts";
import { reactionsCard, thanksCard } from "./cards.ts";
import { reactionsJob, tellJob } from "./due.ts";
import { findTell, insertTell, listToldIds, listUntold, type Tell } from "./queries.ts";

const toldJob = (tell: TellId, due: Instant): JobWanted => ({
  kind: "recognition.told",
  payload: { tell },
  due,
  once: `told:${tell}`,
});

/** What changed in thanks that were told is redrawn where they stand: nobody hears of a thing twice. */
export const redrawJobs = (recognition: Recognition, now: Instant): JobWanted[] => [
  ...recognition.receivers.flatMap(({ tell }) => (tell === null ? [] : [toldJob(tell, now)])),
  // The week's message in a channel may quote it.
  {
    kind: "leaderboards.again",
    payload: { givenAt: recognition.givenAt },
    due: now,
    once: `again:${recognition.id}`,
  },
];

const gather = z.object({ receiver: z.string().transform((id) => id as PersonId) });

export const gatherRows: readonly JobRow[] = (["words", "reaction"] as const).map((kind) =>
  job({
    job: kind === "words" ? "recognition.tell" : "recognition.tellReactions",
    read: gather,
    run: (work, { receiver }) => gatherThanks(work, receiver, kind),
  }),
);

/** Gathers what the receiver has not heard of into one message; what is too fresh, or the wrong hour, waits on. */
async function gatherThanks(work: Work, id: PersonId, kind: Tell["kind"]): Promise<void> {
  const { tx, now, organization } = work;
  const receiver = await findPerson(tx, organization, id);
  if (receiver === undefined || !receiver.here) return;
  const untold = await listUntold(tx, organization.id, receiver.id, kind);
  const [oldest] = untold;
  if (oldest === undefined) return;
  const heard = untold.filter((one) => plus(one.givenAt, unheardFor) <= now);
  if (heard.length === 0 || openFor(receiver, now) > now) {
    const again =
      kind === "words" ? tellJob(receiver, oldest.givenAt) : reactionsJob(receiver, now);
    const due = again.due > now ? again.due : openFor(receiver, now);
    await later(tx, organization.id, now, { ...again, due });
    return;
  }
  const tell = { id: newId("tell", now), person: receiver.id, kind, toldAt: now };
  await insertTell(tx, organization.id, tell);
  await markReceiver(
    tx,
    organization.id,
    heard.map((one) => one.id),
    receiver.id,
    { told_at: now, tell_id: tell.id },
  );
  await markTold(tx, organization.id, receiver.id, now);
  await later(tx, organization.id, now, toldJob(tell.id, now));
  const newer = untold.find((one) => !heard.includes(one));
  if (newer !== undefined) {
    const again =
      kind === "words"
        ? tellJob({ ...receiver, toldAt: now }, newer.givenAt)
        : reactionsJob(receiver, now);
    await later(tx, organization.id, now, again);
  }
}

export const toldRow: PostRow = post({
  post: "recognition.told",
  read: z.object({ tell: z.string().transform((id) => id as TellId) }),
  say: async (work, { tell: id }) => {
    const { tx, now, organization } = work;
    const tell = await findTell(tx, organization.id, id);
    const receiver = tell && (await findPerson(tx, organization, tell.person));
    if (tell === undefined || receiver === undefined || !receiver.here) return null;
    const standing = (await listMessages(tx, organization.id, tellSubject(id))).length > 0;
    const open = openFor(receiver, now);
    if (!standing && open > now) {
      await later(tx, organization.id, now, toldJob(id, open));
      return null;
    }
    return draw(work, tell, receiver, standing);
  },
  done: async ({ tx, organization }, { tell: id }, saying, end) => {
    const tell = await findTell(tx, organization.id, id);
    if (tell === undefined || end.kind !== "said" || saying.card === null) return;
    const receiver = await findPerson(tx, organization, tell.person);
    if (receiver?.welcomedAt === null) {
      await markWelcomed(tx, organization.id, receiver.id, tell.toldAt);
    }
  },
});

export const tellSubject = (tell: TellId): string => `tell:${tell}`;

async function draw(
  { tx, organization }: Work,
  tell: Tell,
  receiver: Person,
  standing: boolean,
): Promise<Saying | null> {
  const ids = await listToldIds(tx, organization.id, tell.id);
  const all = await listRecognitions(tx, organization, ids);
  // What was taken back before anything was said is not heard of; later it is told as taken back.
  const thanks = standing ? all : all.filter((one) => one.undoneAt === null);
  if (thanks.length === 0) return null;
  const say = speak(receiver.locale, receiver.zone);
  const first = receiver.welcomedAt === null || receiver.welcomedAt === tell.toldAt;
  const welcome = first && receiver.pattern === null ? welcomeBlocks(say) : [];
  const card =
    tell.kind === "words"
      ? thanksCard(say, receiver, thanks)
      : reactionsCard(
          say,
          thanks.filter((one) => one.undoneAt === null),
        );
  return {
    subject: tellSubject(tell.id),
    to: { kind: "person", person: receiver.id },
    card: card === null ? null : { ...card, blocks: [...card.blocks, ...welcome] },
  };
}
