import { sql } from "kysely";
import { describe, expect, onTestFinished } from "vitest";

import { openPostgres } from "../../adapters/postgres/database.ts";
import { type Store, TooSlow } from "../../src/store/store.ts";
import { database, urlOf } from "../support/databases.ts";
import { forever, it, kept, write } from "./rows.ts";

/** A second server on the same database. */
async function another(store: Store): Promise<Store> {
  const { rows } = await store.transact((tx) =>
    sql<{ name: string }>`select current_database() as name`.execute(tx),
  );
  const second = openPostgres(urlOf(rows[0]?.name ?? ""), { poolSize: 1 });
  onTestFinished(() => second.close());
  return second;
}

describe.runIf(database === "postgres")("PostgreSQL", () => {
  it("runs the one again that lost when two works stood in each other's way", async ({ store }) => {
    await store.transact((tx) => Promise.all([write(tx, "a"), write(tx, "b")]));
    const { promise: bothHoldOne, resolve: go } = Promise.withResolvers<void>();
    let holding = 0;
    const hold = (first: string, second: string) =>
      store.transact(async (tx) => {
        await tx
          .selectFrom("setting")
          .select("name")
          .where("name", "=", first)
          .forUpdate()
          .execute();
        holding += 1;
        if (holding === 2) go();
        await bothHoldOne;
        await tx.updateTable("setting").set({ value: first }).where("name", "=", second).execute();
        return first;
      });

    expect(await Promise.all([hold("a", "b"), hold("b", "a")])).toEqual(["a", "b"]);
  });

  it("waits for the disk for all that people are told, not for what may be done again", async ({
    store,
  }) => {
    const level = async (mayRepeat: boolean) => {
      const { rows } = await store.transact(
        (tx) =>
          sql<{ level: string }>`select current_setting('synchronous_commit') as level`.execute(tx),
        { mayRepeat },
      );
      return rows[0]?.level;
    };
    const ordinary = await level(false);

    expect(await level(true)).toBe("off");
    expect(await level(false)).toBe(ordinary);
  });

  it("gives up on a row that somebody else keeps locked, and works again when it is free", async ({
    store,
  }) => {
    const second = await another(store);
    await store.transact((tx) => write(tx, "a"));
    const { promise: morning, resolve: wake } = Promise.withResolvers<void>();
    const { promise: locked, resolve: report } = Promise.withResolvers<void>();
    const touch = (server: Store) =>
      server.transact((tx) => tx.updateTable("setting").set({ value: "2" }).execute());
    const holding = store.transact(async (tx) => {
      await tx.selectFrom("setting").select("name").forUpdate().execute();
      report();
      await morning;
    });
    await locked;

    await expect(touch(second)).rejects.toThrow(TooSlow);
    wake();
    await holding;
    await touch(second);
  });

  it("answers in time although every connection is taken", async ({ store }) => {
    const single = await another(store);
    const taken = single.transact(forever, { within: 200 });

    const waiting = single.transact((tx) => write(tx, "one"), { within: 20 });

    await expect(waiting).rejects.toThrow(TooSlow);
    await expect(taken).rejects.toThrow(TooSlow);
    await single.transact((tx) => write(tx, "two"));
    expect(await kept(store)).toEqual(["two"]);
  });

  it("answers in time although the database does not", async ({ store }) => {
    const single = await another(store);
    const asleep = single.transact(
      async (tx) => {
        await write(tx, "one");
        await sql`select pg_sleep(60)`.execute(tx);
      },
      { within: 50 },
    );

    await expect(asleep).rejects.toThrow(TooSlow);
    await single.transact((tx) => write(tx, "two"));
    expect(await kept(single)).toEqual(["two"]);
  });

  it("keeps nothing when a work hides from us that a statement failed", async ({ store }) => {
    const hidden = store.transact(async (tx) => {
      await write(tx, "one");
      await write(tx, "one").catch(() => {});
    });

    await expect(hidden).rejects.toThrow("kept nothing");
    expect(await kept(store)).toEqual([]);
  });

  it("outlives its connections: the work in hand fails, the next one runs", async ({ store }) => {
    const second = await another(store);
    const cut = second.transact(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      const pid = rows[0]?.pid ?? 0;
      await store.transact((other) =>
        sql`select pg_terminate_backend(${pid}, 5000)`.execute(other),
      );
      await write(tx, "one");
    });

    await expect(cut).rejects.toThrow();
    await second.transact((tx) => write(tx, "two"));
    expect(await kept(store)).toEqual(["two"]);
  });

  it("goes on when another server has migrated the tables it was reading", async ({ store }) => {
    const second = await another(store);
    const read = () => second.transact((tx) => tx.selectFrom("setting").selectAll().execute());
    await read();
    await store.transact((tx) => sql`alter table setting add column note text`.execute(tx));

    expect(await read()).toEqual([]);
    await store.transact((tx) => sql`alter table setting drop column note`.execute(tx));
  });

  it("says so when there is no database", async () => {
    const nowhere = openPostgres(urlOf("nowhere"));
    onTestFinished(() => nowhere.close());

    await expect(nowhere.transact(async () => 1)).rejects.toThrow('"nowhere" does not exist');
  });
});
