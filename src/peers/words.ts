/** What somebody answers: to each question its words, as far as they have any. */
import { randomBytes } from "node:crypto";
import { z } from "zod";

import type { Cleared } from "../privacy/phi/cleared.ts";
import type { Spool } from "../privacy/spool.ts";
import { type Question, questions } from "./request.ts";

export type Words = Readonly<Partial<Record<Question, Cleared>>>;

export interface Answered {
  readonly question: Question;
  readonly words: Cleared;
}

/** More than three of the longest answers take, however they are written: every answer is sealed at one size. */
export const sealedSize = 24 * 1_024;

// Sealed as `Cleared` and in no other way, so that is what is opened.
const wordsRead = z.partialRecord(z.enum(questions), z.string()) as z.ZodType<unknown>;
const readWords = wordsRead as z.ZodType<Words>;

export const listWords = (words: Words): Answered[] =>
  questions.flatMap((question) => {
    const text = words[question];
    return text === undefined ? [] : [{ question, words: text }];
  });

/** Every answer on its own under a key that is chance: nothing tells whose they are, nor which are one person's. */
export const unjoin = (
  spool: Spool,
  kept: readonly { readonly place: string; readonly sealed: string }[],
): (Answered & { readonly key: string })[] =>
  kept
    .flatMap(({ place, sealed }) =>
      listWords(readWords.parse(JSON.parse(spool.open(place, sealed)))),
    )
    .map((answered) => ({ ...answered, key: randomBytes(16).toString("hex") }));
