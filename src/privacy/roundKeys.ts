/**
 * The key of a round in which confidential answers are kept: outside the database and its backups, destroyed last, so that
 * afterwards nothing joins an answer to a person (design: privacy, 2).
 */
import type { RoundId } from "../ids.ts";

export interface RoundKeys {
  /** Whether keys can be kept here so that every server of this database finds them. False: confidential rounds are refused. */
  readonly usable: boolean;
  /** The round's key, made where there is none: 32 bytes. */
  make(round: RoundId): Uint8Array;
  /** Undefined where it is gone: then nothing can be kept or read, and nothing falls back. */
  find(round: RoundId): Uint8Array | undefined;
  /** Gone for good. Destroying one that is gone is no fault. */
  destroy(round: RoundId): void;
}
