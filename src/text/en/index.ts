import { chat } from "./chat.ts";
import { guard } from "./guard.ts";
import { leaderboards } from "./leaderboards.ts";
import { people } from "./people.ts";
import { recognition } from "./recognition.ts";
import { setup } from "./setup.ts";
import { values } from "./values.ts";

export const en = { chat, leaderboards, values, recognition, guard, people, setup };
