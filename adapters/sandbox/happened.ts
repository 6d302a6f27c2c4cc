/** What just happened, for developers: what came in, what came of it, the rows it wrote and what was drawn. In memory only. */
import type { Card, Event, Form, Inbound, Instant, Json, Reply } from "#engine";

/** What stands in a table: each row as JSON. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly string[];
}

export interface Drawn {
  readonly where: string;
  /** The same in the words of each platform. */
  readonly drawings: readonly { readonly as: string; readonly drawn: unknown }[];
}

export interface Happening {
  readonly number: number;
  readonly at: Instant;
  readonly who: string;
  /** In one line. */
  readonly what: string;
  readonly inbound: unknown;
  readonly outcome: readonly string[];
  readonly written: readonly TableDifference[];
  readonly drawn: readonly Drawn[];
}

export interface TableDifference {
  readonly table: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** How a platform draws. */
export interface Renderers {
  /** What its drawing is called, with its article where it has one. */
  readonly as: string;
  readonly card: (card: Card) => unknown;
  readonly form: (form: Form) => unknown;
}

export function difference(
  before: readonly TableRows[],
  after: readonly TableRows[],
): TableDifference[] {
  const old = new Map(before.map(({ table, rows }) => [table, new Set(rows)]));
  return after.flatMap(({ table, rows }) => {
    const were = old.get(table) ?? new Set();
    const are = new Set(rows);
    const added = rows.filter((row) => !were.has(row));
    const removed = [...were].filter((row) => !are.has(row));
    return added.length + removed.length === 0 ? [] : [{ table, added, removed }];
  });
}

/** What a card carries may be a draft that the guard refused: here sentences are left out, and ids stay. */
const hideSentences = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === "string" && /\s/.test(part) ? "[words]" : part,
    ) ?? "null",
  );

const hidden = "[answer]";

/** Whoever looks here next may be somebody else: what was answered to a check-in is left out. */
const hideChosen = (action: string, value: unknown): unknown =>
  action === "checkins.tap" && typeof value === "object" ? { ...value, v: hidden } : value;

/** Typed text shows itself as "[typed text]" here, as it does in every log. */
export function inboundSeen(inbound: Inbound): unknown {
  const { kind, place, delivery } = inbound;
  switch (inbound.kind) {
    case "command":
      return { kind, command: inbound.command, words: inbound.words, place, delivery };
    case "action": {
      const { action } = inbound;
      const value = hideChosen(action, hideSentences(inbound.value));
      return { kind, action, value, place, delivery };
    }
    case "form": {
      const { form, state } = inbound;
      const filled = form.startsWith("checkins.answer") ? hidden : inbound.filled;
      return { kind, form, state: hideSentences(state), filled, place, delivery };
    }
    case "shortcut":
      return { kind, shortcut: inbound.shortcut, message: inbound.message, place, delivery };
    case "reaction": {
      const { added, emoji, message, at } = inbound;
      return { kind, added, emoji, message, at, place, delivery };
    }
    case "home":
    case "search":
      return { kind, place, delivery };
  }
}

export function whatOf(inbound: Inbound): string {
  switch (inbound.kind) {
    case "command":
      return `/${inbound.command}`;
    case "action":
      return `button ${inbound.action}`;
    case "form":
      return `form ${inbound.form}`;
    case "shortcut":
      return `shortcut ${inbound.shortcut}`;
    case "reaction":
      return `${inbound.added ? "reaction" : "reaction taken back"} :${inbound.emoji}:`;
    case "home":
    case "search":
      return inbound.kind;
  }
}

/** A form holds what its author typed, which may be what the guard just refused: it is drawn without. */
export function drawReply(reply: Reply, platforms: readonly Renderers[]): Drawn[] {
  switch (reply.kind) {
    case "card":
    case "replace":
      return [drawCard(reply.kind, reply.card, platforms)];
    case "form": {
      const form = withoutWords(reply.form);
      const drawings = platforms.map(({ as, form: draw }) => ({ as, drawn: draw(form) }));
      return [{ where: "form", drawings }];
    }
    case "invalid":
      return [{ where: "under the fields", drawings: [{ as: "lines", drawn: reply.fields }] }];
    case "nothing":
    case "choices":
      return [];
  }
}

export function drawCard(where: string, card: Card, platforms: readonly Renderers[]): Drawn {
  const blocks = card.blocks.map((block) => {
    if (block.kind !== "buttons") return block;
    const buttons = block.buttons.map((button) => ({
      ...button,
      value: hideSentences(button.value ?? null) as Json,
    }));
    return { ...block, buttons };
  });
  const drawings = platforms.map(({ as, card: draw }) => ({
    as,
    drawn: draw({ ...card, blocks }),
  }));
  return { where, drawings };
}

const withoutWords = (form: Form): Form => ({
  ...form,
  state: null,
  fields: form.fields.map((field) => {
    if (field.kind !== "text") return field;
    const { initial, ...rest } = field;
    return rest;
  }),
});

export function outcomeOf(event: Event): string {
  switch (event.kind) {
    case "handled":
      return `${event.inbound} → ${event.outcome}`;
    case "job-done":
      return `job ${event.job} done`;
    case "said":
      return `job ${event.job} → ${event.end}`;
    case "job-failed":
      return `job ${event.job} failed, attempt ${event.attempts}`;
    case "guarded":
      return `guard: ${event.rule}, ${event.length} characters`;
    case "fault":
      return `fault ${event.reference}`;
    case "lane-paused":
      return `lane ${event.lane} paused for ${event.seconds} s`;
  }
}
