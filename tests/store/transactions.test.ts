import { describe, expect } from "vitest";

import { TooSlow, type Tx } from "../../src/store/store.ts";
import { forever, it, kept, write } from "./rows.ts";

describe("a transaction", () => {
  it("gives back what its work returns, and keeps what it wrote", async ({ store }) => {
    const said = await store.transact(async (tx) => {
      await write(tx, "one");
      return "done";
    });

    expect(said).toBe("done");
    expect(await kept(store)).toEqual(["one"]);
  });

  it("leaves nothing of a work that failed half-way", async ({ store }) => {
    const half = store.transact(async (tx) => {
      await write(tx, "one");
      throw new Error("the power went");
    });

    await expect(half).rejects.toThrow("the power went");
    expect(await kept(store)).toEqual([]);
  });

  it("leaves nothing of a work that failed while it asked for several things at once", async ({
    store,
  }) => {
    await store.transact((tx) => write(tx, "taken"));

    const several = store.transact((tx) =>
      Promise.all(["taken", "one", "two", "three"].map((name) => write(tx, name))),
    );

    await expect(several).rejects.toThrow();
    expect(await kept(store)).toEqual(["taken"]);
  });

  it("is all or nothing for each of 32 works at once, whoever fails beside it", async ({
    store,
  }) => {
    const works = Array.from({ length: 32 }, (_, number) =>
      store.transact(async (tx) => {
        await write(tx, `${number} first`);
        if (number % 5 === 0) throw new Error(`${number} failed`);
        await write(tx, `${number} second`);
        return number;
      }),
    );

    const told = await Promise.allSettled(works);

    const succeeded = told.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(succeeded).toEqual(Array.from({ length: 32 }, (_, n) => n).filter((n) => n % 5 !== 0));
    const expected = succeeded.flatMap((number) => [`${number} first`, `${number} second`]);
    expect(await kept(store)).toEqual(expected.toSorted());
  });

  it("sees what the work before it kept, so that a limit holds when many ask at once", async ({
    store,
  }) => {
    const names = ["a", "b", "c"];
    const claims = Array.from({ length: 12 }, (_, number) =>
      store.transact(async (tx) => {
        const name = names[number % 3] ?? "";
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto("setting")
          .values({ organization_id: "org_1" as never, name, value: "1" })
          .onConflict((conflict) => conflict.columns(["organization_id", "name"]).doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }),
    );

    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(3);
  });

  it("refuses its Tx after the work has returned", async ({ store }) => {
    const escaped = await store.transact(async (tx): Promise<[Tx]> => [tx]);

    await expect(write(escaped[0], "late")).rejects.toThrow("This transaction is over");
    expect(await kept(store)).toEqual([]);
  });

  it("gives counts and sums as numbers", async ({ store }) => {
    const row = await store.transact(async (tx) => {
      await write(tx, "one");
      return tx
        .selectFrom("setting")
        .select((e) => [e.fn.countAll().as("count"), e.fn.sum(e.lit(2)).as("sum")])
        .executeTakeFirst();
    });

    expect(row).toEqual({ count: 1, sum: 2 });
  });
});

describe("a transaction with a time limit", () => {
  it("keeps nothing of a work that takes longer, and says so", async ({ store }) => {
    const slow = store.transact(
      async (tx) => {
        await write(tx, "slow");
        await forever();
      },
      { within: 20 },
    );

    await expect(slow).rejects.toThrow(TooSlow);
    expect(await kept(store)).toEqual([]);
  });

  it("refuses the Tx of a work that was given up, however long that work goes on", async ({
    store,
  }) => {
    const { promise: morning, resolve: wake } = Promise.withResolvers<void>();
    const { promise: afterwards, resolve: report } = Promise.withResolvers<unknown>();
    const slow = store.transact(
      async (tx) => {
        await morning;
        report(await write(tx, "late").catch((error: unknown) => error));
      },
      // Long enough for a busy machine to begin it at all.
      { within: 500 },
    );
    await expect(slow).rejects.toThrow(TooSlow);

    wake();

    expect(String(await afterwards)).toContain("This transaction is over");
    expect(await kept(store)).toEqual([]);
  });

  it("keeps a work that was in time although its neighbour was not", async ({ store }) => {
    const slow = store.transact(forever, { within: 20 });
    const quick = store.transact((tx) => write(tx, "quick"), { within: 5_000 });

    await expect(slow).rejects.toThrow(TooSlow);
    await quick;
    expect(await kept(store)).toEqual(["quick"]);
  });

  it("keeps nothing of a work whose thread was too busy for the limit to be noticed", async ({
    store,
  }) => {
    const busy = store.transact(
      async (tx) => {
        await write(tx, "busy");
        for (const start = performance.now(); performance.now() - start < 30; );
      },
      { within: 20 },
    );

    await expect(busy).rejects.toThrow(TooSlow);
    expect(await kept(store)).toEqual([]);
  });
});
