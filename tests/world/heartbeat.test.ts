import { describe, expect, it } from "vitest";

import { startHeartbeat } from "../../adapters/heartbeat.ts";

/** Ticks that end when they are told to, and in between wait. */
function told() {
  const begun: PromiseWithResolvers<void>[] = [];
  let waiting = Promise.withResolvers<void>();
  let most = 0;
  let running = 0;
  return {
    async tick() {
      const one = Promise.withResolvers<void>();
      begun.push(one);
      running += 1;
      most = Math.max(most, running);
      waiting.resolve();
      waiting = Promise.withResolvers<void>();
      try {
        await one.promise;
      } finally {
        running -= 1;
      }
    },
    /** When the nth tick has begun, counting from 1. */
    async nth(count: number): Promise<PromiseWithResolvers<void>> {
      for (;;) {
        const one = begun[count - 1];
        if (one !== undefined) return one;
        await waiting.promise;
      }
    },
    count: () => begun.length,
    mostAtOnce: () => most,
  };
}

describe("the heartbeat", () => {
  it("beats at once, and then of its own accord", async () => {
    const ticks = told();
    const heart = startHeartbeat(ticks.tick, () => {});

    (await ticks.nth(1)).resolve();
    (await ticks.nth(2)).resolve();
    await heart.stop();

    expect(ticks.mostAtOnce()).toBe(1);
  });

  it("beats once more, however often it was nudged during a beat", async () => {
    const ticks = told();
    const heart = startHeartbeat(ticks.tick, () => {});
    const first = await ticks.nth(1);
    for (let times = 0; times < 100; times += 1) heart.nudge();

    first.resolve();
    (await ticks.nth(2)).resolve();
    await heart.stop();

    expect(ticks.count()).toBe(2);
    expect(ticks.mostAtOnce()).toBe(1);
  });

  it("tells of a beat that fails, with how many in a row, and beats on", async () => {
    const ticks = told();
    const failures: unknown[] = [];
    const heart = startHeartbeat(ticks.tick, (error, inARow) => failures.push([error, inARow]));

    const ends: readonly ((tick: PromiseWithResolvers<void>) => void)[] = [
      (tick) => tick.reject("down"),
      (tick) => tick.reject("still down"),
      (tick) => tick.resolve(),
      (tick) => tick.reject("down again"),
    ];
    for (const [index, end] of ends.entries()) {
      const tick = await ticks.nth(index + 1);
      heart.nudge();
      end(tick);
    }
    const last = await ticks.nth(ends.length + 1);
    const stopped = heart.stop();
    last.resolve();
    await stopped;

    expect(failures).toEqual([
      ["down", 1],
      ["still down", 2],
      ["down again", 1],
    ]);
  });

  it("ends with the beat that runs, and begins none after", async () => {
    const ticks = told();
    const heart = startHeartbeat(ticks.tick, () => {});
    const first = await ticks.nth(1);
    heart.nudge();

    const stopped = heart.stop();
    heart.nudge();
    first.resolve();
    await stopped;

    expect(ticks.count()).toBe(1);
  });
});
