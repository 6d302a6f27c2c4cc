/**
 * `npm run measure:phi`: what the guard catches, type by type, and what it refuses or asks about that is nobody's. Prints the tables of
 * docs/phi.md. `--development` leaves what is held out unread; `--tell` also prints what is missed and what is asked for nothing (never
 * of what is held out, which nobody reads).
 */
import { parseArgs } from "node:util";

import type { Directory } from "../src/privacy/phi/directory.ts";
import {
  type Guarded,
  heldOut,
  judgeFor,
  type Labelled,
  readAsq,
  readThanks,
  staffedBy,
  taught,
  unstaffed,
} from "./privacy/labelled.ts";

const { values: wish } = parseArgs({
  options: { development: { type: "boolean" }, tell: { type: "boolean" } },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${(part / whole).toFixed(3)} (${part}/${whole})`;

interface Judged extends Labelled {
  readonly hospital: string;
  readonly how: Guarded;
  readonly directory: Directory;
}

const judged = (hospital: string, texts: readonly Labelled[], directory: Directory): Judged[] =>
  texts.map((one) => ({ ...one, hospital, directory, how: judgeFor(one.text, directory) }));

if (!wish.development) {
  const ofEach = (directoryOf: (staff: string) => Directory) =>
    heldOut.flatMap(({ hospital, texts, staff }) =>
      judged(hospital, readThanks(texts), directoryOf(staff)),
    );
  measure("Held out, the staff entered", ofEach(staffedBy), false);
  measure(
    "Held out, nobody entered",
    ofEach(() => unstaffed),
    false,
  );
}
measure(
  "Development, the staff entered",
  taught.flatMap(({ hospital, texts, staff }) =>
    judged(hospital, readThanks(texts), staffedBy(staff)),
  ),
);
measure(
  "Development, nobody entered",
  ["recognition", "messages", "notes"].flatMap((hospital) =>
    judged(hospital, readThanks(`${hospital}.jsonl`), unstaffed),
  ),
);
measure(
  "Clinical queries, development half (asq-phi)",
  judged("asq-phi", readAsq("asq-phi-development.txt"), unstaffed),
);

function measure(title: string, texts: readonly Judged[], mayTell = true): void {
  const clean = texts.filter(({ types }) => types.length === 0);
  const identified = texts.filter(({ types }) => types.length > 0);
  say(`\n### ${title}\n`);
  say("| identifiers of the type | texts | blocked | caught | caught by it alone |");
  say("| --- | --- | --- | --- | --- |");
  const types = [...new Set(identified.flatMap(({ types }) => types))].sort();
  for (const type of types) {
    const having = identified.filter((one) => one.types.includes(type));
    say(`| ${[type, having.length, ...recalls(having), alone(having, type)].join(" | ")} |`);
  }
  say(`| **all** | ${identified.length} | ${recalls(identified).join(" | ")} | |\n`);
  const share = (how: Guarded, of = clean) =>
    percent(of.filter((one) => one.how === how).length, of.length);
  say(
    `Of ${clean.length} without any: blocked ${share("blocked")}, asked about ${share("asked")}.`,
  );
  const hospitals = [...new Set(texts.map(({ hospital }) => hospital))];
  if (hospitals.length > 1) {
    const caught = hospitals.map((hospital) => {
      const here = identified.filter((one) => one.hospital === hospital);
      return `${hospital} ${recalls(here)[1]}`;
    });
    say(`\nCaught in each: ${caught.join(", ")}.`);
  }
  if (!wish.tell || !mayTell) return;
  for (const { hospital, text, types, how } of texts) {
    if (types.length > 0 && how === "cleared")
      say(`MISSED ${hospital} ${types.join(",")}: ${text}`);
    if (types.length === 0 && how !== "cleared") say(`${how.toUpperCase()} ${hospital}: ${text}`);
  }
}

function recalls(texts: readonly { readonly how: Guarded }[]): string[] {
  const blocked = texts.filter(({ how }) => how === "blocked").length;
  const caught = texts.filter(({ how }) => how !== "cleared").length;
  return [percent(blocked, texts.length), percent(caught, texts.length)];
}

/** With every identifier of another type taken out; where the labels don't say which words they are, only texts that hold no other. */
function alone(texts: readonly Judged[], type: string): string {
  const left = texts.flatMap((one) => {
    const text = one.only(type);
    return text === undefined ? [] : [judgeFor(text, one.directory)];
  });
  return percent(left.filter((how) => how !== "cleared").length, left.length);
}
