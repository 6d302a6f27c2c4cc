/** Tells what a round came to: in its channel or to the leads of the units that were asked, and to them where there is nothing to show. */
import { z } from "zod";

import { assertNever } from "../../assert.ts";
import { type Card, saying } from "../../chat/card.ts";
import { type Line, words } from "../../chat/line.ts";
import {
  type JobRow,
  job,
  type KeyedWork,
  type PostRow,
  post,
  type SayingEnd,
  type Work,
} from "../../feature.ts";
import type { PersonId, RoundId, UnitId } from "../../ids.ts";
import { type JobWanted, later } from "../../jobs/queries.ts";
import { openFor } from "../../people/person.ts";
import { findPerson, listPersonsOnce } from "../../people/queries/persons.ts";
import { listLeads } from "../../people/queries/roles.ts";
import { type Say, speak } from "../../text/say.ts";
import type { Instant } from "../../time/instant.ts";
import { listUnitNames } from "../answering/queries.ts";
import type { Round } from "../round.ts";
import { findRound } from "../rounds/queries.ts";
import type { Template } from "../template.ts";
import { findTemplate } from "../templates/find.ts";
import { leadCard, summaryCard } from "./cards.ts";
import { summaryDue } from "./due.ts";
import { listDone } from "./queries.ts";
import { listRounds, summaryOf } from "./summarise.ts";
import { type Summary, tellingOf } from "./summary.ts";
import type { UnitNames } from "./words.ts";

const mostDone = 3;
/** More units than these are not named in the headline. */
const mostNamed = 3;

const ofRound = z.object({ round: z.string().transform((id) => id as RoundId) });

/** Left when the round has closed; does its part at the summary's own hour, however early it is called. */
export const summaryJob: JobRow = job({
  job: "checkins.summary",
  read: ofRound,
  run: async (work, { round: id }) => {
    const found = await findClosed(work, id);
    if (found === undefined) return;
    const { tx, now, organization } = work;
    const { round, template } = found;
    const summary = await summaryOf(work, round, template);
    const due = latest(now, summaryDue(round.closedAt ?? now, organization.zone));
    const inChannel = round.summaryTo === "channel" && round.channel !== null;
    if (tellingOf(summary) === "summary" && inChannel) {
      await later(tx, organization.id, now, saidJob(id, null, due));
    } else {
      await tellLeads(work, round, summary, { due, channelGone: false });
    }
  },
});

const latest = (one: Instant, other: Instant): Instant => (one > other ? one : other);

const said = ofRound.extend({
  /** Null: in the round's channel. */
  lead: z
    .string()
    .nullable()
    .transform((id) => id as PersonId | null),
  channelGone: z.boolean(),
});
type Said = z.infer<typeof said>;

export const saidJob = (
  round: RoundId,
  lead: PersonId | null,
  due: Instant,
  channelGone = false,
): JobWanted => ({ kind: "checkins.summarised", payload: { round, lead, channelGone }, due });

/** A lead's begins as the channel's does. */
export const summarySubject = (round: RoundId, lead: PersonId | null): string =>
  lead === null ? `summary:${round}` : `summary:${round}:${lead}`;

async function tellLeads(
  { tx, now, organization }: Work,
  round: Round,
  { units }: Summary,
  { due, channelGone }: { readonly due: Instant; readonly channelGone: boolean },
): Promise<void> {
  const told = await listToldOf({ tx, now, organization }, round, units);
  const persons = await listPersonsOnce(tx, organization, told);
  await later(
    tx,
    organization.id,
    now,
    ...persons
      .filter(({ here }) => here)
      .map((person) => saidJob(round.id, person.id, openFor(person, due), channelGone)),
  );
}

/** The leads of the units that were asked, and whoever started it. */
export async function listToldOf(
  { tx, organization }: Work,
  round: Round,
  units: readonly UnitId[],
): Promise<PersonId[]> {
  const told = new Set<PersonId>(round.madeBy === null ? [] : [round.madeBy]);
  for (const unit of units) {
    for (const lead of await listLeads(tx, organization.id, unit)) told.add(lead);
  }
  return [...told];
}

