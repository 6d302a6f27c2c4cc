/** The only file that does time-zone maths, with Temporal. Zones are IANA names; whoever stores one asks `isZone` first. */
import { type Instant, instantOf, millisecondsOf } from "./instant.ts";

export type Period = "day" | "week" | "month" | "quarter" | "year";

export function isZone(zone: string): boolean {
  try {
    Temporal.Now.instant().toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

let last = { at: "", zone: "", zoned: Temporal.Now.zonedDateTimeISO("UTC") };

/** One moment is asked for in one zone many times over: for each period, for quiet hours, for the words. */
function zoned(at: Instant, zone: string): Temporal.ZonedDateTime {
  if (last.at === at && last.zone === zone) return last.zoned;
  const zoned = Temporal.Instant.fromEpochMilliseconds(millisecondsOf(at)).toZonedDateTimeISO(zone);
  last = { at, zone, zoned };
  return zoned;
}

/** The first day of the period a date lies in. Weeks begin on Monday (ISO 8601). */
function firstDay(date: Temporal.PlainDate, period: Period): Temporal.PlainDate {
  switch (period) {
    case "day":
      return date;
    case "week":
      return date.subtract({ days: date.dayOfWeek - 1 });
    case "month":
      return date.with({ day: 1 });
    case "quarter":
      return date.with({ month: date.month - ((date.month - 1) % 3), day: 1 });
    case "year":
      return date.with({ month: 1, day: 1 });
  }
}

const steps: Record<Period, Temporal.DurationLike> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
};

function startOf(date: Temporal.PlainDate, zone: string): Instant {
  return instantOf(date.toZonedDateTime(zone).epochMilliseconds);
}

/** When the period that holds `at` began, `back` periods ago: `periodStart(now, "month", "Europe/Lisbon")`. */
export function periodStart(at: Instant, period: Period, zone: string, back = 0): Instant {
  const first = firstDay(zoned(at, zone).toPlainDate(), period);
  return startOf(firstDay(back === 0 ? first : goBack(first, period, back), period), zone);
}

/** When the period that holds `at` ends and the next begins. */
export function periodEnd(at: Instant, period: Period, zone: string): Instant {
  return startOf(firstDay(zoned(at, zone).toPlainDate(), period).add(steps[period]), zone);
}

function goBack(first: Temporal.PlainDate, period: Period, times: number): Temporal.PlainDate {
  let date = first;
  for (let n = 0; n < times; n += 1) date = date.subtract(steps[period]);
  return date;
}

/** A name for the period that holds `at`, the same for every instant in it: "week 2026-11-23". */
export function periodName(at: Instant, period: Period, zone: string, back = 0): string {
  const first = firstDay(zoned(at, zone).toPlainDate(), period);
  return `${period} ${goBack(first, period, back).toString()}`;
}

/** The local date: "2026-11-24". */
export const localDate = (at: Instant, zone: string): string =>
  zoned(at, zone).toPlainDate().toString();

/** Minutes since local midnight by the clock on the wall, 0 to 1,439. */
export function minuteOfDay(at: Instant, zone: string): number {
  const local = zoned(at, zone);
  return local.hour * 60 + local.minute;
}

/** ISO: Monday 1 to Sunday 7. */
export const weekday = (at: Instant, zone: string): number => zoned(at, zone).dayOfWeek;

/**
 * The first instant after `at` when the clock on the wall there shows `hour:minute` (on that weekday, ISO, if one is named).
 * In a gap it is the moment the gap ends ("compatible" disambiguation); an hour that comes twice counts once, the first time.
 */
export function nextLocal(
  at: Instant,
  zone: string,
  time: { readonly hour: number; readonly minute: number; readonly weekday?: number },
): Instant {
  const today = zoned(at, zone).toPlainDate();
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = today.add({ days: ahead });
    if (time.weekday !== undefined && date.dayOfWeek !== time.weekday) continue;
    const due = instantOf(
      date.toZonedDateTime({
        timeZone: zone,
        plainTime: new Temporal.PlainTime(time.hour, time.minute),
      }).epochMilliseconds,
    );
    if (due > at) return due;
  }
  throw new Error(`No such local time in ${zone}`);
}

/** "2026-12-01T09:00", as the clock on the wall there shows it. Undefined where that is no time. */
export function readLocal(text: string, zone: string): Instant | undefined {
  try {
    const local = Temporal.PlainDateTime.from(text, { overflow: "reject" });
    return instantOf(local.toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return undefined;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();
function format(zone: string, locale: string, kind: "time" | "day"): Intl.DateTimeFormat {
  const key = `${kind} ${locale} ${zone}`;
  let made = formats.get(key);
  if (made === undefined) {
    const regional = locale === "en" ? "en-GB" : locale;
    made = new Intl.DateTimeFormat(
      regional,
      kind === "time"
        ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }
        : { weekday: "long", day: "numeric", month: "long", timeZone: zone },
    );
    formats.set(key, made);
  }
  return made;
}

export const timeText = (at: Instant, zone: string, locale: string): string =>
  format(zone, locale, "time").format(millisecondsOf(at));

export const dayText = (at: Instant, zone: string, locale: string): string =>
  format(zone, locale, "day").format(millisecondsOf(at));

/** "September" for the month that holds `at`, and likewise the year; weeks and quarters by their first day. */
export const monthText = (at: Instant, zone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: "long", timeZone: zone }).format(millisecondsOf(at));

/** So many months earlier by the calendar (UTC): a day that month hasn't is its last. */
export const monthsBefore = (at: Instant, months: number): Instant =>
  instantOf(zoned(at, "UTC").subtract({ months }).epochMilliseconds);
