/**
 * The two ways a rule finds an identifier: by its shape, or by the label that stands before it.
 * Every repetition in a rule's pattern has an end, so that the time it takes grows with the length
 * of the text and never faster; a pattern without one does not load.
 */
import type { Directory } from "./directory.ts";

/** From `start` up to, not including, `end`: UTF-16 units of the plain text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span that may be a patient's; its author knows. */
export interface Doubt extends Span {
  /** What stands near it and makes it doubtful: "potassium" beside "bed 12". */
  readonly beside?: Span | null;
  /** The words of a name, for a rule that finds names: folded. */
  readonly name?: readonly string[];
}

export type Find = (text: string, directory: Directory) => readonly Doubt[];

/** Everywhere the pattern stands, as far as `accept` agrees; a group named `id` narrows the span to itself. */
export function shaped(source: string, accept: (id: string) => boolean = () => true): Find {
  const pattern = bounded(source, `${indices(source)}gi`);
  return (text) => spansOf(text, pattern, accept);
}

/** As `shaped`, where capitals and small letters differ. */
export function shapedExactly(source: string, accept: (id: string) => boolean = () => true): Find {
  const pattern = bounded(source, `${indices(source)}g`);
  return (text) => spansOf(text, pattern, accept);
}

/** For what no text without a digit can hold: most texts are read faster so. */
export const withDigit =
  (find: Find): Find =>
  (text, directory) =>
    /\d/.test(text) ? find(text, directory) : [];

/** As far as a word reaches that says whose something is. */
const reach = 48;

/** Without those before which the pattern stands: "meet at", "ticket no". It has to end at the end. */
export const notAfter =
  (find: Find, before: RegExp): Find =>
  (text, directory) =>
    find(text, directory).filter(
      ({ start }) => !before.test(text.slice(Math.max(0, start - reach), start)),
    );

/** One doubt is enough to ask, and a text with so many is no thanks: none after them is looked for. */
const mostDoubts = 20;

/** What `doubt` makes of each, in order, until there are enough. */
export function doubtsOf<Of>(
  found: Iterable<Of>,
  doubt: (one: Of) => Doubt | null,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  for (const one of found) {
    const made = doubt(one);
    if (made !== null) doubts.push(made);
    if (doubts.length === mostDoubts) break;
  }
  return doubts;
}

export function any(...finds: readonly Find[]): Find {
  return (text, directory) => finds.flatMap((find) => find(text, directory));
}

/** What may stand between a label and its value: "MRN for this pt: #", "*MRN* `". */
export const between =
  "(?:[ :#=*_~`\"'()\\[\\],.|-]|(?:is|was|of|for|the|this|that|her|his|their|our|pt|patient|number|num|no|nr|id|mrn|ends|ending|with|in)(?![a-z])){0,8}";

/** Groups of letters and digits: "A-123 456", "UCSF-20210930-567", "0 0 4 8 2 9 1 3". */
const value =
  "(?:[a-z]{1,40} |(?:[a-z]{1,12}[-/.]){1,2})?(?=[a-z]{0,8}\\d)[a-z0-9]{1,40}(?:[-/.][a-z0-9]{1,20}| \\d{1,12}(?![a-z0-9:/])){0,9}";

/** The value after any of the labels, if it holds at least so many digits. */
export function labelled(labels: string, least: number): Find {
  const source = `(?<![a-z0-9])(?:${labels})(?:(?<![a-z])|(?![a-z]))${between}(?<id>${value})`;
  const pattern = bounded(source, "dgi");
  return (text) => {
    const spans: Span[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [start, found] = match.indices?.groups?.id ?? [match.index, pattern.lastIndex];
      const end = endOfRun(text, found);
      if (isIdentifier(text.slice(start, end), least) && !counts.test(text.slice(end, end + 24))) {
        spans.push({ start, end });
        pattern.lastIndex = end;
      } else {
        pattern.lastIndex = start;
      }
    }
    return spans;
  };
}

/** Where its groups stand is costly to know, and asked of few. */
const indices = (source: string): string => (source.includes("(?<id>") ? "d" : "");

function bounded(source: string, flags: string): RegExp {
  const outsideClasses = source.replaceAll(/\\./g, "").replaceAll(/\[[^\]]*\]/g, "");
  if (/[*+]|\{\d+,\}/.test(outsideClasses))
    throw new Error(`a repetition without an end: ${source}`);
  return new RegExp(source, flags);
}

function spansOf(text: string, pattern: RegExp, accept: (id: string) => boolean): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const whole = [match.index, match.index + match[0].length] as const;
    const [start, end] = match.indices?.groups?.id ?? whole;
    if (accept(text.slice(start, end))) spans.push({ start, end });
  }
  return spans;
}

/** A value longer than a pattern reads is still masked to its last letter. */
function endOfRun(text: string, from: number): number {
  let end = from;
  while (end < text.length && /[a-z0-9]/i.test(text.charAt(end))) end += 1;
  return end;
}

function isIdentifier(id: string, least: number): boolean {
  const digits = digitsOf(id).length;
  if (digits < least || isWhen(id.replace(/^(?:[a-z]{1,40}[ /.-]){1,3}/i, ""))) return false;
  // "MRN MC 12345" has a prefix; "MRN cleanup 1200" and "MRN in 4 West" only have a next word.
  const word = /^[a-z]{1,40} /i.exec(id)?.[0] ?? "";
  return word === "" || digits >= (word.length <= 3 ? 5 : 6);
}

const year = "(?:19|20)\\d{2}";
const day = "\\d{1,2}";
const when = new RegExp(
  [
    year,
    `${year}[-/](?:${year}|${day})`,
    `${year}[-./]${day}[-./]${day}`,
    `${day}[./]${day}(?:[./](?:${year}|${day}))?`,
    `${day}-${day}-${year}`,
  ]
    .map((shape) => `^${shape}$`)
    .join("|"),
);

/** A year, a span of years or a date: "MRN clean-up 2025" names nobody. */
const isWhen = (id: string): boolean => when.test(id);

/** "a record 120000 samples" is a count. */
const counts =
  /^ ?(?:samples?|specimens?|tubes?|tests?|cases|results|slides|patients|people|orders|pages|records|charts|times|calls|doses|units)(?![a-z])/i;

export const digitsOf = (text: string): string => text.replaceAll(/\D/g, "");
