import { describe, expect } from "vitest";

import { minute } from "../../src/time/instant.ts";
import { it } from "../support/office.ts";
import { buttonsOn, count, holds, is, meToo, scores, settles, unit, valueId } from "./stage.ts";

const publicList = {
  action: "recognition.publicList",
  label: [{ kind: "words", words: "List" }],
} as const;

describe("taking a thanks back", () => {
  it("works on the confirmation: the post goes, the allowance comes back", async ({ office }) => {
    const { ana, chat } = office;
    await ana.types("/kudos @ben @cleo for the tea");
    await office.settle();

    expect(await ana.presses("Undo")).toBe(
      "Taken back. The post is gone and you can use that thanks again.",
    );
    await office.settle();

    expect(chat.texts("C_WARD")).toEqual([]);
    expect(await ana.types("/kudos @ben for the tea")).toContain("4 more people");
    expect(await scores(office)).toBe("Ben Okafor 1");
  });

  it("works by typing it, for the last one", async ({ office }) => {
    const { ana, chat } = office;
    await ana.types("/kudos @ben for the tea");
    office.itIs("2026-03-18T12:01:00Z");
    await ana.types("/kudos @cleo for the cake");

    expect(await ana.types("/kudos undo")).toContain("Taken back.");
    await office.settle();

    expect(chat.texts("C_WARD")).toHaveLength(1);
    expect(chat.texts("C_WARD")[0]).toContain("for the tea");
  });

  it("works at home, under “Last given”", async ({ office }) => {
    const { ana } = office;
    await ana.types("/kudos @ben for the tea");
    const home = { place: { kind: "home" } } as const;
    expect(await ana.opensHome()).toContain(
      "Last given\nTo Ben Okafor: “for the tea” (Wednesday 18 March)\n[Undo] [Edit]",
    );

    const after = await ana.presses("Undo", home);

    expect(after).toContain("Taken back.");
    expect(after).not.toContain("for the tea");
  });

  it("ends after 15 minutes, in all three places", async ({ office }) => {
    const { ana } = office;
    await ana.types("/kudos @ben for the tea");
    const on = buttonsOn(ana);
    office.itIs("2026-03-18T12:14:59.999Z");
    expect(await ana.opensHome()).toContain("[Undo]");

    office.itIs("2026-03-18T12:15:00Z");
    expect(await ana.opensHome()).not.toContain("[Undo]");
    expect(await ana.types("/kudos undo")).toBe(
      "There is no thanks of the last 15 minutes to take back.",
    );
    expect(await ana.presses("Undo", { on })).toBe(
      "That's too long ago: a thanks can be taken back for 15 minutes. An admin still can.",
    );
    expect(await scores(office)).toBe("Ben Okafor 1");
  });

  it("is the giver's alone", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos @ben for the tea");

    expect(await ben.presses("Undo", { on: buttonsOn(ana) })).toBe(
      "Only whoever gave it can change it.",
    );
  });

  it("takes the “Me too”s with it, and returns what they cost", async ({ office }) => {
    const { ana, dan } = office;
    await ana.types("/kudos @ben @cleo for the tea");
    await office.settle();
    await meToo(office, dan);
    expect(await scores(office)).toBe("Ben Okafor 2, Cleo Martin 2");

    await ana.types("/kudos undo");

    expect(await scores(office)).toBe("");
    expect(await scores(office, "givers")).toBe("");
    expect(await dan.types("/kudos @lee for the cake")).toContain("4 more people");
  });

  it("deletes nothing from the ledger: a row reverses each", async ({ office }) => {
    await office.ana.types("/kudos @ben @cleo for the tea");
    await office.ana.types("/kudos undo");

    expect(await count(office, "ledger")).toBe(4);
    const sum = await office.store.transact((tx) =>
      tx
        .selectFrom("ledger")
        .select((eb) => [
          eb.fn.sum<number>("thanks").as("thanks"),
          eb.fn.sum<number>("cost").as("cost"),
          eb.fn.sum<number>("points").as("points"),
        ])
        .executeTakeFirstOrThrow(),
    );
    expect(sum).toEqual({ thanks: 0, cost: 0, points: 0 });
  });

  it("returns the allowance of the hour it was given, not of the hour it was taken back", async ({
    office,
  }) => {
    const { ana } = office;
    await ana.types("/kudos @ben @cleo for the tea");
    office.itIs("2026-03-18T12:10:00Z");
    await ana.types("/kudos @dan for the cake");
    await ana.types("/kudos mine");
    office.itIs("2026-03-18T12:12:00Z");

    await ana.types("/kudos undo");
    expect(await ana.types("/kudos mine")).toContain(
      "You can thank 3 more people now; the next 2 come back at 12:00, Thursday 19 March.",
    );
    await ana.types("/kudos undo");
    expect(await ana.types("/kudos mine")).toContain("You can thank 5 more people now.");
  });

  it("falls in the week it was given in, also when that is over", async ({ office }) => {
    const { ana } = office;
    office.itIs("2026-03-22T23:55:00Z"); // Sunday
    await ana.types("/kudos @ben for the tea");
    office.itIs("2026-03-23T00:05:00Z");
    await ana.types("/kudos undo");

    const sums = await office.store.transact((tx) =>
      tx.selectFrom("score").select("bucket").where("points", "!=", 0).execute(),
    );
    expect(sums).toEqual([]);
  });

  it("makes the next thanks between two units the first one again", async ({ office }) => {
    const { ana, ben, chat } = office;
    await is(office, ana, { unit: await unit(office, "Core Lab") });
    await is(office, ben, { unit: await unit(office, "4 West") });
    await ana.types("/kudos @ben for the tea");
    await ana.types("/kudos undo");

    await ana.types("/kudos @ben for the cake");
    await office.settle();

    expect(chat.texts("C_WARD")[0]).toContain("First thanks from Core Lab to 4 West.");
  });
});

