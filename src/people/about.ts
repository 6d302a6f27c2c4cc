/** What a person says of themself and wants for themself. Each is asked once and may be changed at any time. */
import type { Filled } from "../chat/form.ts";
import type { Outcome, Reply } from "../chat/reply.ts";
import { type Context, recorded, type Work } from "../feature.ts";
import type { DisciplineId, PersonId, UnitId } from "../ids.ts";
import { hastenJobs } from "../jobs/queries.ts";
import { wordRules } from "../privacy/phi/rules.ts";
import { type About, aboutKeptCard, hoursCard } from "./cards.ts";
import { clearField } from "./clear.ts";
import { formNote } from "./footnote.ts";
import { aboutForm, mostChoices, pauseForm } from "./forms.ts";
import { isPauseLength, pauseEnd } from "./pause.ts";
import { type Pattern, patterns } from "./person.ts";
import {
  findBelonging,
  hasDiscipline,
  hasUnit,
  insertUnit,
  listDisciplines,
  listUnits,
  moveToUnit,
  setDiscipline,
  setPattern,
  setPausedUntil,
  setPrivate,
} from "./queries/about.ts";
import { listPersons } from "./queries/persons.ts";

/** As it stands in the database now: after a change the context still holds the person of before. */
export async function findAbout({ tx, organization }: Work, id: PersonId): Promise<About> {
  const [person] = await listPersons(tx, organization, [id]);
  if (person === undefined) throw new Error("Whoever asks about themself is a person here");
  return { person, ...(await findBelonging(tx, organization.id, person)) };
}

export async function openAbout(context: Context): Promise<Reply> {
  const { tx, organization, person, say } = context;
  const units = await listUnits(tx, organization.id, mostChoices);
  const disciplines = await listDisciplines(tx, organization.id, mostChoices);
  const note = await formNote(context);
  return { kind: "form", form: aboutForm(say, person, units, disciplines, note) };
}

/** What is left empty stays as it was. */
export async function keepAbout(context: Context, filled: Filled): Promise<Outcome> {
  const { tx, organization, person, now } = context;
  const typed = await clearField(context, filled.text.otherUnit, { except: wordRules });
  if (typed?.kind === "refused") return { kind: "invalid", fields: { otherUnit: typed.line } };

  const unit =
    typed === null
      ? await pickedUnit(context, filled.picked.unit?.[0])
      : await insertUnit(tx, organization.id, typed.text, now);
  if (unit !== null && unit !== person.unit) {
    await moveToUnit(tx, organization.id, person.id, unit, now);
  }
  const discipline = filled.picked.discipline?.[0];
  if (discipline !== undefined && (await hasDiscipline(tx, organization.id, discipline))) {
    await setDiscipline(tx, organization.id, person.id, discipline as DisciplineId);
  }
  const pattern = patterns.find((one) => one === filled.picked.pattern?.[0]);
  if (pattern !== undefined) await setPattern(tx, organization.id, person.id, pattern);
  return recorded("people.about", null);
}

async function pickedUnit(
  { tx, organization }: Context,
  picked: string | undefined,
): Promise<UnitId | null> {
  if (picked === undefined || !(await hasUnit(tx, organization.id, picked))) return null;
  return picked as UnitId;
}

export async function showAboutKept(context: Context): Promise<Reply> {
  return {
    kind: "card",
    card: aboutKeptCard(context.say, await findAbout(context, context.person.id)),
  };
}

export const askHours = async ({ say }: Context): Promise<Reply> => ({
  kind: "replace",
  card: hoursCard(say),
});

/** `alone`: the card that was pressed holds nothing else, and becomes the answer. */
export async function keepPattern(
  { tx, organization, person }: Context,
  pattern: Pattern,
  alone: boolean,
): Promise<Outcome> {
  await setPattern(tx, organization.id, person.id, pattern);
  return recorded("people.pattern", { pattern, alone });
}

export async function keepPrivate(
  { tx, organization, person }: Context,
  isPrivate: boolean,
  alone: boolean,
): Promise<Outcome> {
  await setPrivate(tx, organization.id, person.id, isPrivate);
  return recorded("people.private", { private: isPrivate, alone });
}

export const openPause = async ({ say, now, person }: Context): Promise<Reply> => ({
  kind: "form",
  form: pauseForm(say, now, person.zone),
});

export async function keepPause(context: Context, filled: Filled): Promise<Outcome> {
  const { tx, organization, person, now } = context;
  const length = filled.picked.until?.[0];
  if (!isPauseLength(length)) return openPause(context);
  const until = pauseEnd(now, person.zone, length);
  await setPausedUntil(tx, organization.id, person.id, until);
  return recorded("people.paused", { until });
}

/** What waited comes now, or when their quiet hours end. */
export async function resume({ tx, organization, person, now }: Context): Promise<Outcome> {
  await setPausedUntil(tx, organization.id, person.id, null);
  await hastenJobs(tx, organization.id, person.id, now);
  return recorded("people.paused", { until: null });
}
