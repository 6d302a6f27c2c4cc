/** A reader of what comes in from outside, and what may not come of any case of it. */
import fc from "fast-check";

import { whole } from "../../../src/chat/whole.ts";
import { readMarkup } from "../../support/markup.ts";
import { planted } from "../mutate.ts";

export interface Reader {
  readonly name: string;
  /** How often it is tried. */
  readonly cases: number;
  /** Throws with the smallest case that breaks something. */
  run(): Promise<void>;
}

/** What a case leaves behind. */
export interface Left {
  /** What is written to the log. */
  readonly logged?: readonly string[];
  /** What people might be shown: Slack's objects, or pages as text. */
  readonly drawn?: readonly unknown[];
}

/** `read` throws where the reader does other than by refusing. */
export function reader<Given>(
  name: string,
  cases: number,
  given: fc.Arbitrary<Given>,
  read: (given: Given) => Left | Promise<Left>,
): Reader {
  const property = fc.asyncProperty(given, async (one) => {
    const found = breachesIn(await read(one));
    if (found.length > 0) throw new Error(found.join("\n"));
    if (Object.hasOwn(Object.prototype, "polluted")) throw new Error("Every object was changed");
  });
  return { name, cases, run: async () => void (await fc.assert(property, { numRuns: cases })) };
}

export function breachesIn({ logged = [], drawn = [] }: Left): string[] {
  return [
    ...(holdsNul(drawn) ? ["A text that PostgreSQL takes in no column"] : []),
    ...logged.filter((line) => line.includes(planted)).map((line) => `A token is logged: ${line}`),
    ...drawn.flatMap((one) => (typeof one === "string" ? oddMarkup(one) : marksIn(one))),
  ];
}

/** In a text, or in JSON that a text holds. */
const holdsNul = (drawn: unknown): boolean => !whole.safeParse(drawn).success;

/** Texts in which Slack looks for marks, and marks of ours that mention nobody. */
const ours = /^<(#[^<>|]*|https?:\/\/[^<>|\s]*\|[^<>|]*)>$/;

export function marksIn(drawn: unknown): string[] {
  if (Array.isArray(drawn)) return drawn.flatMap(marksIn);
  if (typeof drawn !== "object" || drawn === null) return [];
  const read = "type" in drawn && drawn.type === "mrkdwn" ? true : "blocks" in drawn;
  const text = read && "text" in drawn && typeof drawn.text === "string" ? drawn.text : "";
  const odd = (text.match(/<[^>]*>?/g) ?? []).filter((mark) => !ours.test(mark));
  return [
    ...odd.map((mark) => `A mark is drawn: ${mark}`),
    ...Object.values(drawn).flatMap(marksIn),
  ];
}

/** What was typed got into a page's markup, or a link that does something. */
function oddMarkup(page: string): string[] {
  try {
    readMarkup(page);
  } catch (error) {
    return [String(error)];
  }
  return [...page.matchAll(/(?:href|src)="\s*(javascript|data|vbscript):/gi)].map(
    ([link]) => `A link is drawn: ${link}`,
  );
}
