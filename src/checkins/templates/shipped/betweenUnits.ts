/** How units and wards work with each other. All of it confidential. */
import type { Template } from "../../template.ts";
import { about, agree, text } from "./questions.ts";

/** A cell of its matrix is the mean of at least 4 of the 6. */
export const workingTogether: Template = {
  id: "working-together",
  version: 0,
  name: (say) => say.templates.workingTogether.name(),
  about: about((say) => say.templates.workingTogether.about()),
  sees: "groups",
  least: 5,
  kind: "feedback",
  perUnit: true,
  every: "quarter",
  contacts: false,
  licence: null,
  questions: [
    agree("reach", (say, unit = say.templates.anyUnit()) =>
      say.templates.workingTogether.reach({ unit }),
    ),
    agree("clear", (say, unit = say.templates.anyUnit()) =>
      say.templates.workingTogether.clear({ unit }),
    ),
    agree("early", (say, unit = say.templates.anyUnit()) =>
      say.templates.workingTogether.early({ unit }),
    ),
    agree("together", (say) => say.templates.workingTogether.together()),
    agree("needs", (say, unit = say.templates.anyUnit()) =>
      say.templates.workingTogether.needs({ unit }),
    ),
    agree("values", (say, unit = say.templates.anyUnit()) =>
      say.templates.workingTogether.values({ unit }),
    ),
  ],
};

export const wardPulse: Template = {
  id: "ward-pulse-on-lab",
  version: 0,
  name: (say) => say.templates.wardPulse.name(),
  about: about((say) => say.templates.wardPulse.about()),
  sees: "groups",
  least: 5,
  kind: "feedback",
  perUnit: false,
  every: "month",
  contacts: true,
  licence: null,
  questions: [
    agree("in-time", (say) => say.templates.wardPulse.intime()),
    agree("rejected", (say) => say.templates.wardPulse.rejected()),
    agree("calling", (say) => say.templates.wardPulse.calling()),
    agree("whom", (say) => say.templates.wardPulse.whom()),
    text("change", (say) => say.templates.wardPulse.change(), "long"),
  ],
};

export const labPulse: Template = {
  id: "lab-pulse-on-wards",
  version: 0,
  name: (say) => say.templates.labPulse.name(),
  about: about((say) => say.templates.labPulse.about()),
  sees: "groups",
  least: 5,
  kind: "feedback",
  perUnit: false,
  every: "month",
  contacts: true,
  licence: null,
  questions: [
    agree("requests", (say) => say.templates.labPulse.requests()),
    agree("samples", (say) => say.templates.labPulse.samples()),
    agree("calls", (say) => say.templates.labPulse.calls()),
    agree("critical", (say) => say.templates.labPulse.critical()),
    text("change", (say) => say.templates.labPulse.change(), "long"),
  ],
};
