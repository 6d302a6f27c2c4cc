/** Draws a card in HTML. Everything goes through the `html` tag, which escapes it. */
import { html } from "hono/html";

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

export type Html = ReturnType<typeof html>;

/** Where a card stands: what its buttons send back, and how its channels and pictures are found. */
export interface Ground {
  /** The path that a press is sent to. */
  readonly press: string;
  /** Sent along: which message or dialog it was. */
  readonly on: Readonly<Record<string, string>>;
  readonly channelName: (id: string) => string;
  readonly pictureOf: (chart: Chart) => string;
  /** The heading it stands below. */
  readonly under: "h1" | "h2";
}

export function drawCard(card: Card, ground: Ground): Html {
  const blocks = card.blocks.length > 0 ? card.blocks : [textOf(card.summary)];
  return html`<div class="card">${blocks.map((block) => drawBlock(block, ground))}</div>`;
}

const textOf = (line: Line): Block => ({ kind: "text", line });

function drawBlock(block: Block, ground: Ground): Html {
  switch (block.kind) {
    case "title":
      return ground.under === "h1"
        ? html`<h2>${drawLine(block.line, ground)}</h2>`
        : html`<h3>${drawLine(block.line, ground)}</h3>`;
    case "text":
      return html`<p>${drawLine(block.line, ground)}</p>`;
    case "quote":
      return html`<blockquote>${drawLine(block.line, ground)}</blockquote>`;
    case "note":
      return html`<p class="note">${drawLine(block.line, ground)}</p>`;
    case "divider":
      return html`<hr>`;
    case "buttons":
      return drawButtons(block.buttons, ground);
    case "table":
      return drawTable(block.heading, block.rows, ground);
    case "chart":
      return html`<img class="chart" src="${ground.pictureOf(block.chart)}" alt="${plain(block.inWords)}" loading="lazy">`;
    default:
      return assertNever(block);
  }
}

function drawButtons(buttons: readonly Button[], ground: Ground): Html {
  const { press, on } = ground;
  return html`<form class="buttons" method="post" action="${press}" hx-post="${press}" hx-swap="none">
    ${Object.entries(on).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    ${buttons.map((button) => {
      const press = JSON.stringify({ action: button.action, value: button.value ?? null });
      const look = button.look ?? "plain";
      return html`<button class="${look}" name="press" value="${press}">${plain(button.label)}</button>`;
    })}
  </form>`;
}

function drawTable(
  heading: readonly Line[],
  rows: readonly (readonly Line[])[],
  ground: Ground,
): Html {
  return html`<div class="table" tabindex="0" role="region" aria-label="Table"><table>
    <thead><tr>${heading.map((cell) => html`<th scope="col">${drawLine(cell, ground)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${drawLine(cell, ground)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

export function drawLine(line: Line, ground: Pick<Ground, "channelName">): Html[] {
  return line.map((span) => drawSpan(span, ground));
}

function drawSpan(span: Span, { channelName }: Pick<Ground, "channelName">): Html {
  switch (span.kind) {
    case "words":
    case "quoted":
      return html`${span.words}`;
    case "strong":
      return html`<strong>${span.words}</strong>`;
    case "person":
      return html`<strong class="person">${span.name}</strong>`;
    case "code":
      return html`<code>${span.words}</code>`;
    case "channel":
      return html`<a class="channel" href="/c/${encodeURIComponent(span.channel)}">#${channelName(span.channel)}</a>`;
    case "link":
      return /^https?:\/\//.test(span.url)
        ? html`<a href="${span.url}" target="_blank" rel="noopener">${span.words}</a>`
        : html`${span.words}`;
    default:
      return assertNever(span);
  }
}