describe("an admin who takes a thanks back", () => {
  it("may at any time, says why, and the giver reads it", async ({ office }) => {
    const { ana, ben, cleo, lee, chat } = office;
    await holds(office, cleo, "admin");
    await ana.types("/kudos @ben for the tea");
    await office.passes(10 * minute);
    office.itIs("2026-03-25T10:00:00Z");
    const list = await lee.presses("List", { on: [publicList] });
    expect(list).toContain("Ana Silva to Ben Okafor: “for the tea”\n[Take back]");

    await lee.presses("Take back");
    expect(await lee.fills({ text: { why: "no" } })).toContain("at least 3 characters");
    await lee.presses("List", { on: [publicList] });
    await lee.presses("Take back");
    expect(await lee.fills({ text: { why: "It named the wrong team." } })).toBe(
      "Taken back. The post is gone, and the allowance is returned.",
    );
    await office.settle();

    expect(chat.texts("C_WARD")).toEqual([]);
    expect(await scores(office)).toBe("");
    expect(ana.inbox[0]).toContain(
      "Lee Wong took back your thanks to Ben Okafor, sent at 12:00, Wednesday 18 March: “It named the wrong team.” Your allowance is returned.",
    );
    expect(ben.inbox[0]).toContain("A thanks from Ana Silva, sent at 12:00, was taken back.");
    expect(cleo.inbox).toEqual([]);
  });

  it("is an admin", async ({ office }) => {
    await office.cleo.types("/kudos @ben for the tea");

    expect(await office.ana.presses("List", { on: [publicList] })).toContain(
      "Setup is for admins.",
    );
  });

  it("puts no patient into the reason", async ({ office }) => {
    const { ana, lee } = office;
    await ana.types("/kudos @ben for the tea");
    await lee.presses("List", { on: [publicList] });
    await lee.presses("Take back");

    expect(await lee.fills({ text: { why: "It named MRN 00482913." } })).toContain(
      "why: Not saved, not kept: this looks like a patient's record number.",
    );
    expect(await scores(office)).toBe("Ben Okafor 1");
  });
});

describe("changing a thanks", () => {
  it("changes the reason and the values, in the post and in what was told", async ({ office }) => {
    const { ana, ben, chat } = office;
    await ana.types("/kudos @ben for the tea #calm");
    await office.passes(3 * minute);

    expect(await ana.presses("Edit")).toContain("What for?: for the tea");
    expect(
      await ana.fills({
        text: { reason: "for the tea and the cake" },
        picked: { values: [await valueId(office, "kindness")] },
      }),
    ).toBe("Changed, and the post with it.");
    await office.settle();

    expect(chat.texts("C_WARD")).toEqual([
      "Ana Silva thanks Ben Okafor: “for the tea and the cake”\n💛 Kindness · edited\n[Me too]",
    ]);
    expect(ben.inbox).toHaveLength(1);
    expect(ben.inbox[0]).toContain("“for the tea and the cake”\n💛 Kindness");
  });

  it("costs nothing and moves nothing on the boards", async ({ office }) => {
    const { ana } = office;
    await ana.types("/kudos @ben for the tea");
    await ana.presses("Edit");
    await ana.fills({ text: { reason: "for the cake" } });

    expect(await scores(office)).toBe("Ben Okafor 1");
    expect(await ana.types("/kudos mine")).toContain("4 more people");
  });

  it("ends after 15 minutes, also for a form that was open before", async ({ office }) => {
    const { ana } = office;
    await ana.types("/kudos @ben for the tea");
    const on = buttonsOn(ana);
    await ana.presses("Edit");
    office.itIs("2026-03-18T12:15:00Z");

    const late = "That's too long ago: a thanks can be changed for 15 minutes.";
    expect(await ana.fills({ text: { reason: "for the cake" } })).toBe(late);
    expect(await ana.presses("Edit", { on })).toBe(late);
  });

  it("asks for a value where one is required", async ({ office }) => {
    const { ana } = office;
    await settles(office, { valueRequired: true });
    await ana.types("/kudos @ben for the tea #calm");
    await ana.presses("Edit");

    expect(await ana.fills({ text: { reason: "for the cake" } })).toContain(
      "values: Your organization asks for a value",
    );
  });

  it("is over once it was taken back", async ({ office }) => {
    const { ana } = office;
    await ana.types("/kudos @ben for the tea");
    const on = buttonsOn(ana);
    await ana.types("/kudos undo");

    expect(await ana.presses("Edit", { on })).toBe("It is taken back already.");
  });
});
