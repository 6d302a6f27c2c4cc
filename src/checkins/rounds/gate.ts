/** A feedback round waits until somebody has said what was done about the last one. The weekly check-in never does. */
import { z } from "zod";

import { saying } from "../../chat/card.ts";
import type { KeyedWork, Saying, Work } from "../../feature.ts";
import type { PersonId, RoundId, ScheduleId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { listAdmins } from "../../people/queries/roles.ts";
import { hour, type Instant, plus } from "../../time/instant.ts";
import { daysLater, firstInstant } from "../../time/schedule.ts";
import { localDate } from "../../time/zone.ts";
import { listOutdone } from "../queries/places.ts";
import type { Round } from "../round.ts";
import { gateCard } from "../schedules/cards.ts";
import { findSchedule } from "../schedules/queries.ts";
import { id } from "../schedules/schedule.ts";
import { dateText, templateName } from "../schedules/words.ts";
import type { Template } from "../template.ts";
import { findTemplate } from "../templates/find.ts";
import { leaveBegin } from "./begin.ts";
import { openLetter } from "./letter.ts";
import {
  findRound,
  hasAnswers,
  hasOutcome,
  holdRound,
  listPersonsOf,
  listRounds,
  setRoundState,
} from "./queries.ts";
import { chunkSize, lastClose } from "./weigh.ts";

/** The last round of a feedback schedule, where people said something and nobody has said what was done. */
export async function unansweredRound(
  { tx, organization }: Work,
  schedule: ScheduleId,
  template: Template,
): Promise<RoundId | undefined> {
  if (template.kind !== "feedback") return undefined;
  const [last] = await listRounds(tx, organization.id, {
    schedule,
    states: ["closed"],
    most: 1,
  });
  if (last === undefined) return undefined;
  if (await hasOutcome(tx, organization.id, last.id)) return undefined;
  return (await hasAnswers(tx, organization.id, last.id)) ? last.id : undefined;
}

/** Three days before: would it be held? */
export async function warnStarter(
  work: KeyedWork,
  { schedule: scheduleId, at }: { readonly schedule: ScheduleId; readonly at: string },
): Promise<void> {
  const { tx, organization, now } = work;
  const schedule = await findSchedule(tx, organization.id, scheduleId);
  if (schedule?.state !== "started" || schedule.nextLocal !== at) return;
  if (schedule.madeBy === null || schedule.skipNext) return;
  const template = await findTemplate(work, schedule.template);
  const last = template && (await unansweredRound(work, scheduleId, template));
  if (last === undefined) return;
  await later(tx, organization.id, now, {
    kind: "checkins.warned",
    payload: { last, held: null, person: schedule.madeBy, at },
    due: now,
  });
}

/** Looks so often whether what was done has been told. */
const lookAgain = 1 * hour;

/** On the day: whoever started it and the admins read that it waits, and so do those who answered the last one. */
export async function leaveHeld(work: KeyedWork, held: RoundId, last: RoundId): Promise<void> {
  const { tx, organization, now } = work;
  const round = await findRound(tx, organization.id, held);
  const admins = (await listAdmins(tx, organization.id)).map((admin) => admin.id);
  const told = new Set([...(round?.madeBy == null ? [] : [round.madeBy]), ...admins]);
  await later(
    tx,
    organization.id,
    now,
    ...[...told].map((person) => ({
      kind: "checkins.warned",
      payload: { last, held, person, at: round?.atLocal ?? "" },
      due: now,
    })),
    { kind: "checkins.tellWaiting", payload: { held, last, after: null }, due: now },
    { kind: "checkins.held", payload: { held, last }, due: plus(now, lookAgain) },
  );
}

export const warnedRead = z.object({
  last: id<RoundId>(),
  held: id<RoundId>().nullable(),
  person: id<PersonId>(),
  at: z.string(),
});

export async function sayWarning(
  work: KeyedWork,
  payload: z.infer<typeof warnedRead>,
): Promise<Saying | null> {
  const { tx, organization } = work;
  const { last, held, person } = payload;
  const round = await findRound(tx, organization.id, last);
  if (round === undefined || (await hasOutcome(tx, organization.id, last))) return null;
  if (held !== null && !(await isHeld(work, held))) return null;
  const letter = await openLetter(work, person, { kind: "checkins.warned", payload });
  if (letter === null) return null;
  const name = await templateName(work, letter.say, round.template);
  return {
    subject: `checkin-gate:${held ?? `${last} ${payload.at}`}:${letter.to.person}`,
    to: letter.to,
    card: gateCard(letter.say, { name, last, held, at: dateText(letter.say, payload.at) }),
  };
}

const isHeld = async ({ tx, organization }: Work, held: RoundId): Promise<boolean> =>
  (await findRound(tx, organization.id, held))?.state === "held";

export const tellWaitingRead = z.object({
  held: id<RoundId>(),
  last: id<RoundId>(),
  after: id<PersonId>().nullable(),
});

export async function tellWaiting(
  work: KeyedWork,
  { held, last, after }: z.infer<typeof tellWaitingRead>,
): Promise<void> {
  const { tx, organization, now } = work;
  if (!(await isHeld(work, held))) return;
  const persons = await listPersonsOf(tx, organization.id, last, after, chunkSize);
  const end = persons.at(-1);
  if (end === undefined) return;
  const outdone = await listOutdone(tx, organization.id, last);
  await later(
    tx,
    organization.id,
    now,
    ...persons
      .filter((person) => !outdone.has(person))
      .map((person) => ({
        kind: "checkins.waits",
        payload: { held, person },
        due: now,
      })),
    { kind: "checkins.tellWaiting", payload: { held, last, after: end }, due: now },
  );
}

export const waitsRead = z.object({ held: id<RoundId>(), person: id<PersonId>() });

export async function sayWaits(
  work: KeyedWork,
  payload: z.infer<typeof waitsRead>,
): Promise<Saying | null> {
  const { tx, organization } = work;
  const round = await findRound(tx, organization.id, payload.held);
  if (round?.state !== "held") return null;
  const letter = await openLetter(work, payload.person, { kind: "checkins.waits", payload });
  if (letter === null) return null;
  const name = await templateName(work, letter.say, round.template);
  return {
    subject: `checkin-waits:${payload.held}:${letter.to.person}`,
    to: letter.to,
    card: saying(letter.say.schedules.waits({ name })),
  };
}

export const heldRead = z.object({ held: id<RoundId>(), last: id<RoundId>() });

/** Whether it may open by now. */
export async function lookAtHeld(
  work: KeyedWork,
  { held, last }: z.infer<typeof heldRead>,
): Promise<void> {
  const { tx, organization, now } = work;
  const round = await holdRound(tx, organization.id, held);
  if (round?.state !== "held") return;
  if (await hasOutcome(tx, organization.id, last)) return releaseHeld(work, round);
  if (await isOvertaken(work, round)) return;
  const payload = { held, last };
  await later(tx, organization.id, now, {
    kind: "checkins.held",
    payload,
    due: plus(now, lookAgain),
  });
}

/** The schedule's next round takes its place, or was stopped. */
async function isOvertaken({ tx, organization, now }: Work, round: Round): Promise<boolean> {
  const schedule =
    round.schedule === null ? undefined : await findSchedule(tx, organization.id, round.schedule);
  const next = schedule?.state === "started" ? schedule.nextLocal : null;
  if (next !== null && now < firstInstant(next)) return false;
  await setRoundState(tx, organization.id, round.id, { state: "skipped", closedAt: now });
  return true;
}

/** Opens on the next day at its hour: the hour it waited for is over in some zones. */
export async function releaseHeld(work: KeyedWork, round: Round): Promise<void> {
  const { tx, organization, now } = work;
  const atLocal = nextSameHour(round, now, organization.zone);
  await setRoundState(tx, organization.id, round.id, {
    state: "planning",
    atLocal,
    opensAt: firstInstant(atLocal),
    closesAt: lastClose(atLocal, round.window),
  });
  await leaveBegin(work, round.id);
}

function nextSameHour(round: Pick<Round, "atLocal">, now: Instant, zone: string): string {
  const date = daysLater(localDate(now, zone), 1);
  return `${date}${round.atLocal.slice("2026-11-27".length)}`;
}
