/** What stands in the brackets at the end of a question's line: how it is answered. */
import { plain } from "../../chat/line.ts";
import { type Say, speak } from "../../text/say.ts";
import type { FileQuestion } from "./file.ts";
import { slug } from "./slug.ts";

type Question = FileQuestion<string>;
type Syntax = keyof Say["templates"]["syntax"];

type Without<One> = One extends Question
  ? Omit<One, "id" | "ask" | "hint" | "confidential" | "follows" | "becomes">
  : never;
/** The part of a question that says how it is answered. */
export type Answered = Without<Question>;

/** Characters; a telephone shows two or three lines of it. */
const longestWords = { words: 1500, short: 300 } as const;
const mostPeople = 5;

export function writeBracket(say: Say, question: Question): string {
  const word = (syntax: Syntax) => plain(say.templates.syntax[syntax]());
  switch (question.kind) {
    case "scale": {
      const { from, to, ends } = question;
      if (isAgree(question)) return word("agree");
      const bounds = `${from}-${to}`;
      if (ends === undefined) return bounds;
      return `${bounds}: ${ends.low[say.locale] ?? ""}, ${ends.high[say.locale] ?? ""}`;
    }
    case "choice": {
      const labels = question.options.map(({ label }) => label[say.locale] ?? "");
      return `${word(question.many === true ? "choices" : "choice")}: ${labels.join(", ")}`;
    }
    case "text":
      return word(question.long === true ? "words" : "short");
    default:
      return word(question.kind);
  }
}

const isAgree = (scale: Extract<Question, { kind: "scale" }>): boolean =>
  scale.from === 1 &&
  scale.to === 5 &&
  scale.ends === undefined &&
  scale.cantSay === true &&
  scale.favourable === 4;

/** Null for what is none of them. English is understood beside the writer's language. */
export function readBracket(say: Say, bracket: string): Answered | null {
  const [head = "", tail = ""] = splitOnce(bracket, ":");
  const parts = tail
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const bounds = /^(\d{1,2})\s?[-–]\s?(\d{1,2})$/.exec(head);
  if (bounds !== null) return readScale(say, Number(bounds[1]), Number(bounds[2]), parts);
  const syntax = syntaxOf(say, head);
  if (syntax === null || parts.length > 0 !== (syntax === "choice" || syntax === "choices")) {
    return null;
  }
  switch (syntax) {
    case "words":
      return { kind: "text", long: true, most: longestWords.words };
    case "short":
      return { kind: "text", most: longestWords.short };
    case "agree":
      return { kind: "scale", from: 1, to: 5, cantSay: true, favourable: 4 };
    case "people":
      return { kind: "people", most: mostPeople };
    case "choice":
      return { kind: "choice", options: optionsOf(say, parts) };
    case "choices":
      return { kind: "choice", options: optionsOf(say, parts), many: true };
    default:
      return { kind: syntax };
  }
}

function readScale(
  say: Say,
  from: number,
  to: number,
  [low, high, ...others]: readonly string[],
): Answered | null {
  if (low === undefined) return { kind: "scale", from, to };
  if (high === undefined || others.length > 0) return null;
  const ends = { low: { [say.locale]: low }, high: { [say.locale]: high } };
  return { kind: "scale", from, to, ends };
}

const optionsOf = (say: Say, labels: readonly string[]) =>
  labels.map((label, index) => ({
    value: slug(label) || `option-${index + 1}`,
    label: { [say.locale]: label },
  }));

function syntaxOf(say: Say, written: string): Syntax | null {
  const wanted = written.toLowerCase();
  for (const { templates } of [say, speak("en", say.zone)]) {
    for (const [syntax, word] of Object.entries(templates.syntax)) {
      if (plain(word()).toLowerCase() === wanted) return syntax as Syntax;
    }
  }
  return null;
}

function splitOnce(text: string, at: string): readonly [string, string] {
  const index = text.indexOf(at);
  return index < 0
    ? [text.trim(), ""]
    : [text.slice(0, index).trim(), text.slice(index + 1).trim()];
}
