/** A person's first message from Rapport, ever, says who is writing and asks one thing. */
import type { Block } from "../chat/card.ts";
import type { Say } from "../text/say.ts";
import { patterns } from "./person.ts";

/**
 * Stands under whatever the first message is about: who Rapport is, when the person mostly works, and privacy.
 * For a person whose `welcomedAt` is null; whoever sends it calls `markWelcomed` once it was said.
 */
export function welcomeBlocks(say: Say): Block[] {
  return [
    { kind: "divider" },
    { kind: "text", line: [...say.people.welcome(), ...space, ...say.people.whenWork()] },
    {
      kind: "buttons",
      buttons: [
        ...patterns.map((pattern) => ({
          action: "people.pattern",
          label: say.people.patterns[pattern](),
          value: pattern,
        })),
        { action: "people.private", label: say.people.keepPrivate(), value: true },
      ],
    },
  ];
}

const space = [{ kind: "words", words: " " }] as const;
