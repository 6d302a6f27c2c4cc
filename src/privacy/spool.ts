/**
 * Answers of an open confidential round, sealed under its key (roundKeys.ts): whoever has the key finds and opens them, and
 * nobody does once it is destroyed. Each is padded, so that in an old copy of the database its length says nothing of its words.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

import type { PersonId } from "../ids.ts";

export interface Spool {
  /** Where a person's answers lie: the same each time, so that the last ones stand. */
  placeOf(person: PersonId): string;
  seal(place: string, text: string): string;
  /** Throws where the key is another, or the text was changed or moved to another place. */
  open(place: string, sealed: string): string;
}

/** AES-256-GCM with a fresh nonce each. `step`: texts are padded to a multiple of so many bytes. */
export function openSpool(key: Uint8Array, step: number): Spool {
  const naming = derive(key, "place");
  const sealing = derive(key, "seal");
  return {
    placeOf: (person) => createHmac("sha256", naming).update(person).digest("hex"),
    seal(place, text) {
      const plain = Buffer.from(text, "utf8");
      const padded = Buffer.alloc(Math.ceil((plain.length + 4) / step) * step);
      padded.writeUInt32BE(plain.length);
      plain.copy(padded, 4);
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce).setAAD(Buffer.from(place));
      const data = Buffer.concat([cipher.update(padded), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), data]).toString("base64url");
    },
    open(place, sealed) {
      const all = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", sealing, all.subarray(0, 12))
        .setAAD(Buffer.from(place))
        .setAuthTag(all.subarray(12, 28));
      const padded = Buffer.concat([decipher.update(all.subarray(28)), decipher.final()]);
      return padded.subarray(4, 4 + padded.readUInt32BE()).toString("utf8");
    },
  };
}

const derive = (key: Uint8Array, use: string): Buffer =>
  Buffer.from(hkdfSync("sha256", key, "", `rapport ${use}`, 32));
