import { describe, expect } from "vitest";

import type { Inbound } from "../../src/chat/inbound.ts";
import { it } from "../support/office.ts";
import { buttonsIn, buttonsOn, count, meToo, scores, settles } from "./stage.ts";

describe("thanking the same person again and again", () => {
  it("counts three in 7 days toward the boards, and says nothing of it", async ({ office }) => {
    const { ana, chat } = office;
    const replies: string[] = [];
    for (let n = 0; n < 5; n += 1) replies.push(await ana.types("/kudos @ben for the tea"));
    await office.settle();

    expect(await scores(office)).toBe("Ben Okafor 3");
    expect(await scores(office, "givers")).toBe("Ana Silva 3");
    expect(chat.texts("C_WARD")).toHaveLength(5);
    expect(replies.every((reply) => reply.startsWith("Sent to Ben Okafor, posted"))).toBe(true);
    expect(await ana.types("/kudos mine")).toContain("You thanked people 5 times");
  });

  it("does not count the fourth later, when one of the three is taken back", async ({ office }) => {
    const { ana } = office;
    for (let n = 0; n < 3; n += 1) await ana.types("/kudos @ben for the tea");
    const undo = { on: buttonsOn(ana) };
    office.itIs("2026-03-18T12:01:00Z");
    await ana.types("/kudos @ben for the fourth tea");

    await ana.presses("Undo", undo);

    expect(await scores(office)).toBe("Ben Okafor 2");
    // What is free again is free for the next one.
    await ana.types("/kudos @ben for the fifth tea");
    expect(await scores(office)).toBe("Ben Okafor 3");
  });

  it("counts again when the first is 7 days old, to the millisecond", async ({ office }) => {
    const { ana } = office;
    office.itIs("2026-03-18T12:00:00.250Z");
    for (let n = 0; n < 3; n += 1) await ana.types("/kudos @ben for the tea");

    office.itIs("2026-03-25T12:00:00.249Z");
    await ana.types("/kudos @ben for the tea");
    expect(await scores(office)).toBe("Ben Okafor 3");

    office.itIs("2026-03-25T12:00:00.250Z");
    await ana.types("/kudos @ben for the tea");
    expect(await scores(office)).toBe("Ben Okafor 4");
  });

  it("counts “Me too” among the three", async ({ office }) => {
    const { ana, cleo } = office;
    for (let n = 0; n < 3; n += 1) await ana.types("/kudos @ben for the tea");
    await office.settle();
    await cleo.types("/kudos @ben for the cake");
    await office.settle();
    const on = buttonsIn(office, "C_WARD").slice(-1);

    expect(await ana.presses("Me too", { on })).toContain("You're with it, too.");

    expect(await scores(office)).toBe("Ben Okafor 4");
  });
});

describe("the same delivery twice", () => {
  it("gives once from the form, and answers as the first time", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos");
    await ana.fills({ text: { reason: "for the tea" }, picked: { to: [await ben.id()] } });
    const form = ana.last;

    if (form.kind !== "form") throw new Error("No preview stood open");
    const sent: Inbound = {
      kind: "form",
      form: form.form.form,
      state: form.form.state ?? null,
      filled: { text: {}, picked: {} },
      platform: "slack",
      workspace: office.workspaceExternal,
      account: "U_ANA",
      delivery: "view 1",
      place: { kind: "channel", channel: "C_WARD" },
      learnt: [],
    };

    const first = await office.handle(sent);
    const again = await office.handle(sent);

    expect(JSON.stringify(first)).toContain("Sent to ");
    expect(again).toEqual(first);
    expect(await count(office, "recognition")).toBe(1);
  });

  it("takes back once, and answers as the first time", async ({ office }) => {
    const { ana } = office;
    await ana.types("/kudos @ben for the tea");
    const on = buttonsOn(ana);

    const first = await ana.presses("Undo", { on, delivery: "press 1" });
    const again = await ana.presses("Undo", { on, delivery: "press 1" });
    const anew = await ana.presses("Undo", { on, delivery: "press 2" });

    expect(first).toBe("Taken back. The post is gone and you can use that thanks again.");
    expect(again).toBe(first);
    expect(anew).toBe("It is taken back already.");
    expect(await count(office, "ledger")).toBe(2);
  });

  it("seconds once, and answers as the first time", async ({ office }) => {
    const { ana, cleo } = office;
    await ana.types("/kudos @ben for the tea");
    await office.settle();
    const on = buttonsIn(office, "C_WARD");

    const first = await cleo.presses("Me too", { on, delivery: "press 1" });
    const again = await cleo.presses("Me too", { on, delivery: "press 1" });

    expect(first).toContain("You're with it, too. You can thank 4 more people now");
    expect(again).toBe(first);
    expect(await count(office, "second")).toBe(1);
  });

  it("answers the same a day later, whatever was given, taken back or settled since", async ({
    office,
  }) => {
    const { ana } = office;
    await ana.types("/kudos @cleo for the cake");
    office.itIs("2026-03-18T13:00:00Z");
    const first = await ana.types("/kudos @ben for the tea", { delivery: "trigger 1" });
    await ana.types("/kudos @dan for the milk");
    await settles(office, { allowance: { amount: 9 } });
    office.itIs("2026-03-20T08:00:00Z");

    expect(await ana.types("/kudos @ben for the tea", { delivery: "trigger 1" })).toBe(first);
  });

  it("is judged anew after a refusal, of which nothing was kept", async ({ office }) => {
    const { ana } = office;
    await settles(office, { allowance: { amount: 1 } });
    await ana.types("/kudos @cleo for the cake");

    expect(await ana.types("/kudos @ben for the tea", { delivery: "trigger 1" })).toContain(
      "Not sent yet",
    );
    await settles(office, { allowance: { amount: 2 } });
    expect(await ana.types("/kudos @ben for the tea", { delivery: "trigger 1" })).toContain(
      "Sent to Ben Okafor",
    );
  });
});

