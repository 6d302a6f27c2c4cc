/** What stands in a person's direct message of a round: drawn from current rows whenever it is said. */
import type { KeyedWork, Saying, SayingEnd, Work } from "../../feature.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import { listMessages } from "../../jobs/queries.ts";
import { safetySettings } from "../../people/footnote.ts";
import { openFor, type Person } from "../../people/person.ts";
import {
  findPerson,
  listPersons,
  listPersonsOnce,
  markWelcomed,
} from "../../people/queries/persons.ts";
import { listLeads } from "../../people/queries/roles.ts";
import { listShifts } from "../../people/queries/rota.ts";
import { welcomeBlocks } from "../../people/welcome.ts";
import { findSetting } from "../../store/settings.ts";
import { type Say, speak } from "../../text/say.ts";
import { type Instant, plus } from "../../time/instant.ts";
import { nextInsideShift } from "../../time/shift.ts";
import { minuteOfDay, nextLocal, periodEnd, readLocal } from "../../time/zone.ts";
import { leastForComments } from "../confidential/groups.ts";
import { countInGroup, listGroups } from "../confidential/queries.ts";
import { listRaised } from "../follow/queries/actions.ts";
import type { Prompt, Round } from "../round.ts";
import { findPrompt, findRound } from "../rounds/queries.ts";
import { isSealed, type Question, type Template } from "../template.ts";
import { findTemplate } from "../templates/find.ts";
import { closedCard, type PutOff, type Shown, standingCard } from "./cards.ts";
import { findNextLocal, listEnds, listResponses, listUnitNames } from "./queries.ts";
import { questionsFor } from "./questions.ts";
import type { Seen } from "./seen.ts";

export const subjectOf = (round: RoundId, person: PersonId): string => `checkin:${round}:${person}`;

/**
 * Null: nothing is to be said. A prompt that nobody has been sent yet is posted; what else there is to say replaces a message that
 * stands. Whether now is the hour for it is its sender's to judge.
 */
export async function promptSaying(
  work: KeyedWork,
  round: RoundId,
  person: PersonId,
): Promise<Saying | null> {
  const { tx, organization } = work;
  const reader = await findPerson(tx, organization, person);
  if (reader === undefined) return null;
  const standing = await findStanding(work, round, person);
  const subject = subjectOf(round, standing?.prompt.person ?? person);
  const stands = (await listMessages(tx, organization.id, subject)).length > 0;
  const saying = { subject, to: { kind: "person", person: reader.id } } as const;
  const say = speak(reader.locale, reader.zone);
  if (standing === null) return stands ? { ...saying, card: null } : null;
  if (isOver(standing, work.now)) return stands ? { ...saying, card: closedCard(say) } : null;
  if (standing.prompt.state !== "asked" && !stands) return null;

  const card = standingCard(say, await readShown(work, standing, reader));
  // The question about their hours stays until it is answered, also where this message has changed since.
  const isFirst = reader.welcomedAt === null || reader.welcomedAt === standing.prompt.askedAt;
  const welcome = isFirst && reader.pattern === null ? welcomeBlocks(say) : [];
  return { ...saying, card: { ...card, blocks: [...card.blocks, ...welcome] } };
}

/** After it was said: whoever had never heard from Rapport has now. */
export async function promptSaid(
  { tx, organization, now }: Work,
  round: RoundId,
  person: PersonId,
  saying: Saying,
  end: SayingEnd,
): Promise<void> {
  if (end.kind !== "said" || saying.card === null) return;
  const prompt = await findPrompt(tx, organization.id, round, person);
  const reader = await findPerson(tx, organization, person);
  if (reader === undefined) return;
  await markWelcomed(tx, organization.id, reader.id, prompt?.askedAt ?? now);
}

/** One person's place in a round that is there. */
export interface Standing {
  readonly round: Round;
  readonly template: Template;
  readonly prompt: Prompt;
}

export async function findStanding(
  work: Work,
  id: RoundId,
  person: PersonId,
): Promise<Standing | null> {
  const { tx, organization } = work;
  const round = await findRound(tx, organization.id, id);
  const prompt = await findPrompt(tx, organization.id, id, person);
  if (round === undefined || prompt === undefined) return null;
  const template = await findTemplate(work, round.template, round.templateVersion);
  return template === undefined ? null : { round, template, prompt };
}

/** No answer is taken any more. */
export const isOver = ({ round, prompt }: Pick<Standing, "round" | "prompt">, now: Instant) =>
  round.state !== "open" || now >= prompt.closesAt || prompt.state === "missed";

/** The card as it stands now; closed where it is over. */
export async function readCard(
  work: Work & { readonly say: Say },
  standing: Standing,
  reader: Person,
) {
  return isOver(standing, work.now)
    ? closedCard(work.say)
    : standingCard(work.say, await readShown(work, standing, reader));
}

