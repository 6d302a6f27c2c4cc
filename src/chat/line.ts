/**
 * Rich text as data: a line is a row of spans, and each adapter writes them in its own markup, escaping in one place.
 * A person's own words are a span of their own (`quoted`), so that nothing unguarded can be shown.
 */
import type { PersonId } from "../ids.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";

export type Span =
  /** A piece of a catalogue sentence. */
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "strong"; readonly words: string }
  /** Something to type: a command, a code. */
  | { readonly kind: "code"; readonly words: string }
  /** Words somebody typed and the guard has passed. */
  | { readonly kind: "quoted"; readonly words: Cleared }
  /** A person's name, shown without notifying them: the direct message is the one notification. */
  | { readonly kind: "person"; readonly person: PersonId; readonly name: string }
  /** A channel of the workspace the card is shown in. */
  | { readonly kind: "channel"; readonly channel: string }
  | { readonly kind: "link"; readonly url: string; readonly words: string };

export type Line = readonly Span[];

export const words = (text: string): Line => [{ kind: "words", words: text }];
export const strong = (text: string): Line => [{ kind: "strong", words: text }];
export const quoted = (text: Cleared): Line => [{ kind: "quoted", words: text }];

/** The same as a sentence: with a full stop where its author left it out, so that what follows it doesn't run on. */
export const sentence = (text: Cleared): Line =>
  /[.!?…][”“"»)]*$/u.test(text) ? quoted(text) : [...quoted(text), ...words(".")];

/** A person by name. */
export const nameLine = ({ id, name }: { readonly id: PersonId; readonly name: string }): Line => [
  { kind: "person", person: id, name },
];

/** The same in bold, for a card that only its reader sees. Whoever was erased has no name to embolden (text/message.ts). */
export const strongName = (person: { readonly id: PersonId; readonly name: string }): Line =>
  person.name === "" ? nameLine(person) : strong(person.name);

/** A line without its markup: for labels, notifications and screen readers. A channel is shown by its id. */
export function plain(line: Line): string {
  return line
    .map((span) => {
      switch (span.kind) {
        case "person":
          return span.name;
        case "channel":
          return `#${span.channel}`;
        default:
          return span.words;
      }
    })
    .join("");
}
