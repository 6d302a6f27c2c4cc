import { describe, expect } from "vitest";
import { recognitionSettings } from "../../../src/recognition/settings.ts";
import { findSetting, keepSetting } from "../../../src/store/settings.ts";
import {
  opensHome,
  presses,
  reacts,
  submits,
  triggerOf,
  type View,
} from "../../support/slackActs.ts";
import { it, openSlackOffice, type SlackOffice, wordsIn } from "../../support/slackOffice.ts";

const given = (office: SlackOffice) =>
  office.store.transact((tx) => tx.selectFrom("recognition").selectAll().execute());

/** Reaction giving is off until an admin keeps an emoji for it. */
async function keepEmoji(office: SlackOffice, emoji: string): Promise<void> {
  await office.store.transact(async (tx) => {
    const { organization_id } = await tx
      .selectFrom("organization")
      .selectAll()
      .executeTakeFirstOrThrow();
    const settings = await findSetting(tx, organization_id, recognitionSettings);
    await keepSetting(tx, organization_id, recognitionSettings, { ...settings, emoji });
  });
}

/** So that nobody has to be looked up while the database is down. */
const meet = (office: SlackOffice) => office.types("ana", "/rapport help");

describe("while the database is down", () => {
  it("says that a kudos is not saved, with a reference for the admin, and keeps no half of it", async ({
    office,
  }) => {
    await meet(office);
    office.breakDatabase(true);

    const answer = await office.types("ana", "/kudos @ben for the calm handover");
    office.breakDatabase(false);

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ response_type: "ephemeral" });
    const [reference] = /[A-Z0-9]{4}-[A-Z0-9]{2}/.exec(wordsIn(answer.body)) ?? [];
    expect(wordsIn(answer.body)).toContain("Not saved, and it's not your doing.");
    expect(office.logged.some((line) => reference !== undefined && line.includes(reference))).toBe(
      true,
    );
    expect(await given(office)).toEqual([]);
  });

  it("sends the same kudos again by one press, in the place of the card that said it was not saved", async ({
    office,
  }) => {
    const channel = office.emulated.channels["ward-4"] ?? "";
    await meet(office);
    office.breakDatabase(true);
    const answer = await office.types("ana", "/kudos @ben for the calm handover");
    office.breakDatabase(false);

    const where = { kind: "private", channel } as const;
    await presses(office, "ana", answer.body, "Try again", where, "7.7");
    await presses(office, "ana", answer.body, "Try again", where, "7.7");
    const said = await office.driver.responded();

    expect(said).toMatchObject({ replace_original: true });
    expect(wordsIn(said)).toContain("Sent to *Ben Okafor*");
    expect(await given(office)).toHaveLength(1);
  });

  it("keeps a form open with its words", async ({ office }) => {
    await office.types("ana", "/kudos", { trigger_id: await triggerOf(office, "ana") });
    const opened = (await office.proxy.called("views.open")).body.view as View;
    office.breakDatabase(true);

    const answer = await submits(office, "ana", opened, {
      text: { reason: "for the calm handover" },
    });

    expect(answer.body).toMatchObject({
      response_action: "errors",
      errors: { "recognition.preview to": expect.stringContaining("Not saved") },
    });
  });

  it("says so to whoever pressed a button", async ({ office }) => {
    const answer = await office.types("ana", "/kudos @ben for the calm handover");
    office.breakDatabase(true);

    const channel = office.emulated.channels["ward-4"] ?? "";
    const pressed = await presses(office, "ana", answer.body, "Undo", { kind: "private", channel });

    expect(pressed.status).toBe(200);
    expect(wordsIn(await office.driver.responded())).toContain("Not saved");
  });

  it("leaves an event unacknowledged, and counts Slack's second delivery once", async ({
    office,
  }) => {
    await keepEmoji(office, "kudos");
    await meet(office);
    const reaction = {
      emoji: "kudos",
      author: "ben",
      ts: "1700000000.000100",
      at: "1700000009.000100",
      event: "Ev1",
    };
    office.breakDatabase(true);
    const first = await reacts(office, "ana", reaction);
    office.breakDatabase(false);
    const second = await reacts(office, "ana", reaction);
    const third = await reacts(office, "ana", reaction);

    expect([first.status, second.status, third.status]).toEqual([500, 200, 200]);
    expect(await given(office)).toHaveLength(1);
  });

  it("offers nobody in a picker, and breaks nothing", async ({ office }) => {
    office.breakDatabase(true);

    const answer = await office.driver.interact({
      type: "block_suggestion",
      user: { id: office.emulated.people.ana },
      team: { id: office.emulated.team },
      action_id: "to",
      value: "ben",
    });

    expect(answer).toEqual({ status: 200, body: { options: [] } });
  });
});

