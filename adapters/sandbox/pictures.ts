/** Pictures of charts, drawn when a window asks for them. */
import { createHash } from "node:crypto";

import type { Chart } from "#engine";

export interface Pictures {
  /** The path at which a chart's picture is found from now on. */
  pathOf(chart: Chart): string;
  /** Undefined for one that no card showed lately. */
  draw(id: string): Promise<Uint8Array> | undefined;
}

const mostKept = 100;

export function createPictures(drawChart: (chart: Chart) => Promise<Uint8Array>): Pictures {
  const charts = new Map<string, Chart>();
  const drawn = new Map<string, Promise<Uint8Array>>();

  return {
    pathOf(chart) {
      const id = createHash("sha256").update(JSON.stringify(chart)).digest("hex").slice(0, 24);
      charts.delete(id);
      charts.set(id, chart);
      const [oldest = ""] = charts.keys();
      if (charts.size > mostKept) {
        charts.delete(oldest);
        drawn.delete(oldest);
      }
      return `/picture/${id}.png`;
    },
    draw(id) {
      const chart = charts.get(id);
      if (chart === undefined) return undefined;
      const picture = drawn.get(id) ?? drawChart(chart);
      drawn.set(id, picture);
      picture.catch(() => drawn.delete(id));
      return picture;
    },
  };
}
