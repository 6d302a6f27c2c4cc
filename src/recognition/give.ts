/** Gives a thanks with words, whichever way it was asked for: everything of it is written, or nothing. */
import type { Outcome } from "../chat/reply.ts";
import { type Context, recorded } from "../feature.ts";
import { newId } from "../ids.ts";
import { later } from "../jobs/queries.ts";
import { leftAfter } from "./allowance.ts";
import { announceJob, copyJob, postingFor } from "./announce.ts";
import type { Draft } from "./draft.ts";
import { enterGift } from "./ledger/enter.ts";
import { insertBridges } from "./ledger/queries.ts";
import { troubleReply } from "./open.ts";
import { insertRecognition } from "./queries.ts";
import { tellJob } from "./received/due.ts";
import type { LeftOut } from "./recognition.ts";
import type { SentFacts } from "./sent.ts";
import { troubleJob } from "./setup/trouble.ts";
import { spend } from "./spend.ts";
import { type Known, type Weighed, weigh } from "./weigh.ts";

export interface GiveOptions {
  readonly withoutPoints?: boolean;
  /** Who was left out before the draft was made. */
  readonly leftOut?: LeftOut;
  readonly unknownTags?: number;
  readonly known?: Known;
  /** Where a trouble is told: under the form's fields, or as a card. */
  readonly from: "form" | "card";
}

/** Gives a draft, or says what stands in the way; then nothing is kept. */
export async function giveRecognition(
  context: Context,
  draft: Draft,
  options: GiveOptions,
): Promise<Outcome> {
  const weighed = await weigh(context, draft, options);
  if (weighed.kind === "troubled") return troubleReply(context, weighed, options.from);
  return recorded("recognition.sent", await keep(context, weighed));
}

async function keep(context: Context, weighed: Weighed): Promise<SentFacts> {
  const { tx, now, organization, person, workspace } = context;
  const { draft, receivers, settings, points, cost } = weighed;
  if (!(await spend(context, person, settings.allowance, cost))) {
    throw new Error("The allowance changed while its giver was locked");
  }
  const id = newId("recognition", now);
  const posting = postingFor(context, weighed);
  const isPrivate = (receiver: (typeof receivers)[number]): boolean =>
    draft.private || receiver.prefersPrivate;
  await insertRecognition(tx, organization.id, {
    id,
    giver: person.id,
    givenAt: now,
    kind: "words",
    points,
    cost,
    visibility: draft.private ? "private" : "public",
    workspace: workspace.id,
    link: draft.link,
    home: posting.home,
    reason: weighed.reason,
    values: weighed.values.map((value) => value.id),
    receivers: receivers.map((one) => ({ person: one.id, private: isPrivate(one) })),
    outsiders: weighed.outsiders,
  });

  await enterGift(context, {
    recognition: id,
    giver: person,
    kind: "gift",
    points,
    cost: cost === 0 ? 0 : points,
    receivers: receivers.map((one) => ({ person: one, private: isPrivate(one) })),
  });
  if (person.unit !== null && !draft.private) {
    const others = receivers.flatMap((one) =>
      one.unit !== null && one.unit !== person.unit && !one.prefersPrivate ? [one.unit] : [],
    );
    await insertBridges(tx, organization.id, id, person.unit, others, now);
  }

  await later(
    tx,
    organization.id,
    now,
    ...(posting.home === null
      ? []
      : [announceJob(id, now), ...posting.copies.map((place) => copyJob(id, place, now))]),
    ...(posting.home === null && posting.why === "broken" ? [troubleJob(now)] : []),
    // In one order for everyone, so that two who leave the same word wait for each other in turn.
    ...receivers
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((receiver) => tellJob(receiver, now)),
  );
  const privately = receivers.filter(isPrivate).length;
  const publicly = receivers.length - privately + weighed.outsiders.length;
  const left =
    weighed.left && leftAfter(weighed.left, cost, now, settings.allowance.per === "rolling");
  return {
    recognition: id,
    at: now,
    to: receivers.map((one) => one.id),
    outsiders: weighed.outsiders.length,
    privately,
    posted:
      draft.private || publicly === 0 ? "private" : posting.home === null ? posting.why : "posted",
    channel: posting.home?.workspace === workspace.id ? posting.home.channel : null,
    withoutPoints: weighed.withoutPoints,
    left,
    leftOut: weighed.leftOut,
  };
}
