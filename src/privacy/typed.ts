/**
 * Text as a person typed it, before the guard has judged it. It is an object and not a string, so
 * that a log, a template, a JSON body or an error that swallows one shows that it was there and
 * nothing of what it says.
 */

const mark = Symbol("typed text");
const shown = "[typed text]";

export interface Typed {
  readonly [mark]: true;
}

/** What Node prints for an object, in a log or an uncaught error. */
const inspected = Symbol.for("nodejs.util.inspect.custom");

const face = {
  [mark]: true,
  toString: () => shown,
  toJSON: () => shown,
  [inspected]: () => shown,
} as const;

/** The words are kept beside the object, not in it: no walk over its properties finds them. */
const words = new WeakMap<Typed, string>();

export function typed(text: string): Typed {
  const hidden: Typed = Object.freeze({ ...face });
  words.set(hidden, text);
  return hidden;
}

/** The words themselves. The few files that may ask for them are listed in tests/privacy/typed.test.ts. */
export function reveal(hidden: Typed): string {
  const text = words.get(hidden);
  if (text === undefined) throw new Error("only typed() makes typed text: this is a copy of one");
  return text;
}

/** Counted as JavaScript counts, in UTF-16 units: the one fact about the words that a log may hold. */
export function typedLength(hidden: Typed): number {
  return reveal(hidden).length;
}
