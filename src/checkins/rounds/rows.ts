/** What a round does of its own accord: the rows. */
import { type Feature, job, post } from "../../feature.ts";
import {
  afterPrompt,
  afterRedraw,
  afterUnsay,
  askRead,
  promptRead,
  redrawPrompt,
  sayPrompt,
  unsayPrompt,
} from "./ask.ts";
import { beginMembers, beginRound, chunkRead, goOn, roundRead } from "./begin.ts";
import { closeRound, forgetKey, tidyPrompts, tidyRead } from "./close.ts";
import { emptyRead, sayEmpty } from "./empty.ts";
import {
  heldRead,
  lookAtHeld,
  sayWaits,
  sayWarning,
  tellWaiting,
  tellWaitingRead,
  waitsRead,
  warnedRead,
  warnStarter,
} from "./gate.ts";
import { gaveUpRow, giveUpActions, lostRow } from "./giveUp.ts";
import { keyToldRead, sayKeyMissing, tellKeyMissing } from "./key.ts";
import { openDue, openRead } from "./open.ts";
import { stepRound } from "./step.ts";

export const roundRows: Omit<Feature, "name"> = {
  actions: giveUpActions,
  answers: [gaveUpRow],
  jobs: [
    job({ job: "checkins.open", read: openRead, run: openDue }),
    job({ job: "checkins.begin", read: roundRead, members: beginMembers, run: beginRound }),
    job({ job: "checkins.plan", read: chunkRead, run: goOn }),
    job({ job: "checkins.step", read: roundRead, run: stepRound }),
    job({ job: "checkins.close", lasting: true, read: roundRead, run: closeRound }),
    job({ job: "checkins.forget", read: roundRead, run: forgetKey }),
    job({ job: "checkins.tidy", read: tidyRead, run: tidyPrompts }),
    job({ job: "checkins.warn", read: openRead, run: warnStarter }),
    job({ job: "checkins.held", read: heldRead, run: lookAtHeld }),
    job({ job: "checkins.tellWaiting", read: tellWaitingRead, run: tellWaiting }),
    job({ job: "checkins.keyMissing", read: roundRead, run: tellKeyMissing }),
  ],
  posts: [
    post({ post: "checkins.ask", read: askRead, say: sayPrompt, done: afterPrompt }),
    post({ post: "checkins.unsay", read: askRead, say: unsayPrompt, done: afterUnsay }),
    post({ post: "checkins.redraw", read: promptRead, say: redrawPrompt, done: afterRedraw }),
    post({ post: "checkins.empty", read: emptyRead, say: sayEmpty }),
    post({ post: "checkins.warned", read: warnedRead, say: sayWarning }),
    post({ post: "checkins.waits", read: waitsRead, say: sayWaits }),
    post({ post: "checkins.keyTold", read: keyToldRead, say: sayKeyMissing }),
    lostRow,
  ],
};
