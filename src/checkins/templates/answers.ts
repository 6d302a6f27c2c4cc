/** The words of answers: what the ends of a scale mean, faces with their text, yes, partly and no. */
import type { Line } from "../../chat/line.ts";
import type { Say } from "../../text/say.ts";
import type { Question } from "../template.ts";

/** Best first, as they stand in a row of buttons. */
export const moods = [
  { value: 5, emoji: "😀" },
  { value: 4, emoji: "🙂" },
  { value: 3, emoji: "😐" },
  { value: 2, emoji: "🙁" },
  { value: 1, emoji: "😣" },
] as const;

export type Mood = (typeof moods)[number]["value"];

/** Without its face. */
export const moodLine = (say: Say, mood: Mood): Line => say.templates.moods[mood]();

export const yesNo = ["yes", "partly", "no"] as const;

export const yesNoLine = (say: Say, answer: (typeof yesNo)[number]): Line =>
  say.templates[answer]();

/** What the lowest and the highest value of a scale mean. */
export const scaleEnds = (
  say: Say,
  { ends }: Extract<Question, { kind: "scale" }>,
): { readonly low: Line; readonly high: Line } => ({
  low: ends === null ? say.templates.agreeLow() : ends.low(say),
  high: ends === null ? say.templates.agreeHigh() : ends.high(say),
});
