/** One run of a schedule, and one person's place in it. */
import type { PersonId, RoundId, ScheduleId, UnitId, WorkspaceId } from "../ids.ts";
import type { Instant } from "../time/instant.ts";

/** Whom a schedule asks. */
export type Audience =
  /** The members of the channel where it was made. */
  | { readonly kind: "channel"; readonly channel: string }
  | { readonly kind: "units"; readonly units: readonly UnitId[] }
  | { readonly kind: "disciplines"; readonly disciplines: readonly string[] }
  | { readonly kind: "persons"; readonly persons: readonly PersonId[] }
  | { readonly kind: "everyone" };

/** How long a prompt stands open, in the person's own zone. */
export type Window =
  /** Until 23:59 on the Thursday after it was asked. */
  | { readonly kind: "week" }
  /** Until 23:59 on the Sunday after it. */
  | { readonly kind: "office" }
  /** Until 23:59 that many days later; 0: the same day. */
  | { readonly kind: "days"; readonly days: number };

export type RoundState =
  | "planning"
  | "open"
  | "closing"
  | "closed"
  | "held"
  | "skipped"
  | "empty"
  | "missed";

/** key: it waits for its key. lost: its key was given up, and with it what was sealed. */
export type PausedWhy = "key" | "lost";

export interface Round {
  readonly id: RoundId;
  /** Null: opened by hand. */
  readonly schedule: ScheduleId | null;
  readonly template: string;
  readonly templateVersion: number;
  readonly audience: Audience;
  readonly workspace: WorkspaceId;
  readonly channel: string | null;
  readonly window: Window;
  readonly summaryTo: "channel" | "leads";
  /** "2026-11-27T15:00" on the wall of each participant. */
  readonly atLocal: string;
  readonly state: RoundState;
  readonly pausedWhy: PausedWhy | null;
  readonly sealed: boolean;
  readonly madeBy: PersonId | null;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly closedAt: Instant | null;
}

export type PromptState =
  | "waiting"
  | "asked"
  | "answered"
  | "quiet"
  | "skipped"
  | "missed"
  | "off"
  | "gone";

/** "Nothing to report" is an answer too. */
export const isAnswered = (state: PromptState): boolean =>
  state === "answered" || state === "quiet";

export interface Prompt {
  readonly round: RoundId;
  readonly person: PersonId;
  readonly state: PromptState;
  readonly dueAt: Instant | null;
  readonly askAt: Instant;
  readonly askedAt: Instant | null;
  readonly remindedAt: Instant | null;
  /** Still to come. */
  readonly reminders: number;
  readonly closesAt: Instant;
  readonly answeredAt: Instant | null;
  readonly unit: UnitId | null;
  readonly group: string | null;
}
