import { describe, expect } from "vitest";
import { inDatabase, startCluster } from "../support/cluster.ts";
import { database } from "../support/databases.ts";
import { type Give, type Heard, readyz, sendEvent, sendGive, until } from "../support/load.ts";
import { openAt } from "../support/openAt.ts";
import type { Server } from "../support/program.ts";
import { listFlaws, listGifts } from "./books.ts";
import { type Hospital, it, settle } from "./hospital.ts";
import { fillDisk, holdDatabase } from "./outage.ts";

const onSqlite = database === "sqlite";

/** With the reference that the keeper finds in the log. Whoever waits three seconds for it has waited too long: that throws. */
const sent = /^Sent to /;
const notSaved = /^Not saved, and it's not your doing\. .* ([A-Z2-9]{4}-[A-Z2-9]{2})\.$/;

describe("a database that another program holds for longer than two seconds", {
  timeout: 60_000,
}, () => {
  it("is told to the one who thanked, in time; nothing is kept, and the next try works", async ({
    hospital,
  }) => {
    const { slack, look } = hospital;
    const server = await hospital.serves();
    const thank = (which: string) => sendGive(server.address, slack.team, giveOf(hospital, which));
    expect((await thank("before")).text).toMatch(sent);
    await using held = await holdDatabase(hospital.world);

    await expectNotSaved(await thank("during"), server);
    await held.letGo();
    expect((await thank("after")).text).toMatch(sent);

    await server.stop();
    expect((await look(listGifts)).map(({ channel }) => channel).toSorted()).toEqual([
      "Cafter",
      "Cbefore",
    ]);
    expect(await listFlaws(hospital)).toEqual([]);
  });

  it("makes the server not ready, and says why; it stays alive, and ready again by itself", async ({
    hospital,
  }) => {
    const { address } = await hospital.serves();
    await using held = await holdDatabase(hospital.world);

    expect(await readyz(address)).toEqual({
      status: 503,
      reasons: ["The database does not answer within 2 seconds."],
    });
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    await held.letGo();
    expect(await readyz(address)).toEqual({ status: 200, reasons: [] });
  });

  it("leaves an event unacknowledged, and counts its second delivery once", async ({
    hospital,
  }) => {
    await hospital.look(settle(hospital, (rules) => ({ ...rules, emoji: "raised_hands" })));
    const server = await hospital.serves();
    const event = reactionIn(hospital);
    await using held = await holdDatabase(hospital.world);

    const first = await sendEvent(server.address, event);
    await held.letGo();
    const second = await sendEvent(server.address, event);
    const third = await sendEvent(server.address, event);

    expect([first, second, third].map(({ status }) => status)).toEqual([500, 200, 200]);
    await server.stop();
    expect(await hospital.look(listGifts)).toHaveLength(1);
    expect(await listFlaws(hospital)).toEqual([]);
  });
});

describe("a PostgreSQL that stops", { timeout: 60_000 }, () => {
  it.skipIf(onSqlite)(
    "is told to the one who thanked and to the keeper, and found again by itself once it is back",
    async ({ hospital }) => {
      await using house = new AsyncDisposableStack();
      const cluster = startCluster({ durable: true });
      house.defer(cluster.stop);
      await inDatabase(cluster.urlOf("postgres"), "create database rapport");
      const url = cluster.urlOf("rapport");
      const store = openAt(url);
      house.defer(store.close);
      await settle(hospital, (rules) => ({ ...rules, emoji: "raised_hands" }))(store);
      const server = await hospital.serves({ DATABASE_URL: url });
      const { address } = server;
      const { team } = hospital.slack;
      expect((await sendGive(address, team, giveOf(hospital, "before"))).text).toMatch(sent);

      cluster.halt();
      await expectNotSaved(await sendGive(address, team, giveOf(hospital, "during")), server);
      expect((await sendEvent(address, reactionIn(hospital))).status).toBe(500);
      expect(await readyz(address)).toEqual({
        status: 503,
        reasons: ["The database does not answer within 2 seconds."],
      });
      expect((await fetch(`${address}/healthz`)).status).toBe(200);

      cluster.resume();
      await until(async () => (await readyz(address)).status === 200);
      expect((await sendGive(address, team, giveOf(hospital, "after"))).text).toMatch(sent);
      expect((await sendEvent(address, reactionIn(hospital))).status).toBe(200);
      expect((await sendEvent(address, reactionIn(hospital))).status).toBe(200);
      await server.stop();
      const channels = (await listGifts(store)).map(({ channel }) => channel);
      expect(channels.toSorted()).toEqual(["Cafter", "Cbefore", null]);
    },
  );
});

describe("a disk that is full", { timeout: 60_000 }, () => {
  it.runIf(onSqlite && process.platform === "linux")(
    "is told to the one who thanked; nothing is kept, nothing is broken, and once there is room the next try works",
    async ({ hospital }) => {
      const { slack, look } = hospital;
      const server = await hospital.serves();
      const thank = (which: string) =>
        sendGive(server.address, slack.team, giveOf(hospital, which));
      const makeRoom = fillDisk(server.process);

      await expectNotSaved(await thank("during"), server);
      makeRoom();
      expect((await thank("after")).text).toMatch(sent);

      await server.stop();
      expect((await look(listGifts)).map(({ channel }) => channel)).toEqual(["Cafter"]);
      expect(await listFlaws(hospital)).toEqual([]);
    },
  );
});

/** And the log comes to hold the reference. */
async function expectNotSaved(heard: Heard, server: Server): Promise<void> {
  expect([heard.status, heard.text]).toEqual([200, expect.stringMatching(notSaved)]);
  const reference = notSaved.exec(heard.text)?.[1] ?? "";
  await until(async () => server.written().includes(reference));
}

const giveOf = ({ slack: { people } }: Hospital, which: string): Give => ({
  giver: people[1] ?? "",
  receiver: people[2] ?? "",
  channel: `C${which}`,
  delivery: `trigger.${which}`,
});

const reactionIn = ({ slack: { people, team } }: Hospital): object => ({
  type: "event_callback",
  team_id: team,
  event_id: "Ev0001",
  event_time: 1_760_000_000,
  event: {
    type: "reaction_added",
    user: people[3],
    reaction: "raised_hands",
    item_user: people[4],
    item: { type: "message", channel: "CWARD4", ts: "1760000000.000100" },
    event_ts: "1760000000.000200",
  },
});
