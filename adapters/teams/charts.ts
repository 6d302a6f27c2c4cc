/** Draws a chart as Teams does, or as a table where Teams has no such chart. */
import { assertNever, type Chart, words } from "#engine";
import type { ChartElement, Element } from "./adaptive.ts";
import { clip, limits } from "./limits.ts";
import { renderTable } from "./tables.ts";
import { oneLine } from "./words.ts";

type Kind<Name> = Extract<Chart, { readonly kind: Name }>;

export function renderChart(chart: Chart): Element[] {
  switch (chart.kind) {
    case "bars":
      return [renderBars(chart)];
    case "trend":
      return [renderTrend(chart)];
    case "matrix":
      return renderMatrix(chart);
    default:
      return assertNever(chart);
  }
}

const short = (text: string): string => clip(oneLine(text), limits.chartText);
/** As everywhere: drawn to one decimal. */
const rounded = (value: number): number => Math.round(value * 10) / 10;

function renderBars({ title, bars, unit }: Kind<"bars">): ChartElement {
  return {
    type: "Chart.HorizontalBar",
    title: short(unit === undefined ? title : `${title} (${unit.trim()})`),
    displayMode: "AbsoluteWithAxis",
    colorSet: "categorical",
    data: bars.map(({ label, value }) => ({ x: short(label), y: rounded(value) })),
    fallback: "drop",
  };
}

/** A moment without a value is left out: the words beside it say so. */
function renderTrend({ title, moments, lines }: Kind<"trend">): ChartElement {
  return {
    type: "Chart.Line",
    title: short(title),
    colorSet: "categorical",
    data: lines.map(({ label, values }) => ({
      legend: short(label),
      values: values.flatMap((value, at) =>
        value === null ? [] : [{ x: short(moments[at] ?? ""), y: rounded(value) }],
      ),
    })),
    fallback: "drop",
  };
}

/** Columns by number, so that twelve of them fit beside the names. */
function renderMatrix({ labels, cells, locale }: Kind<"matrix">): Element[] {
  const score = (value: number | null | undefined): string =>
    value === null || value === undefined
      ? "–"
      : value.toLocaleString(locale ?? "en", {
          minimumFractionDigits: 1,
          maximumFractionDigits: 1,
        });
  const heading = [words(" "), ...labels.map((_, at) => words(String(at + 1)))];
  const rows = labels.map((label, at) => [
    words(short(`${at + 1} ${label}`)),
    ...labels.map((_, of) => words(score(cells[at]?.[of]))),
  ]);
  return [renderTable([heading, ...rows], () => "")];
}
