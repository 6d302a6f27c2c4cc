/** What Slack sends, as far as it is read here. Whatever else it holds is passed over. */
import { z } from "zod";

import { enteredState } from "./forms.ts";

const maybe = z.string().nullish();

/** In which workspace: `team` is null where an organization of Enterprise Grid installed it. */
const interaction = {
  user: z.looseObject({ id: z.string(), team_id: maybe, locale: maybe }),
  team: z.looseObject({ id: z.string(), domain: maybe }).nullish(),
  enterprise: z.looseObject({ id: z.string() }).nullish(),
  is_enterprise_install: z.boolean().nullish(),
  trigger_id: maybe,
  response_url: maybe,
};

const channel = z.looseObject({ id: z.string(), name: maybe });
const view = z.looseObject({
  id: z.string(),
  type: z.string(),
  callback_id: maybe,
  private_metadata: z.string().optional(),
  hash: maybe,
});

export const command = z.looseObject({
  command: z.string(),
  text: z.string().default(""),
  user_id: z.string(),
  team_id: maybe,
  enterprise_id: maybe,
  is_enterprise_install: maybe,
  channel_id: z.string(),
  channel_name: maybe,
  trigger_id: z.string(),
  response_url: maybe,
});

export const press = z.looseObject({
  type: z.literal("block_actions"),
  ...interaction,
  container: z
    .looseObject({
      type: maybe,
      message_ts: maybe,
      channel_id: maybe,
      view_id: maybe,
      is_ephemeral: z.boolean().nullish(),
    })
    .nullish(),
  channel: channel.nullish(),
  view: view.nullish(),
  actions: z.array(z.looseObject({ action_id: z.string(), value: maybe, action_ts: maybe })).min(1),
});

export const submission = z.looseObject({
  type: z.literal("view_submission"),
  ...interaction,
  view: z.looseObject({
    ...view.shape,
    state: enteredState,
    title: z.unknown().optional(),
    submit: z.unknown().optional(),
    close: z.unknown().optional(),
    blocks: z.array(z.looseObject({ type: z.string(), block_id: maybe })).default([]),
  }),
});

export const shortcut = z.looseObject({
  type: z.enum(["shortcut", "message_action"]),
  ...interaction,
  callback_id: z.string(),
  trigger_id: z.string(),
  channel: channel.nullish(),
  message: z.looseObject({ ts: z.string(), user: maybe, thread_ts: maybe }).nullish(),
});

export const suggestion = z.looseObject({
  type: z.literal("block_suggestion"),
  ...interaction,
  action_id: z.string(),
  value: z.string().default(""),
  view: view.nullish(),
});

/** A person as users.info, users.list and the events about people tell of them. */
export const user = z.looseObject({
  id: z.string(),
  team_id: maybe,
  name: maybe,
  real_name: maybe,
  deleted: z.boolean().nullish(),
  is_bot: z.boolean().nullish(),
  is_workflow_bot: z.boolean().nullish(),
  is_connector_bot: z.boolean().nullish(),
  is_admin: z.boolean().nullish(),
  is_owner: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  tz: maybe,
  locale: maybe,
  profile: z.looseObject({ display_name: maybe, real_name: maybe, email: maybe }).nullish(),
  enterprise_user: z.looseObject({ enterprise_id: maybe }).nullish(),
});
export type SlackUser = z.infer<typeof user>;

export const event = z.looseObject({
  team_id: maybe,
  enterprise_id: maybe,
  event_id: maybe,
  event_time: z.number().nullish(),
  is_ext_shared_channel: z.boolean().nullish(),
  authorizations: z
    .array(
      z.looseObject({
        team_id: maybe,
        enterprise_id: maybe,
        is_enterprise_install: z.boolean().nullish(),
      }),
    )
    .nullish(),
  event: z.looseObject({ type: z.string() }),
});
export type SlackEvent = z.infer<typeof event>;

export const reaction = z.looseObject({
  user: z.string(),
  reaction: z.string(),
  item_user: maybe,
  item: z.looseObject({ type: z.string(), channel: maybe, ts: maybe }),
  event_ts: z.string(),
});
export const homeOpened = z.looseObject({
  user: z.string(),
  tab: maybe,
  event_ts: maybe,
  view: z.looseObject({ hash: maybe }).nullish(),
});
export const userTold = z.looseObject({ user });
export const revoked = z.looseObject({
  tokens: z.looseObject({ bot: z.array(z.string()).nullish() }).nullish(),
});
