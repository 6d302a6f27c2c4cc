/** What a person fills in about themselves. */
import type { Choice, Field, Form } from "../chat/form.ts";
import { type Line, words } from "../chat/line.ts";
import type { DisciplineId, UnitId } from "../ids.ts";
import type { Say } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import { disciplineName } from "./discipline.ts";
import { type PauseLength, pauseEnd, pauseLengths } from "./pause.ts";
import { type Person, patterns } from "./person.ts";

/** A picker shows no more (Slack); a unit beyond them is typed. */
export const mostChoices = 100;
/** A name is a label on boards and in pickers, of 75 characters at most (Slack). */
const longestName = 60;

export interface Named<Id> {
  readonly id: Id;
  readonly name: string;
}

export function aboutForm(
  say: Say,
  person: Person,
  units: readonly Named<UnitId>[],
  disciplines: readonly Named<DisciplineId>[],
  note: Line,
): Form {
  const fields: Field[] = [
    ...choice("unit", say.people.unit(), units.map(named), person.unit),
    {
      kind: "text",
      name: "otherUnit",
      label: units.length === 0 ? say.people.unit() : say.people.otherUnit(),
      ...(units.length === 0 ? {} : { hint: say.people.otherUnitHint() }),
      most: longestName,
      optional: true,
    },
    ...choice(
      "discipline",
      say.people.profession(),
      disciplines.map(({ id, name }) => ({ value: id, label: disciplineName(say, name) })),
      person.discipline,
    ),
    ...choice(
      "pattern",
      say.people.whenWork(),
      patterns.map((pattern) => ({ value: pattern, label: say.people.patterns[pattern]() })),
      person.pattern,
    ),
    { kind: "note", line: note },
  ];
  return { form: "people.about", title: say.people.about(), submit: say.people.save(), fields };
}

export function pauseForm(say: Say, now: Instant, zone: string): Form {
  const day = (length: PauseLength) => ({ day: say.date(pauseEnd(now, zone, length)) });
  const labels: Record<PauseLength, Line> = {
    tomorrow: say.people.pauseTomorrow(day("tomorrow")),
    week: say.people.pauseWeek(day("week")),
    month: say.people.pauseMonth(day("month")),
  };
  return {
    form: "people.pause",
    title: say.people.pauseTitle(),
    submit: say.people.save(),
    fields: [
      {
        kind: "choice",
        name: "until",
        label: say.people.pauseFor(),
        choices: pauseLengths.map((length) => ({ value: length, label: labels[length] })),
      },
      { kind: "note", line: say.people.pauseNote() },
    ],
  };
}

const named = ({ id, name }: Named<string>): Choice => ({ value: id, label: words(name) });

/** No field where there is nothing to choose. */
function choice(
  name: string,
  label: Line,
  choices: readonly Choice[],
  initial: string | null,
): Field[] {
  if (choices.length === 0) return [];
  const known = choices.some(({ value }) => value === initial) ? initial : null;
  return [
    {
      kind: "choice",
      name,
      label,
      choices,
      optional: true,
      ...(known === null ? {} : { initial: known }),
    },
  ];
}
