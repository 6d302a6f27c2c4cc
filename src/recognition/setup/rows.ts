/** Recognition's part of setup: what each thing is called there, and what it is set to now. */
import { type Line, words } from "../../chat/line.ts";
import type { Context, SetupRow, Work } from "../../feature.ts";
import type { WorkspaceId } from "../../ids.ts";
import { findSetting } from "../../store/settings.ts";
import type { Say } from "../../text/say.ts";
import { channelIn, type RecognitionSettings, recognitionSettings } from "../settings.ts";
import { nameOf } from "../value.ts";
import { listValues } from "../values/queries.ts";
import { emojiLine, rulesLine } from "./rules.ts";

const setting = (
  action: string,
  label: SetupRow["label"],
  now: (say: Say, settings: RecognitionSettings, here: WorkspaceId) => Line,
  first = false,
): SetupRow => ({
  action,
  label,
  first,
  now: async ({ tx, organization, say, workspace }) =>
    now(say, await findSetting(tx, organization.id, recognitionSettings), workspace.id),
});

export const setupRows: readonly SetupRow[] = [
  setting("recognition.channel", (say) => say.recognition.channelLabel(), channelLine, true),
  {
    action: "recognition.values",
    label: (say) => say.recognition.valuesLabel(),
    first: false,
    now: async ({ tx, organization, say }) => {
      const values = await listValues(tx, organization.id);
      return say.recognition.valuesNow({
        values: say.list(
          values.map((value) => [...words(`${value.emoji} `), ...nameOf(say, value)]),
        ),
      });
    },
  },
  setting("recognition.rules", (say) => say.recognition.rulesLabel(), rulesLine),
  setting("recognition.emoji", (say) => say.recognition.emojiLabel(), emojiLine),
  {
    action: "recognition.publicList",
    label: (say) => say.recognition.takeBackTitle(),
    first: false,
    now: async ({ say }) => say.recognition.takeBackList(),
  },
];

/** What goes out of its own accord as things stand: nothing before a channel is chosen. */
export async function channelSends({
  tx,
  organization,
  say,
  workspace,
}: Work & Pick<Context, "say" | "workspace">): Promise<readonly Line[]> {
  const settings = await findSetting(tx, organization.id, recognitionSettings);
  const channel = channelIn(settings, workspace.id);
  if (channel === undefined || channel.brokenSince !== null) return [];
  return [say.recognition.sends({ channel: [{ kind: "channel", channel: channel.channel }] })];
}

function channelLine(say: Say, settings: RecognitionSettings, here: WorkspaceId): Line {
  const channel = channelIn(settings, here);
  if (channel === undefined) {
    return settings.channel === null
      ? say.recognition.channelNone()
      : say.recognition.channelElsewhere();
  }
  const where = { channel: [{ kind: "channel", channel: channel.channel }] as const };
  return channel.brokenSince === null
    ? say.recognition.channelNow(where)
    : say.recognition.channelBroken(where);
}
