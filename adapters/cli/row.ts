/** What a command of the command line is, and what it is given. */
import type { Clock, Feature, Store } from "#engine";

export interface Ports {
  /** What was asked for. */
  out(text: string): void;
  /** What went wrong. */
  complain(text: string): void;
  readonly features: readonly Feature[];
  readonly clock: Clock;
  /** To write: migrated, and on SQLite refused while a server runs. To read: as it is, beside whoever runs. */
  open(wish: "reading" | "writing"): Promise<Opened>;
  /** A copy of the SQLite file; nothing is done where the database is another, or where the copy would replace it. */
  backup(to: string): Promise<"copied" | "not SQLite" | "itself">;
  /** The app that an admin of Teams uploads, or what is missing to make it. */
  packTeamsApp(slash: boolean): Promise<Uint8Array | { readonly missing: readonly string[] }>;
}

export interface Opened {
  readonly store: Store;
  /** The migrations that were missing. */
  readonly applied: readonly string[];
  close(): Promise<void>;
}

export interface Asked {
  /** As many as the row takes. */
  readonly given: readonly string[];
  /** `--organization`, by name or id. */
  readonly organization: string | null;
  readonly slash: boolean;
}

export interface Row {
  readonly words: readonly string[];
  /** The name of its argument, for those that take one. */
  readonly takes: string | null;
  readonly does: string;
  /** Resolves to the code to exit with. */
  readonly run: (ports: Ports, asked: Asked) => Promise<number>;
}

/** The command ends with a sentence and a code (sysexits.h), and has changed nothing. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly code: number;

  constructor(code: number, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** 64: the words of the command are wrong. 65: what is in the file is. 66: something is not there. */
export const exits = { usage: 64, badFile: 65, notThere: 66 } as const;
