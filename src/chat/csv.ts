/** Files for spreadsheets (RFC 4180). */

export type Cell = string | number | null;

/** One line, with its line break. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(write).join(",")}\r\n`;

/** A text that a spreadsheet would take for a formula is told to be text by an apostrophe; a number is one of ours. */
function write(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
