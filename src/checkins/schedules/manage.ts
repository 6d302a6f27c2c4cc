/** A lead or an admin looks over their check-ins, starts them, pauses them, skips one, opens one now, stops them. */

import { z } from "zod";
import { saying } from "../../chat/card.ts";
import type { Line } from "../../chat/line.ts";
import type { Outcome, Reply } from "../../chat/reply.ts";
import {
  type ActionRow,
  type AnswerRow,
  action,
  answer,
  type Context,
  recorded,
} from "../../feature.ts";
import type { RoundId, ScheduleId } from "../../ids.ts";
import { isIdOf } from "../../people/queries/self.ts";
import { isAdmin, isLead, requireAdmin } from "../../people/roles.ts";
import { audit } from "../../privacy/audit.ts";
import { localAt } from "../../time/schedule.ts";
import { releaseHeld, unansweredRound } from "../rounds/gate.ts";
import { nextLocalOf, openNow, planNext } from "../rounds/open.ts";
import { holdRound } from "../rounds/queries.ts";
import { askingOf } from "../rounds/weigh.ts";
import { findTemplate } from "../templates/find.ts";
import { listCard } from "./cards.ts";
import { leavePreview, type PreviewWish } from "./preview.ts";
import { findSchedule, holdSchedule, listSchedules, setSchedule } from "./queries.ts";
import { noTemplateLine, readStarter, refuseStart } from "./refuse.ts";
import { askingRead, id, type Schedule, windowByHand } from "./schedule.ts";
import { audienceLine, localText, rhythmLine, stateLine, templateName } from "./words.ts";

/** Slack draws 50 blocks, two of each and a few more. */
const mostListed = 20;

export const requireLead = async (context: Context): Promise<Reply | null> =>
  (await isLead(context)) ? null : requireAdmin(context);

export async function showSchedules(context: Context): Promise<Reply> {
  const refused = await requireLead(context);
  if (refused !== null) return refused;
  const { tx, organization, person, say, now } = context;
  const madeBy = (await isAdmin(context)) ? null : person.id;
  const schedules = await listSchedules(tx, organization.id, { madeBy, most: mostListed });
  const listed = [];
  for (const schedule of schedules) {
    const line = say.schedules.line({
      name: await templateName(context, say, schedule.template),
      rhythm: rhythmLine(say, schedule.cron),
      audience: await audienceLine(context, say, schedule.audience),
      state: stateLine(say, schedule, now),
    });
    listed.push({ schedule, line });
  }
  return { kind: "card", card: listCard(say, listed) };
}

const listAgain = async (context: Context): Promise<Reply> => {
  const reply = await showSchedules(context);
  return reply.kind === "card" ? { kind: "replace", card: reply.card } : reply;
};

/** The schedule, held; or what to answer where it is gone or somebody else's. */
async function take(context: Context, scheduleId: ScheduleId): Promise<Schedule | Reply> {
  const refused = await requireLead(context);
  if (refused !== null) return refused;
  const { tx, organization, person, say } = context;
  const schedule = await holdSchedule(tx, organization.id, scheduleId);
  if (schedule === undefined || schedule.state === "stopped") {
    return { kind: "card", card: saying(say.schedules.unknown()) };
  }
  if (
    !(await isIdOf(tx, organization.id, person.id, schedule.madeBy)) &&
    !(await isAdmin(context))
  ) {
    return (await requireAdmin(context)) ?? schedule;
  }
  return schedule;
}

const isReply = (taken: Schedule | Reply): taken is Reply => "kind" in taken;

const scheduleId = id<ScheduleId>();

/** Changes it and shows the list as it stands then; every such act goes to the audit. */
const changing = (
  name: string,
  change: (context: Context, schedule: Schedule) => Promise<void>,
): ActionRow =>
  action({
    action: `schedules.${name}`,
    read: scheduleId,
    run: async (context, wanted): Promise<Outcome> => {
      const schedule = await take(context, wanted);
      if (isReply(schedule)) return schedule;
      await change(context, schedule);
      await audit(context, context.person.id, `schedules.${name}`, { schedule: schedule.id });
      return recorded("schedules.changed", null);
    },
  });

/** What it leaves is kept with the delivery: a repeat of it asks for no second message. */
const previewing = (name: string, does: "look" | "start" | "open"): ActionRow =>
  action({
    action: `schedules.${name}`,
    read: scheduleId,
    run: async (context, wanted): Promise<Outcome> => {
      const schedule = await take(context, wanted);
      if (isReply(schedule)) return schedule;
      const { person, runsWorkspace, organization, now } = context;
      const first = nextLocalOf(schedule.cron, localAt(now, organization.zone));
      return askPreview(context, {
        person: person.id,
        runsWorkspace,
        asking:
          does === "open"
            ? { ...askingOf(schedule), window: windowByHand(schedule.window) }
            : askingOf(schedule),
        schedule: schedule.id,
        atLocal: does === "open" ? null : (schedule.nextLocal ?? first ?? null),
        does,
      });
    },
  });

/** Refused at once where that can be told without counting. */
export async function askPreview(
  context: Context,
  wish: Omit<PreviewWish, "asked">,
): Promise<Outcome> {
  const { say, now, person, runsWorkspace } = context;
  const template = await findTemplate(context, wish.asking.template);
  if (template === undefined) return lineReply(noTemplateLine(say, wish.asking.template));
  if (wish.does !== "look") {
    const starter = await readStarter(context, person.id, runsWorkspace);
    const refusal = await refuseStart(context, starter, wish.asking, template, null);
    if (refusal !== null) return lineReply(refusal);
  }
  await leavePreview(context, { ...wish, asked: `${person.id} ${now}` });
  return recorded("schedules.looking", null);
}

