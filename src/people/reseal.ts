/** Seals an organization's tokens anew, in one transaction: it can end after any of them, and be begun again. */
import type { Work } from "../feature.ts";
import { audit } from "../privacy/audit.ts";
import { type Sealer, sealedWith } from "../privacy/seal.ts";
import { type KeptToken, listTokens, replaceToken } from "./queries/tokens.ts";

export interface TokensWeighed {
  /** How many are sealed with that key. */
  readonly fresh: number;
  /** How many are sealed with another that is at hand. */
  readonly stale: number;
  /** Names of the workspaces whose token nothing at hand opens. */
  readonly lost: readonly string[];
}

export async function weighTokens(
  { tx, organization }: Work,
  sealer: Sealer,
  key: string,
): Promise<TokensWeighed> {
  const tokens = await listTokens(tx, organization.id);
  const lost = tokens.filter((token) => openToken(sealer, token) === undefined);
  const fresh = tokens.filter(({ sealed }) => sealedWith(sealed) === key);
  return {
    fresh: fresh.filter((token) => !lost.includes(token)).length,
    stale: tokens.filter((token) => !lost.includes(token) && !fresh.includes(token)).length,
    lost: lost.map(({ name }) => name),
  };
}

/** `key` is the one that `sealer` seals with. Leaves alone what nothing opens; resolves to how many are sealed anew. */
export async function resealTokens(work: Work, sealer: Sealer, key: string): Promise<number> {
  const { tx, organization } = work;
  let tokens = 0;
  for (const token of await listTokens(tx, organization.id)) {
    const text = sealedWith(token.sealed) === key ? undefined : openToken(sealer, token);
    if (text === undefined) continue;
    if (await replaceToken(tx, organization.id, token, sealer.seal(text))) tokens += 1;
  }
  if (tokens > 0) await audit(work, null, "tokens.resealed", { key, tokens });
  return tokens;
}

function openToken(sealer: Sealer, { sealed }: KeptToken): string | undefined {
  try {
    return sealer.open(sealed);
  } catch {
    return undefined;
  }
}
