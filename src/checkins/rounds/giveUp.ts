/**
 * A key that never comes back: an admin gives its round up. What was sealed is deleted unread, the round closes without it, and
 * whoever was asked hears why.
 */
import { z } from "zod";

import { saying } from "../../chat/card.ts";
import type { Outcome, Reply } from "../../chat/reply.ts";
import {
  type ActionRow,
  type AnswerRow,
  action,
  answer,
  type Context,
  type PostRow,
  post,
  recorded,
} from "../../feature.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { requireAdmin } from "../../people/roles.ts";
import { audit } from "../../privacy/audit.ts";
import { deleteAllSealed } from "../confidential/queries.ts";
import type { Round } from "../round.ts";
import { id } from "../schedules/schedule.ts";
import { templateName } from "../schedules/words.ts";
import { findTemplate } from "../templates/find.ts";
import { isKeyMissing, keyCard } from "./key.ts";
import { openLetter } from "./letter.ts";
import { findRound, holdRound, setRoundState } from "./queries.ts";

/** The round, held, as long as it waits for its key; else what to answer. */
async function takeWaiting(context: Context, wanted: RoundId): Promise<Round | Reply> {
  const refused = await requireAdmin(context);
  if (refused !== null) return refused;
  const round = await holdRound(context.tx, context.organization.id, wanted);
  const waits = round?.pausedWhy === "key" && (await isKeyMissing(context, round));
  if (round !== undefined && waits) return round;
  return { kind: "replace", card: saying(context.say.schedules.keyNoLongerMissing()) };
}

const isReply = (taken: Round | Reply): taken is Reply => "kind" in taken;

async function askGiveUp(context: Context, wanted: RoundId): Promise<Outcome> {
  const round = await takeWaiting(context, wanted);
  if (isReply(round)) return round;
  const { say } = context;
  const name = await templateName(context, say, round.template);
  const card = saying(say.schedules.giveUpAsks({ name, round: round.id }), {
    kind: "buttons",
    buttons: [
      {
        action: "checkins.gaveUp",
        label: say.schedules.giveUp(),
        value: round.id,
        look: "danger",
      },
      { action: "checkins.keepWaiting", label: say.schedules.keepWaiting(), value: round.id },
    ],
  });
  return { kind: "replace", card };
}

async function giveUp(context: Context, wanted: RoundId): Promise<Outcome> {
  const round = await takeWaiting(context, wanted);
  if (isReply(round)) return round;
  const { tx, now, organization, person } = context;
  await deleteAllSealed(tx, organization.id, round.id);
  await setRoundState(tx, organization.id, round.id, { state: "closing", pausedWhy: "lost" });
  await later(tx, organization.id, now, {
    kind: "checkins.close",
    payload: { round: round.id },
    due: now,
    once: `checkins.close ${round.id}`,
  });
  await audit(context, person.id, "checkins.gaveUp", { round: round.id });
  return recorded("checkins.gaveUp", { round: round.id });
}

/** As it stood before they were asked whether they mean it. */
async function keepWaiting(context: Context, wanted: RoundId): Promise<Outcome> {
  const round = await takeWaiting(context, wanted);
  if (isReply(round)) return round;
  const name = await templateName(context, context.say, round.template);
  return { kind: "replace", card: keyCard(context.say, name, round.id) };
}

const round = id<RoundId>();

export const giveUpActions: readonly ActionRow[] = [
  action({ action: "checkins.giveUp", read: round, run: askGiveUp }),
  action({ action: "checkins.gaveUp", read: round, run: giveUp }),
  action({ action: "checkins.keepWaiting", read: round, run: keepWaiting }),
];

export const gaveUpRow: AnswerRow = answer({
  answer: "checkins.gaveUp",
  read: z.object({ round }),
  draw: async (context, { round: wanted }) => {
    const { tx, organization, say } = context;
    const found = await findRound(tx, organization.id, wanted);
    if (found === undefined) return { kind: "nothing" };
    const name = await templateName(context, say, found.template);
    return { kind: "replace", card: saying(say.schedules.gaveUp({ name })) };
  },
});

const lostRead = z.object({ round, person: id<PersonId>() });

/** To everybody who was asked, alike: who had answered is in nobody's message. */
export const lostRow: PostRow = post({
  post: "checkins.lost",
  read: lostRead,
  say: async (work, payload) => {
    const { tx, organization } = work;
    const found = await findRound(tx, organization.id, payload.round);
    const template = found && (await findTemplate(work, found.template, found.templateVersion));
    if (template === undefined) return null;
    const letter = await openLetter(work, payload.person, { kind: "checkins.lost", payload });
    if (letter === null) return null;
    const { say, to } = letter;
    const name = template.name(say);
    const card = saying(
      template.sees === "groups" ? say.checkins.lost({ name }) : say.checkins.partLost({ name }),
    );
    return { subject: `checkin-lost:${payload.round}:${to.person}`, to, card };
  },
});
