/** Reads a rota as a planner saves it, CSV: "person,start,duration,zone", in any order, and whatever columns it has beside. */
import { isZone, longestShift, type RotaRow, readLocal } from "#engine";

import { type Line, type Mistake, readTable } from "./csv.ts";

/** A file with one line that can't be read is read no further than to find the others. */
export type RotaFile =
  | { readonly kind: "rows"; readonly rows: readonly RotaRow[] }
  | { readonly kind: "mistakes"; readonly mistakes: readonly Mistake[] };

export function readRota(bytes: Uint8Array): RotaFile {
  const lines = readTable(bytes);
  if (!Array.isArray(lines)) return { kind: "mistakes", mistakes: [lines] };
  const [header, ...body] = lines;
  const names = header?.cells.map((name) => name.toLowerCase()) ?? [];
  const why = headerMistake(names);
  if (why !== null) return { kind: "mistakes", mistakes: [{ line: header?.line ?? 1, why }] };

  const mistakes: Mistake[] = [];
  const rows: RotaRow[] = [];
  for (const line of body) {
    if (line.cells.every((cell) => cell === "")) continue;
    const row = readRow(line, names);
    if ("why" in row) mistakes.push(row);
    else rows.push(row);
  }
  return mistakes.length > 0 ? { kind: "mistakes", mistakes } : { kind: "rows", rows };
}

const needed = ["person", "start", "duration"];

function headerMistake(names: readonly string[]): string | null {
  if (needed.some((name) => !names.includes(name))) {
    return "the first line must be person,start,duration,zone (“zone” may be left out, other columns are ignored)";
  }
  const ours = names.filter((name) => name === "zone" || needed.includes(name));
  return new Set(ours).size < ours.length ? "a column stands twice in the first line" : null;
}

function readRow({ line, cells }: Line, names: readonly string[]): RotaRow | Mistake {
  if (cells.length !== names.length) {
    return { line, why: `has ${cells.length} cells, not ${names.length}` };
  }
  const cell = (name: string): string => cells[names.indexOf(name)] ?? "";
  const [person, start, zone] = [cell("person"), readStart(cell("start")), cell("zone")];
  const minutes = readDuration(cell("duration"));
  if (person === "") return { line, why: "says of nobody when they work: “person” is empty" };
  if (start === undefined) {
    return { line, why: "“start” must be a local time such as 2026-11-27T19:00" };
  }
  if (minutes === undefined) {
    return { line, why: "“duration” must be such as 12h, 7h30 or PT12H" };
  }
  if (minutes < 1 || minutes > longestShift) {
    return { line, why: `“duration” must be ${longestShift / 60} hours at most, and not nothing` };
  }
  if (zone !== "" && !isZone(zone)) {
    return { line, why: `“zone” must be one such as Europe/Lisbon, or empty: ${zone} is none` };
  }
  return { line, person, start, minutes, zone: zone === "" ? null : zone };
}

/** Spreadsheets write a space for the T, and seconds. */
function readStart(text: string): string | undefined {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::00)?$/.exec(text) ?? [];
  const start = `${date}T${time}`;
  return readLocal(start, "UTC") === undefined ? undefined : start;
}

/** Minutes. */
function readDuration(text: string): number | undefined {
  const found =
    /^(\d{1,4})h(?:(\d{1,2})m?)?$/i.exec(text) ?? /^PT(?:(\d{1,4})H)?(?:(\d{1,4})M)?$/i.exec(text);
  const [, hours, minutes] = found ?? [];
  if (hours === undefined && minutes === undefined) return undefined;
  return Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}
