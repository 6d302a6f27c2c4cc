/**
 * What clocks on walls show, found without the code under test and without Temporal: Intl is asked for the time at one moment after
 * another, and a change between two of them is searched to the minute.
 */
const minute = 60_000;
const between = 6 * 60 * minute;

/** From a moment on, local time less UTC, in milliseconds. */
export interface Offset {
  readonly from: number;
  readonly offset: number;
}

export function offsetsOf(zone: string, from: number, to: number): Offset[] {
  const read = createReader(zone);
  const found: Offset[] = [{ from, offset: read(from) }];
  let last = from;
  for (let at = from + between; at < to + between; at += between) {
    if (read(at) !== found.at(-1)?.offset) {
      let [before, after] = [last, at];
      while (after - before > minute) {
        const middle = before + Math.floor((after - before) / 2 / minute) * minute;
        if (read(middle) === found.at(-1)?.offset) before = middle;
        else after = middle;
      }
      found.push({ from: after, offset: read(after) });
    }
    last = at;
  }
  return found;
}

function createReader(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (at) => {
    const [, month, day, year, hour, minute] = (
      /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/.exec(format.format(at)) ?? []
    ).map(Number);
    return Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute) - at;
  };
}

export type Shown = "once" | "twice" | "never";

/** The first moment that shows `local`; where none does, as much later as the clock skips. */
export function momentOf(
  offsets: readonly Offset[],
  local: string,
): { readonly at: number; readonly shown: Shown } {
  const wall = Date.parse(`${local}:00.000Z`);
  const moments = offsets
    .map(({ from, offset }, index) => ({ at: wall - offset, from, to: offsets[index + 1]?.from }))
    .filter(({ at, from, to }, index) => (index === 0 || at >= from) && at < (to ?? Infinity))
    .map(({ at }) => at);
  const [first, second] = moments;
  if (first !== undefined) return { at: first, shown: second === undefined ? "once" : "twice" };
  // Skipped: the clock was still going by the last offset under which the moment had not come.
  const before = offsets.findLast(({ from, offset }) => wall - offset >= from);
  return { at: wall - (before?.offset ?? 0), shown: "never" };
}
