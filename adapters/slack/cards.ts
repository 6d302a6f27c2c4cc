/** Draws a card in Block Kit. Slack's markup and its escapes are known here and nowhere else. */
import type { ActionsBlock, KnownBlock, SectionBlock, TableBlock } from "@slack/types";

import {
  assertNever,
  type Block,
  type Button,
  type Card,
  type Chart,
  type Line,
  plain,
  type Span,
} from "#engine";
import { clip, limits, type SlackMessage } from "./limits.ts";

/** What a place can show. */
export interface Surface {
  readonly blocks: number;
  /** Of all blocks together. */
  readonly bytes: number;
  /** Only messages have tables, one each, and Slack may still refuse it. */
  readonly table: boolean;
  /** Slack's ids of pictures that were uploaded. */
  readonly pictures: ReadonlyMap<Chart, string>;
}

const noPictures: ReadonlyMap<Chart, string> = new Map();

export const message: Surface = {
  blocks: limits.messageBlocks,
  bytes: limits.viewBytes,
  table: true,
  pictures: noPictures,
};
/** A message of text and buttons only, which Slack never refuses. */
export const plainMessage: Surface = { ...message, table: false };
export const view: Surface = { ...plainMessage, blocks: limits.viewBlocks };

export function renderCard(card: Card, surface: Surface = message): SlackMessage {
  return {
    text: clip(mrkdwn(card.summary), limits.fallback) || " ",
    blocks: renderBlocks(card.blocks, surface),
  };
}

export function renderBlocks(blocks: readonly Block[], surface: Surface): KnownBlock[] {
  let tables = surface.table ? 1 : 0;
  let bytes = 0;
  return blocks
    .flatMap((block) => {
      const drawn = renderBlock(block, { ...surface, table: tables > 0 });
      if (drawn.some(({ type }) => type === "table")) tables -= 1;
      return drawn;
    })
    .slice(0, surface.blocks)
    .filter((block) => {
      bytes += Buffer.byteLength(JSON.stringify(block)) + 1;
      return bytes <= surface.bytes;
    });
}

function renderBlock(block: Block, surface: Surface): KnownBlock[] {
  switch (block.kind) {
    case "title": {
      const text = clip(plain(block.line), limits.header);
      return text === "" ? [] : [{ type: "header", text: { type: "plain_text", text } }];
    }
    case "text":
      return section(mrkdwn(block.line));
    case "quote":
      return section(mrkdwn(block.line).replaceAll(/^/gm, ">"));
    case "note":
      return note(block.line);
    case "divider":
      return [{ type: "divider" }];
    case "buttons":
      return renderButtons(block.buttons);
    case "table":
      return renderTable([block.heading, ...block.rows], surface);
    case "chart": {
      const id = surface.pictures.get(block.chart);
      if (id === undefined) return section(mrkdwn(block.inWords));
      const alt_text = clip(plain(block.inWords), limits.altText) || block.chart.title;
      return [{ type: "image", slack_file: { id }, alt_text }];
    }
    default:
      return assertNever(block);
  }
}

function section(text: string): SectionBlock[] {
  return text === "" ? [] : [{ type: "section", text: markup(clip(text, limits.section)) }];
}

export function note(line: Line): KnownBlock[] {
  const text = clip(mrkdwn(line), limits.section);
  return text === "" ? [] : [{ type: "context", elements: [markup(text)] }];
}

/** `verbatim`: Slack makes no links, channels or mentions of what people typed. */
const markup = (text: string) => ({ type: "mrkdwn" as const, text, verbatim: true });

function renderButtons(buttons: readonly Button[]): ActionsBlock[] {
  const rows: ActionsBlock[] = [];
  for (let at = 0; at < buttons.length; at += limits.buttons) {
    const row = buttons.slice(at, at + limits.buttons);
    rows.push({
      type: "actions",
      elements: row.map((button, index) => renderButton(button, index)),
    });
  }
  return rows;
}

function renderButton(button: Button, index: number): ActionsBlock["elements"][number] {
  return {
    type: "button",
    action_id: actionId(button.action, index),
    text: { type: "plain_text", text: clip(plain(button.label), limits.buttonText), emoji: true },
    value: JSON.stringify(button.value ?? null),
    ...(button.look === undefined ? {} : { style: button.look }),
  };
}

/** Slack wants a row's ids to differ, also where two buttons are the same action. */
export const actionId = (action: string, index: number): string => `${action}#${index}`;
export const actionOf = (id: string): string => id.replace(/#\d+$/, "");

function renderTable(rows: readonly (readonly Line[])[], surface: Surface): KnownBlock[] {
  const shown = rows.slice(0, limits.tableRows);
  const cells: TableBlock["rows"] = shown.map((row) =>
    row.map((cell) => ({ type: "raw_text", text: plain(cell) || "–" })),
  );
  const characters = cells
    .flat()
    .reduce((sum, cell) => sum + ("text" in cell ? cell.text.length : 0), 0);
  const wide = shown.some((row) => row.length > limits.tableCells);
  if (surface.table && !wide && characters <= limits.tableText)
    return [{ type: "table", rows: cells }];
  return inSections(
    shown.map((row, index) =>
      row
        .map(mrkdwn)
        .map((cell) => (index === 0 && cell !== "" ? `*${cell}*` : cell))
        .join(" · "),
    ),
  );
}

/** Lines of text in as few sections as they fit. */
function inSections(lines: readonly string[]): SectionBlock[] {
  const texts: string[] = [];
  for (const line of lines) {
    const before = texts.at(-1);
    if (before !== undefined && before.length + line.length < limits.section)
      texts[texts.length - 1] = `${before}\n${line}`;
    else texts.push(line);
  }
  return texts.flatMap(section);
}

export function mrkdwn(line: Line): string {
  return line.map(writeSpan).join("");
}

function writeSpan(span: Span): string {
  switch (span.kind) {
    case "words":
    case "quoted":
      return escapeWords(span.words);
    case "strong":
      return strong(span.words);
    case "person":
      return strong(span.name);
    case "code":
      return span.words === "" ? "" : `\`${escapeWords(span.words.replaceAll("`", "'"))}\``;
    case "channel":
      return `<#${escapeWords(span.channel.replaceAll("|", "/"))}>`;
    case "link":
      return `<${span.url.replaceAll(/[<>|\s]/g, encodeURIComponent)}|${escapeWords(span.words.replaceAll("|", "/"))}>`;
    default:
      return assertNever(span);
  }
}

/** A star or a new line in a name would end the bold. */
function strong(words: string): string {
  const inside = words.replaceAll("*", "∗").replaceAll(/\s+/g, " ").trim();
  return inside === "" ? "" : `*${escapeWords(inside)}*`;
}

/** So that "<!channel>" typed by a person pings nobody. */
export function escapeWords(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
