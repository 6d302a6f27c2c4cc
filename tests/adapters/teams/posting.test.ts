import { describe, expect } from "vitest";

import type { Card } from "../../../src/chat/card.ts";
import { words } from "../../../src/chat/line.ts";
import type { Failure } from "../../support/fakeConnector.ts";
import {
  buttonsIn,
  executes,
  inputsIn,
  presses,
  typesInChannel,
  typesPrivately,
} from "../../support/teamsActs.ts";
import {
  channel,
  inPrivate,
  it,
  privateChat,
  type TeamsOffice,
  wordsIn,
} from "../../support/teamsOffice.ts";

const thanks = "kudos @ben for the calm handover";
const minute = 60_000;

const posts = (office: TeamsOffice) =>
  office.connector.standing(channel).map(({ card }) => wordsIn(card));
const inbox = (office: TeamsOffice, name: string) =>
  office.connector.standing(privateChat(office, name)).map(({ card }) => wordsIn(card));

async function addressOf(office: TeamsOffice) {
  const [address] = await office.engine.workspaces("teams");
  if (address === undefined) throw new Error("Nothing is installed");
  return address;
}

const cardOf = (...lines: readonly string[]): Card => ({
  summary: words(lines[0] ?? ""),
  blocks: lines.map((line) => ({ kind: "text", line: words(line) })),
});

