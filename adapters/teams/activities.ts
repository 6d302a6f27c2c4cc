/** What Teams sends, as far as it is read here. Whatever else it holds is passed over. */
import { z } from "zod";

import { whole } from "#engine";

const maybe = z.string().nullish();

const party = z.looseObject({ id: z.string(), name: maybe, aadObjectId: maybe, objectId: maybe });
export type Party = z.infer<typeof party>;

/** A mention in a text; its words must match the text between the marks exactly. */
export const mention = z.looseObject({
  type: z.literal("mention"),
  text: z.string(),
  mentioned: party,
});
export type Mention = z.infer<typeof mention>;

const named = z.looseObject({ id: z.string(), name: maybe });

export const activity = whole.pipe(
  z.looseObject({
    type: z.string(),
    id: maybe,
    /** Of an invoke. */
    name: maybe,
    /** Of an installation: add, remove, and both as part of an upgrade. */
    action: maybe,
    channelId: maybe,
    serviceUrl: z.string(),
    from: party.nullish(),
    recipient: party.nullish(),
    conversation: z
      .looseObject({
        id: z.string(),
        conversationType: maybe,
        tenantId: maybe,
        isGroup: z.boolean().nullish(),
      })
      .nullish(),
    channelData: z
      .looseObject({
        tenant: z.looseObject({ id: z.string() }).nullish(),
        team: named.nullish(),
        channel: z.looseObject({ id: z.string(), name: maybe, type: maybe }).nullish(),
      })
      .nullish(),
    text: maybe,
    value: z.unknown().optional(),
    entities: z.array(z.unknown()).nullish(),
    replyToId: maybe,
    localTimezone: maybe,
    locale: maybe,
    timestamp: maybe,
    membersAdded: z.array(party).nullish(),
    membersRemoved: z.array(party).nullish(),
    reactionsAdded: z.array(z.looseObject({ type: z.string() })).nullish(),
    reactionsRemoved: z.array(z.looseObject({ type: z.string() })).nullish(),
  }),
);
export type Activity = z.infer<typeof activity>;

/** The value of an `adaptiveCard/action` invoke. */
export const execute = z.looseObject({ action: z.looseObject({ data: z.unknown().optional() }) });

/** The value of an `application/search` invoke. */
export const search = z.looseObject({
  queryText: z.string().default(""),
  dataset: z.string().default(""),
});

/** The value of a message extension's invokes, and of a dialog's. */
export const extension = z.looseObject({
  commandId: maybe,
  data: z.unknown().optional(),
  messagePayload: z
    .looseObject({
      id: maybe,
      linkToMessage: maybe,
      from: z
        .looseObject({
          user: z.looseObject({ id: z.string(), displayName: maybe }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
  parameters: z.array(z.looseObject({ name: z.string(), value: z.unknown().optional() })).nullish(),
});

/** One of a roster's people. */
export const member = z.looseObject({
  id: z.string(),
  name: maybe,
  givenName: maybe,
  surname: maybe,
  email: maybe,
  userPrincipalName: maybe,
  objectId: maybe,
  aadObjectId: maybe,
  tenantId: maybe,
  userRole: maybe,
});
export type Member = z.infer<typeof member>;

export const membersPage = z.looseObject({
  members: z.array(member).default([]),
  continuationToken: maybe,
});

export const channelsOfTeam = z.looseObject({
  conversations: z.array(named).default([]),
});
