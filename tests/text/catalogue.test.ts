/** What is written for people, in every language we ship: whole, alike in what it tells, and able to be said. */
import { describe, expect, it } from "vitest";

import { type Line, plain } from "../../src/chat/line.ts";
import { de } from "../../src/text/de/index.ts";
import { en } from "../../src/text/en/index.ts";
import type { Values } from "../../src/text/message.ts";
import { type Parts, readParts, valuesFor } from "./parts.ts";

interface Message {
  (values: Values): Line;
  readonly source: string;
}

type Messages = ReadonlyMap<string, Message>;

const english = listMessages(en);
const german = listMessages(de);
const languages = [
  { language: "English", messages: english, quotes: ["“", "”"] },
  { language: "German", messages: german, quotes: ["„", "“"] },
] as const;

describe("the texts", () => {
  it("are the same ones in every language", () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
    expect(english.keys()).toContain("recognition.usage");
  });

  it("show the same values in every language, and count on none that isn't given", () => {
    const wrong = [...english].flatMap(([key, { source }]) => {
      const [original, translation] = [readParts(source), readParts(sourceOf(german, key))];
      const unknown = [...translation.takes].filter((name) => !original.takes.has(name));
      const lost = [...original.shows].filter((name) => !translation.shows.has(name));
      return [...unknown, ...lost].map((name) => `${key}: ${name}`);
    });

    expect(wrong).toEqual([]);
  });

  it("know the same cases in every language, so that none falls to “other” unnoticed", () => {
    expect(each(german, ({ cases }) => [...cases])).toEqual(
      each(english, ({ cases }) => [...cases]),
    );
  });

  it("show the same commands in every language", () => {
    const commands = ({ typed }: Parts) => typed.map((words) => words.split(" ")[0]);

    expect(each(german, commands)).toEqual(each(english, commands));
  });

  it.for(languages)("can all be said in $language, whatever the numbers", ({ messages }) => {
    const mute = [...messages].flatMap(([key, message]) =>
      valuesFor(message.source)
        .filter((values) => !isSaid(message, values))
        .map((values) => `${key} ${JSON.stringify(values)}`),
    );

    expect(mute).toEqual([]);
  });

  it.for(languages)(
    "quote in $language as its readers do",
    ({ messages, quotes: [open, close] }) => {
      const odd = [...messages].filter(([, { source }]) => {
        const found = [...source].filter((one) => '"„“”'.includes(one));
        return (
          found.some((one, index) => one !== (index % 2 === 0 ? open : close)) ||
          found.length % 2 !== 0
        );
      });

      expect(odd.map(([key, { source }]) => `${key}: ${source}`)).toEqual([]);
    },
  );
});

/** Something came out, and nothing of what only the formatter should read. */
function isSaid(message: Message, values: Values): boolean {
  const text = plain(message(values));
  return text.trim() !== "" && !/[{}]|<\/?[bc]>/.test(text);
}

/** What each message has of something, where it has any. */
const each = <Found>(messages: Messages, find: (parts: Parts) => readonly Found[]) =>
  Object.fromEntries(
    [...messages]
      .map(([key, { source }]) => [key, find(readParts(source))] as const)
      .filter(([, found]) => found.length > 0),
  );

const sourceOf = (messages: Messages, key: string): string => messages.get(key)?.source ?? "";

/** Every message of a catalogue by its path: "recognition.undo". */
function listMessages(catalogue: object, path = ""): Messages {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
      const here = `${path}${key}`;
      if (isMessage(value)) return [[here, value] as const];
      if (typeof value === "object" && value !== null) return [...listMessages(value, `${here}.`)];
      throw new Error(`${here} is no message with a source`);
    }),
  );
}

function isMessage(value: unknown): value is Message {
  return typeof value === "function" && "source" in value && typeof value.source === "string";
}
