/** What the hospital needs of the sandbox it is played in. */
import type { Card, Engine, Instant, Store } from "#engine";

export interface HistoryPorts {
  readonly store: Store;
  /** An engine of the sandbox's, on that store. Not used when the history has been played. */
  engineOn(store: Store): Engine;
  /** From now on the engine's clock, and the chat's, show this. Never earlier than before. */
  tell(now: Instant): void;
  /** Somebody writes a message of their own. Returns the message's id. */
  writes(account: string, channel: string, text: string): string;
  /** What Rapport has posted in a channel and still stands there, oldest first. */
  stands(channel: string): readonly Standing[];
  /** What Rapport has written to somebody and still stands there, oldest first. */
  told(account: string): readonly Standing[];
  /** Pressed there, a button was answered with this in its place. */
  replaces(id: string, card: Card): void;
}

export interface Standing {
  readonly id: string;
  readonly card: Card;
}
