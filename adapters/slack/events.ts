/** Reads Slack's events. */
import { instantOf } from "#engine";
import { from, type Heard, placeOf, type Way } from "./heard.ts";
import * as sent from "./payloads.ts";

/** The events Rapport listens to: the manifest asks for these and no others. */
export const events = {
  app_home_opened: readHome,
  reaction_added: (body: sent.SlackEvent) => readReaction(body, true),
  reaction_removed: (body: sent.SlackEvent) => readReaction(body, false),
  user_change: readPerson,
  team_join: readPerson,
  app_uninstalled: readUninstalled,
  tokens_revoked: readRevoked,
} as const satisfies Record<string, (body: sent.SlackEvent) => Heard>;

export function readEvent(body: sent.SlackEvent): Heard {
  const { type } = body.event;
  return Object.hasOwn(events, type)
    ? events[type as keyof typeof events](body)
    : { kind: "nothing" };
}

/** Where a channel is shared, the outer team is the author's; the authorization names whose bot this is. */
function installedIn(body: sent.SlackEvent): string {
  const bot = body.authorizations?.[0];
  const team = bot?.team_id ?? body.team_id ?? "";
  return bot?.is_enterprise_install === true
    ? (bot.enterprise_id ?? body.enterprise_id ?? team)
    : team;
}

function readHome(body: sent.SlackEvent): Heard {
  const opened = sent.homeOpened.parse(body.event);
  if (opened.tab !== undefined && opened.tab !== null && opened.tab !== "home")
    return { kind: "nothing" };
  const delivery = body.event_id ?? `home:${opened.user}:${opened.event_ts}`;
  const sender = from({
    workspace: installedIn(body),
    account: opened.user,
    delivery,
    place: { kind: "home" },
  });
  const way: Way = { kind: "home", trigger: null, hash: opened.view?.hash ?? null };
  return { kind: "act", inbound: { ...sender, kind: "home" }, way, locale: null };
}

function readReaction(body: sent.SlackEvent, added: boolean): Heard {
  const { user, reaction, item, item_user, event_ts } = sent.reaction.parse(body.event);
  if (item.type !== "message" || !item.channel || !item.ts || !item_user)
    return { kind: "nothing" };
  const where = placeOf(item.channel);
  const shared = body.is_ext_shared_channel;
  const place =
    where.kind === "channel" && typeof shared === "boolean" ? { ...where, shared } : where;
  const delivery =
    body.event_id ??
    `${body.event.type}:${item.channel}:${item.ts}:${user}:${reaction}:${event_ts}`;
  return {
    kind: "act",
    inbound: {
      ...from({ workspace: installedIn(body), account: user, delivery, place }),
      kind: "reaction",
      added,
      emoji: reaction,
      message: { author: item_user, externalId: item.ts },
      at: event_ts,
    },
    way: { kind: "reaction" },
    locale: null,
  };
}

function readPerson(body: sent.SlackEvent): Heard {
  return {
    kind: "person",
    workspace: installedIn(body),
    user: sent.userTold.parse(body.event).user,
  };
}

function readUninstalled(body: sent.SlackEvent): Heard {
  return {
    kind: "uninstalled",
    workspace: installedIn(body),
    at: body.event_time == null ? null : instantOf(body.event_time * 1000),
  };
}

/** Only the bot's token is ours; a person's own may go without us. */
function readRevoked(body: sent.SlackEvent): Heard {
  const bots = sent.revoked.parse(body.event).tokens?.bot ?? [];
  return bots.length > 0 ? readUninstalled(body) : { kind: "nothing" };
}
