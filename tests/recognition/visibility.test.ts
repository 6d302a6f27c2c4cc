import { describe, expect } from "vitest";

import { minute } from "../../src/time/instant.ts";
import { it } from "../support/office.ts";
import { choosesChannel, count, is, scores, unit } from "./stage.ts";

const publicList = {
  action: "recognition.publicList",
  label: [{ kind: "words", words: "List" }],
} as const;

describe("a private thanks", () => {
  it("reaches only whom it is for: no post, no board, not even the admin's list", async ({
    office,
  }) => {
    const { ana, ben, lee, chat } = office;
    await choosesChannel(office);
    await ana.types("/kudos");
    const preview = await ana.fills({
      text: { reason: "for staying with me" },
      picked: { to: [await ben.id()], visibility: ["private"] },
    });
    const reply = await ana.fills({});
    await office.passes(3 * minute);

    expect(preview).toContain("Not posted; whoever you thank hears it from me.");
    expect(reply).toContain("Delivered privately to Ben Okafor. Nothing was posted.");
    expect(chat.texts("C_KUDOS")).toEqual([]);
    expect(ben.inbox[0]).toContain("Ana Silva thanked you: “for staying with me”");
    expect(await scores(office)).toBe("");
    expect(await scores(office, "givers")).toBe("");
    expect(await lee.presses("List", { on: [publicList] })).toBe(
      "No public thanks in the last 90 days.",
    );
    expect(await ben.types("/kudos mine")).toContain("Ana Silva: “for staying with me”");
  });

  it("is taken back with a word that knows nothing of a post", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos");
    await ana.fills({
      text: { reason: "for staying with me" },
      picked: { to: [await ben.id()], visibility: ["private"] },
    });
    await ana.fills({});

    expect(await ana.presses("Undo")).toBe("Taken back. You can use that thanks again.");
  });
});

describe("a receiver who prefers private", () => {
  it("is thanked alone: nothing is posted, and the giver reads so", async ({ office }) => {
    const { ana, ben, lee, chat } = office;
    await is(office, ben, { prefersPrivate: true });

    const reply = await ana.types("/kudos @ben for the quiet night");
    await office.passes(3 * minute);

    expect(reply).toContain("Delivered privately to Ben Okafor. Nothing was posted.");
    expect(chat.texts("C_WARD")).toEqual([]);
    expect(ben.inbox).toHaveLength(1);
    expect(await scores(office)).toBe("");
    expect(await lee.presses("List", { on: [publicList] })).toBe(
      "No public thanks in the last 90 days.",
    );
    expect(await ana.presses("Undo")).toBe("Taken back. You can use that thanks again.");
  });

  it("is left out of the post of a thanks to several; the giver reads only: one privately", async ({
    office,
  }) => {
    const { ana, ben, chat } = office;
    await is(office, ben, { prefersPrivate: true });

    const reply = await ana.types("/kudos @ben @cleo for the quiet night");
    await office.passes(3 * minute);

    expect(reply).toContain("One of them gets it privately.");
    expect(chat.texts("C_WARD")).toEqual([
      "Ana Silva thanks Cleo Martin: “for the quiet night”\n[Me too]",
    ]);
    expect(await scores(office)).toBe("Cleo Martin 1");
    expect(ben.inbox).toHaveLength(1);
  });

  it("is not told from the others by the preview either", async ({ office }) => {
    const { ana, ben, cleo } = office;
    await is(office, ben, { prefersPrivate: true });
    await ana.types("/kudos");

    const preview = await ana.fills({
      text: { reason: "for the quiet night" },
      picked: { to: [await ben.id(), await cleo.id()] },
    });

    expect(preview).toContain("Ana Silva thanks Ben Okafor and Cleo Martin");
    expect(preview).toContain("One of them gets it privately.");
  });

  it("is out of an admin's reach: such a thanks can't be taken back by them", async ({
    office,
  }) => {
    const { ana, ben, lee } = office;
    await is(office, ben, { prefersPrivate: true });
    await ana.types("/kudos @ben for the quiet night");
    const row = await office.store.transact((tx) =>
      tx.selectFrom("recognition").select("recognition_id").executeTakeFirstOrThrow(),
    );
    const takeBack = {
      action: "recognition.takeBack",
      label: [{ kind: "words", words: "Take" }],
      value: { recognition: row.recognition_id },
    } as const;
    await lee.presses("Take", { on: [takeBack] });

    expect(await lee.fills({ text: { why: "curious" } })).toBe("That thanks was taken back.");
    expect(await count(office, "ledger")).toBe(1);
  });

  it("is not among what an admin posts later", async ({ office }) => {
    const { ana, ben, lee } = office;
    const place = { kind: "direct" } as const;
    await is(office, ben, { prefersPrivate: true });
    await ana.types("/kudos @ben for the quiet night", { place });
    await ana.types("/kudos @cleo for the loud one", { place });
    const choose = {
      action: "recognition.channel",
      label: [{ kind: "words", words: "Choose" }],
    } as const;
    await lee.presses("Choose", { on: [choose] });
    await lee.fills({ picked: { channel: ["C_KUDOS"] } });

    expect(await lee.presses("Post the last 7 days")).toBe("One thanks is on its way.");
    await office.settle();
    expect(office.chat.texts("C_KUDOS")).toHaveLength(1);
  });
});

describe("the post", () => {
  it("tells units, once for those who share one, and the first thanks between two", async ({
    office,
  }) => {
    const { ana, ben, cleo, chat } = office;
    const lab = await unit(office, "Core Lab");
    const west = await unit(office, "4 West");
    await is(office, ana, { unit: lab });
    for (const actor of [ben, cleo]) await is(office, actor, { unit: west });

    await ana.types("/kudos @ben @cleo @dan for the calm handover at 07:00");
    await office.settle();
    office.itIs("2026-03-18T12:05:00Z");
    await ana.types("/kudos @cleo for the second one");
    await office.settle();

    expect(chat.texts("C_WARD").map((text) => text.replace("\n[Me too]", ""))).toEqual([
      "Ana Silva (Core Lab) thanks Ben Okafor, Cleo Martin (4 West) and Dan Ortiz: “for the calm handover at 07:00”\nFirst thanks from Core Lab to 4 West.",
      "Ana Silva (Core Lab) thanks Cleo Martin (4 West): “for the second one”",
    ]);
  });

  it("prints names without pinging anybody", async ({ office }) => {
    await office.ana.types("/kudos @ben for the tea");
    await office.settle();

    const [post] = office.chat.posts;
    expect(JSON.stringify(post?.card)).not.toContain("mention");
    expect(post?.card.summary).toBeDefined();
  });
});
