/** Reads what Slack sends into the engine's words. Nothing is looked up here, and nothing is decided. */
import type { z } from "zod";

import { type Json, type MessageSeen, type Place, typed, whole } from "#engine";
import { actionOf } from "./cards.ts";
import { readEvent } from "./events.ts";
import { readFilled, readOrigin } from "./forms.ts";
import { from, type Heard, placeOf, type Way } from "./heard.ts";
import * as sent from "./payloads.ts";
import { readWords } from "./words.ts";

/** A fault told to a command's author is retried with this button. */
export const again = "again";

/** Throws a ZodError for a payload of a kind we know in a shape we don't. */
export function readPayload(body: Readonly<Record<string, unknown>>): Heard {
  whole.parse(body);
  if (body.event !== undefined) return readEvent(sent.event.parse(body));
  if (body.command !== undefined) return readCommand(sent.command.parse(body));
  switch (body.type) {
    case "block_actions":
      return readPress(sent.press.parse(body));
    case "view_submission":
      return readSubmission(sent.submission.parse(body));
    case "shortcut":
    case "message_action":
      return readShortcut(sent.shortcut.parse(body));
    case "block_suggestion":
      return readSuggestion(sent.suggestion.parse(body));
    default:
      return { kind: "nothing" };
  }
}

function readCommand(body: z.infer<typeof sent.command>): Heard {
  const { command, text, trigger_id: trigger } = body;
  const grid = body.is_enterprise_install === "true";
  return {
    kind: "act",
    inbound: {
      ...from({
        workspace: (grid ? body.enterprise_id : body.team_id) ?? "",
        account: body.user_id,
        delivery: trigger,
        place: placeOf(body.channel_id, body.channel_name),
      }),
      kind: "command",
      command: command.replace(/^\//, ""),
      words: readWords(text),
    },
    way: { kind: "command", trigger, respond: body.response_url ?? null },
    again: { command, text },
    locale: null,
  };
}

interface Interaction {
  readonly user: {
    readonly id: string;
    readonly team_id?: string | null | undefined;
    readonly locale?: string | null | undefined;
  };
  readonly team?: { readonly id: string } | null | undefined;
  readonly enterprise?: { readonly id: string } | null | undefined;
  readonly is_enterprise_install?: boolean | null | undefined;
}

function workspaceOf(body: Interaction): string {
  const own = body.team?.id ?? body.user.team_id ?? "";
  return body.is_enterprise_install === true ? (body.enterprise?.id ?? own) : own;
}

function readPress(body: z.infer<typeof sent.press>): Heard {
  const [pressed] = body.actions;
  if (pressed === undefined) return { kind: "nothing" };
  const action = actionOf(pressed.action_id);
  const value = readValue(pressed.value);
  const { place, way, container } = readContainer(body);
  // Without the button's number in its row: it would tell which answer was tapped.
  const key = [container, action, body.user.id, pressed.action_ts ?? body.trigger_id];
  const sender = from({
    workspace: workspaceOf(body),
    account: body.user.id,
    delivery: key.join(":"),
    place,
  });
  const locale = body.user.locale ?? null;
  const retry =
    action === again
      ? sent.command.pick({ command: true, text: true }).safeParse(value)
      : undefined;
  if (retry?.success) {
    const { command, text } = retry.data;
    const words = readWords(text);
    return {
      kind: "act",
      inbound: { ...sender, kind: "command", command: command.replace(/^\//, ""), words },
      way,
      locale,
      again: retry.data,
    };
  }
  return { kind: "act", inbound: { ...sender, kind: "action", action, value }, way, locale };
}

function readContainer(body: z.infer<typeof sent.press>): {
  place: Place;
  way: Way;
  container: string;
} {
  const trigger = body.trigger_id ?? "";
  const { view, container } = body;
  if (view?.type === "home") {
    return {
      place: { kind: "home" },
      way: { kind: "home", trigger, hash: null },
      container: view.id,
    };
  }
  if (view) {
    const { origin } = readOrigin(view.private_metadata);
    return {
      place: origin.place,
      way: { kind: "modal", trigger, view: view.id, origin },
      container: view.id,
    };
  }
  const channel = container?.channel_id ?? body.channel?.id ?? "";
  const message = container?.message_ts ?? "";
  const ephemeral = container?.is_ephemeral === true;
  return {
    place: placeOf(channel, body.channel?.name),
    way: {
      kind: "message",
      trigger,
      respond: body.response_url ?? null,
      channel,
      message,
      ephemeral,
    },
    container: `${channel}:${message}`,
  };
}

/** A button of ours carries JSON; anything else is somebody's who came before us. */
function readValue(value: string | null | undefined): Json {
  let read: Json = null;
  try {
    read = JSON.parse(value ?? "null") as Json;
  } catch {
    return null;
  }
  return whole.parse(read) as Json;
}

function readSubmission(body: z.infer<typeof sent.submission>): Heard {
  const { view } = body;
  const { state, origin } = readOrigin(view.private_metadata);
  const form = view.callback_id ?? "";
  return {
    kind: "act",
    inbound: {
      // A form's next step is the same view under another name.
      ...from({
        workspace: workspaceOf(body),
        account: body.user.id,
        delivery: `${view.id}:${form}`,
        place: origin.place,
      }),
      kind: "form",
      form,
      state,
      filled: readFilled(view.state),
    },
    way: {
      kind: "form",
      form,
      origin,
      firstField: view.blocks.find(({ type }) => type === "input")?.block_id ?? "",
      view,
    },
    locale: body.user.locale ?? null,
  };
}

function readShortcut(body: z.infer<typeof sent.shortcut>): Heard {
  const message = readMessage(body);
  return {
    kind: "act",
    inbound: {
      ...from({
        workspace: workspaceOf(body),
        account: body.user.id,
        delivery: body.trigger_id,
        place: body.channel ? placeOf(body.channel.id, body.channel.name) : { kind: "nowhere" },
      }),
      kind: "shortcut",
      shortcut: body.callback_id,
      ...(message === undefined ? {} : { message }),
    },
    way: { kind: "shortcut", trigger: body.trigger_id, respond: body.response_url ?? null },
    locale: body.user.locale ?? null,
  };
}

/** Its author and its address, which Slack makes of the domain, the channel and the time. */
function readMessage({
  message,
  channel,
  team,
}: z.infer<typeof sent.shortcut>): MessageSeen | undefined {
  if (!message?.user || !channel || !team?.domain) return undefined;
  const link = new URL(
    `https://${team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace(".", "")}`,
  );
  if (message.thread_ts && message.thread_ts !== message.ts) {
    link.searchParams.set("thread_ts", message.thread_ts);
    link.searchParams.set("cid", channel.id);
  }
  return { author: message.user, link: link.href };
}

function readSuggestion(body: z.infer<typeof sent.suggestion>): Heard {
  const place = readOrigin(body.view?.private_metadata).origin.place;
  return {
    kind: "act",
    inbound: {
      ...from({ workspace: workspaceOf(body), account: body.user.id, delivery: "search", place }),
      kind: "search",
      field: body.action_id,
      typed: typed(body.value),
    },
    way: { kind: "search" },
    locale: body.user.locale ?? null,
  };
}
