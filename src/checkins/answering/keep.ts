/** Keeps answers: by name in the database, confidential ones sealed. The prompt is answered, and drawn anew where it stands. */

import type { Outcome } from "../../chat/reply.ts";
import { type AnswerRow, answer, type Context, recorded, type Work } from "../../feature.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { isIdOf } from "../../people/queries/self.ts";
import { type Answer, type AnswerValue, standsAnswer } from "../answer.ts";
import { addSealed, KeyMissing, keepSealed } from "../confidential/spool.ts";
import type { PromptState } from "../round.ts";
import { markPrompt } from "../rounds/queries.ts";
import { leaveStep } from "../rounds/step.ts";
import { isSealed, type Question } from "../template.ts";
import { promptRead } from "./forms.ts";
import type { Refusal } from "./place.ts";
import { findStanding, readCard, type Standing } from "./prompt.ts";
import { keepResponse } from "./queries.ts";

export interface Given {
  readonly question: Question;
  readonly partner: Answer["partner"];
  /** Null: left empty. */
  readonly value: AnswerValue | null;
}

/**
 * What is given by name takes the place of what was, also where it is empty now. Confidential answers left empty stay as they are
 * unless something confidential is given; `add`: then too those to other questions stay. Null: kept.
 */
export async function keepAnswers(
  context: Context,
  { round, template, prompt }: Standing,
  given: readonly Given[],
  how: "replace" | "add",
): Promise<Refusal | null> {
  const { tx, organization, now } = context;
  const isConfidential = (one: Given) => isSealed(template, one.question);
  const sealed = given
    .filter(isConfidential)
    .flatMap(({ question, partner, value }): Answer[] =>
      value === null ? [] : [{ question: question.id, partner, value }],
    );
  if (sealed.length > 0) {
    if (prompt.group === null) return { kind: "not-offered" };
    const keep = how === "add" ? addSealed : keepSealed;
    try {
      const kept = await keep(context, round.id, prompt.person, prompt.group, sealed);
      if (kept.kind === "closed") return { kind: "late", standing: { round, prompt } };
    } catch (cause) {
      if (!(cause instanceof KeyMissing)) throw cause;
      // The sweep finds it missing too, and tells the admins.
      await leaveStep(context, round.id, now);
      return { kind: "key-missing" };
    }
  }
  for (const one of given.filter((each) => !isConfidential(each))) {
    await keepResponse(tx, organization.id, round.id, prompt.person, {
      question: one.question.id,
      partner: one.partner,
      value: one.value,
      at: now,
    });
  }
  // When somebody answered is nobody's business where the answer is confidential.
  const answeredAt = template.sees === "groups" ? null : now;
  await endPrompt(context, round.id, prompt.person, "answered", answeredAt);
  return null;
}

export async function endPrompt(
  { tx, organization, now }: Work,
  round: RoundId,
  person: PersonId,
  state: Extract<PromptState, "answered" | "quiet" | "skipped">,
  answeredAt: Work["now"] | null,
): Promise<void> {
  await markPrompt(tx, organization.id, round, person, { state, dueAt: null, answeredAt });
  await leaveRedraw({ tx, organization, now }, round, person);
}

/** It may have been answered from a form, from home or on another device. */
export const leaveRedraw = (
  { tx, organization, now }: Work,
  round: RoundId,
  person: PersonId,
): Promise<void> =>
  later(tx, organization.id, now, {
    kind: "checkins.redraw",
    payload: { round, person },
    due: now,
    once: `checkins.redraw ${round}:${person}`,
  });

/** The card as it stands now: the same for the answer, for a change of it, and for every repeat of a delivery. */
export const standingAnswer = (round: RoundId, person: PersonId): Outcome =>
  recorded(standsAnswer, { r: round, p: person });

export const standsRow: AnswerRow = answer({
  answer: standsAnswer,
  read: promptRead,
  draw: async (context, { r, p }) => {
    const standing = await findStanding(context, r, p);
    if (
      standing === null ||
      !(await isIdOf(context.tx, context.organization.id, context.person.id, p))
    )
      return { kind: "nothing" };
    return { kind: "replace", card: await readCard(context, standing, context.person) };
  },
});
