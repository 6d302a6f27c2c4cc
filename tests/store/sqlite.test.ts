import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as arrived } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import Sqlite from "better-sqlite3";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";

import { backupSqlite } from "../../adapters/sqlite/backup.ts";
import { openSqlite } from "../../adapters/sqlite/database.ts";
import { AnotherServer, holdInstance } from "../../adapters/sqlite/instance.ts";
import { migrations } from "../../migrations/index.ts";
import { migrate } from "../../src/store/migrate.ts";
import { type Store, TooSlow } from "../../src/store/store.ts";
import { database } from "../support/databases.ts";
import { kept, write } from "./rows.ts";

/** A path where nothing is yet. */
function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "rapport-sqlite-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "data", "rapport.db");
}

async function openMigrated(file: string): Promise<Store> {
  const store = openSqlite({ file });
  onTestFinished(() => store.close());
  await migrate(store, migrations);
  return store;
}

const permissions = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** How often something was committed: each commit ends in one frame of the log that tells the file's size. */
function countCommits(file: string): number {
  const log = readFileSync(`${file}-wal`);
  const frame = 24 + log.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at < log.length; at += frame) if (log.readUInt32BE(at + 4) > 0) commits += 1;
  return commits;
}

describe.runIf(database === "sqlite")("a SQLite file", () => {
  it("waits for the disk at every commit, also when it is opened again", async () => {
    const file = newFile();
    for (const time of ["first", "second"]) {
      const store = openSqlite({ file });
      const [row] = (await store.transact((tx) => sql`pragma synchronous`.execute(tx))).rows;
      await store.close();

      expect(row, time).toEqual({ synchronous: 2 });
    }
  });

  it("waits for the disk for all that people are told, also beside what may be done again", async () => {
    const store = openSqlite({ file: newFile() });
    onTestFinished(() => store.close());
    const level = async (mayRepeat: boolean) => {
      const [row] = (
        await store.transact((tx) => sql`pragma synchronous`.execute(tx), { mayRepeat })
      ).rows;
      return row;
    };
    const [normal, full] = [{ synchronous: 1 }, { synchronous: 2 }];

    expect(await level(true)).toEqual(normal);
    expect(await level(false)).toEqual(full);
    // The first two share a commit, which is on the disk for both.
    expect(await Promise.all([level(true), level(false), level(true)])).toEqual([full, full, full]);
    expect(await Promise.all([level(true), level(true)])).toEqual([normal, normal]);
  });

  it("can be read by nobody else, nor can what lies beside it", async () => {
    const file = newFile();
    await openMigrated(file);
    const release = await holdInstance(file, 0);
    onTestFinished(release);

    expect(permissions(join(file, ".."))).toBe("700");
    for (const end of ["", "-wal", "-shm", ".lock"]) expect(permissions(file + end)).toBe("600");
  });

  it("lets works that arrive at the same time, each from its own request, share a commit", async () => {
    const file = newFile();
    const store = await openMigrated(file);
    const before = countCommits(file);

    const requests = Array.from({ length: 32 }, async (_, number) => {
      await arrived();
      await store.transact((tx) => write(tx, `${number}`));
    });
    await Promise.all(requests);

    expect(await kept(store)).toHaveLength(32);
    // One, unless the machine is so busy that a batch's 20 ms are over before all of them have begun.
    expect(countCommits(file) - before).toBeLessThanOrEqual(8);
  });

  it("tells nobody that a work was kept when the commit fails", async () => {
    const store = openSqlite({ file: newFile() });
    onTestFinished(() => store.close());
    await store.transact(async (tx) => {
      await sql`create table parent (id integer primary key)`.execute(tx);
      await sql`create table child (id references parent deferrable initially deferred)`.execute(
        tx,
      );
    });

    const works = [1, 2].map((id) =>
      store.transact((tx) => sql`insert into child values (${id})`.execute(tx)),
    );

    for (const work of works) await expect(work).rejects.toThrow("FOREIGN KEY");
    const { rows } = await store.transact((tx) => sql`select * from child`.execute(tx));
    expect(rows).toEqual([]);
  });

  it("runs a work again when a late neighbour had to be undone with it", async () => {
    const store = await openMigrated(newFile());
    const late = store.transact((tx) => write(tx, "late"), { within: 30 });
    const neighbour = store.transact(async (tx) => {
      await late.catch(() => {}); // told only after the commit that this work holds up
      await write(tx, "neighbour");
    });

    await expect(late).rejects.toThrow(TooSlow);
    await neighbour;
    expect(await kept(store)).toEqual(["neighbour"]);
  });

  it("keeps the others when SQLite undoes everything for the fault of one", async () => {
    const store = await openMigrated(newFile());
    const works = ["one", "fatal", "two"].map((name) =>
      store.transact(async (tx) => {
        await write(tx, name);
        if (name === "fatal") {
          const again = sql`insert or rollback into setting select * from setting`.execute(tx);
          await again.catch(() => {});
        }
      }),
    );

    const told = await Promise.allSettled(works);

    expect(told.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await kept(store)).toEqual(["one", "two"]);
  });

  it("gives up on a file that somebody else keeps locked, and works again when it is free", async () => {
    const file = newFile();
    const store = await openMigrated(file);
    const other = new Sqlite(file);
    onTestFinished(() => {
      other.close();
    });
    other.exec("begin immediate");

    await expect(store.transact((tx) => write(tx, "one"))).rejects.toThrow(TooSlow);
    const hasty = store.transact((tx) => write(tx, "two"), { within: 20 });
    await expect(hasty).rejects.toThrow(TooSlow);
    const patient = store.transact((tx) => write(tx, "three"));
    other.exec("commit");
    await patient;

    expect(await kept(store)).toEqual(["three"]);
  });

  it("can be read beside its server, and not written", async () => {
    const file = newFile();
    const store = await openMigrated(file);
    await store.transact((tx) => write(tx, "one"));
    const reader = openSqlite({ file, readonly: true });
    onTestFinished(() => reader.close());

    expect(await kept(reader)).toEqual(["one"]);
    await expect(reader.transact((tx) => write(tx, "two"))).rejects.toThrow("readonly");
  });

  it("is copied while its server writes, whole and readable by nobody else", async () => {
    const file = newFile();
    const store = await openMigrated(file);
    await store.transact((tx) => write(tx, "one"));
    const copy = `${file}.backup`;

    await Promise.all([
      backupSqlite(file, copy),
      ...Array.from({ length: 50 }, (_, n) => store.transact((tx) => write(tx, `while ${n}`))),
    ]);

    const restored = openSqlite({ file: copy });
    onTestFinished(() => restored.close());
    expect(await kept(restored)).toContain("one");
    expect(await kept(store)).toHaveLength(51);
    expect(permissions(copy)).toBe("600");
    expect(existsSync(`${copy}.part`)).toBe(false);
  });
});

