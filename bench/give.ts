/** The give transaction, everything in it, through the engine on a SQLite file where every commit is on the disk. */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openSqlite } from "../adapters/sqlite/database.ts";
import { byHand, openFull, recordGive } from "./byHand.ts";
import { median, type Part } from "./figure.ts";
import { createPairs, fillHospital, openEngine } from "./hospital.ts";
import { kudos } from "./kudos.ts";
import { waited } from "./program.ts";

const people = 5_000;
/** What waits at once, and so may share a commit. */
const together = 32;
const rounds = 5;

export const givePart: Part = {
  name: "give",
  async run({ tell }) {
    const folder = mkdtempSync(join(tmpdir(), "rapport-bench-"));
    try {
      return await measure(folder, tell);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(folder: string, tell: (what: string) => void) {
  const ours = join(folder, "engine.db");
  const theirs = join(folder, "by-hand.db");
  const filling = openSqlite({ file: ours });
  const hospital = await fillHospital(filling, people);
  await filling.close();
  copyFileSync(ours, theirs);
  tell(`${people.toLocaleString("en")} people, synchronous=FULL`);

  const recorded = await recordGive(theirs, createPairs(hospital.people)());
  const store = openSqlite({ file: ours });
  const engine = openEngine(store);
  const db = openFull(theirs);
  const give = byHand(db, recorded);
  const [begin, commit] = [db.prepare("begin immediate"), db.prepare("commit")];
  const ourPairs = createPairs(hospital.people);
  const theirPairs = createPairs(hospital.people);
  let deliveries = 0;

  async function engineGives(count: number, atOnce: number): Promise<number> {
    const start = performance.now();
    let left = count;
    const one = async () => {
      for (; left > 0; ) {
        left -= 1;
        deliveries += 1;
        const reply = await engine.handle(kudos(...ourPairs(), `engine ${deliveries}`));
        if (reply.kind !== "replace") throw new Error(`The engine answered ${reply.kind}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    return (count / (performance.now() - start)) * 1_000;
  }

  function handGives(count: number, atOnce: number): number {
    const start = performance.now();
    for (let done = 0; done < count; ) {
      begin.run();
      for (let n = 0; n < atOnce; n += 1, done += 1) {
        deliveries += 1;
        give(...theirPairs(), `hand ${deliveries}`);
      }
      commit.run();
    }
    return (count / (performance.now() - start)) * 1_000;
  }

  const rates = {
    alone: [] as number[],
    handAlone: [] as number[],
    many: [] as number[],
    handMany: [] as number[],
  };
  const [start, waitedBefore] = [performance.now(), waited("self")];
  await engineGives(1_000, together);
  handGives(1_024, together);
  for (let round = 0; round < rounds; round += 1) {
    rates.alone.push(await engineGives(500, 1));
    rates.handAlone.push(handGives(500, 1));
    rates.many.push(await engineGives(2_048, together));
    rates.handMany.push(handGives(2_048, together));
  }
  const kept = await store.transact(async (tx) => {
    const row = await tx
      .selectFrom("recognition")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  });
  const asked = 1_000 + rounds * 2_548;
  if (kept !== asked) throw new Error(`${asked} were given and ${kept} kept`);
  await store.close();
  db.close();
  const waitedAfter = waited("self");

  const figure = (what: string, ours: readonly number[], floor: readonly number[]) => {
    const value = median(ours);
    const byHand = median(floor);
    return {
      part: "give",
      what,
      value,
      unit: "/s",
      floor: { what: "by hand", value: byHand },
      goal: { what: "≥ 0.5 ×", met: value >= 0.5 * byHand },
    };
  };
  return [
    figure("one after another", rates.alone, rates.handAlone),
    figure(`${together} at once`, rates.many, rates.handMany),
    { part: "give", what: "statements in one", value: recorded.statements.length, unit: "" },
    ...(waitedBefore === undefined || waitedAfter === undefined
      ? []
      : [
          {
            part: "give",
            what: "its core was somebody else's",
            value: ((waitedAfter - waitedBefore) / (performance.now() - start)) * 100,
            unit: "%",
          },
        ]),
  ];
}
