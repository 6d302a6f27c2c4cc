/** The engine's port to a Teams tenant. */
import { setTimeout as sleep } from "node:timers/promises";

import {
  type AccountFacts,
  type Card,
  type Chat,
  filesAsCards,
  Limited,
  type Rates,
  type References,
  type Said,
  type WorkspaceAddress,
} from "#engine";
import type { Drawing } from "./cards.ts";
import { Refused, Unsure } from "./connector.ts";
import type { At, Conversations } from "./conversations.ts";
import { type Message, messagesOf } from "./draw.ts";
import { type Log, nameOf } from "./log.ts";
import { readMember } from "./members.ts";

/** Microsoft's, for one conversation and for one tenant ("Optimize your bot with rate limiting in Teams"). */
const rates: Rates = {
  channel: [
    { count: 7, seconds: 1 },
    { count: 8, seconds: 2 },
    { count: 60, seconds: 30 },
    { count: 1_800, seconds: 3_600 },
  ],
  workspace: [{ count: 50, seconds: 1 }],
};

export interface ChatPorts {
  readonly conversations: Conversations;
  readonly references: () => References;
  /** Takes in who was met in a roster. */
  readonly learn: (workspace: string, accounts: readonly AccountFacts[]) => Promise<void>;
  /** How a card is drawn for a reader of that language. */
  readonly drawing: (language: string) => Drawing;
  readonly log: Log;
}

export function createChat({ conversations, references, learn, drawing, log }: ChatPorts): Chat {
  const draw = (card: Card): readonly Message[] => messagesOf(card, drawing(card.language ?? "en"));

  return {
    rates: () => rates,

    async post(workspace, channel, card) {
      const messages = draw(card);
      return say(workspace, channel, (at) => postAll(at, messages));
    },

    async upload(workspace, channel, card, files) {
      const messages = filesAsCards(card, files).flatMap(draw);
      return say(workspace, channel, (at) => postAll(at, messages));
    },

    async update(workspace, channel, externalId, card) {
      const messages = draw(card);
      const standing = externalId.split(between);
      return say(workspace, channel, async (at) => {
        const ids: string[] = [];
        for (const [index, message] of messages.entries()) {
          const id = standing[index];
          if (id !== undefined) await conversations.update(at, id, message);
          ids.push(id ?? (await conversations.post(at, message)));
        }
        for (const id of standing.slice(messages.length)) await remove(at, id);
        return ids.join(between);
      });
    },

    delete: (workspace, channel, externalId) =>
      say(workspace, channel, async (at) => {
        for (const id of externalId.split(between)) await remove(at, id);
        return externalId;
      }),

    async direct({ externalId: tenant }, account) {
      const { serviceUrl } = await conversations.at(tenant, "");
      const whom = (await references().address(tenant, account)) ?? account;
      try {
        return { kind: "opened", channel: await conversations.open(serviceUrl, tenant, whom) };
      } catch (error) {
        if (error instanceof Refused) return { kind: "gone", why: error.message };
        throw error;
      }
    },

    async members({ externalId: tenant }, channel) {
      const accounts: string[] = [];
      try {
        for await (const page of conversations.members(await conversations.at(tenant, channel))) {
          const facts = page.map((one) => readMember(one, tenant));
          await learn(tenant, facts);
          accounts.push(...facts.map(({ externalId }) => externalId));
        }
      } catch (error) {
        if (error instanceof Refused) return { kind: "gone", why: error.message };
        throw error;
      }
      return { kind: "members", accounts };
    },
  };

  /** A refusal becomes a value; what may work later is thrown. */
  async function say(
    { externalId: tenant }: WorkspaceAddress,
    channel: string,
    talk: (at: At) => Promise<string>,
  ): Promise<Said> {
    try {
      return { kind: "said", externalId: await talk(await conversations.at(tenant, channel)) };
    } catch (error) {
      if (error instanceof Unsure) {
        log.warn(
          { tenant },
          "Teams lost an answer: a message may stand there, and is not said again",
        );
        return { kind: "unsure", why: error.message };
      }
      if (!(error instanceof Refused)) throw error;
      if (error.status === 403 || error.status === 404) return { kind: "gone", why: error.message };
      log.error({ tenant, status: error.status, code: error.code }, "Teams rejected a message");
      return { kind: "rejected", why: error.message };
    }
  }

  /** The first page may be put off; whatever follows it is said now, or the first would be said again with it. */
  async function postAll(at: At, messages: readonly Message[]): Promise<string> {
    const ids: string[] = [];
    for (const message of messages) {
      ids.push(
        ids.length === 0
          ? await conversations.post(at, message)
          : await insist(() => conversations.post(at, message)),
      );
    }
    return ids.join(between);
  }

  async function remove(at: At, id: string): Promise<void> {
    try {
      await conversations.remove(at, id);
    } catch (error) {
      // Somebody else took it away.
      if (!(error instanceof Refused) || error.status !== 404) throw error;
      log.debug({ error: nameOf(error) }, "a message was gone already");
    }
  }
}

/** Between the ids of a message's pages: Teams' are numbers. */
const between = "|";
const longestPatience = 20;

async function insist<T>(talk: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; ) {
    try {
      return await talk();
    } catch (error) {
      if (!(error instanceof Limited)) throw new Unsure("Part of it stands there");
      waited += error.retryAfterSeconds;
      if (waited > longestPatience) throw new Unsure("Part of it stands there");
      await sleep(error.retryAfterSeconds * 1_000);
    }
  }
}
