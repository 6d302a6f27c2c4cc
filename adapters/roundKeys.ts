/**
 * Keys of rounds with confidential answers: a file each in the key folder, which no backup of ours takes along, written through
 * to the disk before it is used and overwritten before it is let go.
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

export function openRoundKeys(keys: string): RoundKeys {
  const folder = join(keys, "rounds");
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const pathOf = (round: RoundId): string => {
    if (!named.test(round)) throw new Error("Not the id of a round");
    return join(folder, `${round}.key`);
  };

  const find = (round: RoundId): Uint8Array | undefined => {
    try {
      const key = readFileSync(pathOf(round));
      return key.length === keySize ? key : undefined;
    } catch {
      return undefined; // gone, or not to be read: nothing can be kept or opened with it
    }
  };

  return {
    usable: true,
    find,
    make(round) {
      const before = find(round);
      if (before !== undefined) return before;
      const draft = join(folder, `draft-${randomBytes(6).toString("hex")}`);
      try {
        write(draft, randomBytes(keySize), "wx");
        linkSync(draft, pathOf(round));
      } catch (cause) {
        // Another server made it in the meantime: the first one stands.
        const isThere = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
        if (!isThere) throw cause;
      } finally {
        rmSync(draft, { force: true });
      }
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

function write(path: string, bytes: Uint8Array, how: "wx" | "r+"): void {
  const file = openSync(path, how, 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
