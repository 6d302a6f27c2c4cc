/** Somebody who is asked gives feedback, changes it, declines, or leaves it for now. */
import type { z } from "zod";

import { saying } from "../chat/card.ts";
import type { Filled } from "../chat/form.ts";
import type { Line } from "../chat/line.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { type Context, recorded } from "../feature.ts";
import type { PeerId } from "../ids.ts";
import { later } from "../jobs/queries.ts";
import { clearField } from "../people/clear.ts";
import { formNote } from "../people/footnote.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import { openSpool } from "../privacy/spool.ts";
import { plus } from "../time/instant.ts";
import { findMine, type ofRequest } from "./asking.ts";
import { laterCard, promptCard } from "./cards.ts";
import { giveForm } from "./forms.ts";
import { closeJob, promptJob } from "./jobs.ts";
import { keepSealed, listAnswers, replaceAnswers } from "./queries/words.ts";
import { holdRequest, listRaters, markRater, markRequest } from "./queries.ts";
import {
  isOpen,
  lastWord,
  type PeerRequest,
  type Question,
  questions,
  type Rater,
} from "./request.ts";
import { sealedSize, type Words } from "./words.ts";

type OfRequest = z.infer<typeof ofRequest>;

/** Why this person can't answer it; null: they can. */
function refusalLine(
  { say, now }: Context,
  request: PeerRequest | undefined,
  rater: Rater | undefined,
): Line | null {
  if (request === undefined || rater === undefined) return say.peers.notAsked();
  if (isOpen(request, now)) return null;
  return say.peers.tooLate({ when: say.moment(request.closesAt, now) });
}

export async function openGive(context: Context, { peer }: OfRequest): Promise<Reply> {
  const { tx, organization, now, say } = context;
  const mine = await findMine(context, peer);
  const refused = refusalLine(context, mine?.asking.request, mine?.rater);
  if (mine === undefined || refused !== null) {
    return { kind: "card", card: saying(refused ?? say.peers.notAsked()) };
  }
  const { asking, rater } = mine;
  const answers = await listAnswers(tx, organization.id, peer);
  const before: Words = Object.fromEntries(
    answers.filter(({ by }) => by === rater.person).map((one) => [one.question, one.words]),
  );
  const footnote = await formNote(context);
  return { kind: "form", form: giveForm(say, now, asking, before, footnote) };
}

export async function keepGiven(
  context: Context,
  { peer }: OfRequest,
  { text }: Filled,
): Promise<Outcome> {
  const { tx, organization, say } = context;
  const request = await holdRequest(tx, organization.id, peer);
  const mine = await findMine(context, peer);
  const refused = refusalLine(context, request, mine?.rater);
  if (request === undefined || mine === undefined || refused !== null) {
    return invalid({ keep: refused ?? say.peers.notAsked() });
  }
  const judged = await judgeWords(context, request, text);
  if (judged.kind === "refused") return invalid(judged.fields);
  if (Object.keys(judged.words).length === 0) return invalid({ keep: say.peers.oneAtLeast() });
  const { rater } = mine;
  if (request.key === null) {
    await replaceAnswers(tx, organization.id, peer, rater.person, judged.words);
  } else {
    const key = context.keys.find(request.key);
    if (key === undefined) return invalid({ keep: say.peers.keyGone() });
    const spool = openSpool(key, sealedSize);
    const place = spool.placeOf(rater.person);
    const sealed = spool.seal(place, JSON.stringify(judged.words));
    await keepSealed(tx, organization.id, peer, place, sealed);
  }
  await settle(context, request, rater, "answered");
  return recorded("peers.answered", { peer });
}

const invalid = (fields: Readonly<Record<string, Line>>): Reply => ({ kind: "invalid", fields });

async function judgeWords(
  context: Context,
  request: PeerRequest,
  text: Filled["text"],
): Promise<
  | { readonly kind: "words"; readonly words: Words }
  | { readonly kind: "refused"; readonly fields: Readonly<Record<string, Line>> }
> {
  const words: Partial<Record<Question, Cleared>> = {};
  const fields: Record<string, Line> = {};
  for (const question of questions) {
    const typed = text[question];
    const judged = await clearField(context, typed, { nameless: request.key !== null });
    if (judged?.kind === "cleared") words[question] = judged.text;
    if (judged?.kind === "refused") fields[question] = judged.line;
  }
  return Object.keys(fields).length > 0 ? { kind: "refused", fields } : { kind: "words", words };
}

/** Marks where this person is, has their message drawn anew, and closes soon where nobody is waited for any more. */
async function settle(
  { tx, now, organization }: Context,
  request: PeerRequest,
  rater: Rater,
  state: "answered" | "declined",
): Promise<void> {
  await markRater(tx, organization.id, request.id, rater.person, { state });
  await later(tx, organization.id, now, promptJob(request.id, rater.person, rater.reminders, now));
  const raters = await listRaters(tx, organization.id, request.id);
  const soon = plus(now, lastWord);
  if (raters.some((one) => one.state === "asked") || request.closesAt <= soon) return;
  await markRequest(tx, organization.id, request.id, { closes_at: soon });
  await later(tx, organization.id, now, closeJob(request.id, soon));
}

/** Whoever has answered already stays answered: they pressed on an old card. */
export async function declineIt(context: Context, { peer }: OfRequest): Promise<Outcome> {
  const { tx, organization } = context;
  const request = await holdRequest(tx, organization.id, peer);
  const mine = await findMine(context, peer);
  const refused = refusalLine(context, request, mine?.rater);
  if (request === undefined || mine === undefined || refused !== null) {
    return { kind: "replace", card: saying(refused ?? context.say.peers.notAsked()) };
  }
  if (mine.rater.state !== "asked") return drawMine(context, peer, "replace");
  await settle(context, request, mine.rater, "declined");
  return recorded("peers.declined", { peer });
}

export async function leaveIt(context: Context, { peer }: OfRequest): Promise<Reply> {
  const { now, say } = context;
  const mine = await findMine(context, peer);
  const refused = refusalLine(context, mine?.asking.request, mine?.rater);
  if (mine === undefined || refused !== null) {
    return { kind: "replace", card: saying(refused ?? say.peers.notAsked()) };
  }
  if (mine.rater.state !== "asked") return drawMine(context, peer, "replace");
  return { kind: "replace", card: laterCard(say, now, mine.asking) };
}

/** How it stands with this person now. */
export async function drawMine(
  context: Context,
  peer: PeerId,
  kind: "card" | "replace",
): Promise<Reply> {
  const mine = await findMine(context, peer);
  if (mine === undefined) return { kind, card: saying(context.say.peers.notAsked()) };
  return { kind, card: promptCard(context.say, context.now, mine.asking, mine.rater) };
}
