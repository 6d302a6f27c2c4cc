/** One-time codes: short, readable aloud, and kept only as a hash. */
import { createHash, randomInt } from "node:crypto";

import { type Instant, minute } from "../../time/instant.ts";

/** person: joins one's accounts. workspace: lets another workspace join the organization. */
export type CodeKind = "person" | "workspace";

export type CodeRefusal =
  | { readonly kind: "unknown" | "expired" | "used" | "elsewhere" }
  | { readonly kind: "too-many"; readonly until: Instant }
  | { readonly kind: "own" | "one-already" | "same-workspace" };

/** Without what is taken for something else: 0 and O, 1 and I and L, U and V. */
const letters = "23456789ABCDEFGHJKMNPQRSTWXYZ";

/** 29 to the 6th is 594 million, to the 8th 500 billion: with `mostTries` nobody finds one in its ten minutes. */
const lengths: Record<CodeKind, number> = { person: 6, workspace: 8 };

export const codeLasts = 10 * minute;

/** So many codes that are none may be tried in `codeLasts`. */
export const mostTries = 5;

/** "7KQ-4MD" */
export function makeCode(kind: CodeKind): string {
  const drawn = Array.from({ length: lengths[kind] }, () => letters[randomInt(letters.length)]);
  const half = drawn.length / 2;
  return `${drawn.slice(0, half).join("")}-${drawn.slice(half).join("")}`;
}

/** However it was typed: small letters, spaces, without its hyphen. */
export function hashCode(typedCode: string): string {
  const plainCode = typedCode.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return createHash("sha256").update(`rapport code ${plainCode}`).digest("base64url");
}
