/** The kudos post: where it stands, and that it says what the rows say now. */

import { z } from "zod";
import { saying as sayingCard } from "../chat/card.ts";

import { type Context, type PostRow, post, type Saying, type Work } from "../feature.ts";
import type { RecognitionId, UnitId, WorkspaceId } from "../ids.ts";
import { type JobWanted, later, listMessages } from "../jobs/queries.ts";
import type { Person } from "../people/person.ts";
import { findSetting, keepSetting } from "../store/settings.ts";
import { speak } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import { postCard, type UnitNames } from "./cards.ts";
import { listFirstBridges, listUnitNames } from "./queries/lists.ts";
import { findRecognition } from "./queries.ts";
import { type Home, isPostable, type Recognition } from "./record.ts";
import { channelIn, channelsOf, recognitionSettings, withChannel } from "./settings.ts";
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

/** Where a thanks is posted, or why nowhere; `copies`: in which kudos channels of other workspaces it stands too. */
export type Posting =
  | { readonly home: Home; readonly copies: readonly Home[] }
  | { readonly home: null; readonly why: "unset" | "broken" };

/** The kudos channels; while none is chosen, the channel it was typed in, unless another organization reads there. */
export function postingFor(context: Context, { settings, draft }: Weighed): Posting {
  const workspace = context.workspace.id;
  const chosen = channelsOf(settings);
  if (chosen.length > 0) {
    const [home, ...copies] = chosen
      .filter(({ brokenSince }) => brokenSince === null)
      .toSorted((a, b) => Number(b.workspace === workspace) - Number(a.workspace === workspace))
      .map((one): Home => ({ workspace: one.workspace, channel: one.channel }));
    return home === undefined ? { home: null, why: "broken" } : { home, copies };
  }
  return draft.channel === null
    ? { home: null, why: "unset" }
    : { home: { workspace, channel: draft.channel }, copies: [] };
}

/** The channel a command was typed in, where a post may stand: not one that another organization shares. */
export const channelOf = ({ place }: Pick<Context, "place">): string | null =>
  place.kind === "channel" && place.shared !== true ? place.channel : null;

const payload = z.object({ recognition: z.string().transform((id) => id as RecognitionId) });

export const announceRow: PostRow = post({
  post: "recognition.announce",
  read: payload,
  say: async (work, { recognition: id }) => {
    const recognition = await findRecognition(work.tx, work.organization, id);
    if (recognition === undefined || recognition.home === null) return null;
    return sayIn(work, recognition, recognition.home);
  },
  done: async (work, { recognition: id }, saying, end) => {
    const { tx, now, organization } = work;
    const recognition = await findRecognition(tx, organization, id);
    if (recognition === undefined) return;
    // Taken back while it was on its way: it must not stay.
    if (saying.card !== null && end.kind === "said" && !isPostable(recognition)) {
      await later(tx, organization.id, now, announceJob(id, now));
    }
    // Where a post that stood is gone, somebody deleted it: it is not put back.
    if (end.kind === "gone" && !end.stood && saying.card !== null) {
      await notPosted(work, recognition, saying);
    }
    // The copies say what the home post says.
    const standing = await listMessages(tx, organization.id, postSubject(id));
    const copies = standing.filter((one) => !isHome(recognition, one));
    await later(tx, organization.id, now, ...copies.map((one) => copyJob(id, one, now)));
  },
});

/** The same post in the kudos channel of another workspace. */
export const copyJob = (
  id: RecognitionId,
  { workspace, channel }: Home,
  due: Instant,
): JobWanted => ({
  kind: "recognition.copy",
  payload: { recognition: id, workspace, channel },
  due,
  once: `copy:${id}:${workspace}:${channel}`,
});

export const copyRow: PostRow = post({
  post: "recognition.copy",
  read: payload.extend({
    workspace: z.string().transform((id) => id as WorkspaceId),
    channel: z.string(),
  }),
  say: async (work, { recognition: id, ...place }) => {
    const recognition = await findRecognition(work.tx, work.organization, id);
    return recognition === undefined ? null : sayIn(work, recognition, place);
  },
  done: async (work, { recognition: id, ...place }, saying, end) => {
    const { tx, now, organization } = work;
    const recognition = await findRecognition(tx, organization, id);
    if (recognition === undefined || saying.card === null) return;
    if (end.kind === "said" && !isPostable(recognition)) {
      await later(tx, organization.id, now, copyJob(id, place, now));
    }
    if (end.kind === "gone" && !end.stood) await markBroken(work, place);
  },
});

const isHome = ({ home }: Recognition, place: Home): boolean =>
  home !== null && home.workspace === place.workspace && home.channel === place.channel;

async function sayIn(work: Work, recognition: Recognition, { workspace, channel }: Home) {
  const { tx, organization } = work;
  const { id } = recognition;
  return {
    subject: postSubject(id),
    to: { kind: "channel", workspace, channel } as const,
    card: isPostable(recognition)
      ? postCard(
          speak(organization.locale, organization.zone),
          recognition,
          await unitsOf(work, recognition),
          await listFirstBridges(tx, organization.id, id),
        )
      : null,
  };
}

/** The channel takes nothing any more: a kudos channel is marked and its admins told; otherwise its giver is. */
async function notPosted(work: Work, recognition: Recognition, saying: Saying): Promise<void> {
  const { tx, now, organization } = work;
  if (saying.to.kind !== "channel" || (await markBroken(work, saying.to))) return;
  await later(tx, organization.id, now, {
    kind: "recognition.unposted",
    payload: { recognition: recognition.id },
    due: now,
  });
}

/** False: it is no kudos channel. */
async function markBroken({ tx, now, organization }: Work, place: Home): Promise<boolean> {
  const settings = await findSetting(tx, organization.id, recognitionSettings);
  const chosen = channelIn(settings, place.workspace);
  if (chosen?.channel !== place.channel) return false;
  const broken = withChannel(settings, { ...chosen, brokenSince: chosen.brokenSince ?? now });
  await keepSetting(tx, organization.id, recognitionSettings, broken);
  await later(tx, organization.id, now, troubleJob(now));
  return true;
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
