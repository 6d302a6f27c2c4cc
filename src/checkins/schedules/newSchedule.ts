/** A schedule is made in a form, as a draft: what can't be is said under its field. */
import { z } from "zod";

import { assertNever } from "../../assert.ts";
import type { Filled } from "../../chat/form.ts";
import { type Line, words } from "../../chat/line.ts";
import type { Outcome, Reply } from "../../chat/reply.ts";
import { type Context, recorded } from "../../feature.ts";
import { newId, type UnitId } from "../../ids.ts";
import { mostChoices } from "../../people/forms.ts";
import { listDisciplines, listUnits } from "../../people/queries/about.ts";
import { listRoles } from "../../people/queries/roles.ts";
import { isAdmin } from "../../people/roles.ts";
import { audit } from "../../privacy/audit.ts";
import type { Say } from "../../text/say.ts";
import { type CronMistake, cronOf, localAt, readCron } from "../../time/schedule.ts";
import type { Audience } from "../round.ts";
import { findTemplate, listTemplates } from "../templates/find.ts";
import { rhythms, scheduleForm, whos, windowNames, windows } from "./forms.ts";
import { requireLead } from "./manage.ts";
import { insertSchedule } from "./queries.ts";
import { readStarter, refuseAudience } from "./refuse.ts";
import { isTooShort, leastFeedbackDays, suggestedWindow } from "./schedule.ts";
import { wordsIn } from "./typedWords.ts";

const number = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const picked = z.object({
  template: z.tuple([z.string()]),
  rhythm: z.tuple([z.enum(rhythms)]),
  weekday: z.tuple([number(1, 7)]),
  hour: z.tuple([number(0, 23)]),
  who: z.tuple([z.enum(whos)]),
  channel: z.tuple([z.string().min(1)]).optional(),
  units: z.array(z.string()).default([]),
  disciplines: z.array(z.string()).default([]),
  window: z.tuple([z.enum(windowNames)]),
  summary: z.tuple([z.enum(["channel", "leads"])]),
});
type Picked = z.infer<typeof picked>;

export async function openNew(context: Context): Promise<Reply> {
  const refused = await requireLead(context);
  if (refused !== null) return refused;
  const { tx, organization, person, say, place } = context;
  const byAdmin = await isAdmin(context);
  const all = await listUnits(tx, organization.id, mostChoices);
  const roles = await listRoles(tx, organization.id, person.id);
  const led = roles.filter(({ role }) => role === "lead").map(({ unit }) => unit);
  const form = scheduleForm(say, {
    templates: await listTemplates(context),
    units: byAdmin ? all : all.filter(({ id }) => led.includes(id)),
    disciplines: byAdmin ? await listDisciplines(tx, organization.id, mostChoices) : [],
    channel: place.kind === "channel" ? place.channel : null,
    byAdmin,
  });
  return { kind: "form", form };
}

export async function keepNew(context: Context, filled: Filled): Promise<Outcome> {
  const refused = await requireLead(context);
  if (refused !== null) return refused;
  const read = picked.safeParse(filled.picked);
  if (!read.success) return openNew(context);
  const { tx, now, organization, person, workspace, say, place, runsWorkspace } = context;
  const chosen = read.data;
  const template = await findTemplate(context, chosen.template[0]);
  if (template === undefined) return openNew(context);

  const cron = readRhythm(context, chosen, filled);
  if (cron.kind === "wrong") return invalid("cron", cronLine(say, cron.why));
  const audience = audienceOf(chosen);
  if (audience === null) return invalid(...missing(say, chosen));
  const channel = chosen.channel?.[0] ?? null;
  if (place.kind === "channel" && place.channel === channel && place.shared === true) {
    return invalid("channel", say.schedules.shared());
  }
  const starter = await readStarter(context, person.id, runsWorkspace);
  const refusal = await refuseAudience(context, say, starter, { audience });
  if (refusal !== null) return invalid("who", refusal);
  const window = windows[chosen.window[0]] ?? suggestedWindow(template);
  if (isTooShort(template, window)) {
    return invalid("window", say.schedules.tooShort({ days: leastFeedbackDays }));
  }

  const id = newId("schedule", now);
  await insertSchedule(
    tx,
    organization.id,
    {
      id,
      template: template.id,
      audience,
      workspace: workspace.id,
      channel,
      cron: cron.text,
      window,
      // Without a channel there is nowhere else to tell it.
      summaryTo: channel === null ? "leads" : chosen.summary[0],
      state: "draft",
      skipNext: false,
      nextLocal: null,
      madeBy: person.id,
      startedAt: null,
    },
    now,
  );
  await audit(context, person.id, "schedules.made", { schedule: id, template: template.id });
  return recorded("schedules.changed", null);
}

type Rhythm =
  | { readonly kind: "rhythm"; readonly text: string }
  | { readonly kind: "wrong"; readonly why: CronMistake };

function readRhythm(
  { now, organization }: Context,
  { rhythm: [every], weekday: [weekday], hour: [hour] }: Picked,
  filled: Filled,
): Rhythm {
  const from = localAt(now, organization.zone).slice(0, "2026-11-27".length);
  const text =
    every === "cron"
      ? wordsIn(filled.text.cron)
      : cronOf({ every, weekday, hour, minute: 0, from });
  const cron = readCron(text);
  return cron.kind === "cron"
    ? { kind: "rhythm", text: cron.text }
    : { kind: "wrong", why: cron.why };
}

/** Null: what it needs was not chosen. */
function audienceOf({ who: [who], channel, units, disciplines }: Picked): Audience | null {
  switch (who) {
    case "channel":
      return channel === undefined ? null : { kind: "channel", channel: channel[0] };
    case "units":
      return units.length === 0 ? null : { kind: "units", units: units as UnitId[] };
    case "disciplines":
      return disciplines.length === 0 ? null : { kind: "disciplines", disciplines };
    case "everyone":
      return { kind: "everyone" };
    default:
      return assertNever(who);
  }
}

function missing(say: Say, { who: [who] }: Picked): [field: string, line: Line] {
  if (who === "units") return ["units", say.schedules.noUnits()];
  return who === "disciplines"
    ? ["disciplines", say.schedules.noDisciplines()]
    : ["channel", say.schedules.noPlace()];
}

function cronLine(say: Say, why: CronMistake): Line {
  const texts = say.schedules.cronWrong;
  switch (why.kind) {
    case "fields":
      return texts.fields({ count: why.count });
    case "unreadable":
    case "reversed":
    case "step":
    case "weeks":
      return texts[why.kind]({ part: words(why.part) });
    case "outside":
      return texts.outside({ part: words(why.part), least: why.least, most: why.most });
    case "never":
      return texts.never();
    default:
      return assertNever(why);
  }
}

const invalid = (field: string, line: Line): Reply => ({
  kind: "invalid",
  fields: { [field]: line },
});
