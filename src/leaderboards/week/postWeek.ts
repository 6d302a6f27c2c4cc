/**
 * "Thanks this week" in a channel. Each occurrence is a job written by the one before, and tells of the last whole week: after
 * downtime one message comes late, and no week is told twice.
 */
import { z } from "zod";

import type { Saying, SayingEnd, Work } from "../../feature.ts";
import type { WorkspaceId } from "../../ids.ts";
import { later, listMessages } from "../../jobs/queries.ts";
import { findSetting, keepSetting } from "../../store/settings.ts";
import { speak } from "../../text/say.ts";
import type { Instant } from "../../time/instant.ts";
import { localDate, nextLocal } from "../../time/zone.ts";
import { countingOf } from "../cards.ts";
import { listGroups } from "../groups.ts";
import { lastPlaceShown, pageSize } from "../leaderboard.ts";
import { listPersons } from "../persons.ts";
import { countShown, findTotals, holdSetting } from "../queries.ts";
import {
  type LeaderboardSettings,
  leaderboardSettings,
  recognitionFacts,
  type Schedule,
} from "../settings.ts";
import type { Bounds } from "../span.ts";
import { type WeekShown, weekCard } from "./cards.ts";
import { listDays, listNewBridges, listRereads } from "./queries.ts";
import { chooseRereads, lastWeek, type Week } from "./week.ts";

const shownUnits = 5;
const shownBridges = 5;
const shownRereads = 3;
/** To choose from, so that the three are not all by one giver. */
const rereadsRead = 30;

export const due = z.object({ due: z.string() });
export const changed = z.object({ givenAt: z.string() });
export const weekPlace = z.object({
  week: z.string(),
  workspace: z.string(),
  channel: z.string(),
});
type WeekPlace = z.infer<typeof weekPlace>;

/** Writes the next occurrence's job, and says when it is. */
export async function planNext(
  { tx, now, organization }: Work,
  { weekday, hour }: Pick<Schedule, "weekday" | "hour">,
): Promise<Instant> {
  const next = nextLocal(now, organization.zone, { weekday, hour, minute: 0 });
  await later(tx, organization.id, now, {
    kind: "leaderboards.week",
    payload: { due: next },
    due: next,
    once: `leaderboards.week ${next}`,
  });
  return next;
}

export async function openWeek(work: Work, payload: z.infer<typeof due>): Promise<void> {
  const { tx, now, organization } = work;
  await holdSetting(tx, organization.id, leaderboardSettings.name);
  const settings = await findSetting(tx, organization.id, leaderboardSettings);
  const { schedule } = settings;
  // Paused, stopped, or moved to another hour, for which there is another job.
  if (schedule === null || schedule.next !== payload.due) return;

  const next = await planNext(work, schedule);
  const { bucket } = lastWeek(now, organization.zone);
  await keepSetting(tx, organization.id, leaderboardSettings, {
    ...settings,
    schedule: { ...schedule, next },
    told: bucket,
  });
  if (settings.told === bucket) return;
  await later(tx, organization.id, now, sayJob(now, bucket, schedule));
}

/** A thanks of the told week was taken back, hidden or edited: what stands in the channel is drawn anew. */
export async function tellAgain(work: Work, { givenAt }: z.infer<typeof changed>): Promise<void> {
  const { tx, now, organization } = work;
  const { schedule, told } = await findSetting(tx, organization.id, leaderboardSettings);
  const { bucket, bounds } = lastWeek(now, organization.zone);
  if (schedule === null || told !== bucket) return;
  if (givenAt >= bounds.since && givenAt < bounds.until)
    await later(tx, organization.id, now, sayJob(now, bucket, schedule));
}

const sayJob = (now: Instant, week: string, { workspace, channel }: Schedule) => ({
  kind: "leaderboards.said",
  payload: { week, workspace, channel },
  due: now,
});

export async function sayWeek(work: Work, place: WeekPlace): Promise<Saying | null> {
  const { tx, now, organization } = work;
  const settings = await findSetting(tx, organization.id, leaderboardSettings);
  const { schedule } = settings;
  if (schedule === null || !isAt(schedule, place)) return null;
  const week = lastWeek(now, organization.zone);
  // It waited for so long that the next week is told instead.
  if (week.bucket !== place.week) return null;
  const subject = `leaderboards ${place.week}`;
  const stands = (await listMessages(tx, organization.id, subject)).length > 0;
  if (schedule.next === null && !stands) return null;

  const saying = {
    subject,
    to: { kind: "channel", workspace: schedule.workspace, channel: schedule.channel },
  } as const;
  const totals = await findTotals(tx, organization.id, week.span);
  if (totals.thanks <= 0) return { ...saying, card: null };
  const say = speak(organization.locale, organization.zone);
  const shown = await readWeek(work, week, settings, schedule);
  return { ...saying, card: weekCard(say, { ...shown, totals }) };
}

async function readWeek(
  work: Work,
  week: Week,
  settings: LeaderboardSettings,
  schedule: Schedule,
): Promise<Omit<WeekShown, "totals">> {
  const { tx, organization } = work;
  const { bounds } = week;
  const { display } = settings;
  const { mostPoints, channel } = await findSetting(tx, organization.id, recognitionFacts);
  const say = speak(organization.locale, organization.zone);
  const units = settings.on ? await listGroups({ ...work, say }, "units", bounds, display) : null;
  const rereads = await listRereads(tx, organization.id, channel ?? schedule, bounds, rereadsRead);
  return {
    bounds,
    days: await countDays(work, bounds),
    bridges: await listNewBridges(tx, organization.id, bounds, shownBridges),
    units: units?.rows.slice(0, shownUnits) ?? [],
    persons: settings.on && schedule.persons ? await readPersons(work, week, settings) : [],
    personsCounting: countingOf("receivers", mostPoints),
    display,
    rereads: chooseRereads(rereads, shownRereads),
  };
}

async function readPersons(work: Work, { bucket }: Week, settings: LeaderboardSettings) {
  const key = { board: "receivers", bucket } as const;
  const size = await countShown(work.tx, work.organization.id, key);
  const rows = await listPersons(work, key, settings.display, { from: 0, most: pageSize });
  return rows.filter((row) => row.rank <= lastPlaceShown(size, settings));
}

async function countDays({ tx, organization }: Work, bounds: Bounds): Promise<number[]> {
  const counts = await listDays(tx, organization.id, bounds);
  const days: number[] = [];
  let at = bounds.since;
  while (at < bounds.until) {
    days.push(counts.get(localDate(at, organization.zone)) ?? 0);
    at = nextLocal(at, organization.zone, { hour: 0, minute: 0 });
  }
  return days;
}

/** Where the channel is closed the schedule stays, and setup says so until it works again. */
export async function markSaid(
  { tx, organization }: Work,
  place: WeekPlace,
  saying: Saying,
  end: SayingEnd,
): Promise<void> {
  if (saying.card === null) return;
  await holdSetting(tx, organization.id, leaderboardSettings.name);
  const settings = await findSetting(tx, organization.id, leaderboardSettings);
  const { schedule } = settings;
  const gone = end.kind === "gone";
  if (schedule === null || !isAt(schedule, place) || schedule.gone === gone) return;
  await keepSetting(tx, organization.id, leaderboardSettings, {
    ...settings,
    schedule: { ...schedule, gone },
  });
}

const isAt = (schedule: Schedule, place: WeekPlace): boolean =>
  schedule.workspace === (place.workspace as WorkspaceId) && schedule.channel === place.channel;