describe("“Me too”", () => {
  it("adds the name, and costs one for each person named", async ({ office }) => {
    const { ana, dan, chat } = office;
    await ana.types("/kudos @ben @cleo for the calm handover");
    await office.settle();

    expect(await meToo(office, dan)).toBe(
      "You're with it, too. You can thank 3 more people now; the next 2 come back at 12:00, Thursday 19 March.",
    );
    await office.settle();

    expect(chat.texts("C_WARD")).toEqual([
      "Ana Silva thanks Ben Okafor and Cleo Martin: “for the calm handover”\nMe too: Dan Ortiz\n[Me too]",
    ]);
    expect(await scores(office)).toBe("Ben Okafor 2, Cleo Martin 2");
    expect(await scores(office, "givers")).toBe("Ana Silva 2, Dan Ortiz 2");
  });

  it("adds the name only, when the allowance can't pay for everyone named", async ({ office }) => {
    const { ana, dan } = office;
    await ana.types("/kudos @ben @cleo for the calm handover");
    await office.settle();
    await settles(office, { allowance: { amount: 1 } });

    expect(await meToo(office, dan)).toBe(
      "You're with it, too. Your allowance is spent, so your name stands there and nothing more. You can thank 1 more person now.",
    );
    await office.settle();

    expect(office.chat.texts("C_WARD")[0]).toContain("Me too: Dan Ortiz");
    expect(await scores(office)).toBe("Ben Okafor 1, Cleo Martin 1");
  });

  it("says nothing of an allowance where a thanks names only people not on the list", async ({
    office,
  }) => {
    const { ana, dan } = office;
    await ana.types("/kudos");
    await ana.fills({ text: { reason: "for the ice", outsiders: "Sam" } });
    await ana.fills({});
    await office.settle();

    expect(await meToo(office, dan)).toBe("You're with it, too. You can thank 5 more people now.");
  });

  it("is refused to the giver, to the thanked, and the second time", async ({ office }) => {
    const { ana, ben, dan } = office;
    await ana.types("/kudos @ben for the tea");
    await office.settle();

    expect(await meToo(office, ana)).toBe("It's your own thanks already.");
    expect(await meToo(office, ben)).toBe("This thanks is for you. Enjoy it.");
    await meToo(office, dan);
    expect(await meToo(office, dan)).toBe("You're with it already.");
    expect(await scores(office)).toBe("Ben Okafor 2");
  });

  it("comes too late when the thanks was taken back", async ({ office }) => {
    const { ana, dan } = office;
    await ana.types("/kudos @ben for the tea");
    await office.settle();
    const on = buttonsIn(office, "C_WARD");
    await ana.types("/kudos undo");

    expect(await dan.presses("Me too", { on })).toBe("That thanks was taken back.");
  });

  it("credits nobody who prefers private", async ({ office }) => {
    const { ana, cleo, dan } = office;
    await cleo.opensHome();
    await cleo.presses("Keep", { on: [keepPrivate] });
    await ana.types("/kudos @ben @cleo for the tea");
    await office.settle();

    expect(await meToo(office, dan)).toContain("4 more people");
    expect(await scores(office)).toBe("Ben Okafor 2");
  });
});

const keepPrivate = {
  action: "people.private",
  label: [{ kind: "words", words: "Keep" }],
  value: true,
} as const;
