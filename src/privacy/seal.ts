/**
 * Seals secrets for the database: AES-256-GCM (NIST SP 800-38D), a fresh 96-bit nonce each, and the id of the key, so that
 * keys can be changed one after another. A sealed text says nothing of its content but its length.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export interface Key {
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

export interface Sealer {
  seal(text: string): string;
  /** Throws where the key is gone or the text was changed. */
  open(sealed: string): string;
}

/** Which key sealed it. */
export const sealedWith = (sealed: string): string => sealed.split(".", 1)[0] ?? "";

/** The first key seals; all of them open. */
export function createSealer(keys: readonly Key[]): Sealer {
  const [current] = keys;
  if (current === undefined) throw new Error("No key to seal with");
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", current.secret, nonce);
      const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return [current.id, nonce, cipher.getAuthTag(), data]
        .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
        .join(".");
    },
    open(sealed) {
      const [id, nonce = "", tag = "", data = ""] = sealed.split(".");
      const key = keys.find((one) => one.id === id);
      if (key === undefined)
        throw new Error(`The key "${id}" that sealed this is not in the key folder`);
      const decipher = createDecipheriv("aes-256-gcm", key.secret, Buffer.from(nonce, "base64url"));
      decipher.setAuthTag(Buffer.from(tag, "base64url"));
      return Buffer.concat([
        decipher.update(Buffer.from(data, "base64url")),
        decipher.final(),
      ]).toString("utf8");
    },
  };
}
