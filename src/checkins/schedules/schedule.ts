/** A schedule: what is asked, whom, and when. Nothing of it is sent until somebody starts it. */
import { z } from "zod";

import type { DisciplineId, PersonId, ScheduleId, UnitId, WorkspaceId } from "../../ids.ts";
import type { Instant } from "../../time/instant.ts";
import type { Audience, Window } from "../round.ts";
import type { Template } from "../template.ts";

export type ScheduleState = "draft" | "started" | "paused" | "stopped";
export type SummaryTo = "channel" | "leads";

/** What a round asks, whom, and for how long: all that a schedule gives to each of its rounds. */
export interface Asking {
  readonly template: string;
  readonly audience: Audience;
  readonly workspace: WorkspaceId;
  /** Where it was made, and where the summary goes. */
  readonly channel: string | null;
  readonly window: Window;
  readonly summaryTo: SummaryTo;
}

export interface Schedule extends Asking {
  readonly id: ScheduleId;
  readonly cron: string;
  readonly state: ScheduleState;
  readonly skipNext: boolean;
  /** On the wall of each participant; null where none is planned. */
  readonly nextLocal: string | null;
  readonly madeBy: PersonId | null;
  readonly startedAt: Instant | null;
}

export const id = <Id extends string>() => z.string().transform((text) => text as Id);

export const audienceRead: z.ZodType<Audience> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("channel"), channel: z.string() }),
  z.object({ kind: z.literal("units"), units: z.array(id<UnitId>()) }),
  z.object({ kind: z.literal("disciplines"), disciplines: z.array(id<DisciplineId>()) }),
  z.object({ kind: z.literal("persons"), persons: z.array(id<PersonId>()) }),
  z.object({ kind: z.literal("everyone") }),
]);

export const windowRead: z.ZodType<Window> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("week") }),
  z.object({ kind: z.literal("office") }),
  z.object({ kind: z.literal("days"), days: z.number().int().min(0).max(90) }),
]);

export const askingRead: z.ZodType<Asking> = z.object({
  template: z.string(),
  audience: audienceRead,
  workspace: id<WorkspaceId>(),
  channel: z.string().nullable(),
  window: windowRead,
  summaryTo: z.enum(["channel", "leads"]),
});

/** A feedback round stands open so long at least. */
export const leastFeedbackDays = 14;

/** What is suggested: a week of rota lines, the same day after a shift, 14 days for feedback. */
export function suggestedWindow(template: Template): Window {
  if (template.kind === "feedback") return { kind: "days", days: leastFeedbackDays };
  return template.every === "shift" ? { kind: "days", days: 1 } : { kind: "week" };
}

/** A feedback round that closes before everybody's rota came round would ask half of them. */
export const isTooShort = (template: Template, window: Window): boolean =>
  template.kind === "feedback" && (window.kind !== "days" || window.days < leastFeedbackDays);

/** Whoever asks more needs an admin. */
export const mostAskedByLead = 50;

/** How often somebody is reminded at most. */
export const mostReminders = (template: Pick<Template, "kind" | "every">): number => {
  if (template.kind === "feedback") return 2;
  return template.every === "shift" ? 0 : 1;
};

/** Opened by hand on a Wednesday, "until Thursday" would be a day: a week from the day it was opened is meant. */
export const windowByHand = (window: Window): Window =>
  window.kind === "week" ? { kind: "days", days: 6 } : window;
