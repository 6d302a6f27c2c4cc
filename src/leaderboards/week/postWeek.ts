/**
 * "Thanks this week" in a channel. Each occurrence is a job written by the one before, and tells of the last whole week: after
 * downtime one message comes late, and no week is told twice.
 */
import { z } from "zod";

import type { Saying, SayingEnd, Work } from "../../feature.ts";
import type { WorkspaceId } from "../../ids.ts";
import { later, listMessages } from "../../jobs/queries.ts";
import { findSetting, keepSetting } from "../../store/settings.ts";
import type { Instant } from "../../time/instant.ts";
import { nextLocal } from "../../time/zone.ts";
import { holdSetting } from "../queries.ts";
import { leaderboardSettings, type Schedule } from "../settings.ts";
import { drawWeek, weekSubject } from "./drawWeek.ts";
import { lastWeek } from "./week.ts";

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
  const stands = (await listMessages(tx, organization.id, weekSubject(place.week))).length > 0;
  if (schedule.next === null && !stands) return null;
  return drawWeek(work, week, settings, schedule);
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
