/** Draws a card as an Adaptive Card. Colours, sizes and spaces are names of the theme's, so that it is at home in every theme. */
import { assertNever, type Block, type Button, type Card, nearestLocale, speak } from "#engine";
import type { Action, AdaptiveCard, Element } from "./adaptive.ts";
import { renderChart } from "./charts.ts";
import { clip, limits } from "./limits.ts";
import { type Marks, type Stamp, signed } from "./press.ts";
import { renderTable } from "./tables.ts";
import { type ChannelName, oneLine, plainText, richText, spoken, tame } from "./words.ts";

/** What a card or a form is drawn with. */
export interface Drawing extends Stamp {
  /** The reader's, as a BCP 47 tag. */
  readonly language: string;
  readonly marks: Marks;
  /** The name of a channel by its external id, where it is known. */
  readonly channelName?: (channel: string) => string | undefined;
}

/** Whole, however long: `pagesOf` cuts it to what Teams takes. */
export function renderCard(card: Card, drawing: Drawing): AdaptiveCard {
  const wide = card.blocks.some(({ kind }) => kind === "table" || kind === "chart");
  return {
    ...envelope(summaryOf(card, drawing), drawing),
    ...(wide ? { msteams: { width: "Full" } } : {}),
    body: renderBlocks(card.blocks, drawing),
  };
}

/** The whole in one line: the `summary` of an activity, which is what a notification shows. */
export const summaryOf = (card: Card, drawing: Drawing): string =>
  clip(oneLine(plainText(card.summary, channelNames(drawing))), limits.summary) || "Rapport";

/** What every card says of itself to whoever can't see it drawn. */
export function envelope(summary: string, { language }: Drawing) {
  return {
    type: "AdaptiveCard",
    version: "1.5",
    lang: nearestLocale(language),
    fallbackText: tame(summary),
    speak: spoken(summary),
  } as const;
}

export function channelNames({ channelName, language }: Drawing): ChannelName {
  const unknown = () => plainText(speak(nearestLocale(language), "UTC").teams.channel(), () => "");
  return (channel) => {
    const name = channelName?.(channel);
    return name === undefined ? unknown() : `#${name}`;
  };
}

export function renderBlocks(blocks: readonly Block[], drawing: Drawing): Element[] {
  const body: Element[] = [];
  let divided = false;
  for (const block of blocks) {
    if (block.kind === "divider") {
      divided = body.length > 0;
      continue;
    }
    const [first, ...rest] = renderBlock(block, drawing);
    if (first === undefined) continue;
    body.push(divided ? { ...first, separator: true, spacing: "Medium" } : first, ...rest);
    divided = false;
  }
  return body;
}

function renderBlock(block: Exclude<Block, { kind: "divider" }>, drawing: Drawing): Element[] {
  const channelName = channelNames(drawing);
  const text = { most: limits.text, channelName };
  switch (block.kind) {
    case "title":
      return renderTitle(plainText(block.line, channelName));
    case "text":
      return close(richText(block.line, text));
    case "quote": {
      const items = close(richText(block.line, text));
      return items.length === 0 ? [] : [{ type: "Container", style: "emphasis", items }];
    }
    case "note":
      return close(richText(block.line, { ...text, look: small }));
    case "buttons":
      return renderButtons(block.buttons, drawing);
    case "table":
      return [renderTable([block.heading, ...block.rows], channelName)];
    case "chart":
      return [
        ...renderChart(block.chart),
        ...close(richText(block.inWords, { ...text, look: small })),
      ];
    default:
      return assertNever(block);
  }
}

export const small = { size: "Small", isSubtle: true } as const;

export function renderTitle(title: string): Element[] {
  const text = clip(tame(title), limits.title);
  if (text === "") return [];
  return [
    { type: "TextBlock", text, style: "heading", size: "Large", weight: "Bolder", wrap: true },
  ];
}

/** Lines of one text stand close together. */
const close = (elements: readonly Element[]): Element[] =>
  elements.map((element, at) => (at === 0 ? element : { ...element, spacing: "None" }));

function renderButtons(buttons: readonly Button[], drawing: Drawing): Element[] {
  const rows: Element[] = [];
  for (let at = 0; at < buttons.length; at += limits.buttons) {
    const row = buttons.slice(at, at + limits.buttons);
    rows.push({ type: "ActionSet", actions: row.map((button) => renderButton(button, drawing)) });
  }
  return rows;
}

const styles = { primary: "positive", danger: "destructive" } as const;

function renderButton({ action, label, value = null, look }: Button, drawing: Drawing): Action {
  return {
    type: "Action.Execute",
    title: clip(oneLine(plainText(label, channelNames(drawing))), limits.buttonText) || "–",
    verb: action,
    data: signed({ kind: "action", action, value }, drawing, drawing.marks),
    ...(look === undefined ? {} : { style: styles[look] }),
  };
}
