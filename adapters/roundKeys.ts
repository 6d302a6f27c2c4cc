/**
 * Keys of rounds with confidential answers: a file each in the key folder, which no backup of ours takes along, written through
 * to the disk before it is used and overwritten before it is let go. A disk that writes elsewhere than it was told, and a copy
 * that somebody else took of the folder, are beyond us.
 */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

import type { RoundId, RoundKeys } from "#engine";

const keySize = 32;
const named = /^rnd_[0-9a-f]+$/;

export interface KeptRoundKeys extends RoundKeys {
  /** The folder's own name, the same for every server that shares it; null where it can't be written and read. */
  readonly house: string | null;
  /** Whether the other servers of the database share the folder: until told, it is taken that they do. */
  settle(shared: boolean): void;
}

export function openRoundKeys(keys: string): KeptRoundKeys {
  const folder = join(keys, "rounds");
  const house = probe(folder);
  let shared = true;

  const pathOf = (round: RoundId): string => {
    if (!named.test(round)) throw new Error("Not the id of a round");
    return join(folder, `${round}.key`);
  };

  const find = (round: RoundId): Uint8Array | undefined => {
    const key = read(pathOf(round));
    return key?.length === keySize ? key : undefined;
  };

  return {
    house,
    settle(isShared) {
      shared = isShared;
    },
    get usable() {
      return house !== null && shared;
    },
    find,
    make(round) {
      const before = find(round);
      if (before !== undefined) return before;
      writeOnce(folder, pathOf(round), randomBytes(keySize));
      const made = find(round);
      if (made === undefined) throw new Error("The key of a round can't be kept in RAPPORT_KEYS");
      return made;
    },
    destroy(round) {
      const path = pathOf(round);
      if (find(round) !== undefined) write(path, randomBytes(keySize), "r+");
      rmSync(path, { force: true });
    },
  };
}

/** Writes the folder's name where it has none, and reads it back. */
function probe(folder: string): string | null {
  const path = join(folder, "house");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeOnce(folder, path, Buffer.from(randomBytes(16).toString("hex")));
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Undefined: gone, or not to be read; nothing can be kept or opened with it. */
function read(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, and there for good when it returns. What another server wrote in the meantime stands. */
function writeOnce(folder: string, path: string, bytes: Uint8Array): void {
  const draft = join(folder, `draft-${randomBytes(6).toString("hex")}`);
  try {
    write(draft, bytes, "wx");
    linkSync(draft, path);
    const names = openSync(folder, "r");
    fsyncSync(names);
    closeSync(names);
  } catch (cause) {
    const isThere = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    if (!isThere) throw cause;
  } finally {
    rmSync(draft, { force: true });
  }
}

function write(path: string, bytes: Uint8Array, how: "wx" | "r+"): void {
  const file = openSync(path, how, 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
