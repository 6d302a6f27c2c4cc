import { describe, expect } from "vitest";

import type { Card } from "../../../src/chat/card.ts";
import { words } from "../../../src/chat/line.ts";
import { it, type SlackOffice, wordsIn } from "../../support/slackOffice.ts";

const ward = (office: SlackOffice): string => office.emulated.channels["ward-4"] ?? "";
const posted = async (office: SlackOffice) =>
  (await office.emulated.posts(ward(office))).map(({ text }) => text);
const thanks = "*Ana Silva* thanks *Ben Okafor*: “for the calm handover”";

async function addressOf(office: SlackOffice) {
  const [address] = await office.engine.workspaces("slack");
  if (address === undefined) throw new Error("Nothing is installed");
  return address;
}

describe("posting in Slack", () => {
  it("waits as long as Slack asks, in that channel alone", async ({ office }) => {
    const kudos = office.emulated.channels.kudos ?? "";
    office.proxy.fail("chat.postMessage", { kind: "limited", seconds: 30 });
    await office.types("ana", "/kudos @ben for the calm handover");
    await office.settle();

    await office.types("cleo", "/kudos @dan for the spare hands", { channel_id: kudos });
    await office.passes(2_000);
    expect(await posted(office)).toEqual([]);
    expect(await office.emulated.posts(kudos)).toHaveLength(1);

    await office.passes(31_000);
    expect(await posted(office)).toEqual([thanks]);
  });

  it("answers people while posts have to wait", async ({ office }) => {
    office.proxy.fail("chat.postMessage", { kind: "limited", seconds: 600 });
    await office.types("ana", "/kudos @ben for the calm handover");
    await office.settle();

    const answer = await office.types("ana", "/kudos", { trigger_id: "any" });
    await office.proxy.called("views.open");

    expect(answer.status).toBe(200);
  });

  it.for([
    { name: "is in trouble", failure: { kind: "status", status: 503 } as const },
    {
      name: "says it is in trouble",
      failure: { kind: "refused", error: "internal_error" } as const,
    },
    {
      name: "refuses the token for a while",
      failure: { kind: "refused", error: "account_inactive" } as const,
    },
  ])("posts once Slack can take it, after it $name", async ({ failure }, { office }) => {
    office.proxy.fail("chat.postMessage", failure, 2);
    await office.types("ana", "/kudos @ben for the calm handover");
    await office.settle();
    expect(await posted(office)).toEqual([]);

    await office.passes(60_000);
    await office.passes(60_000);

    expect(await posted(office)).toEqual([thanks]);
  });

  it("posts at least once, and never more than twice, where Slack's answer was lost", async ({
    office,
  }) => {
    office.proxy.fail("chat.postMessage", { kind: "lost" });
    await office.types("ana", "/kudos @ben for the calm handover");
    await office.settle();
    await office.passes(60_000);
    await office.passes(60_000);

    const standing = await posted(office);
    expect(standing.length).toBeGreaterThanOrEqual(1);
    expect(standing.length).toBeLessThanOrEqual(2);
    expect(
      await office.store.transact((tx) => tx.selectFrom("recognition").selectAll().execute()),
    ).toHaveLength(1);
  });

  it.for(["is_archived", "not_in_channel", "channel_not_found", "restricted_action"])(
    "gives up a place that is gone (%s), at once and for good",
    async (error, { office }) => {
      office.proxy.fail("chat.postMessage", { kind: "refused", error }, 9);

      const said = await office.slack.chat.post(
        await addressOf(office),
        ward(office),
        cardOf("Thanks"),
      );

      expect(said).toEqual({ kind: "gone", why: error });
    },
  );

  it("finds a person who can't be written to gone", async ({ office }) => {
    office.proxy.fail("conversations.open", { kind: "refused", error: "user_disabled" });

    expect(await office.slack.chat.direct(await addressOf(office), "U0GONE")).toEqual({
      kind: "gone",
      why: "user_disabled",
    });
  });

  it("finds what is no longer there already deleted", async ({ office }) => {
    const said = await office.slack.chat.delete(await addressOf(office), ward(office), "1.1");

    expect(said).toEqual({ kind: "said", externalId: "1.1" });
  });

  it("says a table in plain sections where Slack refuses its blocks", async ({ office }) => {
    office.proxy.fail("chat.postMessage", { kind: "refused", error: "invalid_blocks" });

    const said = await office.slack.chat.post(await addressOf(office), ward(office), board);

    const [first, second] = office.proxy
      .calls("chat.postMessage")
      .map(({ body }) => JSON.stringify(body.blocks));
    expect(said.kind).toBe("said");
    expect(first).toContain('"table"');
    expect(second).not.toContain('"table"');
    expect(wordsIn(office.proxy.calls("chat.postMessage")[1]?.body)).toContain(
      "1 · Ben Okafor · 4",
    );
  });

  it("rejects what Slack will never take", async ({ office }) => {
    office.proxy.fail("chat.postMessage", { kind: "refused", error: "invalid_blocks" }, 2);

    const said = await office.slack.chat.post(await addressOf(office), ward(office), board);

    expect(said).toEqual({ kind: "rejected", why: "invalid_blocks" });
  });

  it("sends a chart as a picture, with its words for whoever can't see it", async ({ office }) => {
    const said = await office.slack.chat.post(await addressOf(office), ward(office), charted);

    const [call] = office.proxy.calls("chat.postMessage");
    expect(said.kind).toBe("said");
    expect(call?.body.blocks).toMatchObject([
      { type: "image", slack_file: { id: expect.any(String) }, alt_text: "Core Lab 3, 4 West 1" },
    ]);
  });

  it("tells a chart in words where pictures were not granted, and doesn't ask again", async ({
    office,
  }) => {
    office.proxy.fail("files.getUploadURLExternal", { kind: "refused", error: "missing_scope" }, 9);
    const address = await addressOf(office);

    await office.slack.chat.post(address, ward(office), charted);
    await office.slack.chat.post(address, ward(office), charted);

    expect(office.proxy.calls("files.getUploadURLExternal")).toHaveLength(1);
    expect(await posted(office)).toHaveLength(2);
    expect(wordsIn(office.proxy.calls("chat.postMessage")[0]?.body)).toContain(
      "Core Lab 3, 4 West 1",
    );
  });

  it("sends somebody's own data as files, and as text where files were not granted", async ({
    office,
  }) => {
    const address = await addressOf(office);
    const files = [{ name: "rapport.json", text: '{ "reason": "for the calm handover" }' }];

    const sent = await office.slack.chat.upload(address, ward(office), cardOf("Yours"), files);
    expect(sent.kind).toBe("said");
    const [done] = office.proxy.calls("files.completeUploadExternal");
    expect(done?.body).toMatchObject({ channel_id: ward(office), initial_comment: "Yours" });
    expect(await posted(office)).not.toContain("for the calm handover");

    office.proxy.fail("files.getUploadURLExternal", { kind: "refused", error: "missing_scope" }, 9);
    await office.slack.chat.upload(address, ward(office), cardOf("Yours"), files);
    expect(office.proxy.calls("chat.postMessage").map(({ body }) => wordsIn(body))).toEqual([
      expect.stringContaining("Yours"),
      expect.stringContaining('{ "reason": "for the calm handover" }'),
    ]);
  });

  it("logs neither a word of people nor a token", async ({ office }) => {
    office.proxy.fail("chat.postMessage", { kind: "refused", error: "internal_error" });
    await office.types("ana", "/kudos @ben for the calm handover");
    await office.settle();
    await office.driver.send('{"broken": handover');

    expect(office.logged.join("\n")).not.toMatch(/handover|xoxb/);
  });
});

const cardOf = (text: string): Card => ({
  summary: words(text),
  blocks: [{ kind: "text", line: words(text) }],
});

const board: Card = {
  summary: words("Thanks in March"),
  blocks: [
    {
      kind: "table",
      heading: [words("Place"), words("Who"), words("Thanks")],
      rows: [[words("1"), words("Ben Okafor"), words("4")]],
    },
  ],
};

const charted: Card = {
  summary: words("Thanks by unit"),
  blocks: [
    {
      kind: "chart",
      chart: { kind: "bars", title: "Thanks by unit", bars: [{ label: "Core Lab", value: 3 }] },
      inWords: words("Core Lab 3, 4 West 1"),
    },
  ],
};
