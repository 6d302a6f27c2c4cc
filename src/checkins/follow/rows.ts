/** What follows from answers: the rows. */
import { z } from "zod";

import type { Block } from "../../chat/card.ts";
import { action, type Context, type Feature } from "../../feature.ts";
import type { RoundId } from "../../ids.ts";
import { localDate } from "../../time/zone.ts";
import { actActions, actedRow, actForm, actionEndedRow, actionPosts } from "./act.ts";
import { actionBlocks } from "./cards.ts";
import { ledUnits } from "./lead.ts";
import { leaveMondayJob, mondayJob, mondayRow } from "./monday.ts";
import { noteActions, notedRow, noteForm, notesRow } from "./note.ts";
import { listOpenActions } from "./queries/actions.ts";
import { askedRow, requestAction, requestedRow, requestFormRow } from "./request.ts";
import { openRespond, outcomeRow, outcomesAtHome, respondedRow, respondRow } from "./respond.ts";
import { page, showAnswers } from "./showAnswers.ts";
import { takeMondaysJob } from "./takeMondays.ts";

const shownAtHome = 3;

export const followRows: Omit<Feature, "name"> = {
  commands: [
    {
      command: "checkin",
      word: "answers",
      usage: (say) => say.follow.answersUsage(),
      run: (context) => showAnswers(context, null),
    },
    {
      command: "checkin",
      word: "respond",
      usage: (say) => say.follow.respondUsage(),
      run: (context) => openRespond(context, null),
    },
  ],
  actions: [
    action({ action: "checkins.answers", read: page, run: showAnswers }),
    action({
      action: "checkins.showAnswers",
      read: z.unknown(),
      run: (context) => showAnswers(context, null),
    }),
    action({
      action: "checkins.respond",
      read: z.string().transform((id) => id as RoundId),
      run: openRespond,
    }),
    ...noteActions,
    ...actActions,
    requestAction,
  ],
  forms: [noteForm, actForm, requestFormRow, respondRow],
  answers: [notedRow, actedRow, actionEndedRow, requestedRow, respondedRow],
  jobs: [mondayJob, leaveMondayJob, takeMondaysJob],
  posts: [notesRow, ...actionPosts, askedRow, outcomeRow, mondayRow],
  home: async (context) => [...(await leadAtHome(context)), ...(await outcomesAtHome(context))],
};

/** For leads, and whoever has something to see to. */
async function leadAtHome(context: Context): Promise<Block[]> {
  const { tx, now, organization, person, say } = context;
  const units = await ledUnits(context, person.id);
  const actions = await listOpenActions(tx, organization.id, { units, owner: person.id }, 50);
  if (units.length === 0 && actions.length === 0) return [];
  const today = localDate(now, person.zone);
  const buttons =
    units.length === 0 ? [] : [{ action: "checkins.showAnswers", label: say.follow.allAnswers() }];
  return [
    { kind: "text", line: say.follow.homeLead({ open: actions.length }) },
    ...actions.slice(0, shownAtHome).flatMap((one) => actionBlocks(say, one, today)),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons", buttons } as const]),
  ];
}
