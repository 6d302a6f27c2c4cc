/** What speaks for a text that tells of a patient, and against: learnt.json is written by `npm run train:phi`, never by hand. */
import file from "./learnt.json" with { type: "json" };
import { wordSet } from "./wordSet.ts";

export interface Learnt {
  /** A text whose reading comes to more is asked about. */
  readonly asksFrom: number;
  /** In one whose reading comes to less a rule of that weight is not believed. */
  readonly believedFrom: Readonly<Record<"doubtful" | "strange", number>>;
  /** Of each trait; above nought it speaks for a patient. */
  readonly weights: Int8Array;
}

/** Traits are numbered below it. */
export const traitCount = 262_144;

/** Words in small letters that are met in many messages. */
export const metWords = wordSet(file.words);

const read = ({ asksFrom, believedFrom, weights }: typeof file.staffed): Learnt => ({
  asksFrom,
  believedFrom,
  weights: new Int8Array(Buffer.from(weights, "base64")),
});

export const learnt = { staffed: read(file.staffed), unstaffed: read(file.unstaffed) } as const;
