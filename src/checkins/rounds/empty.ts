/** A round that had nobody to ask: whoever started it reads why. */
import { z } from "zod";

import { saying } from "../../chat/card.ts";
import type { Saying, Work } from "../../feature.ts";
import type { RoundId } from "../../ids.ts";
import { reasonsLine } from "../schedules/cards.ts";
import { id } from "../schedules/schedule.ts";
import { templateName } from "../schedules/words.ts";
import { openLetter } from "./letter.ts";
import { findRound } from "./queries.ts";
import { skippedRead } from "./tally.ts";

export const emptyRead = z.object({ round: id<RoundId>(), skipped: skippedRead });

export async function sayEmpty(
  work: Work,
  payload: z.infer<typeof emptyRead>,
): Promise<Saying | null> {
  const round = await findRound(work.tx, work.organization.id, payload.round);
  if (round?.state !== "empty" || round.madeBy === null) return null;
  const letter = await openLetter(work, round.madeBy, { kind: "checkins.empty", payload });
  if (letter === null) return null;
  const { say, to } = letter;
  const reasons = reasonsLine(say, payload.skipped) ?? say.schedules.emptyNobody();
  const name = await templateName(work, say, round.template);
  return {
    subject: `checkin-empty:${round.id}`,
    to,
    card: saying(say.schedules.empty({ name, reasons })),
  };
}
