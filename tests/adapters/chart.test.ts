import type { Worker } from "node:worker_threads";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Chart } from "#engine";
import { createDrawer, drawChart } from "../../adapters/chart/draw.ts";
import { readFont } from "../../adapters/chart/font.ts";
import { fitted, writable } from "../../adapters/chart/label.ts";
import { steps } from "../../adapters/chart/matrix.ts";

const font = readFont(new URL("../../adapters/fonts/NotoSans-Regular.ttf", import.meta.url));

const threads = { running: 0, most: 0 };

function watch(worker: Worker): void {
  threads.running += 1;
  threads.most = Math.max(threads.most, threads.running);
  worker.once("exit", () => {
    threads.running -= 1;
  });
}

beforeAll(() => void process.on("worker", watch));
afterAll(() => void process.off("worker", watch));

describe("a chart's picture", () => {
  it("is a PNG 1600 pixels wide, sharp on a phone", async () => {
    const png = await drawChart(chartOf("Intensive care", "Pharmacy"));

    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(sizeOf(png)).toEqual({ width: 1600, height: 448 });
  });

  it("grows by a row for each bar, up to 12", async () => {
    const png = await drawChart(chartOf(...Array.from({ length: 12 }, (_, row) => `Ward ${row}`)));

    expect(sizeOf(png)).toEqual({ width: 1600, height: 448 + 10 * 104 });
  });

  it("is refused where there is nothing to show, or too much", async () => {
    await expect(drawChart(chartOf())).rejects.toThrow("1 to 12 bars, not 0");
    await expect(drawChart(chartOf(..."abcdefghijklm"))).rejects.toThrow("1 to 12 bars, not 13");
  });

  it.for([-1, Number.NaN, Number.POSITIVE_INFINITY])("refuses a bar of %d", async (value) => {
    const chart: Chart = { kind: "bars", title: "Thanks", bars: [{ label: "Pharmacy", value }] };

    await expect(drawChart(chart)).rejects.toThrow("zero or more");
  });

  it("is drawn when every value is zero", async () => {
    const bars = [{ label: "Pharmacy", value: 0 }];

    expect(sizeOf(await drawChart({ kind: "bars", title: "Thanks", bars })).height).toBe(344);
  });

  it("shows a row's number where its label is only emoji", async () => {
    const pictured = await drawChart(chartOf("Pharmacy", "🎉👩‍⚕️"));

    expect(pictured).toEqual(await drawChart(chartOf("Pharmacy", "2")));
  });

  it("writes numbers as the reader does", async () => {
    const bars = [{ label: "Apotheke", value: 1.5 }];
    const english = await drawChart({ kind: "bars", title: "Dank", bars });
    const german = await drawChart({ kind: "bars", title: "Dank", bars, locale: "de" });

    expect(german).not.toEqual(english);
  });

  it("keeps its place when many are asked for at once", async () => {
    const names = ["Pharmacy", "Imaging", "Surgery", "Intensive care", "Laboratory"];
    const together = await Promise.all(names.map((name) => drawChart(chartOf(name))));

    for (const [index, name] of names.entries()) {
      expect(together[index]).toEqual(await drawChart(chartOf(name)));
    }
  });

  it("is drawn in a thread that has ended when the picture is there", async () => {
    threads.most = 0;
    await drawChart(chartOf("Pharmacy"));

    expect(threads).toEqual({ running: 0, most: 1 });
  });
});

const moments = ["27 Feb", "6 Mar", "13 Mar"];
const trendOf = (...lines: readonly (readonly (number | null)[])[]): Chart => ({
  kind: "trend",
  title: "Ward pulse, round by round",
  scale: { from: 1, to: 5 },
  moments,
  lines: lines.map((values, at) => ({ label: `Question ${at + 1}`, values })),
});

describe("a trend's picture", () => {
  it("grows by a line of names for each question, up to 8", async () => {
    const one = sizeOf(await drawChart(trendOf([3, 4, 5])));
    const eight = sizeOf(
      await drawChart(trendOf(...Array.from({ length: 8 }, (_, at) => [1 + at / 2, 3, 2]))),
    );

    expect(one.width).toBe(1600);
    expect(eight.height - one.height).toBe(7 * 88);
  });

  it("has a gap where a round has nothing to show", async () => {
    const whole = await drawChart(trendOf([3, 3, 3]));

    expect(await drawChart(trendOf([3, null, 3]))).not.toEqual(whole);
  });

  it.for([
    { chart: trendOf([3, 4, 6]), why: "between 1 and 5: not 6" },
    { chart: trendOf([3, 4, Number.NaN]), why: "between 1 and 5: not NaN" },
    { chart: trendOf([3, 4]), why: "3 to 3 values, not 2" },
    { chart: trendOf(), why: "1 to 8 lines, not 0" },
  ])("is refused where it can't be right: $why", async ({ chart, why }) => {
    await expect(drawChart(chart)).rejects.toThrow(why);
  });
});

