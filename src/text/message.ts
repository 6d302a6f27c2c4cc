/**
 * One sentence of the catalogue: ICU MessageFormat in, a line out. Values may be lines, so that names and a person's words
 * keep their kind and nothing is escaped twice. `<b>` makes strong, `<c>` makes something to type.
 */
import { IntlMessageFormat } from "intl-messageformat";

import { type Line, plain, type Span } from "../chat/line.ts";
import { former as german } from "./de/former.ts";
import { former as english } from "./en/former.ts";

export type Values = Readonly<Record<string, string | number | Line>>;
type NoValues = Readonly<Record<string, never>>;

export type Message<A> = ([NoValues] extends [A] ? () => Line : (values: A) => Line) & {
  readonly source: string;
};

/** Messages of the language everything is written in first: each states the values it takes. */
export function messagesIn(locale: string) {
  return <A extends Values = NoValues>(source: string): Message<A> =>
    compile(locale, source) as Message<A>;
}

type AnyMessage = ((values?: Values) => Line) & { readonly source: string };

/** Messages of a translation: their values are those of the English ones they stand in for. */
export function translationsIn(locale: string) {
  return (source: string): AnyMessage => compile(locale, source);
}

function compile(locale: string, source: string): AnyMessage {
  let format: IntlMessageFormat | undefined;
  const message = (values: Values = {}): Line => {
    format ??= new IntlMessageFormat(source, locale);
    const parts = format.formatToParts<Line>({
      ...(values as Record<string, never>),
      ...marks,
    } as never);
    return parts.flatMap((part) => toLine(part.value)).map((span) => named(span, locale));
  };
  return Object.assign(message, { source });
}

/** Whoever was erased has no name any more (people/queries/erase.ts): each reader reads so in their own language. */
const named = (span: Span, locale: string): Span =>
  span.kind === "person" && span.name === ""
    ? { ...span, name: locale === "de" ? german : english }
    : span;

const marks = {
  b: (chunks: readonly (string | Line)[]): Line => [
    { kind: "strong", words: plain(chunks.flatMap(toLine)) },
  ],
  c: (chunks: readonly (string | Line)[]): Line => [
    { kind: "code", words: plain(chunks.flatMap(toLine)) },
  ],
};

function toLine(value: unknown): Line {
  if (Array.isArray(value)) return value as Span[];
  // What a mark made: the formatter hands its spans on one by one.
  if (typeof value === "object" && value !== null) return [value as Span];
  return [{ kind: "words", words: String(value) }];
}
