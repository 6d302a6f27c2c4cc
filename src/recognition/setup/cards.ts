/** Draws what admins read about recognition's settings. */

import type { Card } from "../../chat/card.ts";
import { saying } from "../../chat/card.ts";
import type { Line } from "../../chat/line.ts";
import { nameLine, quoted } from "../../chat/line.ts";
import type { Person } from "../../people/person.ts";
import type { Say } from "../../text/say.ts";
import { namesLine, reasonLine } from "../cards.ts";
import type { Recognition } from "../record.ts";

const channelLine = (channel: string): Line => [{ kind: "channel", channel }];

const choose = (say: Say) =>
  ({
    kind: "buttons",
    buttons: [
      { action: "recognition.channel", label: say.recognition.chooseChannel(), look: "primary" },
    ],
  }) as const;

export const troubleCard = (say: Say, channel: string): Card =>
  saying(say.recognition.channelTrouble({ channel: channelLine(channel) }), choose(say));

export const channelAskCard = (say: Say, asker: Person): Card =>
  saying(say.recognition.channelPlease({ asker: nameLine(asker) }), choose(say));

/** After choosing: what waited can be posted with one press. */
export const channelChosenCard = (say: Say, channel: string, waiting: number): Card =>
  saying(
    say.recognition.channelChosen({ channel: channelLine(channel) }),
    ...(waiting === 0
      ? []
      : [
          {
            kind: "buttons",
            buttons: [{ action: "recognition.catchUp", label: say.recognition.postWaiting() }],
          } as const,
        ]),
  );

export const takenCard = (say: Say, recognition: Recognition, admin: Person): Card =>
  saying(
    say.recognition.takenFromYou({
      admin: nameLine(admin),
      receivers: namesLine(
        say,
        recognition.receivers.map((one) => nameLine(one.person)),
        recognition.outsiders,
      ),
      time: say.moment(recognition.givenAt, recognition.undoneAt ?? recognition.givenAt),
      why: recognition.undoReason === null ? [] : quoted(recognition.undoReason),
    }),
  );

/** The last public thanks, each with a way to take it back. */
export function publicListCard(say: Say, thanks: readonly Recognition[]): Card {
  const text = say.recognition;
  if (thanks.length === 0) return saying(text.nonePublic());
  return {
    summary: text.takeBackTitle(),
    blocks: [
      { kind: "title", line: text.takeBackTitle() },
      { kind: "note", line: text.takeBackList() },
      ...thanks.flatMap((one) => [
        {
          kind: "text",
          line: text.wasAbout({
            giver: nameLine(one.giver),
            receivers: namesLine(
              say,
              one.receivers.filter((two) => !two.private).map((two) => nameLine(two.person)),
              one.outsiders,
            ),
            reason: reasonLine(say, one),
          }),
        } as const,
        {
          kind: "buttons",
          buttons: [
            {
              action: "recognition.takeBack",
              label: text.takeBack(),
              value: { recognition: one.id },
              look: "danger",
            },
          ],
        } as const,
      ]),
    ],
  };
}
