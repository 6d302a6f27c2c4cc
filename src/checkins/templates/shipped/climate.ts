/** What it is like to work here. All of it confidential. */
import type { Template } from "../../template.ts";
import { about, agree, plainly } from "./questions.ts";

const confidential = {
  version: 0,
  sees: "groups",
  least: 5,
  kind: "feedback",
  perUnit: false,
  every: "quarter",
  contacts: false,
  licence: null,
} as const satisfies Partial<Template>;

export const speakingUp: Template = {
  ...confidential,
  id: "speaking-up",
  name: (say) => say.templates.speakingUp.name(),
  about: about((say) => say.templates.speakingUp.about()),
  questions: [
    agree("dont-know", (say) => say.templates.speakingUp.dontKnow()),
    agree("question", (say) => say.templates.speakingUp.question()),
    agree("learn", (say) => say.templates.speakingUp.learn()),
    agree("help", (say) => say.templates.speakingUp.help()),
  ],
};

export const appreciation: Template = {
  ...confidential,
  id: "appreciation-climate",
  name: (say) => say.templates.appreciation.name(),
  about: about((say) => say.templates.appreciation.about()),
  questions: [
    agree("outside", (say) => say.templates.appreciation.outside()),
    agree("noticed", (say) => say.templates.appreciation.noticed()),
    agree("right", (say) => say.templates.appreciation.right()),
    agree("others", (say) => say.templates.appreciation.others()),
  ],
};

/** Groups of 10, and the ways to help shown to everyone who is asked. */
export const strain: Template = {
  ...confidential,
  id: "strain",
  name: (say) => say.templates.strain.name(),
  about: about((say) => say.templates.strain.about()),
  least: 10,
  every: "month",
  contacts: true,
  questions: [
    {
      ...plainly,
      id: "worn",
      ask: (say) => say.templates.strain.worn(),
      kind: "scale",
      from: 1,
      to: 5,
      ends: {
        low: (say) => say.templates.strain.wornLow(),
        high: (say) => say.templates.strain.wornHigh(),
      },
      cantSay: false,
      favourable: null,
    },
  ],
};

export const trust: Template = {
  ...confidential,
  id: "trust",
  name: (say) => say.templates.trust.name(),
  about: about((say) => say.templates.trust.about()),
  questions: [
    agree("confidential", (say) => say.templates.trust.confidential()),
    agree("change", (say) => say.templates.trust.change()),
  ],
};

/** A distribution and a mean; nobody is called a promoter or a detractor. */
export const recommend: Template = {
  ...confidential,
  id: "recommend",
  name: (say) => say.templates.recommend.name(),
  about: about((say) => say.templates.recommend.about()),
  questions: [
    {
      ...plainly,
      id: "recommend",
      ask: (say) => say.templates.recommend.recommend(),
      kind: "scale",
      from: 0,
      to: 10,
      ends: {
        low: (say) => say.templates.recommend.recommendLow(),
        high: (say) => say.templates.recommend.recommendHigh(),
      },
      cantSay: false,
      favourable: null,
    },
  ],
};
