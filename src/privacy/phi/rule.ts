/** What a rule of the guard is: a row with a name, what kind of identifier it finds, how certain that is, and why it is one. */
import type { Find } from "./find.ts";

export type IdentifierType =
  | "record"
  | "national"
  | "health-plan"
  | "specimen"
  | "phone"
  | "email"
  | "account"
  | "birth"
  | "device"
  | "address"
  | "internet"
  | "date"
  | "age"
  | "place"
  | "name";

export interface Rule {
  readonly name: string;
  readonly type: IdentifierType;
  /** What it finds refuses the text, or has its author asked whether a patient is meant. */
  readonly certainty: "block" | "ask";
  readonly why: string;
  readonly find: Find;
}
