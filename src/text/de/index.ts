import type { en } from "../en/index.ts";
import { chat } from "./chat.ts";
import { leaderboards } from "./leaderboards.ts";
import { guard } from "./guard.ts";
import { recognition } from "./recognition.ts";
import { values } from "./values.ts";
import { people } from "./people.ts";
import { setup } from "./setup.ts";

export const de: typeof en = { chat, leaderboards, values, recognition, guard, people, setup };
