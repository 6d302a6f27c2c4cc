/** Lines over moments. Each has a mark and a stroke of its own, so that they are told apart in grey, and is named below. */
import type { Chart } from "#engine";
import {
  fontFamily,
  gap,
  ink,
  labelOf,
  labelSize,
  labelStyle,
  margin,
  scoreOf,
  titleHeight,
  titleOf,
  titleStyle,
  widestOf,
  width,
} from "./look.ts";
import { drawShapes } from "./shapes.ts";

type TrendChart = Extract<Chart, { readonly kind: "trend" }>;

const plotHeight = 300;
const momentsHeight = 52;
const nameHeight = 44;
const nameMark = 64;
/** The lines across are there to be looked past. */
const faint = "#cbd5e0";

/** On white 4.6:1 at least, and of differing lightness. */
const strokes = [
  { color: "#1d4e89", symbol: "circle", type: "solid" },
  { color: "#b83200", symbol: "rect", type: "dashed" },
  { color: "#1b7a4b", symbol: "triangle", type: "dotted" },
  { color: "#7b3294", symbol: "diamond", type: "solid" },
  { color: "#5c4a1f", symbol: "emptyCircle", type: "dashed" },
  { color: "#1a202c", symbol: "emptyRect", type: "dotted" },
  { color: "#0b6e75", symbol: "emptyTriangle", type: "solid" },
  { color: "#a01a58", symbol: "emptyDiamond", type: "dashed" },
] as const;

export function drawTrend(chart: TrendChart): string {
  const { lines, moments, scale, locale } = chart;
  const title = titleOf(chart.title);
  const names = lines.map((line, place) =>
    labelOf(line.label, place, width - 2 * margin - nameMark - gap),
  );
  const ticks = [scale.from, scale.to].map((tick) => String(tick));
  const left = margin + widestOf(ticks) + gap;
  const place = (width - left - margin) / moments.length;
  const shown = moments.map((moment, index) => labelOf(moment, index, place - 6));

  const top = margin + (title === "" ? 0 : titleHeight) + gap;
  const bottom = margin + nameHeight * lines.length + momentsHeight;
  return drawShapes(top + plotHeight + bottom, {
    textStyle: { fontFamily, color: ink },
    title: titleStyle(title),
    legend: {
      orient: "vertical",
      left: margin,
      top: top + plotHeight + momentsHeight,
      padding: 0,
      itemGap: nameHeight - labelSize,
      itemWidth: nameMark,
      itemHeight: 14,
      textStyle: { ...labelStyle, lineHeight: labelSize },
      // ECharts tells series apart by name; two questions may read alike once they are cut.
      data: lines.map((_, index) => String(index)),
      formatter: (name: string) => names[Number(name)] ?? "",
    },
    grid: { left, right: margin, top, height: plotHeight, outerBoundsMode: "none" },
    xAxis: {
      type: "category",
      data: shown,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: faint } },
      axisLabel: { interval: 0, margin: gap, ...labelStyle },
    },
    yAxis: {
      type: "value",
      min: scale.from,
      max: scale.to,
      interval: stepOf(scale),
      splitLine: { lineStyle: { color: faint } },
      axisLabel: { margin: gap, ...labelStyle },
    },
    series: lines.map((line, index) => {
      const { color, symbol, type } = strokes[index % strokes.length] ?? strokes[0];
      return {
        type: "line" as const,
        name: String(index),
        data: [...line.values],
        symbol,
        symbolSize: 14,
        lineStyle: { color, type, width: 4 },
        itemStyle: { color, borderWidth: 3 },
        label: {
          // More than one line of numbers would lie across the others.
          show: lines.length === 1,
          position: "top" as const,
          distance: 12,
          ...labelStyle,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const value = line.values[dataIndex] ?? null;
            return value === null ? "" : scoreOf(value, locale);
          },
        },
      };
    }),
  });
}

/** At most five lines across. */
const stepOf = ({ from, to }: TrendChart["scale"]): number => Math.ceil((to - from) / 5) || 1;
