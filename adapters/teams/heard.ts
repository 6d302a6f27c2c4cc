/** What was heard from Teams, in the engine's words, and how whoever did it can be answered. */
import type { Inbound, Line, Met } from "#engine";
import type { Party } from "./activities.ts";
import type { Drawn } from "./filled.ts";

export type Scope = "personal" | "channel" | "group";

/** How the one who did something can be answered. */
export type Way =
  /** Typed. */
  | { readonly kind: "typed" }
  /** A card's button: the answer goes with the acknowledgement. `message`: the card's own; null where it isn't named. */
  | { readonly kind: "press"; readonly message: string | null; readonly drawn: Drawn | null }
  /** The same, of a client that sends it as a message and takes no answer. */
  | { readonly kind: "sent"; readonly message: string | null; readonly drawn: Drawn | null }
  /** A message extension's dialog. */
  | { readonly kind: "dialog"; readonly drawn: Drawn | null }
  /** Typing into a people field. */
  | { readonly kind: "search" }
  /** Looking for somebody from the compose box. */
  | { readonly kind: "query" }
  | { readonly kind: "reaction" };

/** Where it was done, and by whom, in Teams' own addresses. */
export interface Scene {
  readonly workspace: string;
  readonly serviceUrl: string;
  /** Without the thread a channel's message is in. */
  readonly conversation: string;
  readonly scope: Scope;
  readonly from: Party;
  /** As Teams names us there. */
  readonly bot: string;
  readonly locale: string | null;
}

type Body = Inbound extends infer One
  ? One extends Inbound
    ? Omit<One, "platform" | "workspace" | "account" | "delivery" | "place" | "learnt" | "met">
    : never
  : never;

export interface Act {
  readonly kind: "act";
  /** Mentions are addresses here; `complete` makes them accounts. */
  readonly body: Body;
  readonly place: Inbound["place"];
  /** Null: a repeat does no harm. */
  readonly delivery: string | null;
  readonly way: Way;
  readonly scene: Scene;
  readonly met: Met;
  /** The account a pressed card was for. */
  readonly for: string | null;
}

export type Heard =
  | Act
  /** A card's data that isn't ours any more. */
  | { readonly kind: "worn"; readonly way: Way; readonly scene: Scene }
  /** A form with what can't be: shown again, and kept from the engine. */
  | {
      readonly kind: "wrong";
      readonly way: Way;
      readonly scene: Scene;
      readonly drawn: Drawn;
      readonly wrong: Readonly<Record<string, Line>>;
    }
  /** Rapport was added somewhere, or somebody was added where it is. */
  | {
      readonly kind: "arrived";
      readonly scene: Scene;
      readonly met: Met;
      readonly us: boolean;
      /** The addresses of whoever else came. */
      readonly others: readonly Party[];
    }
  | {
      readonly kind: "left";
      readonly scene: Scene;
      readonly met: Met;
    }
  /** Nothing that Rapport listens to. */
  | { readonly kind: "nothing" };
