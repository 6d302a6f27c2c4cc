/** Takes a thanks back: its giver for 15 minutes, an admin any time with a reason. A ledger row reverses it; "Me too"s go with it. */

import { z } from "zod";
import { saying } from "../chat/card.ts";

import type { Outcome } from "../chat/reply.ts";
import {
  type ActionRow,
  type AnswerRow,
  action,
  answer,
  type Context,
  recorded,
  type Work,
} from "../feature.ts";
import type { PersonId, RecognitionId } from "../ids.ts";
import { later } from "../jobs/queries.ts";
import { holdPersons } from "../people/queries/persons.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import { findSetting } from "../store/settings.ts";
import { plus } from "../time/instant.ts";
import { announceJob } from "./announce.ts";
import { reverse } from "./ledger/enter.ts";
import { deleteBridges, listStandingEntries } from "./ledger/queries.ts";
import { markUndone } from "./queries/changes.ts";
import { listGiven } from "./queries/lists.ts";
import { findRecognition, holdRecognition } from "./queries.ts";
import { redrawJobs } from "./received/tell.ts";
import { isFresh, undoWithin } from "./recognition.ts";
import { isPostable, type Recognition } from "./record.ts";
import { recognitionSettings } from "./settings.ts";
import { giveBack } from "./spend.ts";

export const recognitionId = z
  .object({ recognition: z.string().transform((id) => id as RecognitionId) })
  .transform((value) => value.recognition);

/** Takes it back with all that hangs on it. False: it was taken back before. */
export async function takeBack(
  work: Work,
  recognition: Recognition,
  by: PersonId,
  reason: Cleared | null,
): Promise<boolean> {
  const { tx, now, organization } = work;
  await holdRecognition(tx, organization.id, recognition.id);
  if (!(await markUndone(tx, organization.id, recognition.id, by, reason, now))) return false;
  const entries = await listStandingEntries(tx, organization.id, recognition.id, null);
  // Nobody is joined with another while what they gave is taken off.
  const givers = new Set(entries.map(({ giver }) => giver));
  await holdPersons(tx, organization.id, [...givers]);
  const { allowance } = await findSetting(tx, organization.id, recognitionSettings);
  // As in giving, the allowance before the boards: the other way round the two could wait for each other.
  await giveBack(work, entries, allowance);
  await reverse(work, entries);
  await deleteBridges(tx, organization.id, recognition.id);
  await later(tx, organization.id, now, ...redrawJobs(recognition, now));
  if (recognition.home !== null) {
    await later(tx, organization.id, now, announceJob(recognition.id, now));
  }
  return true;
}

async function undo(context: Context, id: RecognitionId): Promise<Outcome> {
  const { tx, organization, person, say, now } = context;
  const recognition = await findRecognition(tx, organization, id);
  if (recognition === undefined || recognition.giver.id !== person.id) {
    return { kind: "card", card: saying(say.recognition.notYours()) };
  }
  if (recognition.undoneAt !== null) {
    return { kind: "replace", card: saying(say.recognition.alreadyUndone()) };
  }
  if (!isFresh(recognition.givenAt, now)) {
    return { kind: "replace", card: saying(say.recognition.tooLate()) };
  }
  if (!(await takeBack(context, recognition, person.id, null))) {
    return { kind: "replace", card: saying(say.recognition.alreadyUndone()) };
  }
  return recorded("recognition.undone", { posted: isPostable(recognition) });
}

export const undoAction: ActionRow = action({
  action: "recognition.undo",
  read: recognitionId,
  run: undo,
});

/** `/kudos undo`: the last one given, while it may be taken back. */
export async function undoLast(context: Context): Promise<Outcome> {
  const { tx, organization, person, say, now } = context;
  const [last] = await listGiven(tx, organization.id, person.id, plus(now, -undoWithin), 1);
  if (last === undefined) return { kind: "card", card: saying(say.recognition.nothingToUndo()) };
  return undo(context, last);
}

export const undoneRow: AnswerRow = answer({
  answer: "recognition.undone",
  read: z.object({ posted: z.boolean() }),
  draw: async ({ say }, { posted }) => ({
    kind: "replace",
    card: saying(posted ? say.recognition.undone() : say.recognition.undonePrivate()),
  }),
});