async function readShown(work: Work, standing: Standing, reader: Person): Promise<Shown> {
  const { tx, organization, now } = work;
  const { round, template, prompt } = standing;
  const questions = await askedOf(work, standing);
  const answers = await listResponses(tx, organization.id, round.id, prompt.person);
  const became = (what: Question["becomes"]) =>
    answers.filter(({ question }) => questions.find(({ id }) => id === question)?.becomes === what);
  const helpers = became("kudos").flatMap(({ value }) =>
    value.kind === "people" ? value.persons : [],
  );
  const people = await listPersonsOnce(tx, organization, helpers);
  const safety = template.contacts
    ? await findSetting(tx, organization.id, safetySettings)
    : { contacts: null };
  return {
    template,
    prompt,
    now,
    questions,
    seen: await readSeen(work, standing, questions),
    contacts: safety.contacts,
    next: await findNext(work, round, reader.zone),
    putOffs: [...(await readPutOffs(work, prompt, reader)).keys()],
    helpers: people.filter(({ id, here }) => here && id !== reader.id),
    mayRequest:
      became("request").some(({ value }) => value.kind === "text") &&
      !(await listRaised(tx, organization.id, round.id)).has(prompt.person),
    mayPause: prompt.state === "skipped" && (await isThirdSkip(work, round, prompt.person)),
  };
}

/** The questions that this person is asked. */
export async function askedOf(
  { tx, organization }: Work,
  { round, template, prompt }: Standing,
): Promise<Question[]> {
  const { group } = prompt;
  if (group === null) return questionsFor(template, null);
  // Whoever has a group is one of enough for everything but words.
  const hasWords = template.questions.some((one) => one.kind === "text" && isSealed(template, one));
  const grouped = hasWords
    ? await countInGroup(tx, organization.id, round.id, group, leastForComments)
    : leastForComments;
  return questionsFor(template, grouped);
}

async function readSeen(
  work: Work,
  { round, template, prompt }: Standing,
  questions: readonly Question[],
): Promise<Seen> {
  const { tx, organization } = work;
  switch (template.sees) {
    case "self":
      return { kind: "self" };
    case "groups": {
      const { groups } = await listGroups(tx, organization.id, round.id);
      const units = groups.find(({ key }) => key === prompt.group)?.units ?? [];
      const known = units.filter((unit) => unit !== null);
      const names = await listUnitNames(tx, organization.id, known);
      return {
        kind: "groups",
        least: template.least,
        units: [...names.values(), ...(known.length < units.length ? [null] : [])],
      };
    }
    case "leads": {
      const ids = prompt.unit === null ? [] : await listLeads(tx, organization.id, prompt.unit);
      const leads = await listPersons(tx, organization, ids);
      const sealed = questions.filter((question) => isSealed(template, question));
      const onlyMood = sealed.every(({ kind }) => kind === "mood");
      return {
        kind: "leads",
        leads: leads.filter(({ id }) => id !== prompt.person),
        channel: round.summaryTo === "channel" ? round.channel : null,
        confidential: sealed.length === 0 ? "nothing" : onlyMood ? "mood" : "some",
        least: template.least,
      };
    }
  }
}

/** When the round's schedule asks this person next, by the clock on their wall. */
export async function findNext(
  { tx, organization, now }: Work,
  round: Round,
  zone: string,
): Promise<Instant | null> {
  if (round.schedule === null) return null;
  const local = await findNextLocal(tx, organization.id, round.schedule);
  const next = local === null ? undefined : readLocal(local, zone);
  return next === undefined || next <= now ? null : next;
}

/** The hours until which it can be put off, those before its close: the next shift where shifts are known, and tomorrow. */
export async function readPutOffs(
  { tx, organization, now }: Work,
  prompt: Prompt,
  reader: Person,
): Promise<ReadonlyMap<PutOff, Instant>> {
  const known = await listShifts(tx, organization.id, [reader.id], now, prompt.closesAt);
  const shifts = known.get(reader.id) ?? [];
  const ahead = shifts.filter(({ startsAt }) => startsAt > now);
  const minutes = minuteOfDay(prompt.askAt, reader.zone);
  const midnight = periodEnd(now, "day", reader.zone);
  const tomorrow = nextLocal(plus(midnight, -1), reader.zone, {
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
  });
  const wanted: readonly (readonly [PutOff, Instant | undefined])[] = [
    ["shift", nextInsideShift(ahead, now)],
    // On a day off by a known rota nobody is asked.
    ["tomorrow", known.has(reader.id) ? undefined : openFor(reader, tomorrow)],
  ];
  return new Map(
    wanted.flatMap(([to, at]) =>
      at !== undefined && at < prompt.closesAt ? [[to, at] as const] : [],
    ),
  );
}

/** Exactly: the fourth in a row asks no more. */
async function isThirdSkip(
  { tx, organization }: Work,
  { schedule }: Round,
  person: PersonId,
): Promise<boolean> {
  if (schedule === null) return false;
  const ends = await listEnds(tx, organization.id, schedule, person, 4);
  const skipped = ends.findIndex((end) => end !== "skipped");
  return skipped === 3 || (skipped === -1 && ends.length === 3);
}
