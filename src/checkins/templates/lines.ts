/**
 * A template's questions as lines that people write: the question, and in brackets how it is answered. What lines can't say
 * (hints, offers, what follows what) stays with the question a line was made from.
 */
import { type Line, plain } from "../../chat/line.ts";
import { reveal, type Typed } from "../../privacy/typed.ts";
import type { Say } from "../../text/say.ts";
import type { Template } from "../template.ts";
import { fileOf } from "./definition.ts";
import type { FileQuestion } from "./file.ts";
import { type Answered, readBracket, writeBracket } from "./lineKinds.ts";

type Question = FileQuestion<string>;

/** Of words that nobody has judged yet. */
export type ReadLine =
  | { readonly kind: "question"; readonly line: number; readonly question: Question }
  | { readonly kind: "mistake"; readonly line: number; readonly why: Line };

/** The lines an editor begins with, in the reader's language. */
export const writeLines = (say: Say, template: Template): string =>
  questionsOf(say, template)
    .map((one) => writeLine(say, one))
    .join("\n");

/** A line that was left as it is stays the question it was; one changed in its place stays the same question, asked anew. */
export function readLines(say: Say, template: Template, written: Typed): readonly ReadLine[] {
  const before = questionsOf(say, template);
  const left = new Map(before.map((one) => [writeLine(say, one), one]));
  const lines = reveal(written)
    .split(/\r\n?|\n/)
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== "");
  const untouched = new Set(lines.map(({ text }) => left.get(text)));
  const ids = new Set(before.map(({ id }) => id));
  return lines.map(({ text, line }, index): ReadLine => {
    const same = left.get(text);
    if (same !== undefined) {
      left.delete(text);
      return { kind: "question", line, question: same };
    }
    const read = readLine(say, text);
    if (read.kind === "mistake") return { ...read, line };
    const old = before[index];
    const question =
      old === undefined || untouched.has(old) || old.kind !== read.answered.kind
        ? { id: freshId(ids), ask: read.ask, ...read.answered }
        : changed(old, read.ask, read.answered);
    return { kind: "question", line, question };
  });
}

const questionsOf = (say: Say, template: Template): readonly Question[] =>
  fileOf(template, [say.locale]).questions;

const writeLine = (say: Say, question: Question): string =>
  `${question.ask[say.locale] ?? ""} [${writeBracket(say, question)}]`;

type Read =
  | { readonly kind: "line"; readonly ask: Question["ask"]; readonly answered: Answered }
  | { readonly kind: "mistake"; readonly why: Line };

function readLine(say: Say, text: string): Read {
  const open = text.endsWith("]") ? text.lastIndexOf("[") : -1;
  const bracket = open < 0 ? plain(say.templates.syntax.words()) : text.slice(open + 1, -1);
  const ask = (open < 0 ? text : text.slice(0, open)).trim();
  if (ask === "") return { kind: "mistake", why: say.templates.lineWithout() };
  const answered = readBracket(say, bracket);
  if (answered === null) return { kind: "mistake", why: say.templates.lineKind() };
  return { kind: "line", ask: { [say.locale]: ask }, answered };
}

/** The same question in other words: what it offers, and what stands around it, stays. */
function changed(old: Question, ask: Question["ask"], answered: Answered): Question {
  const { id, hint, confidential, follows, becomes } = old;
  const asked = {
    id,
    ask,
    ...(hint === undefined ? {} : { hint }),
    ...(confidential === undefined ? {} : { confidential }),
    ...(follows === undefined ? {} : { follows }),
    ...(becomes === undefined ? {} : { becomes }),
  };
  return old.kind === "people" && answered.kind === "people"
    ? { ...asked, ...answered, most: old.most }
    : { ...asked, ...answered };
}

/** "q1", "q2": answers are kept under it, nobody reads it. */
function freshId(ids: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const id = `q${number}`;
    if (ids.has(id)) continue;
    ids.add(id);
    return id;
  }
}
