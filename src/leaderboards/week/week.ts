/** The week that "Thanks this week" tells of: the last whole one, Monday to Sunday, in the organization's zone. */
import type { Instant } from "../../time/instant.ts";
import { readLocal } from "../../time/zone.ts";
import { type Bounds, type Span, spanOf } from "../span.ts";

export interface Week {
  /** The score's bucket, and the week's name. */
  readonly bucket: string;
  readonly bounds: Bounds;
  readonly span: Span;
}

export const lastWeek = (now: Instant, zone: string): Week => weekAt(now, zone, 1);

/** The week of that name ("week 2026-03-16"); null where it is none of this zone's. */
export function weekOf(bucket: string, zone: string): Week | null {
  const noon = readLocal(`${bucket.replace("week ", "")}T12:00`, zone);
  const week = noon === undefined ? null : weekAt(noon, zone, 0);
  return week?.bucket === bucket ? week : null;
}

function weekAt(at: Instant, zone: string, back: 0 | 1): Week {
  const span = spanOf({ period: "week", back }, at, zone);
  if (span.bounds === null) throw new Error("A week has a beginning");
  return { bucket: span.bucket, bounds: span.bounds, span };
}

/** Of thanks in their order the first few, each by somebody else as far as there are enough givers. */
export function chooseRereads<One extends { readonly giver: { readonly id: string } }>(
  thanks: readonly One[],
  most: number,
): One[] {
  const firsts = thanks.filter(
    (one, index) => thanks.findIndex((other) => other.giver.id === one.giver.id) === index,
  );
  const others = thanks.filter((one) => !firsts.includes(one));
  return [...firsts, ...others].slice(0, most);
}
