/** Draws a chart: each kind as SVG, resvg for the picture. */
import type { Chart } from "#engine";
import { drawBars } from "./bars.ts";
import { printPicture } from "./look.ts";
import { drawMatrix } from "./matrix.ts";
import { drawTrend } from "./trend.ts";

/** The picture as PNG, 1600 pixels wide; what there is to show makes its height. */
export const drawPicture = (chart: Chart): Uint8Array => printPicture(drawChart(chart));

/** Of the engine only its types: each picture has a thread of its own, which would load all of it. A new kind stops the build here. */
function drawChart(chart: Chart): string {
  switch (chart.kind) {
    case "bars":
      return drawBars(chart);
    case "trend":
      return drawTrend(chart);
    case "matrix":
      return drawMatrix(chart);
  }
}
