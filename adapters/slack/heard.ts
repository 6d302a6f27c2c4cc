/** What was heard from Slack, in the engine's words, and how whoever did it can be answered. */
import type { Inbound, Instant, Place } from "#engine";
import type { Origin } from "./forms.ts";
import type { SlackUser } from "./payloads.ts";
import type { SentView } from "./ticks.ts";

/** How the one who did something can be answered. */
export type Way =
  | {
      readonly kind: "command";
      readonly trigger: string;
      readonly respond: string | null;
    }
  /** A button in a message. */
  | {
      readonly kind: "message";
      readonly trigger: string;
      readonly respond: string | null;
      readonly channel: string;
      readonly message: string;
      readonly ephemeral: boolean;
    }
  | { readonly kind: "home"; readonly trigger: string | null; readonly hash: string | null }
  /** A button in a modal. */
  | {
      readonly kind: "modal";
      readonly trigger: string;
      readonly view: string;
      readonly origin: Origin;
    }
  | {
      readonly kind: "form";
      readonly form: string;
      readonly origin: Origin;
      readonly firstField: string;
      /** As it stands, with what was filled in: for drawing it again with a box to tick. */
      readonly view: SentView;
    }
  | { readonly kind: "shortcut"; readonly trigger: string; readonly respond: string | null }
  | { readonly kind: "reaction" }
  | { readonly kind: "search" };

export interface Act {
  readonly kind: "act";
  /** Without what only Slack knows: unknown accounts, the members of groups. */
  readonly inbound: Inbound;
  readonly way: Way;
  readonly locale: string | null;
  /** Of a command: what a [Try again] needs to send it once more. */
  readonly again?: { readonly command: string; readonly text: string };
}

export type Heard =
  | Act
  | { readonly kind: "person"; readonly workspace: string; readonly user: SlackUser }
  | { readonly kind: "uninstalled"; readonly workspace: string; readonly at: Instant | null }
  /** Nothing that Rapport listens to. */
  | { readonly kind: "nothing" };

interface From {
  readonly workspace: string;
  readonly account: string;
  readonly delivery: string;
  readonly place: Place;
}

export const from = ({ workspace, account, delivery, place }: From) =>
  ({ platform: "slack", workspace, account, delivery, place, learnt: [] }) as const;

/** Slack names private channels "privategroup" and conversations "directmessage" in commands. */
export function placeOf(channel: string, name?: string | null): Place {
  if (channel.startsWith("D") || name === "directmessage") return { kind: "direct" };
  const hidden = name === "privategroup" || name?.startsWith("mpdm-") || channel.startsWith("G");
  return { kind: "channel", channel, ...(hidden ? { private: true } : {}) };
}
