/** Readers of what Teams sends, and what could be drawn of what they read. */
import { ZodError } from "zod";

import { activity } from "../../../adapters/teams/activities.ts";
import { messagesOf } from "../../../adapters/teams/draw.ts";
import { inputId } from "../../../adapters/teams/filled.ts";
import type { Heard } from "../../../adapters/teams/heard.ts";
import { readActivity } from "../../../adapters/teams/inbound.ts";
import { createMarks, signed } from "../../../adapters/teams/press.ts";
import type { Block } from "../../../src/chat/card.ts";
import type { Form } from "../../../src/chat/form.ts";
import { type Line, quoted, words } from "../../../src/chat/line.ts";
import type { PersonId } from "../../../src/ids.ts";
import type { Cleared } from "../../../src/privacy/phi/cleared.ts";
import { reveal } from "../../../src/privacy/typed.ts";
import { hostileText, mutated } from "../mutate.ts";
import { type Left, type Reader, reader } from "./reader.ts";

const marks = createMarks(() => [{ id: "1", secret: new Uint8Array(32) }]);
const reading = { workspace: "tenant", marks, commands: new Set(["kudos", "rapport"]) };
const bot = { id: "28:app", name: "Rapport" };
const ben = { id: "29:ben", name: "Ben Okafor" };

const alone = {
  id: "1700000000001",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  from: { id: "29:ana", name: "Ana Silva", aadObjectId: "a1" },
  recipient: bot,
  locale: "en-GB",
  localTimezone: "Europe/Lisbon",
  timestamp: "2026-03-18T12:00:00.000Z",
  conversation: { id: "a:1", conversationType: "personal", tenantId: "tenant" },
  channelData: { tenant: { id: "tenant" } },
};
const inChannel = {
  ...alone,
  conversation: { id: "19:ward@thread.tacv2;messageid=1", conversationType: "channel" },
  channelData: {
    tenant: { id: "tenant" },
    team: { id: "19:team", name: "St. Anne's" },
    channel: { id: "19:ward@thread.tacv2", name: "Ward 4", type: "standard" },
  },
};

const form: Form = {
  form: "recognition.give",
  title: words("Give kudos"),
  submit: words("Send"),
  state: { draft: "rec_1" },
  fields: [
    { kind: "text", name: "text", label: words("For what"), most: 500 },
    { kind: "text", name: "constructor", label: words("More"), most: 500, optional: true },
    { kind: "people", name: "people", label: words("Who"), most: 3 },
  ],
};
const by = { nonce: "n1", for: "a1" };
const undo = { kind: "action", action: "recognition.undo", value: { id: "rec_1" } } as const;
const pressed = signed(undo, by, marks);
const filled = (text: string, people: string) => ({
  ...signed({ kind: "form", drawn: { form, channels: [] } }, by, marks),
  [inputId("text")]: text,
  [inputId("people")]: people,
});
const sent = filled("for the tea", "prs_1 QmVu");
const invoke = (name: string, value: unknown) => ({ ...alone, type: "invoke", name, value });
const text = "<at>Rapport</at>&nbsp;kudos <at>Ben Okafor</at> for the calm &amp; kind handover";
const entities = [
  { type: "mention", text: "<at>Rapport</at>", mentioned: bot },
  { type: "mention", text: "<at>Ben Okafor</at>", mentioned: ben },
];
const like = [{ type: "like" }];

