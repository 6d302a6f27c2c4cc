import { describe, expect } from "vitest";

import { it, member, type Office } from "../support/office.ts";
import { count } from "./stage.ts";

const bed = "for bed 12 and the potassium";
const name = "for the potassium of Marcus Reed";

const auditOf = async (office: Office) => {
  const rows = await office.store.transact((tx) => tx.selectFrom("audit").selectAll().execute());
  return rows.map((row) => [row.act, JSON.parse(row.details)]);
};

describe("a name in everyday words", () => {
  const told = "for the cake. Rosalind Tate waved from the garden";

  it("is a stranger's once the hospital's people are entered, and nobody's before", async ({
    office,
  }) => {
    const { ana } = office;
    expect(await ana.types(`/kudos @ben ${told}`)).toContain("Sent to Ben Okafor");

    await office.learns(...crowd("Quill", "Elizabeth Marsh"));

    expect(await ana.types(`/kudos @ben ${told}`)).toContain("I don't know “Rosalind Tate” here.");
    expect(await ana.types("/kudos @ben for the cake. Liz Marsh waved from the garden")).toContain(
      "Sent to",
    );
  });
});

describe("words without a name", () => {
  const told = "for the notice: D-dimer new cutoffs (age adjusted) went live 11/16, memo 26-88";

  it("are read as a hospital's once its people are entered", async ({ office }) => {
    const { ana } = office;
    expect(await ana.types(`/kudos @ben ${told}`)).toContain("Not sent yet.");

    await office.learns(...crowd("Quill"));

    expect(await ana.types(`/kudos @ben ${told}`)).toContain("Sent to Ben Okafor");
  });
});

/** As many as a small ward, beside the one named. */
const crowd = (family: string, ...named: readonly string[]) =>
  [...named, ..."abcdefghijklmnopqrstuvwxyz".split("").map((one) => `X${one} ${family}`)].map(
    (name, at) => member(`U_CROWD${at}`, name),
  );

