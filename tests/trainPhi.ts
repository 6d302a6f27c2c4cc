/**
 * `npm run train:phi`: learns from the labelled messages of the hospitals whose staff are known how a text reads that tells of a patient,
 * and writes src/privacy/phi/words/learnt.ts. First it says how well that is learnt: each hospital is read by what the others taught.
 * Held-out halves are not read. `--check` writes nothing.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { days, planHistory } from "../adapters/sandbox/hospital/plan.ts";
import type { Directory } from "../src/privacy/phi/directory.ts";
import { doubtfulRules } from "../src/privacy/phi/doubtful.ts";
import type { Find } from "../src/privacy/phi/find.ts";
import { normalise } from "../src/privacy/phi/normalise.ts";
import { piecesOf, traitsOf, type Weight } from "../src/privacy/phi/reading.ts";
import { tokensOf } from "../src/privacy/phi/tokens.ts";
import { traitCount } from "../src/privacy/phi/words/learnt.ts";
import { hour, instantOf, plus } from "../src/time/instant.ts";
import {
  judgeFor,
  type Labelled,
  readAsq,
  readThanks,
  staffedBy,
  taught,
  unstaffed,
} from "./privacy/labelled.ts";
import { thanks } from "./privacy/thanks.ts";
import { told } from "./privacy/told.ts";
import { untold } from "./privacy/untold.ts";

const { values: wish } = parseArgs({ options: { check: { type: "boolean" } } });
const say = (line: string) => void process.stdout.write(`${line}\n`);

interface Example {
  readonly hospital: string;
  readonly tells: boolean;
  readonly traits: Int32Array;
  /** Whether a rule finds something in it: one that is always believed, one that finds doubts, one that finds strangers. */
  readonly found: Readonly<Record<"sure" | Weight, boolean>>;
}

/** So many of the messages that tell of nobody may be asked about for their reading; and so many may read so that a rule is believed. */
interface Shares {
  readonly asked: number;
  readonly doubtful: number;
  readonly strange: number;
}

const rounds = 20;
const step = 0.3;
const forgetting = 0.0003;
/** A weight is kept in one byte: so much is one. */
const unit = 0.02;

const own = (texts: readonly string[], types: readonly string[]): Labelled[] =>
  texts.map((text) => ({ text, types, only: () => undefined }));

/** What is learnt from: the hospitals' messages, clinical questions, our own inventions, and, where nobody is entered, the sets without a list of staff. */
const lessons: readonly {
  readonly hospital: string;
  readonly texts: readonly Labelled[];
  readonly staff: string | null;
}[] = [
  ...taught.map(({ hospital, texts, staff }) => ({ hospital, texts: readThanks(texts), staff })),
  { hospital: "asq-phi", texts: readAsq("asq-phi-development.txt"), staff: "wards-staff.txt" },
  ...["recognition", "messages", "notes"].map((hospital) => ({
    hospital,
    texts: readThanks(`${hospital}.jsonl`),
    staff: null,
  })),
  { hospital: "St. Anne's", texts: own(playedThanks(), []), staff: "wards-staff.txt" },
  { hospital: "told", texts: own(Object.values(told).flat(), ["told"]), staff: "wards-staff.txt" },
  {
    hospital: "untold",
    texts: own([...Object.values(untold).flat(), ...thanks], []),
    staff: "wards-staff.txt",
  },
];

/** What the sandbox's people thank each other for in twelve weeks. */
function playedThanks(): string[] {
  const until = instantOf(Date.UTC(2026, 9, 28));
  const acts = planHistory(1, plus(until, -days * 24 * hour), until);
  return acts.flatMap((act) => ("words" in act ? [act.words] : []));
}

/** Words in small letters, and of how many hospitals. */
const met = new Map<string, Set<string>>();
for (const { hospital, texts } of lessons) {
  for (const { text } of texts) {
    for (const { word, capital, shouted } of tokensOf(normalise(text).text)) {
      if (!capital && !shouted && !/\d/.test(word))
        met.set(word, (met.get(word) ?? new Set()).add(hospital));
    }
  }
}
/** Met in two hospitals other than the one that is read. */
const wordsFor = (hospital: string | null): ReadonlySet<string> =>
  new Set(
    [...met]
      .filter(([, where]) => where.size - (hospital !== null && where.has(hospital) ? 1 : 0) >= 2)
      .map(([word]) => word),
  );

function exampleOf(
  hospital: string,
  words: ReadonlySet<string>,
  { text, types }: Labelled,
  directory: Directory,
): Example {
  const plain = normalise(text).text;
  const traits = new Set<number>();
  for (const piece of piecesOf(plain, directory, words)) {
    traitsOf(piece, (trait) => traits.add(trait));
  }
  const finds = (weight?: Weight): boolean =>
    rows.some((row) => row.weight === weight && row.find(plain, directory).length > 0);
  return {
    hospital,
    tells: types.length > 0,
    traits: Int32Array.from(traits),
    found: {
      sure: judgeFor(text, directory) === "blocked" || finds(),
      doubtful: finds("doubtful"),
      strange: finds("strange"),
    },
  };
}

