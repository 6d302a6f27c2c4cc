import { chat } from "./chat.ts";
import { checkins } from "./checkins.ts";
import { follow } from "./follow.ts";
import { guard } from "./guard.ts";
import { leaderboards } from "./leaderboards.ts";
import { peers } from "./peers.ts";
import { people } from "./people.ts";
import { recognition } from "./recognition.ts";
import { schedules } from "./schedules.ts";
import { setup } from "./setup.ts";
import { summary } from "./summary.ts";
import { teams } from "./teams.ts";
import { teamsApp } from "./teamsApp.ts";
import { templates } from "./templates.ts";
import { values } from "./values.ts";

export const en = {
  chat,
  leaderboards,
  values,
  recognition,
  guard,
  people,
  setup,
  checkins,
  follow,
  peers,
  schedules,
  summary,
  templates,
  teams,
  teamsApp,
};
