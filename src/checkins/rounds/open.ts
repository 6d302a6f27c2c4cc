/**
 * A schedule's next round opens: its row, and the job of the round after it, in one transaction. So each hour of a schedule has
 * one round or a note of why not, however long the server was away and however many servers tick.
 */
import { z } from "zod";

import type { KeyedWork, Work } from "../../feature.ts";
import { newId, type PersonId, type RoundId, type ScheduleId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { day, type Instant, plus } from "../../time/instant.ts";
import { firstInstant, localAt, nextLocalAfter, readCron } from "../../time/schedule.ts";
import type { Round, RoundState } from "../round.ts";
import { holdSchedule, setSchedule } from "../schedules/queries.ts";
import { type Asking, id, type Schedule } from "../schedules/schedule.ts";
import { hasSealed, type Template } from "../template.ts";
import { findTemplate } from "../templates/find.ts";
import { leaveBegin } from "./begin.ts";
import { leaveHeld, unansweredRound } from "./gate.ts";
import { insertRound } from "./queries.ts";
import { lastClose } from "./weigh.ts";

export const openRead = z.object({ schedule: id<ScheduleId>(), at: z.string() });

/** Before an opening that would be held, whoever started it is asked what was done about the last. */
const warnBefore = 3 * day;

/** On the wall. Undefined: a rhythm that has no more hours, or is none. */
export function nextLocalOf(expression: string, after: string): string | undefined {
  const cron = readCron(expression);
  return cron.kind === "cron" ? nextLocalAfter(cron, after) : undefined;
}

/** Writes when a schedule opens next, and leaves the job. Undefined: its rhythm has no more hours. */
export async function planNext(
  { tx, now, organization }: Work,
  schedule: Pick<Schedule, "id" | "cron">,
  after: string,
): Promise<string | undefined> {
  const next = nextLocalOf(schedule.cron, after);
  await setSchedule(tx, organization.id, schedule.id, { nextLocal: next ?? null });
  if (next === undefined) return undefined;
  const payload = { schedule: schedule.id, at: next };
  const opens = firstInstant(next);
  await later(
    tx,
    organization.id,
    now,
    {
      kind: "checkins.open",
      payload,
      due: opens,
      once: `checkins.open ${schedule.id} ${next}`,
    },
    {
      kind: "checkins.warn",
      payload,
      due: laterOf(now, plus(opens, -warnBefore)),
      once: `checkins.warn ${schedule.id} ${next}`,
    },
  );
  return next;
}

export async function openDue(
  work: KeyedWork,
  { schedule: scheduleId, at }: z.infer<typeof openRead>,
): Promise<void> {
  const { tx, organization, now } = work;
  const schedule = await holdSchedule(tx, organization.id, scheduleId);
  // Paused, stopped, or moved to another hour, for which there is another job.
  if (schedule?.state !== "started" || schedule.nextLocal !== at) return;
  await planNext(work, schedule, at);
  const template = await findTemplate(work, schedule.template);
  if (template === undefined) throw new Error(`No template ${schedule.template} any more`);

  const unanswered = await unansweredRound(work, scheduleId, template);
  const state = stateOf(schedule, at, now, unanswered !== undefined);
  if (schedule.skipNext) await setSchedule(tx, organization.id, scheduleId, { skipNext: false });
  const round = newRound(now, { ...schedule, schedule: scheduleId }, template, at, state);
  if (!(await insertRound(tx, organization.id, round, now))) return;
  if (state === "planning") await leaveBegin(work, round.id);
  if (state === "held" && unanswered !== undefined) await leaveHeld(work, round.id, unanswered);
}

function stateOf(schedule: Schedule, at: string, now: Instant, holds: boolean): RoundState {
  if (schedule.skipNext) return "skipped";
  if (lastClose(at, schedule.window) <= now) return "missed";
  return holds ? "held" : "planning";
}

/** Opens a round now: everybody is asked as soon as their hours allow. Undefined: it was opened this minute already. */
export async function openNow(
  work: KeyedWork,
  asking: Asking & { readonly schedule: ScheduleId | null; readonly madeBy: PersonId },
  template: Template,
): Promise<RoundId | undefined> {
  const { tx, organization, now } = work;
  const at = localAt(now, organization.zone);
  const round = newRound(now, asking, template, at, "planning");
  if (!(await insertRound(tx, organization.id, round, now))) return undefined;
  await leaveBegin(work, round.id);
  return round.id;
}

function newRound(
  now: Instant,
  asking: Asking & { readonly schedule: ScheduleId | null; readonly madeBy: PersonId | null },
  template: Template,
  atLocal: string,
  state: RoundState,
): Round {
  const over = state === "skipped" || state === "missed";
  return {
    id: newId("round", now),
    schedule: asking.schedule,
    template: template.id,
    templateVersion: template.version,
    audience: asking.audience,
    workspace: asking.workspace,
    channel: asking.channel,
    window: asking.window,
    summaryTo: asking.summaryTo,
    atLocal,
    state,
    pausedWhy: null,
    sealed: hasSealed(template),
    madeBy: asking.madeBy,
    opensAt: firstInstant(atLocal),
    closesAt: lastClose(atLocal, asking.window),
    closedAt: over ? now : null,
  };
}

const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other);
