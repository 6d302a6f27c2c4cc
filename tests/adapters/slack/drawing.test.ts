import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { mrkdwn, renderCard } from "../../../adapters/slack/cards.ts";
import {
  readFilled,
  readOrigin,
  renderForm,
  renderHome,
  renderResult,
} from "../../../adapters/slack/forms.ts";
import { checkMessage, checkView, clip } from "../../../adapters/slack/limits.ts";
import { readWords } from "../../../adapters/slack/words.ts";
import type { Block, Card } from "../../../src/chat/card.ts";
import type { Form } from "../../../src/chat/form.ts";
import { type Line, words } from "../../../src/chat/line.ts";
import type { PersonId } from "../../../src/ids.ts";
import { reveal, typed } from "../../../src/privacy/typed.ts";

const person = (name: string): Line => [{ kind: "person", person: "prs_1" as PersonId, name }];

describe("a line in Slack's markup", () => {
  it("shows a person's name without notifying them, and a channel by its name", () => {
    const line: Line = [
      ...person("Ana Silva"),
      ...words(" in "),
      { kind: "channel", channel: "C1" },
    ];

    expect(mrkdwn(line)).toBe("*Ana Silva* in <#C1>");
  });

  it("lets no words become markup that reaches anybody", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const drawn = mrkdwn([
          ...words(text),
          { kind: "strong", words: text },
          { kind: "code", words: text },
        ]);
        expect(drawn).not.toMatch(/[<>]/);
      }),
    );
    expect(mrkdwn(words("<!channel> & <@U1>"))).toBe("&lt;!channel&gt; &amp; &lt;@U1&gt;");
  });

  it("keeps a link whole, whatever its words", () => {
    const link: Line = [
      { kind: "link", url: "https://a.example/?b=<c>|d", words: "see > here | there" },
    ];

    expect(mrkdwn(link)).toBe("<https://a.example/?b=%3Cc%3E%7Cd|see &gt; here / there>");
  });
});

describe("cutting to a limit", () => {
  it.for([
    { text: "fish &amp; chips", most: 9, cut: "fish …" },
    { text: "fish &amp; chips", most: 12, cut: "fish &amp; …" },
    { text: "see <#C123456>", most: 10, cut: "see …" },
    { text: "well 👏👏", most: 7, cut: "well …" },
    { text: "short", most: 5, cut: "short" },
  ])("makes “$cut” of “$text”", ({ text, most, cut }) => {
    expect(clip(text, most)).toBe(cut);
  });

  it("never goes over it, and never leaves half a sign", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const cut = clip(mrkdwn(words(text)), most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(cut.replaceAll(/&(amp|lt|gt);/g, "")).not.toMatch(/&[a-z]*(…|$)/);
      }),
    );
  });
});

const long = words("a & b <c> 👏 ".repeat(600));
const button = { action: "x.do", label: long, value: { id: 1 } };
const blocks: Block[] = [
  { kind: "title", line: long },
  { kind: "text", line: long },
  { kind: "text", line: words("") },
  { kind: "quote", line: words("one\ntwo") },
  { kind: "note", line: long },
  { kind: "divider" },
  { kind: "buttons", buttons: Array.from({ length: 30 }, () => button) },
  {
    kind: "table",
    heading: [words("Who"), words("")],
    rows: Array.from({ length: 200 }, () => [long, words("1")]),
  },
  { kind: "table", heading: [words("Who")], rows: [[words("Ana")]] },
  { kind: "table", heading: [words("Who")], rows: [[words("Ben")]] },
  {
    kind: "chart",
    chart: { kind: "bars", title: "t", bars: [{ label: "a", value: 1 }] },
    inWords: long,
  },
];
const endless: Card = { summary: long, blocks: Array.from({ length: 20 }, () => blocks).flat() };

describe("what is drawn", () => {
  it("stays within Slack's limits, however much there is to draw", () => {
    expect(checkMessage(renderCard(endless))).toEqual([]);
    expect(checkView(renderHome(endless))).toEqual([]);
    expect(checkView(renderResult(endless, { place: { kind: "nowhere" } }))).toEqual([]);
  });

  it("shows one table to a message, and the others as lines", () => {
    const drawn = renderCard({ summary: words("t"), blocks: blocks.slice(8, 10) }).blocks;

    expect(drawn.map(({ type }) => type)).toEqual(["table", "section"]);
    expect(drawn[1]).toMatchObject({ text: { text: "*Who*\nBen" } });
  });

  it("quotes every line", () => {
    const [drawn] = renderCard({
      summary: words("t"),
      blocks: [{ kind: "quote", line: words("one\ntwo") }],
    }).blocks;

    expect(drawn).toMatchObject({ text: { text: ">one\n>two" } });
  });

  it("is caught by the table of limits when it isn't within them", () => {
    expect(
      checkMessage({
        text: "",
        blocks: [
          { type: "section", text: { type: "mrkdwn", text: "x".repeat(3001) } },
          { type: "header", text: { type: "plain_text", text: "" } },
          { type: "table", rows: [] },
          { type: "table", rows: [] },
        ],
      }),
    ).toEqual([
      "text is empty",
      "tables: 2, at most 1",
      "section has 3001 characters, at most 3000",
      "header is empty",
    ]);
  });
});

