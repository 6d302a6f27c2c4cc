import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";

import { describe, expect } from "vitest";

import { openKeys, openSealer } from "../../adapters/keys.ts";
import { listOrganizations } from "../../src/people/queries/operator.ts";
import { listTokens, replaceToken } from "../../src/people/queries/tokens.ts";
import { createSealer, sealedWith } from "../../src/privacy/seal.ts";
import type { Store } from "../../src/store/store.ts";
import { database } from "../support/databases.ts";
import { openFakeSlack } from "../support/fakeSlack.ts";
import { signingSecret, until } from "../support/load.ts";
import { it, starting, type World } from "../support/program.ts";
import { openSlackDriver } from "../support/slackDriver.ts";
import { countByKey, install, keysOf, makeKey, teamsThatOpen, tokenOf } from "./ring.ts";

const onSqlite = database === "sqlite";

const keysIn = (world: World): string[] =>
  readdirSync(keysOf(world))
    .filter((file) => file.endsWith(".key"))
    .toSorted();

const firstToken = (store: Store) =>
  store.transact(async (tx) => {
    const [first] = await listOrganizations(tx);
    const [token] = first === undefined ? [] : await listTokens(tx, first.id);
    if (first === undefined || token === undefined) throw new Error("Nothing is installed");
    return { organization: first.id, token };
  });

/** More than one transaction for each of them is over before anybody can look. */
const many = Array.from({ length: 2_000 }, (_, at) => `T${String(at).padStart(4, "0")}`);

