/**
 * Reads the five fields of cron, as Vixie cron does: lists, ranges, steps, names of months and weekdays, 0 or 7 for Sunday.
 * Two things that cron can't say are added: `FRI#1` is the month's first Friday, and `/2 2026-11-27` after the fields keeps
 * every second week, from that date on.
 */
export interface Cron {
  readonly kind: "cron";
  /** As it was written, single spaces between. */
  readonly text: string;
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly number[];
  readonly months: readonly number[];
  /** ISO: Monday 1 to Sunday 7. nth: only the month's first, second… of that weekday. */
  readonly weekdays: readonly Weekday[];
  /** The day of the month and the weekday are both limited: either will do. */
  readonly eitherDay: boolean;
  /** Only in every so many weeks, counted from the week of a local date; never before that date. */
  readonly every: { readonly weeks: number; readonly from: string } | null;
}

export interface Weekday {
  readonly weekday: number;
  readonly nth: number | null;
}

export type CronField = "minute" | "hour" | "day" | "month" | "weekday";

export type CronMistake =
  /** Not five fields, but so many. */
  | { readonly kind: "fields"; readonly count: number }
  /** "15h", "FRY": neither a number nor a name that belongs there. */
  | { readonly kind: "unreadable"; readonly field: CronField; readonly part: string }
  | {
      readonly kind: "outside";
      readonly field: CronField;
      readonly part: string;
      readonly least: number;
      readonly most: number;
    }
  /** "17-9" */
  | { readonly kind: "reversed"; readonly field: CronField; readonly part: string }
  /** A step of none, or one that is wider than the field. */
  | { readonly kind: "step"; readonly field: CronField; readonly part: string }
  /** What follows the fields is no "/2 2026-11-27". */
  | { readonly kind: "weeks"; readonly part: string }
  /** 30 February. */
  | { readonly kind: "never" };

export type CronInvalid = { readonly kind: "invalid"; readonly why: CronMistake };

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

interface Limits {
  readonly field: CronField;
  readonly least: number;
  readonly most: number;
  /** The first stands for `least`. */
  readonly names: readonly string[];
}

const limits = {
  minute: { field: "minute", least: 0, most: 59, names: [] },
  hour: { field: "hour", least: 0, most: 23, names: [] },
  day: { field: "day", least: 1, most: 31, names: [] },
  month: { field: "month", least: 1, most: 12, names: months },
  // In cron's own count: Sunday 0, and 7 once more.
  weekday: { field: "weekday", least: 0, most: 7, names: weekdays },
} as const satisfies Record<CronField, Limits>;

/** Thrown and caught in this file alone: a part deep in a field ends the reading of the whole. */
class Mistake extends Error {
  readonly why: CronMistake;
  constructor(why: CronMistake) {
    super(why.kind);
    this.why = why;
  }
}

/** Never throws. That a rhythm comes at all is asked in schedule.ts, which can tell the days. */
export function readFields(text: string): Cron | CronInvalid {
  try {
    const words = text.trim().split(/\s+/);
    const [minute = "", hour = "", day = "", month = "", weekday = "", ...weeks] = words;
    const count = weeks[0]?.startsWith("/") === true ? 5 : words.length;
    if (count !== 5 || weekday === "") throw new Mistake({ kind: "fields", count: counted(text) });
    return {
      kind: "cron",
      text: words.join(" "),
      minutes: readField(minute, limits.minute),
      hours: readField(hour, limits.hour),
      days: readField(day, limits.day),
      months: readField(month, limits.month),
      weekdays: readWeekdays(weekday),
      eitherDay: !day.startsWith("*") && !weekday.startsWith("*"),
      every: readWeeks(weeks),
    };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { kind: "invalid", why: error.why };
  }
}

const counted = (text: string): number => text.split(/\s+/).filter(Boolean).length;

function readField(text: string, limit: Limits): number[] {
  const found = text.split(",").flatMap((part) => readPart(part, limit));
  return [...new Set(found)].sort((one, other) => one - other);
}

/** "5", "9-17", "*", each with a step or without; a step after one number goes on from there. */
function readPart(part: string, limit: Limits): number[] {
  const { field, most } = limit;
  const [span = "", step, ...more] = part.split("/");
  if (more.length > 0) throw new Mistake({ kind: "unreadable", field, part });
  const by = step === undefined ? 1 : readStep(step, part, limit);
  const [from, to] = readSpan(span, part, step !== undefined, limit);
  const found = [];
  for (let value = from; value <= Math.min(to, most); value += by) found.push(value);
  return found;
}

function readStep(step: string, part: string, { field, least, most }: Limits): number {
  if (!/^\d+$/.test(step)) throw new Mistake({ kind: "unreadable", field, part });
  const by = Number(step);
  if (by < 1 || by > most - least) throw new Mistake({ kind: "step", field, part });
  return by;
}

function readSpan(
  span: string,
  part: string,
  stepped: boolean,
  limit: Limits,
): readonly [from: number, to: number] {
  const { field, least } = limit;
  // Sunday has two numbers; "*" means it once.
  const last = field === "weekday" ? 6 : limit.most;
  if (span === "*") return [least, last];
  const [first = "", end, ...more] = span.split("-");
  if (more.length > 0) throw new Mistake({ kind: "unreadable", field, part });
  const from = readValue(first, part, limit);
  if (end === undefined) return [from, stepped ? Math.max(from, last) : from];
  const to = readValue(end, part, limit);
  // "FRI-SUN" ends the week.
  if (field === "weekday" && to === 0 && from > 0) return [from, 7];
  if (to < from) throw new Mistake({ kind: "reversed", field, part });
  return [from, to];
}

function readValue(text: string, part: string, { field, least, most, names }: Limits): number {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return least + named;
  if (!/^\d+$/.test(text)) throw new Mistake({ kind: "unreadable", field, part });
  const value = Number(text);
  if (value < least || value > most)
    throw new Mistake({ kind: "outside", field, part, least, most });
  return value;
}

function readWeekdays(text: string): Weekday[] {
  const found = text.split(",").flatMap((part): Weekday[] => {
    const [days = "", nth, ...more] = part.split("#");
    if (nth === undefined) {
      return readPart(days, limits.weekday).map((day) => ({ weekday: iso(day), nth: null }));
    }
    if (more.length > 0 || !/^\d+$/.test(nth)) {
      throw new Mistake({ kind: "unreadable", field: "weekday", part });
    }
    if (Number(nth) < 1 || Number(nth) > 5) {
      throw new Mistake({ kind: "outside", field: "weekday", part, least: 1, most: 5 });
    }
    return [{ weekday: iso(readValue(days, part, limits.weekday)), nth: Number(nth) }];
  });
  const once = new Map(found.map((one) => [`${one.weekday}#${one.nth}`, one]));
  return [...once.values()].sort((one, other) => one.weekday - other.weekday);
}

const iso = (day: number): number => (day === 0 ? 7 : day);

/** A year at most: rarer is said with months. */
const mostWeeks = 52;

function readWeeks([step, from, ...more]: readonly string[]): Cron["every"] {
  if (step === undefined) return null;
  const weeks = /^\/\d{1,2}$/.test(step) ? Number(step.slice(1)) : 0;
  const known = from !== undefined && more.length === 0 && isDate(from);
  if (!known || weeks < 1 || weeks > mostWeeks) {
    throw new Mistake({ kind: "weeks", part: [step, from, ...more].filter(Boolean).join(" ") });
  }
  return { weeks, from };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
