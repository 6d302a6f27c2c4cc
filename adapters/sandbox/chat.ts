/** The engine's port to the sandbox: what it says is kept in the room, at once. */
import { type Card, type Chat, type Clock, filesAsCards, plain } from "#engine";
import { directWith, type Room } from "./room.ts";

export const app = "rapport";

export function createChat(
  room: Room,
  now: Clock,
  said: (channel: string, card: Card) => void,
): Chat {
  const gone = { kind: "gone", why: "no such message" } as const;
  return {
    rates: () => ({ workspace: [], channel: [] }),
    async post(_workspace, channel, card) {
      const known = channel.startsWith("~") || room.channels.some(({ id }) => id === channel);
      if (!known) return { kind: "gone", why: "no such channel" };
      if (card.blocks.length === 0) return { kind: "rejected", why: plain(card.summary) };
      const { id } = room.say({ channel, author: app, at: now(), said: { kind: "card", card } });
      said(channel, card);
      return { kind: "said", externalId: id };
    },
    async update(_workspace, channel, externalId, card) {
      if (!room.change(externalId, card)) return gone;
      said(channel, card);
      return { kind: "said", externalId };
    },
    delete: async (_workspace, _channel, externalId) =>
      room.remove(externalId) ? { kind: "said", externalId } : gone,
    async upload(_workspace, channel, card, files) {
      if (!channel.startsWith("~")) return { kind: "gone", why: "no private conversation" };
      for (const part of filesAsCards(card, files)) {
        room.say({ channel, author: app, at: now(), said: { kind: "card", card: part } });
        said(channel, part);
      }
      return { kind: "said", externalId: "" };
    },
    direct: async (_workspace, account) =>
      room.member(account) === undefined
        ? { kind: "gone", why: "no such account" }
        : { kind: "opened", channel: directWith(account) },
    async members(_workspace, channel) {
      if (!room.channels.some(({ id }) => id === channel))
        return { kind: "gone", why: "no such channel" };
      // A unit's channel has its people in it, any other everybody.
      const unit = room.members.filter(
        (one) => one.unit.toLowerCase().replaceAll(" ", "-") === channel,
      );
      const there = unit.length > 0 ? unit : room.members;
      return { kind: "members", accounts: there.map(({ facts }) => facts.externalId) };
    },
  };
}
