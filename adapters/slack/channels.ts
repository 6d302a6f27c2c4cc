/** What only Slack knows of a channel: whether it is private, and whether another organization reads along. */
import { type Clock, type Inbound, millisecondsOf, type Place } from "#engine";
import type { Clients } from "./clients.ts";
import { codeOf } from "./errors.ts";
import { createLatest } from "./latest.ts";
import { asked, createBudget, Silent } from "./patience.ts";

interface Seen {
  readonly private: boolean;
  /** Undefined where Slack doesn't show us the channel. */
  readonly shared?: boolean;
}

/** How long it is believed. */
const lasts = 60 * 60_000;
/** How long Slack isn't asked again that didn't say. */
const silenceLasts = 60_000;
/** `patience`: nobody's kudos waits longer for it: without it, it is given as in any channel. */
export function createChannels(clients: Clients, clock: Clock, patience: number) {
  const seen = createLatest<{ readonly seen: Seen | null; readonly until: number }>(10_000);

  return {
    /** The place with what Slack knows of it. Throws `Silent` for a reaction, which may only count in public. */
    async placeOf(inbound: Inbound): Promise<Place> {
      const { place, workspace, kind } = inbound;
      if (place.kind !== "channel" || kind === "form" || kind === "search") return place;
      const look = recall(workspace, place.channel);
      if (kind === "reaction") {
        const known = await look;
        if (known === null) throw new Silent("Slack didn't say what channel that is");
        return told(place, known);
      }
      return createBudget(patience)(look).then(
        (known) => told(place, known),
        () => place,
      );
    },
  };

  async function recall(workspace: string, channel: string): Promise<Seen | null> {
    const key = `${workspace} ${channel}`;
    const now = millisecondsOf(clock());
    const before = seen.get(key);
    if (before !== undefined && before.until > now) return before.seen;
    try {
      const found = await look(workspace, channel);
      seen.set(key, { seen: found, until: now + lasts });
      return found;
    } catch (error) {
      seen.set(key, { seen: null, until: now + silenceLasts });
      throw error;
    }
  }

  async function look(workspace: string, channel: string): Promise<Seen> {
    const client = await clients.quick(workspace);
    try {
      const { channel: found } = await asked(client.conversations.info({ channel }));
      const hidden = [found?.is_private, found?.is_im, found?.is_mpim];
      return { private: hidden.includes(true), shared: found?.is_ext_shared === true };
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      // What isn't shown to us isn't public.
      return { private: true };
    }
  }
}

function told(place: Extract<Place, { kind: "channel" }>, seen: Seen | null): Place {
  if (seen === null) return place;
  const shared = place.shared === true || seen.shared === true;
  return {
    ...place,
    private: place.private === true || seen.private,
    ...(place.shared === undefined && seen.shared === undefined ? {} : { shared }),
  };
}
