/** Reads the list of people that an admin keeps as CSV (RFC 4180): "person,unit,discipline,lead,pattern", in any order. */
import { type ImportRow, type Pattern, patterns, type Typed, typed } from "#engine";

import { type Mistake, readTable } from "./csv.ts";

/** A list with one line that can't be read is read no further than to find the others. */
export type PeopleFile =
  | { readonly kind: "rows"; readonly rows: readonly ImportRow[] }
  | { readonly kind: "mistakes"; readonly mistakes: readonly Mistake[] };

const columns = ["person", "unit", "discipline", "lead", "pattern"] as const;
type Cells = Readonly<Record<(typeof columns)[number], string>>;

/** A longer name is a cell that was left open, or a note. */
const longestName = 80;

export function readPeople(bytes: Uint8Array): PeopleFile {
  const lines = readTable(bytes);
  if (!Array.isArray(lines)) return refused(lines);
  const [header, ...body] = lines;
  if (header === undefined) return refused({ line: 1, why: `the first line must be ${columns}` });
  const names = header.cells.map((name) => name.toLowerCase());
  const why = headerMistake(names);
  if (why !== null) return refused({ line: header.line, why });

  const name = createNames();
  const mistakes: Mistake[] = [];
  const rows: ImportRow[] = [];
  for (const { line, cells } of body) {
    if (cells.every((cell) => cell === "")) continue;
    const row = cells.length === names.length ? readRow(line, cellsOf(names, cells), name) : null;
    if (row === null)
      mistakes.push({ line, why: `has ${cells.length} cells, not ${names.length}` });
    else if ("why" in row) mistakes.push(row);
    else rows.push(row);
  }
  return mistakes.length > 0 ? refused(...mistakes) : { kind: "rows", rows };
}

const refused = (...mistakes: readonly Mistake[]): PeopleFile => ({ kind: "mistakes", mistakes });

function headerMistake(names: readonly string[]): string | null {
  const unknown = names.filter((name) => !columns.some((column) => column === name));
  if (!names.includes("person") || unknown.length > 0) {
    return `the first line must be ${columns.join(",")} (“person” is needed, the others may be left out)`;
  }
  return new Set(names).size < names.length ? "a column stands twice in the first line" : null;
}

function cellsOf(names: readonly string[], cells: readonly string[]): Cells {
  const named = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
  return { person: "", unit: "", discipline: "", lead: "", pattern: "", ...named };
}

function readRow(line: number, cells: Cells, name: (text: string) => Typed): ImportRow | Mistake {
  const pattern = cells.pattern.toLowerCase();
  if (cells.person === "") return { line, why: "says of nobody what it says: “person” is empty" };
  if (pattern !== "" && !isPattern(pattern)) {
    return { line, why: `“pattern” must be ${patterns.join(", ")} or empty` };
  }
  const leads = readLeads(cells);
  if (leads === "no unit") return { line, why: "“lead” says yes, and “unit” is empty" };
  for (const text of [cells.unit, cells.discipline, ...(leads ?? [])]) {
    if (text.length > longestName)
      return { line, why: `has a name of over ${longestName} characters` };
    if (text !== "" && !/[\p{L}\p{N}]/u.test(text))
      return { line, why: "has a name without a letter" };
  }
  return {
    line,
    person: cells.person,
    unit: cells.unit === "" ? null : name(cells.unit),
    discipline: cells.discipline === "" ? null : name(cells.discipline),
    leads: leads?.map(name) ?? null,
    pattern: isPattern(pattern) ? pattern : null,
  };
}

const isPattern = (text: string): text is Pattern => patterns.some((pattern) => pattern === text);

/** "yes" is the row's own unit, "no" none; else the names of units. Null for an empty cell: as it was. */
function readLeads({ lead, unit }: Cells): readonly string[] | "no unit" | null {
  if (lead === "") return null;
  if (/^(no|false|0)$/i.test(lead)) return [];
  if (/^(yes|true|1)$/i.test(lead)) return unit === "" ? "no unit" : [unit];
  return lead
    .split(";")
    .map((one) => one.trim())
    .filter(Boolean);
}

/** One `Typed` for one text, so that a name that stands in a thousand rows is judged once. */
function createNames(): (text: string) => Typed {
  const names = new Map<string, Typed>();
  return (text) => {
    const known = names.get(text) ?? typed(text);
    names.set(text, known);
    return known;
  };
}
