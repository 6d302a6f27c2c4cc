/** A schedule in words: its rhythm, whom it asks, when next. */
import { type Line, words } from "../../chat/line.ts";
import type { Work } from "../../feature.ts";
import { disciplineName } from "../../people/discipline.ts";
import { listDisciplines, listUnits } from "../../people/queries/about.ts";
import type { Say } from "../../text/say.ts";
import type { Instant } from "../../time/instant.ts";
import { instantAt, pickedOf, readCron } from "../../time/schedule.ts";
import type { Audience } from "../round.ts";
import { findTemplate } from "../templates/find.ts";
import { weekdayLine } from "./labels.ts";
import type { Schedule } from "./schedule.ts";

/** A template's name as its reader says it; its id where it is no longer there. */
export async function templateName(work: Work, say: Say, template: string): Promise<Line> {
  return (await findTemplate(work, template))?.name(say) ?? words(template);
}

/** "every week on Friday at 15:00" */
export function rhythmLine(say: Say, expression: string): Line {
  const cron = readCron(expression);
  const picked = cron.kind === "cron" ? pickedOf(cron) : undefined;
  if (picked === undefined) return say.schedules.cron({ cron: expression });
  const time = `${two(picked.hour)}:${two(picked.minute)}`;
  return say.schedules.every[picked.every]({ weekday: weekdayLine(say, picked.weekday), time });
}

const two = (number: number): string => String(number).padStart(2, "0");

const mostNames = 1_000;

export async function audienceLine(
  { tx, organization }: Work,
  say: Say,
  audience: Audience,
): Promise<Line> {
  switch (audience.kind) {
    case "channel":
      return say.schedules.members({ channel: [{ kind: "channel", channel: audience.channel }] });
    case "units": {
      const units = await listUnits(tx, organization.id, mostNames);
      const named = units.filter(({ id }) => audience.units.includes(id));
      return say.schedules.ofUnits({ units: say.list(named.map(({ name }) => words(name))) });
    }
    case "disciplines": {
      const all = await listDisciplines(tx, organization.id, mostNames);
      const named = all.filter(({ id }) => audience.disciplines.includes(id));
      const disciplines = say.list(named.map(({ name }) => disciplineName(say, name)));
      return say.schedules.ofDisciplines({ disciplines });
    }
    case "persons":
      return say.schedules.persons({ count: audience.persons.length });
    case "everyone":
      return say.schedules.everyone();
  }
}

/** "15:00, Friday 27 November", as the reader's own clock will show it. */
export const localText = (say: Say, local: string, now: Instant): string =>
  say.moment(instantAt(local, say.zone), now);

export function stateLine(
  say: Say,
  schedule: Pick<Schedule, "state" | "nextLocal" | "skipNext">,
  now: Instant,
): Line {
  if (schedule.state === "draft") return say.schedules.draft();
  if (schedule.state !== "started") return say.schedules.paused();
  if (schedule.nextLocal === null) return say.schedules.over();
  const next = localText(say, schedule.nextLocal, now);
  return schedule.skipNext ? say.schedules.startedSkip({ next }) : say.schedules.started({ next });
}

/** "Friday 27 November" */
export const dateText = (say: Say, local: string): string => say.date(instantAt(local, say.zone));
