/** The first ten of a board and the asker's own place, in both databases, while the history grows a thousandfold. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openPostgres } from "../adapters/postgres/database.ts";
import { openSqlite } from "../adapters/sqlite/database.ts";
import { findStanding, listTop } from "../src/leaderboards/queries.ts";
import { spanOf } from "../src/leaderboards/span.ts";
import type { Dialect, Store } from "../src/store/store.ts";
import { systemClock } from "../src/time/instant.ts";
import { findPostgres, inDatabase, startCluster } from "../tests/support/cluster.ts";
import { fillBoards, organization, people, personOf, zone } from "./boards.ts";
import { type Figure, type Part, quantile } from "./figure.ts";

const asks = 400;

export const leaderboardPart: Part = {
  name: "leaderboard",
  async run({ large, tell }) {
    const sizes = [10_000, 1_000_000, ...(large ? [10_000_000] : [])];
    if (!large) tell("10,000,000 are filled with --large only: that takes minutes");
    const figures = await inSqlite(sizes, tell);
    if (findPostgres() === undefined) tell("PostgreSQL isn't installed here: left out");
    else figures.push(...(await inPostgres(sizes, tell)));
    return figures;
  },
};

type Tell = (what: string) => void;

async function inSqlite(sizes: readonly number[], tell: Tell): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  try {
    return await ofAll("sqlite", sizes, tell, async (size) => {
      const store = openSqlite({ file: join(folder, `${size}.db`) });
      await fillBoards(store, size, systemClock());
      return store;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inPostgres(sizes: readonly number[], tell: Tell): Promise<Figure[]> {
  const cluster = startCluster({ durable: true });
  try {
    return await ofAll("postgres", sizes, tell, async (size) => {
      await inDatabase(cluster.urlOf("postgres"), `create database of_${size}`);
      const url = cluster.urlOf(`of_${size}`);
      const store = openPostgres(url);
      await fillBoards(store, size, systemClock());
      // As its autovacuum leaves a database that has been there for years.
      await inDatabase(url, "vacuum analyze");
      return store;
    });
  } finally {
    cluster.stop();
  }
}

async function ofAll(
  dialect: Dialect,
  sizes: readonly number[],
  tell: Tell,
  fill: (size: number) => Promise<Store>,
): Promise<Figure[]> {
  const measured: { size: number; asked: number[]; read: number[] }[] = [];
  for (const size of sizes) {
    const start = performance.now();
    const store = await fill(size);
    tell(
      `${dialect}: ${size.toLocaleString("en")} filled in ${((performance.now() - start) / 1_000).toFixed(0)} s`,
    );
    await ask(store, 50);
    measured.push({ size, asked: await ask(store, asks), read: await readPoints(store, 3 * asks) });
    await store.close();
  }
  const [smallest] = measured;
  return measured.flatMap(({ size, asked, read }) => {
    const p99 = quantile(asked, 0.99);
    const p50 = quantile(asked, 0.5);
    const times = p50 / quantile(smallest?.asked ?? asked, 0.5);
    const what = `${dialect}, ${size.toLocaleString("en")}`;
    const floor = { value: quantile(read, 0.5), what: "one point read" };
    const isLargest = size === sizes.at(-1);
    const part = "leaderboard";
    return [
      { part, what: `${what}: p50`, value: p50, unit: "ms", floor },
      {
        part,
        what: `${what}: p99`,
        value: p99,
        unit: "ms",
        floor: { value: quantile(read, 0.99), what: "one point read" },
        goal: { what: "≤ 5 ms", met: p99 <= 5 },
      },
      ...(isLargest && size !== smallest?.size
        ? [
            {
              part,
              what: `${what}: against 10,000`,
              value: times,
              unit: "×",
              goal: { what: "≤ 3 ×", met: times <= 3 },
            },
          ]
        : []),
    ];
  });
}

/** What `/leaderboard` reads, for one person after another: the week, the month and all time, in turn. */
async function ask(store: Store, count: number): Promise<number[]> {
  const now = systemClock();
  const spans = (["week", "month", "all"] as const).map((period) =>
    spanOf({ period, back: 0 }, now, zone),
  );
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    for (const { bucket, bounds } of spans) {
      const key = { board: "receivers", bucket } as const;
      const start = performance.now();
      await store.transact(async (tx) => {
        await findStanding(tx, organization, key, [], personOf(n * 7_919), bounds);
        await listTop(tx, organization, key, [], { from: 0, most: 10 });
      });
      times.push(performance.now() - start);
    }
  }
  return times;
}

async function readPoints(store: Store, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const start = performance.now();
    await store.transact((tx) =>
      tx
        .selectFrom("person")
        .select("name")
        .where("organization_id", "=", organization)
        .where("person_id", "=", personOf((n * 7_919) % people))
        .executeTakeFirst(),
    );
    times.push(performance.now() - start);
  }
  return times;
}