function matrixOf(count: number, value: number | null = 3): Chart {
  const labels = Array.from({ length: count }, (_, at) => `Ward ${at + 1}`);
  return {
    kind: "matrix",
    title: "Working Together Map",
    note: "Rows answered, about columns.",
    labels,
    scale: { from: 1, to: 5 },
    cells: labels.map((_, row) => labels.map((_, column) => (row === column ? null : value))),
  };
}

describe("a matrix's picture", () => {
  it("has room for twelve units, and for two", async () => {
    expect(sizeOf(await drawChart(matrixOf(12))).width).toBe(1600);
    expect(sizeOf(await drawChart(matrixOf(2))).width).toBe(1600);
    await expect(drawChart(matrixOf(13))).rejects.toThrow("2 to 12 labels, not 13");
  });

  it("shows what a cell holds, and where it holds nothing", async () => {
    const pictures = await Promise.all(
      [3, 3.1, null].map((value) => drawChart(matrixOf(3, value))),
    );

    expect(new Set(pictures.map((png) => Buffer.from(png).toString("base64"))).size).toBe(3);
  });

  it("writes numbers that can be read on each of its colours, which darken step by step", () => {
    const lights = steps.map(({ fill }) => luminance(fill));

    expect(lights).toEqual(lights.toSorted((a, b) => b - a));
    for (const { fill, ink } of steps) {
      const [light = 0, dark = 0] = [luminance(fill), luminance(ink)].toSorted((a, b) => b - a);
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThan(4.5);
    }
  });

  it("draws names as they are, whatever marks are in them", async () => {
    const chart = { ...matrixOf(2), labels: ["<b>4 West</b> & co", "Lab"] } as Chart;

    expect(sizeOf(await drawChart(chart)).width).toBe(1600);
  });
});

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe("a drawing that goes wrong", () => {
  it.for([
    { fault: "throws", code: "throw new Error('no font')" },
    { fault: "ends early", code: "process.exit(1)" },
    { fault: "says nothing", code: "" },
    {
      fault: "takes all memory",
      code: "const all = []; for (;;) all.push(new Array(1e5).fill({}))",
    },
  ])("rejects when the thread $fault, and the program goes on", async ({ code }) => {
    const draw = createDrawer(threadOf(code), 60_000);

    await expect(draw(chartOf("Pharmacy"))).rejects.toThrow("could not be drawn");
    expect(threads.running).toBe(0);
  });

  it("is given up when its time is over, and makes room for the next", async () => {
    const draw = createDrawer(threadOf("for (;;);"), 50);

    const drawn = await Promise.allSettled([1, 2, 3].map(() => draw(chartOf("Pharmacy"))));

    expect(drawn.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(threads.running).toBe(0);
  });

  it("runs two threads at most, however many are asked for", async () => {
    const draw = createDrawer(threadOf("for (;;);"), 50);
    threads.most = 0;
    await Promise.allSettled([1, 2, 3, 4, 5].map(() => draw(chartOf("Pharmacy"))));

    expect(threads).toEqual({ running: 0, most: 2 });
  });
});

describe("words in a picture", () => {
  it.for([
    { label: "Ward 4B 🎉", shown: "Ward 4B" },
    { label: "🏥 Kardiologie  Süd", shown: "Kardiologie Süd" },
    { label: "Cafe\u0301", shown: "Café" },
    { label: "Хирургия", shown: "Хирургия" },
    { label: "田中 (日勤)", shown: "" },
    { label: "عناية", shown: "" },
    { label: "👩‍⚕️", shown: "" },
    { label: "", shown: "" },
  ])("writes “$label” as “$shown”", ({ label, shown }) => {
    expect(writable(font, label)).toBe(shown);
  });

  it("cuts a label that is too long, and no other", () => {
    const cut = fitted(font, "Haematology and transfusion laboratory", 26, 300);

    expect(cut).toMatch(/^Haematology and .*…$/);
    expect(font.widthOf(cut, 26)).toBeLessThanOrEqual(300);
    expect(fitted(font, "Pharmacy", 26, 300)).toBe("Pharmacy");
  });
});

function chartOf(...labels: readonly string[]): Chart {
  const bars = labels.map((label, row) => ({ label, value: 20 - row }));
  return { kind: "bars", title: "Thanks this week, by unit", bars };
}

/** PNG keeps its size in the first chunk. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const threadOf = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
