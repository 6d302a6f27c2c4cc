/** Changes the reason and the values of a thanks, for 15 minutes; the post and the receiver's message change with it. */

import { z } from "zod";
import { saying } from "../chat/card.ts";

import type { Outcome } from "../chat/reply.ts";
import {
  type ActionRow,
  type AnswerRow,
  action,
  answer,
  type Context,
  type FormRow,
  form,
  recorded,
} from "../feature.ts";
import type { RecognitionId, ValueId } from "../ids.ts";
import { later } from "../jobs/queries.ts";
import { formNote } from "../people/footnote.ts";
import { judge } from "../privacy/judge.ts";
import type { Verdict } from "../privacy/phi/guard.ts";
import { typed } from "../privacy/typed.ts";
import { findSetting } from "../store/settings.ts";
import { announceJob } from "./announce.ts";
import { editForm } from "./forms.ts";
import { problemFields } from "./problem.ts";
import { updateWords } from "./queries/changes.ts";
import { findRecognition, holdRecognition } from "./queries.ts";
import { redrawJobs } from "./received/tell.ts";
import { isFresh, longestReason, shortestReason } from "./recognition.ts";
import type { Recognition } from "./record.ts";
import { recognitionSettings } from "./settings.ts";
import { recognitionId } from "./undo.ts";
import { listValues } from "./values/queries.ts";
import { type Problem, troubleIn } from "./weigh.ts";

/** The thanks, if this person may change it now; otherwise what to answer. */
async function findEditable(
  context: Context,
  id: RecognitionId,
): Promise<{ recognition: Recognition } | { refused: Outcome }> {
  const { tx, organization, person, say, now } = context;
  const recognition = await findRecognition(tx, organization, id);
  if (recognition === undefined || recognition.giver.id !== person.id) {
    return { refused: { kind: "card", card: saying(say.recognition.notYours()) } };
  }
  if (recognition.undoneAt !== null) {
    return { refused: { kind: "card", card: saying(say.recognition.alreadyUndone()) } };
  }
  if (!isFresh(recognition.givenAt, now)) {
    return { refused: { kind: "card", card: saying(say.recognition.tooLateEdit()) } };
  }
  return { recognition };
}

export const editAction: ActionRow = action({
  action: "recognition.edit",
  read: recognitionId,
  run: async (context, id): Promise<Outcome> => {
    const found = await findEditable(context, id);
    if ("refused" in found) return found.refused;
    const { tx, organization, say } = context;
    const { recognition } = found;
    return {
      kind: "form",
      form: editForm(
        say,
        recognition,
        await listValues(tx, organization.id),
        {
          kind: "text",
          name: "reason",
          label: say.recognition.why(),
          ...(recognition.reason === null ? {} : { initial: typed(recognition.reason) }),
          long: true,
          least: shortestReason,
          most: longestReason,
        },
        await findSetting(tx, organization.id, recognitionSettings),
        await formNote(context),
      ),
    };
  },
});

export const editFormRow: FormRow = form({
  form: "recognition.edit",
  read: recognitionId,
  run: async (context, id, filled): Promise<Outcome> => {
    const found = await findEditable(context, id);
    if ("refused" in found) return found.refused;
    const { tx, organization, say, now } = context;
    const settings = await findSetting(tx, organization.id, recognitionSettings);
    const written = filled.text.reason ?? typed("");
    const judged = await judge(context, written);
    const values = (filled.picked.values ?? []) as ValueId[];
    const problem = problemOf(judged, values.length, settings.valueRequired);
    if (problem !== null) return { kind: "invalid", fields: problemFields(say, now, problem) };
    if (judged.kind !== "cleared") throw new Error("Words the guard refused are no words to keep");
    const known = await listValues(tx, organization.id);
    await holdRecognition(tx, organization.id, id);
    await updateWords(
      tx,
      organization.id,
      id,
      judged.text,
      known.flatMap((value) => (values.includes(value.id) ? [value.id] : [])),
      now,
    );
    const { recognition } = found;
    await later(
      tx,
      organization.id,
      now,
      ...(recognition.home === null ? [] : [announceJob(id, now)]),
      ...redrawJobs(recognition, now),
    );
    return recorded("recognition.edited", {});
  },
});

function problemOf(judged: Verdict, values: number, valueRequired: boolean): Problem | null {
  if (judged.kind !== "cleared") return troubleIn("reason", judged);
  const { length } = judged.text;
  if (length === 0) return { kind: "reason-missing" };
  if (length < shortestReason) return { kind: "reason-short" };
  if (length > longestReason) return { kind: "reason-long", length };
  return valueRequired && values === 0 ? { kind: "value-missing" } : null;
}

export const editedRow: AnswerRow = answer({
  answer: "recognition.edited",
  read: z.unknown(),
  draw: async ({ say }) => ({ kind: "card", card: saying(say.recognition.saved()) }),
});
