/**
 * `npm run measure:phi`: what the guard catches, type by type, and what it refuses or asks about that is nobody's. Prints the tables of
 * docs/phi.md. `--development` leaves the held-out halves unread; `--tell` also prints what is missed and what is asked for nothing
 * (never of a held-out half, which nobody reads).
 */
import { parseArgs } from "node:util";

import type { Directory } from "../src/privacy/phi/directory.ts";
import {
  type Guarded,
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

const wards = staffedBy("wards-staff.txt");
const floors = staffedBy("floors-staff.txt");
measure("Clinical queries, development half (asq-phi)", readAsq("asq-phi-development.txt"));
measure("Thanks", readThanks("recognition.jsonl"));
measure("Messages", readThanks("messages.jsonl"));
measure("Notes", readThanks("notes.jsonl"));
for (const { hospital, texts, staff } of taught) {
  measure(`${hospital}, development`, readThanks(texts), staffedBy(staff));
}
if (!wish.development) {
  for (const [title, texts, staff] of [
    ["Wards", readThanks("wards-heldout.jsonl"), wards],
    ["Floors", readThanks("floors-heldout.jsonl"), floors],
  ] as const) {
    measure(`${title}, held out`, texts, staff, false);
    measure(`${title}, held out, nobody entered`, texts, unstaffed, false);
  }
}

function measure(
  title: string,
  texts: readonly Labelled[],
  directory: Directory = unstaffed,
  mayTell = true,
): void {
  const judged = texts.map((one) => ({ ...one, how: judgeFor(one.text, directory) }));
  const clean = judged.filter(({ types }) => types.length === 0);
  const identified = judged.filter(({ types }) => types.length > 0);
  say(`\n### ${title}\n`);
  say("| identifiers of the type | texts | blocked | caught | caught by it alone |");
  say("| --- | --- | --- | --- | --- |");
  const types = [...new Set(identified.flatMap(({ types }) => types))].sort();
  for (const type of types) {
    const having = identified.filter((one) => one.types.includes(type));
    say(
      `| ${[type, having.length, ...recalls(having), alone(having, type, directory)].join(" | ")} |`,
    );
  }
  say(`| **all** | ${identified.length} | ${recalls(identified).join(" | ")} | |`);
  const count = (how: Guarded) => clean.filter((one) => one.how === how).length;
  say(
    `\nOf ${clean.length} without any: blocked ${percent(count("blocked"), clean.length)}, asked about ${percent(count("asked"), clean.length)}.`,
  );
  if (!wish.tell || !mayTell) return;
  for (const { text, types, how } of judged) {
    if (types.length > 0 && how === "cleared") say(`MISSED ${types.join(",")}: ${text}`);
    if (types.length === 0 && how !== "cleared") say(`${how.toUpperCase()}: ${text}`);
  }
}

function recalls(texts: readonly { readonly how: Guarded }[]): string[] {
  const blocked = texts.filter(({ how }) => how === "blocked").length;
  const caught = texts.filter(({ how }) => how !== "cleared").length;
  return [percent(blocked, texts.length), percent(caught, texts.length)];
}

/** With every identifier of another type taken out; where the labels don't say which words they are, only texts that hold no other. */
function alone(texts: readonly Labelled[], type: string, directory: Directory): string {
  const left = texts.flatMap((one) => one.only(type) ?? []);
  return percent(
    left.filter((text) => judgeFor(text, directory) !== "cleared").length,
    left.length,
  );
}
