/** Which of many spans stands nearest to one: they are found once for a text, so that a thousand dates cost little more than one. */
import type { Span } from "./find.ts";

/** As far away as a sentence is long, if nothing else is said; null where none is. The spans are in the order of the text. */
export function nearestOf(spans: readonly Span[], one: Span, far = 160): Span | null {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < one.start) low = middle + 1;
    else high = middle;
  }
  let nearest: Span | null = null;
  let least = far + 1;
  // The last before it and the first few from it on: those of the span itself don't count.
  for (let at = Math.max(0, low - 1); at < low + 8; at += 1) {
    const other = spans[at];
    if (other === undefined) break;
    const away = distanceOf(other, one);
    if (away !== null && away < least) {
      nearest = { start: other.start, end: other.end };
      least = away;
    }
  }
  return nearest;
}

/** How many signs lie between them; null where one lies over the other. */
export function distanceOf(one: Span, other: Span): number | null {
  if (one.end <= other.start) return other.start - one.end;
  return one.start >= other.end ? one.start - other.end : null;
}

/** Whether something nearer says that it is of another kind. */
export function isNearer(other: Span | null, than: Span | null, one: Span): boolean {
  if (other === null) return false;
  return than === null || (distanceOf(other, one) ?? 0) < (distanceOf(than, one) ?? 0);
}
