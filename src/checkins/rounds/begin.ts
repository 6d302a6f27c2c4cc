/**
 * From a round's row to its prompts: the audience is looked up, weighed, put into groups where answers are kept sealed, and
 * written, a chunk of persons in each run of a job. A run that dies is done again; whoever has a place keeps it.
 */
import { z } from "zod";

import type { KeyedWork } from "../../feature.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { listLeads } from "../../people/queries/roles.ts";
import { fixGroups, type Group } from "../confidential/groups.ts";
import { insertGroups, listGroups } from "../confidential/queries.ts";
import { leaveNotes } from "../follow/monday.ts";
import type { Prompt, PromptState, Round } from "../round.ts";
import { id, mostReminders } from "../schedules/schedule.ts";
import { hasSealed, type Template } from "../template.ts";
import { findTemplate } from "../templates/find.ts";
import { findRound, holdRound, insertPrompts, listPlaced, setRoundState } from "./queries.ts";
import { leaveStep } from "./step.ts";
import { addTo, askedByUnit, noTally, type Tally, tallyRead, without } from "./tally.ts";
import {
  firstPlace,
  type Planned,
  place,
  readChunk,
  readFacts,
  weighChunk,
  weighed,
} from "./weigh.ts";

export const roundRead = z.object({ round: id<RoundId>() });

export const chunkRead = z.object({
  round: id<RoundId>(),
  /** Groups are fixed before anybody has a place: sealed rounds are weighed first, then written. */
  pass: z.enum(["weigh", "write"]),
  place,
  first: place,
  tally: tallyRead,
});
type Plan = z.infer<typeof chunkRead>;

/** Leaves the work of giving everybody their place. */
export async function leaveBegin(work: KeyedWork, round: RoundId): Promise<void> {
  await later(work.tx, work.organization.id, work.now, {
    kind: "checkins.begin",
    payload: { round },
    due: work.now,
    once: `checkins.begin ${round}`,
  });
}

/** The channel whose members it needs. */
export async function beginMembers(work: KeyedWork, { round: id }: { readonly round: RoundId }) {
  const round = await findRound(work.tx, work.organization.id, id);
  if (round?.state !== "planning" || round.audience.kind !== "channel") return null;
  return { workspace: round.workspace, channel: round.audience.channel };
}

export async function beginRound(
  work: KeyedWork,
  { round: id }: { readonly round: RoundId },
  members: readonly PersonId[] | null,
): Promise<void> {
  const found = await findPlanning(work, id);
  if (found === null) return;
  const first = firstPlace(found.round.audience, members);
  if (first === null) return endEmpty(work, id, noTally);
  const pass = hasSealed(found.template) ? "weigh" : "write";
  await runPlan(work, { round: id, pass, place: first, first, tally: noTally }, found);
}

/** The next chunk. */
export async function goOn(work: KeyedWork, plan: Plan): Promise<void> {
  const found = await findPlanning(work, plan.round);
  if (found !== null) await runPlan(work, plan, found);
}

interface Found {
  readonly round: Round;
  readonly template: Template;
}

async function findPlanning(work: KeyedWork, id: RoundId): Promise<Found | null> {
  const round = await holdRound(work.tx, work.organization.id, id);
  if (round?.state !== "planning") return null;
  const template = await findTemplate(work, round.template, round.templateVersion);
  if (template === undefined) throw new Error(`No template ${round.template} any more`);
  return { round, template };
}