describe("posting in Teams", () => {
  it("sends a card alone, with its summary", async ({ office }) => {
    await typesInChannel(office, "ana", thanks);
    await office.passes(0);

    const [post] = office.connector.standing(channel);
    expect(post?.summary).toContain("Ana Silva thanks Ben Okafor");
    expect(JSON.stringify(post?.card)).not.toContain("<at>");
  });

  it("says in which language a card is, to whoever has it read to them", async ({ office }) => {
    await typesPrivately(office, "ben", "rapport", { locale: "de-DE" });
    await typesInChannel(office, "ana", thanks);
    await office.passes(3 * minute);

    const told = office.connector.standing(privateChat(office, "ben")).at(-1);
    expect(wordsIn(told?.card)).toContain("Ana Silva dankt Ihnen");
    expect(told?.card.lang).toBe("de");
    expect(office.connector.standing(channel)[0]?.card.lang).toBe("en");
  });

  it("tells the week in the channel that was chosen for it, once", async ({ office }) => {
    await typesInChannel(office, "ana", thanks);
    await typesPrivately(office, "lee", "leaderboard");
    await office.settle();
    const own = () => office.connector.standing(privateChat(office, "lee")).at(-1);
    const board = own();
    const at = { message: board?.id ?? "", channel: false };
    await presses(office, "lee", board?.card ?? {}, "Thanks this week", at);
    await office.settle();
    const form = own()?.card ?? {};
    const [save] = buttonsIn(form).filter(({ title }) => title === "Save");
    if (save === undefined) throw new Error("The form can't be sent");
    // Choices come back by their place, a channel by its id.
    const inputs = { ...inputsIn(form), "field state": "0", "field channel": channel };
    await executes(office, "lee", save, { message: own()?.id ?? "", channel: false }, inputs);
    for (let day = 0; day < 8; day += 1) await office.passes(24 * 60 * minute);

    const weeks = posts(office).filter((one) => one.includes("Thanks this week"));
    expect(weeks).toHaveLength(1);
    expect(weeks[0]).toContain("for the calm handover");
  });

  it.for([{ status: 429, seconds: 30 }, { status: 412, seconds: 30 }, { status: 412 }] as const)(
    "waits as long as Teams asks ($status, $seconds s), and posts once",
    async (how, { office }) => {
      // Not whoever gave it: their own answer goes another way, and may come first.
      const inThere = `POST v3/conversations/${encodeURIComponent(channel)}`;
      office.connector.fail(inThere, { kind: "limited", ...how });
      await typesInChannel(office, "ana", thanks);
      await office.passes(0);
      expect(posts(office)).toEqual([]);

      await office.passes(2_000);
      expect(posts(office)).toEqual([]);

      await office.passes(31_000);
      expect(posts(office)).toHaveLength(1);
    },
  );

  it.for<{ readonly name: string; readonly failure: Failure }>([
    { name: "a gateway's error", failure: { kind: "bad gateway" } },
    { name: "a cut line", failure: { kind: "lost" } },
  ])("never posts twice what stands there behind $name", async ({ failure }, { office }) => {
    office.connector.fail(`POST v3/conversations/${encodeURIComponent(channel)}`, failure);
    await typesInChannel(office, "ana", thanks);
    for (let n = 0; n < 5; n += 1) await office.passes(minute);
    // Whoever joins in would change the post: nobody knows which one it is.
    expect(posts(office)).toHaveLength(1);

    await typesPrivately(office, "ana", "kudos undo");
    for (let n = 0; n < 5; n += 1) await office.passes(minute);

    expect(posts(office)).toHaveLength(1);
    expect(office.logged.join()).toContain("is not said again");
    const jobs = await office.store.transact((tx) => tx.selectFrom("job").selectAll().execute());
    expect(jobs.filter(({ attempts }) => attempts > 0)).toEqual([]);
  });

  it("posts later what never left the house", async ({ office }) => {
    office.keys.revoke();
    office.keys.breaks(503);
    await typesInChannel(office, "ana", thanks);
    await office.passes(0);
    expect(posts(office)).toEqual([]);

    office.keys.breaks(null);
    await office.passes(minute);
    expect(posts(office)).toHaveLength(1);
  });

  it("changes and deletes again what a lost answer left open", async ({ office }) => {
    const address = await addressOf(office);
    const said = await office.teams.chat.post(address, channel, cardOf("Thanks"));
    if (said.kind !== "said") throw new Error(said.why);
    office.connector.fail("PUT", { kind: "bad gateway" });

    const { chat } = office.teams;
    await expect(
      chat.update(address, channel, said.externalId, cardOf("Many thanks")),
    ).rejects.toThrow();
    await chat.update(address, channel, said.externalId, cardOf("Many thanks"));
    expect(posts(office)).toEqual(["Many thanks"]);

    office.connector.fail("DELETE", { kind: "lost" });
    await expect(chat.delete(address, channel, said.externalId)).rejects.toThrow();
    const again = await chat.delete(address, channel, said.externalId);
    expect(again.kind).toBe("said");
    expect(posts(office)).toEqual([]);
  });

  it("says in several cards what is too much for one, and changes and deletes all of them", async ({
    office,
  }) => {
    const address = await addressOf(office);
    const { chat } = office.teams;
    const long = (letter: string) =>
      cardOf(...Array.from({ length: 30 }, (_, at) => `${at} ${letter.repeat(7_000)}`));
    const said = await chat.post(address, channel, long("a"));
    if (said.kind !== "said") throw new Error(said.why);

    const pages = posts(office);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]).toContain(`1 of ${pages.length}`);

    const shorter = await chat.update(address, channel, said.externalId, cardOf("Short"));
    expect(posts(office)).toEqual(["Short"]);
    expect(shorter.kind).toBe("said");
  });

  it("keeps to Teams' rates in a conversation, and loses nothing", async ({ office }) => {
    office.connector.clock(() => Date.parse(office.now()));
    const givers = ["ana", "ben", "cleo", "dan", "lee"];
    for (const giver of givers)
      for (const receiver of givers.filter((one) => one !== giver))
        await typesInChannel(office, giver, `kudos @${receiver} for the calm handover`);
    await office.settle();
    const limited = () => office.logged.filter((line) => line.includes("lane-paused")).length;
    await office.passes(0);
    const first = posts(office).length;
    for (let n = 0; n < 30; n += 1) await office.passes(1_000);

    expect(first).toBeLessThanOrEqual(7);
    expect(posts(office).length).toBeGreaterThanOrEqual(20);
    expect(limited()).toBe(0);
  });

  it.for([
    { status: 403, end: "gone" },
    { status: 404, end: "gone" },
    { status: 413, end: "rejected" },
    { status: 400, end: "rejected" },
  ] as const)("takes $status as $end", async ({ status, end }, { office }) => {
    office.connector.fail("POST", { kind: "status", status });

    const said = await office.teams.chat.post(await addressOf(office), channel, cardOf("Thanks"));

    expect(said.kind).toBe(end);
  });

  it("leaves whoever took Rapport out alone until they are back", async ({ office }) => {
    const { ben } = office.people;
    if (ben === undefined) throw new Error("Ben is not here");
    await typesPrivately(office, "ben", "home");
    await office.settle();
    office.connector.uninstall(ben);
    await typesInChannel(office, "ana", thanks);
    await office.passes(3 * minute);
    const asked = () =>
      office.connector.calls.filter(({ path }) =>
        path.includes(encodeURIComponent(privateChat(office, "ben"))),
      ).length;
    const before = asked();

    await typesInChannel(office, "cleo", "kudos @ben for the spare pair of hands");
    await office.passes(180 * minute);
    expect(asked()).toBe(before);
    expect(posts(office)).toHaveLength(2);

    office.connector.install(ben);
    await typesPrivately(office, "ben", "home");
    await office.settle();
    await typesInChannel(office, "dan", "kudos @ben for the quiet night");
    await office.passes(180 * minute);

    expect(inbox(office, "ben").join()).toContain("for the quiet night");
  });

  it("is told when somebody takes it out, and writes to them once they put it back", async ({
    office,
  }) => {
    const { ben } = office.people;
    if (ben === undefined) throw new Error("Ben is not here");
    await typesPrivately(office, "ben", "home");
    await office.settle();
    const personal = inPrivate(office, "ben");
    await office.send({ ...personal, type: "installationUpdate", action: "remove" });
    office.connector.uninstall(ben);
    await typesInChannel(office, "ana", thanks);
    await office.passes(3 * minute);
    const before = inbox(office, "ben").length;

    office.connector.install(ben);
    await office.send({ ...personal, type: "installationUpdate", action: "add" });
    await typesInChannel(office, "dan", "kudos @ben for the quiet night");
    await office.passes(180 * minute);

    expect(inbox(office, "ben").length).toBeGreaterThan(before);
  });

  it("writes where a conversation was last heard from", async ({ office }) => {
    const { serviceUrl } = office.connector;
    const moved = serviceUrl.replace("127.0.0.1", "localhost");
    await office.send(
      { ...inPrivate(office, "ben"), type: "message", text: "home", serviceUrl: moved },
      { claims: { serviceurl: moved } },
    );
    await office.settle();

    const rows = await office.store.transact((tx) =>
      tx
        .selectFrom("conversation")
        .select("service_url")
        .where("external_id", "=", privateChat(office, "ben"))
        .execute(),
    );
    expect(rows).toEqual([{ service_url: moved }]);
  });
});