const samples: Readonly<Record<string, readonly object[]>> = {
  messages: [
    { ...alone, type: "message", text, entities },
    { ...inChannel, type: "message", text, entities },
    { ...alone, type: "message", value: pressed, replyToId: "1" },
  ],
  presses: [
    { ...invoke("adaptiveCard/action", { action: { data: pressed } }), replyToId: "1" },
    { ...invoke("adaptiveCard/action", { action: { data: sent } }), replyToId: "1" },
  ],
  dialogs: [
    invoke("composeExtension/submitAction", { commandId: "give", data: sent }),
    invoke("task/submit", { data: sent }),
    invoke("composeExtension/fetchTask", {
      commandId: "give_kudos_for_message",
      messagePayload: {
        id: "1",
        linkToMessage: "https://teams.microsoft.com/l/message/1",
        from: { user: { id: "b1", displayName: "Ben Okafor" } },
      },
    }),
    invoke("composeExtension/query", { parameters: [{ name: "who", value: "be" }] }),
    invoke("application/search", { queryText: "be", dataset: "people" }),
  ],
  "what happens around us": [
    { ...inChannel, type: "messageReaction", reactionsAdded: like, replyToId: "1" },
    { ...inChannel, type: "messageReaction", reactionsRemoved: like, replyToId: "1" },
    { ...inChannel, type: "conversationUpdate", membersAdded: [bot, ben] },
    { ...inChannel, type: "conversationUpdate", membersRemoved: [bot] },
    { ...alone, type: "installationUpdate", action: "add" },
  ],
};

export const teamsReaders: readonly Reader[] = [
  ...Object.entries(samples).map(([name, given]) =>
    reader(`Teams: ${name}`, 6_000, mutated(given), read),
  ),
  reader("Teams: what is filled into a form of ours", 6_000, hostileText, (text) =>
    read(invoke("task/submit", { data: filled(text, text) })),
  ),
];

/** A shape that isn't known is refused, and its parts are named in the log. */
function read(given: object): Left {
  try {
    const odd = oddIn(draw(readActivity(activity.parse(given), reading)));
    if (odd.length > 0) throw new Error(odd.join("\n"));
    return {};
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    return { logged: error.issues.map(({ path }) => path.join(".")) };
  }
}

function draw(heard: Heard): unknown {
  const lines = heard.kind === "act" ? saidIn(heard) : [];
  const blocks = lines.flatMap((line): Block[] => [
    { kind: "text", line },
    { kind: "quote", line },
    { kind: "note", line },
    { kind: "title", line },
    { kind: "table", heading: [line], rows: [[line]] },
    { kind: "buttons", buttons: [{ action: "a", label: line }] },
  ]);
  return messagesOf({ summary: lines.flat(), blocks }, { nonce: "n", language: "en", marks });
}

const name = (name: string): Line => [{ kind: "person", person: "prs_1" as PersonId, name }];

function saidIn({ body, scene }: Extract<Heard, { kind: "act" }>): Line[] {
  const who = [name(scene.from.name ?? ""), words(scene.conversation)];
  switch (body.kind) {
    case "command":
      return body.words.map((word) =>
        word.kind === "text"
          ? quoted(reveal(word.text) as Cleared)
          : name(word.kind === "channel" ? word.name : word.externalId),
      );
    case "form":
      return [
        ...Object.values(body.filled.text).map((text) => quoted(reveal(text) as Cleared)),
        ...Object.values(body.filled.picked).map((picks) => words(picks.join(" "))),
      ];
    case "shortcut":
      return body.message === undefined
        ? who
        : [[{ kind: "link", url: body.message.link, words: body.message.author }]];
    case "search":
      return [quoted(reveal(body.typed) as Cleared)];
    case "action":
      return [[{ kind: "code", words: body.action }]];
    case "reaction":
      return [words(body.emoji)];
    case "home":
      return who;
  }
}

/** Somebody is mentioned, a link leads elsewhere than to the web, or a text is more than text. */
function oddIn(drawn: unknown): string[] {
  if (Array.isArray(drawn)) return drawn.flatMap(oddIn);
  if (typeof drawn !== "object" || drawn === null) return [];
  return Object.entries(drawn).flatMap(([key, value]) => [
    ...(key === "entities" ? ["Somebody is mentioned"] : []),
    ...(key === "url" && !/^https?:/i.test(String(value).trim()) ? [`A link: ${value}`] : []),
    ...(key === "text" && String(value).includes("{{") ? [`A function: ${value}`] : []),
    ...(key === "data" ? [] : oddIn(value)),
  ]);
}
