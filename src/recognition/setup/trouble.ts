/** The kudos channel can't be posted to: its admins hear of it once a day, with one button to choose another. */
import { z } from "zod";

import { type JobRow, job, type PostRow, post } from "../../feature.ts";
import type { PersonId } from "../../ids.ts";
import { type JobWanted, later } from "../../jobs/queries.ts";
import { openFor } from "../../people/person.ts";
import { findPerson } from "../../people/queries/persons.ts";
import { listHolders } from "../../people/queries/roles.ts";
import { listMessagesOf } from "../../privacy/queries/messages.ts";
import { findSetting, keepSetting } from "../../store/settings.ts";
import { speak } from "../../text/say.ts";
import { day, type Instant, plus } from "../../time/instant.ts";
import { channelsOf, recognitionSettings, withChannel } from "../settings.ts";
import { channelAskCard, troubleCard } from "./cards.ts";

export const troubleJob = (now: Instant): JobWanted => ({
  kind: "recognition.trouble",
  payload: {},
  due: now,
  once: "trouble",
});

export const troubleRow: JobRow = job({
  job: "recognition.trouble",
  read: z.unknown(),
  run: async ({ tx, now, organization }) => {
    const settings = await findSetting(tx, organization.id, recognitionSettings);
    const broken = channelsOf(settings).filter(({ brokenSince }) => brokenSince !== null);
    const untold = broken.filter(({ toldAt }) => toldAt === null || plus(toldAt, day) <= now);
    if (untold.length === 0) return;
    const told = untold.reduce((all, one) => withChannel(all, { ...one, toldAt: now }), settings);
    await keepSetting(tx, organization.id, recognitionSettings, told);
    for (const id of await listHolders(tx, organization.id, "admin")) {
      const admin = await findPerson(tx, organization, id);
      if (admin === undefined) continue;
      await later(tx, organization.id, now, {
        kind: "recognition.troubled",
        payload: { admin: id, asker: null, on: now.slice(0, 10) },
        due: openFor(admin, now),
      });
    }
  },
});

export const channelAsked = "channel-asked:";

/** What an admin reads: that the channel is broken, or that somebody would like one to be chosen. */
export const troubledRow: PostRow = post({
  post: "recognition.troubled",
  read: z.object({
    admin: z.string().transform((id) => id as PersonId),
    asker: z
      .string()
      .nullable()
      .transform((id) => id as PersonId | null),
    on: z.string(),
  }),
  say: async ({ tx, organization }, { admin: id, asker: askerId, on }) => {
    const admin = await findPerson(tx, organization, id);
    const channels = channelsOf(await findSetting(tx, organization.id, recognitionSettings));
    if (admin === undefined) return null;
    const say = speak(admin.locale, admin.zone);
    const to = { kind: "person", person: admin.id } as const;
    if (askerId !== null) {
      const asker = await findPerson(tx, organization, askerId);
      if (asker === undefined || channels.length > 0) return null;
      // The first to ask that day is enough.
      const today = `${channelAsked}${on}:${admin.id}:`;
      if ((await listMessagesOf(tx, organization.id, today)).length > 0) return null;
      return { subject: `${today}${asker.id}`, to, card: channelAskCard(say, asker) };
    }
    const channel = channels.find(({ brokenSince }) => brokenSince !== null);
    if (channel === undefined) return null;
    return {
      subject: `channel-trouble:${on}:${admin.id}`,
      to,
      card: troubleCard(say, channel.channel),
    };
  },
});
