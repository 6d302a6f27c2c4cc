/** A lead says something to the author of a named answer: a reaction or a comment, for their eyes only, in one message that grows. */
import { z } from "zod";

import { saying } from "../../chat/card.ts";
import { nameLine } from "../../chat/line.ts";
import type { Outcome, Reply } from "../../chat/reply.ts";
import {
  type ActionRow,
  type AnswerRow,
  action,
  answer,
  type Context,
  type FormRow,
  form,
  type PostRow,
  post,
  recorded,
  type Work,
} from "../../feature.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import { type JobWanted, later, listMessages } from "../../jobs/queries.ts";
import { clearField } from "../../people/clear.ts";
import { formNote } from "../../people/footnote.ts";
import { openFor } from "../../people/person.ts";
import { findPerson } from "../../people/queries/persons.ts";
import { listSelf } from "../../people/queries/self.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import { speak } from "../../text/say.ts";
import type { Instant } from "../../time/instant.ts";
import { findRound } from "../rounds/queries.ts";
import { notesCard, type Reaction, reactions } from "./cards.ts";
import { commentForm } from "./forms.ts";
import { leads, templateName } from "./lead.ts";
import { insertNote, listNotes } from "./queries/answers.ts";

export const about = z.object({
  round: z.string().transform((id) => id as RoundId),
  person: z.string().transform((id) => id as PersonId),
});
export type About = z.infer<typeof about>;

const notYours = ({ say }: Context): Reply => ({
  kind: "card",
  card: saying(say.follow.notYours()),
});

export const noteActions: readonly ActionRow[] = [
  action({
    action: "checkins.react",
    read: about.extend({ reaction: z.enum(reactions) }),
    run: async (context, { round, person, reaction }): Promise<Outcome> => {
      if (!(await leads(context, round, person))) return notYours(context);
      await keep(context, { round, person }, { words: null, emoji: reaction });
      return recorded("checkins.noted", { person });
    },
  }),
  action({
    action: "checkins.comment",
    read: about,
    run: async (context, at): Promise<Outcome> => {
      const author = await findPerson(context.tx, context.organization, at.person);
      if (author === undefined || !(await leads(context, at.round, at.person))) {
        return notYours(context);
      }
      return {
        kind: "form",
        form: commentForm(context.say, at, author.name, await formNote(context)),
      };
    },
  }),
];

export const noteForm: FormRow = form({
  form: "checkins.comment",
  read: about,
  run: async (context, at, { text }): Promise<Outcome> => {
    if (!(await leads(context, at.round, at.person))) return notYours(context);
    const judged = await clearField(context, text.words);
    if (judged === null) {
      return { kind: "invalid", fields: { words: context.say.follow.wordsMissing() } };
    }
    if (judged.kind === "refused") return { kind: "invalid", fields: { words: judged.line } };
    await keep(context, at, { words: judged.text, emoji: null });
    return recorded("checkins.noted", { person: at.person });
  },
});

async function keep(
  { tx, now, organization, person: lead }: Context,
  { round, person }: About,
  what: { readonly words: Cleared | null; readonly emoji: Reaction | null },
): Promise<void> {
  await insertNote(tx, organization.id, { round, person, lead: lead.id, ...what }, now);
  const author = await findPerson(tx, organization, person);
  if (author === undefined) return;
  await later(tx, organization.id, now, notesJob({ round, person }, openFor(author, now)));
}

export const notesJob = (of: About, due: Instant): JobWanted => ({
  kind: "checkins.notes",
  payload: of,
  due,
  once: notesSubject(of),
});

export const notesSubject = ({ round, person }: About): string => `notes:${round}:${person}`;

export const notedRow: AnswerRow = answer({
  answer: "checkins.noted",
  read: z.object({ person: z.string().transform((id) => id as PersonId) }),
  draw: async ({ tx, organization, say }, { person }) => {
    const author = await findPerson(tx, organization, person);
    const name = author === undefined ? [] : nameLine(author);
    return { kind: "card", card: saying(say.follow.noted({ name })) };
  },
});

export const notesRow: PostRow = post({
  post: "checkins.notes",
  read: about,
  say: async (work, { round: id, person: author }) => {
    const { tx, now, organization } = work;
    const person = await findPerson(tx, organization, author);
    const round = await findRound(tx, organization.id, id);
    if (person === undefined || !person.here || round === undefined) return null;
    const say = speak(person.locale, person.zone);
    const notes = await listNotes(tx, organization.id, id, author);
    const template = await templateName({ tx, now, organization, say }, round);
    const subject = await subjectOf({ tx, now, organization }, id, person.id);
    const shown = notes.map(({ lead, name, words, emoji }) => ({
      id: lead,
      name,
      words,
      reaction: emoji as Reaction | null,
    }));
    return {
      subject,
      to: { kind: "person", person: person.id },
      card: shown.length === 0 ? null : notesCard(say, template, say.date(round.opensAt), shown),
    };
  },
});

/** One message for a person, whichever of their ids it began under. */
async function subjectOf(
  { tx, organization }: Work,
  round: RoundId,
  person: PersonId,
): Promise<string> {
  for (const id of await listSelf(tx, organization.id, person)) {
    const subject = notesSubject({ round, person: id });
    if ((await listMessages(tx, organization.id, subject)).length > 0) return subject;
  }
  return notesSubject({ round, person });
}
