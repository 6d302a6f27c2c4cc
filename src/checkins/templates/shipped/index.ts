/** The templates that come with Rapport, in the order they are listed. */
import type { Template } from "../../template.ts";
import { labPulse, wardPulse, workingTogether } from "./betweenUnits.ts";
import { appreciation, recommend, speakingUp, strain, trust } from "./climate.ts";
import { roundFeedback, shadowingAfter, shadowingBefore } from "./learning.ts";
import { shiftEnd, weeklyCheckin } from "./weekly.ts";

export const shippedTemplates: readonly Template[] = [
  weeklyCheckin,
  workingTogether,
  wardPulse,
  labPulse,
  speakingUp,
  shiftEnd,
  appreciation,
  strain,
  roundFeedback,
  shadowingBefore,
  shadowingAfter,
  trust,
  recommend,
];
