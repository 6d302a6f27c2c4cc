/** What got in somebody's way, as a request to their lead: prefilled with their own words, sent by themself only. */
import { z } from "zod";

import { saying } from "../../chat/card.ts";
import { type Line, nameLine } from "../../chat/line.ts";
import type { Outcome } from "../../chat/reply.ts";
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
} from "../../feature.ts";
import type { ActionId, PersonId, RoundId } from "../../ids.ts";
import { clearField } from "../../people/clear.ts";
import { formNote } from "../../people/footnote.ts";
import type { Person } from "../../people/person.ts";
import { findPerson, listPersons } from "../../people/queries/persons.ts";
import { listLeads } from "../../people/queries/roles.ts";
import { speak } from "../../text/say.ts";
import { leaveRedraw } from "../answering/keep.ts";
import { blockerOf, tell } from "./act.ts";
import { askedCard } from "./cards.ts";
import { requestForm } from "./forms.ts";
import { findAction, insertAction } from "./queries/actions.ts";

const from = z.object({ round: z.string().transform((id) => id as RoundId) });

export const requestAction: ActionRow = action({
  action: "checkins.request",
  read: from,
  run: async (context, { round }): Promise<Outcome> => {
    const { person, say } = context;
    const leads = await myLeads(context);
    if (leads.length === 0) return { kind: "card", card: saying(say.follow.requestNoLead()) };
    const words = await blockerOf(context, { round, person: person.id });
    return {
      kind: "form",
      form: requestForm(say, { round }, names(context, leads), words, await formNote(context)),
    };
  },
});

export const requestFormRow: FormRow = form({
  form: "checkins.request",
  read: from,
  run: async (context, { round }, { text }): Promise<Outcome> => {
    const { tx, now, organization, person, say } = context;
    const leads = await myLeads(context);
    const [first] = leads;
    if (first === undefined) return { kind: "card", card: saying(say.follow.requestNoLead()) };
    const judged = await clearField(context, text.words);
    if (judged?.kind === "refused") return { kind: "invalid", fields: { words: judged.line } };
    if (judged === null) return { kind: "invalid", fields: { words: say.follow.wordsMissing() } };
    const asked = {
      round,
      raisedBy: person.id,
      unit: person.unit,
      title: judged.text,
      owner: first.id,
      dueOn: "",
      state: "asked",
      madeBy: person.id,
    } as const;
    const id = await insertAction(tx, organization.id, asked, now);
    for (const lead of leads) await tell(context, "checkins.asked", id, lead);
    // It offers this no longer.
    await leaveRedraw(context, round, person.id);
    return recorded("checkins.requested", null);
  },
});

/** Who leads this person's unit, beside themself. */
async function myLeads({ tx, organization, person }: Context): Promise<Person[]> {
  if (person.unit === null) return [];
  const leads = await listPersons(
    tx,
    organization,
    await listLeads(tx, organization.id, person.unit),
  );
  return leads.filter((lead) => lead.id !== person.id);
}

const names = ({ say }: Context, leads: readonly Person[]): Line => say.list(leads.map(nameLine));

export const requestedRow: AnswerRow = answer({
  answer: "checkins.requested",
  read: z.null(),
  draw: async (context) => ({
    kind: "card",
    card: saying(context.say.follow.requested({ leads: names(context, await myLeads(context)) })),
  }),
});

const told = z.object({
  action: z.string().transform((id) => id as ActionId),
  to: z.string().transform((id) => id as PersonId),
});

/** For each lead, until one of them has taken it up. */
export const askedRow: PostRow = post({
  post: "checkins.asked",
  read: told,
  say: async ({ tx, organization }, { action: id, to }) => {
    const found = await findAction(tx, organization.id, id);
    const reader = await findPerson(tx, organization, to);
    if (found === undefined || found.state !== "asked" || found.raisedBy === null) return null;
    const raiser = await findPerson(tx, organization, found.raisedBy);
    if (reader === undefined || !reader.here || raiser === undefined) return null;
    return {
      subject: `asked:${id}:${reader.id}`,
      to: { kind: "person", person: reader.id },
      card: askedCard(speak(reader.locale, reader.zone), found, nameLine(raiser)),
    };
  },
});
