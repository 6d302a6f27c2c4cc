/** Values: what an organization wants to see more of. The shipped list suits a laboratory and its wards. */
import { type Line, quoted, words } from "../chat/line.ts";
import type { ValueId } from "../ids.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import type { Say } from "../text/say.ts";

export interface Value {
  readonly id: ValueId;
  /** What is typed after #, folded: lower case letters and digits. */
  readonly tag: string;
  /** Null: a shipped value, named by the catalogue. */
  readonly name: Cleared | null;
  readonly hint: Cleared | null;
  readonly emoji: string;
}

export type ShippedTag = keyof Say["values"];

export const shippedValues: readonly { readonly tag: ShippedTag; readonly emoji: string }[] = [
  { tag: "rightfirsttime", emoji: "✅" },
  { tag: "criticalcall", emoji: "📞" },
  { tag: "goodcatch", emoji: "🔎" },
  { tag: "covered", emoji: "🤝" },
  { tag: "taughtme", emoji: "🎓" },
  { tag: "kindness", emoji: "💛" },
  { tag: "calm", emoji: "🧘" },
];

/** "#Good-Catch" and "goodcatch" are one tag. */
export const tagOf = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

const shippedText = (say: Say, value: Value): Say["values"][ShippedTag] | undefined =>
  value.name === null ? say.values[value.tag as ShippedTag] : undefined;

export const nameOf = (say: Say, value: Value): Line =>
  shippedText(say, value)?.name() ?? (value.name === null ? words(value.tag) : quoted(value.name));

/** What to think of when choosing it; empty where nobody wrote one. */
export const hintOf = (say: Say, value: Value): Line =>
  shippedText(say, value)?.hint() ?? (value.hint === null ? [] : quoted(value.hint));

/** What may be sent as it is where no reason was written. */
export const sentenceOf = (say: Say, value: Value): Line =>
  shippedText(say, value)?.sentence() ?? nameOf(say, value);
