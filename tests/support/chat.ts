/** The chat of the stage: it keeps what it was asked to post, and can be told to refuse. */
import type { Card } from "../../src/chat/card.ts";
import type { Chat, Rates, Said } from "../../src/chat/chat.ts";
import type { ChatFile } from "../../src/chat/file.ts";
import { textOf } from "./text.ts";

export interface Posted {
  readonly workspace: string;
  readonly channel: string;
  readonly id: string;
  card: Card;
}

/** A file that was sent, and where to. */
export interface Sent extends ChatFile {
  readonly workspace: string;
  readonly channel: string;
}

export interface StageChat extends Chat {
  /** Files that were sent, oldest first. */
  readonly files: Sent[];
  post: Chat["post"];
  /** What stands there now, oldest first. */
  readonly posts: Posted[];
  /** What stands in a channel, as text. */
  texts(channel: string): string[];
  /** Every call, in order: "post C_KUDOS", "update C_KUDOS", "delete …". */
  readonly calls: string[];
  /** From now on calls to this channel end so; null ends it. An error is thrown. */
  refuse(channel: string, how: Said | Error | null): void;
  /** Who is in a channel; nobody until it is said. */
  gather(channel: string, accounts: readonly string[]): void;
}

export function stageChat(rates: Rates = { workspace: [], channel: [] }): StageChat {
  const posts: Posted[] = [];
  const files: Sent[] = [];
  const calls: string[] = [];
  const refusals = new Map<string, Said | Error>();
  const gathered = new Map<string, readonly string[]>();
  let count = 0;

  function call(name: string, channel: string): Said | undefined {
    calls.push(`${name} ${channel}`);
    const how = refusals.get(channel);
    if (how instanceof Error) throw how;
    return how;
  }

  return {
    rates: () => rates,
    posts,
    files,
    calls,
    texts: (channel) =>
      posts.filter((post) => post.channel === channel).map((post) => textOf(post.card)),
    gather(channel, accounts) {
      gathered.set(channel, accounts);
    },
    async members(_workspace, channel) {
      const refused = call("members", channel);
      if (refused !== undefined && refused.kind !== "said")
        return { kind: "gone", why: refused.why };
      return { kind: "members", accounts: gathered.get(channel) ?? [] };
    },
    refuse(channel, how) {
      if (how === null) refusals.delete(channel);
      else refusals.set(channel, how);
    },
    async post(workspace, channel, card) {
      const refused = call("post", channel);
      if (refused) return refused;
      count += 1;
      const id = `m${count}`;
      posts.push({ workspace: workspace.externalId, channel, id, card });
      return { kind: "said", externalId: id };
    },
    async update(workspace, channel, id, card) {
      const refused = call("update", channel);
      if (refused) return refused;
      const post = posts.find((one) => stands(one, workspace.externalId, channel, id));
      if (post === undefined) return { kind: "gone", why: "no such message" };
      post.card = card;
      return { kind: "said", externalId: id };
    },
    async delete(workspace, channel, id) {
      const refused = call("delete", channel);
      if (refused) return refused;
      const at = posts.findIndex((one) => stands(one, workspace.externalId, channel, id));
      if (at >= 0) posts.splice(at, 1);
      return { kind: "said", externalId: id };
    },
    async upload(workspace, channel, card, sent) {
      const refused = call("upload", channel);
      if (refused) return refused;
      count += 1;
      const id = `f${count}`;
      posts.push({ workspace: workspace.externalId, channel, id, card });
      files.push(...sent.map((file) => ({ ...file, workspace: workspace.externalId, channel })));
      return { kind: "said", externalId: id };
    },
    async direct(_workspace, account) {
      calls.push(`direct ${account}`);
      return { kind: "opened", channel: `D_${account}` };
    },
  };
}

/** Two chats count alike: a message is one workspace's. */
const stands = (
  post: { readonly workspace: string; readonly channel: string; readonly id: string },
  workspace: string,
  channel: string,
  id: string,
): boolean => post.workspace === workspace && post.channel === channel && post.id === id;
