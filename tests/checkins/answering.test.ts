import { describe, expect } from "vitest";

import { plain } from "../../src/chat/line.ts";
import { it, type Office } from "../support/office.ts";
import { asks, atTheClose, rowsOf, stateOf } from "./answeringStage.ts";

const direct = { place: { kind: "direct" } } as const;
const weekly = { template: "weekly-checkin" } as const;

const wordsKept = async (office: Office) =>
  (await rowsOf(office, "response")).flatMap(({ words }) => words ?? []);

describe("the weekly check-in in a direct message", () => {
  it("asks with five faces, says who sees what, and until when", async ({ office }) => {
    const { ana } = office;

    await asks(office, weekly, ana);

    const [prompt = ""] = ana.inbox;
    expect(prompt).toContain("How was your week?");
    expect(prompt).toContain("[😀 Great] [🙂 Good] [😐 Mixed] [🙁 Hard] [😣 Very hard]");
    expect(prompt).toContain("One tap is enough.");
    expect(prompt).toContain("[Add a few words] [Nothing to report] [Skip] [Tomorrow]");
    expect(prompt).toContain("Your words go to Lee Wong, with your name.");
    expect(prompt).toContain("Mood shows only for the team, from 5 answers.");
    expect(prompt).toContain("without words and without names");
    expect(prompt).toContain("Open until Thursday 26 March.");
  });

  it("welcomes whoever never heard from Rapport, once, and asks when they work until they say", async ({
    office,
  }) => {
    const { ana } = office;
    await asks(office, weekly, ana);
    expect(ana.inbox[0]).toContain("When do you mostly work?");

    await ana.presses("🙂 Good", direct);
    await office.settle();
    expect(ana.inbox[0]).toContain("When do you mostly work?");

    office.itIs("2026-03-18T14:00:00Z");
    await asks(office, { template: "shift-end" }, ana);
    expect(ana.inbox[1]).not.toContain("When do you mostly work?");
  });

  it("says of a reminder that it is the only one", async ({ office }) => {
    const { ana } = office;
    const now = office.now();

    await asks(office, { ...weekly, prompt: { remindedAt: now, reminders: 0 } }, ana);

    const [prompt = ""] = ana.inbox;
    expect(prompt).toContain("Still open until Thursday 26 March. This is the only reminder.");
    expect(prompt).toContain("How was your week?");
  });

  it("takes one tap as a whole answer, and shows nowhere what was tapped", async ({ office }) => {
    const { ana } = office;
    const round = await asks(office, weekly, ana);

    const reply = await ana.presses("🙁 Hard", direct);
    await office.settle();

    expect(ana.last.kind).toBe("replace");
    expect(reply).toContain(
      "Thank you, it's in. You can change it until 23:59, Thursday 26 March.",
    );
    expect(ana.inbox).toHaveLength(1);
    expect(ana.inbox[0]).toContain("Thank you, it's in.");
    expect(`${reply} ${ana.inbox}`).not.toMatch(/🙁|Hard/);
    expect(await stateOf(office, round, ana)).toBe("answered");
    expect(await rowsOf(office, "spool")).toHaveLength(1);
    expect(await rowsOf(office, "response")).toEqual([]);
  });

  it("keeps words by name, and opens with them to be changed; the last ones win", async ({
    office,
  }) => {
    const { ana } = office;
    await asks(office, weekly, ana);

    await ana.presses("Add a few words", direct);
    await ana.fills({ text: { well: "The new rota" } }, direct);
    await office.settle();
    const form = await ana.presses("Change", direct);
    await ana.fills({ text: { well: "The new rota, and the radio" } }, direct);

    expect(form).toContain("What went well?: The new rota");
    expect(form).toContain("No patient details, please.");
    expect(await wordsKept(office)).toEqual(["The new rota, and the radio"]);
  });

  it("leaves the mood as it was where words are added without one", async ({ office }) => {
    const { ana } = office;
    await asks(office, weekly, ana);
    await ana.presses("🙂 Good", direct);
    const [before] = await rowsOf(office, "spool");
    await office.settle();

    const form = await ana.presses("Change", direct);
    await ana.fills({ text: { way: "No key to the store" } }, direct);

    expect(form).toContain("How was your week?: \n");
    expect(await rowsOf(office, "spool")).toEqual([before]);
    expect(await wordsKept(office)).toEqual(["No key to the store"]);
  });

  it("takes words back that are emptied later", async ({ office }) => {
    const { ana } = office;
    await asks(office, weekly, ana);
    await ana.presses("Add a few words", direct);
    await ana.fills({ text: { well: "The new rota" } }, direct);
    await office.settle();

    await ana.presses("Change", direct);
    await ana.fills({}, direct);

    expect(await wordsKept(office)).toEqual([]);
  });

  it("asks for an answer at least where the form is sent empty", async ({ office }) => {
    const { ana } = office;
    const round = await asks(office, weekly, ana);

    await ana.presses("Add a few words", direct);
    const reply = await ana.fills({ text: { well: "   " } }, direct);

    expect(reply).toContain("Please answer one of these at least.");
    expect(await stateOf(office, round, ana)).toBe("asked");
  });

  it("keeps the form open over words that look like a patient's, and keeps none of them", async ({
    office,
  }) => {
    const { ana } = office;
    const round = await asks(office, weekly, ana);

    await ana.presses("Add a few words", direct);
    const reply = await ana.fills(
      { text: { well: "MRN 00482913 was found", way: "Nothing" } },
      direct,
    );

    expect(ana.last.kind).toBe("invalid");
    expect(reply).toMatch(/^well: Not kept/);
    expect(await rowsOf(office, "response")).toEqual([]);
    expect(await stateOf(office, round, ana)).toBe("asked");
  });

  it("offers what got in the way as a request, and whoever helped to be thanked, both prefilled", async ({
    office,
  }) => {
    const { ana, ben } = office;
    await asks(office, weekly, ana);
    await ana.presses("Add a few words", direct);
    const done = await ana.fills(
      { text: { way: "No key to the store" }, picked: { helped: [await ben.id()] } },
      direct,
    );
    await office.settle();

    expect(done).toContain("You named Ben Okafor.");
    expect(await ana.presses("Thank Ben", direct)).toContain("Ben Okafor");
    expect(ana.last).toMatchObject({ kind: "form", form: { form: "recognition.preview" } });
    expect(await ana.presses("Make it a request to my lead", direct)).toContain(
      "No key to the store",
    );
    expect(ana.last).toMatchObject({ kind: "form", form: { form: "checkins.request" } });
  });

  it("takes “nothing to report” as an answer, and can be changed after it", async ({ office }) => {
    const { ana } = office;
    const round = await asks(office, weekly, ana);

    const reply = await ana.presses("Nothing to report", direct);
    await office.settle();

    expect(reply).toContain("Noted, nothing to report.");
    expect(ana.inbox[0]).toContain("[Change]");
    expect(await stateOf(office, round, ana)).toBe("quiet");
    await ana.presses("Change", direct);
    await ana.fills({ text: { well: "After all, the rota" } }, direct);
    expect(await stateOf(office, round, ana)).toBe("answered");
  });

  it("is skipped with one tap, and answered after all", async ({ office }) => {
    const { ana } = office;
    const round = await asks(office, weekly, ana);

    expect(await ana.presses("Skip", direct)).toContain("Skipped.");
    await office.settle();
    expect(await stateOf(office, round, ana)).toBe("skipped");

    await ana.presses("Answer", direct);
    await ana.fills({ text: { well: "The new rota" } }, direct);
    expect(await stateOf(office, round, ana)).toBe("answered");
  });

  it("keeps an answer that an old card on another device would skip", async ({ office }) => {
    const { ana } = office;
    const round = await asks(office, weekly, ana);
    const old = cardOf(office, ana.account);

    await ana.presses("🙂 Good", direct);
    await ana.presses("Skip", { ...direct, on: old });

    expect(await stateOf(office, round, ana)).toBe("answered");
  });

  it("is put off until tomorrow, only where that is before its close", async ({ office }) => {
    const { ana } = office;
    const round = await asks(office, weekly, ana);

    const reply = await ana.presses("Tomorrow", direct);

    expect(reply).toContain("I'll ask you again: 12:00, Thursday 19 March.");
    expect(await stateOf(office, round, ana)).toBe("waiting");
    office.itIs("2026-03-26T15:00:00Z");
    await asks(office, weekly, office.ben);
    expect(office.ben.inbox[0]).not.toContain("[Tomorrow]");
  });

  it("asks for no mood where fewer than five are counted together", async ({ office }) => {
    const { ana } = office;

    await asks(office, { ...weekly, ungrouped: true }, ana);

    expect(ana.inbox[0]).not.toContain("How was your week?");
    expect(ana.inbox[0]).toContain("Weekly check-in: 3 questions.");
    expect(ana.inbox[0]).not.toContain("Mood");
  });
});