const choices = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: long }));
const form: Form = {
  form: "x.form",
  title: long,
  submit: long,
  state: { of: 1 },
  fields: [
    { kind: "people", name: "to", label: long, most: 20, initial: choices(2) },
    {
      kind: "text",
      name: "why",
      label: long,
      hint: long,
      initial: typed("y".repeat(900)),
      most: 500,
      long: true,
      placeholder: long,
    },
    { kind: "choice", name: "few", label: words("Few"), choices: choices(3), initial: "v1" },
    {
      kind: "choice",
      name: "many",
      label: words("Many"),
      choices: choices(200),
      initial: "v7",
      optional: true,
    },
    {
      kind: "choices",
      name: "boxes",
      label: words("Boxes"),
      choices: choices(7),
      initial: ["v1", "gone"],
    },
    { kind: "choices", name: "list", label: words("List"), choices: choices(40), initial: ["v2"] },
    { kind: "channel", name: "where", label: words("Where"), initial: "C1" },
    { kind: "note", line: long },
  ],
};

describe("a form", () => {
  it("stays within Slack's limits", () => {
    expect(checkView(renderForm(form, { place: { kind: "direct" } }))).toEqual([]);
  });

  it("carries where it began and what it is about, and brings it back", () => {
    const origin = {
      place: { kind: "channel", channel: "C1", private: true },
      card: "https://a.example/1",
    } as const;
    const { private_metadata } = renderForm(form, origin);

    expect(readOrigin(private_metadata)).toEqual({ state: { of: 1 }, origin });
  });

  it("lets go of the card it came from where there is no room, but of nothing else", () => {
    const origin = {
      place: { kind: "direct" },
      card: `https://a.example/${"x".repeat(200)}`,
    } as const;
    const full = { ...form, state: "s".repeat(2_900) };

    expect(readOrigin(renderForm(full, origin).private_metadata).origin).toEqual({
      place: { kind: "direct" },
    });
    expect(() => renderForm({ ...form, state: "s".repeat(3_100) }, origin)).toThrow();
  });

  it("reads what was filled in, and leaves out what was left empty", () => {
    const filled = readFilled({
      values: {
        a: { why: { value: "for it" } },
        b: { empty: { value: null } },
        c: { to: { selected_options: [{ value: "prs_1" }, { value: "prs_2" }] } },
        d: { few: { selected_option: { value: "v1" } } },
        e: { none: { selected_option: null } },
        f: { where: { selected_conversation: "C1" } },
      },
    });

    expect(filled.picked).toEqual({ to: ["prs_1", "prs_2"], few: ["v1"], where: ["C1"] });
    expect(Object.keys(filled.text)).toEqual(["why"]);
    expect(filled.text.why && reveal(filled.text.why)).toBe("for it");
  });
});

describe("what is typed after a command", () => {
  const read = (text: string) =>
    readWords(text).map((word) => {
      if (word.kind === "text") return reveal(word.text);
      return word.kind === "channel"
        ? `channel ${word.channel} ${word.name}`
        : `${word.kind} ${word.externalId}`;
    });

  it.for([
    { text: "<@U1|ana> <@W2> for it", words: ["account U1", "account W2", "for it"] },
    { text: "<!subteam^S1|@lab> for it", words: ["group S1", "for it"] },
    { text: "@nobody for it", words: ["@nobody for it"] },
    {
      text: "<@U1> for <#C1|labs> &amp; &lt;more&gt;",
      words: ["account U1", "for", "channel C1 labs", "& <more>"],
    },
    { text: "<!here> <!channel|@channel> <https://a.example|a>", words: ["@here @channel a"] },
    { text: "&amp;lt;", words: ["&lt;"] },
    { text: "   ", words: [] },
  ])("reads “$text”", ({ text, words: said }) => {
    expect(read(text)).toEqual(said);
  });

  it("loses no word, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = mrkdwn(words(text));
        expect(read(escaped).join("")).toBe(text.trim());
      }),
    );
  });
});