describe.runIf(database === "sqlite")("one server for a SQLite file", () => {
  it("refuses a second one while the first runs", async () => {
    const file = newFile();
    onTestFinished(await holdInstance(file, 0));

    const second = holdInstance(file, 60);

    await expect(second).rejects.toThrow(AnotherServer);
    await expect(second).rejects.toThrow("stop it first");
  });

  it("lets the next one wait until the one before has ended", async () => {
    const file = newFile();
    const release = await holdInstance(file, 0);

    const next = holdInstance(file, 10_000);
    release();

    onTestFinished(await next);
  });

  it("needs nobody's help after the server was killed", async () => {
    const file = newFile();
    const holder = fileURLToPath(new URL("./holder.ts", import.meta.url));
    const server = spawn(process.execPath, [holder, file], { stdio: ["pipe", "pipe", "inherit"] });
    await once(server.stdout, "data");
    await expect(holdInstance(file, 0)).rejects.toThrow(AnotherServer);

    server.kill("SIGKILL");
    await once(server, "exit");

    onTestFinished(await holdInstance(file, 0));
  });

  it("knows no second server of a database in memory", async () => {
    const releases = await Promise.all(
      [":memory:", ":memory:"].map((file) => holdInstance(file, 0)),
    );

    for (const release of releases) release();
  });
});