describe("an answer that can't be kept", () => {
  it("after the close is told so, and the form stays open with its words", async ({ office }) => {
    const { ana } = office;
    const round = await asks(office, weekly, ana);
    await ana.presses("Add a few words", direct);
    atTheClose(office);

    const reply = await ana.fills({ text: { way: "No key to the store" } }, direct);

    expect(ana.last.kind).toBe("invalid");
    expect(reply).toBe(
      "way: This check-in closed on Thursday 26 March, so I haven't kept this. Copy your words if you need them.",
    );
    expect(await rowsOf(office, "response")).toEqual([]);
    expect(await stateOf(office, round, ana)).not.toBe("answered");
  });

  it("by a tap after the close turns the card into one sentence", async ({ office }) => {
    const { ana } = office;
    await asks(office, weekly, ana);
    const old = cardOf(office, ana.account);
    atTheClose(office);

    const reply = await ana.presses("🙂 Good", { ...direct, on: old });

    expect(ana.last.kind).toBe("replace");
    expect(reply).toBe("This check-in closed on Thursday 26 March, so I haven't kept this.");
    expect(await rowsOf(office, "spool")).toEqual([]);
  });

  it("to a round that was deleted is told so", async ({ office }) => {
    const { ana } = office;
    await asks(office, weekly, ana);
    await office.store.transact(async (tx) => {
      await tx.deleteFrom("round").where("organization_id", "=", office.organization).execute();
      await tx.deleteFrom("prompt").where("organization_id", "=", office.organization).execute();
    });

    expect(await ana.presses("🙂 Good", direct)).toBe(
      "This check-in isn't there any more, so nothing was kept.",
    );
  });

  it("by somebody else, on a card that was passed on, is told so", async ({ office }) => {
    const { ana, ben } = office;
    const round = await asks(office, weekly, ana, ben);

    const reply = await ben.presses("🙂 Good", { ...direct, on: cardOf(office, ana.account) });

    expect(ben.last.kind).toBe("card");
    expect(reply).toBe(
      "This card is somebody else's, so nothing was kept. Yours is in your own messages from me.",
    );
    expect(await stateOf(office, round, ana)).toBe("asked");
    expect(await stateOf(office, round, ben)).toBe("asked");
  });

  it("by somebody who isn't asked is told so", async ({ office }) => {
    const { ana, dan } = office;
    const round = await asks(office, weekly, ana);
    const value = { r: round, p: await dan.id(), q: "week", v: "4" };
    const label = [{ kind: "words", words: "Good" }] as const;

    const reply = await dan.presses("Good", { on: [{ action: "checkins.tap", label, value }] });

    expect(reply).toBe("You aren't asked in this check-in, so nothing was kept.");
    expect(await stateOf(office, round, dan)).toBe("none");
    expect(await rowsOf(office, "spool")).toEqual([]);
  });

  it("is refused where it isn't one of those that are offered", async ({ office }) => {
    const { ana } = office;
    const round = await asks(office, weekly, ana);
    const value = { r: round, p: await ana.id(), q: "week", v: "9" };
    const label = [{ kind: "words", words: "Good" }] as const;

    expect(await ana.presses("Good", { on: [{ action: "checkins.tap", label, value }] })).toContain(
      "That can't be chosen here any more",
    );
    expect(await stateOf(office, round, ana)).toBe("asked");
  });
});

