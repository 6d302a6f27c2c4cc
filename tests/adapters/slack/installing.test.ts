import { describe, expect } from "vitest";

import { optionalScopes, scopes } from "../../../adapters/slack/install.ts";
import { botToken, clientId, clientSecret } from "../../support/emulate.ts";
import {
  it,
  openSlackOffice,
  type SlackOffice,
  until,
  wordsIn,
} from "../../support/slackOffice.ts";

const oauth = { clientId, clientSecret, stateSecret: "a secret for the state" };

/** Where the install page leads, and the cookie it gives. */
async function opensInstallPage(office: SlackOffice) {
  const page = await fetch(`${office.url}/slack/install`);
  const cookie = page.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const link = /<a href="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  return { cookie, asked: new URL(link.replaceAll("&amp;", "&")).searchParams };
}

/** Walks through Slack's pages as `name`. Resolves to the last page's answer. */
async function installs(office: SlackOffice, name: string): Promise<Response> {
  const { cookie, asked } = await opensInstallPage(office);
  const allowed = await fetch(new URL("/oauth/v2/authorize/callback", office.emulated.url), {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({
      user_id: office.emulated.people[name] ?? "",
      redirect_uri: `${office.url}/slack/oauth_redirect`,
      scope: asked.get("scope") ?? "",
      state: asked.get("state") ?? "",
      client_id: asked.get("client_id") ?? "",
    }),
  });
  return fetch(allowed.headers.get("location") ?? "", { headers: { cookie }, redirect: "manual" });
}

const workspaces = (office: SlackOffice) =>
  office.store.transact((tx) => tx.selectFrom("workspace").selectAll().execute());

describe("installing Rapport in Slack", () => {
  it("installs a workspace by OAuth, and whoever did so is its admin", async () => {
    const office = await openSlackOffice({ config: oauth });
    expect(await workspaces(office)).toEqual([]);

    const done = await installs(office, "cleo");
    const setup = await office.types("cleo", "/rapport setup");
    const refused = await office.types("lee", "/rapport setup");

    expect(done.status).toBe(200);
    expect(wordsIn(setup.body)).toContain("Kudos channel");
    expect(wordsIn(refused.body)).not.toContain("Kudos channel");
    await office.close();
  });

  it("asks Slack for what the adapter lists, which the manifest is held to", async () => {
    const office = await openSlackOffice({ config: oauth });

    const { asked } = await opensInstallPage(office);

    expect(asked.get("scope")?.split(",")).toEqual(Object.keys({ ...scopes, ...optionalScopes }));
    await office.close();
  });

  it("keeps the token sealed, and talks with it", async () => {
    const office = await openSlackOffice({ config: oauth });
    await installs(office, "cleo");

    await office.types("ana", "/kudos @ben for the calm handover");
    await office.settle();
    const [row] = await workspaces(office);

    expect(row?.token).toEqual(expect.any(String));
    expect(row?.token).not.toContain("xoxb");
    expect(await office.emulated.posts(office.emulated.channels["ward-4"] ?? "")).toHaveLength(1);
    await office.close();
  });

  it("refuses an answer of OAuth that nobody here asked for", async () => {
    const office = await openSlackOffice({ config: oauth });

    const answer = await fetch(`${office.url}/slack/oauth_redirect?code=stolen&state=forged`);

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await workspaces(office)).toEqual([]);
    await office.close();
  });

  it("forgets the token at once when it is uninstalled, and has nothing to say for what comes later", async () => {
    const office = await openSlackOffice({ config: oauth });
    await installs(office, "cleo");
    const uninstalled = {
      type: "event_callback",
      team_id: office.emulated.team,
      event_id: "Ev1",
      event_time: 4_000_000_000,
      event: { type: "app_uninstalled" },
    };

    const answer = await office.driver.event(uninstalled);
    const late = await office.driver.event({
      ...uninstalled,
      event_id: "Ev2",
      event: { type: "app_home_opened", user: office.emulated.people.ana, tab: "home" },
    });

    expect([answer.status, late.status]).toEqual([200, 200]);
    expect((await workspaces(office))[0]?.token).toBeNull();
    expect(office.proxy.calls("views.publish")).toEqual([]);
    await office.close();
  });

  it("keeps the token when only a person's own is revoked", async () => {
    const office = await openSlackOffice({ config: oauth });
    await installs(office, "cleo");

    await office.driver.event({
      type: "event_callback",
      team_id: office.emulated.team,
      event_id: "Ev1",
      event: { type: "tokens_revoked", tokens: { oauth: ["U1"], bot: [] } },
    });

    expect((await workspaces(office))[0]?.token).not.toBeNull();
    await office.close();
  });

  it("installs the workspace of its token at start, whose Slack admins are then Rapport's", async ({
    office,
  }) => {
    const setup = await office.types("lee", "/rapport setup");

    expect((await workspaces(office))[0]).toMatchObject({ name: "St. Anne's", token: null });
    expect(wordsIn(setup.body)).toContain("Kudos channel");
  });

  it("starts while Slack is down, says so, and is ready once Slack was reached", async () => {
    const office = await openSlackOffice({
      unreached: true,
      prepare: (proxy) => proxy.fail("auth.test", { kind: "status", status: 503 }),
    });
    await office.proxy.called("auth.test");
    await until(() => office.logged.some((line) => line.includes("Slack was not reached")));
    expect(office.slack.ready()).toEqual({
      ok: false,
      reason: expect.stringContaining("Slack was not reached"),
    });

    await until(() => office.slack.ready().ok);
    await office.close();
  });

  it("knows the whole organization's install in Enterprise Grid by the enterprise's id", async () => {
    const office = await openSlackOffice({
      config: { botToken },
      prepare: (proxy) => {
        proxy.answer("auth.test", {
          ok: true,
          team_id: null,
          enterprise_id: "E0HEALTH",
          is_enterprise_install: true,
          user_id: "U000RAPPORT",
        });
        proxy.answer("auth.teams.list", { ok: true, teams: [{ id: "T1" }, { id: "T2" }] });
      },
    });
    await until(() => office.proxy.calls("users.list").length === 3);

    expect((await workspaces(office))[0]?.external_id).toBe("E0HEALTH");
    expect(office.proxy.calls("users.list").map(({ body }) => body.team_id)).toEqual([
      undefined,
      "T1",
      "T2",
    ]);
    const answer = await office.types("ana", "/rapport help", {
      enterprise_id: "E0HEALTH",
      is_enterprise_install: "true",
    });
    expect(answer.status).toBe(200);
    await office.close();
  });
});
