/** The kudos post: where it stands, and that it says what the rows say now. */

import { z } from "zod";
import { saying as sayingCard } from "../chat/card.ts";

import { type Context, type PostRow, post, type Saying, type Work } from "../feature.ts";
import type { RecognitionId, UnitId } from "../ids.ts";
import { type JobWanted, later } from "../jobs/queries.ts";
import type { Person } from "../people/person.ts";
import { findSetting, keepSetting } from "../store/settings.ts";
import { speak } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import { postCard, type UnitNames } from "./cards.ts";
import { listFirstBridges, listUnitNames } from "./queries/lists.ts";
import { findRecognition } from "./queries.ts";
import { type Home, isPostable, type Recognition } from "./record.ts";
import { type RecognitionSettings, recognitionSettings } from "./settings.ts";
import { troubleJob } from "./setup/trouble.ts";
import type { Weighed } from "./weigh.ts";

/** One job at a time for each: whatever changed meanwhile is drawn with it. */
export const announceJob = (id: RecognitionId, due: Instant): JobWanted => ({
  kind: "recognition.announce",
  payload: { recognition: id },
  due,
  once: `announce:${id}`,
});

const subjectStart = "kudos:";
export const postSubject = (id: RecognitionId): string => `${subjectStart}${id}`;

/** The recognition whose post a message is; null where it is something else. */
export const recognitionOf = (subject: string | undefined): RecognitionId | null =>
  subject?.startsWith(subjectStart) ? (subject.slice(subjectStart.length) as RecognitionId) : null;

/** Where a thanks is posted, or why nowhere. */
export type Posting =
  | { readonly home: Home }
  | { readonly home: null; readonly why: "unset" | "broken" };

/** The kudos channel; while none is chosen, the channel it was typed in, unless another organization reads there. */
export function postingFor(context: Context, { settings, draft }: Weighed): Posting {
  const { channel } = settings;
  if (channel !== null) {
    return channel.brokenSince === null
      ? { home: { workspace: channel.workspace, channel: channel.channel } }
      : { home: null, why: "broken" };
  }
  return draft.channel === null
    ? { home: null, why: "unset" }
    : { home: { workspace: context.workspace.id, channel: draft.channel } };
}

/** The channel a command was typed in, where a post may stand: not one that another organization shares. */
export const channelOf = ({ place }: Pick<Context, "place">): string | null =>
  place.kind === "channel" && place.shared !== true ? place.channel : null;

const payload = z.object({ recognition: z.string().transform((id) => id as RecognitionId) });

export const announceRow: PostRow = post({
  post: "recognition.announce",
  read: payload,
  say: async (work, { recognition: id }) => {
    const { tx, organization } = work;
    const recognition = await findRecognition(tx, organization, id);
    if (recognition === undefined || recognition.home === null) return null;
    const say = speak(organization.locale, organization.zone);
    return {
      subject: postSubject(id),
      to: { kind: "channel", ...recognition.home },
      card: isPostable(recognition)
        ? postCard(
            say,
            recognition,
            await unitsOf(work, recognition),
            await listFirstBridges(tx, organization.id, id),
          )
        : null,
    };
  },
  done: async (work, { recognition: id }, saying, end) => {
    const recognition = await findRecognition(work.tx, work.organization, id);
    if (recognition === undefined) return;
    // Taken back while it was on its way: it must not stay.
    if (saying.card !== null && end.kind === "said" && !isPostable(recognition)) {
      await later(work.tx, work.organization.id, work.now, announceJob(id, work.now));
    }
    // Where a post that stood is gone, somebody deleted it: it is not put back.
    if (end.kind === "gone" && !end.stood && saying.card !== null) {
      await notPosted(work, recognition, saying);
    }
  },
});

/** The channel takes nothing any more: a kudos channel is marked and its admins told; otherwise its giver is. */
async function notPosted(work: Work, recognition: Recognition, saying: Saying): Promise<void> {
  const { tx, now, organization } = work;
  const settings = await findSetting(tx, organization.id, recognitionSettings);
  if (saying.to.kind !== "channel") return;
  if (settings.channel?.channel !== saying.to.channel) {
    await later(tx, organization.id, now, {
      kind: "recognition.unposted",
      payload: { recognition: recognition.id },
      due: now,
    });
    return;
  }
  const broken: RecognitionSettings = {
    ...settings,
    channel: { ...settings.channel, brokenSince: settings.channel.brokenSince ?? now },
  };
  await keepSetting(tx, organization.id, recognitionSettings, broken);
  await later(tx, organization.id, now, troubleJob(now));
}

/** For the giver whose thanks could not be posted where it was typed. */
export const unpostedRow: PostRow = post({
  post: "recognition.unposted",
  read: payload,
  say: async ({ tx, organization }, { recognition: id }) => {
    const recognition = await findRecognition(tx, organization, id);
    if (recognition === undefined || recognition.undoneAt !== null) return null;
    const { giver } = recognition;
    const say = speak(giver.locale, giver.zone);
    return {
      subject: `unposted:${id}`,
      to: { kind: "person", person: giver.id },
      card: sayingCard(say.recognition.couldNotPost()),
    };
  },
});

async function unitsOf({ tx, organization }: Work, recognition: Recognition): Promise<UnitNames> {
  const persons = [recognition.giver, ...recognition.receivers.map((one) => one.person)];
  const names = await listUnitNames(
    tx,
    organization.id,
    persons.flatMap((person): UnitId[] => (person.unit === null ? [] : [person.unit])),
  );
  return {
    of: (person: Person) => (person.unit === null ? null : (names.get(person.unit) ?? null)),
  };
}
