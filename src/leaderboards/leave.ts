/** A person may leave the boards and come back; thanks reach them all the while. */
import type { Block, Button } from "../chat/card.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { type Context, recorded } from "../feature.ts";
import { settleShown } from "../people/queries/persons.ts";
import type { Say } from "../text/say.ts";
import { lineCard } from "./cards.ts";
import { setOffBoards } from "./queries.ts";

export async function leaveBoards(context: Context, off: boolean): Promise<Outcome> {
  const { tx, organization, person } = context;
  await setOffBoards(tx, organization.id, person.id, off);
  await settleShown(tx, organization.id, person.id);
  return recorded("leaderboards.left", off);
}

export async function drawLeft({ say }: Context, off: boolean): Promise<Reply> {
  const line = off ? say.leaderboards.left() : say.leaderboards.back();
  return { kind: "replace", card: lineCard(line, [leaveButton(say, off)]) };
}

/** In a person's own settings. */
export async function leavePreference({ person, say }: Context): Promise<readonly Block[]> {
  const line = person.offBoards ? say.leaderboards.offBoards() : say.leaderboards.onBoards();
  return [
    { kind: "text", line },
    { kind: "buttons", buttons: [leaveButton(say, person.offBoards)] },
  ];
}

const leaveButton = (say: Say, off: boolean): Button => ({
  action: "leaderboards.leave",
  label: off ? say.leaderboards.comeBack() : say.leaderboards.leave(),
  value: !off,
});
