/** Teams' limits, and where a line is cut so that whatever is drawn stays under them. */

export const limits = {
  /** Of a card as JSON: Teams refuses 100 KB with what goes around it. */
  cardBytes: 80_000,
  /** In one row, before Teams hides them under "…". */
  buttons: 6,
  buttonText: 100,
  summary: 500,
  title: 300,
  /** Of a line of text; more is no message any more. */
  text: 8_000,
  cell: 300,
  label: 1_000,
  option: 200,
  /** A dropdown that is filled while somebody types shows no more. */
  found: 15,
  chartText: 100,
} as const;

/** Cut to a length in UTF-16 units, never inside a surrogate pair. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

export const bytesOf = (drawn: unknown): number => Buffer.byteLength(JSON.stringify(drawn));
