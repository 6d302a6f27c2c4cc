import { describe, expect } from "vitest";

import { day, hour } from "../../src/time/instant.ts";
import { makeLead, worksIn } from "../leaderboards/stage.ts";
import { it } from "../support/office.ts";
import { asks, closes, gives, rowsOf } from "./stage.ts";

describe("giving a colleague feedback", () => {
  it("asks three questions that look ahead, of which one is enough", async ({ office }) => {
    const { ana, ben } = office;
    await asks(ana, [ben]);
    await office.settle();

    expect(await ben.presses("Give feedback")).toContain(
      [
        "What should Ana keep doing?: ",
        "What could Ana try next?: ",
        "What would help you two work together even better?: ",
        "No patient details, please.",
      ].join("\n"),
    );
    expect(await ben.fills({ text: { keep: "  " } })).toBe(
      "keep: One of the three is enough: please write something, or close this form.",
    );
    await ben.presses("Give feedback");
    expect(await ben.fills({ text: { next: "leading the huddle once" } })).toBe(
      "Thank you, it's in for Ana Silva. You can change it until 13:00, or an hour after the last one answered.\n[Change]",
    );
  });

  it("keeps the form open over a patient's details, and none of the words", async ({ office }) => {
    const { ana, ben } = office;
    await asks(ana, [ben]);
    await office.settle();

    expect(await gives(ben, { keep: "the calm", next: "asking about MRN 00482913" })).toContain(
      "next: Not kept:",
    );
    expect(await rowsOf(office, "peer_answer")).toEqual([]);
  });

  it("turns the message into a thank you, from which it can be changed until it closes", async ({
    office,
  }) => {
    const { ana, ben, cleo } = office;
    await asks(ana, [ben, cleo]);
    await office.settle();
    await gives(ben, { keep: "the calm handovers", next: "a shorter list" });
    await office.settle();

    expect(ben.inbox).toEqual([
      "Thank you, it's in for Ana Silva. You can change it until 13:00, Wednesday 1 April, or an hour after the last one answered.\n[Change]",
    ]);
    expect(await ben.presses("Change")).toContain("keep doing?: the calm handovers");
    await ben.fills({ text: { keep: "the very calm handovers" } });
    await closes(office);

    expect(ana.inbox).toEqual([
      "Feedback for you, closed on Wednesday 1 April\nKeep doing\nBen Okafor: “the very calm handovers”\nOnly you read this.",
    ]);
    expect(ben.inbox).toEqual(["Feedback for Ana Silva is closed. Thank you."]);
  });

  it("keeps the last answer where two devices send one each", async ({ office }) => {
    const { ana, ben, cleo } = office;
    await asks(ana, [ben, cleo]);
    await office.settle();
    await ben.presses("Give feedback");
    const form = ben.last;
    await ben.fills({ text: { keep: "the first", together: "a weekly call" } });
    await ben.presses("Change");
    await ben.fills({ text: { keep: "the last" } });

    expect(form.kind).toBe("form");
    expect(
      (await rowsOf(office, "peer_answer")).map(({ question, words }) => [question, words]),
    ).toEqual([["keep", "the last"]]);
  });

  it("tells the subject everything together when all have answered or declined, an hour after the last", async ({
    office,
  }) => {
    const { ana, ben, cleo, dan } = office;
    await asks(ana, [ben, cleo, dan]);
    await office.settle();
    await gives(ben, { keep: "the calm handovers" });
    await gives(cleo, { keep: "the jokes", together: "one number to call" });
    expect(await dan.presses("Decline")).toBe(
      "That's fine. Ana Silva isn't told who declined.\n[Give it after all]",
    );
    await office.passes(59 * 60_000);
    expect(ana.inbox).toEqual([]);
    await office.passes(2 * 60_000);

    expect(ana.inbox).toHaveLength(1);
    expect(ana.inbox[0]).toMatch(/^Feedback for you, closed on Wednesday 18 March\nKeep doing\n/);
    expect(ana.inbox[0]).toContain("Ben Okafor: “the calm handovers”");
    expect(ana.inbox[0]).toContain(
      "Work together even better\nCleo Martin: “one number to call”\nOnly you read this.",
    );
    expect(ana.inbox[0]).not.toContain("Dan");
    await closes(office);
    expect(ana.inbox).toHaveLength(1);
  });

  it("says kindly that nobody answered", async ({ office }) => {
    await asks(office.ana, [office.ben]);
    await closes(office);

    expect(office.ana.inbox).toEqual([
      "The feedback you were to get is closed, and nobody has answered this time. People are often short of time: one or two of them may like to tell you in person.",
    ]);
  });

  it("reminds twice, only those who have not answered or declined, each time in place of the message before", async ({
    office,
  }) => {
    const { ana, ben, cleo, dan } = office;
    await asks(ana, [ben, cleo, dan]);
    await office.settle();
    await gives(ben, { keep: "the calm" });
    await cleo.presses("Decline");
    await office.settle();

    await office.passes(5 * day);
    expect(dan.inbox).toHaveLength(1);
    expect(dan.inbox[0]).toMatch(
      /^Still open until 13:00, Wednesday 1 April: feedback for Ana Silva\./,
    );
    expect(dan.inbox[0]).not.toContain("last reminder");
    await office.passes(5 * day);
    expect(dan.inbox).toHaveLength(1);
    expect(dan.inbox[0]).toContain("This is the last reminder.");
    await office.passes(3 * day);

    const posts = (account: string) =>
      office.chat.calls.filter((call) => call === `post D_${account}`).length;
    expect([posts("U_DAN"), posts("U_BEN"), posts("U_CLEO")]).toEqual([3, 1, 1]);
  });

  it("reminds nobody in their quiet hours", async ({ office }) => {
    office.itIs("2026-03-18T20:30:00Z");
    await asks(office.ana, [office.ben]);
    await office.settle();
    const said = office.ben.inbox[0];
    await office.store.transact((tx) =>
      tx
        .updateTable("person")
        .set({ pattern: "nights" })
        .where("name", "=", "Ben Okafor")
        .execute(),
    );

    // Five days later it is evening; nights sleep from 8 to 18, so the hour is moved into their day.
    office.itIs("2026-03-24T12:00:00Z");
    await office.settle();
    expect(office.ben.inbox).toEqual([said]);
    office.itIs("2026-03-24T18:00:00Z");
    await office.settle();

    expect(office.ben.inbox[0]).toMatch(/^Still open until/);
  });

  it("leaves it for now at one press, and it stays open", async ({ office }) => {
    const { ana, ben } = office;
    await asks(ana, [ben]);
    await office.settle();

    expect(await ben.presses("Not now")).toBe(
      "All right, not now. Feedback for Ana Silva stays open until 13:00, Wednesday 1 April.\n[Give feedback] [Decline]",
    );
    await gives(ben, { keep: "the calm" });
    await office.passes(2 * hour);
    expect(ana.inbox[0]).toContain("the calm");
  });

  it("answers whoever comes after the close with one sentence, and keeps nothing", async ({
    office,
  }) => {
    const { ana, ben } = office;
    await asks(ana, [ben]);
    await office.settle();
    await ben.presses("Give feedback");
    office.itIs("2026-04-01T12:00:00Z");

    expect(await ben.fills({ text: { keep: "too late" } })).toBe(
      "keep: This closed at 13:00, so I haven't kept what you wrote. Copy your words if you need them.",
    );
    expect(await rowsOf(office, "peer_answer")).toEqual([]);
  });

  it("answers whoever was not asked with one sentence, and keeps nothing", async ({ office }) => {
    const { ana, ben, dan } = office;
    await asks(ana, [ben]);
    await office.settle();
    await ben.presses("Give feedback");
    const [button] = office.chat.posts.flatMap(({ card }) =>
      card.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : [])),
    );
    if (button === undefined || ben.last.kind !== "form") throw new Error("Nothing was asked");

    expect(await dan.presses("Give feedback", { on: [button] })).toBe(
      "You weren't asked for this feedback, so I haven't kept anything.",
    );
    const reply = await office.handle({
      platform: "slack",
      workspace: office.workspaceExternal,
      account: dan.account,
      delivery: "a forwarded form",
      place: { kind: "direct" },
      learnt: [],
      kind: "form",
      form: "peers.give",
      state: ben.last.form.state ?? null,
      filled: { text: {}, picked: {} },
    });
    expect(reply.kind).toBe("invalid");
    expect(await rowsOf(office, "peer_answer")).toEqual([]);
  });

  it("lets nobody but the subject read it: not the lead who asked, not an admin, not whoever wrote it", async ({
    office,
  }) => {
    const { ana, ben, cleo, dan, lee } = office;
    await worksIn(office, "Core Lab", ana, ben);
    await worksIn(office, "4 West", cleo);
    await makeLead(office, dan);
    await asks(dan, [ben, cleo], { of: ana });
    await office.settle();
    await gives(ben, { next: "saying no sometimes" });
    await closes(office);
    expect(ana.inbox.join()).toContain("saying no sometimes");

    await ana.types("/feedback");
    await ana.presses("What you received");
    const read = await ana.presses("Closed on Wednesday 1 April");
    expect(read).toContain("Ben Okafor: “saying no sometimes”");
    const request = (await rowsOf(office, "peer_request"))[0];
    const button = {
      action: "peers.read",
      label: [{ kind: "words" as const, words: "Read" }],
      value: { peer: String(request?.peer_id), from: 0 },
    };

    for (const other of [dan, lee, ben, cleo]) {
      expect(await other.presses("Read", { on: [button] })).toBe("There is nothing of yours here.");
      await other.types("/feedback");
      expect(await other.presses("What you received")).toContain("Nothing yet.");
      expect(await other.opensHome()).not.toContain("saying no");
      expect(other.inbox.join()).not.toContain("saying no");
    }
    expect(office.chat.posts.filter(({ channel }) => !channel.startsWith("D_"))).toEqual([]);
  });

  it("reads on where colleagues wrote more than one message shows", async ({ office }) => {
    const raters = [office.ben, office.cleo, office.dan, office.lee];
    const eva = await office.person("U_EVA", { name: "Eva Stone" });
    await asks(office.ana, [...raters, eva]);
    await office.settle();
    for (const rater of [...raters, eva]) {
      await gives(rater, {
        keep: `Keep it up, from ${rater.name}`,
        next: `More of it, from ${rater.name}`,
        together: `We do it together, from ${rater.name}`,
      });
    }
    await office.passes(2 * hour);

    const first = office.ana.inbox[0] ?? "";
    const second = await office.ana.presses("Read on");
    for (const rater of [...raters, eva]) {
      expect(`${first}${second}`).toContain(`We do it together, from ${rater.name}`);
    }
    expect(first.match(/: “/g)).toHaveLength(12);
    expect(second.match(/: “/g)).toHaveLength(3);
    expect(second).toContain("[Back]");
  });

  it("deletes what was written for somebody who has left: it is nobody's to read", async ({
    office,
  }) => {
    const { ana, ben, cleo } = office;
    await asks(ana, [ben, cleo]);
    await office.settle();
    await gives(ben, { keep: "the calm" });
    await office.learns({
      externalId: ana.account,
      name: ana.name,
      kind: "deactivated",
      runsWorkspace: false,
    });
    await closes(office);

    expect(await rowsOf(office, "peer_answer")).toEqual([]);
    expect(ana.inbox).toEqual([]);
  });
});
