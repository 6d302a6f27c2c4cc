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

const kudosChannel = z.object({
  workspace: id<WorkspaceId>(),
  channel: z.string(),
  /** Since when it can't be posted to, and when the admins last heard so. */
  brokenSince: id<Instant>().nullable().default(null),
  toldAt: id<Instant>().nullable().default(null),
});
export type KudosChannel = z.infer<typeof kudosChannel>;

const settings = z.object({
  channel: kudosChannel.nullable().default(null),
  /** Those of other workspaces: each has one at most. */
  otherChannels: z.array(kudosChannel).default([]),
  allowance: allowance.prefault({}),
  /** 1: every thanks is worth the same, and no text says "points". */
  mostPoints: z.number().int().min(1).max(10).default(1),
  valueRequired: z.boolean().default(false),
  /** The emoji kept for giving by reaction, without colons; null: off. */
  emoji: z.string().nullable().default(null),
});

export type RecognitionSettings = z.infer<typeof settings>;
export type AllowanceSettings = RecognitionSettings["allowance"];

export const channelsOf = ({ channel, otherChannels }: RecognitionSettings): KudosChannel[] =>
  channel === null ? [] : [channel, ...otherChannels];

export const channelIn = (
  settings: RecognitionSettings,
  workspace: WorkspaceId,
): KudosChannel | undefined => channelsOf(settings).find((one) => one.workspace === workspace);

/** With this one as its workspace's channel. */
export function withChannel(
  settings: RecognitionSettings,
  chosen: KudosChannel,
): RecognitionSettings {
  const channels = channelsOf(settings);
  const isKnown = channels.some((one) => one.workspace === chosen.workspace);
  const [channel = chosen, ...otherChannels] = isKnown
    ? channels.map((one) => (one.workspace === chosen.workspace ? chosen : one))
    : [...channels, chosen];
  return { ...settings, channel, otherChannels };
}

export const recognitionSettings: SettingRow<RecognitionSettings> = {
  name: "recognition",
  read: settings,
};
