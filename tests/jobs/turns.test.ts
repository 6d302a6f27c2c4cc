import { describe, expect, it } from "vitest";

import { createTurns } from "../../src/jobs/turns.ts";

describe("taking turns", () => {
  it("lets two in at a time, the others in the order they came", async () => {
    const inTurn = createTurns(2);
    const began: number[] = [];
    const ends = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
    const all = ends.map((end, n) =>
      inTurn(() => {
        began.push(n);
        return end.promise;
      }),
    );

    expect(began).toEqual([0, 1]);
    ends[1]?.resolve();
    await all[1];
    expect(began).toEqual([0, 1, 2]);
    for (const end of ends) end.resolve();
    await Promise.all(all);
    expect(began).toEqual([0, 1, 2, 3]);
  });

  it("hands the place of one that fails to the next", async () => {
    const inTurn = createTurns(1);
    const failing = inTurn(async () => {
      throw new Error("no");
    });
    const next = inTurn(async () => "yes");

    await expect(failing).rejects.toThrow("no");
    expect(await next).toBe("yes");
  });
});
