import { describe, expect } from "vitest";

import { presses, submits, triggerOf, type View } from "../../support/slackActs.ts";
import { it, wordsIn } from "../../support/slackOffice.ts";

describe("thanking somebody in Slack", () => {
  it("answers privately, and posts it where it was given", async ({ office }) => {
    const answer = await office.types("ana", "/kudos @ben for the calm handover");
    await office.settle();

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ response_type: "ephemeral" });
    expect(wordsIn(answer.body)).toContain("Sent to *Ben Okafor*");
    const [post] = await office.emulated.posts(office.emulated.channels["ward-4"] ?? "");
    expect(post?.text).toBe("*Ana Silva* thanks *Ben Okafor*: “for the calm handover”");
  });

  it("pings nobody, whatever the reason says, and shows no previews", async ({ office }) => {
    await office.types("ana", "/kudos @ben for <!channel> and &lt;!here&gt; &amp; @everyone");
    await office.settle();

    const [call] = office.proxy.calls("chat.postMessage");
    expect(wordsIn(call?.body)).toContain("for @channel and &lt;!here&gt; &amp; @everyone");
    expect(JSON.stringify(call?.body)).not.toContain("<!");
    expect(JSON.stringify(call?.body)).not.toContain("<@");
    expect(call?.body).toMatchObject({ unfurl_links: "false", unfurl_media: "false" });
  });

  it("counts a delivery once that Slack sends twice, and answers it as the first", async ({
    office,
  }) => {
    const [first, second] = await Promise.all([
      office.types("ana", "/kudos @ben for the calm handover", { trigger_id: "T1" }),
      office.types("ana", "/kudos @ben for the calm handover", { trigger_id: "T1" }),
    ]);
    await office.settle();

    expect(second).toEqual(first);
    expect(await office.emulated.posts(office.emulated.channels["ward-4"] ?? "")).toHaveLength(1);
  });

  it("answers a command nobody knows with the short help", async ({ office }) => {
    const answer = await office.types("ana", "/karma @ben ++");

    expect(wordsIn(answer.body)).toContain("/kudos @ben for the calm handover");
  });

  it("thanks a group's members, without whoever thanks", async ({ office }) => {
    const { ana, ben, cleo } = office.emulated.people;
    office.proxy.answer("usergroups.users.list", { ok: true, users: [ana, ben, cleo] });

    const answer = await office.types("ana", "/kudos <!subteam^S0LAB|@lab> for the calm handover");

    expect(wordsIn(answer.body)).toContain("Sent to *Ben Okafor* and *Cleo Martin*");
  });

  it("takes it back by the button, and the private card becomes the news of it", async ({
    office,
  }) => {
    const channel = office.emulated.channels["ward-4"] ?? "";
    const answer = await office.types("ana", "/kudos @ben for the calm handover");
    await office.settle();

    const pressed = await presses(office, "ana", answer.body, "Undo", { kind: "private", channel });
    const said = await office.driver.responded();
    await office.passes(60_000);

    expect(pressed).toEqual({ status: 200, body: "" });
    expect(said).toMatchObject({ replace_original: true });
    expect(wordsIn(said)).toContain("Taken back");
    expect(await office.emulated.posts(channel)).toEqual([]);
  });

  it("answers a press on a post to the one who pressed, and leaves the post", async ({
    office,
  }) => {
    const channel = office.emulated.channels["ward-4"] ?? "";
    await office.types("ana", "/kudos @ben for the calm handover");
    await office.settle();
    const [post] = await office.emulated.posts(channel);

    await presses(
      office,
      "cleo",
      post,
      "Me too",
      { kind: "post", channel, ts: post?.ts ?? "" },
      "1.1",
    );
    await presses(
      office,
      "cleo",
      post,
      "Me too",
      { kind: "post", channel, ts: post?.ts ?? "" },
      "1.1",
    );
    const said = await office.driver.responded();
    await office.passes(60_000);

    expect(said).toMatchObject({ response_type: "ephemeral", replace_original: false });
    expect((await office.emulated.posts(channel)).map(({ text }) => text)).toHaveLength(1);
    expect(wordsIn((await office.emulated.posts(channel))[0])).toContain("Cleo Martin");
  });

  it("opens the form for /kudos alone, previews it, and shows what came of it in its place", async ({
    office,
  }) => {
    const { ben } = office.emulated.people;
    const answer = await office.types("ana", "/kudos", {
      trigger_id: await triggerOf(office, "ana"),
    });
    const opened = (await office.proxy.called("views.open")).body.view as View;
    const found = await office.driver.interact({
      type: "block_suggestion",
      user: { id: office.emulated.people.ana },
      team: { id: office.emulated.team },
      action_id: "to",
      value: "oka",
      view: { id: "V1", ...opened },
    });
    const [option] = (found.body as { options: { value: string; text: { text: string } }[] })
      .options;
    const filling = {
      text: { reason: "for the calm handover" },
      picked: { to: [option?.value ?? ""] },
    };

    const previewed = await submits(office, "ana", opened, filling);
    const preview = (previewed.body as { view: View }).view;
    const sent = await submits(office, "ana", preview);
    const again = await submits(office, "ana", preview);
    await office.settle();

    expect(answer).toEqual({ status: 200, body: "" });
    expect(ben).toBeDefined();
    expect(option?.text.text).toBe("Ben Okafor");
    expect(previewed.body).toMatchObject({ response_action: "update" });
    expect(wordsIn(preview)).toContain("for the calm handover");
    expect(sent.body).toMatchObject({ response_action: "update", view: { callback_id: "result" } });
    expect(wordsIn(sent.body)).toContain("Sent to *Ben Okafor*");
    expect(again).toEqual(sent);
    expect(await office.emulated.posts(office.emulated.channels["ward-4"] ?? "")).toHaveLength(1);
  });

  it("keeps the words in a form it refuses, with the sentence under the field", async ({
    office,
  }) => {
    await office.types("ana", "/kudos", { trigger_id: await triggerOf(office, "ana") });
    const opened = (await office.proxy.called("views.open")).body.view as View;

    const answer = await submits(office, "ana", opened, {
      text: { reason: "for catching the potassium, MRN 00482913" },
    });

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      response_action: "errors",
      errors: { "recognition.preview reason": expect.stringContaining("record number") },
    });
  });

  it("gives kudos for a message by its shortcut: to its author, with its address", async ({
    office,
  }) => {
    const { ana, ben } = office.emulated.people;
    await office.driver.interact({
      type: "message_action",
      callback_id: "give_kudos_for_message",
      trigger_id: await triggerOf(office, "ana"),
      user: { id: ana },
      team: { id: office.emulated.team, domain: "st-annes" },
      channel: { id: office.emulated.channels["ward-4"], name: "ward-4" },
      message: { ts: "1700000000.000100", user: ben, text: "never read" },
      response_url: office.driver.responseUrl,
    });

    const { view } = (await office.proxy.called("views.open")).body as { view: View };

    expect(wordsIn(view)).toContain("Ben Okafor");
    expect(view.private_metadata).toContain("https://st-annes.slack.com/archives/");
    expect(JSON.stringify(view)).not.toContain("never read");
  });

  it("opens the form by the global shortcut too", async ({ office }) => {
    await office.driver.interact({
      type: "shortcut",
      callback_id: "give_kudos",
      trigger_id: await triggerOf(office, "ana"),
      user: { id: office.emulated.people.ana },
      team: { id: office.emulated.team, domain: "st-annes" },
    });

    expect((await office.proxy.called("views.open")).body.view).toMatchObject({ type: "modal" });
  });

  it("says so when Slack no longer opens the form", async ({ office }) => {
    await office.types("ana", "/kudos", { trigger_id: "long gone" });

    const said = await office.driver.responded();

    expect(said).toMatchObject({ response_type: "ephemeral" });
    expect(wordsIn(said)).toContain("Slack isn't answering me right now");
  });
});
