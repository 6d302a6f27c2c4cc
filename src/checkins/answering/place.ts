/** Whether what somebody does to a check-in may be kept: it is theirs, and it is open. */

import { assertNever } from "../../assert.ts";
import { saying } from "../../chat/card.ts";
import { type Line, words } from "../../chat/line.ts";
import type { Reply } from "../../chat/reply.ts";
import type { Context } from "../../feature.ts";
import { isIdOf } from "../../people/queries/self.ts";
import { findRound, holdPrompt } from "../rounds/queries.ts";
import { findTemplate } from "../templates/find.ts";
import type { PromptRef } from "./forms.ts";
import { findNext, isOver, type Standing } from "./prompt.ts";

export type Refusal =
  | { readonly kind: "not-yours" }
  | { readonly kind: "gone" }
  | { readonly kind: "not-asked" }
  | { readonly kind: "late"; readonly standing: Pick<Standing, "round" | "prompt"> }
  /** The question isn't asked here, or offers no such answer. */
  | { readonly kind: "not-offered" }
  /** There is no other unit to be asked about. */
  | { readonly kind: "no-units" }
  | { readonly kind: "key-missing" };

export type Place = { readonly kind: "open"; readonly standing: Standing } | Refusal;

/** Holds the prompt: two devices answer one after another, and the close waits. */
export async function holdPlace(context: Context, { r, p }: PromptRef): Promise<Place> {
  const { tx, organization, person, now } = context;
  if (!(await isIdOf(context.tx, context.organization.id, context.person.id, p)))
    return { kind: "not-yours" };
  const prompt = await holdPrompt(tx, organization.id, r, person.id);
  const round = await findRound(tx, organization.id, r);
  if (round === undefined) return { kind: "gone" };
  if (prompt === undefined) return { kind: "not-asked" };
  if (isOver({ round, prompt }, now)) return { kind: "late", standing: { round, prompt } };
  if (prompt.state === "off" || prompt.state === "gone") return { kind: "not-asked" };
  if (round.pausedWhy !== null) return { kind: "key-missing" };
  const template = await findTemplate(context, round.template, round.templateVersion);
  if (template === undefined) return { kind: "gone" };
  return { kind: "open", standing: { round, template, prompt } };
}

/** One sentence; `hasWords`: they stand in a form that stays open. */
export async function refusalLine(
  context: Context,
  refusal: Refusal,
  hasWords = false,
): Promise<Line> {
  const text = context.say.checkins;
  switch (refusal.kind) {
    case "not-yours":
      return text.notYours();
    case "gone":
      return text.roundGone();
    case "not-asked":
      return text.notAsked();
    case "not-offered":
      return text.noLongerOffered();
    case "no-units":
      return text.noUnits();
    case "key-missing":
      return text.keyMissing();
    case "late": {
      const { round, prompt } = refusal.standing;
      if (round.pausedWhy === "lost") return text.endedLost();
      const day = context.say.date(prompt.closesAt);
      const late = hasWords ? text.lateWords({ day }) : text.late({ day });
      const next = await findNext(context, round, context.person.zone);
      if (next === null) return late;
      return [...late, ...words(" "), ...text.nextOpens({ day: context.say.date(next) })];
    }
    default:
      return assertNever(refusal);
  }
}

/** A card that can't be answered any more becomes the sentence; any other one stays as it is. */
export async function refuse(context: Context, refusal: Refusal): Promise<Reply> {
  const isDone = refusal.kind === "late" || refusal.kind === "gone";
  const card = saying(await refusalLine(context, refusal));
  return { kind: isDone ? "replace" : "card", card };
}
