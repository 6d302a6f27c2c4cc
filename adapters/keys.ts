/** The folder of keys: for this user alone, and never where the data are, so that a copy of the data opens nothing. */

import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import type { Key } from "#engine";

/** The keys can't be used as they are; says what to do. */
export class KeyTrouble extends Error {
  override readonly name = "KeyTrouble";
}

const keySize = 32;
const keyFile = /^seal-([\w-]+)\.key$/;

/**
 * The keys of the folder, the newest first (by the number in their name). Makes the folder and a first key where there is
 * none; several servers that share a folder and start at once make one between them. Throws `KeyTrouble`.
 */
export function openKeys(folder: string): readonly Key[] {
  openFolder(folder);
  const files = listKeys(folder);
  if (files.length === 0) {
    makeKey(folder);
    return openKeys(folder);
  }
  return files.map((file) => readKey(folder, file));
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

const listKeys = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => keyFile.test(file))
    .toSorted((one, other) => other.localeCompare(one, "en", { numeric: true }));

/** Written whole under a name of its own first: whoever sees the key sees all of it. The first to name it wins. */
function makeKey(folder: string): void {
  const first = join(folder, "seal-1.key");
  const draft = join(folder, `draft-${randomBytes(6).toString("hex")}`);
  try {
    writeFileSync(draft, randomBytes(keySize), { mode: 0o600 });
    linkSync(draft, first);
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
