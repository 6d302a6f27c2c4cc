/** The folder where keys of confidential rounds lie, and servers that should share it. */
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { openRoundKeys } from "../../adapters/roundKeys.ts";
import type { RoundId } from "../../src/ids.ts";
import { isHouseShared } from "../../src/privacy/house.ts";
import { minute, plus, readInstant } from "../../src/time/instant.ts";
import { openTestStore } from "../support/databases.ts";

const round = "rnd_0199a1b2c3d4e5f60718" as RoundId;
const noon = readInstant("2026-11-27T12:00:00Z");

let keys: string;
beforeEach(() => {
  keys = mkdtempSync(join(tmpdir(), "rapport-keys-"));
});
afterEach(() => rmSync(keys, { recursive: true }));

const files = () => readdirSync(join(keys, "rounds")).toSorted();

describe("the key of a confidential round", () => {
  it("is made once, for this user alone, and found by every server that shares the folder", () => {
    const made = openRoundKeys(keys).make(round);

    expect(made).toHaveLength(32);
    expect(openRoundKeys(keys).find(round)).toEqual(made);
    expect(openRoundKeys(keys).make(round)).toEqual(made);
    expect(statSync(join(keys, "rounds", `${round}.key`)).mode & 0o777).toBe(0o600);
    expect(files()).toEqual(["house", `${round}.key`]);
  });

  it("is overwritten before it is let go, and gone for good", () => {
    const kept = openRoundKeys(keys);
    const made = Buffer.from(kept.make(round));
    const path = join(keys, "rounds", `${round}.key`);
    const stillOpen = openSync(path, "r");

    kept.destroy(round);
    kept.destroy(round);

    expect(existsSync(path)).toBe(false);
    const overwritten = readFileSync(stillOpen);
    expect(overwritten).toHaveLength(32);
    expect(overwritten).not.toEqual(made);
    closeSync(stillOpen);
    expect(kept.find(round)).toBeUndefined();
    expect(Buffer.from(kept.make(round))).not.toEqual(made);
  });

  it("that is damaged is missing, and is not replaced", () => {
    const kept = openRoundKeys(keys);
    kept.make(round);
    writeFileSync(join(keys, "rounds", `${round}.key`), "half");

    expect(kept.find(round)).toBeUndefined();
    expect(() => kept.make(round)).toThrow("RAPPORT_KEYS");
    expect(readFileSync(join(keys, "rounds", `${round}.key`), "utf8")).toBe("half");
  });

  it("is asked for by the id of a round and by nothing else", () => {
    expect(() => openRoundKeys(keys).find("../seal-1" as RoundId)).toThrow("Not the id of a round");
  });
});

describe("a folder of keys", () => {
  it("that can't be written is not used: confidential rounds are refused, and nothing else", () => {
    writeFileSync(join(keys, "rounds"), "a file where the folder should be");

    const kept = openRoundKeys(keys);

    expect([kept.usable, kept.house]).toEqual([false, null]);
    rmSync(join(keys, "rounds"));
  });

  it("is used by one server on its own", () => {
    expect(openRoundKeys(keys).usable).toBe(true);
  });

  it("is used until another is found to be", () => {
    const kept = openRoundKeys(keys);

    kept.settle(false);
    expect(kept.usable).toBe(false);
    kept.settle(true);
    expect(kept.usable).toBe(true);
  });

  it("has one name, whoever comes first", () => {
    const [one, other] = [openRoundKeys(keys), openRoundKeys(keys)];

    expect(one.house).toMatch(/^[0-9a-f]{32}$/);
    expect(other.house).toBe(one.house);
  });
});

describe("servers of one database", () => {
  it("that share the folder all take confidential answers", async () => {
    const store = await openTestStore();
    const { house } = openRoundKeys(keys);
    const other = openRoundKeys(keys).house;

    expect(await isHouseShared(store, house ?? "", noon)).toBe(true);
    expect(await isHouseShared(store, other ?? "", plus(noon, minute))).toBe(true);
    await store.close();
  });

  it("that keep another folder take none while the first is there", async () => {
    const store = await openTestStore();
    for (let minutes = 0; minutes < 60; minutes += 1) {
      const now = plus(noon, minutes * minute);
      expect(await isHouseShared(store, "first", now)).toBe(true);
      expect(await isHouseShared(store, "second", now)).toBe(false);
    }
    await store.close();
  });

  it("take over a quarter of an hour after the first has gone, and it is refused when it comes back", async () => {
    const store = await openTestStore();
    await isHouseShared(store, "first", noon);

    expect(await isHouseShared(store, "second", plus(noon, 14 * minute))).toBe(false);
    expect(await isHouseShared(store, "second", plus(noon, 16 * minute))).toBe(true);
    expect(await isHouseShared(store, "first", plus(noon, 17 * minute))).toBe(false);
    await store.close();
  });
});
