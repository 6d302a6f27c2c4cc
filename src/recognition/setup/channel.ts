/** The kudos channel: the one thing setup asks. Choosing one also posts what waited, if the admin wants. */

import { z } from "zod";
import { saying } from "../../chat/card.ts";

import type { Outcome } from "../../chat/reply.ts";
import {
  type ActionRow,
  type AnswerRow,
  action,
  answer,
  type Context,
  type FormRow,
  form,
  recorded,
} from "../../feature.ts";
import { later } from "../../jobs/queries.ts";
import { openFor } from "../../people/person.ts";
import { findPerson } from "../../people/queries/persons.ts";
import { listAdmins } from "../../people/queries/roles.ts";
import { requireAdmin } from "../../people/roles.ts";
import { audit } from "../../privacy/audit.ts";
import { findSetting, keepSetting } from "../../store/settings.ts";
import { day, plus, second } from "../../time/instant.ts";
import { announceJob } from "../announce.ts";
import { updateHome } from "../queries/changes.ts";
import { listPublic } from "../queries/lists.ts";
import { channelIn, recognitionSettings, withChannel } from "../settings.ts";
import { channelChosenCard } from "./cards.ts";

/** How far back thanks that could not be posted are posted after all, and how many at most. */
const catchUpWindow = 7 * day;
const catchUpMost = 200;

const unposted = ({ tx, organization, now }: Context) =>
  listPublic(tx, organization.id, plus(now, -catchUpWindow), catchUpMost, true);

export const channelActions: readonly ActionRow[] = [
  action({
    action: "recognition.channel",
    read: z.unknown(),
    run: async (context): Promise<Outcome> => {
      const refused = await requireAdmin(context);
      if (refused !== null) return refused;
      const { tx, organization, say, workspace } = context;
      const settings = await findSetting(tx, organization.id, recognitionSettings);
      const here = channelIn(settings, workspace.id)?.channel ?? null;
      return {
        kind: "form",
        form: {
          form: "recognition.channel",
          title: say.recognition.channelTitle(),
          submit: say.recognition.save(),
          fields: [
            {
              kind: "channel",
              name: "channel",
              label: say.recognition.channelField(),
              hint: say.recognition.channelHint(),
              ...(here === null ? {} : { initial: here }),
            },
          ],
        },
      };
    },
  }),
  action({
    action: "recognition.catchUp",
    read: z.unknown(),
    run: async (context): Promise<Outcome> => {
      const refused = await requireAdmin(context);
      if (refused !== null) return refused;
      const { tx, now, organization, workspace, person } = context;
      const settings = await findSetting(tx, organization.id, recognitionSettings);
      const channel = channelIn(settings, workspace.id) ?? settings.channel;
      if (channel === null) return recorded("recognition.caughtUp", { count: 0 });
      const waiting = await unposted(context);
      await updateHome(tx, organization.id, waiting, channel);
      // The oldest first, as they would have stood, at the pace a channel takes them: one a second.
      const jobs = waiting
        .toReversed()
        .map((id, index) => announceJob(id, plus(now, index * second)));
      await later(tx, organization.id, now, ...jobs);
      await audit(context, person.id, "recognition.caught-up", { count: waiting.length });
      return recorded("recognition.caughtUp", { count: waiting.length });
    },
  }),
  action({
    action: "recognition.askAdmin",
    read: z.unknown(),
    run: async (context): Promise<Outcome> => {
      const { tx, now, organization, person } = context;
      const [first] = await listAdmins(tx, organization.id);
      const admin = first && (await findPerson(tx, organization, first.id));
      if (admin === undefined) return { kind: "nothing" };
      await later(tx, organization.id, now, {
        kind: "recognition.troubled",
        payload: { admin: admin.id, asker: person.id, on: now.slice(0, 10) },
        due: openFor(admin, now),
        once: `asked:${admin.id}`,
      });
      return recorded("recognition.askedAdmin", { admin: admin.name });
    },
  }),
];

export const channelForm: FormRow = form({
  form: "recognition.channel",
  read: z.unknown(),
  run: async (context, _state, filled): Promise<Outcome> => {
    const refused = await requireAdmin(context);
    if (refused !== null) return refused;
    const { tx, organization, person, workspace, place, say } = context;
    const [channel] = filled.picked.channel ?? [];
    if (channel === undefined) {
      return { kind: "invalid", fields: { channel: say.recognition.channelField() } };
    }
    // The platform's own picker leaves shared channels out; this is for one that slipped through.
    if (place.kind === "channel" && place.channel === channel && place.shared === true) {
      return { kind: "invalid", fields: { channel: say.recognition.channelShared() } };
    }
    const settings = await findSetting(tx, organization.id, recognitionSettings);
    const chosen = { workspace: workspace.id, channel, brokenSince: null, toldAt: null };
    await keepSetting(tx, organization.id, recognitionSettings, withChannel(settings, chosen));
    await audit(context, person.id, "recognition.channel-chosen", { channel });
    return recorded("recognition.channelChosen", {
      channel,
      waiting: (await unposted(context)).length,
    });
  },
});

export const channelAnswers: readonly AnswerRow[] = [
  answer({
    answer: "recognition.channelChosen",
    read: z.object({ channel: z.string(), waiting: z.number() }),
    draw: async ({ say }, { channel, waiting }) => ({
      kind: "replace",
      card: channelChosenCard(say, channel, waiting),
    }),
  }),
  answer({
    answer: "recognition.caughtUp",
    read: z.object({ count: z.number() }),
    draw: async ({ say }, { count }) => ({
      kind: "replace",
      card: saying(say.recognition.postingWaiting({ count })),
    }),
  }),
  answer({
    answer: "recognition.askedAdmin",
    read: z.object({ admin: z.string() }),
    draw: async ({ say }, { admin }) => ({
      kind: "card",
      card: saying(say.recognition.asked({ admin })),
    }),
  }),
];
