/** How long an organization keeps what. Whatever is older goes at night (upkeep). */
import { z } from "zod";

import type { SettingRow } from "../store/settings.ts";
import { hour, type Instant, plus } from "../time/instant.ts";
import { monthsBefore } from "../time/zone.ts";

/** What an admin may choose; the first of each is what stands until one does (design: privacy, 3). */
export const choices = {
  /** Months: the words of thanks, feedback among colleagues, actions. */
  texts: [24, 6, 12, 36, 60],
  /** Months: answers to check-ins, by name or not. */
  answers: [24, 6, 12, 36, 60],
  /** Hours: platforms repeat a delivery for minutes, or after an outage for hours. */
  deliveries: [72, 48, 168],
  /** Years: six are what HIPAA asks for (45 CFR 164.316(b)(2)(i)). */
  audit: [6, 7, 10],
} as const;

export type Kept = keyof typeof choices;
export const kinds = Object.keys(choices) as Kept[];

const settings = z.object({
  texts: z.number().int().min(1).default(choices.texts[0]),
  answers: z.number().int().min(1).default(choices.answers[0]),
  deliveries: z.number().int().min(24).default(choices.deliveries[0]),
  audit: z.number().int().min(6).default(choices.audit[0]),
});

export type Retention = z.infer<typeof settings>;

export const retentionSettings: SettingRow<Retention> = { name: "retention", read: settings };

/** What is older than this is kept no longer. */
export function keptSince(retention: Retention, kept: Kept, now: Instant): Instant {
  switch (kept) {
    case "texts":
    case "answers":
      return monthsBefore(now, retention[kept]);
    case "deliveries":
      return plus(now, -retention.deliveries * hour);
    case "audit":
      return monthsBefore(now, 12 * retention.audit);
  }
}
