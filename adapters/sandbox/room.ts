/** The chat itself, as a platform keeps it: channels, messages, reactions, and who has read how far. It knows no engine. */
import { z } from "zod";

import type { AccountFacts, Card, Instant } from "#engine";
import { readJson, writeJson } from "./file.ts";

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

export interface Member {
  readonly facts: AccountFacts;
  /** Unit, discipline and hours, for whoever chooses whom to be. */
  readonly unit: string;
  readonly about: string;
}

export interface Message {
  readonly id: string;
  readonly channel: string;
  /** An account. */
  readonly author: string;
  readonly at: Instant;
  /** A person's own words, or a card of Rapport's. */
  readonly said: { readonly kind: "text"; text: string } | { readonly kind: "card"; card: Card };
  edited: boolean;
  /** Seen by this account alone, and not kept over a restart. */
  readonly only?: string;
  /** By emoji's name: the accounts, in their order. */
  readonly reactions: Record<string, string[]>;
}

export interface Room {
  readonly channels: readonly Channel[];
  readonly members: readonly Member[];
  open(channels: readonly Channel[]): void;
  member(account: string): Member | undefined;
  join(member: Member): void;
  say(message: Pick<Message, "channel" | "author" | "at" | "said" | "only">): Message;
  message(id: string): Message | undefined;
  /** False where it is gone. */
  change(id: string, card: Card): boolean;
  remove(id: string): boolean;
  /** Adds the reaction or takes it back. Undefined: no such message. */
  react(id: string, account: string, emoji: string): { readonly added: boolean } | undefined;
  /** What stands in a channel for this account, oldest first. */
  read(channel: string, account: string): readonly Message[];
  seen(channel: string, account: string): void;
  unread(channel: string, account: string): number;
  /** Everybody has read everything said before. */
  seenBefore(at: Instant): void;
  /** A number that grows with whatever happens: for the order of events. */
  next(): number;
  /** Called after something changed that windows show. */
  onChange(tell: () => void): void;
  /** Writes what isn't on the disk yet; from then on every change is written at once. */
  close(): void;
}

/** Rapport's private conversation with an account. */
export const directWith = (account: string): string => `~${account}`;
export const isDirect = (channel: string): boolean => channel.startsWith("~");

const saveAfter = 500;
/** Older ones are dropped, a channel at a time. */
const mostMessages = 2_000;

interface Kept {
  last: number;
  channels: Channel[];
  members: Member[];
  messages: Message[];
  /** `channel account` → the number of the last message read. */
  read: Record<string, number>;
}

/** Our own file: only that it is one is looked at. */
const keptShape = z.looseObject({ last: z.number(), messages: z.array(z.unknown()) });

export function openRoom(file: string): Room {
  const found = keptShape.safeParse(readJson(file)).data as Kept | undefined;
  const kept: Kept = found ?? {
    last: 0,
    channels: [],
    members: [],
    messages: [],
    read: {},
  };
  const members = new Map(kept.members.map((member) => [member.facts.externalId, member]));
  const messages = new Map(kept.messages.map((message) => [message.id, message]));
  const byChannel = Map.groupBy(kept.messages, (message) => message.channel);
  const listeners: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    const lasting = [...messages.values()].filter(({ only }) => only === undefined);
    writeJson(file, { ...kept, members: [...members.values()], messages: lasting });
  }

  function keepSoon(): void {
    if (closed) save();
    else timer ??= setTimeout(save, saveAfter);
  }

  function changed(): void {
    keepSoon();
    for (const tell of listeners) tell();
  }

  const visible = (message: Message, account: string): boolean =>
    message.only === undefined || message.only === account;

  function remove(id: string): boolean {
    const message = messages.get(id);
    if (message === undefined) return false;
    messages.delete(id);
    const inChannel = byChannel.get(message.channel) ?? [];
    inChannel.splice(inChannel.indexOf(message), 1);
    changed();
    return true;
  }

  return {
    get channels() {
      return kept.channels;
    },
    open(channels) {
      kept.channels = [...channels];
      keepSoon();
    },
    get members() {
      return [...members.values()];
    },
    member: (account) => members.get(account),
    join(member) {
      members.set(member.facts.externalId, member);
      changed();
    },
    say(said) {
      kept.last += 1;
      const message: Message = { ...said, id: String(kept.last), edited: false, reactions: {} };
      messages.set(message.id, message);
      const inChannel = byChannel.get(said.channel) ?? [];
      inChannel.push(message);
      byChannel.set(said.channel, inChannel);
      if (inChannel.length > mostMessages) messages.delete(inChannel.shift()?.id ?? "");
      changed();
      return message;
    },
    message: (id) => messages.get(id),
    change(id, card) {
      const message = messages.get(id);
      if (message?.said.kind !== "card") return false;
      message.said.card = card;
      message.edited = true;
      changed();
      return true;
    },
    remove,
    react(id, account, emoji) {
      const message = messages.get(id);
      if (message === undefined) return undefined;
      const before = message.reactions[emoji] ?? [];
      const added = !before.includes(account);
      const after = added ? [...before, account] : before.filter((one) => one !== account);
      if (after.length > 0) message.reactions[emoji] = after;
      else delete message.reactions[emoji];
      changed();
      return { added };
    },
    read: (channel, account) =>
      (byChannel.get(channel) ?? []).filter((message) => visible(message, account)),
    seen(channel, account) {
      const last = Number(byChannel.get(channel)?.at(-1)?.id ?? 0);
      const key = `${channel} ${account}`;
      if ((kept.read[key] ?? 0) >= last) return;
      kept.read[key] = last;
      keepSoon();
    },
    unread(channel, account) {
      const last = kept.read[`${channel} ${account}`] ?? 0;
      const all = byChannel.get(channel) ?? [];
      let count = 0;
      for (let at = all.length - 1; at >= 0; at -= 1) {
        const message = all[at];
        if (message === undefined || Number(message.id) <= last) break;
        if (message.author !== account && message.only === undefined) count += 1;
      }
      return count;
    },
    seenBefore(at) {
      for (const [channel, all] of byChannel) {
        const last = all.findLast((message) => message.at < at);
        if (last === undefined) continue;
        const readers = isDirect(channel) ? [channel.slice(1)] : [...members.keys()];
        for (const account of readers) kept.read[`${channel} ${account}`] = Number(last.id);
      }
      keepSoon();
    },
    next() {
      kept.last += 1;
      keepSoon();
      return kept.last;
    },
    onChange: (tell) => void listeners.push(tell),
    close() {
      closed = true;
      save();
    },
  };
}
