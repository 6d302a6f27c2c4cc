/**
 * A check-in for a hundred thousand people: how long until everybody has their place, whether anybody else waits meanwhile, and how
 * fast they are asked through a chat that costs nothing. The floor is as many rows of the same width, written by hand.
 */
import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { openSqlite } from "../adapters/sqlite/database.ts";
import { chunkSize } from "../src/checkins/rounds/weigh.ts";
import type { Asking } from "./asking.ts";
import { openFull } from "./byHand.ts";
import type { Figure, Part } from "./figure.ts";
import { fillHospital } from "./hospital.ts";

const people = 100_000;
export const roundPart: Part = {
  name: "round",
  async run({ tell }) {
    const folder = mkdtempSync(join(tmpdir(), "rapport-bench-"));
    try {
      const [ours, theirs] = [join(folder, "engine.db"), join(folder, "by-hand.db")];
      const store = openSqlite({ file: ours });
      await fillHospital(store, people);
      await store.close();
      copyFileSync(ours, theirs);
      tell(`${people.toLocaleString("en")} people, all of them due at once`);
      const program = fileURLToPath(new URL("asking.ts", import.meta.url));
      const { stdout } = await promisify(execFile)(process.execPath, [program, ours]);
      return figures(JSON.parse(stdout) as Asking, insertByHand(theirs));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Seconds for the rows of all their prompts. */
function insertByHand(file: string): number {
  const db = openFull(file);
  const persons = db.prepare("select person_id from person").pluck().all() as string[];
  const insert = db.prepare(
    `insert into prompt (organization_id, round_id, person_id, state, due_at, ask_at, asked_at, reminded_at, reminders,
       closes_at, answered_at, unit_id, group_key)
     values ('org_by_hand', 'rnd_by_hand', ?, 'waiting', ?, ?, null, null, 1, ?, null, 'unt_by_hand', null)`,
  );
  const [at, closes] = ["2026-11-27T15:00:00.000Z", "2026-12-03T23:59:00.000Z"];
  const start = performance.now();
  for (let from = 0; from < persons.length; from += chunkSize) {
    db.exec("begin immediate");
    for (const person of persons.slice(from, from + chunkSize)) insert.run(person, at, at, closes);
    db.exec("commit");
  }
  db.close();
  return (performance.now() - start) / 1_000;
}

function figures(asking: Asking, floor: number): Figure[] {
  const part = "round";
  const { asked, openSeconds, openBlock, drainSeconds, drainBlock, growth } = asking;
  const perSecond = asked / drainSeconds;
  const block = Math.max(openBlock, drainBlock);
  return [
    {
      part,
      what: `opened for ${asked.toLocaleString("en")}`,
      value: openSeconds,
      unit: "s",
      floor: { what: "s, rows by hand", value: floor },
      goal: { what: "≤ 5 s", met: openSeconds <= 5 },
    },
    {
      part,
      what: "longest block of the event loop",
      value: block,
      unit: "ms",
      goal: { what: "≤ 50 ms", met: block <= 50 },
    },
    {
      part,
      what: "asked",
      value: perSecond,
      unit: "/s",
      goal: { what: "≥ 2,000/s", met: perSecond >= 2_000 },
    },
    {
      part,
      what: "memory grows by",
      value: growth,
      unit: "MB",
      goal: { what: "≤ 150 MB", met: growth <= 150 },
    },
  ];
}
