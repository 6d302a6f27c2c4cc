/**
 * Ids remember what they name: `rnd_018f…` can't be passed where a person is meant.
 * Ours are a short prefix and a UUIDv7 in hex (time first, so that rows of one day lie together).
 */
import { randomBytes } from "node:crypto";

import { type Instant, millisecondsOf } from "./time/instant.ts";

declare const idMark: unique symbol;
export type Id<Name extends string> = string & { readonly [idMark]: Name };

export type OrganizationId = Id<"organization">;
export type WorkspaceId = Id<"workspace">;
export type PersonId = Id<"person">;
export type UnitId = Id<"unit">;
export type DisciplineId = Id<"discipline">;
export type RecognitionId = Id<"recognition">;
export type LedgerId = Id<"ledger">;
export type ValueId = Id<"value">;
export type TellId = Id<"tell">;
export type JobId = Id<"job">;
export type MessageId = Id<"message">;
export type AuditId = Id<"audit">;
export type ScheduleId = Id<"schedule">;
export type RoundId = Id<"round">;
export type ActionId = Id<"action">;
export type OutcomeId = Id<"outcome">;
export type NoteId = Id<"note">;
export type PeerId = Id<"peer">;
export type JoiningId = Id<"joining">;

const prefixes = {
  organization: "org",
  workspace: "wsp",
  person: "prs",
  unit: "unt",
  discipline: "dsc",
  recognition: "rec",
  ledger: "led",
  value: "val",
  tell: "tel",
  job: "job",
  message: "msg",
  audit: "aud",
  schedule: "sch",
  round: "rnd",
  action: "act",
  outcome: "out",
  note: "not",
  peer: "per",
  joining: "joi",
} as const;

/** A fresh id of the moment: 48 bits of time, 80 of chance (RFC 9562, version 7 without its version bits' ceremony). */
export function newId<Name extends keyof typeof prefixes>(name: Name, now: Instant): Id<Name> {
  const time = millisecondsOf(now).toString(16).padStart(12, "0");
  return `${prefixes[name]}_${time}${chance(20)}` as Id<Name>;
}

let pool = "";
/** Hex digits of chance, drawn from the system in one go of 2 kB: a call to it costs more than an id. */
function chance(digits: number): string {
  if (pool.length < digits) pool = randomBytes(2_048).toString("hex");
  const taken = pool.slice(0, digits);
  pool = pool.slice(digits);
  return taken;
}
