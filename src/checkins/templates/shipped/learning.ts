/** What people take away from learning together: rounds, journal clubs, a day beside others. */
import type { Ask, Template } from "../../template.ts";
import { about, agree, text } from "./questions.ts";

/** Ratings are confidential; what somebody will do differently is theirs to say. */
export const roundFeedback: Template = {
  id: "round-feedback",
  version: 0,
  name: (say) => say.templates.roundFeedback.name(),
  about: about((say) => say.templates.roundFeedback.about()),
  sees: "leads",
  least: 5,
  kind: "checkin",
  perUnit: false,
  every: "month",
  contacts: false,
  licence: null,
  questions: [
    { ...agree("useful", (say) => say.templates.roundFeedback.useful()), confidential: true },
    { ...agree("heard", (say) => say.templates.roundFeedback.heard()), confidential: true },
    text("differently", (say) => say.templates.roundFeedback.differently(), "long"),
  ],
};

/** Two templates with the same questions, so that before and after can be laid side by side. */
const shadowing = (when: "before" | "after", name: Ask): Template => ({
  id: `shadowing-${when}`,
  version: 0,
  name,
  about: about((say) => say.templates.shadowing.about()),
  sees: "groups",
  least: 5,
  kind: "checkin",
  perUnit: false,
  every: "quarter",
  contacts: false,
  licence: null,
  questions: [
    agree("explain", (say) => say.templates.shadowing.explain()),
    agree("why", (say) => say.templates.shadowing.why()),
    agree("by-name", (say) => say.templates.shadowing.byName()),
  ],
});

export const shadowingBefore = shadowing("before", (say) => say.templates.shadowing.nameBefore());
export const shadowingAfter = shadowing("after", (say) => say.templates.shadowing.nameAfter());
