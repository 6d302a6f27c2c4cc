/** Weeks that were told and name somebody, in their rereads or on the board of persons: drawn anew where they stand. */
import { z } from "zod";

import { type NamingRow, type PostRow, post } from "../../feature.ts";
import type { WorkspaceId } from "../../ids.ts";
import { later, listMessages } from "../../jobs/queries.ts";
import { listSubjects } from "../../privacy/queries/messages.ts";
import { findSetting } from "../../store/settings.ts";
import { leaderboardSettings } from "../settings.ts";
import { drawWeek, subjectStart, weekSubject } from "./drawWeek.ts";
import { hasThanksOf } from "./queries.ts";
import { weekOf } from "./week.ts";

const atOnce = 20;

export const weekNaming: NamingRow = {
  naming: "leaderboards.weeks",
  redraw: async ({ tx, now, organization }, selves, after) => {
    const subjects = await listSubjects(tx, organization.id, subjectStart, after, atOnce);
    for (const subject of subjects) {
      const week = weekOf(subject.slice(subjectStart.length), organization.zone);
      if (week === null || !(await hasThanksOf(tx, organization.id, selves, week.bounds))) continue;
      const places = await listMessages(tx, organization.id, subject);
      const jobs = places.map(({ workspace, channel }) => ({
        kind: "leaderboards.redrawn",
        payload: { week: week.bucket, workspace, channel },
        due: now,
      }));
      await later(tx, organization.id, now, ...jobs);
    }
    return subjects.at(-1) ?? null;
  },
};

/** Also where it is told elsewhere by now, or no more. What somebody has deleted is not put back. */
export const redrawnRow: PostRow = post({
  post: "leaderboards.redrawn",
  read: z.object({
    week: z.string(),
    workspace: z.string().transform((id) => id as WorkspaceId),
    channel: z.string(),
  }),
  say: async (work, { week: bucket, workspace, channel }) => {
    const { tx, organization } = work;
    const week = weekOf(bucket, organization.zone);
    const places = await listMessages(tx, organization.id, weekSubject(bucket));
    const stands = places.some((one) => one.workspace === workspace && one.channel === channel);
    if (week === null || !stands) return null;
    const settings = await findSetting(tx, organization.id, leaderboardSettings);
    const persons = settings.schedule?.persons ?? false;
    return drawWeek(work, week, settings, { workspace, channel, persons });
  },
});
