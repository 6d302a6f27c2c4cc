import { describe, expect } from "vitest";

import { it } from "../support/office.ts";
import { count, settles, valueId } from "./stage.ts";

describe("the reason", () => {
  it("may be 3 characters, or 500", async ({ office }) => {
    expect(await office.ana.types("/kudos @ben ice")).toContain("Sent to Ben Okafor");
    expect(await office.ana.types(`/kudos @ben ${"x".repeat(500)}`)).toContain(
      "Sent to Ben Okafor",
    );
  });

  it("is counted without the spaces around it", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos");

    const reply = await ana.fills({
      text: { reason: "  ok   " },
      picked: { to: [await ben.id()] },
    });

    expect(reply).toBe("reason: A little longer, please: at least 3 characters.");
  });

  it("comes back whole where it was too long", async ({ office }) => {
    const { ana } = office;
    const reason = `${"a very long story ".repeat(30)}the end`;
    await ana.types(`/kudos @ben ${reason}`);

    expect(await ana.presses("Fix it")).toContain(`What for?: ${reason}`);
  });

  it("comes back in the form at once where it is too long for a button", async ({ office }) => {
    const form = await office.ana.types(`/kudos @ben ${"x".repeat(2_500)}`);

    expect(form).toContain("That is 2,000 characters too long. 500 fit.");
    expect(form).toContain("x".repeat(2_500));
  });

  it("pings nobody: what people type stays words", async ({ office }) => {
    await office.ana.types("/kudos @ben for <!channel> and everyone");
    await office.settle();

    const [post] = office.chat.posts;
    expect(JSON.stringify(post?.card)).toContain(
      `{"kind":"quoted","words":"for <!channel> and everyone"}`,
    );
  });
});

describe("values", () => {
  it("are read from a #tag, which is taken out of the reason", async ({ office }) => {
    await office.ana.types("/kudos @ben for the spare tubes #Kindness #calm");
    await office.settle();

    expect(office.chat.texts("C_WARD")[0]).toBe(
      "Ana Silva thanks Ben Okafor: “for the spare tubes”\n💛 Kindness · 🧘 Kept us calm\n[Me too]",
    );
  });

  it("are found by their name in the giver's language, too", async ({ office }) => {
    await office.ana.types("/kudos @ben for the spare tubes #CoveredForMe");
    await office.settle();

    expect(office.chat.texts("C_WARD")[0]).toContain("🤝 Covered for me");
  });

  it("bring a sentence that may be sent as it is", async ({ office }) => {
    const { ana, ben } = office;

    expect(await ana.types("/kudos @ben #calm")).toContain("Sent to Ben Okafor");
    await ana.types("/kudos");
    await ana.fills({
      text: { reason: "   " },
      picked: { to: [await ben.id()], values: [await valueId(office, "goodcatch")] },
    });
    await ana.fills({});
    await office.settle();

    const posts = office.chat.texts("C_WARD").map((text) => text.split("\n")[0]);
    expect(posts.toSorted()).toEqual([
      "Ana Silva thanks Ben Okafor: “for a good catch”",
      "Ana Silva thanks Ben Okafor: “for keeping us calm”",
    ]);
  });

  it("leave an unknown tag in the reason, where none is required", async ({ office }) => {
    await office.ana.types("/kudos @ben for the tubes #teamspirit");
    await office.settle();

    expect(office.chat.texts("C_WARD")[0]).toContain("“for the tubes #teamspirit”");
  });

  it("may be required: one is asked for, and an unknown one is told with those there are", async ({
    office,
  }) => {
    const { ana } = office;
    await settles(office, { valueRequired: true });

    expect(await ana.types("/kudos @ben for the tubes")).toBe(
      "Your organization asks for a value with every thanks. Which one fits?\n[Fix it]",
    );
    expect(await ana.types("/kudos @ben for the tubes #teamspirit")).toMatch(
      /^I don't know that value\. Those here are: Right first time, .* and Kept us calm\.\n\[Fix it\]$/,
    );
    expect(await count(office, "recognition")).toBe(0);
    expect(await ana.types("/kudos @ben for the tubes #calm")).toContain("Sent to Ben Okafor");
  });

  it("are the admin's to keep, to add and to require", async ({ office }) => {
    const { lee, ana } = office;
    await lee.types("/rapport setup");
    await lee.presses("Values", {
      on: [{ action: "recognition.values", label: [{ kind: "words", words: "Values" }] }],
    });

    expect(
      await lee.fills({
        text: { fresh: "🚑 Fast hands" },
        picked: { keep: [await valueId(office, "calm")], required: ["yes"] },
      }),
    ).toBe("Saved.");

    expect(await ana.types("/kudos @ben for the tubes #kindness")).toContain(
      "Those here are: Kept us calm and Fast hands.",
    );
    await ana.types("/kudos @ben for the tubes #FastHands");
    await office.settle();
    expect(office.chat.texts("C_WARD")[0]).toContain("🚑 Fast hands");
  });

  it("are never two of one name", async ({ office }) => {
    const { lee } = office;
    const open = {
      action: "recognition.values",
      label: [{ kind: "words", words: "Values" }],
    } as const;
    await lee.presses("Values", { on: [open] });

    expect(await lee.fills({ text: { fresh: "kindness!" } })).toBe(
      "fresh: There is a value of that name already.",
    );
  });
});

describe("points", () => {
  it("are never mentioned while every thanks is worth the same", async ({ office }) => {
    const { ana, chat } = office;

    const reply = await ana.types("/kudos @ben 3 for trying");
    await office.settle();

    expect(reply).not.toMatch(/point/i);
    expect(chat.texts("C_WARD")[0]).toContain("“3 for trying”");
    expect(chat.texts("C_WARD")[0]).not.toMatch(/point/i);
  });

  it("go up to what the organization allows, and cost points times receivers", async ({
    office,
  }) => {
    const { ana } = office;
    await settles(office, { mostPoints: 10, allowance: { amount: 10 } });

    const reply = await ana.types("/kudos @ben @cleo 3 for the calm launch");
    await office.settle();

    expect(reply).toContain("You have 4 points left to give");
    expect(office.chat.texts("C_WARD")[0]).toBe(
      "Ana Silva thanks Ben Okafor and Cleo Martin: “for the calm launch”\n3 points each\n[Me too]",
    );
    expect(await ana.types("/kudos @ben 11 for everything")).toBe(
      "Between 1 and 10 points each.\n[Fix it]",
    );
    expect(await ana.types("/kudos @ben 0 for trying")).toContain("Between 1 and 10 points each.");
    expect(await ana.types("/kudos @ben @dan 3 for lunch")).toBe(
      "Not sent yet: this takes 6 points and you have 4 left until 12:00, Thursday 19 March.\n[Send to all 2 without points] [Choose people]",
    );
  });

  it("are told from a number that belongs to the reason", async ({ office }) => {
    await settles(office, { mostPoints: 10 });
    await office.ana.types("/kudos @ben 24 hours without a break");
    await office.ana.types("/kudos @cleo +2 sorted all the tubes");
    await office.settle();

    expect(office.chat.texts("C_WARD").toSorted()).toEqual([
      "Ana Silva thanks Ben Okafor: “24 hours without a break”\n[Me too]",
      "Ana Silva thanks Cleo Martin: “sorted all the tubes”\n2 points each\n[Me too]",
    ]);
  });
});
