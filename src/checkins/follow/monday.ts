/**
 * A lead's Monday note: one private message with what their people answered, what got in the way, what is overdue and what is due
 * from them. Monday 08:30 where they are, or the first hour of their next shift. Where there is nothing to say it is not sent.
 */
import { z } from "zod";

import { type JobRow, job, type KeyedWork, type PostRow, post, type Work } from "../../feature.ts";
import type { PersonId, UnitId } from "../../ids.ts";
import { type JobWanted, later } from "../../jobs/queries.ts";
import { openFor, type Person } from "../../people/person.ts";
import { findPerson, listPersons } from "../../people/queries/persons.ts";
import { listShifts } from "../../people/queries/rota.ts";
import { type Say, speak } from "../../text/say.ts";
import { day, hour, type Instant, plus } from "../../time/instant.ts";
import { localDate, nextLocal } from "../../time/zone.ts";
import { listUnitNames } from "../answering/queries.ts";
import { findTemplate } from "../templates/find.ts";
import { isOverdue, isTaken } from "./action.ts";
import { ledUnits } from "./lead.ts";
import { type MondayShown, mondayCard } from "./mondayCard.ts";
import { listClosedRounds, listOpenActions, listRaised } from "./queries/actions.ts";
import { listNamedAnswers } from "./queries/answers.ts";
import { countLastThanked, listSharedThanks } from "./queries/monday.ts";
import { listNamedRounds } from "./showAnswers.ts";

const mostShown = 5;

const lead = z.object({ lead: z.string().transform((id) => id as PersonId) });

/** One note at a time waits for each lead. Left when a round opens that asks their people. */
export async function leaveNotes(work: Work, leads: readonly PersonId[]): Promise<void> {
  const { tx, now, organization } = work;
  const wanted: JobWanted[] = [];
  for (const person of await listPersons(tx, organization, leads)) {
    wanted.push(await noteJob(work, person));
  }
  await later(tx, organization.id, now, ...wanted);
}

async function noteJob({ tx, now, organization }: Work, person: Person): Promise<JobWanted> {
  const monday = nextLocal(now, person.zone, { hour: 8, minute: 30, weekday: 1 });
  const until = plus(monday, 7 * day);
  const shifts = (await listShifts(tx, organization.id, [person.id], monday, until)).get(person.id);
  const next = shifts?.find(({ endsAt }) => endsAt > monday);
  // On shift at that hour: then. Else within the first hour of the next shift.
  const due =
    next === undefined || next.startsAt <= monday ? monday : plus(next.startsAt, hour / 2);
  return {
    kind: "checkins.monday",
    payload: { lead: person.id },
    due: next === undefined ? openFor(person, due) : due,
    once: `monday:${person.id}`,
  };
}

/** A receiver shared a thanks with their lead: it stands in the next note. */
export const leaveMondayJob: JobRow = job({
  job: "checkins.planMonday",
  read: lead,
  run: async (work, { lead: id }) => leaveNotes(work, [id]),
});

/** Leaves the note, and the next one while rounds go on. */
export const mondayJob: JobRow = job({
  job: "checkins.monday",
  read: lead,
  run: async (work, { lead: id }) => {
    const { tx, now, organization } = work;
    const person = await findPerson(tx, organization, id);
    if (person === undefined || !person.here) return;
    const units = await ledUnits(work, id);
    if (units.length === 0) return;
    const rounds = await listNamedRounds(work, units);
    const week = localDate(now, person.zone);
    await later(tx, organization.id, now, {
      kind: "checkins.mondayNote",
      payload: { lead: id, week },
      due: now,
    });
    if (rounds.some(({ round }) => round.opensAt > plus(now, -35 * day))) {
      await later(tx, organization.id, now, await noteJob(work, person));
    }
  },
});

export const mondaySubject = "monday:";

export const mondayRow: PostRow = post({
  post: "checkins.mondayNote",
  read: lead.extend({ week: z.string() }),
  say: async (work, { lead: id, week }) => {
    const person = await findPerson(work.tx, work.organization, id);
    if (person === undefined || !person.here) return null;
    const say = speak(person.locale, person.zone);
    const shown = await readNote(work, person, say);
    const card = shown && mondayCard(say, shown);
    if (card === null) return null;
    const to = { kind: "person", person: person.id } as const;
    return { subject: `${mondaySubject}${week}:${person.id}`, to, card };
  },
});

async function readNote(work: KeyedWork, person: Person, say: Say): Promise<MondayShown | null> {
  const { tx, now, organization } = work;
  const units = await ledUnits(work, person.id);
  if (units.length === 0) return null;
  const names = await listUnitNames(tx, organization.id, units);
  const since = plus(now, -7 * day);
  const rounds = (await listNamedRounds(work, units)).filter(
    ({ round }) => round.opensAt > plus(now, -8 * day),
  );
  const actions = await listOpenActions(tx, organization.id, { units, owner: person.id }, 50);
  const today = localDate(now, person.zone);
  return {
    today,
    units: [...names.values()],
    rounds: rounds.map(({ round, template }) => ({ ...round, name: template.name(say) })),
    blockers: await readBlockers(work, units, rounds),
    overdue: actions.filter((action) => isOverdue(action, today)).slice(0, mostShown),
    shared: await listSharedThanks(tx, organization.id, units, since, 3),
    thanked: await countLastThanked(tx, organization.id, units, {
      week: since,
      month: plus(now, -30 * day),
    }),
    due: await readDue(work, person, units, say),
  };
}

type Named = Awaited<ReturnType<typeof listNamedRounds>>;

async function readBlockers(
  { tx, organization }: Work,
  units: readonly UnitId[],
  rounds: Named,
): Promise<MondayShown["blockers"]> {
  const blockers = [];
  for (const { round, template } of rounds) {
    const questions = template.questions.flatMap(({ id, becomes }) =>
      becomes === "request" ? [id] : [],
    );
    const raised = await listRaised(tx, organization.id, round.id);
    for (const one of await listNamedAnswers(tx, organization.id, round.id, units)) {
      if (isTaken(raised.get(one.person))) continue;
      if (!questions.includes(one.question) || one.words === null) continue;
      const { person, name, words } = one;
      blockers.push({ round: round.id, person, name, words });
    }
  }
  return blockers.slice(0, mostShown);
}

/** Closed feedback rounds that nobody has answered for. */
async function readDue(
  work: Work,
  person: Person,
  units: readonly UnitId[],
  say: Say,
): Promise<MondayShown["due"]> {
  const { tx, now, organization } = work;
  const of = { units, person: person.id, all: false };
  const closed = await listClosedRounds(tx, organization.id, of, lastQuarter(now), 12);
  const due = [];
  for (const round of closed) {
    if (round.answeredFor) continue;
    const template = await findTemplate(work, round.template, round.templateVersion);
    if (template?.kind === "feedback") due.push({ round: round.id, name: template.name(say) });
  }
  return due.slice(0, mostShown);
}

const lastQuarter = (now: Instant): Instant => plus(now, -100 * day);
