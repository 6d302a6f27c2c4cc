import { describe, expect } from "vitest";

import { typed } from "../../src/privacy/typed.ts";
import { minute } from "../../src/time/instant.ts";
import { it } from "../support/office.ts";
import { count, is, settles, typesWords, unit } from "./stage.ts";

const many = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `@p${from + index}`).join(" ");

describe("whom a thanks is for", () => {
  it("takes 20 people in one thanks, and prints five names and a count", async ({ office }) => {
    await settles(office, { allowance: { per: "off" } });
    for (let n = 1; n <= 21; n += 1) await office.person(`U_P${n}`, { name: `P${n} Lane` });

    const reply = await office.ana.types(`/kudos ${many(1, 20)} for the flu clinic`);
    await office.settle();

    const names = "P1 Lane, P2 Lane, P3 Lane, P4 Lane, P5 Lane and 15 more";
    expect(reply).toContain(`Sent to ${names}, posted`);
    expect(office.chat.texts("C_WARD")[0]).toContain(
      `Ana Silva thanks ${names}: “for the flu clinic”`,
    );
  });

  it("refuses the twenty-first, and opens the form with the first twenty", async ({ office }) => {
    const { ana } = office;
    for (let n = 1; n <= 21; n += 1) await office.person(`U_P${n}`, { name: `P${n} Lane` });

    const reply = await ana.types(`/kudos ${many(1, 21)} for the flu clinic`);
    expect(reply).toBe("That's 21 people; 20 fit in one thanks. Send it in two.\n[Choose people]");

    const form = await ana.presses("Choose people");
    expect(form).toContain("P20 Lane");
    expect(form).not.toContain("P21 Lane");
    expect(form).toContain("for the flu clinic");
    expect(await count(office, "recognition")).toBe(0);
  });

  it("leaves out who left, strangers and bots with a word about why, and thanks the others", async ({
    office,
  }) => {
    await office.person("U_GONE", { name: "Gus Gone", kind: "deactivated" });
    await office.person("U_STRANGER", { name: "Sol Stranger", kind: "stranger" });

    const reply = await office.ana.types("/kudos @gus @sol @bot @ben for the night");

    expect(reply).toContain("Sent to Ben Okafor, posted");
    expect(reply).toContain("Bots carry the thanks but get none, so I left one out.");
    expect(reply).toContain("2 people aren't members here (any more), so I left them out.");
    expect(reply).toContain("4 more people");
  });

  it("thanks nobody when all of them left, and says where people without an account go", async ({
    office,
  }) => {
    await office.person("U_GONE", { name: "Gus Gone", kind: "deactivated" });

    const reply = await office.ana.types("/kudos @gus for everything");

    expect(reply).toContain("Whoever you named isn't a member here (any more).");
    expect(reply).toContain("“Not on the list”");
    expect(await count(office, "recognition")).toBe(0);
  });

  it("expands a user group to its members, without the giver and without a word about it", async ({
    office,
  }) => {
    const reply = await typesWords(office, office.ana, [
      { kind: "group", externalId: "S_LAB", members: ["U_ANA", "U_BEN", "U_CLEO"] },
      { kind: "text", text: typed("for the calm handover") },
    ]);

    expect(reply).toContain("Sent to Ben Okafor and Cleo Martin, posted");
    expect(reply).not.toContain("left you out");
    expect(reply).toContain("3 more people");
  });

  it("counts somebody once who is named and in the group", async ({ office }) => {
    const reply = await typesWords(office, office.ana, [
      { kind: "group", externalId: "S_LAB", members: ["U_BEN", "U_CLEO"] },
      { kind: "text", text: typed("and") },
      { kind: "account", externalId: "U_BEN" },
      { kind: "text", text: typed("for the calm handover") },
    ]);

    expect(reply).toContain("3 more people");
    expect(reply).toContain("Ben Okafor and Cleo Martin");
  });

  it("takes a comma and an “and” between names for what they are", async ({ office }) => {
    await office.ana.types("/kudos @ben, @cleo and @dan, for the calm handover");
    await office.settle();

    expect(office.chat.texts("C_WARD")[0]).toContain(
      "Ana Silva thanks Ben Okafor, Cleo Martin and Dan Ortiz: “for the calm handover”",
    );
  });
});

