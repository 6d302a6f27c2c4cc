/** The message to each who is asked, its reminders, and the one that tells a subject that a lead has asked for them. */
import type { z } from "zod";

import {
  type JobRow,
  job,
  type KeyedWork,
  type PostRow,
  post,
  type Saying,
  type Work,
} from "../feature.ts";
import type { PeerId, PersonId } from "../ids.ts";
import { forgetMessage, type JobWanted, later, listMessages } from "../jobs/queries.ts";
import { openFor, type Person } from "../people/person.ts";
import { findPerson, markWelcomed } from "../people/queries/persons.ts";
import { welcomeBlocks } from "../people/welcome.ts";
import { listMessagesOf } from "../privacy/queries/messages.ts";
import { speak } from "../text/say.ts";
import { findAsking, ofRequest, ofTurn, ratersOf } from "./asking.ts";
import { promptCard, toldCard } from "./cards.ts";
import { promptJob, remindJob, toldJob } from "./jobs.ts";
import { findRater, holdRequest, markRater } from "./queries.ts";
import { isOpen, mostReminders } from "./request.ts";

type Turn = z.infer<typeof ofTurn>;

const subjectStart = "peers:";
export const toldSubject = (peer: PeerId): string => `peers.told:${peer}`;
const subjectOf = ({ peer, person, turn }: Turn): string =>
  `${subjectStart}${peer}:${person}:${turn}`;

export const promptRow: PostRow = post({
  post: "peers.prompt",
  read: ofTurn,
  say: async (work, turn) => {
    const { tx, now, organization } = work;
    const asking = await findAsking(work, turn.peer);
    const rater = await findRater(tx, organization.id, turn.peer, turn.person);
    const reader = await findPerson(tx, organization, turn.person);
    if (asking === undefined || rater === undefined || reader === undefined) return null;
    const subject = subjectOf(turn);
    const to = { kind: "person", person: reader.id } as const;
    const stands = (await listMessages(tx, organization.id, subject)).length > 0;
    const { request } = asking;
    // Asked under another id of theirs as well, they are asked once.
    const isOutdone = rater.person !== turn.person;
    if (isOutdone || (request.ending === null && rater.reminders !== turn.turn)) {
      return stands ? { subject, to, card: null } : null;
    }
    if (!stands) {
      if (!isOpen(request, now) || rater.state !== "asked" || !reader.here) return null;
      const open = openFor(reader, now);
      if (open > now) {
        const again = promptJob(turn.peer, turn.person, turn.turn, open);
        if (open < request.closesAt) await later(tx, organization.id, now, again);
        return null;
      }
    }
    const card = promptCard(speak(reader.locale, reader.zone), now, asking, rater);
    return { subject, to, card: stands ? card : withWelcome(card, reader) };
  },
  done: async (work, turn, saying, end) => {
    const { tx, organization } = work;
    if (end.kind === "said" && saying.card !== null) await welcomed(work, turn.person);
    const asking = await findAsking(work, turn.peer);
    if (asking === undefined || asking.request.key === null || asking.request.ending === null) {
      return;
    }
    // When a message was posted would tell who had to be reminded.
    for (const place of await listMessages(tx, organization.id, saying.subject)) {
      await forgetMessage(tx, organization.id, place);
    }
  },
});

function withWelcome(card: NonNullable<Saying["card"]>, reader: Person): Saying["card"] {
  if (reader.welcomedAt !== null || reader.pattern !== null) return card;
  const welcome = welcomeBlocks(speak(reader.locale, reader.zone));
  return { ...card, blocks: [...card.blocks, ...welcome] };
}

async function welcomed({ tx, now, organization }: KeyedWork, person: PersonId): Promise<void> {
  const reader = await findPerson(tx, organization, person);
  if (reader?.welcomedAt === null) await markWelcomed(tx, organization.id, reader.id, now);
}

/** A reminder is the message moved down: the one before goes, and one more is posted. */
export const remindRow: JobRow = job({
  job: "peers.remind",
  read: ofTurn,
  run: async ({ tx, now, organization }, { peer, person, turn }) => {
    const request = await holdRequest(tx, organization.id, peer);
    const rater = await findRater(tx, organization.id, peer, person);
    const reader = await findPerson(tx, organization, person);
    if (request === undefined || rater === undefined || reader === undefined) return;
    if (rater.person !== person) return;
    if (!isOpen(request, now) || rater.state !== "asked" || rater.reminders !== turn - 1) return;
    const open = openFor(reader, now);
    if (open >= request.closesAt) return;
    if (open > now) {
      const again = { ...remindJob(peer, person, turn, now), due: open };
      await later(tx, organization.id, now, again);
      return;
    }
    await markRater(tx, organization.id, peer, rater.person, { reminders: turn });
    await later(
      tx,
      organization.id,
      now,
      promptJob(peer, person, turn - 1, now),
      promptJob(peer, person, turn, now),
      ...(turn < mostReminders ? [remindJob(peer, person, turn + 1, now)] : []),
    );
  },
});

export const toldRow: PostRow = post({
  post: "peers.told",
  read: ofRequest,
  say: async (work, { peer }) => {
    const { tx, now, organization } = work;
    const asking = await findAsking(work, peer);
    if (asking === undefined || !asking.subject.here) return null;
    const { subject } = asking;
    const stands = (await listMessages(tx, organization.id, toldSubject(peer))).length > 0;
    if (!stands && !isOpen(asking.request, now)) return null;
    const open = openFor(subject, now);
    if (!stands && open > now) {
      await later(tx, organization.id, now, toldJob(peer, subject.id, open));
      return null;
    }
    const say = speak(subject.locale, subject.zone);
    const raters = await ratersOf(work, peer);
    const card = raters.length === 0 ? null : toldCard(say, now, asking, raters);
    return {
      subject: toldSubject(peer),
      to: { kind: "person", person: subject.id },
      card: card === null || stands ? card : withWelcome(card, subject),
    };
  },
  done: async (work, { peer }, _saying, end) => {
    const asking = await findAsking(work, peer);
    if (asking !== undefined && end.kind === "said") await welcomed(work, asking.subject.id);
  },
});

/** What stands of a request with somebody's name in it, drawn anew. */
export async function againJobs(
  { tx, now, organization }: Work,
  peer: PeerId,
  subject: PersonId,
): Promise<JobWanted[]> {
  const standing = await listMessagesOf(tx, organization.id, `${subjectStart}${peer}:`);
  const told = await listMessages(tx, organization.id, toldSubject(peer));
  return [
    ...standing.map((message) => {
      const [, , person, turn] = message.subject.split(":");
      return promptJob(peer, person as PersonId, Number(turn), now);
    }),
    ...told.map(() => toldJob(peer, subject, now)),
  ];
}
