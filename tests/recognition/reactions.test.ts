import { describe, expect } from "vitest";

import { hour, minute } from "../../src/time/instant.ts";
import { it, type Office } from "../support/office.ts";
import { count, is, meToo, scores, settles } from "./stage.ts";

const kudos = { emoji: "kudos", author: "U_BEN", message: "100.1" };

const turnsOn = (office: Office) => settles(office, { emoji: "kudos" });

/** The id of the first post in a channel, as the platform names it. */
const firstPost = (office: Office, channel = "C_WARD") =>
  office.chat.posts.find((post) => post.channel === channel)?.id ?? "";

describe("giving by reaction", () => {
  it("is off until an admin turns it on", async ({ office }) => {
    const { ana, lee } = office;
    await ana.reacts(kudos);
    expect(await count(office, "recognition")).toBe(0);

    const open = {
      action: "recognition.emoji",
      label: [{ kind: "words", words: "Emoji" }],
    } as const;
    await lee.presses("Emoji", { on: [open] });
    await lee.fills({ text: { emoji: ":kudos:" } });
    await ana.reacts({ ...kudos, at: "2.0" });
    expect(await scores(office)).toBe("Ben Okafor 1");
  });

  it("warns of an emoji that people use for many things, and takes it where it is meant", async ({
    office,
  }) => {
    const { lee } = office;
    const open = {
      action: "recognition.emoji",
      label: [{ kind: "words", words: "Emoji" }],
    } as const;
    await lee.presses("Emoji", { on: [open] });
    expect(await lee.fills({ text: { emoji: "tada" } })).toContain(
      "emoji: People use that one for many things",
    );
    await lee.presses("Emoji", { on: [open] });
    expect(await lee.fills({ text: { emoji: "two words" } })).toContain("The name of one emoji");
    await lee.presses("Emoji", { on: [open] });
    expect(await lee.fills({ text: { emoji: "!tada" } })).toBe("Saved.");
  });

  it("thanks the author of a message: one, no words, never posted, told once a day with others", async ({
    office,
  }) => {
    const { ana, ben, cleo, chat } = office;
    await turnsOn(office);
    await settles(office, { valueRequired: true, mostPoints: 10 });

    expect(await ana.reacts(kudos)).toBe("");
    await cleo.reacts({ ...kudos, message: "100.2" });
    await office.passes(12 * hour);
    expect(chat.posts).toEqual([]);
    expect(await scores(office)).toBe("Ben Okafor 2");

    office.itIs("2026-03-19T12:00:00Z");
    await office.settle();
    expect(ben.inbox).toHaveLength(1);
    expect(ben.inbox[0]).toMatch(
      /^(Ana Silva and Cleo Martin|Cleo Martin and Ana Silva) thanked you with a reaction \(2 messages\)\./,
    );
    expect(chat.posts.every((post) => post.channel === "D_U_BEN")).toBe(true);
    expect(await ana.types("/kudos mine")).not.toContain("nobody yet");
  });

  it("costs one of the allowance; when that is spent it is only a reaction, for good", async ({
    office,
  }) => {
    const { ana, ben } = office;
    await turnsOn(office);
    await settles(office, { allowance: { amount: 1 } });
    await ana.types("/kudos @cleo for the tea");

    await ana.reacts(kudos);
    await office.passes(48 * hour);

    expect(await count(office, "recognition")).toBe(1);
    expect(ben.inbox).toEqual([]);
    expect(await ana.types("/kudos mine")).toContain("You can thank 1 more person now.");
  });

  it("takes it back with the reaction, and returns the allowance", async ({ office }) => {
    const { ana, ben } = office;
    await turnsOn(office);
    await ana.reacts(kudos);
    await ana.reacts({ ...kudos, added: false, at: "2.0" });
    await office.passes(26 * hour);

    expect(await scores(office)).toBe("");
    expect(ben.inbox).toEqual([]);
    expect(await ana.types("/kudos mine")).toContain("5 more people");
  });

  it("gives again when reacting again, and tells it once", async ({ office }) => {
    const { ana, ben } = office;
    await turnsOn(office);
    await ana.reacts(kudos);
    await ana.reacts({ ...kudos, added: false, at: "2.0" });
    await ana.reacts({ ...kudos, at: "3.0" });
    office.itIs("2026-03-19T12:00:00Z");
    await office.settle();

    expect(await scores(office)).toBe("Ben Okafor 1");
    expect(ben.inbox).toHaveLength(1);
  });

  it("is not told again when it was heard of, not even with somebody else's", async ({
    office,
  }) => {
    const { ana, cleo, ben, chat } = office;
    await turnsOn(office);
    await is(office, ben, { pattern: "days" });
    await ana.reacts(kudos);
    office.itIs("2026-03-19T12:00:00Z");
    await office.settle();
    await ana.reacts({ ...kudos, added: false, at: "2.0" });
    await office.settle();
    expect(ben.inbox).toEqual([]); // what was told of it is gone with it

    await ana.reacts({ ...kudos, at: "3.0" });
    await cleo.reacts({ ...kudos, message: "100.7" });
    office.itIs("2026-03-20T12:00:00Z");
    await office.settle();
    await office.passes(48 * hour);

    expect(ben.inbox).toEqual(["Cleo Martin thanked you with a reaction."]);
    expect(await scores(office)).toBe("Ben Okafor 2");
    expect(chat.calls.filter((call) => call === "post D_U_BEN")).toHaveLength(2);
  });

  it("goes by the latest event, in whatever order they come", async ({ office }) => {
    const { ana } = office;
    await turnsOn(office);
    await ana.reacts({ ...kudos, added: false, at: "1700000002.000100" });
    await ana.reacts({ ...kudos, at: "1700000001.000100" });
    expect(await scores(office)).toBe("");

    await ana.reacts({ ...kudos, at: "1700000003.000100" });
    await ana.reacts({ ...kudos, at: "1700000003.000100" });
    expect(await scores(office)).toBe("Ben Okafor 1");
    expect(await count(office, "recognition")).toBe(1);
  });

  it.for([
    {
      where: "a private channel",
      place: { kind: "channel", channel: "C1", private: true } as const,
    },
    {
      where: "a channel shared with another organization",
      place: { kind: "channel", channel: "C1", shared: true } as const,
    },
    { where: "a private conversation", place: { kind: "direct" } as const },
  ])("never gives in $where", async ({ place }, { office }) => {
    await turnsOn(office);
    await office.ana.reacts({ ...kudos, place });

    expect(await count(office, "recognition")).toBe(0);
    expect(await count(office, "reaction")).toBe(0);
  });

  it.for([
    { whom: "oneself", author: "U_ANA" },
    { whom: "a bot", author: "U_BOT" },
    { whom: "somebody nobody knows", author: "U_NOBODY" },
  ])("never thanks $whom", async ({ author }, { office }) => {
    await turnsOn(office);
    await office.ana.reacts({ ...kudos, author });

    expect(await count(office, "recognition")).toBe(0);
  });

  it("is another emoji's business otherwise", async ({ office }) => {
    await turnsOn(office);
    await office.ana.reacts({ ...kudos, emoji: "tada" });

    expect(await count(office, "reaction")).toBe(0);
  });

  it("counts on no board for whoever prefers private", async ({ office }) => {
    const { ana, ben } = office;
    await turnsOn(office);
    await is(office, ben, { prefersPrivate: true });
    await ana.reacts(kudos);
    office.itIs("2026-03-19T12:00:00Z");
    await office.settle();

    expect(await scores(office)).toBe("");
    expect(ben.inbox).toHaveLength(1);
  });
});

