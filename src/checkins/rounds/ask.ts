/** The prompt as a message: drawn when it is sent, judged once more, and moved down when it is said again. */
import { z } from "zod";

import type { KeyedWork, Saying, SayingEnd } from "../../feature.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import { forgetMessages, type JobWanted, later } from "../../jobs/queries.ts";
import { findPerson } from "../../people/queries/persons.ts";
import type { Instant } from "../../time/instant.ts";
import { promptSaid, promptSaying, subjectOf } from "../answering/prompt.ts";
import type { Prompt } from "../round.ts";
import { judgeNow } from "../schedules/plan.ts";
import { id } from "../schedules/schedule.ts";
import { findPrompt, findRound, holdPrompt, markPrompt } from "./queries.ts";
import { readReach } from "./weigh.ts";

/** `at`: of which step it is. A later step of the same prompt has a job of its own, and this one says nothing any more. */
export const askRead = z.object({
  round: id<RoundId>(),
  person: id<PersonId>(),
  at: id<Instant>(),
});
type Ask = z.infer<typeof askRead>;

/** said: for the first time. again: what stands is deleted, and posted anew at the foot once it is gone. */
export function askJob({ round, person }: Prompt, at: Instant, how: "said" | "again"): JobWanted {
  const kind = how === "said" ? "checkins.ask" : "checkins.unsay";
  return waiting(kind, { round, person, at }, at);
}

/** Its key ends in the person's id: what waits for them is looked at again when their hours change. */
const waiting = (kind: string, ask: Ask, due: Instant): JobWanted => ({
  kind,
  payload: ask,
  due,
  once: `${kind} ${ask.round} ${ask.at}:${ask.person}`,
});

export async function sayPrompt(work: KeyedWork, ask: Ask): Promise<Saying | null> {
  return (await mayBeSaid(work, "checkins.ask", ask))
    ? promptSaying(work, ask.round, ask.person)
    : null;
}

export async function unsayPrompt(work: KeyedWork, ask: Ask): Promise<Saying | null> {
  if (!(await mayBeSaid(work, "checkins.unsay", ask))) return null;
  return unsaying(ask.round, ask.person);
}

export const unsaying = (round: RoundId, person: PersonId): Saying => ({
  subject: subjectOf(round, person),
  to: { kind: "person", person },
  card: null,
});

/** Judged as things stand now: answered, left, closed, off shift, put off to a better hour. */
async function mayBeSaid(work: KeyedWork, kind: string, ask: Ask): Promise<boolean> {
  const { tx, organization, now } = work;
  const round = await findRound(tx, organization.id, ask.round);
  const prompt = await findPrompt(tx, organization.id, ask.round, ask.person);
  if (round?.state !== "open" || round.pausedWhy !== null) return false;
  if (prompt?.state !== "asked" || saidAt(prompt) !== ask.at) return false;
  const person = await findPerson(tx, organization, ask.person);
  if (person === undefined || !person.here) return false;

  const { closesAt } = prompt;
  const reachOf = await readReach(work, [person], now, closesAt);
  const step = prompt.remindedAt === ask.at ? "remind" : "ask";
  const verdict = judgeNow({ ...reachOf(person), step, closesAt, now });
  if (verdict.kind === "later") {
    await later(tx, organization.id, now, waiting(kind, ask, verdict.at));
  }
  return verdict.kind === "now";
}

const saidAt = ({ askedAt, remindedAt }: Prompt): Instant | null =>
  askedAt !== null && remindedAt !== null && remindedAt > askedAt ? remindedAt : askedAt;

/** Who can't be reached is marked, and waits for nothing any more. */
export async function afterPrompt(
  work: KeyedWork,
  { round, person }: Ask,
  saying: Saying,
  end: SayingEnd,
): Promise<void> {
  const { tx, organization } = work;
  await promptSaid(work, round, person, saying, end);
  if (end.kind !== "gone") return;
  const prompt = await holdPrompt(tx, organization.id, round, person);
  if (prompt?.state !== "asked") return;
  await markPrompt(tx, organization.id, round, prompt.person, { state: "gone", dueAt: null });
}

/** Also where there was nothing to delete any more. */
export const afterUnsay = (work: KeyedWork, ask: Ask): Promise<void> =>
  later(work.tx, work.organization.id, work.now, waiting("checkins.ask", ask, work.now));

export const promptRead = z.object({ round: id<RoundId>(), person: id<PersonId>() });

/** What stands is drawn as things are now: answered, skipped, closed. */
export const redrawPrompt = (
  work: KeyedWork,
  { round, person }: z.infer<typeof promptRead>,
): Promise<Saying | null> => promptSaying(work, round, person);

/** Closed, it is never drawn again. Its hour would tell who was reminded, and so had not answered by then. */
export async function afterRedraw(
  { tx, organization }: KeyedWork,
  { round }: z.infer<typeof promptRead>,
  saying: Saying,
): Promise<void> {
  const found = await findRound(tx, organization.id, round);
  if (found?.state === "closed") await forgetMessages(tx, organization.id, saying.subject);
}
