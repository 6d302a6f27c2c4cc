/** What people fill in: a form is drawn by each adapter as its platform's dialog. */
import type { Typed } from "../privacy/typed.ts";
import type { Json } from "./card.ts";
import type { Line } from "./line.ts";

export interface Choice {
  readonly value: string;
  readonly label: Line;
  /** What to think of when choosing it; empty or absent: nothing. */
  readonly hint?: Line;
}

export type Field =
  /** Persons of the whole directory, found by typing; values are person ids. */
  | Named<{ readonly kind: "people"; readonly initial?: readonly Choice[]; readonly most: number }>
  | Named<{
      readonly kind: "text";
      readonly initial?: Typed;
      readonly placeholder?: Line;
      readonly long?: boolean;
      /** Characters. */
      readonly least?: number;
      readonly most: number;
    }>
  | Named<{
      readonly kind: "choice";
      readonly choices: readonly Choice[];
      readonly initial?: string;
    }>
  | Named<{
      readonly kind: "choices";
      readonly choices: readonly Choice[];
      readonly initial?: readonly string[];
    }>
  /** A channel of this workspace; the value is its external id. */
  | Named<{ readonly kind: "channel"; readonly initial?: string }>
  | { readonly kind: "note"; readonly line: Line };

type Named<Kind> = Kind & {
  readonly name: string;
  readonly label: Line;
  readonly hint?: Line;
  readonly optional?: boolean;
};

export interface Form {
  /** The form row that answers it, e.g. "recognition.give". */
  readonly form: string;
  /** At most 24 characters (Slack). */
  readonly title: Line;
  readonly submit: Line;
  /** Comes back with the answer; at most 3,000 characters as JSON (Slack). */
  readonly state?: Json;
  readonly fields: readonly Field[];
}

/** The box under a form whose words may be a patient's: ticked by whoever says they are not. No field has this name. */
export const sureBox = { name: "noPatient", ticked: "yes" } as const;

/** A field left empty is absent. Text stays `Typed` until the guard has seen it. */
export interface Filled {
  readonly text: Readonly<Record<string, Typed>>;
  readonly picked: Readonly<Record<string, readonly string[]>>;
}
