/**
 * Before anything is sent: how many are asked, when the first and the last of them, and who is left out. A channel's members are
 * looked up outside any answer's two seconds, and a hundred thousand people weighed in chunks, so it comes as a message.
 */
import { z } from "zod";

import { assertNever } from "../../assert.ts";
import { type Json, saying } from "../../chat/card.ts";
import type { KeyedWork, Saying } from "../../feature.ts";
import type { PersonId, ScheduleId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { findPerson } from "../../people/queries/persons.ts";
import { type Say, speak } from "../../text/say.ts";
import { localAt } from "../../time/schedule.ts";
import { fixGroups } from "../confidential/groups.ts";
import { addTo, askedByUnit, noTally, tallyRead, without } from "../rounds/tally.ts";
import { firstPlace, place, readChunk, readFacts, weighChunk, weighed } from "../rounds/weigh.ts";
import { findTemplate } from "../templates/find.ts";
import { previewCard } from "./cards.ts";
import { readStarter, refuseStart } from "./refuse.ts";
import { askingRead, id } from "./schedule.ts";

/** Whose preview it is, of what, and what its button does. */
const wish = z.object({
  person: id<PersonId>(),
  runsWorkspace: z.boolean(),
  asking: askingRead,
  /** Null: of no schedule. */
  schedule: id<ScheduleId>().nullable(),
  /** Null: opens now. */
  atLocal: z.string().nullable(),
  /** look: nothing can be started from it. start: the schedule. open: a round, now. */
  does: z.enum(["look", "start", "open"]),
  /** Of which press it is: a preview asked for again is a message of its own. */
  asked: z.string(),
});
export type PreviewWish = z.infer<typeof wish>;

export const previewRead = z.object({ wish, place: place.nullable(), tally: tallyRead });
/** `outside`: it asks the members of a channel in which whoever starts it is not. */
export const previewedRead = z.object({
  wish,
  tally: tallyRead,
  outside: z.boolean().default(false),
});

export async function leavePreview(
  { tx, organization, now }: KeyedWork,
  wish: PreviewWish,
): Promise<void> {
  await later(tx, organization.id, now, {
    kind: "checkins.preview",
    payload: { wish, place: null, tally: noTally } as unknown as Json,
    due: now,
  });
}

export const previewMembers = async (
  _work: KeyedWork,
  { wish, place }: z.infer<typeof previewRead>,
) => {
  const { audience, workspace } = wish.asking;
  return place === null && audience.kind === "channel"
    ? { workspace, channel: audience.channel }
    : null;
};

export async function weighPreview(
  work: KeyedWork,
  { wish, place: at, tally: before }: z.infer<typeof previewRead>,
  members: readonly PersonId[] | null,
): Promise<void> {
  const { tx, organization, now } = work;
  const leave = (kind: string, payload: object) =>
    later(tx, organization.id, now, { kind, payload: payload as Json, due: now });
  const template = await findTemplate(work, wish.asking.template);
  const from = at ?? firstPlace(wish.asking.audience, members);
  if (members !== null && !members.includes(wish.person)) {
    const starter = await readStarter(work, wish.person, wish.runsWorkspace);
    if (!starter.isAdmin) {
      return leave("checkins.previewed", { wish, tally: before, outside: true });
    }
  }
  if (from === null || template === undefined) {
    return leave("checkins.previewed", { wish, tally: before });
  }
  const chunk = await readChunk(work, wish.asking.audience, from);
  const atLocal = wish.atLocal ?? localAt(now, organization.zone);
  const planned = await weighChunk(
    work,
    { template, window: wish.asking.window, atLocal },
    await readFacts(work, template),
    chunk.participants,
  );
  const tally = addTo(before, planned.map(weighed));
  if (chunk.next !== null) return leave("checkins.preview", { wish, place: chunk.next, tally });
  if (template.sees !== "groups") return leave("checkins.previewed", { wish, tally });
  const grouped = fixGroups(askedByUnit(tally), template.least).flatMap(({ units }) => units);
  const few = askedByUnit(tally).filter(({ unit }) => !grouped.includes(unit));
  const left = without(tally, new Set(few.map(({ unit }) => unit ?? "")), "few");
  await leave("checkins.previewed", { wish, tally: left });
}

export async function sayPreview(
  work: KeyedWork,
  { wish, tally, outside }: z.infer<typeof previewedRead>,
): Promise<Saying | null> {
  const person = await findPerson(work.tx, work.organization, wish.person);
  const template = await findTemplate(work, wish.asking.template);
  if (person === undefined || template === undefined) return null;
  const say = speak(person.locale, person.zone);
  const starter = await readStarter(work, person.id, wish.runsWorkspace);
  const { does, asking } = wish;
  const subject = `checkin-preview:${wish.asked}`;
  const to = { kind: "person", person: person.id } as const;
  if (outside) return { subject, to, card: saying(say.schedules.notInChannel()) };
  const refusal =
    does === "look"
      ? null
      : await refuseStart({ ...work, say }, starter, asking, template, tally.asked);
  return {
    subject,
    to,
    card: previewCard(
      say,
      { name: template.name(say), tally, refusal, button: startButton(say, wish, tally.asked) },
      work.now,
    ),
  };
}

/** What was asked for goes along: there is no row of it before somebody says yes. */
function startButton(say: Say, { does, schedule, asking }: PreviewWish, asked: number) {
  const texts = say.schedules;
  switch (does) {
    case "look":
      return null;
    case "start":
      return {
        action: "schedules.started",
        label: texts.startIt(),
        value: { schedule, asked },
      };
    case "open":
      return {
        action: "schedules.openNow",
        label: texts.startNow(),
        value: { asking, schedule, asked } as unknown as Json,
      };
    default:
      return assertNever(does);
  }
}
