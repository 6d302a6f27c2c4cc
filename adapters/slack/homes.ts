/** Publishes homes. While one is under way for a person, only the latest of those that follow is published after it. */
import type { Card } from "#engine";
import type { Clients } from "./clients.ts";
import { codeOf } from "./errors.ts";
import { renderHome } from "./forms.ts";

export interface Homes {
  /** With the hash of the home it takes the place of, an older one can't cover a newer. */
  publish(workspace: string, account: string, card: Card, hash: string | null): Promise<void>;
}

export function createHomes(clients: Clients): Homes {
  /** The card that waits for its turn, by person. */
  const turns = new Map<string, Card | null>();

  return {
    async publish(workspace, account, card, hash) {
      const key = `${workspace} ${account}`;
      if (turns.has(key)) {
        turns.set(key, card);
        return;
      }
      turns.set(key, null);
      try {
        await send(workspace, account, card, hash);
        for (let next = turns.get(key); next; next = turns.get(key)) {
          turns.set(key, null);
          await send(workspace, account, next, null);
        }
      } finally {
        turns.delete(key);
      }
    },
  };

  async function send(
    workspace: string,
    user_id: string,
    card: Card,
    hash: string | null,
  ): Promise<void> {
    const client = await clients.quick(workspace);
    try {
      await client.views.publish({
        user_id,
        view: renderHome(card),
        ...(hash === null ? {} : { hash }),
      });
    } catch (error) {
      // Somebody published since: what stands there is newer.
      if (codeOf(error) !== "hash_conflict") throw error;
    }
  }
}
