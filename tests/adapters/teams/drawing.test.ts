import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";

import type { Action, AdaptiveCard, Element, TextRun } from "../../../adapters/teams/adaptive.ts";
import { renderCard, summaryOf } from "../../../adapters/teams/cards.ts";
import { limits } from "../../../adapters/teams/limits.ts";
import { pagesOf } from "../../../adapters/teams/pages.ts";
import { createMarks, readPress } from "../../../adapters/teams/press.ts";
import { tame } from "../../../adapters/teams/words.ts";
import type { Block, Card } from "../../../src/chat/card.ts";
import { type Line, plain, words } from "../../../src/chat/line.ts";
import type { PersonId } from "../../../src/ids.ts";
import { checkCard } from "../../support/adaptiveCards.ts";

const key = (id: string) => ({ id, secret: new Uint8Array(32).fill(Number(id)) });
const marks = createMarks(() => [key("1")]);
const drawing = { nonce: "n1", language: "en-GB", marks };

const draw = (...blocks: Block[]): AdaptiveCard =>
  renderCard({ summary: words("Thanks"), blocks }, drawing);

const runsOf = (elements: readonly Element[]): TextRun[] =>
  elements.flatMap((one) => {
    if (one.type === "RichTextBlock") return one.inlines;
    if (one.type === "Container") return runsOf(one.items);
    if (one.type === "Table")
      return runsOf(one.rows.flatMap(({ cells }) => cells.flatMap(({ items }) => items)));
    return [];
  });

const actionsOf = (card: AdaptiveCard): readonly Action[] =>
  card.body.flatMap((one) => (one.type === "ActionSet" ? one.actions : []));

/** What chat clients make something of, and what stands around it. */
const spiced = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."*_~`[]()<>!#|\\&:-+1. \n".split(""),
        "](",
        "https://evil.example",
        "<at>Ana</at>",
        "{{DATE(2026-01-01T00:00:00Z)}}",
        "&lt;",
        "**",
        "[ward](/evil)",
        "- ",
        "1. ",
        "ward",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) => parts.join(""));