describe("what a reaction means", () => {
  it("gives nothing in a private channel, which Slack is asked about once", async ({ office }) => {
    await keepEmoji(office, "kudos");
    office.proxy.answer("conversations.info", { ok: true, channel: { is_private: true } });

    for (const at of ["1.1", "1.2"]) {
      await reacts(office, "ana", { emoji: "kudos", author: "ben", ts: at, channel: "C0LEADS" });
    }

    expect(await given(office)).toEqual([]);
    expect(office.proxy.calls("conversations.info")).toHaveLength(1);
  });
});

describe("a channel that people of another organization read", () => {
  it("gets no post of what is said in it", async ({ office }) => {
    office.proxy.answer("conversations.info", { ok: true, channel: { is_ext_shared: true } });

    const answer = await office.types("ana", "/kudos @ben for the calm handover");
    await office.passes(1_000);

    expect(wordsIn(answer.body)).toContain("It isn't posted");
    expect(await office.emulated.posts(office.emulated.channels["ward-4"] ?? "")).toEqual([]);
  });

  it("doesn't keep anybody waiting when Slack won't say whether it is one", async () => {
    const office = await openSlackOffice({ fetchBudgetMs: 1_500 });
    office.proxy.fail("conversations.info", { kind: "silent" });

    const answer = await office.types("ana", "/kudos @ben for the calm handover");

    expect(wordsIn(answer.body)).toContain("Sent to *Ben Okafor*");
    await office.close();
  });

  it("makes a reaction wait until Slack says what it is", async ({ office }) => {
    await keepEmoji(office, "kudos");
    await meet(office);
    office.proxy.fail("conversations.info", { kind: "status", status: 503 });
    const reaction = {
      emoji: "kudos",
      author: "ben",
      ts: "1.1",
      event: "Ev1",
      channel: "C0ELSEWHERE",
    };

    expect((await reacts(office, "ana", reaction)).status).toBe(500);
    expect((await reacts(office, "ana", reaction)).status).toBe(500);
    expect(await given(office)).toEqual([]);
  });
});

describe("a person's home", () => {
  it("is published when they open it", async ({ office }) => {
    const answer = await opensHome(office, "ana");
    const { body } = await office.proxy.called("views.publish");

    expect(answer.status).toBe(200);
    expect(body).toMatchObject({ user_id: office.emulated.people.ana, view: { type: "home" } });
    expect(wordsIn(body)).toContain("Your thanks will collect here.");
  });

  it("is published again when something was done there", async ({ office }) => {
    await opensHome(office, "ana");
    const { view } = (await office.proxy.called("views.publish")).body as { view: View };

    await presses(office, "ana", view, "Thank someone", { kind: "view", view });
    const opened = (await office.proxy.called("views.open")).body.view as View;
    const found = await office.driver.interact({
      type: "block_suggestion",
      user: { id: office.emulated.people.ana },
      team: { id: office.emulated.team },
      action_id: "to",
      value: "ben",
      view: { id: "V1", ...opened },
    });
    const [ben] = (found.body as { options: { value: string }[] }).options;
    const filling = {
      text: { reason: "for the calm handover" },
      picked: { to: [ben?.value ?? ""] },
    };
    const preview = ((await submits(office, "ana", opened, filling)).body as { view: View }).view;
    const sent = await submits(office, "ana", preview);
    const { body } = await office.proxy.called("views.publish", 2);

    expect(sent.body).toEqual({ response_action: "clear" });
    expect(wordsIn(body)).toContain("*Ben Okafor* has your thanks");
  });

  it("is left as it is where somebody published a newer one meanwhile", async ({ office }) => {
    office.proxy.fail("views.publish", { kind: "refused", error: "hash_conflict" });

    await opensHome(office, "ana");
    await office.proxy.called("views.publish");
    await office.slack.stop();

    expect(office.logged.filter((line) => line.includes("failed"))).toEqual([]);
  });

  it("publishes only the latest of many that come while one is under way", async ({ office }) => {
    await meet(office);
    const before = office.proxy.calls("views.publish").length;
    const goOn = office.proxy.hold("views.publish");
    await opensHome(office, "ana");
    await office.proxy.called("views.publish", before + 1);
    for (let more = 0; more < 7; more += 1) await opensHome(office, "ana");
    goOn();
    await office.slack.stop();

    expect(office.proxy.calls("views.publish").length - before).toBe(2);
  });
});
