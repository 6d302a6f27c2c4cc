/** What a picture can't show. Throws for a mistake of ours: whoever makes a chart leaves out the rest and says so in words. */
import { assertNever, type Chart } from "#engine";

const mostBars = 12;
const mostLines = 8;
const mostMoments = 8;
const mostLabels = 12;

export function checkChart(chart: Chart): void {
  switch (chart.kind) {
    case "bars":
      between("bars", chart.bars.length, 1, mostBars);
      for (const { value } of chart.bars) {
        if (!Number.isFinite(value) || value < 0) {
          throw new Error(`A bar shows zero or more, not ${value}`);
        }
      }
      return;
    case "trend":
      between("moments", chart.moments.length, 2, mostMoments);
      between("lines", chart.lines.length, 1, mostLines);
      for (const { values } of chart.lines) onScale(values, chart.moments.length, chart.scale);
      return;
    case "matrix":
      between("labels", chart.labels.length, 2, mostLabels);
      between("rows", chart.cells.length, chart.labels.length, chart.labels.length);
      for (const row of chart.cells) onScale(row, chart.labels.length, chart.scale);
      return;
    default:
      assertNever(chart);
  }
}

function between(what: string, count: number, least: number, most: number): void {
  if (count < least || count > most) {
    throw new Error(`A chart shows ${least} to ${most} ${what}, not ${count}`);
  }
}

function onScale(
  values: readonly (number | null)[],
  count: number,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  if (!(from < to)) throw new Error(`A scale goes up, not from ${from} to ${to}`);
  between("values", values.length, count, count);
  for (const value of values) {
    if (value !== null && !(value >= from && value <= to)) {
      throw new Error(`A value lies between ${from} and ${to}: not ${value}`);
    }
  }
}
