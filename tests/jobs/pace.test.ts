import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Rate } from "../../src/chat/chat.ts";
import { createPace, type Lane } from "../../src/jobs/pace.ts";

const channel: Lane = { name: "C1", rates: [{ count: 1, seconds: 1 }] };
const workspace: Lane = { name: "W", rates: [{ count: 300, seconds: 60 }] };

/** Sends as soon as it may, coming back when told to; the moments at which it sent. */
function sendAll(lanes: readonly Lane[][], pace = createPace()): number[] {
  const queue = lanes.map((lane) => ({ lane, at: 0 }));
  const sent: number[] = [];
  for (let turns = 0; queue.length > 0 && turns < 100_000; turns += 1) {
    queue.sort((a, b) => a.at - b.at);
    const [next] = queue;
    if (next === undefined) break;
    const wait = pace.take(next.lane, next.at);
    if (wait > 0) next.at += wait;
    else {
      sent.push(next.at);
      queue.shift();
    }
  }
  return sent;
}

const neverOver = (times: readonly number[], { count, seconds }: Rate): boolean =>
  times.every((at, index) => {
    const before = times[index - count];
    return before === undefined || at - before >= seconds * 1_000;
  });

describe("how fast a platform lets us talk", () => {
  it("lets one message a second into a channel, and others go on meanwhile", () => {
    const pace = createPace();
    const other: Lane = { name: "C2", rates: channel.rates };

    expect(pace.take([workspace, channel], 0)).toBe(0);
    expect(pace.take([workspace, channel], 200)).toBe(810);
    expect(pace.take([workspace, other], 200)).toBe(0);
    expect(pace.take([workspace, channel], 1_000)).toBe(0);
  });

  it("pauses only the lane that was told to wait", () => {
    const pace = createPace();
    pace.pause("C1", 30_000);

    expect(pace.take([channel], 1_000)).toBe(29_000);
    expect(pace.take([workspace], 1_000)).toBe(0);
  });

  it("gives those who wait a moment each, so that nobody comes back in vain", () => {
    const pace = createPace();
    pace.take([channel], 0);

    expect([1, 2, 3].map(() => pace.take([channel], 0))).toEqual([1_010, 2_020, 3_030]);
  });

  it("never sends more than any of its rates allows, and sends everything", () => {
    const rate = fc.record({
      count: fc.integer({ min: 1, max: 8 }),
      seconds: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(
        fc.array(rate, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 60 }),
        (rates, jobs) => {
          const lane: Lane = { name: "lane", rates };
          const sent = sendAll(Array.from({ length: jobs }, () => [lane]));
          return sent.length === jobs && rates.every((one) => neverOver(sent, one));
        },
      ),
    );
  });
});