describe("a reaction on a kudos post", () => {
  it("seconds it: the people named are credited, never the bot that posted", async ({ office }) => {
    const { ana, dan, chat } = office;
    await turnsOn(office);
    await ana.types("/kudos @ben @cleo for the tea");
    await office.settle();
    const on = { emoji: "kudos", author: "U_BOT", message: firstPost(office) };

    await dan.reacts(on);
    await office.settle();
    expect(chat.texts("C_WARD")[0]).toContain("Me too: Dan Ortiz");
    expect(await scores(office)).toBe("Ben Okafor 2, Cleo Martin 2");
    expect(await dan.types("/kudos mine")).toContain("3 more people");

    await dan.reacts({ ...on, added: false, at: "2.0" });
    await office.settle();
    expect(chat.texts("C_WARD")[0]).not.toContain("Me too: Dan Ortiz");
    expect(await scores(office)).toBe("Ben Okafor 1, Cleo Martin 1");
    expect(await dan.types("/kudos mine")).toContain("5 more people");
  });

  it("adds nothing when it can't be paid for, the giver's or the thanked one's own", async ({
    office,
  }) => {
    const { ana, ben, dan, chat } = office;
    await turnsOn(office);
    await ana.types("/kudos @ben @cleo for the tea");
    await office.settle();
    await settles(office, { allowance: { amount: 1 } });
    for (const actor of [ana, ben, dan]) {
      await actor.reacts({ emoji: "kudos", author: "U_BOT", message: firstPost(office) });
    }
    await office.passes(1 * minute);

    expect(chat.texts("C_WARD")[0]).not.toContain("Me too:");
    expect(await scores(office)).toBe("Ben Okafor 1, Cleo Martin 1");
  });

  it("does not count beside “Me too”, and leaves that alone when it goes", async ({ office }) => {
    const { ana, dan } = office;
    await turnsOn(office);
    await ana.types("/kudos @ben for the tea");
    await office.settle();
    await meToo(office, dan);
    const on = { emoji: "kudos", author: "U_BOT", message: firstPost(office) };
    await dan.reacts(on);
    await dan.reacts({ ...on, added: false, at: "2.0" });

    expect(await scores(office)).toBe("Ben Okafor 2");
  });

  it("is gone with the thanks, whatever becomes of the reaction then", async ({ office }) => {
    const { ana, dan } = office;
    await turnsOn(office);
    await ana.types("/kudos @ben for the tea");
    await office.settle();
    const on = { emoji: "kudos", author: "U_BOT", message: firstPost(office) };
    await dan.reacts(on);
    await ana.types("/kudos undo");
    await dan.reacts({ ...on, added: false, at: "2.0" });

    expect(await scores(office)).toBe("");
    expect(await scores(office, "givers")).toBe("");
  });
});
