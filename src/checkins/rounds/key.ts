/** A round whose key is missing waits for it: nothing is asked, taken or closed meanwhile, and the admins read so once a day. */
import { z } from "zod";
import { type Card, saying } from "../../chat/card.ts";
import type { Line } from "../../chat/line.ts";
import type { KeyedWork, Saying } from "../../feature.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { findPerson } from "../../people/queries/persons.ts";
import { listAdmins } from "../../people/queries/roles.ts";
import { type Say, speak } from "../../text/say.ts";
import { day, type Instant, plus } from "../../time/instant.ts";
import { localDate } from "../../time/zone.ts";
import { hasAnySealed } from "../confidential/queries.ts";
import type { Round } from "../round.ts";
import { id } from "../schedules/schedule.ts";
import { templateName } from "../schedules/words.ts";
import { findRound, setRoundState } from "./queries.ts";

/** A key is made with the first answer, so before that none can be missing unless none can be kept. */
export async function isKeyMissing(
  { tx, organization, keys }: KeyedWork,
  round: Pick<Round, "id" | "sealed" | "pausedWhy">,
): Promise<boolean> {
  if (round.pausedWhy === "lost") return false;
  if (!round.sealed || keys.find(round.id) !== undefined) return false;
  return !keys.usable || (await hasAnySealed(tx, organization.id, round.id));
}

/** Notes that the round waits, or waits no longer. */
export async function settleKey(work: KeyedWork, round: Round, missing: boolean): Promise<void> {
  const { tx, organization, now } = work;
  if (round.pausedWhy === "lost" || missing === (round.pausedWhy === "key")) return;
  await setRoundState(tx, organization.id, round.id, { pausedWhy: missing ? "key" : null });
  if (missing) await leaveTelling(work, round.id, now);
}

const leaveTelling = ({ tx, organization, now }: KeyedWork, round: RoundId, due: Instant) =>
  later(tx, organization.id, now, {
    kind: "checkins.keyMissing",
    payload: { round },
    due,
    once: `checkins.keyMissing ${round}`,
  });

/** Whoever reads it may put the key back, or give the round up (giveUp.ts). */
export const keyCard = (say: Say, name: Line, round: RoundId): Card =>
  saying(say.schedules.keyMissing({ name, round }), {
    kind: "buttons",
    buttons: [{ action: "checkins.giveUp", label: say.schedules.giveUp(), value: round }],
  });

export const keyToldRead = z.object({
  round: id<RoundId>(),
  person: id<PersonId>(),
  date: z.string(),
});

export async function tellKeyMissing(
  work: KeyedWork,
  { round: roundId }: { readonly round: RoundId },
): Promise<void> {
  const { tx, organization, now } = work;
  const round = await findRound(tx, organization.id, roundId);
  if (round?.pausedWhy !== "key") return;
  const date = localDate(now, organization.zone);
  const admins = await listAdmins(tx, organization.id);
  await later(
    tx,
    organization.id,
    now,
    ...admins.map((admin) => ({
      kind: "checkins.keyTold",
      payload: { round: roundId, person: admin.id, date },
      due: now,
    })),
  );
  await leaveTelling(work, roundId, plus(now, day));
}

export async function sayKeyMissing(
  work: KeyedWork,
  { round: roundId, person: personId, date }: z.infer<typeof keyToldRead>,
): Promise<Saying | null> {
  const { tx, organization } = work;
  const round = await findRound(tx, organization.id, roundId);
  const person = await findPerson(tx, organization, personId);
  if (person === undefined || round?.pausedWhy !== "key") return null;
  const say = speak(person.locale, person.zone);
  const name = await templateName(work, say, round.template);
  return {
    subject: `checkin-key:${roundId}:${person.id}:${date}`,
    to: { kind: "person", person: person.id },
    card: keyCard(say, name, roundId),
  };
}
