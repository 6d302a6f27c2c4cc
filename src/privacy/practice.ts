/** What the guard says of a text, for whoever tries it out: its outcome, the rules that found something, and the sentence for it. */
import { plain } from "../chat/line.ts";
import { speak } from "../text/say.ts";
import { askedLine, sureLine } from "./asking.ts";
import { emptyDirectory, knowing } from "./phi/directory.ts";
import { foldedName, guard, rulesThatFind } from "./phi/guard.ts";
import type { RuleName } from "./phi/rules.ts";
import { type Typed, typed } from "./typed.ts";

export interface Practised {
  readonly outcome: "pass" | "ask" | "block";
  /** The most certain first. Of a text that is blocked the rules that block; of one the guard could not judge none. */
  readonly rules: readonly RuleName[];
  /** What its author would read. */
  readonly told: string;
}

const english = speak("en", "UTC");

/** `names`: of the staff. A text the guard could not judge is blocked. */
export function practise(known: {
  readonly names: readonly string[];
  readonly domains: readonly string[];
}): (text: Typed) => Practised {
  const names = known.names.map((name) => foldedName(typed(name)));
  const directory = {
    ...emptyDirectory,
    domains: known.domains,
    knows: knowing(names),
    isStaffed: names.length > 0,
  };
  return (text) => {
    const verdict = guard(text, directory);
    const { guard: say } = english;
    switch (verdict.kind) {
      case "cleared":
        return { outcome: "pass", rules: [], told: "Passes." };
      case "asked": {
        const answer = plain(say.send({ why: sureLine(english, verdict.about) }));
        return {
          outcome: "ask",
          rules: rulesThatFind(text, directory, "ask"),
          told: `${plain(askedLine(english, verdict))} [${plain(say.change())}] [${answer}] [${plain(say.cancel())}]`,
        };
      }
      case "blocked":
        return {
          outcome: "block",
          rules: rulesThatFind(text, directory, "block"),
          told: plain(say.blocked({ what: say.what[verdict.rule]() })),
        };
      case "failed":
        return { outcome: "block", rules: [], told: plain(say.failed()) };
    }
  };
}
