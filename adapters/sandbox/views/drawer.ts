/** "What just happened": for whoever wants to see behind it. */
import { html } from "hono/html";

import type { Happening, TableDifference, TableRows } from "../happened.ts";
import type { Html } from "./cards.ts";
import { type Scene, timeIn } from "./scene.ts";

/** Of a week that passed there are thousands. */
const mostRows = 40;

export function drawHappenings(happenings: readonly Happening[], scene: Scene): Html {
  return happenings.length === 0
    ? html`<p class="note">Nothing yet: do something, or move the clock.</p>`
    : html`${happenings.map((one) => drawHappening(one, scene))}`;
}

/** What happened never changes, so it is left as its reader opened it. */
function drawHappening(one: Happening, scene: Scene): Html {
  const jobs = one.written.filter(({ table }) => table === "job");
  const rows = one.written.filter(({ table }) => table !== "job");
  return html`<details class="happening" id="happening-${one.number}" hx-morph-skip>
    <summary><time>${timeIn(scene.zone, one.at, "time")}</time> <strong>${one.who}</strong> ${one.what}</summary>
    ${part("Came in", html`<pre tabindex="0">${json(one.inbound)}</pre>`)}
    ${part("Came of it", html`<ul>${tally(one.outcome).map((line) => html`<li><code>${line}</code></li>`)}</ul>`)}
    ${rows.length === 0 ? part("Rows", html`<p class="note">None written: nothing was kept.</p>`) : part("Rows", html`${rows.map(drawTable)}`)}
    ${jobs.length === 0 ? "" : part("Jobs", html`${jobs.map(drawTable)}`)}
    ${one.drawn.map(({ where, drawings }) => drawings.map(({ as, drawn }) => part(`Drawn: ${where}, as ${as}`, html`<pre tabindex="0">${json(drawn)}</pre>`)))}
  </details>`;
}

const part = (title: string, inside: Html): Html =>
  html`<details><summary>${title}</summary>${inside}</details>`;

const json = (value: unknown): string => JSON.stringify(value, null, 2) ?? "";

function drawTable({ table, added, removed }: TableDifference): Html {
  const lines = [...removed.map((row) => `− ${row}`), ...added.map((row) => `+ ${row}`)];
  const more = lines.length - mostRows;
  return html`<p><code>${table}</code> +${added.length} −${removed.length}</p>
    <pre tabindex="0">${lines.slice(0, mostRows).join("\n")}${more > 0 ? `\n… and ${more} more` : ""}</pre>`;
}

/** All that the database holds, a table at a time. */
export function drawTables(tables: readonly TableRows[]): Html {
  return html`${tables.map(({ table, rows }) =>
    part(
      `${table} (${rows.length})`,
      rows.length === 0
        ? html`<p class="note">Empty.</p>`
        : html`<pre tabindex="0" aria-label="Rows of ${table}">${rows.slice(-mostRows).join("\n")}</pre>`,
    ),
  )}`;
}

/** The same line many times is one, with how often. */
function tally(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line} ×${count}`));
}
