/** "You said, we did": what a lead heard in a round and what will be done, for everybody who was asked. */
import { z } from "zod";

import { type Block, saying } from "../../chat/card.ts";
import type { Outcome as Answered, Reply } from "../../chat/reply.ts";
import {
  type AnswerRow,
  answer,
  type Context,
  type FormRow,
  form,
  type PostRow,
  post,
  recorded,
} from "../../feature.ts";
import type { OutcomeId, RoundId } from "../../ids.ts";
import { type JobWanted, later } from "../../jobs/queries.ts";
import { clearField } from "../../people/clear.ts";
import { formNote } from "../../people/footnote.ts";
import { isAdmin } from "../../people/roles.ts";
import { audit } from "../../privacy/audit.ts";
import { speak } from "../../text/say.ts";
import { day, type Instant, plus } from "../../time/instant.ts";
import { findRound } from "../rounds/queries.ts";
import { dueIn, ownerIn } from "./act.ts";
import { outcomeBlocks, outcomeCard } from "./cards.ts";
import { respondForm } from "./forms.ts";
import { ledUnits, templateName } from "./lead.ts";
import {
  type ClosedRound,
  findOutcome,
  insertOutcome,
  listClosedRounds,
  listOutcomesFor,
  type Outcome,
} from "./queries/actions.ts";

const shownDays = 200;
const mostRounds = 12;

export async function listMine(context: Context): Promise<ClosedRound[]> {
  const { tx, now, organization, person } = context;
  const of = {
    units: await ledUnits(context, person.id),
    person: person.id,
    all: await isAdmin(context),
  };
  return listClosedRounds(tx, organization.id, of, plus(now, -shownDays * day), mostRounds);
}

/** The round asked for, else the newest that nobody has answered for. */
export async function openRespond(context: Context, wanted: RoundId | null): Promise<Reply> {
  const { say, person } = context;
  const rounds = await listMine(context);
  const chosen =
    rounds.find(({ id }) => id === wanted) ??
    rounds.find(({ answeredFor }) => !answeredFor) ??
    rounds[0];
  if (chosen === undefined) return { kind: "card", card: saying(say.follow.noRounds()) };
  const choices = [];
  for (const round of rounds) {
    const template = await templateName(context, round);
    choices.push({ id: round.id, template, day: say.date(round.opensAt) });
  }
  return {
    kind: "form",
    form: respondForm(say, choices, chosen.id, person, await formNote(context)),
  };
}

export const respondRow: FormRow = form({
  form: "checkins.respond",
  read: z.null(),
  run: async (context, _, filled): Promise<Answered> => {
    const { tx, now, organization, person, say } = context;
    const round = (await listMine(context)).find(({ id }) => id === filled.picked.round?.[0]);
    if (round === undefined) {
      return { kind: "invalid", fields: { round: say.follow.respondNotYours() } };
    }
    const said = await clearField(context, filled.text.said);
    const did = await clearField(context, filled.text.did);
    const owner = await ownerIn(context, filled);
    if (said?.kind !== "cleared") {
      return { kind: "invalid", fields: { said: said?.line ?? say.follow.wordsMissing() } };
    }
    if (did?.kind !== "cleared") {
      return { kind: "invalid", fields: { did: did?.line ?? say.follow.wordsMissing() } };
    }
    if (owner === undefined) {
      return { kind: "invalid", fields: { owner: say.follow.ownerMissing() } };
    }
    const kept = { round: round.id, said: said.text, did: did.text, owner: owner.id };
    const id = await insertOutcome(
      tx,
      organization.id,
      { ...kept, dueOn: dueIn(context, filled), by: person.id },
      now,
    );
    await audit(context, person.id, "checkins.responded", { round: round.id, outcome: id });
    await later(tx, organization.id, now, outcomeJob(id, now));
    return recorded("checkins.responded", { round: round.id });
  },
});

export const respondedRow: AnswerRow = answer({
  answer: "checkins.responded",
  read: z.object({ round: z.string().transform((id) => id as RoundId) }),
  draw: async ({ tx, organization, say }, { round: id }) => {
    const round = await findRound(tx, organization.id, id);
    const channel = round?.channel ?? null;
    const line =
      channel === null
        ? say.follow.respondedHome()
        : say.follow.responded({ channel: [{ kind: "channel", channel }] });
    return { kind: "card", card: saying(line) };
  },
});

export const outcomeJob = (outcome: OutcomeId, due: Instant): JobWanted => ({
  kind: "checkins.outcome",
  payload: { outcome },
  due,
});

export const outcomeSubject = (outcome: OutcomeId): string => `outcome:${outcome}`;

/** In the channel of the round, where it has one. */
export const outcomeRow: PostRow = post({
  post: "checkins.outcome",
  read: z.object({ outcome: z.string().transform((id) => id as OutcomeId) }),
  say: async ({ tx, now, organization }, { outcome: id }) => {
    const outcome = await findOutcome(tx, organization.id, id);
    const round = outcome && (await findRound(tx, organization.id, outcome.round));
    if (outcome === undefined || round === undefined || round.channel === null) return null;
    const say = speak(organization.locale, organization.zone);
    const template = await templateName({ tx, now, organization, say }, outcome);
    return {
      subject: outcomeSubject(id),
      to: { kind: "channel", workspace: round.workspace, channel: round.channel },
      card: outcomeCard(say, { ...outcome, template }),
    };
  },
});

/** At home: what came of rounds this person was asked in. */
export async function outcomesAtHome(context: Context): Promise<Block[]> {
  const { tx, now, organization, person, say } = context;
  const since = plus(now, -100 * day);
  const outcomes = await listOutcomesFor(tx, organization.id, person.id, since, 2);
  if (outcomes.length === 0) return [];
  const drawn = [];
  for (const outcome of outcomes) drawn.push(...(await draw(context, outcome)));
  return [{ kind: "title", line: say.follow.outcomesHome() }, ...drawn];
}

async function draw(context: Context, outcome: Outcome): Promise<Block[]> {
  const template = await templateName(context, outcome);
  return outcomeBlocks(context.say, { ...outcome, template });
}
