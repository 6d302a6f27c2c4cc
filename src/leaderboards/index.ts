/** The leaderboards' rows: `/leaderboard`, the week in a channel, and who wants to be on none. */
import { z } from "zod";

import { action, answer, type Feature, form, job, post } from "../feature.ts";
import { showBoardAtHome } from "./home.ts";
import { boards } from "./leaderboard.ts";
import { drawLeft, leaveBoards, leavePreference } from "./leave.ts";
import { drawKept, keepSetup, openSetup, setupNow } from "./setUp.ts";
import { showLeaderboard, turnLeaderboard } from "./showLeaderboard.ts";
import { periods } from "./span.ts";
import { redrawnRow, weekNaming } from "./week/naming.ts";
import {
  changed,
  due,
  markSaid,
  openWeek,
  sayWeek,
  tellAgain,
  weekPlace,
} from "./week/postWeek.ts";
import { drawWeekly, keepWeekly, openWeekly, weeklyNow, weeklySends } from "./week/startWeek.ts";

const asked = z.object({
  board: z.enum(boards),
  period: z.enum(periods),
  back: z.union([z.literal(0), z.literal(1)]),
  from: z.number().int().min(0),
});

export const leaderboards: Feature = {
  name: "leaderboards",
  commands: [
    {
      command: "leaderboard",
      word: null,
      usage: (say) => say.leaderboards.usage(),
      run: showLeaderboard,
    },
  ],
  actions: [
    action({ action: "leaderboards.show", read: asked, run: turnLeaderboard }),
    action({ action: "leaderboards.leave", read: z.boolean(), run: leaveBoards }),
    action({ action: "leaderboards.setup", read: z.null(), run: openSetup }),
    action({ action: "leaderboards.weekly", read: z.null(), run: openWeekly }),
  ],
  forms: [
    form({
      form: "leaderboards.setup",
      read: z.null(),
      run: (context, _, filled) => keepSetup(context, filled),
    }),
    form({
      form: "leaderboards.weekly",
      read: z.null(),
      run: (context, _, filled) => keepWeekly(context, filled),
    }),
  ],
  answers: [
    answer({ answer: "leaderboards.left", read: z.boolean(), draw: drawLeft }),
    answer({ answer: "leaderboards.kept", read: z.null(), draw: drawKept }),
    answer({ answer: "leaderboards.weekly", read: z.null(), draw: drawWeekly }),
  ],
  jobs: [
    job({ job: "leaderboards.week", read: due, run: openWeek }),
    job({ job: "leaderboards.again", read: changed, run: tellAgain }),
  ],
  posts: [
    post({ post: "leaderboards.said", read: weekPlace, say: sayWeek, done: markSaid }),
    redrawnRow,
  ],
  namings: [weekNaming],
  setup: [
    {
      action: "leaderboards.setup",
      label: (say) => say.leaderboards.setup(),
      first: false,
      now: setupNow,
    },
    {
      action: "leaderboards.weekly",
      label: (say) => say.leaderboards.weekly(),
      first: false,
      now: weeklyNow,
    },
  ],
  sends: weeklySends,
  home: showBoardAtHome,
  preferences: leavePreference,
};