const rows: readonly { name: string; find: Find; weight?: Weight }[] = doubtfulRules.filter(
  ({ name }) => name !== "reads-of-patient",
);

/** Logistic regression on hashed traits without a constant, by AdaGrad (Weinberger et al. 2009; Duchi, Hazan, Singer 2011). */
function learn(examples: readonly Example[]): Int8Array {
  const weights = new Float64Array(traitCount);
  const gone = new Float64Array(traitCount).fill(1e-6);
  for (let round = 0; round < rounds; round += 1) {
    for (let n = 0; n < examples.length; n += 1) {
      // In an order that is no hospital's, the same on every machine.
      const one = examples[(n * 7919 + round * 104_729) % examples.length];
      if (one === undefined) continue;
      const share = 1 / Math.sqrt(one.traits.length || 1);
      let sum = 0;
      for (const trait of one.traits) sum += weights[trait] ?? 0;
      const miss = 1 / (1 + Math.exp(-sum * share)) - (one.tells ? 1 : 0);
      for (const trait of one.traits) {
        const weight = weights[trait] ?? 0;
        const slope = miss * share + forgetting * weight;
        const past = (gone[trait] ?? 0) + slope * slope;
        gone[trait] = past;
        weights[trait] = weight - (step * slope) / Math.sqrt(past);
      }
    }
  }
  return Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / unit))),
  );
}

function scoreOf(weights: Int8Array, { traits }: Example): number {
  let sum = 0;
  for (const trait of traits) sum += weights[trait] ?? 0;
  return sum / Math.sqrt(traits.length || 1);
}

interface Taught {
  readonly asksFrom: number;
  readonly believedFrom: Readonly<Record<Weight, number>>;
  readonly weights: string;
}

function teach(
  title: string,
  directoryOf: (staff: string | null) => Directory | null,
  shares: Shares,
): Taught {
  const examples = lessons.flatMap(({ hospital, texts, staff }) => {
    const directory = directoryOf(staff);
    if (directory === null) return [];
    const words = wordsFor(hospital);
    return texts.map((one) => exampleOf(hospital, words, one, directory));
  });
  const judged = taught.flatMap(({ hospital }) => {
    const weights = learn(examples.filter((one) => one.hospital !== hospital));
    return examples
      .filter((one) => one.hospital === hospital)
      .map((one) => ({ ...one, score: scoreOf(weights, one) }));
  });
  type Judged = (typeof judged)[number];
  const telling = judged.filter(({ tells }) => tells);
  const clean = judged.filter(({ tells }) => !tells);
  const ranked = clean.map(({ score }) => score).sort((one, other) => other - one);
  /** What so many of the clean ones come to. */
  const rankedAt = (share: number): number =>
    share === 1 ? -limit : Math.round(ranked[Math.floor(ranked.length * share)] ?? 0);
  const tell = (what: string, asks: (one: Judged) => boolean): void => {
    const [caught, asked] = [telling.filter(asks).length, clean.filter(asks).length];
    say(
      `${what}: ${(caught / telling.length).toFixed(3)} caught, ${(asked / clean.length).toFixed(3)} of the clean asked about`,
    );
  };

  say(`\n${title}: ${telling.length} messages that tell of a patient, ${clean.length} that do not`);
  tell("the rules alone", ({ found }) => found.sure || found.doubtful || found.strange);
  for (const share of [0.01, 0.02, 0.03, 0.05])
    tell(`the reading alone over ${rankedAt(share)}`, ({ score }) => score > rankedAt(share));
  const taughtThis = {
    asksFrom: rankedAt(shares.asked),
    believedFrom: { doubtful: rankedAt(shares.doubtful), strange: rankedAt(shares.strange) },
  };
  const { asksFrom, believedFrom } = taughtThis;
  tell(
    "both",
    ({ found, score }) =>
      found.sure ||
      (found.doubtful && score >= believedFrom.doubtful) ||
      (found.strange && score >= believedFrom.strange) ||
      score > asksFrom,
  );
  return { ...taughtThis, weights: Buffer.from(learn(examples).buffer).toString("base64") };
}

/** Below it nothing comes. */
const limit = 1_000_000;

const staffed = teach(
  "Where the staff are entered",
  (staff) => (staff === null ? null : staffedBy(staff)),
  { asked: 0.04, doubtful: 0.5, strange: 0.25 },
);
const nobody = teach("Where nobody is entered", () => unstaffed, {
  asked: 0.02,
  doubtful: 1,
  strange: 1,
});

if (!wish.check) {
  const file = { words: [...wordsFor(null)].sort().join(" "), staffed, unstaffed: nobody };
  const place = new URL("../src/privacy/phi/words/learnt.json", import.meta.url);
  writeFileSync(place, `${JSON.stringify(file, null, 2)}\n`);
}
