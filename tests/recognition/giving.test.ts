import { describe, expect } from "vitest";

import { minute } from "../../src/time/instant.ts";
import { it } from "../support/office.ts";

describe("giving thanks in one line", () => {
  it("posts it where it was typed, while no kudos channel is chosen", async ({ office }) => {
    const { ana, chat } = office;

    const reply = await ana.types("/kudos @ben for the calm handover");
    await office.settle();

    expect(reply).toBe(
      "Sent to Ben Okafor, posted in #C_WARD. You can thank 4 more people now; the next one comes back at 12:00, Thursday 19 March.\n[Undo] [Edit]",
    );
    expect(chat.texts("C_WARD")).toEqual([
      "Ana Silva thanks Ben Okafor: “for the calm handover”\n[Me too]",
    ]);
  });

  it("tells the receiver two minutes later, once, with who Rapport is", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos @ben for the calm handover");

    await office.passes(1 * minute);
    expect(ben.inbox).toEqual([]);

    await office.passes(2 * minute);
    expect(ben.inbox).toHaveLength(1);
    expect(ben.inbox[0]).toContain("Ana Silva thanked you: “for the calm handover”");
    expect(ben.inbox[0]).toContain("When do you mostly work?");
  });

  it("spends the allowance once for each receiver, and counts somebody named twice once", async ({
    office,
  }) => {
    const reply = await office.ana.types("/kudos @ben @cleo @ben for both halves");

    expect(reply).toContain("Sent to Ben Okafor and Cleo Martin");
    expect(reply).toContain("3 more people");
  });

  it("answers the same delivery as the first time, and posts it once", async ({ office }) => {
    const { ana, chat } = office;
    const first = await ana.types("/kudos @ben for the launch", { delivery: "trigger 1" });
    const again = await ana.types("/kudos @ben for the launch", { delivery: "trigger 1" });
    await office.settle();

    expect(again).toBe(first);
    expect(chat.texts("C_WARD")).toHaveLength(1);
  });

  it("leaves out the giver and bots with a word about why, and thanks the others", async ({
    office,
  }) => {
    const reply = await office.ana.types("/kudos @ana @bot @ben for the calm launch");

    expect(reply).toContain("Sent to Ben Okafor");
    expect(reply).toContain("Thanks are for others, so I left you out.");
    expect(reply).toContain("Bots carry the thanks");
  });

  it.for([
    { typed: "/kudos for what?", says: "Who is it for?", way: "[Choose people]" },
    { typed: "/kudos @ana for me", says: "Thanks are for others", way: "[Choose people]" },
    { typed: "/kudos @bot for you", says: "I only carry the thanks", way: "[Choose people]" },
    { typed: "/kudos @ben", says: "Say what it is for", way: "[Fix it]" },
    { typed: "/kudos @ben for", says: "Say what it is for", way: "[Fix it]" },
    { typed: "/kudos @ben ok", says: "A little longer", way: "[Fix it]" },
    { typed: `/kudos @ben ${"x".repeat(501)}`, says: "1 character too long", way: "[Fix it]" },
  ])(
    "answers “$typed” with “$says”, and keeps nothing",
    async ({ typed, says, way }, { office }) => {
      const { ana, chat } = office;

      const reply = await ana.types(typed);
      await office.passes(5 * minute);

      expect(reply).toContain(says);
      expect(reply).toContain(way);
      expect(chat.posts).toEqual([]);
      expect(await ana.types("/kudos mine")).toContain("You thanked nobody yet");
    },
  );

  it("opens the form for /kudos alone, and help for /kudos help", async ({ office }) => {
    expect(await office.ana.types("/kudos")).toContain("= Thank someone =");
    expect(await office.ana.types("/kudos help")).toContain("/kudos @ben for the calm handover");
  });

  it("asks which one when a name without @ fits several, with their unit", async ({ office }) => {
    await office.person("U_BEN2", { name: "Ben Adler" });

    const reply = await office.ana.types("/kudos Ben for the calm handover");

    expect(reply).toBe("Which Ben?\n[Ben Adler] [Ben Okafor] [Somebody else]");
    expect(await office.ana.presses("Ben Okafor")).toContain("Sent to Ben Okafor");
  });

  it("fixes a refusal in the form with the words already there", async ({ office }) => {
    const { ana } = office;
    await ana.types("/kudos for keeping us calm");

    expect(await ana.presses("Choose people")).toContain("What for?: for keeping us calm");

    const ben = await office.ben.id();
    const preview = await ana.fills({
      text: { reason: "for keeping us calm" },
      picked: { to: [ben] },
    });
    expect(preview).toContain("Ana Silva thanks Ben Okafor: “for keeping us calm”");
    expect(preview).toContain("Takes 1 of the 5 you can give now.");
    expect(await ana.fills({})).toContain("Sent to Ben Okafor");
  });

  it("offers to send without points what the allowance can't pay for", async ({ office }) => {
    const { ana, chat } = office;
    await ana.types("/kudos @ben @cleo @dan @lee for the first half");

    const reply = await ana.types("/kudos @ben @cleo for the second half");
    expect(reply).toBe(
      "Not sent yet: this is for 2 people and you have 1 left until 12:00, Thursday 19 March.\n[Send to all 2 without points] [Choose people]",
    );

    const sent = await ana.presses("Send to all 2 without points");
    await office.settle();
    expect(sent).toContain("It took nothing from your allowance and counts on no board.");
    expect(sent).toContain("1 more person");
    expect(chat.texts("C_WARD")).toHaveLength(2);
  });
});
