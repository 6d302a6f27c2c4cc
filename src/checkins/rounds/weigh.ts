/** Weighs an audience chunk by chunk: who has a place in a round, and when each is asked. */
import { z } from "zod";

import type { Work } from "../../feature.ts";
import type { DisciplineId, PersonId } from "../../ids.ts";
import { listUnits } from "../../people/queries/about.ts";
import {
  findInstalledAt,
  findParticipants,
  listLedUnits,
  listParticipantsAmong,
  type Participant,
} from "../../people/queries/participants.ts";
import { listShifts } from "../../people/queries/rota.ts";
import { type Instant, plus, second } from "../../time/instant.ts";
import { firstInstant } from "../../time/schedule.ts";
import { localDate } from "../../time/zone.ts";
import type { Audience, Window } from "../round.ts";
import { type PromptPlan, planPrompt, type Reachable } from "../schedules/plan.ts";
import { type Asking, id, mostReminders } from "../schedules/schedule.ts";
import type { Template } from "../template.ts";
import { licenceRefusal } from "../templates/licence.ts";
import { type EligibleFacts, type SkipReason, skipReason } from "./eligible.ts";
import type { Weighed } from "./tally.ts";

/** As many as one statement writes; one chunk is one run of a job, so that nobody's answer waits for all of them. */
export const chunkSize = 250;

/** Where in an audience the next chunk begins. The members of a channel are looked up once and go along. */
export const place = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("after"), after: id<PersonId>().nullable() }),
  z.object({ kind: z.literal("these"), persons: z.array(id<PersonId>()), from: z.number() }),
]);
export type Place = z.infer<typeof place>;

/** Null: the channel can't be read any more. */
export function firstPlace(audience: Audience, members: readonly PersonId[] | null): Place | null {
  switch (audience.kind) {
    case "channel":
      return members && { kind: "these", persons: [...members].sort(), from: 0 };
    case "persons":
      return { kind: "these", persons: [...audience.persons], from: 0 };
    default:
      return { kind: "after", after: null };
  }
}

export interface Chunk {
  readonly participants: readonly Participant[];
  /** Null: that was the last. */
  readonly next: Place | null;
}

export async function readChunk(
  { tx, organization }: Work,
  audience: Audience,
  at: Place,
): Promise<Chunk> {
  if (at.kind === "these") {
    const upTo = at.from + chunkSize;
    const found = await findParticipants(tx, organization, at.persons.slice(at.from, upTo));
    // Two who turned out to be one are asked once.
    const participants = [...new Map([...found.values()].map((one) => [one.id, one])).values()];
    return { participants, next: upTo < at.persons.length ? { ...at, from: upTo } : null };
  }
  const among = amongOf(audience);
  const participants = await listParticipantsAmong(tx, organization, among, at.after, chunkSize);
  const last = participants.at(-1);
  const isLast = last === undefined || participants.length < chunkSize;
  return { participants, next: isLast ? null : { kind: "after", after: last.id } };
}

function amongOf(audience: Audience): Parameters<typeof listParticipantsAmong>[2] {
  switch (audience.kind) {
    case "everyone":
    case "units":
      return audience;
    case "disciplines":
      return { kind: "disciplines", disciplines: audience.disciplines as DisciplineId[] };
    default:
      throw new Error(`The persons of ${audience.kind} go along with their place`);
  }
}

export async function readFacts(work: Work, template: Template): Promise<EligibleFacts> {
  const { tx, organization, now } = work;
  return {
    now,
    installedAt: await findInstalledAt(tx, organization.id),
    led: template.sees === "leads" ? await listLedUnits(tx, organization.id) : null,
    licensed: await listLicensed(work, template),
  };
}

const mostUnits = 10_000;

async function listLicensed({ tx, organization, now }: Work, template: Template) {
  if (template.licence === null || template.licence.units.length === 0) return null;
  const today = localDate(now, organization.zone);
  const units = await listUnits(tx, organization.id, mostUnits);
  return new Set(
    units
      .filter(({ name }) => licenceRefusal(template, [name], today) === null)
      .map((unit) => unit.id),
  );
}

export interface Wish {
  readonly template: Template;
  readonly window: Window;
  readonly atLocal: string;
}

export interface Planned {
  readonly person: Participant;
  /** Null: they have no place in the round. */
  readonly plan: PromptPlan | null;
  readonly skip: SkipReason | null;
}

export async function weighChunk(
  work: Work,
  wish: Wish,
  facts: EligibleFacts,
  participants: readonly Participant[],
): Promise<Planned[]> {
  const { template, window, atLocal } = wish;
  const reachOf = await readReach(
    work,
    participants,
    earlierOf(work.now, firstInstant(atLocal)),
    lastClose(atLocal, window),
  );
  const reminders = mostReminders(template);
  const known = new Map<string, PromptPlan>();
  return participants.map((person) => {
    const skip = skipReason(person, facts);
    if (skip !== null) return { person, plan: null, skip };
    const reach = reachOf(person);
    // People whose rota isn't known and who share zone and hours are asked at one moment: worked out once.
    const key = `${person.zone} ${person.pattern} ${person.pausedUntil}`;
    const same = reach.shifts === null ? known.get(key) : undefined;
    const plan = same ?? planPrompt({ ...reach, atLocal, window, reminders, now: work.now });
    if (reach.shifts === null) known.set(key, plan);
    return { person, plan, skip: plan.kind === "off" || plan.kind === "away" ? plan.kind : null };
  });
}

export const weighed = ({ person, plan, skip }: Planned): Weighed => {
  if (skip !== null) return { kind: "skipped", why: skip };
  if (plan?.kind !== "ask") return { kind: "missed" };
  return {
    kind: "asked",
    at: plan.askAt,
    closesAt: plan.closesAt,
    zone: person.zone,
    hasPattern: person.pattern !== null,
    unit: person.unit,
  };
};

/** What decides when each may be written to, with their shifts of the span where a rota is known. */
export async function readReach(
  { tx, organization }: Work,
  persons: readonly Pick<Participant, "id" | "zone" | "pattern" | "pausedUntil">[],
  from: Instant,
  until: Instant,
): Promise<(person: Pick<Participant, "id" | "zone" | "pattern" | "pausedUntil">) => Reachable> {
  const ids = persons.map((person) => person.id);
  const shifts = await listShifts(tx, organization.id, ids, from, until);
  return (person) => ({ person, shifts: shifts.get(person.id) ?? null });
}

/** When nobody on earth can answer any more. */
export const lastClose = (atLocal: string, window: Window): Instant =>
  planPrompt({
    atLocal,
    window,
    reminders: 0,
    now: plus(firstInstant(atLocal), -second),
    person: { zone: "Etc/GMT+12", pattern: "varies", pausedUntil: null },
    shifts: null,
  }).closesAt;

const earlierOf = (one: Instant, other: Instant): Instant => (one < other ? one : other);

export const askingOf = (asking: Asking): Asking => ({
  template: asking.template,
  audience: asking.audience,
  workspace: asking.workspace,
  channel: asking.channel,
  window: asking.window,
  summaryTo: asking.summaryTo,
});
