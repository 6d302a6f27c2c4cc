/** Reads what Teams sends into the engine's words. Nothing is looked up here, and nothing is decided. */
import { createHash } from "node:crypto";

import { type Inbound, type Json, type Met, reveal, typed, type Word } from "#engine";
import { type Activity, execute, extension, search } from "./activities.ts";
import type { Act, Heard, Scene, Scope, Way } from "./heard.ts";
import { type Marks, type Press, readPress } from "./press.ts";
import { readText } from "./text.ts";

export interface Reading {
  readonly workspace: string;
  readonly marks: Marks;
  /** The commands there are: what begins with none of them is answered with help. */
  readonly commands: ReadonlySet<string>;
}

/** A card that stands for a person's home says so in its nonce, which is signed with it. */
export const homeNonce = "home.";

/** Throws a ZodError for an activity of a kind we know in a shape we don't. */
export function readActivity(given: Activity, reading: Reading): Heard {
  const scene = readScene(given, reading.workspace);
  if (scene === null) return { kind: "nothing" };
  switch (given.type) {
    case "message":
      return readMessage(given, scene, reading);
    case "invoke":
      return readInvoke(given, scene, reading);
    case "messageReaction":
      return readReaction(given, scene);
    case "conversationUpdate":
      return readMembers(given, scene);
    case "installationUpdate":
      return /^add/.test(given.action ?? "")
        ? arrived(given, scene, true, [])
        : { kind: "left", scene, met: metOf(given, scene) };
    default:
      return { kind: "nothing" };
  }
}

function readScene(given: Activity, workspace: string): Scene | null {
  const { from, conversation, recipient, serviceUrl } = given;
  if (!from || !conversation) return null;
  return {
    workspace,
    serviceUrl,
    conversation: conversation.id.split(";")[0] ?? conversation.id,
    scope: scopeOf(given),
    from,
    bot: recipient?.id ?? "",
    locale: given.locale ?? null,
  };
}

function scopeOf({ conversation, channelData }: Activity): Scope {
  switch (conversation?.conversationType) {
    case "personal":
      return "personal";
    case "channel":
      return "channel";
    case "groupChat":
      return "group";
    default:
      if (channelData?.team) return "channel";
      return conversation?.isGroup === true || conversation?.id.startsWith("19:") === true
        ? "group"
        : "personal";
  }
}

/** The chat of several is private; a channel is where its kind says so. */
function placeOf({ channelData }: Activity, { scope, conversation }: Scene): Act["place"] {
  if (scope === "personal") return { kind: "direct" };
  const type = channelData?.channel?.type;
  const hidden = scope === "group" || type === "private";
  return {
    kind: "channel",
    channel: conversation,
    ...(hidden ? { private: true } : {}),
    ...(type === "shared" ? { shared: true } : {}),
  };
}

function metOf({ channelData, localTimezone, locale }: Activity, scene: Scene): Met {
  const { conversation, serviceUrl, scope, from } = scene;
  return {
    ...(localTimezone ? { zone: localTimezone } : {}),
    ...(locale ? { locale } : {}),
    ...(from.id.startsWith("29:") ? { address: from.id } : {}),
    conversation: {
      externalId: conversation,
      serviceUrl,
      roster: scope === "personal" ? null : (channelData?.team?.id ?? conversation),
    },
  };
}

function actOf(
  given: Activity,
  scene: Scene,
  way: Way,
  body: Act["body"],
  more: Partial<Pick<Act, "delivery" | "place" | "for">> = {},
): Act {
  return {
    kind: "act",
    body,
    place: placeOf(given, scene),
    delivery: given.id ? `${scene.conversation}:${given.id}` : null,
    way,
    scene,
    met: metOf(given, scene),
    for: null,
    ...more,
  };
}

function readMessage(given: Activity, scene: Scene, reading: Reading): Heard {
  if (given.value !== undefined && given.value !== null) {
    const way = { kind: "sent", message: given.replyToId ?? null, drawn: null } as const;
    return readPressed(given, scene, way, given.value, reading);
  }
  const { words, toUs } = readText(given.text ?? "", given.entities ?? [], scene.bot);
  const [first, ...rest] = words;
  const line = first?.kind === "text" ? reveal(first.text) : "";
  const [, slash = "", name = "", after = ""] = /^(\/?)(\S+)\s*(.*)$/s.exec(line) ?? [];
  const command = name.toLowerCase();
  const known = reading.commands.has(command);
  // Where many talk, only what is said to Rapport is for it.
  if (scene.scope !== "personal" && !toUs && !(known && slash !== "")) return { kind: "nothing" };
  const way = { kind: "typed" } as const;
  if (words.length === 0) return { kind: "nothing" };
  if (!known && homeWords.has(command) && scene.scope === "personal")
    return actOf(given, scene, way, { kind: "home" }, { place: { kind: "home" } });
  return actOf(
    given,
    scene,
    way,
    known
      ? { kind: "command", command, words: [...textOf(after), ...rest] }
      : { kind: "command", command: "rapport", words: textOf("help") },
  );
}

