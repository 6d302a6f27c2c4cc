/**
 * When a rhythm comes next, by a clock on a wall that belongs to no zone: "2026-11-27T15:00"; and which moment that is in each zone.
 * A round is planned once for everybody, on the wall, and asked in each zone when its clock gets there.
 */
import { type Cron, type CronInvalid, readFields } from "./cron.ts";
import { hour, type Instant, instantOf, millisecondsOf, plus } from "./instant.ts";

export type { Cron, CronField, CronInvalid, CronMistake } from "./cron.ts";
export { cronOf, type Picked, pickedOf } from "./picked.ts";

/** The rarest that can be said is a 29 February on one weekday: 40 years, where a century leaves one out. */
const longestWait = { years: 41 };

/** Never throws. Refuses, too, what never comes. */
export function readCron(text: string): Cron | CronInvalid {
  const cron = readFields(text);
  if (cron.kind === "invalid" || nextLocalAfter(cron, "2000-01-01T00:00") !== undefined) {
    return cron;
  }
  return { kind: "invalid", why: { kind: "never" } };
}

/** The first wall time after `local` that the rhythm names. Undefined where none comes any more. */
export function nextLocalAfter(cron: Cron, local: string): string | undefined {
  const asked = Temporal.PlainDateTime.from(local);
  const from = cron.every === null ? asked : laterOf(asked, eveOf(cron.every.from));
  const today = from.toPlainDate();
  const time = matches(cron, today) ? firstTime(cron, from.hour * 60 + from.minute) : undefined;
  if (time !== undefined) return `${today}T${time}`;

  const end = today.add(longestWait);
  let date = today.add({ days: 1 });
  while (Temporal.PlainDate.compare(date, end) <= 0) {
    if (!cron.months.includes(date.month)) {
      date = date.with({ day: 1 }).add({ months: 1 });
    } else if (matches(cron, date)) {
      return `${date}T${firstTime(cron, -1)}`;
    } else {
      date = date.add({ days: 1 });
    }
  }
  return undefined;
}

function matches(cron: Cron, date: Temporal.PlainDate): boolean {
  if (!cron.months.includes(date.month) || !inWeek(cron, date)) return false;
  const day = cron.days.includes(date.day);
  const weekday = cron.weekdays.some(
    (one) =>
      one.weekday === date.dayOfWeek && (one.nth === null || one.nth === Math.ceil(date.day / 7)),
  );
  return cron.eitherDay ? day || weekday : day && weekday;
}

function inWeek({ every }: Cron, date: Temporal.PlainDate): boolean {
  if (every === null) return true;
  const apart = mondayOf(Temporal.PlainDate.from(every.from)).until(mondayOf(date));
  return (apart.days / 7) % every.weeks === 0;
}

const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate =>
  date.subtract({ days: date.dayOfWeek - 1 });

const two = (number: number): string => String(number).padStart(2, "0");

/** The first time of a day after so many minutes of it. */
function firstTime(cron: Cron, minutes: number): string | undefined {
  for (const hour of cron.hours) {
    const minute = cron.minutes.find((minute) => hour * 60 + minute > minutes);
    if (minute !== undefined) return `${two(hour)}:${two(minute)}`;
  }
  return undefined;
}

const laterOf = (one: Temporal.PlainDateTime, other: Temporal.PlainDateTime) =>
  Temporal.PlainDateTime.compare(one, other) >= 0 ? one : other;

/** The last minute before a date. */
const eveOf = (date: string): Temporal.PlainDateTime =>
  Temporal.PlainDate.from(date).toPlainDateTime("00:00").subtract({ minutes: 1 });

/**
 * The moment at which the clock on the wall there shows `local`. One that the clock skips is as much later as was skipped
 * (02:30 is 03:30 that night), so no day goes without; one that comes twice is its first.
 */
export function instantAt(local: string, zone: string): Instant {
  const wall = Temporal.PlainDateTime.from(local);
  return instantOf(wall.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds);
}

/** "2026-11-27" and 3 → "2026-11-30". */
export const daysLater = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** What the clock on the wall there shows, to the minute. */
export function localAt(at: Instant, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(millisecondsOf(at))
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}

/** No zone on earth shows `local` before this: Kiribati, 14 hours ahead of UTC. */
export const firstInstant = (local: string): Instant => plus(instantAt(local, "UTC"), -14 * hour);

/** No zone on earth shows `local` for the first time after this: 12 hours behind UTC. */
export const lastInstant = (local: string): Instant => plus(instantAt(local, "UTC"), 12 * hour);
