/** A person's own record, and recognition's part of their home. */

import type { Block, Button, Card } from "../chat/card.ts";
import { type Line, nameLine } from "../chat/line.ts";
import type { Outcome } from "../chat/reply.ts";
import type { Context } from "../feature.ts";
import { findSetting } from "../store/settings.ts";
import type { Say } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import { leftLine, namesLine, reasonLine, sentences } from "./cards.ts";
import { countRecord, listGiven, listReceived } from "./queries/lists.ts";
import { listRecognitions } from "./queries.ts";
import { isFresh } from "./recognition.ts";
import type { Recognition } from "./record.ts";
import { recognitionSettings } from "./settings.ts";
import { findLeft } from "./spend.ts";

/** `/kudos mine`: given, received, the last reasons, the allowance. */
export async function showMine(context: Context): Promise<Outcome> {
  const { say } = context;
  const { counts, left, blocks } = await record(context, 5);
  const card: Card = {
    summary: say.recognition.mineTitle(),
    blocks: [
      { kind: "title", line: say.recognition.mineTitle() },
      { kind: "text", line: together(counts, left) },
      ...blocks,
    ],
  };
  return { kind: "card", card };
}

export async function homeBlocks(context: Context): Promise<readonly Block[]> {
  const { say } = context;
  const { counts, left, blocks, isEmpty } = await record(context, 3);
  return [
    { kind: "text", line: together(isEmpty ? say.recognition.homeEmpty() : counts, left) },
    {
      kind: "buttons",
      buttons: [
        { action: "recognition.open", label: say.recognition.thankSomeone(), look: "primary" },
      ],
    },
    ...blocks,
  ];
}

async function record(
  context: Context,
  most: number,
): Promise<{ counts: Line; left: Line | null; blocks: Block[]; isEmpty: boolean }> {
  const { tx, organization, person, say, now } = context;
  const { allowance, mostPoints } = await findSetting(tx, organization.id, recognitionSettings);
  const left = leftLine(
    say,
    await findLeft(context, person, allowance),
    allowance.per,
    mostPoints,
    now,
  );
  const { given, received } = await countRecord(tx, organization.id, person.id);
  const counts = say.recognition.mineCounts({ given, received });
  const receivedIds = await listReceived(tx, organization.id, person.id, most);
  const givenIds = await listGiven(tx, organization.id, person.id, null, most);
  const all = await listRecognitions(tx, organization, [...receivedIds, ...givenIds]);
  const lastReceived = all.filter((one) => receivedIds.includes(one.id));
  const lastGiven = all.filter((one) => givenIds.includes(one.id));
  return {
    counts,
    left,
    isEmpty: given + received === 0,
    blocks: [
      ...section(
        say.recognition.lastReceived(),
        lastReceived.map((one) => [receivedBlock(say, one)]),
      ),
      ...section(
        say.recognition.lastGiven(),
        lastGiven.map((one) => givenBlocks(say, one, now)),
      ),
    ],
  };
}

const together = (counts: Line, left: Line | null): Line =>
  left === null ? counts : sentences([counts, left]);

const section = (title: Line, parts: readonly (readonly Block[])[]): Block[] =>
  parts.length === 0 ? [] : [{ kind: "title", line: title }, ...parts.flat()];

const receivedBlock = (say: Say, recognition: Recognition): Block => ({
  kind: "text",
  line: say.recognition.giverSaid({
    giver: nameLine(recognition.giver),
    reason: reasonLine(say, recognition),
    date: say.date(recognition.givenAt),
  }),
});

/** What was given, with a way to take it back or change it as long as there is one. */
function givenBlocks(say: Say, recognition: Recognition, now: Instant): Block[] {
  const text = say.recognition;
  const value = { recognition: recognition.id };
  const names = (receivers: Recognition["receivers"]): Line[] =>
    receivers.map((one) => nameLine(one.person));
  const made = recognition.receivers.filter((one) => one.madeMyShift);
  const buttons: Button[] = [
    { action: "recognition.undo", label: text.undo(), value },
    { action: "recognition.edit", label: text.edit(), value },
  ];
  return [
    {
      kind: "text",
      line: text.youSaid({
        receivers: namesLine(say, names(recognition.receivers), recognition.outsiders),
        reason: reasonLine(say, recognition),
        date: say.date(recognition.givenAt),
      }),
    },
    ...(made.length === 0
      ? []
      : [{ kind: "note", line: text.madeShiftOf({ names: say.list(names(made)) }) } as const]),
    ...(isFresh(recognition.givenAt, now) ? [{ kind: "buttons", buttons } as const] : []),
  ];
}
