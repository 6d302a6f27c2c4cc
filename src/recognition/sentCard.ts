/** Draws what a giver reads once a thanks is kept. */
import { assertNever } from "../assert.ts";
import type { Button, Card } from "../chat/card.ts";
import { type Line, strongName } from "../chat/line.ts";
import type { RecognitionId } from "../ids.ts";
import type { Person } from "../people/person.ts";
import type { Say } from "../text/say.ts";
import { namesLine, sentences } from "./cards.ts";
import type { Outsider } from "./record.ts";

/** How a thanks went out, for the one who gave it. */
export interface Sent {
  readonly recognition: RecognitionId;
  readonly receivers: readonly Person[];
  readonly outsiders: readonly Outsider[];
  /** Of the receivers, how many get it privately. */
  readonly privately: number;
  readonly posted:
    | { readonly kind: "posted"; readonly channel: string | null }
    | { readonly kind: "private" }
    | { readonly kind: "unset" | "broken" };
  /** While no channel is chosen: how one comes to be. */
  readonly way:
    | { readonly kind: "choose" }
    | { readonly kind: "ask"; readonly admin: string }
    | null;
  readonly withoutPoints: boolean;
  readonly left: Line | null;
  readonly leftOut: readonly Line[];
  readonly forward: Line | null;
}

export function sentCard(say: Say, sent: Sent): Card {
  const text = say.recognition;
  const names = namesLine(say, sent.receivers.map(strongName), sent.outsiders);
  const buttons: Button[] = [
    { action: "recognition.undo", label: text.undo(), value: { recognition: sent.recognition } },
    { action: "recognition.edit", label: text.edit(), value: { recognition: sent.recognition } },
  ];
  const { posted, way } = sent;
  if (way?.kind === "ask") {
    const label = text.askAdmin({ admin: way.admin });
    buttons.push({ action: "recognition.askAdmin", label, value: null });
  }
  if (way?.kind === "choose") {
    buttons.push({ action: "recognition.channel", label: text.chooseChannel(), value: null });
  }
  const line = sentences([
    how(say, sent, names),
    ...(posted.kind === "posted" && sent.privately > 0
      ? [text.onePrivately({ count: sent.privately })]
      : []),
    ...sent.leftOut,
    ...(sent.withoutPoints ? [text.withoutPointsSent()] : []),
    ...(sent.left === null ? [] : [sent.left]),
  ]);
  return {
    summary: line,
    blocks: [
      { kind: "text", line },
      ...(sent.forward === null
        ? []
        : ([
            { kind: "title", line: text.forwardCard() },
            { kind: "quote", line: sent.forward },
            { kind: "note", line: text.forwardHow() },
          ] as const)),
      { kind: "buttons", buttons },
    ],
  };
}

function how(say: Say, { posted, receivers, outsiders }: Sent, names: Line): Line {
  const text = say.recognition;
  const count = receivers.length + outsiders.length;
  switch (posted.kind) {
    case "posted":
      return text.sentAndPosted({
        names,
        channel:
          posted.channel === null
            ? text.theChannel()
            : [{ kind: "channel", channel: posted.channel }],
      });
    case "private":
      return text.sentPrivately({ names });
    case "unset":
      return text.notPosted({ names, count });
    case "broken":
      return text.notPostedBroken({ names, count });
    default:
      return assertNever(posted);
  }
}
