/** Readers of what Slack sends, and what could be drawn of what they read. */
import { Readable } from "node:stream";

import fc from "fast-check";

import { readUser } from "../../../adapters/slack/accounts.ts";
import { createAnswers } from "../../../adapters/slack/answers.ts";
import { renderCard } from "../../../adapters/slack/cards.ts";
import { createDoor } from "../../../adapters/slack/door.ts";
import { renderForm } from "../../../adapters/slack/forms.ts";
import type { Act, Heard } from "../../../adapters/slack/heard.ts";
import { Malformed, read } from "../../../adapters/slack/listen.ts";
import type { Talk } from "../../../adapters/slack/talk.ts";
import type { Block, Card } from "../../../src/chat/card.ts";
import type { Form } from "../../../src/chat/form.ts";
import type { Inbound } from "../../../src/chat/inbound.ts";
import { type Line, quoted, words } from "../../../src/chat/line.ts";
import { createFault } from "../../../src/fault.ts";
import type { PersonId } from "../../../src/ids.ts";
import type { Cleared } from "../../../src/privacy/phi/cleared.ts";
import { reveal } from "../../../src/privacy/typed.ts";
import { systemClock } from "../../../src/time/instant.ts";
import { hostileText, mutated } from "../mutate.ts";
import { slackSamples } from "../slackSamples.ts";
import { type Reader, reader } from "./reader.ts";

const installed = {
  workspace: "T0ANNES",
  enterprise: null,
  grid: false,
  bot: null,
  token: "xoxb-ours",
  byToken: true,
};

const kinds = {
  commands: 11_000,
  block_actions: 12_000,
  view_submission: 12_000,
  block_suggestion: 10_000,
  shortcut: 12_000,
  message_action: 15_000,
  events: 15_000,
};

const form = "application/x-www-form-urlencoded";
const asForm = (sample: Record<string, unknown>): string =>
  new URLSearchParams(
    Object.entries(sample).map(([name, value]) => [name, String(value)]),
  ).toString();

export const slackReaders: readonly Reader[] = [
  ...Object.entries(kinds).map(([name, cases]) =>
    reader(`Slack: ${name}`, cases, mutated(slackSamples.get(name) ?? []), (payload) => {
      const heard = readOrRefuse(payload);
      return heard instanceof Malformed ? { logged: [heard.message] } : { drawn: draw(heard) };
    }),
  ),
  reader(
    "Slack: a request before anybody has looked at its signature",
    8_000,
    fc.record({
      body: fc.oneof(
        hostileText,
        hostileText.map((text) => `payload=${encodeURIComponent(text.toWellFormed())}`),
        mutated(slackSamples.get("commands") ?? []).map(asForm),
        mutated(slackSamples.get("events") ?? []).map((sample) => JSON.stringify(sample)),
      ),
      type: fc.constantFrom("application/json", form, `${form};charset=utf-8`, "text/plain", ""),
      stamp: fc.oneof(fc.constantFrom("", "NaN", "1e99", "-1", "0x1"), hostileText),
    }),
    knock,
  ),
];

/** It is answered once: turned away, or let through to whoever looks at the signature. */
async function knock(request: { body: string; type: string; stamp: string }) {
  const answered: number[] = [];
  const end = (status: number) => ({ end: () => void answered.push(status) });
  const door = createDoor({
    clock: systemClock,
    isSigned: () => false,
    pass: () => void answered.push(200),
  });
  const headers = { "content-type": request.type, "x-slack-request-timestamp": request.stamp };
  const sent = Object.assign(Readable.from([Buffer.from(request.body)]), { headers });
  await door(sent as never, { writeHead: end } as never);
  if (answered.length !== 1) throw new Error(`Answered ${answered.length} times`);
  return {};
}

/** Refusing is reading, too; anything else that is thrown is a breach. */
function readOrRefuse(payload: Record<string, unknown>): Heard | Malformed {
  try {
    return read(payload);
  } catch (error) {
    if (error instanceof Malformed) return error;
    throw error;
  }
}

function draw(heard: Heard): unknown[] {
  switch (heard.kind) {
    case "act":
      return [...drawAll(saidIn(heard.inbound), heard), ...drawFault(heard)];
    case "person": {
      const facts = readUser(heard.user, installed);
      return drawAll([words(facts.name), [nameSpan(facts.name)], words(facts.email ?? "")], null);
    }
    default:
      return [];
  }
}

/** Every text of it, as the engine might show it again. */
function saidIn(inbound: Inbound): Line[] {
  switch (inbound.kind) {
    case "command":
      return inbound.words.map((word): Line => {
        switch (word.kind) {
          case "text":
            return quoted(reveal(word.text) as Cleared);
          case "channel":
            return [{ kind: "channel", channel: word.channel }, ...words(word.name)];
          default:
            return [nameSpan(word.externalId)];
        }
      });
    case "form":
      return [
        ...Object.values(inbound.filled.text).map((text) => quoted(reveal(text) as Cleared)),
        ...Object.values(inbound.filled.picked).map((picks) => words(picks.join(" "))),
        words(inbound.form),
      ];
    case "action":
      return [[{ kind: "code", words: inbound.action }], words(shown(inbound.value))];
    case "shortcut":
      return inbound.message === undefined
        ? []
        : [[{ kind: "link", url: inbound.message.link, words: inbound.message.author }]];
    case "reaction":
      return [words(inbound.emoji), [nameSpan(inbound.message.author)], words(inbound.at)];
    case "search":
      return [quoted(reveal(inbound.typed) as Cleared), words(inbound.field)];
    case "home":
      return [];
  }
}

const nameSpan = (name: string): Line[number] => ({
  kind: "person",
  person: "prs_1" as PersonId,
  name,
});

const shown = (value: unknown): string => (typeof value === "string" ? value : typeof value);

/** In every kind of block, and in a form. */
function drawAll(lines: readonly Line[], act: Act | null): unknown[] {
  const place = act?.inbound.place;
  const lineOfPlace: Line[] =
    place?.kind === "channel" ? [[{ kind: "channel", channel: place.channel }]] : [];
  const all = [...lines, ...lineOfPlace];
  const blocks = all.flatMap((line): Block[] => [
    { kind: "text", line },
    { kind: "quote", line },
    { kind: "note", line },
    { kind: "title", line },
    { kind: "table", heading: [line], rows: [[line]] },
    { kind: "buttons", buttons: [{ action: "a", label: line }] },
  ]);
  const card: Card = { summary: all.flat(), blocks };
  const form: Form = {
    form: "f",
    title: all.flat(),
    submit: words("Send"),
    fields: all.map((line, at) => ({ kind: "note", name: `n${at}`, line })) as Form["fields"],
  };
  return [renderCard(card), renderForm(form, { place: { kind: "nowhere" } })];
}

/** What they are told when it can't be kept. */
function drawFault(act: Act): unknown[] {
  const drawn: unknown[] = [];
  const keep = async (...told: unknown[]) => void drawn.push(...told.slice(1));
  const talk: Talk = {
    open: keep,
    updateView: keep,
    publish: keep,
    takeAway: keep,
    updateMessage: keep,
    sayPrivately: async (_address, _how, card) => void drawn.push(renderCard(card)),
  };
  const answer = createAnswers(talk).failed(act, createFault(new Error("The database is down")));
  void answer?.after?.();
  return [answer?.ack ?? {}, ...drawn.filter((one) => typeof one === "object")];
}
