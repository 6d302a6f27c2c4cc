/** What got in the way becomes an action with an owner and a date; whoever raised it by name is told how it ended. */

import { z } from "zod";
import { saying } from "../../chat/card.ts";
import type { Filled } from "../../chat/form.ts";
import { nameLine } from "../../chat/line.ts";
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
import type { ActionId, PersonId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { clearField } from "../../people/clear.ts";
import { formNote } from "../../people/footnote.ts";
import { openFor, type Person } from "../../people/person.ts";
import { findPerson, listPersons } from "../../people/queries/persons.ts";
import { isIdOf } from "../../people/queries/self.ts";
import { speak } from "../../text/say.ts";
import { localDate } from "../../time/zone.ts";
import { findRound } from "../rounds/queries.ts";
import { findTemplate } from "../templates/find.ts";
import { type Action, type Due, dueOn, dues } from "./action.ts";
import { assignedCard, dayLine, endedCard } from "./cards.ts";
import { actionForm } from "./forms.ts";
import { leads, ledUnits } from "./lead.ts";
import { type About, about } from "./note.ts";
import { endAction, findAction, insertAction, takeUpAction } from "./queries/actions.ts";
import { findAskedUnit, findOwnWords } from "./queries/answers.ts";

const actionId = z.string().transform((id) => id as ActionId);

/** What the form is for: something somebody answered, or something somebody asked for. */
const subject = z.union([z.object({ answer: about }), z.object({ action: actionId })]);

export const actActions: readonly ActionRow[] = [
  action({
    action: "checkins.makeAction",
    read: about,
    run: async (context, at): Promise<Outcome> => {
      const { say, person } = context;
      if (!(await leads(context, at.round, at.person))) return refuse(context);
      return {
        kind: "form",
        form: actionForm(
          say,
          { answer: at },
          { title: await blockerOf(context, at), owner: person },
          await formNote(context),
        ),
      };
    },
  }),
  action({
    action: "checkins.takeUp",
    read: actionId,
    run: async (context, id): Promise<Outcome> => {
      const { say, person } = context;
      const found = await findMine(context, id);
      if (found === undefined) return refuse(context);
      if (found.state !== "asked") return closed(context);
      return {
        kind: "form",
        form: actionForm(
          say,
          { action: id },
          { title: found.title, owner: person },
          await formNote(context),
        ),
      };
    },
  }),
  ending("checkins.done", "done"),
  ending("checkins.drop", "dropped"),
];

/** The words that say what got in somebody's way. */
export async function blockerOf(
  context: Pick<Context, "tx" | "now" | "organization">,
  { round, person }: About,
) {
  const { tx, organization } = context;
  const found = await findRound(tx, organization.id, round);
  const template = found && (await findTemplate(context, found.template, found.templateVersion));
  const questions =
    template?.questions.flatMap(({ id, becomes }) => (becomes === "request" ? [id] : [])) ?? [];
  return findOwnWords(tx, organization.id, round, person, questions);
}

/** An action this person may end: of a unit they lead, or their own to do. */
async function findMine(context: Context, id: ActionId): Promise<Action | undefined> {
  const { tx, organization, person } = context;
  const found = await findAction(tx, organization.id, id);
  if (found === undefined) return undefined;
  if (found.owner.id === person.id) return found;
  const led = await ledUnits(context, person.id);
  return found.unit !== null && led.includes(found.unit) ? found : undefined;
}

export const actForm: FormRow = form({
  form: "checkins.act",
  read: subject,
  run: async (context, of, filled): Promise<Outcome> => {
    const { tx, now, organization, person, say } = context;
    const asked = "action" in of ? await findMine(context, of.action) : undefined;
    if ("answer" in of && !(await leads(context, of.answer.round, of.answer.person))) {
      return refuse(context);
    }
    if ("action" in of && asked?.state !== "asked") return closed(context);
    const title = await clearField(context, filled.text.title);
    const owner = await ownerIn(context, filled);
    if (title?.kind === "refused") return { kind: "invalid", fields: { title: title.line } };
    if (title === null) return { kind: "invalid", fields: { title: say.follow.wordsMissing() } };
    if (owner === undefined) {
      return { kind: "invalid", fields: { owner: say.follow.ownerMissing() } };
    }
    const kept = { title: title.text, owner: owner.id, dueOn: dueIn(context, filled) };
    let id: ActionId;
    if ("action" in of) {
      id = of.action;
      await takeUpAction(tx, organization.id, id, { ...kept, madeBy: person.id });
    } else {
      const { round, person: raisedBy } = of.answer;
      const unit = await findAskedUnit(tx, organization.id, round, raisedBy);
      const more = { round, raisedBy, unit, state: "open", madeBy: person.id } as const;
      id = await insertAction(tx, organization.id, { ...kept, ...more }, now);
    }
    if (owner.id !== person.id) await tell(context, "checkins.assigned", id, owner);
    return recorded("checkins.acted", { action: id });
  },
});

/** One person of the directory. */
export async function ownerIn(
  { tx, organization }: Context,
  { picked }: Filled,
): Promise<Person | undefined> {
  const [owner] = await listPersons(tx, organization, (picked.owner ?? []) as PersonId[]);
  return owner?.here === true ? owner : undefined;
}

export function dueIn({ now, person }: Context, { picked }: Filled): string {
  const due = z.enum(Object.keys(dues) as [Due, ...Due[]]).safeParse(picked.due?.[0]);
  return dueOn(now, person.zone, due.success ? due.data : "fortnight");
}

export async function tell(
  { tx, now, organization }: Context,
  kind: string,
  id: ActionId,
  to: Person,
): Promise<void> {
  const payload = { action: id, to: to.id };
  await later(tx, organization.id, now, { kind, payload, due: openFor(to, now) });
}

export const actedRow: AnswerRow = answer({
  answer: "checkins.acted",
  read: z.object({ action: actionId }),
  draw: async ({ tx, organization, say }, { action: id }) => {
    const found = await findAction(tx, organization.id, id);
    if (found === undefined) return { kind: "card", card: saying(say.follow.gone()) };
    const told = { owner: nameLine(found.owner), day: dayLine(say, found.dueOn) };
    return { kind: "card", card: saying(say.follow.actionKept(told)) };
  },
});

function ending(name: string, state: "done" | "dropped"): ActionRow {
  return action({
    action: name,
    read: actionId,
    run: async (context, id): Promise<Outcome> => {
      const { tx, now, organization, person } = context;
      const found = await findMine(context, id);
      if (found === undefined) return refuse(context);
      if (found.state === "done" || found.state === "dropped") return closed(context);
      await endAction(tx, organization.id, id, state, now);
      const raiser =
        found.raisedBy === null ||
        (await isIdOf(context.tx, context.organization.id, context.person.id, found.raisedBy))
          ? undefined
          : await findPerson(tx, organization, found.raisedBy);
      if (raiser !== undefined) {
        const payload = { action: id, to: raiser.id, by: person.id };
        const due = openFor(raiser, now);
        await later(tx, organization.id, now, { kind: "checkins.ended", payload, due });
      }
      return recorded("checkins.actionEnded", { state });
    },
  });
}

export const actionEndedRow: AnswerRow = answer({
  answer: "checkins.actionEnded",
  read: z.object({ state: z.enum(["done", "dropped"]) }),
  draw: async ({ say }, { state }) => ({
    kind: "card",
    card: saying(state === "done" ? say.follow.doneKept() : say.follow.dropKept()),
  }),
});

const told = z.object({
  action: actionId,
  to: z.string().transform((id) => id as PersonId),
  by: z
    .string()
    .transform((id) => id as PersonId)
    .optional(),
});

export const actionPosts: readonly PostRow[] = (
  ["checkins.assigned", "checkins.ended"] as const
).map((kind) =>
  post({
    post: kind,
    read: told,
    say: async ({ tx, now, organization }, { action: id, to, by }) => {
      const found = await findAction(tx, organization.id, id);
      const reader = await findPerson(tx, organization, to);
      if (found === undefined || reader === undefined || !reader.here) return null;
      const say = speak(reader.locale, reader.zone);
      const sayerId = by ?? found.madeBy;
      const sayer = await findPerson(tx, organization, sayerId);
      const name = sayer === undefined ? [] : nameLine(sayer);
      const today = localDate(now, reader.zone);
      return {
        subject: `${kind}:${id}:${reader.id}:${sayerId}`,
        to: { kind: "person", person: reader.id },
        card:
          kind === "checkins.assigned"
            ? assignedCard(say, found, name, today)
            : endedCard(say, found, name),
      };
    },
  }),
);

const refuse = ({ say }: Context): Outcome => ({
  kind: "card",
  card: saying(say.follow.notYours()),
});
const closed = ({ say }: Context): Outcome => ({
  kind: "card",
  card: saying(say.follow.closedAction()),
});
