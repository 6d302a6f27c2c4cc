/** Schedules: the rows. */
import { z } from "zod";
import type { Block, Button } from "../../chat/card.ts";
import type { Line } from "../../chat/line.ts";
import { action, type Context, type Feature, form, job, post, type Work } from "../../feature.ts";
import { isAdmin, isLead } from "../../people/roles.ts";
import type { Say } from "../../text/say.ts";
import { manageActions, manageAnswers, showSchedules } from "./manage.ts";
import { keepNew, openNew } from "./newSchedule.ts";
import { previewedRead, previewMembers, previewRead, sayPreview, weighPreview } from "./preview.ts";
import { listSchedules } from "./queries.ts";
import { startNow } from "./startNow.ts";
import { audienceLine, rhythmLine, templateName } from "./words.ts";

export const scheduleRows: Omit<Feature, "name"> = {
  commands: [
    {
      command: "checkin",
      word: "schedule",
      usage: (say) => say.schedules.usage(),
      run: showSchedules,
    },
    {
      command: "checkin",
      word: "start",
      usage: (say) => say.schedules.startUsage(),
      run: async (context, words) => (await startNow(context, words)) ?? { kind: "nothing" },
    },
  ],
  actions: [...manageActions, action({ action: "schedules.new", read: z.unknown(), run: openNew })],
  forms: [
    form({
      form: "schedules.new",
      read: z.null(),
      run: (context, _, filled) => keepNew(context, filled),
    }),
  ],
  answers: manageAnswers,
  jobs: [
    job({
      job: "checkins.preview",
      read: previewRead,
      members: previewMembers,
      run: weighPreview,
    }),
  ],
  posts: [post({ post: "checkins.previewed", read: previewedRead, say: sayPreview })],
  sends: listSends,
  home: leadsAtHome,
};

/** For whoever may start one: the way to what is scheduled, and to what can be asked. */
async function leadsAtHome(context: Context): Promise<readonly Block[]> {
  if (!(await isLead(context)) && !(await isAdmin(context))) return [];
  const { say } = context;
  const buttons: Button[] = [
    { action: "schedules.list", label: say.schedules.scheduled() },
    { action: "checkins.templates", label: say.templates.list(), value: { from: 0 } },
  ];
  return [{ kind: "buttons", buttons }];
}

const mostListed = 20;

/** For whoever sets Rapport up: what goes out of its own accord. */
async function listSends(work: Work & { readonly say: Say }): Promise<readonly Line[]> {
  const { tx, organization, say } = work;
  const all = await listSchedules(tx, organization.id, { madeBy: null, most: mostListed });
  const lines: Line[] = [];
  for (const schedule of all.filter(({ state }) => state === "started")) {
    lines.push(
      say.schedules.sends({
        name: await templateName(work, say, schedule.template),
        rhythm: rhythmLine(say, schedule.cron),
        audience: await audienceLine(work, say, schedule.audience),
      }),
    );
  }
  return lines;
}