const lineReply = (line: Line): Reply => ({ kind: "card", card: saying(line) });

async function startSchedule(
  context: Context,
  pressed: { readonly schedule: ScheduleId; readonly asked: number },
): Promise<Outcome> {
  const schedule = await take(context, pressed.schedule);
  if (isReply(schedule)) return schedule;
  const { tx, now, organization, person, say, runsWorkspace } = context;
  const template = await findTemplate(context, schedule.template);
  if (template === undefined) return lineReply(noTemplateLine(say, schedule.template));
  const starter = await readStarter(context, person.id, runsWorkspace);
  const refusal = await refuseStart(context, starter, schedule, template, pressed.asked);
  if (refusal !== null) return lineReply(refusal);
  if (schedule.state !== "started") {
    const at = { state: "started", startedAt: now, skipNext: false } as const;
    await setSchedule(tx, organization.id, schedule.id, at);
    await planNext(context, schedule, localAt(now, organization.zone));
    await audit(context, person.id, "schedules.started", { ...pressed });
  }
  return recorded("schedules.started", { schedule: schedule.id });
}

const openRead = z.object({
  asking: askingRead,
  schedule: scheduleId.nullable(),
  asked: z.number(),
});

async function openByHand(
  context: Context,
  { asking, schedule, asked }: z.infer<typeof openRead>,
): Promise<Outcome> {
  const { person, say, runsWorkspace } = context;
  const taken = schedule === null ? await requireLead(context) : await take(context, schedule);
  if (taken !== null && isReply(taken)) return taken;
  const template = await findTemplate(context, asking.template);
  if (template === undefined) return lineReply(noTemplateLine(say, asking.template));
  const starter = await readStarter(context, person.id, runsWorkspace);
  const refusal = await refuseStart(context, starter, asking, template, asked);
  if (refusal !== null) return lineReply(refusal);
  if (schedule !== null && (await unansweredRound(context, schedule, template)) !== undefined) {
    return lineReply(say.schedules.isHeld());
  }
  const round = await openNow(context, { ...asking, schedule, madeBy: person.id }, template);
  if (round === undefined) return lineReply(say.schedules.openedBefore());
  await audit(context, person.id, "schedules.opened", { round, asked });
  return recorded("schedules.opened", { template: template.id });
}

async function overrideGate(context: Context, held: RoundId): Promise<Outcome> {
  const refused = await requireLead(context);
  if (refused !== null) return refused;
  const { tx, organization, person, say } = context;
  const round = await holdRound(tx, organization.id, held);
  if (round?.state !== "held") return lineReply(say.schedules.overNothing());
  if (!(await isIdOf(tx, organization.id, person.id, round.madeBy)) && !(await isAdmin(context))) {
    return (await requireAdmin(context)) ?? { kind: "nothing" };
  }
  await releaseHeld(context, round);
  await audit(context, person.id, "schedules.override", { round: held });
  return recorded("schedules.overridden", null);
}

export const manageActions: readonly ActionRow[] = [
  action({
    action: "schedules.list",
    read: z.unknown(),
    run: (context): Promise<Outcome> => showSchedules(context),
  }),
  previewing("preview", "look"),
  previewing("start", "start"),
  previewing("run", "open"),
  changing("pause", async ({ tx, organization }, schedule) => {
    const paused = { state: "paused", nextLocal: null } as const;
    await setSchedule(tx, organization.id, schedule.id, paused);
  }),
  changing("skip", async ({ tx, organization }, schedule) => {
    await setSchedule(tx, organization.id, schedule.id, { skipNext: !schedule.skipNext });
  }),
  changing("stop", async ({ tx, organization }, schedule) => {
    const stopped = { state: "stopped", nextLocal: null } as const;
    await setSchedule(tx, organization.id, schedule.id, stopped);
  }),
  action({
    action: "schedules.started",
    read: z.object({ schedule: scheduleId, asked: z.number() }),
    run: startSchedule,
  }),
  action({ action: "schedules.openNow", read: openRead, run: openByHand }),
  action({ action: "schedules.override", read: id<RoundId>(), run: overrideGate }),
  action({
    action: "schedules.cancel",
    read: z.unknown(),
    run: async ({ say }): Promise<Outcome> => ({
      kind: "replace",
      card: saying(say.schedules.cancelled()),
    }),
  }),
];

export const manageAnswers: readonly AnswerRow[] = [
  answer({ answer: "schedules.changed", read: z.null(), draw: listAgain }),
  answer({
    answer: "schedules.looking",
    read: z.null(),
    draw: async ({ say }) => ({ kind: "card", card: saying(say.schedules.looking()) }),
  }),
  answer({
    answer: "schedules.started",
    read: z.object({ schedule: scheduleId }),
    draw: async (context, { schedule: wanted }) => {
      const { tx, organization, say, now } = context;
      const schedule = await findSchedule(tx, organization.id, wanted);
      if (schedule === undefined || schedule.nextLocal === null) return listAgain(context);
      const name = await templateName(context, say, schedule.template);
      const next = localText(say, schedule.nextLocal, now);
      return { kind: "replace", card: saying(say.schedules.nowStarted({ name, next })) };
    },
  }),
  answer({
    answer: "schedules.opened",
    read: z.object({ template: z.string() }),
    draw: async (context, { template }) => {
      const name = await templateName(context, context.say, template);
      return { kind: "replace", card: saying(context.say.schedules.nowOpened({ name })) };
    },
  }),
  answer({
    answer: "schedules.overridden",
    read: z.null(),
    draw: async ({ say }) => ({ kind: "replace", card: saying(say.schedules.overridden()) }),
  }),
];