describe("a name without @", () => {
  it("asks to confirm the one it fits", async ({ office }) => {
    const { ana } = office;

    expect(await ana.types("/kudos Cleo for the tea")).toBe(
      "Is it Cleo Martin?\n[Cleo Martin] [Somebody else]",
    );
    expect(await count(office, "recognition")).toBe(0);
    expect(await ana.presses("Cleo Martin")).toContain("Sent to Cleo Martin");
  });

  it("shows each one's unit where it fits several", async ({ office }) => {
    const ben = await office.person("U_BEN2", { name: "Ben Adler" });
    await is(office, ben, { unit: await unit(office, "4 West") });

    expect(await office.ana.types("/kudos Ben for the tea")).toBe(
      "Which Ben?\n[Ben Adler · 4 West] [Ben Okafor] [Somebody else]",
    );
  });

  it("never offers the giver themself", async ({ office }) => {
    await office.person("U_ANA2", { name: "Ana Bell" });

    expect(await office.ana.types("/kudos Ana for the tea")).toContain("Is it Ana Bell?");
  });

  it("opens the form with the words in it where it fits nobody", async ({ office }) => {
    const form = await office.ana.types("/kudos Marcus Reed for driving through the snow");

    expect(form).toContain("I don't know “Marcus Reed” here. Pick from the list");
    expect(form).toContain("What for?: for driving through the snow");
  });

  it("opens the form with those it knows of several names", async ({ office }) => {
    await office.person("U_BEN2", { name: "Ben Adler" });

    const form = await office.ana.types("/kudos Cleo, Ben and Dan Ortiz for the tea");

    expect(form).toContain("Which Ben?");
    expect(form).toContain("Who helped you?: Cleo Martin, Dan Ortiz");
  });

  it("is looked up beside a mention, too", async ({ office }) => {
    const { ana } = office;

    expect(await ana.types("/kudos @ben and Cleo for the tea")).toContain("Is it Cleo Martin?");
    expect(await ana.presses("Cleo Martin")).toContain("Sent to Ben Okafor and Cleo Martin");
  });
});

describe("somebody not on the list", () => {
  it("is thanked in words only, and the giver gets a card to print or forward", async ({
    office,
  }) => {
    const { ana, chat } = office;
    await ana.types("/kudos");
    await ana.fills({
      text: {
        reason: "for the ice at 3 in the morning",
        outsiders: "Sam, courier, MedEx\nthe porters",
      },
    });
    const reply = await ana.fills({}, { place: { kind: "channel", channel: "C_WARD" } });
    await office.settle();

    expect(reply).toContain("Sent to Sam (courier, MedEx) and the porters, posted in #C_WARD.");
    expect(reply).toContain(
      [
        "A card to forward",
        "Thank you, Sam (courier, MedEx) and the porters: “for the ice at 3 in the morning” Ana Silva",
        "They have no account here. Copy this, or print it and pin it where they'll see it.",
      ].join("\n"),
    );
    expect(reply).toContain("5 more people");
    expect(chat.texts("C_WARD")[0]).toContain(
      "Ana Silva thanks Sam (courier, MedEx) and the porters: “for the ice at 3 in the morning”",
    );
    expect(await count(office, "ledger")).toBe(0);
  });

  it("stands beside those who have an account, who alone cost something", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos");
    await ana.fills({
      text: { reason: "for the ice", outsiders: "Sam, MedEx" },
      picked: { to: [await ben.id()] },
    });

    const reply = await ana.fills({});

    expect(reply).toContain("Sent to Ben Okafor and Sam (MedEx), posted");
    expect(reply).toContain("4 more people");
    await office.passes(3 * minute);
    expect(ben.inbox).toHaveLength(1);
  });
});
