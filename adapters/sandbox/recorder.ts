/** Watches one thing at a time happen, and keeps the last of them for the drawer. */
import type { Card, Clock, Event, Reply } from "#engine";
import {
  type Drawn,
  difference,
  drawCard,
  drawReply,
  type Happening,
  outcomeOf,
  type Renderers,
  type TableRows,
} from "./happened.ts";

export interface Recorder {
  /** Runs the work; what the engine tells and draws meanwhile is its. Kept where it did anything. */
  record<T>(subject: Subject, work: () => Promise<T>): Promise<T>;
  heard(event: Event): void;
  answered(reply: Reply): void;
  said(where: string, card: Card): void;
  readonly happenings: readonly Happening[];
}

export type Subject = Pick<Happening, "who" | "what" | "inbound">;

const mostHappenings = 30;
/** Of a week that passed in one step, the rest is only more of the same. */
const mostDrawn = 12;

export function createRecorder(
  rows: () => Promise<readonly TableRows[]>,
  platforms: readonly Renderers[],
  now: Clock,
): Recorder {
  const happenings: Happening[] = [];
  let before: readonly TableRows[] | undefined;
  let outcome: string[] = [];
  let drawn: Drawn[] = [];
  let number = 0;

  function draw(more: () => readonly Drawn[]): void {
    if (drawn.length < mostDrawn) drawn.push(...more());
  }

  return {
    happenings,
    async record(subject, work) {
      before ??= await rows();
      outcome = [];
      drawn = [];
      try {
        return await work();
      } finally {
        const quiet = outcome.length === 0 && drawn.length === 0;
        if (!quiet) {
          const after = await rows();
          const written = difference(before, after);
          before = after;
          number += 1;
          happenings.unshift({ ...subject, number, at: now(), outcome, written, drawn });
          happenings.length = Math.min(happenings.length, mostHappenings);
        }
      }
    },
    heard: (event) => void outcome.push(outcomeOf(event)),
    answered: (reply) => draw(() => drawReply(reply, platforms)),
    said: (where, card) => draw(() => [drawCard(where, card, platforms)]),
  };
}
