/** What was typed for a rhythm or after `/checkin start`: commands, not words of anybody. Nothing of it is kept but what it names. */
import type { Word } from "../../chat/inbound.ts";
import { reveal, type Typed } from "../../privacy/typed.ts";

export const wordsIn = (typed: Typed | undefined): string =>
  typed === undefined ? "" : reveal(typed);

export interface Asked {
  /** Lower case; "" where it is missing. */
  readonly template: string;
  /** Whom: a channel's id, everyone, or (null) those of the channel it is written in. */
  readonly who:
    | { readonly kind: "channel"; readonly channel: string }
    | { readonly kind: "everyone" }
    | null;
}

/** How chats write a channel that was picked: "<#C024BE7LR|general>". A name alone names none. */
const channelShape = /^<#([A-Z0-9]+)(?:\|[^>]*)?>$/i;

/** Null: not `start …`. */
export function readStart(words: readonly Word[]): Asked | null {
  const parts = words.flatMap((word) =>
    word.kind === "text" ? reveal(word.text).split(/\s+/).filter(Boolean) : [],
  );
  const [first, template = "", who] = parts;
  if (first?.toLowerCase() !== "start" && first?.toLowerCase() !== "starten") return null;
  const channel = channelShape.exec(who ?? "")?.[1];
  if (channel !== undefined) return { template, who: { kind: "channel", channel } };
  const isEveryone = who?.toLowerCase() === "everyone" || who?.toLowerCase() === "alle";
  return { template: template.toLowerCase(), who: isEveryone ? { kind: "everyone" } : null };
}
