/** What people read of being one person on several platforms. */
import { assertNever } from "../../assert.ts";
import { type Block, type Card, saying } from "../../chat/card.ts";
import { type Line, strong } from "../../chat/line.ts";
import type { JoiningId } from "../../ids.ts";
import type { Say } from "../../text/say.ts";
import type { Instant } from "../../time/instant.ts";
import { platformName } from "../platform.ts";
import type { CodeRefusal } from "./code.ts";
import type { AccountOf } from "./joining.ts";

export function refusalLine(say: Say, refusal: CodeRefusal, now: Instant): Line {
  const text = say.people.link;
  switch (refusal.kind) {
    case "unknown":
      return text.unknown();
    case "expired":
      return text.expired();
    case "used":
      return text.used();
    case "elsewhere":
      return text.elsewhere();
    case "too-many":
      return text.tooMany({ until: say.moment(refusal.until, now) });
    case "own":
      return text.own();
    case "one-already":
      return text.oneAlready();
    case "same-workspace":
      return text.sameWorkspace();
    default:
      return assertNever(refusal);
  }
}

export const codeCard = (say: Say, code: string): Card => saying(say.people.link.code({ code }));

export const joinedCard = (say: Say, accounts: readonly AccountOf[], joining: JoiningId): Card =>
  saying(say.people.link.joined({ accounts: accountsLine(say, accounts) }), {
    kind: "buttons",
    buttons: [{ action: "people.part", label: say.people.link.notMe(), value: { joining } }],
  });

export const partedCard = (say: Say): Card => saying(say.people.link.parted());

/** In a person's settings: who else they are, each with a way out, and how to become one. */
export function linkedBlocks(
  say: Say,
  accounts: readonly AccountOf[],
  joinings: readonly JoiningId[],
  mayLink: boolean,
): Block[] {
  const text = say.people.link;
  const [last] = joinings;
  if (last === undefined) {
    return mayLink
      ? [{ kind: "buttons", buttons: [{ action: "people.link", label: text.link() }] }]
      : [];
  }
  return [
    { kind: "text", line: text.also({ accounts: accountsLine(say, accounts) }) },
    {
      kind: "buttons",
      buttons: [{ action: "people.part", label: text.notMe(), value: { joining: last } }],
    },
  ];
}

const accountsLine = (say: Say, accounts: readonly AccountOf[]): Line =>
  say.list(
    accounts.map(({ name, platform }) => [
      ...strong(name),
      { kind: "words", words: ` (${platformName(platform)})` },
    ]),
  );
