/** Where and when the week's thanks are told; also how that is paused and stopped. */
import type { Field, Form } from "../../chat/form.ts";
import type { WorkspaceId } from "../../ids.ts";
import type { Say } from "../../text/say.ts";
import { type Schedule, suggested } from "../settings.ts";
import { hourLine, weekdayLine } from "./cards.ts";

export const weeklyStates = ["on", "paused", "off"] as const;
export type WeeklyState = (typeof weeklyStates)[number];

const stateOf = (schedule: Schedule | null): WeeklyState =>
  schedule !== null && schedule.next === null ? "paused" : "on";

export interface WeeklyAsked {
  readonly schedule: Schedule | null;
  /** A channel is picked among those of the workspace the form is opened in. */
  readonly workspace: WorkspaceId;
  readonly zone: string;
  /** The leaderboard of persons is an admin's choice. */
  readonly byAdmin: boolean;
}

export function weeklyForm(say: Say, { schedule, workspace, zone, byAdmin }: WeeklyAsked): Form {
  const texts = say.leaderboards;
  const states = {
    on: texts.weeklyOn(),
    paused: texts.weeklyPaused(),
    off: texts.weeklyOff(),
  };
  const here = schedule !== null && schedule.workspace === workspace;
  const { weekday, hour } = schedule ?? suggested;
  const persons: Field = {
    kind: "choice",
    name: "persons",
    label: texts.weeklyPersons(),
    choices: [
      { value: "yes", label: texts.weeklyPersonsYes() },
      { value: "no", label: texts.weeklyPersonsNo() },
    ],
    initial: schedule?.persons === true ? "yes" : "no",
  };
  return {
    form: "leaderboards.weekly",
    title: texts.weekly(),
    submit: texts.save(),
    fields: [
      { kind: "note", line: texts.weeklyHint() },
      {
        kind: "choice",
        name: "state",
        label: texts.weeklyState(),
        choices: weeklyStates.map((value) => ({ value, label: states[value] })),
        initial: stateOf(schedule),
      },
      {
        kind: "channel",
        name: "channel",
        label: texts.weeklyChannel(),
        hint: texts.weeklyChannelHint(),
        ...(here ? { initial: schedule.channel } : {}),
      },
      {
        kind: "choice",
        name: "weekday",
        label: texts.weeklyDay(),
        choices: numbers(1, 7).map((day) => ({ value: String(day), label: weekdayLine(say, day) })),
        initial: String(weekday),
      },
      {
        kind: "choice",
        name: "hour",
        label: texts.weeklyHour({ zone }),
        choices: numbers(0, 23).map((one) => ({ value: String(one), label: hourLine(say, one) })),
        initial: String(hour),
      },
      ...(byAdmin ? [persons] : []),
    ],
  };
}

const numbers = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
