/** What is said to one person over the network, after the acknowledgement. */
import type { ModalView } from "@slack/types";

import { type Card, type Inbound, nearestLocale, silentCard } from "#engine";
import { message as messageSurface, plainMessage, renderCard } from "./cards.ts";
import type { Clients } from "./clients.ts";
import type { Act } from "./heard.ts";
import type { Homes } from "./homes.ts";
import type { Log } from "./log.ts";

export interface Talk {
  open(act: Act, view: ModalView): Promise<void>;
  updateView(inbound: Inbound, view: string, drawn: ModalView): Promise<void>;
  publish(inbound: Inbound, card: Card, hash: string | null): Promise<void>;
  /** `how`: whether it stands beside the private card that was pressed, or takes its place. */
  sayPrivately(address: string, how: object, card: Card): Promise<void>;
  /** Takes a private card away. */
  takeAway(address: string): Promise<void>;
  updateMessage(inbound: Inbound, channel: string, message: string, card: Card): Promise<void>;
}

export function createTalk(clients: Clients, homes: Homes, log: Log): Talk {
  return {
    open,
    updateView,
    publish,
    sayPrivately,
    takeAway: async (address) => void (await respond(address, { delete_original: true })),
    async updateMessage(inbound, channel, message, card) {
      const client = await clients.quick(inbound.workspace);
      await client.chat.update({ channel, ts: message, ...renderCard(card, plainMessage) });
    },
  };

  /** Opens a modal; a press that Slack no longer honours is told so. */
  async function open(act: Act, view: ModalView): Promise<void> {
    const { way, inbound } = act;
    const trigger_id = "trigger" in way ? (way.trigger ?? "") : "";
    try {
      const client = await clients.quick(inbound.workspace);
      await client.views.open({ trigger_id, view });
    } catch (error) {
      if ("respond" in way && way.respond !== null) {
        const card = silentCard("Slack", nearestLocale(act.locale));
        await sayPrivately(
          way.respond,
          { response_type: "ephemeral", replace_original: false },
          card,
        );
      }
      throw error;
    }
  }

  async function updateView(inbound: Inbound, view_id: string, view: ModalView): Promise<void> {
    const client = await clients.quick(inbound.workspace);
    await client.views.update({ view_id, view });
  }

  function publish(inbound: Inbound, card: Card, hash: string | null): Promise<void> {
    return homes.publish(inbound.workspace, inbound.account, card, hash);
  }

  /** Slack may refuse a table: then the same again, in text and buttons. */
  async function sayPrivately(address: string, how: object, card: Card): Promise<void> {
    const status = await respond(address, { ...how, ...renderCard(card, messageSurface) });
    if (status < 400) return;
    log.warn({ status }, "Slack refused blocks; said it plainly");
    await respond(address, { ...how, ...renderCard(card, plainMessage) });
  }
}

/** A response_url is a password of its own: it is never logged. */
async function respond(address: string, body: object): Promise<number> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  await response.body?.cancel();
  return response.status;
}
