/** What a new schedule is made of. */
import type { Choice, Field, Form } from "../../chat/form.ts";
import { words } from "../../chat/line.ts";
import type { DisciplineId, UnitId } from "../../ids.ts";
import { disciplineName } from "../../people/discipline.ts";
import type { Say } from "../../text/say.ts";
import type { Audience, Window } from "../round.ts";
import type { Template } from "../template.ts";
import { hourLine, weekdayLine } from "./labels.ts";

export const rhythms = ["week", "fortnight", "month", "quarter", "cron"] as const;
export const whos = [
  "channel",
  "units",
  "disciplines",
  "everyone",
] as const satisfies readonly Audience["kind"][];

/** Null: what the template suggests. */
export const windows = {
  suggested: null,
  week: { kind: "week" },
  office: { kind: "office" },
  day: { kind: "days", days: 0 },
  nextDay: { kind: "days", days: 1 },
  fortnight: { kind: "days", days: 14 },
  month: { kind: "days", days: 28 },
} as const satisfies Record<string, Window | null>;
export const windowNames = Object.keys(windows) as (keyof typeof windows)[];

export interface Offered {
  readonly templates: readonly Template[];
  readonly units: readonly { readonly id: UnitId; readonly name: string }[];
  readonly disciplines: readonly { readonly id: DisciplineId; readonly name: string }[];
  /** Where it is opened; null outside channels. */
  readonly channel: string | null;
  readonly byAdmin: boolean;
}

/** Friday at three, as the weekly check-in suggests. */
const suggested = { weekday: "5", hour: "15" } as const;

/** "0 15 1,15 * MON-FRI /2 2026-11-27" and a good deal more. */
const longestCron = 100;

export function scheduleForm(say: Say, offered: Offered): Form {
  const texts = say.schedules;
  const { templates, units, disciplines, channel, byAdmin } = offered;
  const mayAsk = whos.filter((who) => byAdmin || who === "channel" || who === "units");
  const labelled = <Value extends string>(
    values: readonly Value[],
    labels: Readonly<Record<Value, () => Choice["label"]>>,
  ): Choice[] => values.map((value) => ({ value, label: labels[value]() }));
  return {
    form: "schedules.new",
    title: texts.formTitle(),
    submit: texts.save(),
    fields: [
      {
        kind: "choice",
        name: "template",
        label: texts.template(),
        choices: templates.map((template) => ({ value: template.id, label: template.name(say) })),
        ...(templates[0] === undefined ? {} : { initial: templates[0].id }),
      },
      {
        kind: "choice",
        name: "rhythm",
        label: texts.rhythm(),
        choices: labelled(rhythms, texts.rhythms),
        initial: "week",
      },
      {
        kind: "choice",
        name: "weekday",
        label: texts.weekday(),
        choices: upTo(1, 7).map((day) => ({ value: String(day), label: weekdayLine(say, day) })),
        initial: suggested.weekday,
      },
      {
        kind: "choice",
        name: "hour",
        label: texts.hour(),
        hint: texts.hourHint(),
        choices: upTo(0, 23).map((one) => ({ value: String(one), label: hourLine(say, one) })),
        initial: suggested.hour,
      },
      {
        kind: "text",
        name: "cron",
        label: texts.expression(),
        hint: texts.expressionHint(),
        most: longestCron,
        optional: true,
      },
      {
        kind: "choice",
        name: "who",
        label: texts.who(),
        choices: labelled(mayAsk, texts.whos),
        initial: "channel",
      },
      {
        kind: "channel",
        name: "channel",
        label: texts.channel(),
        hint: texts.channelHint(),
        ...(channel === null ? {} : { initial: channel }),
        optional: true,
      },
      ...choices(
        "units",
        texts.units(),
        units.map(({ id, name }) => ({ value: id, label: words(name) })),
      ),
      ...(byAdmin
        ? choices(
            "disciplines",
            texts.disciplines(),
            disciplines.map(({ id, name }) => ({ value: id, label: disciplineName(say, name) })),
          )
        : []),
      {
        kind: "choice",
        name: "window",
        label: texts.window(),
        choices: labelled(windowNames, texts.windows),
        initial: "suggested",
      },
      {
        kind: "choice",
        name: "summary",
        label: texts.summaryTo(),
        choices: labelled(["channel", "leads"], texts.summaries),
        initial: "channel",
      },
      { kind: "note", line: texts.formNote() },
    ],
  };
}

const choices = (name: string, label: Choice["label"], offered: readonly Choice[]): Field[] =>
  offered.length === 0 ? [] : [{ kind: "choices", name, label, choices: offered, optional: true }];

const upTo = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
