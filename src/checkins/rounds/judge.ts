/** What the next step of one prompt is, when it is due. */
import { assertNever } from "../../assert.ts";
import { hour, type Instant, plus } from "../../time/instant.ts";
import type { Prompt } from "../round.ts";
import { judgeNow, planReminders, type Reachable } from "../schedules/plan.ts";

export interface StepFacts {
  readonly now: Instant;
  readonly reach: Reachable;
  /** Not deactivated. */
  readonly here: boolean;
  /** Another check-in asked them within the hour. */
  readonly busy: boolean;
  /** Reminders of a whole round. */
  readonly reminders: number;
}

export interface Step {
  readonly prompt: Prompt;
  /** Whether it is sent, now. */
  readonly says: boolean;
}

/** Between two check-ins for one person. */
const apart = 1 * hour;

/** The prompt as it stands after its step. Asking and reminding are due again at the next reminder or the close. */
export function stepPrompt(prompt: Prompt, facts: StepFacts): Step {
  const { now } = facts;
  if (prompt.state !== "waiting" && prompt.state !== "asked") return quiet(prompt, { dueAt: null });
  if (!facts.here) return quiet(prompt, { state: "gone", dueAt: null });
  if (now >= prompt.closesAt) return quiet(prompt, { state: "missed", dueAt: null });
  return prompt.state === "waiting" ? ask(prompt, facts) : remind(prompt, facts);
}

function ask(prompt: Prompt, facts: StepFacts): Step {
  const { now, reach, busy } = facts;
  const verdict = judgeNow({ ...reach, step: "ask", closesAt: prompt.closesAt, now });
  switch (verdict.kind) {
    case "never":
      return quiet(prompt, { state: "off", dueAt: null });
    case "later":
      return quiet(prompt, { dueAt: verdict.at });
    case "now": {
      if (busy) return quiet(prompt, { dueAt: hourLater(prompt, now) });
      const asked = { ...prompt, state: "asked", askedAt: now } as const;
      return { prompt: { ...asked, dueAt: nextReminder(asked, facts) }, says: true };
    }
    default:
      return assertNever(verdict);
  }
}

function remind(prompt: Prompt, facts: StepFacts): Step {
  const { now, reach, busy } = facts;
  if (prompt.reminders === 0) return quiet(prompt, { dueAt: prompt.closesAt });
  const verdict = judgeNow({ ...reach, step: "remind", closesAt: prompt.closesAt, now });
  switch (verdict.kind) {
    case "never":
      return quiet(prompt, { dueAt: prompt.closesAt, reminders: 0 });
    case "later":
      return quiet(prompt, { dueAt: verdict.at });
    case "now": {
      if (busy) return quiet(prompt, { dueAt: hourLater(prompt, now) });
      const said = { ...prompt, remindedAt: now, reminders: prompt.reminders - 1 };
      return { prompt: { ...said, dueAt: nextReminder(said, facts) }, says: true };
    }
    default:
      return assertNever(verdict);
  }
}

/** Whoever has no hour left before the close is not asked any more: two check-ins at once would get no answer either. */
function hourLater({ closesAt }: Prompt, now: Instant): Instant {
  const at = plus(now, apart);
  return at < closesAt ? at : closesAt;
}

/** As planned when it was asked; where that has come too near, three days after what was said last. */
function nextReminder(prompt: Prompt, { now, reach, reminders }: StepFacts): Instant {
  const { closesAt } = prompt;
  if (prompt.reminders === 0) return closesAt;
  const askedAt = prompt.askedAt ?? now;
  const planned = planReminders({ ...reach, askedAt, closesAt, reminders });
  const [soonest] = planReminders({ ...reach, askedAt: now, closesAt, reminders: 1 });
  const next = planned[reminders - prompt.reminders];
  if (soonest === undefined) return closesAt;
  return next !== undefined && next > soonest ? next : soonest;
}

const quiet = (prompt: Prompt, to: Partial<Prompt>): Step => ({
  prompt: { ...prompt, ...to },
  says: false,
});
