/** Readers of what a browser sends to the sandbox, and the pages drawn of it. */
import fc from "fast-check";

import { drawCard } from "../../../adapters/sandbox/views/cards.ts";
import { readFilled } from "../../../adapters/sandbox/views/forms.ts";
import { readWords } from "../../../adapters/sandbox/words.ts";
import type { Block } from "../../../src/chat/card.ts";
import { type Line, quoted, words } from "../../../src/chat/line.ts";
import { whole } from "../../../src/chat/whole.ts";
import type { PersonId } from "../../../src/ids.ts";
import type { Cleared } from "../../../src/privacy/phi/cleared.ts";
import { reveal, type Typed } from "../../../src/privacy/typed.ts";
import { hostileText } from "../mutate.ts";
import { type Reader, reader } from "./reader.ts";

const handles = [
  { label: "@Marcus Reed", word: { kind: "account", externalId: "marcus" } },
  { label: "#core-lab", word: { kind: "channel", channel: "core-lab", name: "core-lab" } },
] as const;

const field = fc.oneof(
  fc.constantFrom("text:reason", "pick:people", "text:__proto__", "pick:__proto__"),
  fc.constantFrom("pick:constructor", "text:constructor", "pick:toString", "text:", "pick:"),
  hostileText.map((name) => `text:${name}`),
  hostileText.map((name) => `pick:${name}`),
  hostileText,
);

export const sandboxReaders: readonly Reader[] = [
  reader(
    "Sandbox: a form",
    4_000,
    fc.array(fc.tuple(field, hostileText), { maxLength: 6 }),
    (entries) => {
      // Refused at the door.
      if (!whole.safeParse(entries).success) return {};
      const { text, picked } = readFilled(entries);
      return {
        drawn: draw([
          ...Object.values(text).map(quote),
          ...Object.values(picked).map((picks) => words(picks.join(" "))),
        ]),
      };
    },
  ),
  reader(
    "Sandbox: a line that was typed",
    4_000,
    fc.array(fc.oneof(hostileText, fc.constantFrom("@Marcus Reed", "#core-lab", "/kudos "))),
    (parts) => {
      if (!whole.safeParse(parts).success) return {};
      const said = readWords(parts.join(" "), handles);
      return {
        drawn: draw(
          said.map((word) => (word.kind === "text" ? quote(word.text) : words(word.kind))),
        ),
      };
    },
  ),
];

const quote = (text: Typed): Line => quoted(reveal(text) as Cleared);

function draw(lines: readonly Line[]): unknown[] {
  const blocks = lines.flatMap((line): Block[] => [
    { kind: "text", line },
    { kind: "quote", line: [{ kind: "strong", words: said(line) }] },
    { kind: "note", line: [{ kind: "person", person: "prs_1" as PersonId, name: said(line) }] },
    { kind: "title", line: [{ kind: "code", words: said(line) }] },
    { kind: "table", heading: [line], rows: [[line]] },
    { kind: "buttons", buttons: [{ action: said(line), label: line, value: said(line) }] },
  ]);
  const ground = {
    press: "/as/you/general/press",
    on: { message: lines.map(said).join("") },
    channelName: (id: string) => id,
    pictureOf: () => "/picture/1.png",
    under: "h1",
  } as const;
  return [String(drawCard({ summary: lines.flat(), blocks }, ground))];
}

const said = (line: Line): string =>
  line.map((span) => ("words" in span ? span.words : "")).join("");
