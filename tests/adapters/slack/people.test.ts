import { describe, expect, it as test } from "vitest";

import { readUser } from "../../../adapters/slack/accounts.ts";
import type { Installed } from "../../../adapters/slack/clients.ts";
import type { FaultProxy } from "../../support/faultProxy.ts";
import {
  it,
  openSlackOffice,
  type SlackOffice,
  until,
  wordsIn,
} from "../../support/slackOffice.ts";

const accounts = (office: SlackOffice) =>
  office.store.transact((tx) =>
    tx.selectFrom("account").select(["external_id", "name", "kind", "runs_workspace"]).execute(),
  );

const deliveries = (office: SlackOffice) =>
  office.store.transact((tx) => tx.selectFrom("delivery").selectAll().execute());

/** People it meets before the directory was read: the first page only tells an owner's zone. */
const unread = {
  prepare: ({ fail }: FaultProxy) => {
    fail("users.list", { kind: "pass" });
    fail("users.list", { kind: "limited", seconds: 600 });
  },
};

describe("who is who in Slack", () => {
  it("reads the whole directory page by page, and waits where Slack asks it to", async () => {
    const office = await openSlackOffice({
      crowd: 450,
      prepare: ({ fail }) => {
        fail("users.list", { kind: "pass" });
        fail("users.list", { kind: "limited", seconds: 0 }, 2);
      },
    });
    await until(async () => (await accounts(office)).length > 450);

    // One page for an owner's zone; then two that had to wait, and three.
    expect(office.proxy.calls("users.list")).toHaveLength(6);
    const known = Object.fromEntries((await accounts(office)).map((row) => [row.name, row]));
    expect(known["Ben Okafor"]).toMatchObject({ kind: "member", runs_workspace: 0 });
    expect(known["Lee Wong"]).toMatchObject({ kind: "member", runs_workspace: 1 });
    expect(known.rapport ?? known.Rapport).toMatchObject({ kind: "bot" });
    await office.close();
  });

  it("looks somebody up on first sight, once", async () => {
    const office = await openSlackOffice(unread);

    await office.types("ana", "/kudos @ben for the calm handover");
    const answer = await office.types("ana", "/kudos @ben for the second one");

    expect(wordsIn(answer.body)).toContain("Ben Okafor");
    expect(office.proxy.calls("users.info")).toHaveLength(2);
    await office.close();
  });

  it.for([
    { name: "takes too long", failure: { kind: "silent" } as const },
    { name: "asks to wait", failure: { kind: "limited", seconds: 60 } as const },
    { name: "is in trouble", failure: { kind: "status", status: 503 } as const },
  ])("keeps nothing and says so when Slack $name over who that is", async ({ failure }) => {
    const office = await openSlackOffice({ ...unread, fetchBudgetMs: 200 });
    office.proxy.fail("users.info", failure, 2);

    const answer = await office.types("ana", "/kudos @ben for the calm handover");

    expect(answer.status).toBe(200);
    expect(wordsIn(answer.body)).toContain(
      "Slack isn't answering me right now. Nothing was kept; please try again in a minute.",
    );
    expect(await deliveries(office)).toEqual([]);
    await office.close();
  });

  it.for([
    { says: "deactivated", change: { deleted: true } },
    { says: "made a guest of one channel", change: { is_ultra_restricted: true } },
  ])(
    "believes nobody to be a member once Slack has told that they were $says",
    async ({ change }, { office }) => {
      const { driver, emulated } = office;
      for (const name of ["ana", "ben"]) await office.types(name, "/kudos @cleo for the calm hour");
      const before = await deliveries(office);

      await driver.event({
        type: "event_callback",
        team_id: emulated.team,
        event_id: "Ev left",
        event: {
          type: "user_change",
          user: { id: emulated.people.ana, team_id: emulated.team, real_name: "Ana", ...change },
        },
      });

      const own = await office.types("ana", "/kudos @cleo for the late shift");
      expect(wordsIn(own.body)).toContain("I can only help members of this workspace");
      expect(await deliveries(office)).toHaveLength(before.length);
      const named = await office.types("ben", "/kudos @ana for the late shift");
      expect(wordsIn(named.body)).not.toContain("Sent to");
    },
  );

  it("learns of whoever joins or changes", async ({ office }) => {
    for (const [type, name] of [
      ["team_join", "Noor Haddad"],
      ["user_change", "Noor Haddad-Lund"],
    ]) {
      const { status } = await office.driver.event({
        type: "event_callback",
        team_id: office.emulated.team,
        event_id: `Ev ${type}`,
        event: {
          type,
          user: { id: "U0NOOR", team_id: office.emulated.team, real_name: name, tz: "Asia/Beirut" },
        },
      });
      expect(status).toBe(200);
    }

    expect((await accounts(office)).find((row) => row.external_id === "U0NOOR")?.name).toBe(
      "Noor Haddad-Lund",
    );
  });
});

describe("what Slack tells of a person", () => {
  const here: Installed = {
    workspace: "T1",
    token: "",
    byToken: true,
    enterprise: null,
    grid: false,
    bot: null,
  };
  const ana = { id: "U1", team_id: "T1", real_name: "Ana Silva", profile: { display_name: "Ana" } };

  test.for([
    { says: "a member", user: ana, kind: "member" },
    { says: "a bot", user: { ...ana, is_bot: true }, kind: "bot" },
    { says: "Slack's own bot", user: { ...ana, id: "USLACKBOT" }, kind: "bot" },
    { says: "somebody deactivated", user: { ...ana, deleted: true }, kind: "deactivated" },
    { says: "a guest of one channel", user: { ...ana, is_ultra_restricted: true }, kind: "guest" },
    {
      says: "a guest of several channels, who is a member",
      user: { ...ana, is_restricted: true },
      kind: "member",
    },
    { says: "a stranger", user: { ...ana, is_stranger: true }, kind: "stranger" },
    {
      says: "somebody of another team, a stranger",
      user: { ...ana, team_id: "T2" },
      kind: "stranger",
    },
  ])("knows $says", ({ user, kind }) => {
    expect(readUser(user, here).kind).toBe(kind);
  });

  test("knows the people of the same enterprise in another of its teams, and those of another enterprise", () => {
    const grid = { ...here, enterprise: "E1" };
    const elsewhere = { ...ana, team_id: "T2" };

    expect(readUser({ ...elsewhere, enterprise_user: { enterprise_id: "E1" } }, grid).kind).toBe(
      "member",
    );
    expect(readUser({ ...elsewhere, enterprise_user: { enterprise_id: "E9" } }, grid).kind).toBe(
      "stranger",
    );
    expect(readUser({ ...ana, team_id: "E1" }, { ...grid, workspace: "E1", grid: true }).kind).toBe(
      "member",
    );
  });

  test("takes Slack's owners and admins for Rapport's only where its token comes from the environment", () => {
    const owner = { ...ana, is_owner: true };

    expect(readUser(owner, here).runsWorkspace).toBe(true);
    expect(readUser(owner, { ...here, byToken: false }).runsWorkspace).toBe(false);
  });

  test("shows the name a person chose, or their real one", () => {
    expect(readUser(ana, here).name).toBe("Ana");
    expect(readUser({ ...ana, profile: { display_name: " " } }, here).name).toBe("Ana Silva");
  });
});
