/** The only ways to what was answered. Each asks for the subject themself: no role opens any of them. */
import type { z } from "zod";

import { saying } from "../../chat/card.ts";
import type { Reply } from "../../chat/reply.ts";
import { type Context, type PostRow, post, type Work } from "../../feature.ts";
import { later } from "../../jobs/queries.ts";
import { openFor, type Person } from "../../people/person.ts";
import { listPersons } from "../../people/queries/persons.ts";
import { speak } from "../../text/say.ts";
import { byName, findAsking, type ofPage, ofRequest } from "../asking.ts";
import { saidJob } from "../jobs.ts";
import { listAnswers, listPublished } from "../queries/words.ts";
import { listRaters, listReceived } from "../queries.ts";
import type { PeerRequest } from "../request.ts";
import { type Entry, receivedCard, receivedListCard } from "./cards.ts";

/** Requests listed; Slack draws 25 buttons in a row. */
const mostListed = 20;

async function listEntries(
  { tx, organization }: Work,
  request: PeerRequest,
): Promise<readonly Entry[]> {
  if (request.key !== null) {
    const published = await listPublished(tx, organization.id, request.id);
    return published.map((one) => ({ ...one, by: null }));
  }
  const entries: (Entry & { readonly by: Person })[] = [];
  const raters = await listRaters(tx, organization.id, request.id);
  const answers = await listAnswers(tx, organization.id, request.id);
  for (const { by, question, words } of answers) {
    if (!raters.some(({ person }) => person === by)) continue;
    const [person] = await listPersons(tx, organization, [by]);
    if (person !== undefined) entries.push({ by: person, question, words });
  }
  return entries.toSorted((one, other) => byName(one.by, other.by));
}

/** To the subject, once it is closed. */
export const saidRow: PostRow = post({
  post: "peers.said",
  read: ofRequest,
  say: async (work, { peer }) => {
    const { tx, now, organization } = work;
    const asking = await findAsking(work, peer);
    if (asking === undefined || !asking.subject.here) return null;
    const { request, subject } = asking;
    if (request.ending === null || request.ending === "gone") return null;
    const open = openFor(subject, now);
    if (open > now) {
      await later(tx, organization.id, now, saidJob(peer, request.subject, open));
      return null;
    }
    const say = speak(subject.locale, subject.zone);
    return {
      subject: `peers.said:${peer}`,
      to: { kind: "person", person: subject.id },
      card: receivedCard(say, request, await listEntries(work, request), 0),
    };
  },
});

export async function showReceived(context: Context): Promise<Reply> {
  const { tx, organization, person, say } = context;
  const requests = await listReceived(tx, organization.id, person.id, mostListed);
  return { kind: "card", card: receivedListCard(say, requests) };
}

export async function readReceived(
  context: Context,
  { peer, from }: z.infer<typeof ofPage>,
): Promise<Reply> {
  const { person, say } = context;
  const asking = await findAsking(context, peer);
  if (asking === undefined || asking.subject.id !== person.id || asking.request.ending === null) {
    return { kind: "card", card: saying(say.peers.notYours()) };
  }
  const entries = await listEntries(context, asking.request);
  return { kind: "replace", card: receivedCard(say, asking.request, entries, from) };
}
