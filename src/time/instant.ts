/**
 * Instants are UTC text of one width with milliseconds ("2026-03-31T23:00:00.000Z"), so that they sort as text
 * and read the same in a row, a log and a test. `Date` appears in src/time only.
 */
declare const instantMark: unique symbol;
export type Instant = string & { readonly [instantMark]: "instant" };

/** The one clock an engine is given. */
export type Clock = () => Instant;

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Milliseconds since 1970 → Instant. Refuses what is not a time. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

/** Reads any ISO 8601 text with an offset; refuses the rest. */
export function readInstant(text: string): Instant {
  return instantOf(Temporal.Instant.from(text).epochMilliseconds);
}

/** Instant → milliseconds since 1970. */
export const millisecondsOf = (at: Instant): number => Date.parse(at);

/** `plus(now, 2 * minute)`; a negative amount goes back. */
export const plus = (at: Instant, milliseconds: number): Instant =>
  instantOf(millisecondsOf(at) + milliseconds);

export const systemClock: Clock = () => instantOf(Date.now());
