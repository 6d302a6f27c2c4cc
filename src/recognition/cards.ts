/** Draws recognition: the public post, and what its giver reads. */
import { assertNever } from "../assert.ts";
import type { Block, Button, Card } from "../chat/card.ts";
import { type Line, quoted, strong, words } from "../chat/line.ts";
import type { RecognitionId } from "../ids.ts";
import type { Person } from "../people/person.ts";
import type { Say } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import type { Left } from "./allowance.ts";
import { mostNames } from "./recognition.ts";
import { type Outsider, type Recognition, shownReceivers } from "./record.ts";
import type { AllowanceSettings } from "./settings.ts";
import { nameOf } from "./value.ts";

export const nameLine = (person: Person): Line => [
  { kind: "person", person: person.id, name: person.name },
];

export const outsiderLine = (say: Say, outsider: Outsider): Line =>
  outsider.place === null
    ? quoted(outsider.name)
    : say.recognition.withPlace({ name: quoted(outsider.name), place: quoted(outsider.place) });

/** One line as a card. */
export const saying = (line: Line, ...blocks: readonly Block[]): Card => ({
  summary: line,
  blocks: [{ kind: "text", line }, ...blocks],
});

/** Five names and a count; persons first, then those not on the list, then how many got it privately. */
export function namesLine(
  say: Say,
  persons: readonly Line[],
  outsiders: readonly Outsider[],
  privately = 0,
): Line {
  const all = [...persons, ...outsiders.map((one) => outsiderLine(say, one))];
  const printed = all.length > mostNames ? all.slice(0, mostNames) : all;
  const more = all.length - printed.length;
  return say.list([
    ...printed,
    ...(more > 0 ? [say.recognition.others({ count: more })] : []),
    ...(privately > 0 ? [say.recognition.privately({ count: privately })] : []),
  ]);
}

/** What a unit's members share in a post, so that it reads "Ben Okafor and Mia Lund (4 West)". */
export interface UnitNames {
  of(person: Person): string | null;
}

function withUnits(say: Say, persons: readonly Person[], units: UnitNames): Line[] {
  return persons.map((person, index) => {
    const unit = units.of(person);
    const next = persons[index + 1];
    const last = next === undefined || units.of(next) !== unit || index + 1 === mostNames;
    return unit !== null && last
      ? say.recognition.withPlace({ name: nameLine(person), place: words(unit) })
      : nameLine(person);
  });
}

/** The kudos post, as everyone sees it. */
export function postCard(
  say: Say,
  recognition: Recognition,
  units: UnitNames,
  bridges: readonly { readonly from: string; readonly to: string }[],
): Card {
  const text = say.recognition;
  const { giver, outsiders, values, seconds, points } = recognition;
  const line = text.post({
    giver: withUnits(say, [giver], units)[0] ?? nameLine(giver),
    receivers: namesLine(
      say,
      withUnits(say, shownReceivers(recognition).map((one) => one.person), units),
      outsiders,
      recognition.receivers.filter((one) => one.private).length,
    ),
    reason: recognition.reason === null ? [] : quoted(recognition.reason),
  });
  const notes: Line[] = [
    ...values.map((value) => [...words(`${value.emoji} `), ...nameOf(say, value)]),
    ...(points > 1 ? [text.points({ count: points })] : []),
    ...bridges.map((bridge) => text.firstBridge(bridge)),
    ...(recognition.editedAt === null ? [] : [text.edited()]),
  ];
  return {
    summary: line,
    blocks: [
      { kind: "text", line },
      ...(notes.length > 0 ? [{ kind: "note", line: joined(notes) } as const] : []),
      ...(seconds.length > 0
        ? [{ kind: "note", line: text.seconded({ names: namesLine(say, seconds.map(nameLine), []) }) } as const]
        : []),
      {
        kind: "buttons",
        buttons: [
          { action: "recognition.second", label: text.meToo(), value: { recognition: recognition.id } },
        ],
      },
    ],
  };
}

export const joined = (lines: readonly Line[]): Line =>
  lines.flatMap((line, index) => (index === 0 ? line : [...words(" · "), ...line]));

/** Lines of one paragraph. */
export const sentences = (lines: readonly Line[]): Line =>
  lines.flatMap((line, index) => (index === 0 ? line : [...words(" "), ...line]));

/** "You can thank 3 more people now; the next one comes back at 18:40." */
export function leftLine(
  say: Say,
  left: Left | null,
  per: AllowanceSettings["per"],
  mostPoints: number,
  now: Instant,
): Line | null {
  if (left === null) return null;
  const text = say.recognition;
  const count =
    mostPoints > 1 ? text.leftPoints({ left: left.left }) : text.left({ left: left.left });
  if (left.renewsAt <= now || left.frees === 0) return [...count, ...text.fullStop()];
  return [
    ...count,
    ...(per === "rolling"
      ? text.comesBack({ count: left.frees, time: say.moment(left.renewsAt, now) })
      : text.renews({ date: say.date(left.renewsAt) })),
  ];
}

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
    | { readonly kind: "unset"; readonly admin: string | null }
    | { readonly kind: "broken" };
  readonly withoutPoints: boolean;
  readonly left: Line | null;
  readonly leftOut: readonly Line[];
  readonly forward: Line | null;
}

export function sentCard(say: Say, sent: Sent): Card {
  const text = say.recognition;
  const names = namesLine(say, sent.receivers.map((one) => strong(one.name)), sent.outsiders);
  const buttons: Button[] = [
    { action: "recognition.undo", label: text.undo(), value: { recognition: sent.recognition } },
    { action: "recognition.edit", label: text.edit(), value: { recognition: sent.recognition } },
  ];
  const { posted } = sent;
  if (posted.kind === "unset" && posted.admin !== null) {
    buttons.push({
      action: "recognition.askAdmin",
      label: text.askAdmin({ admin: posted.admin }),
      value: null,
    });
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
