/** What the commands that read a file have in common. */
import { readFileSync } from "node:fs";

import type { Mistake } from "./csv.ts";
import { exits, Refused } from "./row.ts";

export function readWhole(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw new Refused(exits.notThere, `${file} can't be read${code}.`);
  }
}

/** One line that can't be read, and nothing of the file is taken in. */
export function refuseFile(file: string, mistakes: readonly Mistake[]): Refused {
  const lines = mistakes.map(({ line, why }) => `  line ${line} ${why}`);
  return new Refused(exits.badFile, [`Nothing was imported from ${file}:`, ...lines].join("\n"));
}

export const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;