describe("somebody's words", () => {
  it("are shown as they were written: never formatted, linked or mentioning anybody", () => {
    fc.assert(
      fc.property(spiced, (text) => {
        const line = words(text);
        const body = draw(
          { kind: "text", line },
          { kind: "quote", line },
          { kind: "note", line },
          { kind: "table", heading: [line], rows: [[line]] },
        ).body;
        const runs = runsOf(body);
        const shown = [...runs.map((run) => run.text)].join("").replaceAll("\u2060", "");

        expect(body.filter(({ type }) => type === "TextBlock")).toEqual([]);
        expect(runs.filter(({ selectAction }) => selectAction !== undefined)).toEqual([]);
        expect(shown).not.toContain("\n");
        expect(runs.map((run) => run.text).join("")).not.toContain("{{");
        if (!/[\n\r\u2028\u2029\u2060]/.test(text) && text.trim() !== "")
          expect(shown).toBe(text.repeat(5));
      }),
    );
  });

  it("stay plain also in headings, labels and choices, where Teams reads markdown", () => {
    const markdown = new MarkdownIt({ html: true, linkify: true });
    fc.assert(
      fc.property(spiced, (text) => {
        const tags = [...markdown.render(tame(text)).matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag);
        expect(tags.filter((tag) => tag !== "p")).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
    expect(markdown.render("*a* [b](https://c.example)")).toMatch(/<em>.*<a /);
  });

  it.for(["Ward 4 & Lab", "3.5 mmol, not 5", "Dana O'Hara-Li (nights)", "müde, aber froh 👏"])(
    "lose nothing to that that means nothing: “%s”",
    (text) => {
      expect(tame(text).replaceAll("\u2060", "")).toBe(text);
    },
  );

  it("keep their line breaks", () => {
    const [quote] = draw({ kind: "quote", line: words("one\ntwo\n\nthree") }).body;

    expect(quote).toMatchObject({ type: "Container", style: "emphasis" });
    expect(runsOf([quote as Element]).map(({ text }) => text)).toEqual(["one", "two", "three"]);
  });
});

describe("a line", () => {
  it("shows a person's name without notifying them, a channel by its name, and what to type", () => {
    const line: Line = [
      { kind: "person", person: "prs_1" as PersonId, name: "Ana Silva" },
      ...words(" in "),
      { kind: "channel", channel: "19:a@thread.tacv2" },
      { kind: "code", words: "kudos undo" },
    ];
    const card: Card = { summary: line, blocks: [{ kind: "text", line }] };
    const named = { ...drawing, channelName: () => "kudos" };

    expect(runsOf(renderCard(card, named).body)).toEqual([
      { type: "TextRun", text: "Ana Silva", weight: "Bolder" },
      { type: "TextRun", text: " in " },
      { type: "TextRun", text: "#kudos" },
      { type: "TextRun", text: "kudos undo", fontType: "Monospace" },
    ]);
    expect(summaryOf(card, named)).toBe("Ana Silva in #kudoskudos undo");
  });

  it("calls a channel whose name isn't known neither by its id nor by a wrong one", () => {
    const line: Line = [...words("posted in "), { kind: "channel", channel: "19:a@thread.tacv2" }];

    expect(runsOf(draw({ kind: "text", line }).body).map(({ text }) => text)).toEqual([
      "posted in ",
      "the channel",
    ]);
  });

  it("opens links to the web, and no others", () => {
    const link = (url: string): Block => ({
      kind: "text",
      line: [{ kind: "link", url, words: "here" }],
    });
    const runs = runsOf(draw(link("https://a.example/b"), link("javascript:alert(1)")).body);

    expect(runs.map(({ selectAction }) => selectAction?.url)).toEqual([
      "https://a.example/b",
      undefined,
    ]);
  });
});

describe("a card", () => {
  it("says in one line what it is to whoever can't see it drawn", () => {
    const card = renderCard(
      { summary: words("Ana <b> thanks *you* & Ben"), blocks: [] },
      { ...drawing, language: "de-AT" },
    );

    expect(card).toMatchObject({
      lang: "de",
      speak: "Ana b thanks *you* Ben",
      fallbackText: "Ana ‹b> thanks ∗you∗ &\u2060 Ben",
    });
  });

  it("draws a divider as a line above what follows, and none where nothing does", () => {
    const body = draw(
      { kind: "divider" },
      { kind: "text", line: words("one") },
      { kind: "divider" },
      { kind: "text", line: words("two") },
      { kind: "divider" },
    ).body;

    expect(body.map(({ separator }) => separator === true)).toEqual([false, true]);
  });

  it("shows six buttons in a row, and the rest in rows of their own", () => {
    const buttons = Array.from({ length: 14 }, (_, at) => ({
      action: "x.do",
      label: words(`Do ${at}`),
      value: at,
    }));
    const card = draw({ kind: "buttons", buttons });

    expect(
      card.body.map((row) => (row.type === "ActionSet" ? row.actions.length : row.type)),
    ).toEqual([6, 6, 2]);
    expect(actionsOf(card).map(({ title }) => title)).toEqual(buttons.map((b) => plain(b.label)));
  });

  it("stands beside a chart in words, also where there are no charts", () => {
    const inWords = words("Core Lab 3, 4 West 2");
    const body = draw(
      {
        kind: "chart",
        inWords,
        chart: { kind: "bars", title: "Thanks", bars: [{ label: "Core Lab", value: 3.04 }] },
      },
      {
        kind: "chart",
        inWords,
        chart: {
          kind: "trend",
          title: "Mood",
          moments: ["June", "July", "August"],
          scale: { from: 1, to: 5 },
          lines: [{ label: "Core Lab", values: [3, null, 4.26] }],
        },
      },
      {
        kind: "chart",
        inWords,
        chart: {
          kind: "matrix",
          title: "Map",
          note: "rows say it of columns",
          labels: ["Core Lab", "4 West"],
          scale: { from: 1, to: 5 },
          cells: [
            [null, 4],
            [3.25, null],
          ],
        },
      },
    ).body;

    expect(checkCard(draw({ kind: "chart", inWords, chart: bars }))).toEqual([]);
    expect(body.map(({ type }) => type)).toEqual([
      "Chart.HorizontalBar",
      "RichTextBlock",
      "Chart.Line",
      "RichTextBlock",
      "Table",
      "RichTextBlock",
    ]);
    expect(body[0]).toMatchObject({ data: [{ x: "Core Lab", y: 3 }], fallback: "drop" });
    expect(body[2]).toMatchObject({
      data: [
        {
          values: [
            { x: "June", y: 3 },
            { x: "August", y: 4.3 },
          ],
        },
      ],
    });
    expect(runsOf(body.slice(4, 5)).map(({ text }) => text)).toEqual([
      "1",
      "2",
      "1 Core Lab",
      "–",
      "4.0",
      "2 4 West",
      "3.3",
      "–",
    ]);
  });
});

const bars = { kind: "bars", title: "t", bars: [{ label: "a", value: 1 }] } as const;
const long = words("a & b <c> 👏 ".repeat(2_000));
const button = { action: "x.do", label: long, value: "ä".repeat(1_900) };
const blocks: Block[] = [
  { kind: "title", line: long },
  { kind: "text", line: long },
  { kind: "text", line: words("") },
  { kind: "quote", line: words("\u0001".repeat(9_000)) },
  { kind: "note", line: long },
  { kind: "divider" },
  { kind: "buttons", buttons: Array.from({ length: 25 }, () => button) },
  {
    kind: "table",
    heading: [words("Who"), words("")],
    rows: Array.from({ length: 100 }, () => Array.from({ length: 20 }, () => long)),
  },
  { kind: "chart", chart: bars, inWords: long },
];

describe("a card that is too long for Teams", () => {
  it("is cut into pages that it takes, with nothing left out", () => {
    const card: Card = { summary: long, blocks };

    const pages = pagesOf(card, drawing);
    const drawn = pages.map((page) => renderCard(page, drawing));

    expect(drawn.flatMap(checkCard)).toEqual([]);
    expect(pages.length).toBeGreaterThan(3);
    expect(runsOf(drawn[1]?.body ?? [])[0]?.text).toBe(`2 of ${pages.length}`);
    expect(drawn.flatMap(actionsOf)).toHaveLength(25);
    const rows = drawn.flatMap(({ body }) =>
      body.flatMap((one) => (one.type === "Table" ? [one.rows.length - 1] : [])),
    );
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(100);
  });

  it("is left alone where it fits", () => {
    const card: Card = { summary: words("t"), blocks: [{ kind: "text", line: words("t") }] };

    expect(pagesOf(card, drawing)).toEqual([card]);
  });
});

describe("a button", () => {
  const card = (to: object = {}): AdaptiveCard =>
    renderCard(
      {
        summary: words("t"),
        blocks: [
          {
            kind: "buttons",
            buttons: [
              { action: "x.do", label: words("Q&A"), value: { id: 1 }, look: "danger" },
              { action: "y.do", label: words("Two") },
            ],
          },
        ],
      },
      { ...drawing, ...to },
    );
  const [first] = actionsOf(card());
  const data = first?.data ?? { rapport: "", mark: "" };

  it("brings back its action, its value, its card's nonce and whom it is for", () => {
    expect(first).toMatchObject({ title: "Q&A", verb: "x.do", style: "destructive" });
    expect(
      actionsOf(card({ for: "aad-1" })).map(({ data }) => readPress(data, marks, "en")),
    ).toEqual([
      { kind: "action", action: "x.do", value: { id: 1 }, nonce: "n1", for: "aad-1" },
      { kind: "action", action: "y.do", value: null, nonce: "n1", for: "aad-1" },
    ]);
  });

  it("is refused when anything of what it carries was changed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("rapport" as const, "mark" as const),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (part, at, sign) => {
          const text = data[part];
          const place = at % text.length;
          const changed = text.slice(0, place) + sign + text.slice(place + 1);
          const press = readPress({ ...data, [part]: changed }, marks, "en");
          expect(press.kind).toBe(changed === text ? "action" : "changed");
        },
      ),
    );
    expect(readPress({ ...data, mark: "" }, marks, "en").kind).toBe("changed");
  });

  it("still works after a new key came, and no more once its own is gone", () => {
    expect(
      readPress(
        data,
        createMarks(() => [key("2"), key("1")]),
        "en",
      ).kind,
    ).toBe("action");
    expect(
      readPress(
        data,
        createMarks(() => [key("2")]),
        "en",
      ).kind,
    ).toBe("changed");
  });

  it.for([null, undefined, "text", 7, {}, { value: 1 }, { rapport: 1, mark: "x" }])(
    "of another app is nobody's: %j",
    (foreign) => {
      expect(readPress(foreign, marks, "en")).toEqual({ kind: "foreign" });
    },
  );
});

it("has a card's limit below the 100 KB at which Teams refuses", () => {
  expect(limits.cardBytes).toBeLessThanOrEqual(80_000);
});
