/**
 * What is left of a confidential round once it is closed: the database as it lies on the disk, a backup taken while it was open and
 * one taken after, the log, and every key that is still in the folder. Nothing of it joins an answer to a person.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { openKeys } from "../../../adapters/keys.ts";
import { createLog, logEvent } from "../../../adapters/log.ts";
import { openRoundKeys } from "../../../adapters/roundKeys.ts";
import { backupSqlite } from "../../../adapters/sqlite/backup.ts";
import { openSqlite } from "../../../adapters/sqlite/database.ts";
import { migrations } from "../../../migrations/index.ts";
import { destroyKey } from "../../../src/checkins/confidential/publish.ts";
import { openSpool } from "../../../src/privacy/spool.ts";
import { migrate } from "../../../src/store/migrate.ts";
import { minute, plus } from "../../../src/time/instant.ts";
import { database, openTestStore } from "../../support/databases.ts";
import { openOffice } from "../../support/office.ts";
import { openSealedRound, type SealedRound } from "./stage.ts";
import { says, writes } from "./templates.ts";

const wish = (nth: number) => `wish ${String.fromCharCode(97 + nth)}x${nth * 791}`;
/** Ids of persons, accounts and moments: what a row may not hold beside an answer. */
const anybody = /prs_[0-9a-f]{8}|U_[A-Z]|20\d\d-\d\d-\d\dT/;
/** Of SQLite's file; a row of an answer is far smaller. */
const page = 4_096;

/** A server's life around one round: 22 answer, one after another and a few of them twice, then it closes and its key goes. */
async function lives() {
  const folder = mkdtempSync(join(tmpdir(), "rapport-remains-"));
  const file = join(folder, "data.db");
  const store = database === "sqlite" ? openSqlite({ file }) : await openTestStore();
  if (database === "sqlite") await migrate(store, migrations);
  const office = await openOffice({ store });
  openKeys(join(folder, "keys"));
  const keys = openRoundKeys(join(folder, "keys"));
  const round = await openSealedRound(office, keys);
  const backup = async (name: string) => {
    if (database === "sqlite") await backupSqlite(file, join(folder, name));
  };

  for (const nth of [...round.persons.keys(), 3, 5]) {
    office.itIs(plus(office.now(), 7 * minute));
    await round.answers(nth, says("clear", 1 + (nth % 5)), writes("change", wish(nth)));
  }
  const open = await round.rows();
  await backup("open.backup");
  const roundKey = Uint8Array.from(keys.find(round.round) ?? []);
  office.itIs(plus(office.now(), minute));
  await round.closes();
  await round.work((work) => destroyKey(work, round.round));
  await office.settle();
  await backup("closed.backup");

  const lines: string[] = [];
  const log = createLog("trace", { write: (line: string) => void lines.push(line) });
  for (const event of office.events) logEvent(log, event);
  return {
    round,
    open,
    closed: await round.rows(),
    roundKey,
    log: lines.join(""),
    /** The bytes of everything in the data folder, also of what SQLite keeps beside its file. */
    files: () =>
      readdirSync(folder)
        .filter((name) => name !== "keys")
        .map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
    /** Whatever in the key folder could be a key: each file's bytes, and each text as the bytes it spells. */
    keysLeft: () =>
      readdirSync(join(folder, "keys"), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .flatMap((entry) => {
          const bytes = readFileSync(join(entry.parentPath, entry.name));
          return [bytes, Buffer.from(bytes.toString(), "hex"), Buffer.from(entry.name)];
        }),
    async end() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

interface Spooled {
  readonly spool_key: string;
  readonly sealed: string;
}

/** How many of a copy's sealed rows a key finds people for, or opens. */
function joins(round: SealedRound, copy: readonly string[], key: Uint8Array): number {
  const spool = openSpool(key, 1_024);
  const places = new Set(round.persons.map(({ person }) => spool.placeOf(person)));
  return copy.filter((row) => {
    const { spool_key: place, sealed } = JSON.parse(row) as Spooled;
    if (places.has(place)) return true;
    try {
      spool.open(place, sealed);
      return true;
    } catch {
      return false;
    }
  }).length;
}

describe("what is left of a confidential round", () => {
  test("joins no answer to a person", async () => {
    const life = await lives();
    const { round, open, closed, log } = life;
    try {
      const wishes = round.persons.map((_, nth) => wish(nth));

      // Every answer is there, in rows of its own with nobody beside it, in an order that is chance.
      const published = closed.published ?? [];
      expect(published).toHaveLength(44);
      for (const row of published) {
        expect(row).not.toMatch(anybody);
      }
      for (const [table, rows] of Object.entries(closed))
        if (table !== "published")
          for (const row of rows) expect(wishes.filter((one) => row.includes(one))).toEqual([]);

      // The places under which people's answers lay are gone, also from the backups' and the log's words.
      expect(closed.spool).toEqual([]);
      expect(log).not.toMatch(/wish|prs_/);
      const places = (open.spool ?? []).map((row) => (JSON.parse(row) as Spooled).spool_key);
      expect(places).toHaveLength(22);
      for (const rows of Object.values(closed))
        for (const row of rows) expect(places.filter((one) => row.includes(one))).toEqual([]);

      // With its key a copy of the open round would tell all; no key that is left tells anything.
      expect(joins(round, open.spool ?? [], life.roundKey)).toBe(22);
      const left = life.keysLeft();
      expect(left.length).toBeGreaterThan(2);
      for (const key of left) {
        expect(key.includes(life.roundKey)).toBe(false);
        expect(joins(round, open.spool ?? [], key)).toBe(0);
      }
    } finally {
      await life.end();
    }
  });

  test.skipIf(database !== "sqlite")(
    "on the disk stands on pages of its own, and in no copy of the open round",
    async () => {
      const life = await lives();
      try {
        const files = life.files();
        const wishes = life.round.persons.map((_, nth) => Buffer.from(wish(nth)));
        expect(files.map(({ name }) => name).toSorted()).toEqual(
          expect.arrayContaining(["closed.backup", "data.db", "open.backup"]),
        );
        let pages = 0;
        for (const { name, bytes } of files) {
          expect(bytes.includes(life.roundKey)).toBe(false);
          for (let at = 0; at < bytes.length; at += page) {
            const some = bytes.subarray(at, at + page);
            if (!wishes.some((one) => some.includes(one))) continue;
            pages += 1;
            expect(name).not.toBe("open.backup");
            // In the log of changes a page may begin anywhere: look as far as the next one's end.
            if (!name.endsWith("-wal"))
              expect(some.toString("latin1")).not.toMatch(/prs_[0-9a-f]{8}|U_[A-Z]/);
          }
        }
        expect(pages).toBeGreaterThan(0);
      } finally {
        await life.end();
      }
    },
  );
});
