/** Draws rows of lines as a table, each column as wide as what it holds asks for. */
import type { Line } from "#engine";
import type { Table } from "./adaptive.ts";
import { limits } from "./limits.ts";
import { type ChannelName, plainText, richText } from "./words.ts";

/** In characters: a column of numbers has room for them, and no name takes all there is. */
const narrowest = 3;
const widest = 30;

/** The first row is the heading. */
export function renderTable(rows: readonly (readonly Line[])[], channelName: ChannelName): Table {
  const columns = Math.max(...rows.map((row) => row.length));
  return {
    type: "Table",
    columns: Array.from({ length: columns }, (_, at) => {
      const lengths = rows.map((row) => plainText(row[at] ?? [], channelName).length);
      return { width: Math.min(Math.max(narrowest, ...lengths), widest) };
    }),
    firstRowAsHeaders: true,
    rows: rows.map((row) => ({
      type: "TableRow",
      cells: row.map((cell) => ({
        type: "TableCell",
        items: richText(cell, { most: limits.cell, channelName }),
      })),
    })),
  };
}
