/** The folder of keys: for this user alone, and never where the data are, so that a copy of the data opens nothing. */

import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { createSealer, type Key, type Sealer } from "#engine";

/** The keys can't be used as they are; says what to do. */
export class KeyTrouble extends Error {
  override readonly name = "KeyTrouble";
}

const keySize = 32;
const keyFile = /^seal-([1-9]\d*)\.key$/;
const first = "1";

/** A sealer on the keys of the folder as they are whenever it is used: a key that came meanwhile needs no restart. */
export function openSealer(folder: string): Sealer {
  openKeys(folder);
  const fresh = () => createSealer(readKeys(folder));
  return {
    seal: (text) => fresh().seal(text),
    open: (sealed) => fresh().open(sealed),
  };
}

/**
 * The keys of the folder, the newest first (by the number in their name). Makes the folder and a first key where there is
 * none; several servers that share a folder and start at once make one between them. Throws `KeyTrouble`.
 */
export function openKeys(folder: string): readonly Key[] {
  openFolder(folder);
  if (readKeys(folder).length === 0) makeKey(folder, first);
  return readKeys(folder);
}

/** Makes the key after the newest, and resolves to all of them. Whoever does the same just now makes the same one. */
export function addKey(folder: string): readonly Key[] {
  const [newest] = openKeys(folder);
  makeKey(folder, String(Number(newest?.id ?? 0) + 1));
  return readKeys(folder);
}

function openFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw trouble(folder, "can't be made private to this user, read and written", cause);
  }
}

function readKeys(folder: string): readonly Key[] {
  return listKeys(folder).map((file) => readKey(folder, file));
}

function listKeys(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => keyFile.test(file))
      .toSorted((one, other) => other.localeCompare(one, "en", { numeric: true }));
  } catch (cause) {
    throw trouble(folder, "can't be read", cause);
  }
}

/**
 * Written whole under a name of its own first: whoever sees the key sees all of it. The first to name it wins. On the disk for
 * good when it returns: what is sealed with it must not outlive it.
 */
function makeKey(folder: string, id: string): void {
  const draft = join(folder, `draft-${randomBytes(6).toString("hex")}`);
  try {
    writeFileSync(draft, randomBytes(keySize), { mode: 0o600, flush: true });
    linkSync(draft, join(folder, `seal-${id}.key`));
    const names = openSync(folder, "r");
    fsyncSync(names);
    closeSync(names);
  } catch (cause) {
    const isThere = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    if (!isThere) throw trouble(folder, "can't be written", cause);
  } finally {
    rmSync(draft, { force: true });
  }
}

function readKey(folder: string, file: string): Key {
  const path = join(folder, file);
  const id = keyFile.exec(file)?.[1] ?? "";
  let secret: Uint8Array;
  try {
    secret = readFileSync(path);
  } catch (cause) {
    throw trouble(path, "can't be read", cause);
  }
  if (secret.length !== keySize) {
    throw trouble(
      path,
      `holds ${secret.length} bytes, and a key has ${keySize}: restore it from a backup`,
    );
  }
  return { id, secret };
}

function trouble(path: string, what: string, cause?: unknown): KeyTrouble {
  const code = cause instanceof Error && "code" in cause ? ` (${cause.code})` : "";
  return new KeyTrouble(`RAPPORT_KEYS: ${path} ${what}${code}.`, { cause });
}
