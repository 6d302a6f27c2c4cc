import type { Card } from "../chat/card.ts";
import { type Line, nameLine, plain, quoted, words } from "../chat/line.ts";
import type { Person } from "../people/person.ts";
import type { Say } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import type { Left } from "./allowance.ts";
import { mostNames } from "./recognition.ts";
import { type Outsider, type Recognition, shownReceivers } from "./record.ts";
import type { AllowanceSettings } from "./settings.ts";
import { nameOf } from "./value.ts";

export const outsiderLine = (say: Say, outsider: Outsider): Line =>
  outsider.place === null
    ? quoted(outsider.name)
    : say.recognition.withPlace({ name: quoted(outsider.name), place: quoted(outsider.place) });

/** Five names and a count; persons first, then those not on the list. */
export function namesLine(
  say: Say,
  persons: readonly Line[],
  outsiders: readonly Outsider[],
): Line {
  const all = [...persons, ...outsiders.map((one) => outsiderLine(say, one))];
  const printed = all.length > mostNames ? all.slice(0, mostNames) : all;
  const more = all.length - printed.length;
  return say.list([...printed, ...(more > 0 ? [say.recognition.others({ count: more })] : [])]);
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

/** Its words, or that they are gone: their author was erased, or they became too old to keep. */
export const reasonLine = (say: Say, { reason }: Pick<Recognition, "reason">): Line =>
  reason === null ? say.rights.wordsRemoved() : quoted(reason);

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
      withUnits(
        say,
        shownReceivers(recognition).map((one) => one.person),
        units,
      ),
      outsiders,
    ),
    reason: reasonLine(say, recognition),
  });
  const notes: Line[] = [
    ...values.map((value) => [...words(`${value.emoji} `), ...nameOf(say, value)]),
    ...(points > 1 ? [text.points({ count: points })] : []),
    ...bridges.map((bridge) => text.firstBridge(bridge)),
    ...linkNotes(say, recognition),
    ...(recognition.editedAt === null ? [] : [text.edited()]),
  ];
  return {
    summary: line,
    blocks: [
      { kind: "text", line },
      ...(notes.length > 0 ? [{ kind: "note", line: joined(notes) } as const] : []),
      ...(seconds.length > 0
        ? [
            {
              kind: "note",
              line: text.seconded({ names: namesLine(say, seconds.map(nameLine), []) }),
            } as const,
          ]
        : []),
      {
        kind: "buttons",
        buttons: [
          {
            action: "recognition.second",
            label: text.meToo(),
            value: { recognition: recognition.id },
          },
        ],
      },
    ],
  };
}

/** The message it is for, where it was given on one. */
export const linkNotes = (say: Say, { link }: Pick<Recognition, "link">): Line[] =>
  link === null
    ? []
    : [
        say.recognition.forMessage({
          link: [{ kind: "link", url: link, words: plain(say.recognition.thisMessage()) }],
        }),
      ];

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
