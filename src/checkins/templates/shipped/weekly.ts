/** What is asked every week, and at the end of a shift. */
import type { Template } from "../../template.ts";
import { about, plainly, text } from "./questions.ts";

export const weeklyCheckin: Template = {
  id: "weekly-checkin",
  version: 0,
  name: (say) => say.templates.weeklyCheckin.name(),
  about: about((say) => say.templates.weeklyCheckin.about()),
  sees: "leads",
  least: 5,
  kind: "checkin",
  perUnit: false,
  every: "week",
  contacts: false,
  licence: null,
  questions: [
    {
      ...plainly,
      id: "week",
      ask: (say) => say.templates.weeklyCheckin.week(),
      kind: "mood",
      confidential: true,
    },
    text("well", (say) => say.templates.weeklyCheckin.well(), "long"),
    {
      ...text("way", (say) => say.templates.weeklyCheckin.way(), "long"),
      hint: (say) => say.templates.weeklyCheckin.wayHint(),
      becomes: "request",
    },
    {
      ...plainly,
      id: "helped",
      ask: (say) => say.templates.weeklyCheckin.helped(),
      hint: (say) => say.templates.weeklyCheckin.helpedHint(),
      kind: "people",
      most: 5,
      becomes: "kudos",
    },
  ],
};

export const shiftEnd: Template = {
  id: "shift-end",
  version: 0,
  name: (say) => say.templates.shiftEnd.name(),
  about: about((say) => say.templates.shiftEnd.about()),
  sees: "self",
  least: 5,
  kind: "checkin",
  perUnit: false,
  every: "shift",
  contacts: false,
  licence: null,
  questions: [
    {
      ...plainly,
      id: "energy",
      ask: (say) => say.templates.shiftEnd.energy(),
      kind: "scale",
      from: 1,
      to: 5,
      ends: {
        low: (say) => say.templates.shiftEnd.energyLow(),
        high: (say) => say.templates.shiftEnd.energyHigh(),
      },
      cantSay: false,
      favourable: 4,
    },
    { ...plainly, id: "help", ask: (say) => say.templates.shiftEnd.help(), kind: "yesNo" },
    text("blocking", (say) => say.templates.shiftEnd.blocking(), "short"),
  ],
};
