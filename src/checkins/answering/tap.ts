/** One tap on the message is a whole answer. */
import { z } from "zod";

import type { Outcome } from "../../chat/reply.ts";
import { type ActionRow, action, type Context } from "../../feature.ts";
import { type PromptRef, promptRead } from "./forms.ts";
import { keepAnswers, standingAnswer } from "./keep.ts";
import { holdPlace, refuse } from "./place.ts";
import { askedOf } from "./prompt.ts";
import { answerOf, tapsOf } from "./questions.ts";

export const tapAction: ActionRow = action({
  action: "checkins.tap",
  read: promptRead.extend({ q: z.string(), v: z.string() }),
  run: tap,
});

async function tap(
  context: Context,
  { r, p, q, v }: PromptRef & { readonly q: string; readonly v: string },
): Promise<Outcome> {
  const place = await holdPlace(context, { r, p });
  if (place.kind !== "open") return refuse(context, place);
  const { standing } = place;
  const question = tapsOf(standing.template, await askedOf(context, standing)).find(
    ({ id }) => id === q,
  );
  const value = question === undefined ? null : answerOf(question, [v]);
  if (question === undefined || value === null) return refuse(context, { kind: "not-offered" });
  const refusal = await keepAnswers(context, standing, [{ question, partner: null, value }], "add");
  return refusal === null ? standingAnswer(r, p) : refuse(context, refusal);
}
