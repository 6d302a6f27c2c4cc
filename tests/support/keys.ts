/** Keys of rounds, kept where the test is: what the folder of keys does, without the disk. */
import { randomBytes } from "node:crypto";

import type { RoundId } from "../../src/ids.ts";
import type { RoundKeys } from "../../src/privacy/roundKeys.ts";

export function keysInMemory(): RoundKeys & { readonly held: Map<RoundId, Uint8Array> } {
  const held = new Map<RoundId, Uint8Array>();
  return {
    held,
    usable: true,
    make(round) {
      const key = held.get(round) ?? randomBytes(32);
      held.set(round, key);
      return key;
    },
    find: (round) => held.get(round),
    destroy: (round) => void held.delete(round),
  };
}
