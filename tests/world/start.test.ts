import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { sql } from "kysely";
import { describe, expect } from "vitest";

import { migrations } from "../../migrations/index.ts";
import { migrate } from "../../src/store/migrate.ts";
import { database } from "../support/databases.ts";
import { it, starting } from "../support/program.ts";

const onSqlite = database === "sqlite";

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe("a server that nobody has set up", starting, () => {
  it("says in one screen what to set and where to get it", async ({ world }) => {
    const server = await world.serves();
    const screen = server.written().split("\n{")[0] ?? "";

    expect(screen).toContain("api.slack.com/apps");
    expect(screen).toContain("manifest.yml");
    expect(screen).toContain("SLACK_SIGNING_SECRET");
    expect(screen).toContain("SLACK_BOT_TOKEN");
    expect(screen.split("\n").length).toBeLessThanOrEqual(30);
    expect(Math.max(...screen.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("is healthy and ready, can be measured, and knows no other page", async ({ world }) => {
    const { address } = await world.serves();
    const get = (path: string) => fetch(address + path);

    expect((await get("/healthz")).status).toBe(200);
    const ready = await get("/readyz");
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, reasons: [] }]);
    expect(await (await get("/metrics")).text()).toContain('rapport_jobs{state="due"} 0');
    expect((await get("/")).status).toBe(404);
    expect((await fetch(`${address}/slack/events`, { method: "POST" })).status).toBe(404);
    expect((await fetch(`${address}/healthz`, { method: "POST" })).status).toBe(404);
  });

  it.for(["SIGTERM", "SIGINT"] as const)(
    "ends with 0 at %s, and starts again",
    async (signal, { world }) => {
      const first = await world.serves();

      expect((await first.stop(signal)).code).toBe(0);
      expect((await (await world.serves()).stop(signal)).code).toBe(0);
    },
  );

  it("makes its key for this user alone, and keeps it", async ({ world }) => {
    const keys = join(world.folder, "keys");
    mkdirSync(keys, { mode: 0o755 });
    await (await world.serves()).stop();
    const [rounds, key = "", ...more] = readdirSync(keys).toSorted();

    expect([rounds, more]).toEqual(["rounds", []]);
    expect(key).toMatch(/^seal-\d+\.key$/);
    expect([modeOf(keys), modeOf(join(keys, key)), statSync(join(keys, key)).size]).toEqual([
      "700",
      "600",
      32,
    ]);
    await (await world.serves()).stop();
    expect(readdirSync(keys).toSorted()).toEqual([rounds, key]);
  });
});

describe("a server that can't start", starting, () => {
  it("lists every mistake, ends with 78, and has made nothing", async ({ world }) => {
    const { code, out, err } = await world.runs([], {
      PORT: "eighty",
      LOG_LEVEL: "loud",
      SLACK_BOT_TOKEN: "xoxb-1",
    });

    expect(err.split("\n").map((line) => line.trim().split(" ")[0])).toEqual(
      expect.arrayContaining(["PORT", "LOG_LEVEL", "SLACK_SIGNING_SECRET"]),
    );
    expect([code, out]).toEqual([78, ""]);
    expect(readdirSync(world.folder)).toEqual([]);
  });

  it("refuses a key that was cut short", async ({ world }) => {
    mkdirSync(join(world.folder, "keys"));
    writeFileSync(join(world.folder, "keys", "seal-1.key"), "short");

    const { code, err } = await world.runs([]);

    expect(err).toMatch(/RAPPORT_KEYS: .*seal-1\.key holds 5 bytes, and a key has 32/);
    expect(code).toBe(78);
  });

  it("refuses a folder of keys that it can't write to", async ({ world }) => {
    writeFileSync(join(world.folder, "keys"), "not a folder");
    chmodSync(join(world.folder, "keys"), 0o600);

    const { code, err } = await world.runs([]);

    expect(err).toMatch(/RAPPORT_KEYS: .*keys can't be made private .*\(EEXIST\)/);
    expect(code).toBe(78);
  });

  it("leaves the database of a newer Rapport alone", async ({ world }) => {
    const store = world.open();
    await migrate(store, migrations);
    await store.transact((tx) => sql`insert into migration values ('9999_future')`.execute(tx));

    const { code, err } = await world.runs([]);

    expect(err).toContain("made by a newer Rapport (9999_future)");
    expect(code).toBe(78);
  });

  it("says that its port is taken, and gives the database back", async ({ world }) => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port));
    });

    const { code, err } = await world.runs([], { PORT: String(port) });
    taken.close();

    expect(err).toContain(`can't listen on 127.0.0.1, port ${port}`);
    expect(code).toBe(75);
    expect((await world.runs(["migrate"])).out).toBe("Nothing to do.\n");
  });

  it("says that the database can't be used", async ({ world }) => {
    const folder = join(world.folder, "folder");
    mkdirSync(folder);
    const nowhere = onSqlite ? `file:${folder}` : "postgres://r@127.0.0.1:1/rapport";

    const { code, err } = await world.runs([], { DATABASE_URL: nowhere });

    expect(err).toMatch(/^DATABASE_URL: the database can't be used: .+/);
    expect(code).toBe(75);
  });
});

describe("a server whose Slack can't be reached", starting, () => {
  const slack = {
    SLACK_SIGNING_SECRET: "signing-secret",
    SLACK_BOT_TOKEN: "xoxb-bot-token",
    SLACK_API_URL: "http://127.0.0.1:1/api/",
    LOG_LEVEL: "trace",
  };

  it("is alive, says why it is not ready, and stops when told", async ({ world }) => {
    const server = await world.serves(slack);

    const ready = await fetch(`${server.address}/readyz`);
    expect(await ready.json()).toEqual({
      ready: false,
      reasons: [expect.stringMatching(/^Slack: ./)],
    });
    expect(ready.status).toBe(503);
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    const { code, out } = await server.stop();
    expect(code).toBe(0);
    expect(out).not.toMatch(/signing-secret|bot-token/);
  });

  it("keeps nothing of a request that Slack did not sign", async ({ world }) => {
    const { address } = await world.serves(slack);

    const answer = await fetch(`${address}/slack/events`, {
      method: "POST",
      body: new URLSearchParams({ command: "/kudos", text: "@ben for nothing" }),
    });

    expect(answer.status).toBe(401);
  });
});

describe("two servers on one database", starting, () => {
  it.runIf(onSqlite)("take turns: the second waits for the first to end", async ({ world }) => {
    const first = await world.serves();
    const second = world.serves();
    await first.stop();

    expect((await fetch(`${(await second).address}/readyz`)).status).toBe(200);
  });

  it.runIf(onSqlite)(
    "do not share one SQLite file: the second gives up after ten seconds",
    async ({ world }) => {
      await world.serves();

      const { code, err } = await world.runs([]);

      expect(err).toMatch(/^Another Rapport is using .*rapport\.db: stop it first\.$/m);
      expect(code).toBe(75);
    },
  );

  it.skipIf(onSqlite)("share PostgreSQL", async ({ world }) => {
    const [first, second] = await Promise.all([world.serves(), world.serves()]);

    expect((await fetch(`${first.address}/readyz`)).status).toBe(200);
    expect((await fetch(`${second.address}/readyz`)).status).toBe(200);
  });
});
