/** "Who sees this", told before anybody answers. */
import { assertNever } from "../../assert.ts";
import type { Block } from "../../chat/card.ts";
import { type Line, nameLine, words } from "../../chat/line.ts";
import type { PersonId } from "../../ids.ts";
import type { Say } from "../../text/say.ts";

export type Seen =
  | {
      readonly kind: "leads";
      readonly leads: readonly { readonly id: PersonId; readonly name: string }[];
      /** Where the summary goes, without words and names. */
      readonly channel: string | null;
      /** What of it is confidential none the less. */
      readonly confidential: "mood" | "some" | "nothing";
      readonly least: number;
    }
  | {
      readonly kind: "groups";
      readonly least: number;
      /** Names of the units that are counted together; null: the people whose unit isn't known. */
      readonly units: readonly (string | null)[];
    }
  | { readonly kind: "self" };

export function seenBlocks(say: Say, seen: Seen): Block[] {
  return seenLines(say, seen).map((line) => ({ kind: "note", line }));
}

export function seenLines(say: Say, seen: Seen): Line[] {
  const text = say.checkins;
  switch (seen.kind) {
    case "leads":
      return [
        seen.leads.length === 0
          ? text.seenByNobody()
          : text.seenByLeads({ leads: say.list(seen.leads.map(nameLine)) }),
        ...(seen.confidential === "mood" ? [text.moodForTeam({ least: seen.least })] : []),
        ...(seen.confidential === "some" ? [text.someConfidential({ least: seen.least })] : []),
        ...(seen.channel === null
          ? []
          : [text.summaryIn({ channel: [{ kind: "channel", channel: seen.channel }] })]),
      ];
    case "groups":
      return [
        text.promise({ least: seen.least }),
        text.countedWith({
          units: say.list(
            seen.units.map((name) => (name === null ? text.withoutUnit() : words(name))),
          ),
        }),
      ];
    case "self":
      return [text.seenBySelf()];
    default:
      return assertNever(seen);
  }
}
