/** A file as a spreadsheet saves it: CSV (RFC 4180) in UTF-8, a mark at its start or none. */
import { CsvError, parse } from "csv-parse/sync";

export interface Mistake {
  readonly line: number;
  readonly why: string;
}

export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The first mistake where it can't be read as a table; how many cells a line has is for its reader to judge. */
export function readTable(bytes: Uint8Array): Line[] | Mistake {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { line: 1, why: "the file is not UTF-8: save it as “CSV UTF-8”" };
  }
  try {
    const records = parse(text, {
      bom: true,
      trim: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    return error.code === "CSV_QUOTE_NOT_CLOSED"
      ? { line, why: "ends inside a cell: a quotation mark further up is not closed" }
      : { line, why: "has a quotation mark inside a cell: write two, and two around the cell" };
  }
}
