/** The end of a round: confidential answers are published, then the round is closed, then its key destroyed, then the summary told. */
import { z } from "zod";

import type { KeyedWork } from "../../feature.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import { later, listStanding } from "../../jobs/queries.ts";
import { type Instant, minute, plus } from "../../time/instant.ts";
import { subjectOf } from "../answering/prompt.ts";
import { destroyKey, publishSealed } from "../confidential/publish.ts";
import { id } from "../schedules/schedule.ts";
import { findTemplate } from "../templates/find.ts";
import { isKeyMissing, settleKey } from "./key.ts";
import { findRound, holdRound, listPersonsOf, setRoundState } from "./queries.ts";
import { chunkSize } from "./weigh.ts";

/** Looks again for a key that is missing. */
const keyAgain = 10 * minute;

export async function closeRound(
  work: KeyedWork,
  { round: roundId }: { readonly round: RoundId },
): Promise<void> {
  const { tx, organization, now } = work;
  const round = await holdRound(tx, organization.id, roundId);
  if (round?.state !== "closing") return;
  const leave = (kind: string, due: Instant) =>
    later(tx, organization.id, now, { kind, payload: { round: roundId }, due });

  const template = await findTemplate(work, round.template, round.templateVersion);
  if (template === undefined) throw new Error(`No template ${round.template} any more`);
  if (round.sealed) {
    const missing =
      (await isKeyMissing(work, round)) ||
      (await publishSealed(work, roundId, template)).kind === "key-missing";
    await settleKey(work, round, missing);
    if (missing) return leave("checkins.close", plus(now, keyAgain));
  }
  await setRoundState(tx, organization.id, roundId, { state: "closed", closedAt: now });
  if (round.sealed) await leave("checkins.forget", now);
  // It knows its own hour.
  await leave("checkins.summary", now);
  await later(tx, organization.id, now, {
    kind: "checkins.tidy",
    payload: { round: roundId, after: null },
    due: now,
  });
}

/** In a job after the one that published: only what is kept for good may lose its key. */
export const forgetKey = (work: KeyedWork, { round }: { readonly round: RoundId }): Promise<void> =>
  destroyKey(work, round);

export const tidyRead = z.object({
  round: id<RoundId>(),
  after: id<PersonId>().nullable(),
});

/** Buttons that no longer work are not left behind: every prompt that stands is drawn anew as closed. Where its key was lost they read that too. */
export async function tidyPrompts(
  { tx, organization, now }: KeyedWork,
  { round, after }: z.infer<typeof tidyRead>,
): Promise<void> {
  const persons = await listPersonsOf(tx, organization.id, round, after, chunkSize);
  const last = persons.at(-1);
  if (last === undefined) return;
  const subjects = persons.map((person) => subjectOf(round, person));
  const standing = await listStanding(tx, organization.id, subjects);
  const found = await findRound(tx, organization.id, round);
  const lost = found?.pausedWhy === "lost" ? ["checkins.lost"] : [];
  const kinds = ["checkins.redraw", ...lost];
  const drawn = persons.filter((person) => standing.has(subjectOf(round, person)));
  await later(
    tx,
    organization.id,
    now,
    ...drawn.flatMap((person) =>
      kinds.map((kind) => ({ kind, payload: { round, person }, due: now })),
    ),
    { kind: "checkins.tidy", payload: { round, after: last }, due: now },
  );
}