/** Undefined where there is nothing to tell of: what somebody answers for themself alone is no one else's. */
export async function findClosed(
  work: Work,
  id: RoundId,
): Promise<{ readonly round: Round; readonly template: Template } | undefined> {
  const round = await findRound(work.tx, work.organization.id, id);
  if (round?.state !== "closed") return undefined;
  const template = await findTemplate(work, round.template, round.templateVersion);
  return template === undefined || template.sees === "self" ? undefined : { round, template };
}

export const summarisedRow: PostRow = post({
  post: "checkins.summarised",
  read: said,
  say: async (work, { round: id, lead, channelGone }) => {
    const found = await findClosed(work, id);
    if (found === undefined) return null;
    const { tx, organization } = work;
    const { round } = found;
    if (lead === null) {
      if (round.channel === null) return null;
      const say = speak(organization.locale, organization.zone);
      return {
        subject: summarySubject(id, null),
        to: { kind: "channel", workspace: round.workspace, channel: round.channel },
        card: await draw(work, say, found, false),
      };
    }
    const person = await findPerson(tx, organization, lead);
    if (person === undefined || !person.here) return null;
    const say = speak(person.locale, person.zone);
    const card = await draw(work, say, found, true);
    return {
      subject: summarySubject(id, person.id),
      to: { kind: "person", person: person.id },
      card: channelGone ? withGone(say, card, round) : card,
    };
  },
  done: tellOtherwise,
});

/** Where the channel is closed to us the leads get it instead. */
async function tellOtherwise(
  work: KeyedWork,
  { round: id, lead }: Said,
  _: unknown,
  end: SayingEnd,
): Promise<void> {
  if (lead !== null || end.kind !== "gone" || end.stood) return;
  const found = await findClosed(work, id);
  if (found === undefined) return;
  const summary = await summaryOf(work, found.round, found.template);
  await tellLeads(work, found.round, summary, { due: work.now, channelGone: true });
}

const withGone = (say: Say, card: Card, { channel }: Round): Card => ({
  ...card,
  blocks: [
    ...card.blocks,
    {
      kind: "note",
      line: say.summary.channelGone({
        channel: channel === null ? [] : [{ kind: "channel", channel }],
      }),
    },
  ],
});

async function draw(
  work: Work,
  say: Say,
  { round, template }: { readonly round: Round; readonly template: Template },
  forLead: boolean,
): Promise<Card> {
  const { tx, organization } = work;
  const summary = await summaryOf(work, round, template);
  const telling = tellingOf(summary);
  if (round.pausedWhy === "lost" && telling === "few") {
    return saying(say.summary.lost({ name: template.name(say) }));
  }
  switch (telling) {
    case "quiet":
    case "few":
    case "nobody":
      return leadCard(say, telling, template, summary);
    case "summary": {
      const earlier = await listRounds(work, round);
      const names = await namesIn(work, summary);
      const [last] = earlier;
      const done = last === undefined ? [] : await listDone(tx, organization.id, last.id, mostDone);
      const who = whoOf(work, say, round, summary, names);
      const shown = { round, template, who, summary, earlier, names, done, forLead };
      return summaryCard(say, shown);
    }
    default:
      return assertNever(telling);
  }
}

/** The names of every unit in it. */
export async function namesIn({ tx, organization }: Work, summary: Summary): Promise<UnitNames> {
  const { units, groups, map } = summary;
  const all = new Set([
    ...units,
    ...groups.flatMap((group) => group.units),
    ...map.flatMap(({ raters, rated }) => [...raters, rated]),
  ]);
  all.delete(null);
  return listUnitNames(
    tx,
    organization.id,
    [...all].flatMap((unit) => unit ?? []),
  );
}

function whoOf(
  { organization }: Work,
  say: Say,
  { channel }: Round,
  { units }: Summary,
  names: UnitNames,
): Line {
  const named = units.flatMap((unit) => names.get(unit) ?? []);
  if (named.length > 0 && named.length <= mostNamed) return say.list(named.map(words));
  return channel === null ? words(organization.name) : [{ kind: "channel", channel }];
}
