/** Answering's rows. */
import { z } from "zod";

import { action, type Feature } from "../../feature.ts";
import { fillAction, fillForms } from "./fill.ts";
import { standsRow } from "./keep.ts";
import { laterActions } from "./later.ts";
import { homeBlocks, showMine } from "./mine.ts";
import { tapAction } from "./tap.ts";

export const answeringRows: Omit<Feature, "name"> = {
  commands: [
    {
      command: "checkin",
      word: "mine",
      usage: (say) => say.checkins.usageMine(),
      run: showMine,
    },
  ],
  actions: [
    tapAction,
    fillAction,
    ...laterActions,
    action({ action: "checkins.mine", read: z.unknown(), run: showMine }),
  ],
  forms: fillForms,
  answers: [standsRow],
  home: homeBlocks,
};
