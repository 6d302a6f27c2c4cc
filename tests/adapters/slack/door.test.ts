import { describe, expect } from "vitest";

import { it, type SlackOffice } from "../../support/slackOffice.ts";

/** What a delivery would leave behind. */
const countDeliveries = (office: SlackOffice): Promise<number> =>
  office.store.transact(async (tx) => {
    const rows = await tx.selectFrom("delivery").select("delivery_key").execute();
    return rows.length;
  });

const minutes = (count: number): number => Math.floor(Date.now() / 1000) + count * 60;

describe("the door that Slack's requests come through", () => {
  it.for([
    { name: "signed by somebody else", sending: { signature: "v0=00ff" } },
    { name: "without a signature", sending: { signature: "" } },
    { name: "older than five minutes", sending: { at: minutes(-6) } },
    { name: "dated two minutes ahead", sending: { at: minutes(2) } },
    { name: "without a time", sending: { headers: { "x-slack-request-timestamp": "" } } },
  ])("turns away what is $name, and keeps nothing", async ({ sending }, { office }) => {
    const body = new URLSearchParams({
      command: "/kudos",
      text: `<@${office.emulated.people.ben}> for the calm handover`,
      team_id: office.emulated.team,
      user_id: office.emulated.people.ana ?? "",
      channel_id: office.emulated.channels["ward-4"] ?? "",
      trigger_id: "1.2.3",
    }).toString();
    const type = "application/x-www-form-urlencoded";

    expect((await office.driver.send(body, { type, ...sending })).status).toBe(401);
    expect(await countDeliveries(office)).toBe(0);
    expect((await office.driver.send(body, { type })).status).toBe(200);
    expect(await countDeliveries(office)).toBe(1);
  });

  it.for([
    { name: "broken JSON", body: '{"type":', type: "application/json" },
    { name: "JSON that is no object", body: "null", type: "application/json" },
    {
      name: "a form that holds nothing of Slack's",
      body: "a=b",
      type: "application/x-www-form-urlencoded",
    },
    {
      name: "a form with a broken payload",
      body: "payload=%7B",
      type: "application/x-www-form-urlencoded",
    },
    {
      name: "a press without its button",
      body: `payload=${encodeURIComponent('{"type":"block_actions","actions":[]}')}`,
      type: "application/x-www-form-urlencoded",
    },
  ])(
    "answers 400 to $name, if it is signed, and 401 if it isn't",
    async ({ body, type }, { office }) => {
      expect((await office.driver.send(body, { type })).status).toBe(400);
      expect((await office.driver.send(body, { type, signature: "v0=00" })).status).toBe(401);
    },
  );

  it("answers 413 to more than a megabyte, signed or not", async ({ office }) => {
    const body = JSON.stringify({ type: "event_callback", padding: "x".repeat(1024 * 1024) });

    expect((await office.driver.send(body)).status).toBe(413);
  });

  it("knows a form by its name, whatever charset stands behind it", async ({ office }) => {
    const { status } = await office.driver.send("ssl_check=1", {
      type: "application/x-www-form-urlencoded; charset=utf-8",
    });

    expect(status).toBe(200);
  });

  it("answers Slack's question whether the address is ours", async ({ office }) => {
    const asked = { type: "url_verification", challenge: "3eZbrw1aB" };

    expect(await office.driver.event(asked)).toEqual({
      status: 200,
      body: { challenge: "3eZbrw1aB" },
    });
  });

  it("knows no other address", async ({ office }) => {
    for (const path of ["/slack/else", "/slack/events", "/slack/install", "//", "/slack/events/"]) {
      expect((await fetch(`${office.url}${path}`)).status).toBe(404);
    }
  });
});
