import type { Worker } from "node:worker_threads";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Chart } from "#engine";
import { createDrawer, drawChart } from "../../adapters/chart/draw.ts";
import { readFont } from "../../adapters/chart/font.ts";
import { fitted, writable } from "../../adapters/chart/label.ts";

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
