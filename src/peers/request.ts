/**
 * Feedback asked of colleagues, for one of them: three questions that look ahead. Only the subject reads what they answer,
 * all of it together once it is closed.
 */
import type { PeerId, PersonId, RoundId, UnitId } from "../ids.ts";
import type { Person } from "../people/person.ts";
import { day, hour, type Instant } from "../time/instant.ts";

export const questions = ["keep", "next", "together"] as const;
export type Question = (typeof questions)[number];

export const mostRaters = 20;
export const longestAnswer = 1_000;
export const openDays = 14 * day;
/** Two of them, each so long after the message before it. */
export const reminderAfter = 5 * day;
export const mostReminders = 2;
/** When all have answered or declined it closes early, and the last one can still change a word. */
export const lastWord = 1 * hour;
/** Fewer answers than this without names are nobody's to read: with so few, each could be guessed. */
export const leastNameless = 5;

/** read: there are words. few: too few without names. gone: its subject has left. */
export type Ending = "read" | "nobody" | "few" | "gone";

export interface PeerRequest {
  readonly id: PeerId;
  readonly subject: PersonId;
  readonly askedBy: PersonId;
  /** What the key of answers without names is kept under; null: they have names. */
  readonly key: RoundId | null;
  readonly askedAt: Instant;
  readonly closesAt: Instant;
  /** Null while it is open. */
  readonly ending: Ending | null;
}

/** A request with the people in it. */
export interface Asking {
  readonly request: PeerRequest;
  readonly subject: Person;
  readonly askedBy: Person;
}

export interface Rater {
  readonly person: PersonId;
  readonly state: "asked" | "answered" | "declined" | "closed";
  readonly reminders: number;
}

/** Also at the hour itself, before whatever closes it has run. */
export const isOpen = (request: PeerRequest, now: Instant): boolean =>
  request.ending === null && now < request.closesAt;

export interface Wish {
  readonly askedBy: PersonId;
  readonly subject: Person;
  readonly raters: readonly Person[];
  /** Whether everybody picked works here. */
  readonly allHere: boolean;
  readonly nameless: boolean;
}

export interface AskFacts {
  /** The units the asker leads; null among them: all. */
  readonly leads: readonly (UnitId | null)[];
  /** Whether answers without names can be kept here. */
  readonly keysUsable: boolean;
  /** Whether people know whom to call: nobody reads along. */
  readonly contacts: boolean;
}

export type Refusal =
  | { readonly kind: "unknown" }
  | { readonly kind: "nobody" }
  | { readonly kind: "self" }
  | { readonly kind: "subject" }
  | { readonly kind: "too-many" }
  | { readonly kind: "not-their-lead" }
  | { readonly kind: "one-unit" }
  | { readonly kind: "too-few" }
  | { readonly kind: "no-keys" }
  | { readonly kind: "no-contacts" };

/** Null: it may be asked. A lead asks for people of their unit, across units; everybody asks for themself. */
export function decideAsk(wish: Wish, facts: AskFacts): Refusal | null {
  const { subject, raters } = wish;
  const isOwn = subject.id === wish.askedBy;
  if (!isOwn && !mayAskFor(subject, facts.leads)) return { kind: "not-their-lead" };
  if (!wish.allHere) return { kind: "unknown" };
  if (raters.some(({ id }) => id === subject.id)) return { kind: isOwn ? "self" : "subject" };
  if (raters.length === 0) return { kind: "nobody" };
  if (raters.length > mostRaters) return { kind: "too-many" };
  if (!isOwn && isOneUnit(subject, raters)) return { kind: "one-unit" };
  if (!wish.nameless) return null;
  if (raters.length < leastNameless) return { kind: "too-few" };
  if (!facts.keysUsable) return { kind: "no-keys" };
  if (!facts.contacts) return { kind: "no-contacts" };
  return null;
}

export const mayAskFor = (subject: Person, leads: AskFacts["leads"]): boolean =>
  leads.includes(null) || (subject.unit !== null && leads.includes(subject.unit));

/** Colleagues of the subject's own unit and of another are asked, as far as the subject's unit is known. */
const isOneUnit = (subject: Person, raters: readonly Person[]): boolean =>
  subject.unit !== null &&
  (raters.every(({ unit }) => unit === subject.unit) ||
    raters.every(({ unit }) => unit !== subject.unit));
