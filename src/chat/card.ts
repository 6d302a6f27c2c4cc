/** What people see: a card is drawn by each adapter in its platform's own blocks. */
import type { Chart } from "./chart.ts";
import type { Line } from "./line.ts";

/** What a button or an answer carries back. Ids, numbers and words that may be shown to the one who pressed it. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json };

export interface Button {
  /** The action row that answers it, e.g. "recognition.undo". */
  readonly action: string;
  readonly label: Line;
  /** At most 2,000 characters as JSON (Slack's limit for a value). */
  readonly value?: Json;
  readonly look?: "primary" | "danger";
}

export type Block =
  | { readonly kind: "title"; readonly line: Line }
  | { readonly kind: "text"; readonly line: Line }
  | { readonly kind: "quote"; readonly line: Line }
  | { readonly kind: "note"; readonly line: Line }
  | { readonly kind: "divider" }
  /** At most 25 in a row (Slack's limit for actions). */
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] }
  /** At most 100 rows of 20 cells, the first row being the heading. */
  | {
      readonly kind: "table";
      readonly heading: readonly Line[];
      readonly rows: readonly (readonly Line[])[];
    }
  /** A picture of numbers, and the same in words for whoever can't see it, or where pictures can't be sent. */
  | { readonly kind: "chart"; readonly chart: Chart; readonly inWords: Line };

export interface Card {
  /** The whole in one line: notifications, screen readers. */
  readonly summary: Line;
  readonly blocks: readonly Block[];
  /** Its reader's, as a BCP 47 tag, where a job says it; whoever answers an act knows theirs. */
  readonly language?: string;
}

/** One line as a card. */
export const saying = (line: Line, ...blocks: readonly Block[]): Card => ({
  summary: line,
  blocks: [{ kind: "text", line }, ...blocks],
});
