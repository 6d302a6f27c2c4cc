/** What somebody does instead of answering: nothing to report, skipped, not now. */
import { z } from "zod";

import type { Outcome } from "../../chat/reply.ts";
import { type ActionRow, action, type Context } from "../../feature.ts";
import { markPrompt } from "../rounds/queries.ts";
import { leaveStep } from "../rounds/step.ts";
import type { PutOff } from "./cards.ts";
import { type PromptRef, promptRead } from "./forms.ts";
import { endPrompt, leaveRedraw, standingAnswer } from "./keep.ts";
import { holdPlace, refuse } from "./place.ts";
import { readPutOffs } from "./prompt.ts";
import { deleteResponses } from "./queries.ts";

/** Counts as answered. What they wrote before goes: the last answer wins. */
async function nothing(context: Context, ref: PromptRef): Promise<Outcome> {
  const place = await holdPlace(context, ref);
  if (place.kind !== "open") return refuse(context, place);
  if (place.standing.template.sees !== "leads") return refuse(context, { kind: "not-offered" });
  const { person } = place.standing.prompt;
  await deleteResponses(context.tx, context.organization.id, ref.r, person);
  await endPrompt(context, ref.r, person, "quiet", context.now);
  return standingAnswer(ref.r, ref.p);
}

/** An answer that is in stays in: the card was an old one. */
async function skip(context: Context, ref: PromptRef): Promise<Outcome> {
  const place = await holdPlace(context, ref);
  if (place.kind !== "open") return refuse(context, place);
  const { state, person } = place.standing.prompt;
  if (state === "asked" || state === "waiting") {
    await endPrompt(context, ref.r, person, "skipped", null);
  }
  return standingAnswer(ref.r, ref.p);
}

/** Asked again then, in a message of its own, where it is judged once more whether they may be. */
async function putOff(
  context: Context,
  { to, ...ref }: PromptRef & { readonly to: PutOff },
): Promise<Outcome> {
  const { tx, organization, person, say } = context;
  const place = await holdPlace(context, ref);
  if (place.kind !== "open") return refuse(context, place);
  const { prompt } = place.standing;
  if (prompt.state !== "asked") return standingAnswer(ref.r, ref.p);
  const at = (await readPutOffs(context, prompt, person)).get(to);
  if (at === undefined) {
    const line = say.checkins.cantPutOff();
    return { kind: "card", card: { summary: line, blocks: [{ kind: "text", line }] } };
  }
  await markPrompt(tx, organization.id, ref.r, prompt.person, { state: "waiting", dueAt: at });
  await leaveStep(context, ref.r, at);
  await leaveRedraw(context, ref.r, prompt.person);
  return standingAnswer(ref.r, ref.p);
}

export const laterActions: readonly ActionRow[] = [
  action({ action: "checkins.quiet", read: promptRead, run: nothing }),
  action({ action: "checkins.skip", read: promptRead, run: skip }),
  action({
    action: "checkins.putOff",
    read: promptRead.extend({ to: z.enum(["shift", "tomorrow"]) }),
    run: putOff,
  }),
];
