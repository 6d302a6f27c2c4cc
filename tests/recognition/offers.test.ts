import { describe, expect } from "vitest";

import { hour, minute } from "../../src/time/instant.ts";
import { it, type Office } from "../support/office.ts";
import { buttonsIn, buttonsOn, count, holds, is, scores, unit } from "./stage.ts";

/** Ana has thanked Ben and Cleo, and they have heard. */
async function thanked(office: Office): Promise<void> {
  await office.ana.types("/kudos @ben @cleo for the quiet night");
  await office.passes(3 * minute);
}

describe("what a receiver may do with a thanks", () => {
  it("is shown whole under “More”", async ({ office }) => {
    await thanked(office);

    expect(await office.ben.presses("More")).toBe(
      "Ana Silva thanked you: “for the quiet night”\n[Take my name off the post] [Keep my thanks private] [Share with my lead] [Something is wrong with this]",
    );
  });

  it("made their shift: the giver sees it at home, without a ping", async ({ office }) => {
    const { ana, ben } = office;
    await thanked(office);

    expect(await ben.presses("Made my shift")).toBe("Ana Silva sees that at home, without a ping.");
    await office.passes(1 * hour);

    expect(await ana.opensHome()).toContain("It made the shift of Ben Okafor.");
    expect(ana.inbox).toEqual([]);
    expect(ben.inbox).toHaveLength(1);
    expect(ben.inbox[0]).not.toContain("[Made my shift]");
  });

  it("takes their name off the post; the thanks stays theirs", async ({ office }) => {
    const { ben, chat } = office;
    await thanked(office);
    await ben.presses("More");

    expect(await ben.presses("Take my name off the post")).toBe(
      "Your name is off the post. The thanks stays yours.",
    );
    await office.settle();

    expect(chat.texts("C_WARD")).toEqual([
      "Ana Silva thanks Cleo Martin: “for the quiet night”\n[Me too]",
    ]);
    expect(await scores(office)).toBe("Ben Okafor 1, Cleo Martin 1");
    expect(await ben.presses("More")).not.toContain("[Take my name off the post]");
  });

  it("takes the post away when the last name goes", async ({ office }) => {
    const { ben, cleo, chat } = office;
    await thanked(office);
    for (const actor of [ben, cleo]) {
      await actor.presses("More");
      await actor.presses("Take my name off the post");
    }
    await office.settle();

    expect(chat.texts("C_WARD")).toEqual([]);
  });

  it("keeps their thanks private from then on", async ({ office }) => {
    const { ana, ben, chat } = office;
    await thanked(office);
    await ben.presses("More");
    await ben.presses("Keep my thanks private");

    expect(await ana.types("/kudos @ben for the tea")).toContain("Delivered privately to Ben");
    await office.settle();
    expect(chat.texts("C_WARD")).toHaveLength(1);
    expect(await ben.presses("More")).not.toContain("[Keep my thanks private]");
  });

  it("shares it with their lead, who reads it in their Monday note, in their own hours", async ({
    office,
  }) => {
    const { ben, dan } = office;
    const lab = await unit(office, "Core Lab");
    await is(office, ben, { unit: lab });
    await holds(office, dan, "lead", lab);
    await is(office, dan, { pattern: "nights" });
    await thanked(office);
    await ben.presses("More");

    expect(await ben.presses("Share with my lead")).toBe(
      "Shared with Dan Ortiz, in their Monday note.",
    );
    await office.settle();
    expect(dan.inbox).toEqual([]);
    office.itIs("2026-03-23T17:59:00Z");
    await office.settle();
    expect(dan.inbox).toEqual([]);
    office.itIs("2026-03-23T18:00:00Z");
    await office.settle();

    expect(dan.inbox).toHaveLength(1);
    expect(dan.inbox[0]).toContain("Ana Silva thanked Ben Okafor: for the quiet night");
    expect(await ben.presses("More")).not.toContain("[Share with my lead]");
  });

  it("is told where there is no lead to share it with", async ({ office }) => {
    await thanked(office);
    await office.ben.presses("More");

    expect(await office.ben.presses("Share with my lead")).toBe(
      "Nobody is set as lead of your unit yet, so there is nobody to share it with.",
    );
  });

  it("is nothing any more once it was taken back", async ({ office }) => {
    const { ana, ben } = office;
    await thanked(office);
    await ben.presses("More");
    await ana.types("/kudos undo");

    expect(await ben.presses("Take my name off the post")).toBe("That thanks was taken back.");
  });

  it("is nobody else's: a stranger to the thanks can do nothing with it", async ({ office }) => {
    const { ben, dan } = office;
    await thanked(office);
    await ben.presses("More");
    const on = buttonsOn(ben);

    expect(await dan.presses("Take my name off the post", { on })).toBe(
      "That thanks was taken back.",
    );
    expect(await dan.presses("Something is wrong with this", { on })).toBe(
      "That thanks was taken back.",
    );
    await office.settle();
    expect(office.chat.texts("C_WARD")[0]).toContain("Ben Okafor and Cleo Martin");
  });
});

