/** The sweep of a round: whoever's next step is due takes it, a chunk at a time, and the next sweep is left for the least that is due. */
import type { KeyedWork } from "../../feature.ts";
import type { RoundId } from "../../ids.ts";
import { type JobWanted, later } from "../../jobs/queries.ts";
import { findParticipants } from "../../people/queries/participants.ts";
import { hour, type Instant, minute, plus } from "../../time/instant.ts";
import type { Prompt, Round } from "../round.ts";
import { mostReminders } from "../schedules/schedule.ts";
import { findTemplate } from "../templates/find.ts";
import { askJob } from "./ask.ts";
import { stepPrompt } from "./judge.ts";
import { isKeyMissing, settleKey } from "./key.ts";
import {
  holdAsking,
  holdRound,
  keepPrompts,
  listAskedElsewhere,
  listDuePrompts,
  nextDueOf,
  setRoundState,
} from "./queries.ts";
import { chunkSize, readReach } from "./weigh.ts";

/** Waits of several hours stand beside each other; each finds what is due then and leaves the next. */
export async function leaveStep(work: KeyedWork, round: RoundId, due: Instant): Promise<void> {
  await later(work.tx, work.organization.id, work.now, {
    kind: "checkins.step",
    payload: { round },
    due,
    once: `checkins.step ${round} ${due}`,
  });
}

/** Looks again for a key that is missing. */
const keyAgain = 10 * minute;
/** Looks whether a key is still there, also where nothing is due: whoever lost it should know while a copy may be found. */
const keyLook = 6 * hour;

export async function stepRound(
  work: KeyedWork,
  { round: id }: { readonly round: RoundId },
): Promise<void> {
  const { tx, organization, now } = work;
  await holdAsking(tx, organization.id);
  const round = await holdRound(tx, organization.id, id);
  if (round?.state !== "open") return;
  const missing = await isKeyMissing(work, round);
  await settleKey(work, round, missing);
  if (missing) return leaveStep(work, id, plus(now, keyAgain));

  const due = await listDuePrompts(tx, organization.id, id, now, chunkSize);
  await stepAll(work, round, due);
  const next = due.length === chunkSize ? now : await nextDueOf(tx, organization.id, id);
  if (next !== null || now < round.closesAt) {
    const look = round.sealed ? plus(now, keyLook) : round.closesAt;
    return leaveStep(work, id, earlierOf(next ?? round.closesAt, look));
  }
  // From here on no answer is taken.
  await setRoundState(tx, organization.id, id, { state: "closing" });
  await later(tx, organization.id, now, {
    kind: "checkins.close",
    payload: { round: id },
    due: now,
    once: `checkins.close ${id}`,
  });
}

const earlierOf = (one: Instant, other: Instant): Instant => (one < other ? one : other);

async function stepAll(work: KeyedWork, round: Round, due: readonly Prompt[]): Promise<void> {
  if (due.length === 0) return;
  const { tx, organization, now } = work;
  const template = await findTemplate(work, round.template, round.templateVersion);
  if (template === undefined) throw new Error(`No template ${round.template} any more`);
  const ids = due.map((prompt) => prompt.person);
  const byId = await findParticipants(tx, organization, ids);
  const reachOf = await readReach(work, [...byId.values()], now, round.closesAt);
  const known = [...new Set([...byId.values()].map((person) => person.id))];
  const busy = await listAskedElsewhere(tx, organization.id, round.id, known, plus(now, -hour));

  const jobs: JobWanted[] = [];
  const stepped = due.map((prompt) => {
    const person = byId.get(prompt.person);
    const { prompt: after, says } = stepPrompt(prompt, {
      now,
      reach: reachOf(person ?? nobody(prompt)),
      here: person?.here === true,
      busy: busy.has(person?.id ?? prompt.person),
      reminders: mostReminders(template),
    });
    if (says) jobs.push(askJob(after, now, prompt.askedAt === null ? "said" : "again"));
    return after;
  });
  await keepPrompts(tx, organization.id, stepped);
  await later(tx, organization.id, now, ...jobs);
}

/** Somebody who isn't known here any more. */
const nobody = ({ person }: Prompt) => ({
  id: person,
  zone: "UTC",
  pattern: null,
  pausedUntil: null,
});
