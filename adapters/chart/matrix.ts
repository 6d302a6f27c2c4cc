/** Numbers in a square, darker the higher. Columns bear the numbers of the rows: names along the top could be read by nobody. */
import type { Chart } from "#engine";
import { fitted, writable } from "./label.ts";
import {
  font,
  fontFamily,
  gap,
  ink,
  labelSize,
  margin,
  paper,
  scoreOf,
  titleHeight,
  titleOf,
  titleSize,
  width,
} from "./look.ts";

type MatrixChart = Extract<Chart, { readonly kind: "matrix" }>;

const widestName = 260;
const tallestCell = 64;
const noteHeight = 44;
const noteSize = 22;

/** One hue, each darker than the one before also in grey; the numbers on them have 4.5:1 at least. */
export const steps = [
  { fill: "#eef5fb", ink },
  { fill: "#c9dff0", ink },
  { fill: "#93bfe0", ink },
  { fill: "#5b9bd0", ink },
  { fill: "#1d5a96", ink: paper },
] as const;
const empty = { fill: "#ffffff", line: "#cbd5e0" };

export function drawMatrix(chart: MatrixChart): string {
  const title = titleOf(chart.title);
  const note = fitted(font, writable(font, chart.note), noteSize, width - 2 * margin);
  const count = chart.labels.length;
  const names = chart.labels.map((label, row) =>
    fitted(font, `${row + 1}. ${writable(font, label)}`.trim(), labelSize, widestName),
  );
  const left =
    margin + Math.ceil(Math.max(...names.map((name) => font.widthOf(name, labelSize)))) + gap;
  const cell = (width - left - margin) / count;
  const tall = Math.min(cell, tallestCell);

  const head = margin + (title === "" ? 0 : titleHeight) + (note === "" ? 0 : noteHeight);
  const top = head + tall;
  const height = top + tall * count + margin;
  const size = Math.min(labelSize, Math.floor(cell / 2));

  const parts = [
    write(title, margin, margin + titleSize, titleSize),
    write(note, margin, head - noteHeight + noteSize, noteSize),
    ...chart.labels.map((_, column) =>
      write(String(column + 1), left + (column + 0.5) * cell, head + tall - gap, size, "middle"),
    ),
    ...names.map((name, row) => write(name, margin, baseline(top + row * tall, tall), labelSize)),
    ...chart.cells.flatMap((row, at) =>
      row.map((value, column) => {
        const x = left + column * cell;
        const y = top + at * tall;
        if (value === null) return square(x, y, cell, tall, empty.fill, empty.line);
        const step = stepOf(chart, value);
        return [
          square(x, y, cell, tall, step.fill, paper),
          write(
            scoreOf(value, chart.locale),
            x + cell / 2,
            baseline(y, tall, size),
            size,
            "middle",
            step.ink,
          ),
        ].join("");
      }),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join("")}</svg>`;
}

function stepOf({ scale }: MatrixChart, value: number): (typeof steps)[number] {
  const share = (value - scale.from) / (scale.to - scale.from);
  const place = Math.min(steps.length - 1, Math.max(0, Math.floor(share * steps.length)));
  return steps[place] ?? steps[0];
}

/** Where letters stand that are to lie in the middle of a row. */
const baseline = (y: number, tall: number, size = labelSize): number => y + tall / 2 + size * 0.36;

function square(
  x: number,
  y: number,
  wide: number,
  tall: number,
  fill: string,
  line: string,
): string {
  return `<rect x="${x + 1}" y="${y + 1}" width="${wide - 2}" height="${tall - 2}" fill="${fill}" stroke="${line}" stroke-width="1"/>`;
}

function write(
  text: string,
  x: number,
  y: number,
  size: number,
  anchor: "start" | "middle" = "start",
  colour: string = ink,
): string {
  return `<text x="${x}" y="${y}" font-family="${fontFamily}" font-size="${size}" text-anchor="${anchor}" fill="${colour}">${escaped(text)}</text>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
