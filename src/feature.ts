/**
 * A feature is rows: what it answers (commands, shortcuts, actions, forms), how its kept answers are drawn,
 * what it says of its own accord (posts), and what it does later (jobs). Routing, help and the manifest's test read the same rows.
 */
import type { z } from "zod";

import type { Block, Card, Json } from "./chat/card.ts";
import type { WorkspaceAddress } from "./chat/chat.ts";
import type { ChatFile } from "./chat/file.ts";
import type { Choice, Filled } from "./chat/form.ts";
import type { Inbound, Place, Word } from "./chat/inbound.ts";
import type { Line } from "./chat/line.ts";
import type { Outcome, Reply } from "./chat/reply.ts";
import type { PersonId, WorkspaceId } from "./ids.ts";
import type { Organization } from "./people/organization.ts";
import type { Person } from "./people/person.ts";
import type { DoubtAbout } from "./privacy/phi/guard.ts";
import type { Kept } from "./privacy/retention.ts";
import type { RoundKeys } from "./privacy/roundKeys.ts";
import type { Typed } from "./privacy/typed.ts";
import type { Report } from "./report.ts";
import type { Row, Table } from "./store/held.ts";
import type { Tx } from "./store/store.ts";
import type { Say } from "./text/say.ts";
import type { Instant } from "./time/instant.ts";

/** What any piece of work has: one transaction, one now, one organization. */
export interface Work {
  readonly tx: Tx;
  readonly now: Instant;
  readonly organization: Organization;
}

/** Work of an engine that runs: it also finds the keys of rounds with confidential answers. */
export interface KeyedWork extends Work {
  readonly keys: RoundKeys;
}

/** What a verb gets when a person did something. */
export interface Context extends KeyedWork {
  readonly person: Person;
  /** The account they used. Its workspace's own owners may set Rapport up. */
  readonly runsWorkspace: boolean;
  readonly workspace: WorkspaceAddress;
  readonly place: Place;
  /** The catalogue in their language and zone. */
  readonly say: Say;
  readonly report: Report;
  /** They were asked whether a patient is meant, and say that none is: what the guard would ask about passes. */
  readonly sure: boolean;
  /** What is judged is only shown to its author again: who was sure is noted once it is sent. */
  readonly trial: boolean;
  /** Told of each text the guard asks about: the form it came from then gets a box to tick. */
  readonly doubt: (about: DoubtAbout) => void;
}

export interface CommandRow {
  readonly command: string;
  /** The one word after the command that picks this row; null for everything else. */
  readonly word: string | null;
  /** More may follow the word: `/rapport link CODE`. */
  readonly more?: true;
  /** One line of help; null where help needs none. */
  readonly usage: ((say: Say) => Line) | null;
  readonly run: (context: Context, words: readonly Word[]) => Promise<Outcome>;
}

/** What is found by typing: as a picker's choices, or from Teams' compose box. */
export interface SearchRow {
  readonly search: string;
  readonly find: (context: Context, typed: Typed) => Promise<readonly Choice[]>;
}

export interface ShortcutRow {
  readonly shortcut: string;
  readonly run: (
    context: Context,
    message: Extract<Inbound, { kind: "shortcut" }>["message"],
  ) => Promise<Outcome>;
}

interface Read<Value> {
  /** What does not fit is not this row's: the person gets the short help. */
  readonly read: z.ZodType<Value>;
}

export interface ActionRow<Value = never> extends Read<Value> {
  readonly action: string;
  readonly run: (context: Context, value: Value) => Promise<Outcome>;
}

export interface FormRow<State = never> extends Read<State> {
  readonly form: string;
  readonly run: (context: Context, state: State, filled: Filled) => Promise<Outcome>;
}

/** How a kept answer is drawn, the first time and for every repeat of its delivery. */
export interface AnswerRow<Facts = never> extends Read<Facts> {
  readonly answer: string;
  readonly draw: (context: Context, facts: Facts) => Promise<Reply>;
}

