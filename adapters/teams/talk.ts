/** What is said to one person over the network, after the acknowledgement. */
import { setTimeout as sleep } from "node:timers/promises";

import { type Card, type Form, Limited, type Line, nearestLocale, speak, words } from "#engine";
import { type Drawing, summaryOf } from "./cards.ts";
import type { TeamChannels } from "./channels.ts";
import { Refused } from "./connector.ts";
import type { At, Conversations } from "./conversations.ts";
import { freshNonce, type Message, messageOf, messagesOf } from "./draw.ts";
import type { Drawn } from "./filled.ts";
import { type FormDrawing, renderAgain, renderForm, titleOf } from "./forms.ts";
import type { Scene } from "./heard.ts";
import { homeNonce } from "./inbound.ts";
import { createLatest } from "./latest.ts";
import { type Log, nameOf } from "./log.ts";
import { accountOf } from "./members.ts";
import type { Marks } from "./press.ts";

/** What there is to show: a card, a form, or a form with what is wrong in it. */
export type Shown =
  | { readonly kind: "card"; readonly card: Card; readonly home?: boolean }
  | { readonly kind: "form"; readonly form: Form }
  | {
      readonly kind: "again";
      readonly drawn: Drawn;
      readonly wrong: Readonly<Record<string, Line>>;
    };

export interface Talk {
  drawing(scene: Scene, kind?: string): Drawing;
  /** A form's channels are looked up. */
  drawForm(
    shown: Exclude<Shown, { kind: "card" }>,
    scene: Scene,
    dialog: boolean,
  ): Promise<Message>;
  /** Several where one would be more than Teams takes. */
  draw(shown: Shown, scene: Scene): Promise<readonly Message[]>;
  /** Where they alone read it: in their private conversation with Rapport, wherever they did it. */
  sayPrivately(shown: Shown, scene: Scene): Promise<void>;
  /** The message becomes this one. */
  replace(messages: readonly Message[], scene: Scene, message: string): Promise<void>;
}

export interface TalkPorts {
  readonly conversations: Conversations;
  readonly channels: TeamChannels;
  readonly marks: Marks;
  readonly log: Log;
}

/** Nobody is kept waiting longer for an answer that Teams put off. */
const longestPatience = 30;

export function createTalk({ conversations, channels, marks, log }: TalkPorts): Talk {
  /** The private conversation of each account. */
  const direct = createLatest<string>(20_000);

  return { drawing, drawForm, draw, sayPrivately, replace };

  function drawing({ from, locale, workspace }: Scene, kind = ""): Drawing {
    return {
      nonce: freshNonce(kind),
      for: accountOf(from),
      language: locale ?? "en",
      marks,
      channelName: (channel) => channels.nameOf(workspace, channel),
    };
  }

  async function drawForm(
    shown: Exclude<Shown, { kind: "card" }>,
    scene: Scene,
    dialog: boolean,
  ): Promise<Message> {
    const by: FormDrawing = { ...drawing(scene), dialog };
    if (shown.kind === "again")
      return messageOf(renderAgain(shown.drawn, shown.wrong, by), titleOf(shown.drawn.form));
    const asks = shown.form.fields.some(({ kind }) => kind === "channel");
    const offered = asks ? await channels.list(scene.workspace) : [];
    return messageOf(renderForm(shown.form, { ...by, channels: offered }), titleOf(shown.form));
  }

  async function draw(shown: Shown, scene: Scene): Promise<readonly Message[]> {
    if (shown.kind !== "card") return [await drawForm(shown, scene, false)];
    return messagesOf(shown.card, drawing(scene, shown.home === true ? homeNonce : ""));
  }

  async function sayPrivately(shown: Shown, scene: Scene): Promise<void> {
    const messages = await draw(shown, scene);
    let at: At;
    try {
      at = await privateChat(scene);
      for (const message of messages) await patiently(() => conversations.post(at, message));
    } catch (error) {
      if (!(error instanceof Refused) || scene.scope === "personal") throw error;
      log.info({ error: nameOf(error) }, "a private conversation can't be opened");
      // Not a word of the answer: only that there is none here.
      const line = speak(nearestLocale(scene.locale), "UTC").teams.unreached();
      const card: Card = { summary: line, blocks: [{ kind: "text", line }] };
      const { serviceUrl, conversation } = scene;
      const here = { serviceUrl, conversation };
      for (const message of messagesOf(card, drawing(scene)))
        await patiently(() => conversations.post(here, message));
    }
  }

  async function privateChat({ scope, serviceUrl, conversation, workspace, from }: Scene) {
    if (scope === "personal") return { serviceUrl, conversation };
    const key = `${workspace} ${from.id}`;
    const known =
      direct.get(key) ??
      (await patiently(() => conversations.open(serviceUrl, workspace, from.id)));
    direct.set(key, known);
    return { serviceUrl, conversation: known };
  }

  async function replace(
    messages: readonly Message[],
    { serviceUrl, conversation }: Scene,
    message: string,
  ): Promise<void> {
    const at = { serviceUrl, conversation };
    const [first, ...rest] = messages;
    if (first !== undefined) await patiently(() => conversations.update(at, message, first));
    for (const more of rest) await patiently(() => conversations.post(at, more));
  }
}

async function patiently<T>(talk: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; ) {
    try {
      return await talk();
    } catch (error) {
      if (!(error instanceof Limited)) throw error;
      waited += error.retryAfterSeconds;
      if (waited > longestPatience) throw error;
      await sleep(error.retryAfterSeconds * 1_000);
    }
  }
}

/** The whole of a card in one line of plain words. */
export const lineOf = (card: Card, by: Drawing): string => summaryOf(card, by);

/** Lines one under the other, as a card. */
export const cardOf = (lines: readonly Line[]): Card => ({
  summary: lines.flatMap((line, index) => (index === 0 ? line : [...words(" "), ...line])),
  blocks: lines.map((line) => ({ kind: "text", line })),
});
