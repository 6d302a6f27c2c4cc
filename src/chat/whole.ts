/**
 * What came in from outside, as a reader may take it: no text of it holds U+0000, which is in nobody's ids or words and which
 * PostgreSQL takes in no column, and nothing lies so deep that reading it would run out of stack. JSON within a text is told once
 * more when it is read.
 */
import { z } from "zod";

/** Platforms' own cards and forms lie about twenty deep. */
const deepest = 100;

export const whole = z.unknown().refine(isWhole, { error: "Holds U+0000, or is too deep" });

/** Without recursion: whoever sends it decides how deep it is. */
function isWhole(sent: unknown): boolean {
  const left: [part: unknown, depth: number][] = [[sent, 0]];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const [part, depth] = one;
    if (typeof part === "string" && part.includes("\u0000")) return false;
    if (typeof part !== "object" || part === null) continue;
    if (depth === deepest) return false;
    for (const [name, inside] of Object.entries(part)) left.push([name, 0], [inside, depth + 1]);
  }
  return true;
}
