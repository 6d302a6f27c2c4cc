import { describe, expect } from "vitest";

import { typesPrivately } from "../../support/teamsActs.ts";
import {
  appId,
  channel,
  inChannel,
  inPrivate,
  it,
  type Sending,
  type TeamsOffice,
  tenant,
} from "../../support/teamsOffice.ts";

const kudos = { type: "message", text: "kudos to Ben for the calm handover" };

/** Every row there is: what is turned away leaves them as they were. */
async function rows({ store }: TeamsOffice): Promise<string> {
  return store.transact(async (tx) => {
    const tables = ["account", "person", "conversation", "delivery", "recognition", "job"] as const;
    const all = [];
    for (const table of tables) all.push(await tx.selectFrom(table).selectAll().execute());
    return JSON.stringify(all);
  });
}

describe("the door to Teams", () => {
  it("opens for what Teams signed for this app, of its tenant", async ({ office }) => {
    expect((await typesPrivately(office, "ana", "kudos help")).status).toBe(200);
  });

  it.for<{ readonly name: string; readonly sending: Sending }>([
    { name: "unsigned", sending: { authorization: null } },
    { name: "signed with garbage", sending: { authorization: "Bearer not.a.token" } },
    { name: "with a scheme of its own", sending: { authorization: "Basic YWxsOm9wZW4=" } },
    { name: "for another app", sending: { claims: { aud: "another-app" } } },
    { name: "of another issuer", sending: { claims: { iss: "https://sts.windows.net/x/" } } },
    {
      name: "of the tenant's own login, as an emulator signs",
      sending: { claims: { iss: `https://login.microsoftonline.com/${tenant}/v2.0` } },
    },
    {
      name: "for another service URL",
      sending: { claims: { serviceurl: "https://evil.example" } },
    },
    { name: "expired", sending: { claims: { expires: -3_600 } } },
    { name: "by another key of the same name", sending: { claims: { forged: true } } },
    { name: "by a key nobody has", sending: { claims: { kid: "unknown" } } },
    { name: "by no key at all", sending: { claims: { alg: "none" } } },
  ])("turns away what comes $name, and keeps nothing of it", async ({ sending }, { office }) => {
    const before = await rows(office);

    const { status, body } = await office.send({ ...inPrivate(office, "ana"), ...kudos }, sending);

    expect([status, body]).toEqual([401, {}]);
    expect(await rows(office)).toBe(before);
  });

  it.for<{ readonly name: string; readonly change: object }>([
    { name: "another tenant's", change: { channelData: { tenant: { id: "other" } } } },
    {
      name: "another tenant's in one place only",
      change: { conversation: { id: channel, conversationType: "channel", tenantId: "other" } },
    },
    { name: "of no tenant", change: { channelData: {}, conversation: { id: channel } } },
    { name: "of another channel of Microsoft's", change: { channelId: "webchat" } },
    { name: "of a channel that is signed by others", change: { channelId: "AseChannel" } },
    { name: "without a service URL", change: { serviceUrl: undefined } },
  ])("turns away what is $name", async ({ change }, { office }) => {
    const before = await rows(office);

    const { status } = await office.send({ ...inChannel(office, "ana"), ...kudos, ...change });

    expect(status).toBe(401);
    expect(await rows(office)).toBe(before);
  });

  it.for([
    "https://evil.example/teams/",
    "http://smba.trafficmanager.net/teams/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://evil.trafficmanager.net/teams/",
    "https://rapport@evil.example/",
    "http://10.0.0.1/",
  ])("sends no token to %s, whoever signed for it", async (serviceUrl, { office }) => {
    const { status } = await office.send(
      { ...inPrivate(office, "ana"), ...kudos, serviceUrl },
      { claims: { serviceurl: serviceUrl } },
    );

    expect(status).toBe(401);
  });

  it("says nothing of what it turned away in the log", async ({ office }) => {
    const token = office.keys.sign({ expires: -3_600 });
    await office.send({ ...inPrivate(office, "ana"), ...kudos }, { authorization: token });

    const logged = office.logged.join("\n");
    expect(logged).toContain("turned away");
    expect(logged).not.toContain(token.slice(-20));
    expect(logged).not.toContain("handover");
  });

  it("answers what Teams signed and nobody can read with 400, and what is too big with 413", async ({
    office,
  }) => {
    const odd = await office.send({ ...inPrivate(office, "ana"), type: "message", text: 7 });
    const big = await office.send({ ...inPrivate(office, "ana"), text: "x".repeat(1_100_000) });

    expect(odd.status).toBe(400);
    expect(big.status).toBe(413);
  });

  it.for([
    { type: "typing" },
    { type: "endOfConversation" },
    { type: "event", name: "application/vnd.microsoft.meetingStart" },
    { type: "invoke", name: "signin/verifyState", value: {} },
    { type: "somethingNew" },
    { type: "message" },
    { type: "messageUpdate", text: "kudos @ben for it" },
  ])(
    "answers $type, which it doesn't listen to, with 200 and nothing",
    async (what, { office }) => {
      const before = await rows(office);

      const { status, body } = await office.send({ ...inPrivate(office, "ana"), ...what });

      expect([status, body]).toEqual([200, {}]);
      expect(await rows(office)).toBe(before);
    },
  );

  it("is at one address, for posting", async ({ office }) => {
    const get = await fetch(office.url);
    const elsewhere = await fetch(office.url.replace("messages", "other"), { method: "POST" });

    expect([get.status, elsewhere.status]).toEqual([405, 404]);
  });

  it("has one token at a time, and a new one once Teams refuses it", async ({ office }) => {
    await Promise.all(["ana", "ben", "cleo"].map((name) => typesPrivately(office, name, "home")));
    await office.settle();
    expect(office.keys.made()).toBe(1);

    office.keys.revoke();
    await typesPrivately(office, "ana", "home");
    await office.settle();

    expect(office.keys.made()).toBe(2);
    expect(office.logged.join()).not.toContain(appId);
  });
});
