/** Templates: the rows. */
import { z } from "zod";

import { action, answer, type Feature, form } from "../../feature.ts";
import { openTemplate, saveTemplate } from "./edit.ts";
import { exportTemplate, takeTemplate } from "./keep.ts";
import { drawTemplate, lookAtTemplate, showTemplates, turnTemplates } from "./show.ts";

const one = z.object({ id: z.string() });

export const templateRows: Omit<Feature, "name"> = {
  commands: [
    {
      command: "checkin",
      word: "templates",
      usage: (say) => say.templates.usage(),
      run: showTemplates,
    },
  ],
  actions: [
    action({
      action: "checkins.templates",
      read: z.object({ from: z.int().min(0) }),
      run: turnTemplates,
    }),
    action({ action: "checkins.template", read: one, run: lookAtTemplate }),
    action({
      action: "checkins.copyTemplate",
      read: one,
      run: (context, { id }) => openTemplate(context, { id, copies: true }),
    }),
    action({
      action: "checkins.editTemplate",
      read: one,
      run: (context, { id }) => openTemplate(context, { id, copies: false }),
    }),
  ],
  forms: [
    form({
      form: "checkins.template",
      read: z.object({ id: z.string(), copies: z.boolean() }),
      run: saveTemplate,
    }),
  ],
  answers: [answer({ answer: "checkins.template", read: one, draw: drawTemplate })],
  exports: [{ export: "template", write: exportTemplate }],
  files: [{ file: "template", take: takeTemplate }],
};
