/**
 * Closing: what was answered becomes the subject's to read, or is deleted. All of it is one transaction, so that a crash does
 * it again from what was there; the key of answers without names is destroyed after it, last.
 */
import { z } from "zod";

import { type JobRow, job, type KeyedWork, type PostRow, post } from "../feature.ts";
import type { RoundId } from "../ids.ts";
import { forgetMessage, later, listMessages } from "../jobs/queries.ts";
import { openFor } from "../people/person.ts";
import { findPerson } from "../people/queries/persons.ts";
import { openSpool } from "../privacy/spool.ts";
import { speak } from "../text/say.ts";
import { findAsking, ofPerson, ofRequest } from "./asking.ts";
import { fewCard } from "./cards.ts";
import { fewJob, letGoJob, promptJob, saidJob } from "./jobs.ts";
import { deleteWords, insertPublished, listAnswers, listSealed } from "./queries/words.ts";
import { holdRequest, levelRaters, listRaters, markRequest } from "./queries.ts";
import { type Ending, leastNameless, type PeerRequest, type Rater } from "./request.ts";
import { sealedSize, unjoin } from "./words.ts";

export const closeRow: JobRow = job({
  job: "peers.close",
  lasting: true,
  read: ofRequest,
  run: async (work, { peer }) => {
    const { tx, now, organization } = work;
    const request = await holdRequest(tx, organization.id, peer);
    if (request === undefined || request.ending !== null || request.closesAt > now) return;
    const raters = await listRaters(tx, organization.id, peer);
    const ending = await endingOf(work, request);
    await markRequest(tx, organization.id, peer, { ending });
    await later(
      tx,
      organization.id,
      now,
      saidJob(peer, request.subject, now),
      ...raters.map(({ person, reminders }) => promptJob(peer, person, reminders, now)),
    );
    if (request.key === null) return;
    if (ending === "few") await tellRaters(work, request, raters);
    await levelRaters(tx, organization.id, peer);
    await later(tx, organization.id, now, letGoJob(request.key, now));
  },
});

async function endingOf(work: KeyedWork, request: PeerRequest): Promise<Ending> {
  const { tx, organization } = work;
  const subject = await findPerson(tx, organization, request.subject);
  if (subject?.here !== true) {
    await deleteWords(tx, organization.id, request.id);
    return "gone";
  }
  if (request.key !== null) return publish(work, request, request.key);
  const answers = await listAnswers(tx, organization.id, request.id);
  return answers.length > 0 ? "read" : "nobody";
}

async function publish(
  { tx, organization, keys }: KeyedWork,
  { id }: PeerRequest,
  round: RoundId,
): Promise<Ending> {
  const kept = await listSealed(tx, organization.id, id);
  if (kept.length >= leastNameless) {
    const key = keys.find(round);
    // Tried again until the key is back: nothing is passed on, and nothing lost, in the meantime.
    if (key === undefined) throw new Error(`The key of ${round} is not in the key folder`);
    await insertPublished(tx, organization.id, id, unjoin(openSpool(key, sealedSize), kept));
  }
  await deleteWords(tx, organization.id, id);
  return kept.length >= leastNameless ? "read" : "few";
}

async function tellRaters(
  { tx, now, organization }: KeyedWork,
  request: PeerRequest,
  raters: readonly Rater[],
): Promise<void> {
  const answered = raters.filter(({ state }) => state === "answered");
  const jobs = answered.map(({ person }) => fewJob(request.id, person, now));
  await later(tx, organization.id, now, ...jobs);
}

/** To one who answered where too few did; forgotten once said, so that nothing keeps who that was. */
export const fewRow: PostRow = post({
  post: "peers.few",
  read: ofPerson,
  say: async (work, { peer, person }) => {
    const { tx, now, organization } = work;
    const asking = await findAsking(work, peer);
    const reader = await findPerson(tx, organization, person);
    if (asking === undefined || reader?.here !== true) return null;
    const open = openFor(reader, now);
    if (open > now) {
      await later(tx, organization.id, now, fewJob(peer, person, open));
      return null;
    }
    return {
      subject: `peers.few:${peer}:${reader.id}`,
      to: { kind: "person", person: reader.id },
      card: fewCard(speak(reader.locale, reader.zone), asking.subject),
    };
  },
  done: async ({ tx, organization }, _ids, saying) => {
    for (const place of await listMessages(tx, organization.id, saying.subject)) {
      await forgetMessage(tx, organization.id, place);
    }
  },
});

export const letGoRow: JobRow = job({
  job: "peers.letGo",
  read: z.object({ key: z.string().transform((id) => id as RoundId) }),
  run: async ({ keys }, { key }) => keys.destroy(key),
});
