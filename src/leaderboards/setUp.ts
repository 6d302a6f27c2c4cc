/** An admin settles whether there are boards, what they show, and of how many. */
import { z } from "zod";

import type { Filled } from "../chat/form.ts";
import type { Line } from "../chat/line.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { type Context, recorded, type Work } from "../feature.ts";
import { requireAdmin } from "../people/roles.ts";
import { audit } from "../privacy/audit.ts";
import { findSetting, keepSetting } from "../store/settings.ts";
import type { Say } from "../text/say.ts";
import { lineCard } from "./cards.ts";
import { setupForm } from "./forms.ts";
import { displays } from "./leaderboard.ts";
import { holdSetting } from "./queries.ts";
import { type LeaderboardSettings, leaderboardSettings } from "./settings.ts";

const picked = z.object({
  on: z.tuple([z.enum(["yes", "no"])]),
  display: z.tuple([z.enum(displays)]),
  list: z.tuple([z.enum(["third", "full"])]),
});

export async function openSetup(context: Context): Promise<Reply> {
  const { tx, organization, say } = context;
  const refusal = await requireAdmin(context);
  if (refusal !== null) return refusal;
  const settings = await findSetting(tx, organization.id, leaderboardSettings);
  return { kind: "form", form: setupForm(say, settings) };
}

export async function keepSetup(context: Context, filled: Filled): Promise<Outcome> {
  const { tx, organization, person } = context;
  const refusal = await requireAdmin(context);
  if (refusal !== null) return refusal;
  const chosen = picked.safeParse(filled.picked);
  if (!chosen.success) return openSetup(context);

  const { on, display, list } = chosen.data;
  const shown = { on: on[0] === "yes", display: display[0], fullList: list[0] === "full" };
  await holdSetting(tx, organization.id, leaderboardSettings.name);
  const settings = await findSetting(tx, organization.id, leaderboardSettings);
  await keepSetting(tx, organization.id, leaderboardSettings, { ...settings, ...shown });
  await audit(context, person.id, "leaderboards.setup", shown);
  return recorded("leaderboards.kept", null);
}

export async function drawKept(context: Context): Promise<Reply> {
  const { say } = context;
  const line = await setupNow(context);
  const change = { action: "leaderboards.setup", label: say.leaderboards.change() };
  return { kind: "replace", card: lineCard(line, [change]) };
}

/** "On. How many thanks. The upper third, so that nobody is last." */
export async function setupNow({
  tx,
  organization,
  say,
}: Work & { readonly say: Say }): Promise<Line> {
  return settingsLine(say, await findSetting(tx, organization.id, leaderboardSettings));
}

function settingsLine(say: Say, { on, display, fullList }: LeaderboardSettings): Line {
  if (!on) return say.leaderboards.nowOff();
  return say.leaderboards.nowOn({
    display: say.leaderboards.displays[display](),
    list: fullList ? say.leaderboards.setupListFull() : say.leaderboards.setupListThird(),
  });
}
