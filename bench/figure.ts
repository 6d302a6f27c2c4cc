/** A figure, beside its floor of the same run and the goal it is held to; and the table they make. */
import { cpus, totalmem } from "node:os";

export interface Figure {
  readonly part: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What a machine like this gives at best, measured in this run. */
  readonly floor?: { readonly what: string; readonly value: number };
  readonly goal?: { readonly what: string; readonly met: boolean };
}

/** A part measures something and tells what it found; `tell` is for what happens meanwhile. */
export interface Part {
  readonly name: string;
  run(wish: { readonly large: boolean; readonly tell: (what: string) => void }): Promise<Figure[]>;
}

export const machine = () => ({
  processor: cpus()[0]?.model.trim() ?? "unknown",
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  system: `${process.platform} ${process.arch}`,
});

const headings = ["part", "figure", "measured", "floor", "ratio", "goal", "met"] as const;

/** In Markdown, so that it can be read here and pasted there. */
export function table(figures: readonly Figure[]): string {
  const rows = [headings, ...figures.map(row)];
  const widths = headings.map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? "").length)),
  );
  const lines = rows.map(
    (cells) => `| ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(" | ")} |`,
  );
  lines.splice(1, 0, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`);
  return lines.join("\n");
}

const row = ({ part, what, value, unit, floor, goal }: Figure): string[] => [
  part,
  what,
  `${readable(value)} ${unit}`.trim(),
  floor === undefined ? "" : `${readable(floor.value)} ${floor.what}`,
  floor === undefined ? "" : `${(value / floor.value).toFixed(2)} ×`,
  goal?.what ?? "",
  goal === undefined ? "" : goal.met ? "yes" : "NO",
];

function readable(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100)
    return Math.round(value).toLocaleString("en");
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** The value that this part (0 to 1) of all values lies at or below. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