describe("something is wrong with a thanks", () => {
  async function questioned(office: Office): Promise<void> {
    await holds(office, office.dan, "compliance");
    await thanked(office);
    await office.ben.presses("More");
    await office.ben.presses("Something is wrong with this");
    await office.settle();
  }

  it("hides it from everyone, and only compliance hears who said so", async ({ office }) => {
    const { ben, cleo, dan, lee, chat } = office;
    await questioned(office);

    expect(chat.texts("C_WARD")).toEqual([]);
    expect(ben.inbox).toHaveLength(1);
    expect(ben.inbox[0]).toContain(
      "A thanks from Ana Silva is hidden until compliance has looked.",
    );
    expect(ben.inbox[0]).not.toContain("quiet night");
    expect(await ben.types("/kudos mine")).not.toContain("quiet night");
    expect(dan.inbox).toEqual([
      "Ben Okafor says something is wrong with a thanks from Ana Silva. It is hidden until you decide.\n[Look]",
    ]);
    expect(lee.inbox).toEqual([]);
    expect(cleo.inbox).toHaveLength(1);
  });

  it("is told once, however often it is pressed", async ({ office }) => {
    const { ben, dan } = office;
    await holds(office, dan, "compliance");
    await thanked(office);
    await ben.presses("More");
    const on = buttonsOn(ben);
    for (let n = 0; n < 3; n += 1) {
      await ben.presses("Something is wrong with this", { on });
      await office.settle();
    }

    expect(dan.inbox).toHaveLength(1);
    expect(office.chat.calls.filter((call) => call.endsWith("D_U_DAN"))).toHaveLength(1);
  });

  it("stands again when compliance puts it back, without telling anyone twice", async ({
    office,
  }) => {
    const { ben, dan, chat } = office;
    await questioned(office);
    expect(await dan.presses("Look")).toBe(
      "Ana Silva to Ben Okafor and Cleo Martin: “for the quiet night”\n[Put it back] [Take it back]",
    );
    const posted = chat.calls.filter((call) => call === "post D_U_BEN").length;

    expect(await dan.presses("Put it back")).toBe("It stands again.");
    await office.settle();

    expect(chat.texts("C_WARD")).toHaveLength(1);
    expect(ben.inbox[0]).toContain("“for the quiet night”");
    expect(chat.calls.filter((call) => call === "post D_U_BEN")).toHaveLength(posted);
    expect(await dan.presses("Look")).toBe("It stands again.");
  });

  it("is taken back when compliance says so, and nobody reads that the giver did it", async ({
    office,
  }) => {
    const { ben, cleo, dan } = office;
    await questioned(office);
    await dan.presses("Look");
    await dan.presses("Take it back");
    await office.settle();

    expect(await scores(office)).toBe("");
    expect(ben.inbox[0]).toContain("A thanks from Ana Silva, sent at 12:00, was taken back.");
    expect(cleo.inbox[0]).toContain("A thanks from Ana Silva, sent at 12:00, was taken back.");
    expect(await count(office, "audit")).toBeGreaterThan(0);
  });

  it("is compliance's to decide, not an admin's", async ({ office }) => {
    const { dan, lee } = office;
    await questioned(office);
    const on = buttonsIn(office, "D_U_DAN");

    expect(await lee.presses("Look", { on })).toBe("Only compliance can decide this.");
    expect(dan.inbox).toHaveLength(1);
  });

  it("goes to the admins where nobody has that role, if it was public", async ({ office }) => {
    const { ben, lee } = office;
    await thanked(office);
    await ben.presses("More");
    await ben.presses("Something is wrong with this");
    await office.settle();

    expect(lee.inbox[0]).toContain("[Look]");
    expect(await lee.presses("Look")).toContain("“for the quiet night”");
  });

  it("tells admins of a private one only that somebody must be given the role", async ({
    office,
  }) => {
    const { ana, ben, lee } = office;
    await is(office, ben, { prefersPrivate: true });
    await ana.types("/kudos @ben for the quiet night");
    await office.passes(3 * minute);
    await ben.presses("More");
    await ben.presses("Something is wrong with this");
    await office.settle();

    expect(lee.inbox).toEqual([
      "Ben Okafor says something is wrong with a private thanks. It is hidden, and nobody here has the compliance role to look at it.",
    ]);
  });
});