/** What should stand somewhere. No card: it should not stand there any more. */
export interface Saying {
  /** The same subject in the same place is the same message: posted once, then updated or deleted. */
  readonly subject: string;
  readonly to:
    | { readonly kind: "channel"; readonly workspace: WorkspaceId; readonly channel: string }
    /** Wherever the person was last, of all their accounts. */
    | { readonly kind: "person"; readonly person: PersonId }
    /** One account of a person who may have others. */
    | { readonly kind: "account"; readonly workspace: WorkspaceId; readonly account: string };
  readonly card: Card | null;
  /** Sent once, with the card's summary above them, and not changed any more. */
  readonly files?: readonly ChatFile[];
}

/** How a saying ended: `gone` where the place or the person can't be written to. What may have been said counts as said. */
export type SayingEnd =
  | { readonly kind: "said" }
  /** `stood`: it had been said there before; then its message may be gone and the place still be there. */
  | { readonly kind: "gone"; readonly why: string; readonly stood: boolean };

export interface PostRow<Payload = never> extends Read<Payload> {
  readonly post: string;
  /** Drawn when sent, from current rows. Null: nothing to say any more. May put itself off with `later`. */
  readonly say: (work: KeyedWork, payload: Payload) => Promise<Saying | null>;
  /** After it was said, in the transaction that finishes the job. */
  readonly done?: (
    work: KeyedWork,
    payload: Payload,
    saying: Saying,
    end: SayingEnd,
  ) => Promise<void>;
}

export interface JobRow<Payload = never> extends Read<Payload> {
  readonly job: string;
  /** What it leaves to be done can't be taken back: it is on the disk before any of that begins. */
  readonly lasting?: boolean;
  /** A channel whose members it needs: looked up before `run`, outside any transaction. */
  readonly members?: (
    work: KeyedWork,
    payload: Payload,
  ) => Promise<{ readonly workspace: WorkspaceId; readonly channel: string } | null>;
  /** `members`: null where none were asked for, or where the channel can't be read any more. */
  readonly run: (
    work: KeyedWork,
    payload: Payload,
    members: readonly PersonId[] | null,
  ) => Promise<void>;
}

/** A part of "Setup": the label of its button, and what it is set to now. */
export interface SetupRow {
  readonly action: string;
  readonly label: (say: Say) => Line;
  /** Under "More" unless it is the one thing setup asks. */
  readonly first: boolean;
  readonly now: (work: Work & Pick<Context, "say" | "workspace">) => Promise<Line>;
}

/**
 * What is kept of people in a table: which of its columns hold a person's id or words, what of it goes into the file that they may
 * ask for, and what is left once they are erased. A test walks the schema, so that a column nobody answers for is found by name.
 */
export interface Holding {
  readonly table: Table;
  /** In which an id or words of a person stand. */
  readonly columns: readonly string[];
  /** The sentence on the card that counts these rows; null: they are in the file only. */
  readonly told: keyof Say["rights"]["held"] | null;
  /** The person's own rows, as they stand in the file. `selves`: all ids of one person. */
  readonly list: (work: Work, selves: readonly PersonId[]) => Promise<readonly Row[]>;
  /** Afterwards nothing in these columns is theirs but the id of somebody who was here once. */
  readonly erase: (work: KeyedWork, selves: readonly PersonId[]) => Promise<void>;
}

/**
 * Messages that stand somewhere with a person's name in them. Once that person is erased they are gone through, a few at a time,
 * and drawn anew or taken down; what they are found by must still be there then.
 */
export interface NamingRow {
  readonly naming: string;
  /** Leaves jobs for the next few after `after`; resolves to the last of them, null where there are no more. */
  readonly redraw: (
    work: KeyedWork,
    selves: readonly PersonId[],
    after: string | null,
  ) => Promise<string | null>;
}

/** Columns that could hold a person's id or words, and don't, or not as a person's. */
export interface Unheld {
  readonly table: Table;
  readonly columns: readonly string[];
  readonly why: string;
}

/** What is kept no longer than an organization has settled on. */
export interface SweepRow {
  readonly sweep: Kept;
  /** Takes at most so many away of what is older than `before`; resolves to how many it took. */
  readonly run: (work: Work, before: Instant, most: number) => Promise<number>;
}

