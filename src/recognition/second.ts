/** "Me too": adds one's name to a thanks, and a thanks of one's own to everybody it names, as far as the allowance goes. */
import { z } from "zod";

import type { Outcome, Reply } from "../chat/reply.ts";
import {
  action,
  type ActionRow,
  answer,
  type AnswerRow,
  type Context,
  recorded,
} from "../feature.ts";
import type { RecognitionId } from "../ids.ts";
import { later } from "../jobs/queries.ts";
import { holdPersons } from "../people/queries.ts";
import { findSetting } from "../store/settings.ts";
import type { Instant } from "../time/instant.ts";
import { announceJob } from "./announce.ts";
import { leftLine, saying, sentences } from "./cards.ts";
import { enterGift } from "./ledger/enter.ts";
import { findRecognition, holdRecognition, insertSecond } from "./queries.ts";
import { shownReceivers } from "./record.ts";
import { recognitionSettings } from "./settings.ts";
import { findLeft, spend } from "./spend.ts";
import { recognitionId } from "./undo.ts";

export type Seconded =
  | { readonly kind: "seconded"; readonly cost: number }
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
  if (recognition === undefined || recognition.undoneAt !== null) return { kind: "gone" };
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
  return { kind: "seconded", cost };
}

export const secondAction: ActionRow = action({
  action: "recognition.second",
  read: recognitionId,
  run: async (context, id): Promise<Outcome> => {
    const seconded = await secondRecognition(context, id, { onlyIfPaid: false });
    if (seconded.kind !== "seconded") return refusal(context, seconded.kind);
    const { allowance } = await findSetting(context.tx, context.organization.id, recognitionSettings);
    const left = await findLeft(context, context.person, allowance);
    return recorded("recognition.seconded", {
      nameOnly: left !== null && seconded.cost === 0,
      left: left?.left ?? null,
      renewsAt: left?.renewsAt ?? context.now,
      frees: left?.frees ?? 0,
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
    left: z.number().nullable(),
    renewsAt: z.string().transform((at) => at as Instant),
    frees: z.number(),
  }),
  draw: async ({ say, tx, organization, now }, facts) => {
    const settings = await findSetting(tx, organization.id, recognitionSettings);
    const left =
      facts.left === null
        ? null
        : leftLine(
            say,
            { left: facts.left, renewsAt: facts.renewsAt, frees: facts.frees },
            settings.allowance.per,
            settings.mostPoints,
            now,
          );
    const first = facts.nameOnly ? say.recognition.withThemNameOnly() : say.recognition.withThem();
    return { kind: "card", card: saying(left === null ? first : sentences([first, left])) };
  },
});
