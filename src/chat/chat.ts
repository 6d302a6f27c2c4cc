/**
 * The port to a workspace's chat. Called by the job runner alone, never inside a transaction.
 * Refusals are values; what may work later is thrown, as `Limited` where the platform said how long to wait.
 */

import type { WorkspaceId } from "../ids.ts";
import type { Card } from "./card.ts";
import type { ChatFile } from "./file.ts";
import type { Platform } from "./inbound.ts";

/** At most `count` in any `seconds`. */
export interface Rate {
  readonly count: number;
  readonly seconds: number;
}

/** Where a workspace is, for whoever talks to it. */
export interface WorkspaceAddress {
  readonly id: WorkspaceId;
  readonly platform: Platform;
  readonly externalId: string;
}

export type Said =
  | { readonly kind: "said"; readonly externalId: string }
  /** The channel is archived, gone, closed to the bot, or the message no longer exists. */
  | { readonly kind: "gone"; readonly why: string }
  /** It may or may not stand there, and can't be found out: said again it might stand there twice. */
  | { readonly kind: "unsure"; readonly why: string }
  /** The platform will never take this message; a mistake of ours. */
  | { readonly kind: "rejected"; readonly why: string };

export type Members =
  | { readonly kind: "members"; readonly accounts: readonly string[] }
  | { readonly kind: "gone"; readonly why: string };

export type Opened =
  | { readonly kind: "opened"; readonly channel: string }
  | { readonly kind: "gone"; readonly why: string };

/** How fast a workspace and each of its channels may be written to. */
export interface Rates {
  readonly workspace: readonly Rate[];
  readonly channel: readonly Rate[];
}

export interface Chat {
  rates(workspace: WorkspaceAddress): Rates;
  post(workspace: WorkspaceAddress, channel: string, card: Card): Promise<Said>;
  update(
    workspace: WorkspaceAddress,
    channel: string,
    externalId: string,
    card: Card,
  ): Promise<Said>;
  delete(workspace: WorkspaceAddress, channel: string, externalId: string): Promise<Said>;
  /**
   * Sends files into a channel, the card's summary above them; where the platform takes none they are cards (file.ts). They are
   * not changed later.
   */
  upload(
    workspace: WorkspaceAddress,
    channel: string,
    card: Card,
    files: readonly ChatFile[],
  ): Promise<Said>;
  /** The channel of a private conversation with an account. */
  direct(workspace: WorkspaceAddress, account: string): Promise<Opened>;
  /** The accounts in a channel, all pages of them. */
  members(workspace: WorkspaceAddress, channel: string): Promise<Members>;
}

/** The platform asks to wait; only the lane that was used is paused. */
export class Limited extends Error {
  override readonly name = "Limited";
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(`The platform asks to wait ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