describe("words that may be a patient's", () => {
  it("wait in their author's card, which says what was seen and beside what", async ({
    office,
  }) => {
    const { ana, chat } = office;

    expect(await ana.types(`/kudos @ben ${bed}`)).toBe(
      "Not sent yet. “bed 12” next to “potassium” could point to a patient.\n[Change the words] [No patient in it, send] [Cancel]",
    );
    await office.settle();

    expect(await count(office, "recognition")).toBe(0);
    expect(chat.posts).toEqual([]);
  });

  it("are sent as they are by whoever says that no patient is meant", async ({ office }) => {
    const { ana, chat } = office;
    await ana.types(`/kudos @ben ${bed}`);

    expect(await ana.presses("No patient in it, send")).toContain("Sent to Ben Okafor");
    await office.settle();

    expect(chat.texts("C_WARD")[0]).toContain(`“${bed}”`);
  });

  it("are sent where a name nobody here has is a colleague's or a partner's", async ({
    office,
  }) => {
    const { ana } = office;

    expect(await ana.types(`/kudos @ben ${name}`)).toBe(
      "Not sent yet. I don't know “Marcus Reed” here. Is this a patient?\n[Change the words] [A colleague or partner, send] [Cancel]",
    );
    expect(await ana.presses("A colleague or partner, send")).toContain("Sent to Ben Okafor");
  });

  it("can be changed: the form opens with them, and asks again if they still may be", async ({
    office,
  }) => {
    const { ana, ben } = office;
    await ana.types(`/kudos @ben ${bed}`);

    expect(await ana.presses("Change the words")).toContain(`What for?: ${bed}`);
    const to = [await ben.id()];
    const again = await ana.fills({ text: { reason: bed }, picked: { to } });
    expect(again).toContain("reason: Not sent yet. “bed 12” next to “potassium”");

    expect(await ana.fills({ text: { reason: "for the potassium" }, picked: { to } })).toContain(
      "Shall I send this?",
    );
  });

  it("are let go by Cancel, and nothing of them is kept", async ({ office }) => {
    const { ana } = office;
    await ana.types(`/kudos @ben ${bed}`);

    expect(await ana.presses("Cancel")).toBe("Not sent, and nothing was kept.");
    expect(await count(office, "recognition")).toBe(0);
  });

  it("leave rule, length and count in the audit and the log, and no word", async ({ office }) => {
    await office.ana.types(`/kudos @ben ${bed}`);

    const facts = { rule: "bed-or-room", length: bed.length, count: 1 };
    expect(await auditOf(office)).toEqual([["guard.asked", facts]]);
    expect(office.events).toContainEqual({ kind: "asked", ...facts });
    expect(JSON.stringify(office.events)).not.toContain("bed 12");
  });

  it("leave the same where their author overrules the guard, once, and not for looking at them", async ({
    office,
  }) => {
    const { ana, ben } = office;
    const facts = { rule: "bed-or-room", length: bed.length, count: 1 };
    await ana.types(`/kudos @ben ${bed}`);
    await ana.presses("No patient in it, send");
    expect(await auditOf(office)).toEqual([
      ["guard.asked", facts],
      ["guard.overruled", facts],
    ]);

    await ana.types("/kudos");
    const picked = { to: [await ben.id()], noPatient: ["yes"] };
    await ana.fills({ text: { reason: bed }, picked });
    expect(await auditOf(office)).toHaveLength(2);
    expect(await ana.fills({})).toContain("Sent to Ben Okafor");

    expect((await auditOf(office)).slice(2)).toEqual([["guard.overruled", facts]]);
    const rows = await office.store.transact((tx) => tx.selectFrom("audit").selectAll().execute());
    expect(rows.map((row) => row.person_id)).toEqual(Array(3).fill(await ana.id()));
    expect(JSON.stringify(rows)).not.toContain("bed 12");
  });

  it("pass where the name is somebody's here, whole or only the first or the last of it", async ({
    office,
  }) => {
    await office.person("U_MARCUS", { name: "Marcus Reed" });

    for (const somebody of ["Marcus Reed", "Marcus", "Reed"]) {
      const reply = await office.ana.types(`/kudos @ben for the potassium of ${somebody}`);
      expect(reply).toContain("Sent to Ben Okafor");
    }
  });

  it("are still asked about where the first name is one person's and the last another's", async ({
    office,
  }) => {
    await office.person("U_MARCUS", { name: "Marcus Bell" });
    await office.person("U_JOAN", { name: "Joan Reed" });

    expect(await office.ana.types(`/kudos @ben ${name}`)).toContain("I don't know “Marcus Reed”");
  });

  it("pass where the name stands under “Not on the list”", async ({ office }) => {
    const { ana } = office;
    await ana.types("/kudos");

    const reply = await ana.fills({
      text: {
        reason: "for the potassium of Marcus Reed at noon",
        outsiders: "Marcus Reed, courier",
      },
    });

    expect(reply).toContain("Shall I send this?");
  });

  it("never pass with an identifier in them, whatever their author says", async ({ office }) => {
    const { ana } = office;
    await ana.types(`/kudos @ben ${bed}`);
    const card = ana.last.kind === "replace" ? ana.last.card : undefined;
    const buttons =
      card?.blocks.flatMap((one) => (one.kind === "buttons" ? one.buttons : [])) ?? [];
    const forged = buttons.map((one) => ({
      ...one,
      ...(one.value === undefined
        ? {}
        : { value: { ...(one.value as object), why: "for MRN 00482913" } }),
    }));

    const reply = await ana.presses("No patient in it, send", { on: forged });

    expect(reply).toContain("Not sent, not kept: this looks like a patient's record number.");
    expect(await count(office, "recognition")).toBe(0);
  });
});

describe("a form whose words may be a patient's", () => {
  it("stays open with the sentence and a box to tick; ticked, it is sent as it is", async ({
    office,
  }) => {
    const { ana, ben, chat } = office;
    const filled = { text: { reason: bed }, picked: { to: [await ben.id()] } };
    await ana.types("/kudos");

    await ana.fills(filled);
    expect(ana.last).toMatchObject({
      kind: "invalid",
      sure: { box: [{ kind: "words", words: "No patient in it" }] },
    });

    await ana.fills({ ...filled, picked: { ...filled.picked, noPatient: ["yes"] } });
    expect(await ana.fills({})).toContain("Sent to Ben Okafor");
    await office.settle();
    expect(chat.texts("C_WARD")[0]).toContain(`“${bed}”`);
  });

  it("is not passed by the box where an identifier stands in it", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos");

    const reply = await ana.fills({
      text: { reason: `${bed}, MRN 00482913` },
      picked: { to: [await ben.id()], noPatient: ["yes"] },
    });

    expect(reply).toContain(
      "reason: Not sent, not kept: this looks like a patient's record number.",
    );
    expect(ana.last).not.toHaveProperty("sure");
  });

  it("asks about a changed thanks as about a new one", async ({ office }) => {
    const { ana, chat } = office;
    await ana.types("/kudos @ben for the tea");
    await ana.presses("Edit");

    expect(await ana.fills({ text: { reason: bed } })).toContain("reason: Not sent yet.");
    await ana.fills({ text: { reason: bed }, picked: { noPatient: ["yes"] } });
    await office.settle();
    expect(chat.texts("C_WARD").join()).toContain(`“${bed}”`);
  });
});
