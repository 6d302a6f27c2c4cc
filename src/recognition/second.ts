/** "Me too": adds one's name to a thanks, and a thanks of one's own to everybody it names, as far as the allowance goes. */

import { z } from "zod";
import { saying } from "../chat/card.ts";

import type { Outcome, Reply } from "../chat/reply.ts";
import {
  type ActionRow,
  type AnswerRow,
  action,
  answer,
  type Context,
  recorded,
} from "../feature.ts";
import type { RecognitionId } from "../ids.ts";
import { later } from "../jobs/queries.ts";
import { holdPersons } from "../people/queries/persons.ts";
import { findSetting } from "../store/settings.ts";
import type { Instant } from "../time/instant.ts";
import { announceJob } from "./announce.ts";
import { leftLine, sentences } from "./cards.ts";
import { enterGift } from "./ledger/enter.ts";
import { insertSecond } from "./queries/changes.ts";
import { findRecognition, holdRecognition } from "./queries.ts";
import { isPostable, shownReceivers } from "./record.ts";
import { leftFacts } from "./sent.ts";
import { recognitionSettings } from "./settings.ts";
import { findLeft, spend } from "./spend.ts";
import { recognitionId } from "./undo.ts";

export type Seconded =
  /** Not paid: it adds the name only. */
  | { readonly kind: "seconded"; readonly paid: boolean }
  | { readonly kind: "gone" | "own" | "for-you" | "already" };

/**
 * Seconds a thanks. It costs 1 for each person named; where the allowance can't pay, it adds the name only, and with
 * `onlyIfPaid` (a reaction) nothing at all.
 */
export async function secondRecognition(
  context: Context,
  id: RecognitionId,
  options: { readonly onlyIfPaid: boolean },
): Promise<Seconded> {
  const { tx, now, organization, person } = context;
  await holdRecognition(tx, organization.id, id);
  const recognition = await findRecognition(tx, organization, id);
  if (recognition === undefined || !isPostable(recognition)) return { kind: "gone" };
  if (recognition.giver.id === person.id) return { kind: "own" };
  if (recognition.receivers.some((one) => one.person.id === person.id)) return { kind: "for-you" };
  if (recognition.seconds.some((one) => one.id === person.id)) return { kind: "already" };

  await holdPersons(tx, organization.id, [person.id]);
  const { allowance } = await findSetting(tx, organization.id, recognitionSettings);
  const named = shownReceivers(recognition);
  const left = await findLeft(context, person, allowance);
  const pays = left === null || left.left >= named.length;
  if (!pays && options.onlyIfPaid) return { kind: "gone" };
  const cost = pays && left !== null ? named.length : 0;
  await spend(context, person, allowance, cost);
  await insertSecond(tx, organization.id, id, person.id, cost, now);
  if (pays) {
    await enterGift(context, {
      recognition: id,
      giver: person,
      kind: "second",
      points: 1,
      cost: cost === 0 ? 0 : 1,
      receivers: named.map((one) => ({ person: one.person, private: false })),
    });
  }
  await later(tx, organization.id, now, announceJob(id, now));
  return { kind: "seconded", paid: pays };
}

export const secondAction: ActionRow = action({
  action: "recognition.second",
  read: recognitionId,
  run: async (context, id): Promise<Outcome> => {
    const seconded = await secondRecognition(context, id, { onlyIfPaid: false });
    if (seconded.kind !== "seconded") return refusal(context, seconded.kind);
    const { allowance } = await findSetting(
      context.tx,
      context.organization.id,
      recognitionSettings,
    );
    const left = await findLeft(context, context.person, allowance);
    return recorded("recognition.seconded", {
      nameOnly: !seconded.paid,
      at: context.now,
      left: left && { ...left },
    });
  },
});

/** Always beside the post, never in its place: everyone reads that one. */
function refusal({ say }: Context, kind: Exclude<Seconded["kind"], "seconded">): Reply {
  const text = say.recognition;
  const lines = {
    gone: text.goneThanks(),
    own: text.ownThanks(),
    "for-you": text.thanksForYou(),
    already: text.alreadyWith(),
  };
  return { kind: "card", card: saying(lines[kind]) };
}

export const secondedRow: AnswerRow = answer({
  answer: "recognition.seconded",
  read: z.object({
    nameOnly: z.boolean(),
    at: z.string().transform((at) => at as Instant),
    left: leftFacts.nullable(),
  }),
  draw: async ({ say, tx, organization }, facts) => {
    const settings = await findSetting(tx, organization.id, recognitionSettings);
    const { per } = settings.allowance;
    const left = leftLine(say, facts.left, per, settings.mostPoints, facts.at);
    const first = facts.nameOnly ? say.recognition.withThemNameOnly() : say.recognition.withThem();
    return { kind: "card", card: saying(left === null ? first : sentences([first, left])) };
  },
});
