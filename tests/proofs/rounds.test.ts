import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect } from "vitest";

import type { Store } from "../../src/store/store.ts";
import { type FakeSlack, openFakeSlack, type PostSeen } from "../support/fakeSlack.ts";
import { openAt } from "../support/openAt.ts";
import { it, type World } from "../support/program.ts";
import { begins, channel } from "./roundWeek.ts";

/** `npm run verify` goes through the week three times, and kills after every number of steps there is. */
const thorough = process.env.THOROUGH === "1";

/** So many steps each life takes, in turn. The long ones bring the week on, the short ones cut it everywhere. */
const lives = thorough ? Array.from({ length: 40 }, (_, n) => n + 1) : [29, 47, 61, 83];
const firsts = thorough ? [0, 13, 27] : [0];

const staff = 6;

describe("a weekly check-in whose program is killed between one step and the next", () => {
  it.for(firsts)(
    "asks nobody twice and forgets nobody, and counts every answer once (from life %i on)",
    {
      timeout: thorough ? 600_000 : 60_000,
    },
    async (first, { world }) => {
      const slack = await openFakeSlack(staff);
      const week = openWeek(world, slack);
      await week.live(0, "begin");

      /** Slack had taken it and the program died before it knew: it can't but say it again. */
      const inTheAir = new Set<PostSeen>();
      let kills = 0;
      while (!(await week.live(lives[(first + kills) % lives.length] ?? 0))) {
        const known = await week.look(listMessages);
        const ofThisLife = slack.posts.filter(({ life }) => life === kills);
        for (const post of ofThisLife) if (!known.has(post.ts)) inTheAir.add(post);
        slack.nextLife();
        kills += 1;
      }

      const said = Map.groupBy(slack.posts, meaningOf);
      const wanted = [
        ...slack.people.flatMap((who) => [`D${who} asked 26`, `D${who} asked 2`]),
        `D${slack.people.at(-1)} reminded`,
        `${channel} summary`,
        `D${slack.people[0]} note`,
      ];
      const once = [...said].filter(
        ([, posts]) => posts.filter((post) => !inTheAir.has(post)).length === 1,
      );
      expect(once.map(([what]) => what).toSorted()).toEqual(wanted.toSorted());
      expect([...said.keys()].toSorted()).toEqual(wanted.toSorted());
      expect(await week.look(listEnds)).toEqual(
        ["closed: 5 answered", "closed: 1 missed", "open: 6 asked"].toSorted(),
      );
      expect(await week.look(countPublished)).toBe(staff - 1);
      expect(week.roundKeys()).toEqual([]);
      process.stdout.write(
        `${kills} kills: ${wanted.length} messages, each said once, and ${inTheAir.size} more that Slack had taken when it died\n`,
      );
      await slack.close();
    },
  );
});

/** The same words for the same message, and of no other. */
function meaningOf({ channel, text, blocks }: PostSeen): string {
  if (text.startsWith("Still open")) return `${channel} reminded`;
  if (text.startsWith("Monday note")) return `${channel} note`;
  const until = /Open until Thursday (\d+)/.exec(blocks)?.[1];
  return until === undefined ? `${channel} summary` : `${channel} asked ${until}`;
}

const listMessages = (store: Store): Promise<ReadonlySet<string>> =>
  store.transact(async (tx) => {
    const rows = await tx.selectFrom("message").select("external_id").execute();
    return new Set(rows.map(({ external_id }) => external_id));
  });

const listEnds = (store: Store): Promise<string[]> =>
  store.transact(async (tx) => {
    const rows = await tx
      .selectFrom("prompt as p")
      .innerJoin("round as r", "r.round_id", "p.round_id")
      .select((eb) => ["r.state as round", "p.state", eb.fn.countAll<number>().as("count")])
      .groupBy(["r.state", "p.state"])
      .execute();
    return rows.map(({ round, state, count }) => `${round}: ${count} ${state}`).toSorted();
  });

const countPublished = (store: Store): Promise<number> =>
  store.transact(
    async (tx) => (await tx.selectFrom("published").select("question").execute()).length,
  );

function openWeek(world: World, slack: FakeSlack) {
  const folder = join(world.folder, "program");
  mkdirSync(folder);
  writeFileSync(join(folder, "clock"), begins);
  const { PATH = "", HOME = "", NODE_COMPILE_CACHE = "" } = process.env;
  const { DATABASE_URL = "" } = world.variables;
  const env = {
    PATH,
    HOME,
    NODE_COMPILE_CACHE,
    DATABASE_URL,
    SLACK_API_URL: slack.apiUrl,
    TEAM: slack.team,
    PEOPLE: slack.people.join(" "),
    FOLDER: folder,
  };
  const program = fileURLToPath(new URL("roundLife.ts", import.meta.url));
  return {
    /** Resolves to whether it ended in peace. */
    async live(steps: number, ...words: readonly string[]): Promise<boolean> {
      const life = spawn(process.execPath, [program, String(steps), ...words], { env });
      let written = "";
      life.stderr.setEncoding("utf8").on("data", (text: string) => {
        written += text;
      });
      const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
        life.once("close", (...how) => resolve(how)),
      );
      if (signal !== "SIGKILL" && code !== 0) throw new Error(`It ended by itself: ${written}`);
      return code === 0;
    },
    async look<T>(read: (store: Store) => Promise<T>): Promise<T> {
      const store = openAt(DATABASE_URL);
      try {
        return await read(store);
      } finally {
        await store.close();
      }
    },
    roundKeys: () =>
      readdirSync(join(folder, "keys", "rounds")).filter((file) => file.endsWith(".key")),
  };
}
