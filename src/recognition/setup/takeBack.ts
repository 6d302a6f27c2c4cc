/** An admin takes a public thanks back, any time, with a reason. */

import { z } from "zod";
import { saying } from "../../chat/card.ts";

import type { Outcome } from "../../chat/reply.ts";
import {
  type ActionRow,
  type AnswerRow,
  action,
  answer,
  type FormRow,
  form,
  type PostRow,
  post,
  recorded,
} from "../../feature.ts";
import { type JobWanted, later } from "../../jobs/queries.ts";
import { formNote } from "../../people/footnote.ts";
import { openFor } from "../../people/person.ts";
import { findPerson } from "../../people/queries/persons.ts";
import { requireAdmin } from "../../people/roles.ts";
import { askedLine } from "../../privacy/asking.ts";
import { audit } from "../../privacy/audit.ts";
import { judge } from "../../privacy/judge.ts";
import { typed } from "../../privacy/typed.ts";
import { speak } from "../../text/say.ts";
import { day, type Instant, plus } from "../../time/instant.ts";
import { listPublic } from "../queries/lists.ts";
import { findRecognition, listRecognitions } from "../queries.ts";
import { isPublic, type Recognition } from "../record.ts";
import { recognitionId, takeBack } from "../undo.ts";
import { publicListCard, takenCard } from "./cards.ts";

const listed = { days: 90, most: 10 };

export const takeBackActions: readonly ActionRow[] = [
  action({
    action: "recognition.publicList",
    read: z.unknown(),
    run: async (context): Promise<Outcome> => {
      const refused = await requireAdmin(context);
      if (refused !== null) return refused;
      const { tx, now, organization, say } = context;
      const since = plus(now, -listed.days * day);
      const ids = await listPublic(tx, organization.id, since, listed.most, false);
      return {
        kind: "card",
        card: publicListCard(say, await listRecognitions(tx, organization, ids)),
      };
    },
  }),
  action({
    action: "recognition.takeBack",
    read: recognitionId,
    run: async (context, id): Promise<Outcome> => {
      const refused = await requireAdmin(context);
      if (refused !== null) return refused;
      const { say } = context;
      return {
        kind: "form",
        form: {
          form: "recognition.takeBack",
          title: say.recognition.takeBackTitle(),
          submit: say.recognition.takeBack(),
          state: { recognition: id },
          fields: [
            {
              kind: "text",
              name: "why",
              label: say.recognition.takeBackWhy(),
              hint: say.recognition.takeBackHint(),
              least: 3,
              most: 300,
            },
            { kind: "note", line: await formNote(context) },
          ],
        },
      };
    },
  }),
];

export const takeBackForm: FormRow = form({
  form: "recognition.takeBack",
  read: recognitionId,
  run: async (context, id, { text }): Promise<Outcome> => {
    const refused = await requireAdmin(context);
    if (refused !== null) return refused;
    const { tx, organization, say, person, now } = context;
    const judged = await judge(context, text.why ?? typed(""));
    if (judged.kind === "blocked") {
      const what = say.guard.what[judged.rule]();
      return { kind: "invalid", fields: { why: say.guard.blocked({ what }) } };
    }
    if (judged.kind === "asked") {
      return { kind: "invalid", fields: { why: askedLine(say, judged) } };
    }
    if (judged.kind === "failed") return { kind: "invalid", fields: { why: say.guard.failed() } };
    if (judged.text.length < 3) {
      return { kind: "invalid", fields: { why: say.recognition.reasonShort() } };
    }
    const recognition = await findRecognition(tx, organization, id);
    // What was given privately is nothing an admin may see or touch.
    if (recognition === undefined || !isPublic(recognition)) {
      return { kind: "card", card: saying(say.recognition.goneThanks()) };
    }
    if (!(await takeBack(context, recognition, person.id, judged.text))) {
      return { kind: "card", card: saying(say.recognition.alreadyUndone()) };
    }
    await audit(context, person.id, "recognition.taken-back", { recognition: id });
    if (recognition.giver.id !== person.id) {
      await later(tx, organization.id, now, takenJob(recognition, now));
    }
    return recorded("recognition.undoneByAdmin", {});
  },
});

const takenJob = ({ id, giver }: Recognition, now: Instant): JobWanted => ({
  kind: "recognition.taken",
  payload: { recognition: id },
  due: openFor(giver, now),
});

/** For the giver whose thanks an admin took back: who did, and why. */
export const takenRow: PostRow = post({
  post: "recognition.taken",
  read: recognitionId,
  say: async ({ tx, organization }, id) => {
    const recognition = await findRecognition(tx, organization, id);
    if (recognition === undefined || recognition.undoneBy === null) return null;
    const admin = await findPerson(tx, organization, recognition.undoneBy);
    if (admin === undefined || recognition.undoReason === null) return null;
    const { giver } = recognition;
    return {
      subject: `taken:${id}`,
      to: { kind: "person", person: giver.id },
      card: takenCard(speak(giver.locale, giver.zone), recognition, admin),
    };
  },
});

export const undoneByAdminRow: AnswerRow = answer({
  answer: "recognition.undoneByAdmin",
  read: z.unknown(),
  draw: async ({ say }) => ({ kind: "replace", card: saying(say.recognition.undoneByAdmin()) }),
});