async function runPlan(work: KeyedWork, plan: Plan, { round, template }: Found): Promise<void> {
  const { tx, organization } = work;
  const chunk = await readChunk(work, round.audience, plan.place);
  const facts = await readFacts(work, template);
  const planned = await weighChunk(work, { ...round, template }, facts, chunk.participants);
  const tally = addTo(plan.tally, planned.map(weighed));
  if (plan.pass === "write") {
    const { groups } = await listGroups(tx, organization.id, round.id);
    const prompts = planned.flatMap((one) => promptFor(round, template, one, groups) ?? []);
    const persons = prompts.map((prompt) => prompt.person);
    // Two who became one while it was planned are asked once.
    const placed = await listPlaced(tx, organization.id, round.id, persons);
    await insertPrompts(
      tx,
      organization.id,
      prompts.filter((prompt) => !placed.has(prompt.person)),
    );
  }
  if (chunk.next !== null) return leavePlan(work, { ...plan, place: chunk.next, tally });
  if (plan.pass === "write") return finishPlan(work, round, template, tally);
  const groups = fixGroups(askedByUnit(tally), template.least);
  if (template.sees === "groups" && groups.length === 0) {
    return endEmpty(work, round.id, without(tally, new Set(Object.keys(tally.units)), "few"));
  }
  await insertGroups(tx, organization.id, round.id, groups);
  await leavePlan(work, { ...plan, pass: "write", place: plan.first, tally: noTally });
}

const leavePlan = ({ tx, organization, now }: KeyedWork, plan: Plan): Promise<void> =>
  later(tx, organization.id, now, { kind: "checkins.plan", payload: plan, due: now });

/** Undefined: no place in the round. */
function promptFor(
  round: Round,
  template: Template,
  { person, plan }: Planned,
  groups: readonly Group[],
): Prompt | undefined {
  if (plan === null) return undefined;
  const group = groups.find(({ units }) => units.includes(person.unit))?.key ?? null;
  if (template.sees === "groups" && group === null) return undefined;
  const isAsked = plan.kind === "ask";
  return {
    round: round.id,
    person: person.id,
    state: stateOf(plan.kind),
    dueAt: isAsked ? plan.askAt : null,
    askAt: plan.askAt,
    askedAt: null,
    remindedAt: null,
    reminders: isAsked ? mostReminders(template) : 0,
    closesAt: plan.closesAt,
    answeredAt: null,
    unit: person.unit,
    group,
  };
}

function stateOf(kind: NonNullable<Planned["plan"]>["kind"]): PromptState {
  if (kind === "ask") return "waiting";
  return kind === "missed" ? "missed" : "off";
}

async function finishPlan(
  work: KeyedWork,
  round: Round,
  template: Template,
  all: Tally,
): Promise<void> {
  const { tx, organization } = work;
  const { groups } = await listGroups(tx, organization.id, round.id);
  const grouped = new Set(groups.flatMap(({ units }) => units.map((unit) => unit ?? "")));
  const few = Object.keys(all.units).filter((unit) => !grouped.has(unit as never));
  const tally = template.sees === "groups" ? without(all, new Set(few), "few") : all;
  const { asked, first, closesAt } = tally;
  if (asked === 0 || first === null || closesAt === null) {
    return endEmpty(work, round.id, tally);
  }
  const open = { state: "open", opensAt: first.at, closesAt } as const;
  await setRoundState(tx, organization.id, round.id, open);
  await leaveStep(work, round.id, first.at);
  if (template.sees === "leads") await leaveNotes(work, await leadsOf(work, tally));
}

/** Of the units that are asked: what their people say stands in their Monday notes. */
async function leadsOf({ tx, organization }: KeyedWork, tally: Tally): Promise<PersonId[]> {
  const leads = new Set<PersonId>();
  for (const { unit } of askedByUnit(tally)) {
    if (unit === null) continue;
    for (const lead of await listLeads(tx, organization.id, unit)) leads.add(lead);
  }
  return [...leads];
}

/** Nobody to ask: whoever started it reads why. */
async function endEmpty(work: KeyedWork, round: RoundId, tally: Tally): Promise<void> {
  const { tx, organization, now } = work;
  const state = tally.missed > 0 ? "missed" : "empty";
  await setRoundState(tx, organization.id, round, { state, closedAt: now });
  if (state === "missed") return;
  await later(tx, organization.id, now, {
    kind: "checkins.empty",
    payload: { round, skipped: tally.skipped },
    due: now,
  });
}
