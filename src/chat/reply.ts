/** What goes back to the one who did something. Everything in it is for their eyes only. */
import type { Card, Json } from "./card.ts";
import type { Choice, Form } from "./form.ts";
import type { Line } from "./line.ts";

export type Reply =
  | { readonly kind: "nothing" }
  /** A private answer. */
  | { readonly kind: "card"; readonly card: Card }
  /** The private card that was pressed becomes this one: its work is done. */
  | { readonly kind: "replace"; readonly card: Card }
  /** Opens a form, or takes the place of the one just sent. */
  | { readonly kind: "form"; readonly form: Form }
  /** The form stays open with these words under the fields. `sure`: and with a box to tick (form.ts), with which it may be sent as it is. */
  | {
      readonly kind: "invalid";
      readonly fields: Readonly<Record<string, Line>>;
      readonly sure?: { readonly ask: Line; readonly box: Line };
    }
  | { readonly kind: "choices"; readonly choices: readonly Choice[] };

/** Something was kept: the answer is stored with its delivery as a name, ids and numbers, and drawn anew for a repeat. */
export interface Recorded {
  readonly kind: "recorded";
  readonly answer: string;
  readonly facts: Json;
}

/** A Reply keeps nothing of the delivery, so that a later retry is judged anew. */
export type Outcome = Reply | Recorded;
