/** Draws what a receiver reads, and what they may do with a thanks. */

import type { Block, Button, Card } from "../../chat/card.ts";
import { saying } from "../../chat/card.ts";
import { type Line, nameLine, plain, strongName, words } from "../../chat/line.ts";
import { openFor, type Person } from "../../people/person.ts";
import type { Say } from "../../text/say.ts";
import { type Instant, plus } from "../../time/instant.ts";
import { joined, linkNotes, reasonLine } from "../cards.ts";
import { unheardFor } from "../recognition.ts";
import type { Receiver, Recognition } from "../record.ts";
import { nameOf } from "../value.ts";

/** Thanks written out in one message; of more it says how many. */
const mostThanks = 8;

/** Whether a thanks given then had to wait until they were back. */
function waitedFor(receiver: Person, givenAt: Instant): boolean {
  const heard = plus(givenAt, unheardFor);
  return openFor(receiver, heard) > heard;
}

export function thanksCard(say: Say, receiver: Person, thanks: readonly Recognition[]): Card {
  const text = say.recognition;
  const standing = thanks.filter((one) => one.undoneAt === null);
  const givers = new Set(standing.map((one) => one.giver.id)).size;
  const first = thanks[0];
  const late = first !== undefined && waitedFor(receiver, first.givenAt);
  const head: Line | null =
    standing.length < 2 && !late
      ? null
      : late
        ? text.whileOff({ count: givers })
        : text.several({ count: givers });
  const blocks = thanks.slice(0, mostThanks).flatMap((one) => thanksBlocks(say, receiver, one));
  const more = thanks.length - mostThanks;
  return {
    summary: head ?? (first === undefined ? [] : summaryLine(say, receiver, first)),
    blocks: [
      ...(head === null ? [] : [{ kind: "text", line: head } as const]),
      ...blocks,
      ...(more > 0 ? [{ kind: "note", line: text.moreThanks({ count: more }) } as const] : []),
    ],
  };
}

function thankedLine(say: Say, recognition: Recognition): Line {
  const giver = nameLine(recognition.giver);
  return recognition.undoneAt === null
    ? say.recognition.thanked({
        giver,
        reason: reasonLine(say, recognition),
      })
    : recognition.undoneBy === recognition.giver.id
      ? say.recognition.takenBack({ giver, time: say.time(recognition.givenAt) })
      : say.recognition.takenBackByOther({ giver, time: say.time(recognition.givenAt) });
}

const summaryLine = (say: Say, receiver: Person, recognition: Recognition): Line =>
  isHiddenFrom(receiver, recognition)
    ? say.recognition.hidden({ giver: nameLine(recognition.giver) })
    : thankedLine(say, recognition);

/** What they said something is wrong with is out of their sight until compliance has looked. */
const isHiddenFrom = (receiver: Person, { receivers, undoneAt }: Recognition): boolean =>
  undoneAt === null &&
  receivers.some((one) => one.person.id === receiver.id && one.questionedAt !== null);

function thanksBlocks(say: Say, receiver: Person, recognition: Recognition): Block[] {
  const line: Block = { kind: "text", line: summaryLine(say, receiver, recognition) };
  const mine = recognition.receivers.find((one) => one.person.id === receiver.id);
  if (recognition.undoneAt !== null || mine === undefined) return [line];
  if (isHiddenFrom(receiver, recognition)) return [line];
  const notes = [
    ...recognition.values.map((value) => [...words(`${value.emoji} `), ...nameOf(say, value)]),
    ...(recognition.points > 1 ? [say.recognition.points({ count: recognition.points })] : []),
    ...linkNotes(say, recognition),
  ];
  return [
    line,
    ...(notes.length === 0 ? [] : [{ kind: "note", line: joined(notes) } as const]),
    { kind: "buttons", buttons: offers(say, recognition, mine) },
  ];
}

/** What a receiver may do at once; the rest stands under "More". */
function offers(say: Say, recognition: Recognition, mine: Receiver): Button[] {
  const value = { recognition: recognition.id };
  return [
    ...(mine.madeMyShift
      ? []
      : [{ action: "recognition.madeMyShift", label: say.recognition.madeMyShift(), value }]),
    { action: "recognition.more", label: say.recognition.more(), value },
  ];
}

/** Everything a receiver may do with a thanks. */
export function moreCard(say: Say, recognition: Recognition, mine: Receiver): Card {
  const text = say.recognition;
  const value = { recognition: recognition.id };
  const posted = recognition.home !== null && !mine.private;
  const buttons: Button[] = [
    ...(posted && !mine.nameHidden
      ? [{ action: "recognition.hideName", label: text.hideName(), value }]
      : []),
    ...(mine.person.prefersPrivate
      ? []
      : [{ action: "people.private", label: say.people.keepPrivate(), value: true }]),
    ...(mine.sharedWithLead
      ? []
      : [{ action: "recognition.share", label: text.shareWithLead(), value }]),
    { action: "recognition.question", label: text.somethingWrong(), value, look: "danger" },
  ];
  return {
    summary: text.moreTitle(),
    blocks: [
      { kind: "text", line: thankedLine(say, recognition) },
      { kind: "buttons", buttons },
    ],
  };
}

/** Thanks by reaction since the last time, together. Null: none is left of them. */
export function reactionsCard(say: Say, thanks: readonly Recognition[]): Card | null {
  if (thanks.length === 0) return null;
  const givers = [...new Map(thanks.map((one) => [one.giver.id, one.giver])).values()];
  const names = say.list(givers.map(nameLine));
  const links = thanks.flatMap((one): Line[] =>
    one.link === null
      ? []
      : [[{ kind: "link", url: one.link, words: plain(say.recognition.thisMessage()) }]],
  );
  return saying(
    say.recognition.reacted({ names, count: thanks.length }),
    ...(links.length === 0
      ? []
      : [
          {
            kind: "note",
            line: say.recognition.reactedTo({ link: say.list(links.slice(0, 10)) }),
          } as const,
        ]),
  );
}

export const questionedCard = (say: Say, recognition: Recognition, receiver: Person): Card =>
  saying(
    say.recognition.complianceReads({
      receiver: nameLine(receiver),
      giver: nameLine(recognition.giver),
    }),
    {
      kind: "buttons",
      buttons: [
        {
          action: "recognition.look",
          label: say.recognition.look(),
          value: { recognition: recognition.id },
        },
      ],
    },
  );

/** For admins: they may not read it, only give somebody the role. */
export const unlookedCard = (say: Say, _recognition: Recognition, receiver: Person): Card =>
  saying(say.recognition.complianceMissing({ receiver: nameLine(receiver) }));

export const lookCard = (say: Say, recognition: Recognition): Card =>
  saying(
    say.recognition.wasAbout({
      giver: nameLine(recognition.giver),
      receivers: say.list(recognition.receivers.map((one) => strongName(one.person))),
      reason: reasonLine(say, recognition),
    }),
    {
      kind: "buttons",
      buttons: [
        {
          action: "recognition.putBack",
          label: say.recognition.putBack(),
          value: { recognition: recognition.id },
        },
        {
          action: "recognition.keepDown",
          label: say.recognition.keepDown(),
          value: { recognition: recognition.id },
          look: "danger",
        },
      ],
    },
  );
