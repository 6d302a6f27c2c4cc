/** What people do, in words that know no platform. Each adapter's `inbound.ts` reads its payloads into these. */

import type { Typed } from "../privacy/typed.ts";
import type { Instant } from "../time/instant.ts";
import type { Json } from "./card.ts";
import type { Filled } from "./form.ts";

export type Platform = "slack" | "teams" | "sandbox";

/** A person as the platform knows them. */
export interface AccountFacts {
  readonly externalId: string;
  readonly name: string;
  readonly email?: string;
  /** IANA. */
  readonly zone?: string;
  readonly locale?: string;
  /** `guest`: a single-channel guest; `stranger`: belongs to another organization (Slack Connect). */
  readonly kind: "member" | "guest" | "bot" | "deactivated" | "stranger";
  /** Slack's own workspace owners and admins may set Rapport up. */
  readonly runsWorkspace: boolean;
  /** The platform's own address of it, where that is another than `externalId` ("29:…" in Teams). */
  readonly address?: string;
}

/** What a platform tells by the way of whoever did something, and at which address the conversation it was in is reached. */
export interface Met {
  /** IANA. */
  readonly zone?: string;
  readonly locale?: string;
  readonly address?: string;
  readonly conversation: {
    readonly externalId: string;
    readonly serviceUrl: string;
    /** Whose members those of a conversation of many are; null for the private one with this account. */
    readonly roster: string | null;
  };
}

/** Where it happened, as far as the answer or a first post needs it. */
export type Place =
  | {
      readonly kind: "channel";
      readonly channel: string;
      /** Whether people of another organization read along; unknown on some payloads. */
      readonly shared?: boolean;
      readonly private?: boolean;
    }
  | { readonly kind: "direct" }
  | { readonly kind: "home" }
  | { readonly kind: "nowhere" };

/** One piece of what was typed after a command. */
export type Word =
  | { readonly kind: "text"; readonly text: Typed }
  | { readonly kind: "account"; readonly externalId: string }
  | { readonly kind: "group"; readonly externalId: string; readonly members: readonly string[] }
  /** A channel that was picked; its name as people see it. One that was only typed is text. */
  | { readonly kind: "channel"; readonly channel: string; readonly name: string };

interface From {
  readonly platform: Platform;
  /** The workspace's id on its platform (Slack team or enterprise, Teams tenant). */
  readonly workspace: string;
  /** The account's id on its platform. */
  readonly account: string;
  /** What makes this delivery the same as its repeats (architecture.md, "Keys"). */
  readonly delivery: string;
  readonly place: Place;
  /** What the adapter looked up before: accounts the engine did not know. */
  readonly learnt: readonly AccountFacts[];
  /** On platforms whose conversations have addresses of their own. */
  readonly met?: Met;
}

export type Inbound = From &
  (
    | { readonly kind: "command"; readonly command: string; readonly words: readonly Word[] }
    | { readonly kind: "action"; readonly action: string; readonly value: Json }
    | {
        readonly kind: "form";
        readonly form: string;
        readonly state: Json;
        readonly filled: Filled;
      }
    | { readonly kind: "shortcut"; readonly shortcut: string; readonly message?: MessageSeen }
    | {
        readonly kind: "reaction";
        readonly added: boolean;
        readonly emoji: string;
        /** The message reacted to: its author and its id in the channel of `place`. */
        readonly message: {
          readonly author: string;
          readonly externalId: string;
          readonly link?: string;
        };
        /** The platform's own order of events: the latest wins. */
        readonly at: string;
      }
    | { readonly kind: "home" }
    /** Typing into a people field. */
    | { readonly kind: "search"; readonly field: string; readonly typed: Typed }
  );

/** A message somebody gives kudos for: its text is never read. */
export interface MessageSeen {
  readonly author: string;
  readonly link: string;
}

/** What a platform tells of its own accord, caused by nobody. */
export type Notice =
  | {
      readonly kind: "accounts";
      readonly platform: Platform;
      readonly workspace: string;
      readonly accounts: readonly AccountFacts[];
    }
  /** A private conversation with these accounts can be written to now: they installed it, or it was installed for them. */
  | {
      readonly kind: "met";
      readonly platform: Platform;
      readonly workspace: string;
      readonly accounts: readonly string[];
    }
  | {
      readonly kind: "uninstalled";
      readonly platform: Platform;
      readonly workspace: string;
      /** By the platform's clock, in whole seconds; null: it did not say. */
      readonly at: Instant | null;
    }
  /** `account`: who was there; null where only the conversation is told of. */
  | {
      readonly kind: "seen";
      readonly platform: Platform;
      readonly workspace: string;
      readonly account: string | null;
      readonly met: Met;
    }
  /** Rapport was taken out of a conversation: the private one with an account, or all that share a roster. */
  | {
      readonly kind: "parted";
      readonly platform: Platform;
      readonly workspace: string;
      readonly from: { readonly account: string } | { readonly roster: string };
    };
