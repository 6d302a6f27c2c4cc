/** A member of the organization, however many accounts they have. */
import type { DisciplineId, PersonId, UnitId } from "../ids.ts";
import type { Locale } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import { minuteOfDay, nextLocal } from "../time/zone.ts";

/** When somebody mostly works; null until they or an admin said. */
export type Pattern = "days" | "evenings" | "nights" | "varies";
export const patterns: readonly Pattern[] = ["days", "evenings", "nights", "varies"];

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string | null;
  /** The organization's until known. */
  readonly zone: string;
  /** The organization's until known. */
  readonly locale: Locale;
  readonly unit: UnitId | null;
  readonly discipline: DisciplineId | null;
  readonly pattern: Pattern | null;
  readonly prefersPrivate: boolean;
  readonly offBoards: boolean;
  readonly pausedUntil: Instant | null;
  readonly here: boolean;
  readonly welcomedAt: Instant | null;
  readonly toldAt: Instant | null;
}

export type Role = "lead" | "admin" | "compliance";

/** The hours of the day in which Rapport starts no message, by the clock on the person's wall: [from, to). */
export const quietHours: Record<Pattern, readonly [from: number, to: number]> = {
  days: [21, 7],
  varies: [21, 7],
  // An evening shift ends at 23:00 or later and its people sleep into the morning.
  evenings: [0, 9],
  nights: [8, 18],
};

/** When a message that Rapport starts may reach them: `at` itself, or the end of their quiet hours or pause. */
export function openFor(
  person: Pick<Person, "pattern" | "zone" | "pausedUntil">,
  at: Instant,
): Instant {
  const from = person.pausedUntil !== null && person.pausedUntil > at ? person.pausedUntil : at;
  const [start, end] = quietHours[person.pattern ?? "days"];
  const hourNow = Math.floor(minuteOfDay(from, person.zone) / 60);
  const quiet = start < end ? hourNow >= start && hourNow < end : hourNow >= start || hourNow < end;
  return quiet ? nextLocal(from, person.zone, { hour: end, minute: 0 }) : from;
}

/** "Ana Silva" → " ana silva": lower case, accents off, a space before each word, so that `like '% sil%'` finds it. */
export function nameKey(name: string): string {
  return ` ${name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()}`;
}

export const firstName = (name: string): string => name.split(" ")[0] ?? name;
