/** What an organization has settled on for its boards and their weekly message. */
import { z } from "zod";

import type { WorkspaceId } from "../ids.ts";
import type { SettingRow } from "../store/settings.ts";
import type { Instant } from "../time/instant.ts";
import { displays } from "./leaderboard.ts";

const id = <Id extends string>() => z.string().transform((text) => text as Id);

/** Nothing is posted until a lead or an admin has started it. */
const schedule = z.object({
  workspace: id<WorkspaceId>(),
  channel: z.string(),
  /** ISO: Monday 1 to Sunday 7. */
  weekday: z.number().int().min(1).max(7),
  hour: z.number().int().min(0).max(23),
  /** Whether the leaderboard of persons is in it: an admin's choice. */
  persons: z.boolean(),
  /** The job that was written for this moment is the one that counts; null while paused. */
  next: id<Instant>().nullable(),
  /** The channel could not be written to the last time. */
  gone: z.boolean(),
});

const settings = z.object({
  on: z.boolean().default(true),
  display: z.enum(displays).default("sums"),
  fullList: z.boolean().default(false),
  schedule: schedule.nullable().default(null),
  /** The week that was told last, so that none is told twice. */
  told: z.string().nullable().default(null),
});

export type Schedule = z.infer<typeof schedule>;
export type LeaderboardSettings = z.infer<typeof settings>;

export const leaderboardSettings: SettingRow<LeaderboardSettings> = {
  name: "leaderboards",
  read: settings,
};

/** What the boards need to know of recognition's own settings. */
export const recognitionFacts: SettingRow<RecognitionFacts> = {
  name: "recognition",
  read: z.object({
    mostPoints: z.number().default(1),
    channel: z
      .object({ workspace: id<WorkspaceId>(), channel: z.string() })
      .nullable()
      .default(null),
  }),
};

interface RecognitionFacts {
  /** 1: no text says "points". */
  readonly mostPoints: number;
  /** Where thanks are posted. */
  readonly channel: { readonly workspace: WorkspaceId; readonly channel: string } | null;
}

/** Suggested when somebody starts it: Monday, 09:00. */
export const suggested = { weekday: 1, hour: 9 } as const;