/** What whoever keeps the server may take out as a file: `rapport checkins export ROUND`. */
export interface ExportRow {
  readonly export: string;
  /** Undefined where there is nothing of that id. */
  readonly write: (work: Work, id: string) => Promise<string | undefined>;
}

/** What whoever keeps the server may bring in as a file: `rapport template import FILE`. */
export interface FileRow {
  readonly file: string;
  /** `plain`: what the file says, as plain values. Nothing is kept where there is a mistake, or where it is only checked. */
  readonly take: (work: Work, plain: unknown, wish: "check" | "keep") => Promise<FileTaken>;
}

export type FileTaken =
  | { readonly kind: "taken"; readonly id: string; readonly version: number | null }
  | { readonly kind: "mistakes"; readonly mistakes: readonly FileMistake[] };

export interface FileMistake {
  /** From the file's top: ["questions", 2, "ask", "de"]. */
  readonly path: readonly (string | number)[];
  /** Goes after the place; the file's words are never in it. */
  readonly why: string;
}

/** The ids of either side; that which the person goes by now comes first. */
export interface Rejoined {
  readonly one: readonly PersonId[];
  readonly other: readonly PersonId[];
  readonly now: "one" | "two";
}

export interface Feature {
  readonly name: string;
  readonly commands?: readonly CommandRow[];
  readonly shortcuts?: readonly ShortcutRow[];
  /** Whatever is looked for under no row's name is a person. */
  readonly searches?: readonly SearchRow[];
  readonly actions?: readonly ActionRow[];
  readonly forms?: readonly FormRow[];
  readonly answers?: readonly AnswerRow[];
  readonly posts?: readonly PostRow[];
  readonly jobs?: readonly JobRow[];
  readonly setup?: readonly SetupRow[];
  /** What it sends of its own accord as things stand, and to whom: a line each, for whoever sets Rapport up. */
  readonly sends?: (work: Work & Pick<Context, "say" | "workspace">) => Promise<readonly Line[]>;
  readonly reaction?: (
    context: Context,
    reaction: Extract<Inbound, { kind: "reaction" }>,
  ) => Promise<Outcome>;
  /** Its part of the person's home. */
  readonly home?: (context: Context) => Promise<readonly Block[]>;
  /** Buttons in a person's own settings. */
  readonly preferences?: (context: Context) => Promise<readonly Block[]>;
  /** When an organization is made. */
  readonly begin?: (work: Work) => Promise<void>;
  /** Adds its sums up anew from what they are sums of. */
  readonly rebuild?: (work: Work) => Promise<void>;
  /** Until when two persons can't be made one; null: nothing stands in the way. */
  readonly joinWaits?: (work: Work, one: PersonId, other: PersonId) => Promise<Instant | null>;
  /** After two persons were made one, or one turned out to be two: what it keeps for a person is put right. */
  readonly joined?: (work: Work, change: Rejoined) => Promise<void>;
  /** Whether anything of it was kept yet: an organization where nothing was may join another. */
  readonly begun?: (work: Work) => Promise<boolean>;
  /** What it keeps of people in its own tables, and what of their columns is nobody's. */
  readonly holds?: readonly Holding[];
  readonly unheld?: readonly Unheld[];
  readonly namings?: readonly NamingRow[];
  readonly sweeps?: readonly SweepRow[];
  readonly exports?: readonly ExportRow[];
  readonly files?: readonly FileRow[];
}

/** Rows of different values in one list: each reads its own value before it runs. */
export const action = <Value>(row: ActionRow<Value>): ActionRow => row as unknown as ActionRow;
export const form = <State>(row: FormRow<State>): FormRow => row as unknown as FormRow;
export const answer = <Facts>(row: AnswerRow<Facts>): AnswerRow => row as unknown as AnswerRow;
export const post = <Payload>(row: PostRow<Payload>): PostRow => row as unknown as PostRow;
export const job = <Payload>(row: JobRow<Payload>): JobRow => row as unknown as JobRow;

/** `return recorded("recognition.sent", { … })`: kept with the delivery, drawn by the answer row of that name. */
export const recorded = (answerName: string, facts: Json): Outcome => ({
  kind: "recorded",
  answer: answerName,
  facts,
});
