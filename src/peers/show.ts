/** `/feedback`, its part of home, and what a person is asked for. */
import type { Block } from "../chat/card.ts";
import type { Reply } from "../chat/reply.ts";
import type { Context } from "../feature.ts";
import { peopleOf } from "./asking.ts";
import { askedOfCard, feedbackCard, homeBlocks } from "./cards.ts";
import { listAskedOf } from "./queries.ts";

const mostShown = 20;

const listMine = ({ tx, organization, person, now }: Context) =>
  listAskedOf(tx, organization.id, person.id, now, mostShown);

async function countWaiting(context: Context): Promise<number> {
  return (await listMine(context)).filter(({ state }) => state === "asked").length;
}

export async function showFeedback(context: Context): Promise<Reply> {
  return { kind: "card", card: feedbackCard(context.say, await countWaiting(context)) };
}

export async function showAtHome(context: Context): Promise<readonly Block[]> {
  return homeBlocks(context.say, await countWaiting(context));
}

export async function showAskedOf(context: Context): Promise<Reply> {
  const all = [];
  for (const { request, state } of await listMine(context)) {
    const asking = await peopleOf(context, request);
    if (asking !== undefined) all.push({ asking, state });
  }
  return { kind: "card", card: askedOfCard(context.say, context.now, all) };
}
