/**
 * From nothing to ready, with Slack configured, and the memory it holds while nobody asks anything; the same with Teams beside it;
 * and the sandbox, from nothing to its page after twelve weeks at the hospital.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { openTeamsKeys } from "../tests/support/teamsKeys.ts";
import { openFakeSlack } from "./fakeSlack.ts";
import { median, type Part } from "./figure.ts";
import { secret } from "./load.ts";
import { type Program, startProgram } from "./program.ts";

const appId = "00000000-0000-4000-8000-00000000a99a";
const times = 5;
/** Its first minute's work is over by then. */
const resting = 3_000;

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export const startPart: Part = {
  name: "start",
  async run({ tell }) {
    const folder = mkdtempSync(join(tmpdir(), "rapport-bench-"));
    await using house = new AsyncDisposableStack();
    house.defer(() => rmSync(folder, { recursive: true, force: true }));
    const slack = await openFakeSlack();
    house.defer(slack.close);
    const variables = {
      PORT: "0",
      DATABASE_URL: `file:${join(folder, "rapport.db")}`,
      RAPPORT_KEYS: join(folder, "keys"),
      SLACK_SIGNING_SECRET: secret,
      SLACK_BOT_TOKEN: "xoxb-bench",
      SLACK_API_URL: slack.url,
    };
    const keys = await openTeamsKeys(appId, "not a password");
    house.defer(keys.close);
    const teams = {
      MICROSOFT_APP_ID: appId,
      MICROSOFT_APP_PASSWORD: "not a password",
      MICROSOFT_APP_TENANT_ID: "00000000-0000-4000-8000-00000000c0de",
      TEAMS_OPENID_URL: keys.openIdUrl,
      TEAMS_TOKEN_URL: keys.tokenUrl,
    };
    const ours = () => begin([path("../bin/rapport.mjs")], variables, "/readyz");
    const both = () => begin([path("../bin/rapport.mjs")], { ...variables, ...teams }, "/readyz");
    const sandbox = () => begin([path("../bin/rapport.mjs"), "--fresh"], { PORT: "0" }, "/");
    const empty = () => begin([path("floors/empty.ts")], {}, "/");

    async function begin(words: readonly string[], given: Record<string, string>, page: string) {
      const start = performance.now();
      const program = await startProgram(words, given, folder);
      while (!(await isReady(program, page))) await pause(25);
      return { program, milliseconds: performance.now() - start };
    }

    const measure = async (one: typeof ours) => {
      const starts: number[] = [];
      const rests: number[] = [];
      for (let n = 0; n < times; n += 1) {
        const { program, milliseconds } = await one();
        starts.push(milliseconds);
        if (n === times - 1) await pause(resting);
        rests.push(program.memory() ?? Number.NaN);
        await program.stop();
      }
      // The first of all makes the database, its keys and the compile cache.
      return {
        first: starts[0] ?? Number.NaN,
        again: median(starts.slice(1)),
        rest: rests.at(-1) ?? Number.NaN,
      };
    };
    tell(`${times} times, each to its end`);
    const floor = await measure(empty);
    const own = await measure(ours);
    const beside = await measure(both);
    const played = await measure(sandbox);
    const what = "empty server";
    return [
      { part: "start", what: "the very first", value: own.first, unit: "ms" },
      {
        part: "start",
        what: "to ready",
        value: own.again,
        unit: "ms",
        floor: { value: floor.again, what },
        goal: { what: "≤ 1,000 ms", met: own.again <= 1_000 },
      },
      {
        part: "start",
        what: "to ready, with Teams too",
        value: beside.again,
        unit: "ms",
        floor: { value: own.again, what: "without Teams" },
        goal: { what: "≤ 600 ms more", met: beside.again - own.again <= 600 },
      },
      {
        part: "start",
        what: "sandbox, to its page",
        value: played.again,
        unit: "ms",
        goal: { what: "≤ 3,000 ms", met: played.again <= 3_000 },
      },
      {
        part: "start",
        what: "memory at rest",
        value: own.rest,
        unit: "MB",
        floor: { value: floor.rest, what },
        goal: { what: "≤ 150 MB", met: own.rest <= 150 },
      },
      {
        part: "start",
        what: "memory at rest, with Teams too",
        value: beside.rest,
        unit: "MB",
        floor: { value: own.rest, what: "without Teams" },
      },
    ];
  },
};

async function isReady({ port }: Program, page: string): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}${page}`, {
    headers: { connection: "close" },
  });
  await response.body?.cancel();
  return response.status === 200;
}
