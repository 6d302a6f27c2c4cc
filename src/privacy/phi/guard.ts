/**
 * The guard: every free text goes through it before it is stored, logged or shown. What it passes
 * looks free of patient identifiers; it can't promise more. It keeps nothing and logs nothing.
 */
import { reveal, type Typed, typed } from "../typed.ts";
import type { Cleared } from "./cleared.ts";
import type { Directory } from "./directory.ts";
import type { Doubt, Span } from "./find.ts";
import { normalise, type Plain } from "./normalise.ts";
import { type NamedRule, nameRules, type RuleName, rules } from "./rules.ts";
import { isName } from "./signs.ts";
import { forgetTokens, tokensOf } from "./tokens.ts";
import { folded } from "./words/wordSet.ts";

interface Found {
  /** The most certain of those that found something. */
  readonly rule: RuleName;
  /** Of the text as typed, in UTF-16 units. */
  readonly length: number;
  /** How many identifiers, or doubts. */
  readonly count: number;
}

export type DoubtAbout = "name" | "detail";

export type Verdict =
  | { readonly kind: "cleared"; readonly text: Cleared }
  | (Found & {
      readonly kind: "blocked";
      /** As typed, with every identifier hidden and its label left: for its author's eyes only. */
      readonly masked: Typed;
    })
  /** It may be a patient's or not: its author is asked. */
  | (Found & {
      readonly kind: "asked";
      /** Of a name the question is whose it is; of anything else, whether it points to a patient. */
      readonly about: DoubtAbout;
      /** What was seen, as typed: for its author's eyes only. */
      readonly seen: Typed;
      /** What stands beside it and makes it doubtful; null where nothing single does. */
      readonly beside: Typed | null;
    })
  /** A rule broke. The text is refused, as if it had been found to hold something. */
  | { readonly kind: "failed" };

export interface GuardOptions {
  /** Rules left out, for a field where what they find is no patient's. */
  readonly except?: readonly RuleName[];
  /** Its author was asked and says that no patient is meant: what would be asked passes, what blocks does not. */
  readonly sure?: boolean;
}

export function guard(text: Typed, directory: Directory, options: GuardOptions = {}): Verdict {
  try {
    return judge(reveal(text), directory, options);
  } catch {
    // The error may quote the text, so it goes no further than this.
    return { kind: "failed" };
  } finally {
    forgetTokens();
  }
}

/** Words, folded, of the names it would ask about if nobody here had them, and of whatever else may be one: worth looking up before it judges. */
export function namesToLookUp(
  text: Typed,
  organization: Omit<Directory, "knows" | "isStaffed">,
): readonly string[] {
  const directory = { ...organization, knows: () => false, isStaffed: true };
  try {
    const plain = normalise(reveal(text));
    const found = findAll(plain.text, directory, rules.filter(isAboutNames));
    const named = found.flatMap(({ doubts }) => doubts.flatMap(({ name }) => name ?? []));
    const read = tokensOf(plain.text).filter(isName);
    return [...new Set([...named, ...read.map(({ word }) => word)])];
  } catch {
    return [];
  } finally {
    forgetTokens();
  }
}

/** Every rule of that certainty that finds something, the most certain first. */
export function rulesThatFind(
  text: Typed,
  directory: Directory,
  certainty: NamedRule["certainty"],
): readonly RuleName[] {
  const applied = rules.filter((rule) => rule.certainty === certainty);
  try {
    return findAll(normalise(reveal(text)).text, directory, applied).map(({ rule }) => rule.name);
  } finally {
    forgetTokens();
  }
}

/** A name as a directory holds it. */
export const foldedName = (name: Typed): string => folded(normalise(reveal(name)).text);

const isAboutNames = ({ name }: NamedRule): boolean => nameRules.some((one) => one === name);

interface Finding {
  readonly rule: NamedRule;
  readonly doubts: readonly Doubt[];
}

function findAll(text: string, directory: Directory, applied: readonly NamedRule[]): Finding[] {
  return applied.flatMap((rule) => {
    const doubts = rule.find(text, directory);
    return doubts.length === 0 ? [] : [{ rule, doubts }];
  });
}

function judge(words: string, directory: Directory, { except = [], sure }: GuardOptions): Verdict {
  const plain = normalise(words);
  const applied = rules.filter((rule) => !except.includes(rule.name));
  const length = words.length;

  const hard = findAll(
    plain.text,
    directory,
    applied.filter(({ certainty }) => certainty === "block"),
  );
  const [worst] = hard;
  if (worst !== undefined) {
    const spans = merged(hard.flatMap(({ doubts }) => doubts));
    const masked = typed(withoutControls(mask(words, plain, spans)));
    return { kind: "blocked", rule: worst.rule.name, masked, length, count: spans.length };
  }

  const doubtful = sure
    ? []
    : findAll(
        plain.text,
        directory,
        applied.filter(({ certainty }) => certainty === "ask"),
      );
  const [first] = doubtful;
  const [doubt] = first?.doubts ?? [];
  if (first === undefined || doubt === undefined) {
    return { kind: "cleared", text: withoutControls(words) as Cleared };
  }
  return {
    kind: "asked",
    rule: first.rule.name,
    about: isAboutNames(first.rule) ? "name" : "detail",
    seen: asTyped(words, plain, doubt),
    beside: doubt.beside == null ? null : asTyped(words, plain, doubt.beside),
    length,
    count: merged(doubtful.flatMap(({ doubts }) => doubts)).length,
  };
}

const asTyped = (words: string, plain: Plain, { start, end }: Span): Typed =>
  typed(withoutControls(words.slice(plain.startOf(start), plain.endOf(end - 1))));

/** The same for every identifier: its length would be a hint. */
const hidden = "••••";

function mask(words: string, plain: Plain, spans: readonly Span[]): string {
  const parts: string[] = [];
  let shownTo = 0;
  for (const span of spans) {
    const start = plain.startOf(span.start);
    parts.push(words.slice(shownTo, start), hidden);
    shownTo = plain.endOf(span.end - 1);
  }
  return parts.concat(words.slice(shownTo)).join("");
}

/** In order, none over another: what two rules find is one identifier. */
function merged(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = whole.at(-1);
    if (last === undefined || span.start >= last.end) whole.push(span);
    else whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return whole;
}

/** Line breaks and tabs are part of how a person writes; other control characters are not. */
function withoutControls(words: string): string {
  const lines = words.replaceAll(/\r\n?|[\v\f]/g, "\n");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return lines.replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, "").trim();
}
