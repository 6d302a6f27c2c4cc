/** What somebody reads about what is held of them. */
import { type Block, type Card, saying } from "../chat/card.ts";
import type { Line } from "../chat/line.ts";
import type { Say } from "../text/say.ts";
import { countHeld } from "./count.ts";
import type { HeldRows } from "./file.ts";

export function privacyCard(say: Say, held: readonly HeldRows[]): Card {
  const text = say.rights;
  const lines: Line[] = [
    text.about(),
    ...countHeld(held).map(({ told, count }) => text.held[told]({ count })),
  ];
  return {
    summary: text.title(),
    blocks: [
      { kind: "title", line: text.title() },
      ...lines.map((line): Block => ({ kind: "text", line })),
      { kind: "note", line: text.confidential() },
      {
        kind: "buttons",
        buttons: [
          { action: "rights.send", label: text.send() },
          { action: "rights.erase", label: text.erase(), look: "danger" },
          { action: "setup.seen", label: say.setup.whoSeesWhat() },
        ],
      },
    ],
  };
}

export const eraseCard = (say: Say): Card => ({
  summary: say.rights.eraseTitle(),
  blocks: [
    { kind: "title", line: say.rights.eraseTitle() },
    { kind: "text", line: say.rights.eraseWhat() },
    { kind: "text", line: say.rights.eraseStays() },
    { kind: "note", line: say.rights.eraseForGood() },
    {
      kind: "buttons",
      buttons: [
        { action: "rights.eraseSurely", label: say.rights.eraseSurely(), look: "danger" },
        { action: "rights.show", label: say.rights.keepMe() },
      ],
    },
  ],
});

export const erasedCard = (say: Say): Card => saying(say.rights.erased());
export const lastAdminCard = (say: Say): Card =>
  saying(say.rights.lastAdmin(), {
    kind: "buttons",
    buttons: [{ action: "setup.admins", label: say.setup.admins() }],
  });

export const sendingCard = (say: Say): Card => saying(say.rights.sending());
export const sentCard = (say: Say): Card => saying(say.rights.sent());
