/** The questions that shipped templates are made of. */
import { words } from "../../../chat/line.ts";
import type { Ask, Question } from "../../template.ts";

export const plainly = {
  hint: null,
  confidential: false,
  follows: null,
  becomes: null,
} as const satisfies Partial<Question>;

/** 1 to 5, with "can't say", which is left out of means; 4 and 5 are favourable. */
export const agree = (id: string, ask: Ask): Question => ({
  ...plainly,
  id,
  ask,
  kind: "scale",
  from: 1,
  to: 5,
  ends: null,
  cantSay: true,
  favourable: 4,
});

/** Characters. */
const longest = { short: 300, long: 1500 } as const;

export const text = (id: string, ask: Ask, length: keyof typeof longest): Question => ({
  ...plainly,
  id,
  ask,
  kind: "text",
  long: length === "long",
  most: longest[length],
});

/** What it is for, and that it is no validated instrument. */
export const about =
  (what: Ask): Ask =>
  (say) => [...what(say), ...words(" "), ...say.templates.ownWords()];
