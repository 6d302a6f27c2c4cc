/** Signed `/kudos` requests over HTTP to the real program: kept on the disk, then answered. A Slack that answers at once. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { openSqlite } from "../adapters/sqlite/database.ts";
import { openFull, recordGive } from "./byHand.ts";
import { openFakeSlack } from "./fakeSlack.ts";
import { type Figure, type Part, quantile } from "./figure.ts";
import { createPairs, fillHospital, type Hospital } from "./hospital.ts";
import { kudosBody } from "./kudos.ts";
import { type Answers, openLoad, secret } from "./load.ts";
import { besides, type Program, startProgram } from "./program.ts";

const people = 5_000;
const inFlight = 32;
const warming = 3_000;
const measuring = 8_000;
/** Slack gives up after this. */
const tooLate = 3_000;

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export const httpPart: Part = {
  name: "http",
  async run({ tell }) {
    const folder = mkdtempSync(join(tmpdir(), "rapport-bench-"));
    await using house = new AsyncDisposableStack();
    house.defer(() => rmSync(folder, { recursive: true, force: true }));
    const slack = await openFakeSlack();
    house.defer(slack.close);

    const filled = join(folder, "filled.db");
    const filling = openSqlite({ file: filled });
    const hospital = await fillHospital(filling, people);
    await filling.close();
    const ours = join(folder, "ours.db");
    const theirs = join(folder, "by-hand.db");
    copyFileSync(filled, ours);
    copyFileSync(filled, theirs);
    const noted = join(folder, "noted.json");
    const recorded = await recordGive(filled, createPairs(hospital.people)());
    writeFileSync(noted, JSON.stringify({ recorded, people: hospital.people }));

    return await besides(async () => {
      const measured = async (words: readonly string[], variables = {}) => {
        tell(words.map((word) => word.split("/").at(-1)).join(" "));
        const program = await startProgram(words, variables, folder);
        try {
          return await load(program, hospital);
        } finally {
          await program.stop();
        }
      };
      const bare = await measured([path("floors/bare.ts")]);
      const bolt = await measured([path("floors/bolt.ts")]);
      const byHand = await measured([path("floors/bolt.ts"), theirs, noted]);
      const rapport = await measured([path("../bin/rapport.mjs")], {
        PORT: "0",
        DATABASE_URL: `file:${ours}`,
        RAPPORT_KEYS: join(folder, "keys"),
        LOG_LEVEL: "info",
        SLACK_SIGNING_SECRET: secret,
        SLACK_BOT_TOKEN: "xoxb-bench",
        SLACK_API_URL: slack.url,
      });
      requireKept(ours, rapport.answered);
      return figures({ bare, bolt, byHand, rapport });
    });
  },
};

interface Measured {
  readonly closed: Answers;
  readonly open: Answers;
  readonly processor: number | undefined;
  readonly memory: { readonly before: number; readonly after: number } | undefined;
  /** Per cent of the time for which others had its core. */
  readonly waited: number | undefined;
  /** All that were answered as they should be. */
  readonly answered: number;
}

async function load(program: Program, hospital: Hospital): Promise<Measured> {
  const pair = createPairs(hospital.people);
  let deliveries = 0;
  const next = (): string => {
    deliveries += 1;
    return kudosBody(...pair(), `${deliveries}.trigger`);
  };
  const sender = await openLoad(program.port, next, (text) => text.includes("Sent"));
  const idle = program.memory();
  const warm = await sender.closed(inFlight, warming);
  const [before, start, waitedBefore] = [
    program.processorTime(),
    performance.now(),
    program.waited(),
  ];
  const closed = await sender.closed(inFlight, measuring);
  const after = program.processorTime();
  const open = await sender.open(closed.perSecond / 2, measuring);
  sender.close();
  const waited = program.waited();
  const busy = program.memory();
  return {
    closed,
    open,
    processor:
      before === undefined || after === undefined
        ? undefined
        : (after - before) / closed.times.length,
    memory: idle && busy ? { before: idle, after: busy } : undefined,
    waited:
      waited === undefined || waitedBefore === undefined
        ? undefined
        : ((waited - waitedBefore) / (performance.now() - start)) * 100,
    answered: [warm, closed, open].reduce((sum, one) => sum + one.times.length - one.refused, 0),
  };
}

/** Whatever was answered must be there. */
function requireKept(file: string, answered: number): void {
  const db = openFull(file);
  const { kept } = db.prepare("select count(*) as kept from recognition").get() as { kept: number };
  db.close();
  if (kept !== answered) throw new Error(`${answered} were answered and ${kept} are kept`);
}

type All = Readonly<Record<"bare" | "bolt" | "byHand" | "rapport", Measured>>;

function figures({ bare, bolt, byHand, rapport }: All): Figure[] {
  const { closed, open, processor, memory } = rapport;
  const rate = closed.perSecond;
  const p99 = quantile(open.times, 0.99);
  const late = [...closed.times, ...open.times].filter((time) => time > tooLate).length;
  const refused = closed.refused + open.refused;
  const part = "http";
  const against = (floor: Measured, what: string) => ({ value: floor.closed.perSecond, what });
  const enough = rate >= 0.7 * byHand.closed.perSecond && rate >= 1_500;
  return [
    {
      part,
      what: `${inFlight} in flight`,
      value: rate,
      unit: "/s",
      floor: against(byHand, "Bolt, by hand"),
      goal: { what: "≥ 0.7 ×, ≥ 1,500/s", met: enough },
    },
    { part, what: "the same", value: rate, unit: "/s", floor: against(bolt, "Bolt, no-op") },
    { part, what: "the same", value: rate, unit: "/s", floor: against(bare, "bare node:http") },
    { part, what: "answer p50", value: quantile(closed.times, 0.5), unit: "ms" },
    { part, what: "answer p99", value: quantile(closed.times, 0.99), unit: "ms" },
    ...(processor === undefined
      ? []
      : [
          {
            part,
            what: "processor",
            value: processor,
            unit: "ms",
            ...(byHand.processor === undefined
              ? {}
              : { floor: { value: byHand.processor, what: "Bolt, by hand" } }),
          },
        ]),
    {
      part,
      what: `at half of that (${Math.round(open.perSecond)}/s), p50`,
      value: quantile(open.times, 0.5),
      unit: "ms",
    },
    {
      part,
      what: "at half of that, p99",
      value: p99,
      unit: "ms",
      floor: {
        value: quantile(byHand.open.times, 0.99),
        what: "Bolt, by hand, at half of its own",
      },
      goal: { what: "≤ 25 ms", met: p99 <= 25 },
    },
    { part, what: "over 3 s", value: late, unit: "", goal: { what: "0", met: late === 0 } },
    { part, what: "not kept", value: refused, unit: "", goal: { what: "0", met: refused === 0 } },
    ...(rapport.waited === undefined || byHand.waited === undefined
      ? []
      : [
          {
            part,
            what: "its core was somebody else's",
            value: rapport.waited,
            unit: "%",
            floor: { value: byHand.waited, what: "Bolt, by hand" },
          },
        ]),
    ...(memory === undefined
      ? []
      : [
          { part, what: "memory at rest", value: memory.before, unit: "MB" },
          { part, what: "memory after the load", value: memory.after, unit: "MB" },
        ]),
  ];
}
