/** What was typed for a rhythm or after `/checkin start`: commands, not words of anybody. Nothing of it is kept but what it names. */
import type { Word } from "../../chat/inbound.ts";
import { reveal, type Typed } from "../../privacy/typed.ts";

export const wordsIn = (typed: Typed | undefined): string =>
  typed === undefined ? "" : reveal(typed);

export interface Asked {
  /** Lower case; "" where it is missing. */
  readonly template: string;
  readonly who: Who;
}

export type Who =
  | { readonly kind: "channel"; readonly channel: string }
  | { readonly kind: "everyone" }
  /** Nobody was named: those of the channel it is written in. */
  | { readonly kind: "here" }
  /** Somebody was, and no way is known to ask them: a name alone names no channel. */
  | { readonly kind: "unknown" };

/** Null: not `start …`. */
export function readStart(words: readonly Word[]): Asked | null {
  const parts = words.flatMap((word): (string | Exclude<Word, { kind: "text" }>)[] =>
    word.kind === "text" ? reveal(word.text).split(/\s+/).filter(Boolean) : [word],
  );
  const [first, template = "", ...who] = parts.map((part) =>
    typeof part === "string" ? part.toLowerCase() : part,
  );
  if (first !== "start" && first !== "starten") return null;
  return { template: typeof template === "string" ? template : "", who: readWho(who) };
}

function readWho([who, ...more]: readonly (string | Exclude<Word, { kind: "text" }>)[]): Who {
  if (who === undefined) return { kind: "here" };
  if (more.length > 0) return { kind: "unknown" };
  if (who === "everyone" || who === "alle") return { kind: "everyone" };
  return typeof who !== "string" && who.kind === "channel"
    ? { kind: "channel", channel: who.channel }
    : { kind: "unknown" };
}