const homeWords: ReadonlySet<string> = new Set(["home", "hello"]);

const textOf = (text: string): Word[] => (text === "" ? [] : [{ kind: "text", text: typed(text) }]);

function readInvoke(given: Activity, scene: Scene, reading: Reading): Heard {
  switch (given.name) {
    case "adaptiveCard/action": {
      const { data } = execute.parse(given.value).action;
      const way = { kind: "press", message: given.replyToId ?? null, drawn: null } as const;
      return readPressed(given, scene, way, data, reading);
    }
    case "application/search": {
      const { dataset, queryText } = search.parse(given.value);
      const body = { kind: "search", field: dataset, typed: typed(queryText) } as const;
      return actOf(given, scene, { kind: "search" }, body, { delivery: null });
    }
    case "composeExtension/query": {
      const { commandId, parameters } = extension.parse(given.value);
      const [parameter] = parameters ?? [];
      const query =
        parameter?.name === "initialRun" || typeof parameter?.value !== "string"
          ? ""
          : parameter.value;
      const body = { kind: "search", field: commandId ?? "", typed: typed(query) } as const;
      return actOf(given, scene, { kind: "query" }, body, { delivery: null });
    }
    case "composeExtension/fetchTask":
      return readOpening(given, scene);
    case "composeExtension/submitAction":
    case "task/submit": {
      const way = { kind: "dialog", drawn: null } as const;
      return readPressed(given, scene, way, extension.parse(given.value).data, reading);
    }
    default:
      return { kind: "nothing" };
  }
}

/** Thanking somebody, from the compose box or from a message of theirs. */
function readOpening(given: Activity, scene: Scene): Heard {
  const { commandId, messagePayload } = extension.parse(given.value);
  const author = messagePayload?.from?.user?.id;
  const link = messagePayload?.linkToMessage;
  const body = {
    kind: "shortcut",
    shortcut: commandId ?? "",
    ...(author ? { message: { author, link: link ?? "" } } : {}),
  } as const;
  return actOf(given, scene, { kind: "dialog", drawn: null }, body);
}

function readPressed(
  given: Activity,
  scene: Scene,
  way: Extract<Way, { kind: "press" | "sent" | "dialog" }>,
  data: unknown,
  { marks }: Reading,
): Heard {
  const press = readPress(data, marks, scene.locale ?? "en");
  switch (press.kind) {
    case "foreign":
    case "changed":
      return { kind: "worn", way, scene };
    case "action": {
      const { action, value } = press;
      const body = { kind: "action", action, value } as const;
      return actOf(given, scene, way, body, pressed(press, scene, [action, value]));
    }
    case "form": {
      const { form, state, filled, drawn, wrong } = press;
      const shown = { ...way, drawn };
      if (wrong !== null) return { kind: "wrong", way: shown, scene, drawn, wrong };
      const body = { kind: "form", form, state, filled } as const;
      return actOf(given, scene, shown, body, pressed(press, scene, [form, ""]));
    }
  }
}

/** A press is the same press by its card, by who pressed what on it: Teams sends it again under another id. */
function pressed(
  { nonce, for: whom }: Extract<Press, { nonce: string }>,
  { from }: Scene,
  what: readonly Json[],
): Partial<Pick<Act, "delivery" | "place" | "for">> {
  const key = createHash("sha256").update(JSON.stringify(what)).digest("base64url");
  return {
    delivery: `${nonce}:${from.id}:${key}`,
    for: whom ?? null,
    ...(nonce.startsWith(homeNonce) ? { place: { kind: "home" } } : {}),
  };
}

/** Teams tells of reactions to our own messages alone. */
function readReaction(given: Activity, scene: Scene): Heard {
  const added = given.reactionsAdded?.[0];
  const removed = given.reactionsRemoved?.[0];
  const emoji = (added ?? removed)?.type;
  if (emoji === undefined || !given.replyToId) return { kind: "nothing" };
  const body: Act["body"] & Pick<Extract<Inbound, { kind: "reaction" }>, "emoji"> = {
    kind: "reaction",
    added: added !== undefined,
    emoji,
    message: { author: scene.bot, externalId: given.replyToId },
    at: given.timestamp ?? given.id ?? "",
  };
  return actOf(given, scene, { kind: "reaction" }, body);
}

function readMembers(given: Activity, scene: Scene): Heard {
  const came = given.membersAdded ?? [];
  const went = given.membersRemoved ?? [];
  if (went.some(({ id }) => id === scene.bot))
    return { kind: "left", scene, met: metOf(given, scene) };
  if (came.length === 0) return { kind: "nothing" };
  const us = came.some(({ id }) => id === scene.bot);
  return arrived(
    given,
    scene,
    us,
    came.filter(({ id }) => id !== scene.bot),
  );
}

const arrived = (
  given: Activity,
  scene: Scene,
  us: boolean,
  others: Extract<Heard, { kind: "arrived" }>["others"],
): Heard => ({ kind: "arrived", scene, met: metOf(given, scene), us, others });