describe("rotating the keys", starting, () => {
  it("seals every token with a new key, keeps the old one, and says until when", async ({
    world,
  }) => {
    const store = world.open();
    await install(world, store, ["T_ANNES", "T_LUKES", "T_MARYS"]);

    const { code, out } = await world.runs(["rotate-keys"]);

    expect(code).toBe(0);
    expect(out).toContain("Made key 2: 3 tokens were sealed anew.");
    expect(out).toContain("Keep seal-1.key for as long as you keep backups of today or earlier");
    expect(await countByKey(store)).toEqual({ 2: 3 });
    expect(await teamsThatOpen(world, store)).toEqual(["T_ANNES", "T_LUKES", "T_MARYS"]);
    expect(keysIn(world)).toEqual(["seal-1.key", "seal-2.key"]);
    expect((await world.runs(["audit", "export", "--organization", "T_LUKES"])).out).toContain(
      '"act":"tokens.resealed","details":{"key":"2","tokens":1}',
    );
  });

  it("needs the old key no more once it has said so", async ({ world }) => {
    const store = world.open();
    await install(world, store, ["T_ANNES"]);
    await world.runs(["rotate-keys"]);

    renameSync(join(keysOf(world), "seal-1.key"), join(world.folder, "elsewhere"));

    expect(await teamsThatOpen(world, store)).toEqual(["T_ANNES"]);
    expect((await world.runs(["rotate-keys"])).out).toContain("Made key 3: 1 token was");
  });

  it("killed in the middle, loses no token; the next run ends what it began", async ({ world }) => {
    const store = world.open();
    await install(world, store, many);
    const running = world.begins(["rotate-keys"]);
    await until(async () => ((await countByKey(store))["2"] ?? 0) > 0);
    await running.kill();

    const halfway = await countByKey(store);
    expect(halfway["1"]).toBeGreaterThan(0);
    expect(await teamsThatOpen(world, store)).toEqual(many);

    const { code, out } = await world.runs(["rotate-keys"]);

    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`Went on with key 2: ${halfway["1"]} tokens were`),
    ]);
    expect(await countByKey(store)).toEqual({ 2: many.length });
    expect(await teamsThatOpen(world, store)).toEqual(many);
    expect(keysIn(world)).toEqual(["seal-1.key", "seal-2.key"]);
  });

  it("leaves the token of a workspace that is installed again at that moment", async ({
    world,
  }) => {
    const store = world.open();
    await install(world, store, ["T_ANNES"]);
    const { organization, token } = await firstToken(store);
    const newer = createSealer(openKeys(keysOf(world))).seal("xoxb-newer");

    const replaced = await store.transact(async (tx) => {
      await tx.updateTable("workspace").set({ token: newer }).execute();
      return replaceToken(tx, organization, token, "1.what.was.read.before");
    });

    expect(replaced).toBe(false);
    expect((await firstToken(store)).token.sealed).toBe(newer);
  });

  it("changes nothing with a folder of keys that opens nothing", async ({ world }) => {
    const store = world.open();
    await install(world, store, ["T_ANNES"]);

    const { code, err } = await world.runs(["rotate-keys"], { RAPPORT_KEYS: "./other" });

    expect([code, err]).toEqual([66, expect.stringContaining("Nothing was changed.")]);
    expect(await teamsThatOpen(world, store)).toEqual(["T_ANNES"]);
    expect(readdirSync(join(world.folder, "other"))).toEqual(["seal-1.key"]);
  });

  it("names a workspace whose key is gone, and still seals the others", async ({ world }) => {
    const store = world.open();
    await install(world, store, ["T_LOST"]);
    makeKey(world);
    renameSync(join(keysOf(world), "seal-1.key"), join(world.folder, "elsewhere"));
    await install(world, store, ["T_ANNES"]);

    const { code, out, err } = await world.runs(["rotate-keys"]);

    expect([code, out]).toEqual([66, expect.stringContaining("Made key 3: 1 token was")]);
    expect(err).toContain("No key here opens the token of T_LOST");
    expect(await countByKey(store)).toEqual({ 1: 1, 3: 1 });
  });

  it.runIf(onSqlite)(
    "is refused on SQLite while a server runs, and makes no key",
    async ({ world }) => {
      const server = await world.serves();

      const { code, err } = await world.runs(["rotate-keys"]);

      expect([code, err]).toEqual([75, expect.stringContaining("stop it first")]);
      expect(keysIn(world)).toEqual(["seal-1.key"]);
      await server.stop();
    },
  );

  it.skipIf(onSqlite)(
    "needs no restart on PostgreSQL: a server that runs opens and seals with the new key",
    async ({ world }) => {
      const slack = await openFakeSlack(3);
      const store = world.open();
      await install(world, store, ["T_FIRST"]);
      const server = await world.serves({
        SLACK_SIGNING_SECRET: signingSecret,
        SLACK_CLIENT_ID: "1.2",
        SLACK_CLIENT_SECRET: "client",
        SLACK_STATE_SECRET: "state",
        SLACK_API_URL: slack.apiUrl,
      });
      const driver = await openSlackDriver(server.address, signingSecret);

      expect((await world.runs(["rotate-keys"])).code).toBe(0);
      // Nobody has asked the server for this workspace before, and its token is sealed with a key made since it started.
      await install(world, store, [slack.team]);
      const answer = await driver.command({
        command: "/kudos",
        text: "help",
        team_id: slack.team,
        user_id: slack.people[0] ?? "",
        channel_id: "C1",
        channel_name: "ward-4",
        trigger_id: "1",
      });

      expect(JSON.stringify(answer.body)).toContain("/kudos");
      expect(JSON.stringify(answer.body)).not.toContain("Not saved");
      expect(await countByKey(store)).toEqual({ 2: 2 });
      expect(server.written()).not.toContain(tokenOf(slack.team));
      await server.stop();
      await driver.close();
      await slack.close();
    },
  );

  it("seals what is installed next with the newest key, in a server that started before it was made", ({
    world,
  }) => {
    const sealer = openSealer(keysOf(world));
    const before = sealer.seal("xoxb-1");
    makeKey(world);

    const after = sealer.seal("xoxb-2");

    expect([before, after].map(sealedWith)).toEqual(["1", "2"]);
    expect([before, after].map(sealer.open)).toEqual(["xoxb-1", "xoxb-2"]);
    for (let key = 3; key <= 10; key += 1) makeKey(world);
    expect(openKeys(keysOf(world))[0]?.id).toBe("10");
  });
});
