/**
 * One life of a program that keeps a weekly check-in: the real engine, database, keys and Slack client, on a clock that stands in
 * a file. It ends by `kill -9` after so many steps, or in peace once its week is over. A step is a transaction that was kept, or a
 * call that Slack answered.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { openKeys } from "../../adapters/keys.ts";
import { openRoundKeys } from "../../adapters/roundKeys.ts";
import { createSlack } from "../../adapters/slack/app.ts";
import type { Chat } from "../../src/chat/chat.ts";
import { createEngine } from "../../src/engine.ts";
import { features } from "../../src/features.ts";
import { createSealer } from "../../src/privacy/seal.ts";
import type { Store } from "../../src/store/store.ts";
import { type Instant, readInstant, systemClock } from "../../src/time/instant.ts";
import { openAt } from "../support/openAt.ts";
import { answered, ends, startWeek } from "./roundWeek.ts";

const { DATABASE_URL = "", SLACK_API_URL = "", TEAM = "", PEOPLE = "", FOLDER = "" } = process.env;
const people = PEOPLE.split(" ");
const clockFile = join(FOLDER, "clock");

let left = Number(process.argv[2]);
function step(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
}

const real = openAt(DATABASE_URL);
const store: Store = {
  ...real,
  async transact(work, how) {
    const kept = await real.transact(work, how);
    step();
    return kept;
  },
};

const quiet = () => {};
const slack = createSlack(
  { signingSecret: "unused", botToken: "xoxb-the-proofs", apiUrl: SLACK_API_URL },
  () => engine,
  {
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    clock: systemClock,
    drawChart: async () => new Uint8Array(),
  },
);

const answers =
  <Given extends unknown[], Said>(call: (...given: Given) => Promise<Said>) =>
  async (...given: Given): Promise<Said> => {
    const said = await call(...given);
    step();
    return said;
  };
const chat: Chat = {
  rates: slack.chat.rates,
  post: answers(slack.chat.post),
  update: answers(slack.chat.update),
  delete: answers(slack.chat.delete),
  upload: answers(slack.chat.upload),
  direct: answers(slack.chat.direct),
  members: answers(slack.chat.members),
};

let now = readInstant(readFileSync(clockFile, "utf8"));
function itIs(at: Instant): void {
  writeFileSync(clockFile, at);
  now = at;
}

const keys = join(FOLDER, "keys");
const ports = {
  store,
  chat,
  clock: () => now,
  report: quiet,
  features,
  sealer: createSealer(openKeys(keys)),
  roundKeys: openRoundKeys(keys),
  chance: () => 0.5,
};
const engine = createEngine(ports);

/** Everybody but the last: the same tap, however often it is repeated. */
async function answerAll(): Promise<void> {
  const taps = await store.transact((tx) =>
    tx
      .selectFrom("prompt")
      .innerJoin("account", "account.person_id", "prompt.person_id")
      .select(["round_id", "prompt.person_id", "external_id"])
      .where("external_id", "in", people.slice(0, -1))
      .execute(),
  );
  for (const { round_id, person_id, external_id } of taps) {
    await engine.handle({
      kind: "action",
      action: "checkins.tap",
      value: { r: round_id, p: person_id, q: "week", v: "4" },
      platform: "slack",
      workspace: TEAM,
      account: external_id,
      delivery: `tap ${external_id}`,
      place: { kind: "channel", channel: `D${external_id}` },
      learnt: [],
    });
  }
}

if (process.argv[3] === "begin") {
  await startWeek(ports, TEAM, people);
} else {
  for (;;) {
    await engine.tick();
    if (now === answered) await answerAll();
    const due = (await engine.nextDue()) ?? ends;
    if (now >= ends && due > now) break;
    const next = now < answered && answered < due ? answered : due;
    if (next > now) itIs(next);
  }
}
await real.close();
process.exit(0);
