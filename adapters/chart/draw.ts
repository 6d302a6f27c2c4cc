/**
 * Charts for chat, as PNG. Each is drawn in a thread of its own that ends with the picture: its heap
 * goes with it, and nobody's acknowledgement waits for it.
 */
import { Worker } from "node:worker_threads";

import type { Chart } from "#engine";
import { checkChart } from "./check.ts";

/** A picture takes well under a second of an idle machine; a busy one was seen to take six, and nobody's answer waits for it. */
const longestMilliseconds = 20_000;
const mostAtOnce = 2;

/** Rejects a chart it cannot show (nothing in it, too much, a value off its scale), and a worker that failed or took over 20 s. */
export const drawChart = createDrawer(new URL("./worker.ts", import.meta.url), longestMilliseconds);

/** Draws two at once; others wait their turn, and their time starts with it. */
export function createDrawer(worker: URL, milliseconds: number) {
  const waiting: (() => void)[] = [];
  let drawing = 0;

  return async (chart: Chart): Promise<Uint8Array> => {
    checkChart(chart);
    if (drawing === mostAtOnce) await new Promise<void>((turn) => waiting.push(turn));
    else drawing += 1;
    try {
      return await drawInThread(worker, milliseconds, chart);
    } finally {
      const next = waiting.shift();
      // Whoever is next takes this place over, so that a newcomer cannot slip in between.
      if (next) next();
      else drawing -= 1;
    }
  };
}

type Outcome =
  | { readonly kind: "drawn"; readonly png: Uint8Array }
  | { readonly kind: "failed"; readonly cause: unknown };

/** Settles only once the thread has ended. */
function drawInThread(file: URL, milliseconds: number, chart: Chart): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // The environment holds secrets, and drawing needs none of it.
    const worker = new Worker(file, {
      workerData: chart,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    let outcome: Outcome = { kind: "failed", cause: new Error("It ended without a picture") };
    const end = (last: Outcome): void => {
      outcome = last;
      clearTimeout(limit);
      void worker.terminate();
    };
    const limit = setTimeout(
      () => end({ kind: "failed", cause: new Error(`It took over ${milliseconds} ms`) }),
      milliseconds,
    );
    worker.once("message", (png: Uint8Array) => end({ kind: "drawn", png }));
    worker.once("error", (cause) => end({ kind: "failed", cause }));
    worker.once("exit", () => {
      clearTimeout(limit);
      if (outcome.kind === "drawn") resolve(outcome.png);
      else reject(new Error("The chart could not be drawn", { cause: outcome.cause }));
    });
  });
}
