/** Bars on their side, a row each. */
import type { Chart } from "#engine";
import {
  fontFamily,
  gap,
  ink,
  labelOf,
  labelStyle,
  margin,
  numberOf,
  titleHeight,
  titleOf,
  titleStyle,
  widestOf,
} from "./look.ts";
import { drawShapes } from "./shapes.ts";

type BarChart = Extract<Chart, { readonly kind: "bars" }>;

const rowHeight = 52;
const widestLabel = 300;
/** 5.4:1 on white. */
const barColour = "#2b6cb0";

export function drawBars(chart: BarChart): string {
  const title = titleOf(chart.title);
  const labels = chart.bars.map((bar, row) => labelOf(bar.label, row, widestLabel));
  const values = chart.bars.map((bar) => `${numberOf(bar.value, chart.locale)}${chart.unit ?? ""}`);

  const labelWidth = widestOf(labels);
  const top = margin + (title === "" ? 0 : titleHeight);
  const height = top + rowHeight * chart.bars.length + margin;

  return drawShapes(height, {
    textStyle: { fontFamily, color: ink },
    title: titleStyle(title),
    grid: {
      left: margin + labelWidth + gap,
      right: margin + widestOf(values) + gap,
      top,
      bottom: margin,
      outerBoundsMode: "none",
    },
    // A board of zeros still needs a scale: without one ECharts draws no axis at all.
    xAxis: { type: "value", show: false, min: 0, max: highest(chart) },
    yAxis: {
      type: "category",
      inverse: true,
      data: labels,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, align: "left", margin: labelWidth + gap, ...labelStyle },
    },
    series: [
      {
        type: "bar",
        data: chart.bars.map((bar) => bar.value),
        barWidth: 30,
        itemStyle: { color: barColour, borderRadius: [0, 4, 4, 0] },
        label: {
          show: true,
          position: "right",
          distance: 10,
          ...labelStyle,
          formatter: ({ dataIndex }: { dataIndex: number }) => values[dataIndex] ?? "",
        },
      },
    ],
  });
}

const highest = (chart: BarChart): number => Math.max(...chart.bars.map((bar) => bar.value)) || 1;
