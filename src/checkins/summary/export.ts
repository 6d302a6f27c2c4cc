/** The figures as CSV: for whoever has the summary before them, and on the command line. */
import { z } from "zod";

import { saying } from "../../chat/card.ts";
import { type ActionRow, action, type Context, type Work } from "../../feature.ts";
import type { RoundId } from "../../ids.ts";
import { isAdmin } from "../../people/roles.ts";
import { type Say, speak } from "../../text/say.ts";
import type { Round } from "../round.ts";
import { fileCard } from "./cards.ts";
import { csvOf } from "./csv.ts";
import { findSummary } from "./queries.ts";
import { readSummary } from "./stored.ts";
import { findClosed, listToldOf, namesIn } from "./tell.ts";

export const csvAction: ActionRow = action({
  action: "checkins.csv",
  read: z.object({ round: z.string().transform((id) => id as RoundId) }),
  run: async (context, { round: id }) => {
    const { say } = context;
    const found = await findClosed(context, id);
    const file = found && (await fileOf(context, say, id));
    if (found === undefined || file === undefined)
      return { kind: "card", card: saying(say.summary.fileGone()) };
    if (!(await mayHave(context, found.round)))
      return { kind: "card", card: saying(say.summary.fileNotYours()) };
    return { kind: "card", card: fileCard(say, id, file) };
  },
});

/** Where it stands in a channel the file holds no more than everyone there has read. */
async function mayHave(context: Context, round: Round): Promise<boolean> {
  if (round.summaryTo === "channel" && round.channel !== null) return true;
  const kept = await findSummary(context.tx, context.organization.id, round.id);
  const units = kept === null ? [] : readSummary(kept).units;
  const told = await listToldOf(context, round, units);
  return told.includes(context.person.id) || (await isAdmin(context));
}

/** In the organization's language; undefined where there is no such round with a summary. */
export const exportSummary = (work: Work, round: string): Promise<string | undefined> =>
  fileOf(work, speak(work.organization.locale, work.organization.zone), round as RoundId);

async function fileOf(work: Work, say: Say, id: RoundId): Promise<string | undefined> {
  const found = await findClosed(work, id);
  const kept = found && (await findSummary(work.tx, work.organization.id, id));
  if (found === undefined || kept === undefined || kept === null) return undefined;
  const summary = readSummary(kept);
  return csvOf(say, found.template, summary, await namesIn(work, summary));
}
