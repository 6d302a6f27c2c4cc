/** What an admin settles on for the boards. */
import type { Choice, Form } from "../chat/form.ts";
import type { Say } from "../text/say.ts";
import { displays } from "./leaderboard.ts";
import type { LeaderboardSettings } from "./settings.ts";

export function setupForm(say: Say, settings: LeaderboardSettings): Form {
  const texts = say.leaderboards;
  const yesOrNo: Choice[] = [
    { value: "yes", label: texts.setupOnYes() },
    { value: "no", label: texts.setupOnNo() },
  ];
  return {
    form: "leaderboards.setup",
    title: texts.setupTitle(),
    submit: texts.save(),
    fields: [
      {
        kind: "choice",
        name: "on",
        label: texts.setupOn(),
        choices: yesOrNo,
        initial: settings.on ? "yes" : "no",
      },
      {
        kind: "choice",
        name: "display",
        label: texts.setupDisplay(),
        choices: displays.map((value) => ({ value, label: texts.displays[value]() })),
        initial: settings.display,
      },
      {
        kind: "choice",
        name: "list",
        label: texts.setupList(),
        choices: [
          { value: "third", label: texts.setupListThird() },
          { value: "full", label: texts.setupListFull() },
        ],
        initial: settings.fullList ? "full" : "third",
      },
    ],
  };
}
