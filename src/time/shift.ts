/**
 * One stretch of somebody's rota, and where in it they may be asked something: never in its first or last half hour, which belong
 * to the handover. The shifts of one person come in the order of their start and do not overlap (people/rota.ts sees to that).
 */
import { hour, type Instant, instantOf, millisecondsOf, minute, plus } from "./instant.ts";
import { instantAt } from "./schedule.ts";

export interface Shift {
  readonly startsAt: Instant;
  /** Not in it any more. */
  readonly endsAt: Instant;
}

/**
 * So many minutes by the clock on the wall, as rotas are written: a night from 19:00 for 12 hours ends at 07:00, and is 11 or 13
 * hours long where the clock changes in it.
 */
export function shiftFrom(local: string, minutes: number, zone: string): Shift {
  const startsAt = instantAt(local, zone);
  const endsAt = instantAt(Temporal.PlainDateTime.from(local).add({ minutes }).toString(), zone);
  // One that starts in a skipped hour and ends soon after it would end before it starts.
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : plus(startsAt, minutes * minute) };
}

/** At each end of a shift. */
const handover = 30 * minute;

/** Of a shorter shift it is the middle. */
const shortest = 3 * hour;

/** Whether somebody is at work, and past or before the handover. */
export function insideShift(shifts: readonly Shift[], at: Instant): boolean {
  const now = millisecondsOf(at);
  return shifts.some(
    ({ startsAt, endsAt }) =>
      now >= millisecondsOf(startsAt) + handover && now < millisecondsOf(endsAt) - handover,
  );
}

/**
 * `after` itself where it is inside a shift, else `lead` into the first shift in which that is still to come. A shift of an hour or
 * less has no such moment. Undefined where none is known.
 */
export function nextInsideShift(
  shifts: readonly Shift[],
  after: Instant,
  lead = 2 * hour,
): Instant | undefined {
  if (insideShift(shifts, after)) return after;
  return shifts
    .map((shift) => pointIn(shift, lead))
    .find((point) => point > after && insideShift(shifts, point));
}

function pointIn({ startsAt, endsAt }: Shift, lead: number): Instant {
  const [from, to] = [millisecondsOf(startsAt), millisecondsOf(endsAt)];
  return instantOf(to - from < shortest ? Math.floor((from + to) / 2) : from + lead);
}