describe("answering twice", () => {
  it("from two devices keeps the last one", async ({ office }) => {
    const { ana } = office;
    await asks(office, { template: "shift-end" }, ana);
    const old = cardOf(office, ana.account);

    await ana.presses("2", { ...direct, on: old });
    await ana.presses("4", { ...direct, on: old });
    await ana.presses("Partly", { ...direct, on: old });

    const kept = await rowsOf(office, "response");
    expect(kept.map(({ question, value }) => [question, value]).sort()).toEqual([
      ["energy", '{"kind":"scale","value":4}'],
      ["help", '{"kind":"yesNo","value":"partly"}'],
    ]);
  });

  it("by the same delivery, repeated, is one answer and reads the same", async ({ office }) => {
    const { ana } = office;
    await asks(office, { template: "shift-end" }, ana);
    const old = cardOf(office, ana.account);
    const from = { ...direct, on: old, delivery: "tapped once" };

    const first = await ana.presses("2", from);
    await ana.presses("4", { ...direct, on: old });
    const again = await ana.presses("2", from);

    expect(again).toBe(first);
    const [kept] = await rowsOf(office, "response");
    expect(kept?.value).toBe('{"kind":"scale","value":4}');
  });
});

/** The buttons that stand in somebody's direct messages now. */
function cardOf(office: Office, account: string) {
  return office.chat.posts
    .filter(({ channel }) => channel === `D_${account}`)
    .flatMap(({ card }) => card.blocks)
    .flatMap((block) => (block.kind === "buttons" ? block.buttons : []))
    .filter(({ label }) => plain(label) !== "");
}
