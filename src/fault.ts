/** Something of ours, or the database, failed: nothing was kept. The person and the log read the same reference. */
import { randomInt } from "node:crypto";

import type { Block, Button, Card, Json } from "./chat/card.ts";
import { type Locale, speak } from "./text/say.ts";

export class Fault extends Error {
  override readonly name = "Fault";
  readonly reference: string;
  constructor(reference: string, cause: unknown) {
    super(`Not saved (${reference})`, { cause });
    this.reference = reference;
  }
}

/** Letters and digits that can't be taken for each other when read over the telephone. */
const readable = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

export function createFault(cause: unknown): Fault {
  const pick = () => readable.charAt(randomInt(readable.length));
  const reference = `${Array.from({ length: 4 }, pick).join("")}-${pick()}${pick()}`;
  return new Fault(reference, cause);
}

/** What the person reads; their locale may be unknown just now. `again` is what [Try again] carries, where one can. */
export function faultCard(fault: Fault, locale: Locale, again?: Json): Card {
  const { notSaved, tryAgain } = speak(locale, "UTC").chat;
  const line = notSaved({ reference: fault.reference });
  const button: Button[] =
    again === undefined ? [] : [{ action: "again", label: tryAgain(), value: again }];
  const blocks: Block[] = [{ kind: "text", line }];
  if (button.length > 0) blocks.push({ kind: "buttons", buttons: button });
  return { summary: line, blocks };
}

/** When a platform doesn't answer what has to be known first. */
export function silentCard(platform: string, locale: Locale): Card {
  const line = speak(locale, "UTC").chat.silent({ platform });
  return { summary: line, blocks: [{ kind: "text", line }] };
}

/**
 * Whether an error's message may be told and kept: it may quote what was being worked on (JSON.parse and PostgreSQL do). The system's
 * ("connect ECONNREFUSED …"), SQLite's (values are bound, so none is quoted), Slack's fixed words, and ours don't.
 */
export const isTellable = (error: Error): boolean =>
  ("code" in error && /^(E[A-Z]+|SQLITE_\w+|slack_\w+)$/.test(String(error.code))) ||
  ours.has(error.name);

const ours = new Set(["Fault", "TooSlow", "Limited", "AnotherServer", "NewerSchema", "KeyTrouble"]);
