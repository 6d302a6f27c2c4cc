/** A lead or an admin starts the weekly message, moves it, pauses it or stops it. Until then nothing is posted. */
import { z } from "zod";

import { assertNever } from "../../assert.ts";
import type { Filled } from "../../chat/form.ts";
import { type Line, words } from "../../chat/line.ts";
import type { Outcome, Reply } from "../../chat/reply.ts";
import { type Context, recorded, type Work } from "../../feature.ts";
import { isAdmin, isLead, requireAdmin } from "../../people/roles.ts";
import { audit } from "../../privacy/audit.ts";
import { findSetting, keepSetting } from "../../store/settings.ts";
import type { Say } from "../../text/say.ts";
import { holdSetting } from "../queries.ts";
import { leaderboardSettings, type Schedule } from "../settings.ts";
import { scheduleCard, scheduleLine } from "./cards.ts";
import { weeklyForm, weeklyStates } from "./forms.ts";
import { planNext } from "./postWeek.ts";

const number = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const picked = z.object({
  state: z.tuple([z.enum(weeklyStates)]),
  channel: z.tuple([z.string().min(1)]).optional(),
  weekday: z.tuple([number(1, 7)]),
  hour: z.tuple([number(0, 23)]),
  persons: z.tuple([z.enum(["yes", "no"])]).optional(),
});
type Picked = z.infer<typeof picked>;

export async function openWeekly(context: Context): Promise<Reply> {
  const { tx, organization, workspace, say } = context;
  const refusal = await refuse(context);
  if (refusal !== null) return refusal;
  const { schedule } = await findSetting(tx, organization.id, leaderboardSettings);
  const asked = {
    schedule,
    workspace: workspace.id,
    zone: organization.zone,
    byAdmin: await isAdmin(context),
  };
  return { kind: "form", form: weeklyForm(say, asked) };
}

export async function keepWeekly(context: Context, filled: Filled): Promise<Outcome> {
  const { tx, organization, person, place, say } = context;
  const refusal = await refuse(context);
  if (refusal !== null) return refusal;
  const read = picked.safeParse(filled.picked);
  if (!read.success) return openWeekly(context);
  const channel = read.data.channel?.[0];
  const isOff = read.data.state[0] === "off";
  if (channel === undefined && !isOff) return invalid(say.leaderboards.weeklyChannelMissing());
  if (place.kind === "channel" && place.channel === channel && place.shared === true && !isOff) {
    return invalid(say.leaderboards.weeklyShared());
  }

  await holdSetting(tx, organization.id, leaderboardSettings.name);
  const settings = await findSetting(tx, organization.id, leaderboardSettings);
  const schedule = await planSchedule(context, settings.schedule, read.data, channel ?? "");
  await keepSetting(tx, organization.id, leaderboardSettings, { ...settings, schedule });
  await audit(context, person.id, "leaderboards.weekly", { schedule });
  return recorded("leaderboards.weekly", null);
}

async function planSchedule(
  context: Context,
  before: Schedule | null,
  { state, weekday, hour, persons }: Picked,
  channel: string,
): Promise<Schedule | null> {
  const schedule = {
    workspace: context.workspace.id,
    channel,
    weekday: weekday[0],
    hour: hour[0],
    persons: (await isAdmin(context)) ? persons?.[0] === "yes" : before?.persons === true,
    gone: false,
  };
  switch (state[0]) {
    case "on":
      return { ...schedule, next: await planNext(context, schedule) };
    case "paused":
      return { ...schedule, next: null };
    case "off":
      return null;
    default:
      return assertNever(state[0]);
  }
}

export async function drawWeekly({ tx, organization, say }: Context): Promise<Reply> {
  const { schedule } = await findSetting(tx, organization.id, leaderboardSettings);
  return { kind: "replace", card: scheduleCard(say, schedule, schedule?.next ?? null) };
}

export async function weeklyNow({
  tx,
  organization,
  say,
}: Work & { readonly say: Say }): Promise<Line> {
  const { schedule } = await findSetting(tx, organization.id, leaderboardSettings);
  return scheduleLine(say, schedule);
}

/** What goes out of its own accord as things stand. */
export async function weeklySends({
  tx,
  organization,
  say,
}: Work & { readonly say: Say }): Promise<readonly Line[]> {
  const { schedule } = await findSetting(tx, organization.id, leaderboardSettings);
  if (schedule === null || schedule.next === null) return [];
  return [[...say.leaderboards.weekly(), ...words(": "), ...scheduleLine(say, schedule)]];
}

const invalid = (line: Line): Reply => ({ kind: "invalid", fields: { channel: line } });

const refuse = async (context: Context): Promise<Reply | null> =>
  (await isLead(context)) ? null : requireAdmin(context);
