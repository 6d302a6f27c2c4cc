/**
 * How an organization writes its own record numbers, said by an example: A for any letter, 0 for any digit, a space, a hyphen or a
 * slash for itself. It is no pattern language, so nothing an admin writes can take long to match.
 */
import type { Directory } from "./directory.ts";
import { type Find, type Span, shaped } from "./find.ts";

/** Fewer digits would be found in every third sentence. */
const leastDigits = 4;
const longest = 24;

/** "AA000000", "00-00-00", "A000/00". */
export const isRecordShape = (shape: string): boolean =>
  shape.length <= longest &&
  /^[A0](?:[ /-]?[A0]){1,23}$/.test(shape) &&
  shape.replaceAll(/[^0]/g, "").length >= leastDigits;

const known = new Map<string, Find>();

export function ownRecords(text: string, directory: Directory): readonly Span[] {
  return directory.recordShapes.filter(isRecordShape).flatMap((shape) => {
    const find = known.get(shape) ?? shaped(patternOf(shape));
    known.set(shape, find);
    return find(text, directory);
  });
}

function patternOf(shape: string): string {
  const parts = Array.from(shape, (sign) => (sign === "A" ? "[a-z]" : sign === "0" ? "\\d" : sign));
  return `(?<![a-z0-9])${parts.join("")}(?![a-z0-9])`;
}
