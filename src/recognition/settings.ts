/** What an organization has settled on for recognition. Everything has a default: nothing is refused for want of setup. */
import { z } from "zod";

import type { WorkspaceId } from "../ids.ts";
import type { SettingRow } from "../store/settings.ts";
import type { Instant } from "../time/instant.ts";

const id = <Id extends string>() => z.string().transform((text) => text as Id);

const allowance = z.object({
  /** How much may be given: one for each person and point. */
  amount: z.number().int().min(1).max(1_000).default(5),
  /** rolling: any 24 hours (a midnight reset would split a night shift). Otherwise the period in the giver's own zone. */
  per: z.enum(["rolling", "day", "week", "month", "off"]).default("rolling"),
  /** Another amount for leads and admins. */
  lead: z.number().int().min(1).max(1_000).nullable().default(null),
  admin: z.number().int().min(1).max(1_000).nullable().default(null),
});

const settings = z.object({
  channel: z
    .object({
      workspace: id<WorkspaceId>(),
      channel: z.string(),
      /** Since when it can't be posted to, and when the admins last heard so. */
      brokenSince: id<Instant>().nullable().default(null),
      toldAt: id<Instant>().nullable().default(null),
    })
    .nullable()
    .default(null),
  allowance: allowance.prefault({}),
  /** 1: every thanks is worth the same, and no text says "points". */
  mostPoints: z.number().int().min(1).max(10).default(1),
  valueRequired: z.boolean().default(false),
  /** The emoji kept for giving by reaction, without colons; null: off. */
  emoji: z.string().nullable().default(null),
});

export type RecognitionSettings = z.infer<typeof settings>;
export type AllowanceSettings = RecognitionSettings["allowance"];

export const recognitionSettings: SettingRow<RecognitionSettings> = {
  name: "recognition",
  read: settings,
};
