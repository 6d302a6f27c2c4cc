import { describe, expect } from "vitest";

import { it } from "../support/office.ts";
import { count } from "./stage.ts";

const record = "MRN 00482913";

describe("words that look like a patient's", () => {
  it("come back to their author masked, and nothing of them is kept", async ({ office }) => {
    const { ana } = office;

    expect(await ana.types(`/kudos @ben for catching the potassium, ${record}`)).toBe(
      "Not sent, not kept: this looks like a patient's record number. The thanks works without it: “for catching the potassium, MRN ••••”\n[Fix it]",
    );
    expect(await count(office, "recognition")).toBe(0);

    const form = await ana.presses("Fix it");
    expect(form).toContain("Who helped you?: Ben Okafor");
    expect(form).toContain("What for?: for catching the potassium, MRN ••••");
    expect(form).not.toContain("00482913");
  });

  it("are noted in the audit by the rule and the length alone", async ({ office }) => {
    await office.ana.types(`/kudos @ben for catching ${record}`);
    const rows = await office.store.transact((tx) => tx.selectFrom("audit").selectAll().execute());

    expect(rows.map((row) => [row.act, JSON.parse(row.details)])).toEqual([
      ["guard.refused", { rule: "medical-record-number", length: 25, count: 1 }],
    ]);
    expect(JSON.stringify(office.events)).not.toContain("00482913");
  });

  it("stay in the form's field, with the sentence under it", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos");

    const reply = await ana.fills({
      text: { reason: `for catching ${record}` },
      picked: { to: [await ben.id()] },
    });

    expect(ana.last.kind).toBe("invalid");
    expect(reply).toContain(
      "reason: Not sent, not kept: this looks like a patient's record number.",
    );
    expect(await count(office, "recognition")).toBe(0);
  });

  it("are judged before anybody is looked up by name", async ({ office }) => {
    const { ana } = office;

    const reply = await ana.types(`/kudos Ben for catching ${record}`);

    expect(reply).toContain("Not sent, not kept");
    expect(JSON.stringify(ana.last)).not.toContain("00482913");
    expect(await ana.presses("Fix it")).toContain("Who helped you?: Ben Okafor");
  });

  it("are not taken by a change of the thanks either", async ({ office }) => {
    const { ana, chat } = office;
    await ana.types("/kudos @ben for the tea");
    await ana.presses("Edit");

    expect(await ana.fills({ text: { reason: `for ${record}` } })).toContain(
      "reason: Not sent, not kept",
    );
    await office.settle();
    expect(chat.texts("C_WARD")[0]).toContain("“for the tea”");
  });

  it("are not taken under “Not on the list”, neither as a name nor as a place", async ({
    office,
  }) => {
    const { ana } = office;
    for (const outsiders of [`Sam ${record}`, `Sam, ward 4 ${record}`]) {
      await ana.types("/kudos");
      const reply = await ana.fills({ text: { reason: "for the ice", outsiders } });
      expect(reply).toBe(
        "outsiders: Not sent, not kept: this looks like a patient's record number. The thanks works without it.",
      );
    }
    expect(await count(office, "recognition")).toBe(0);
  });

  it("are not taken as the name of a value", async ({ office }) => {
    const { lee, ana } = office;
    const open = {
      action: "recognition.values",
      label: [{ kind: "words", words: "Values" }],
    } as const;
    await lee.presses("Values", { on: [open] });

    expect(await lee.fills({ text: { fresh: `Team ${record}` } })).toContain(
      "fresh: Not saved, not kept: this looks like a patient's record number.",
    );
    expect(await ana.types("/kudos")).not.toContain("00482913");
  });

  it("stop “Send without points”, too: a draft is judged anew whenever it comes back", async ({
    office,
  }) => {
    const { ana, ben } = office;
    const draft = {
      to: [await ben.id()],
      out: null,
      why: `for ${record}`,
      val: [],
      pts: 1,
      own: false,
      link: null,
      ch: "C_WARD",
    };
    const forged = {
      action: "recognition.sendWithout",
      label: [{ kind: "words", words: "Send" }],
      value: draft,
    } as const;

    expect(await ana.presses("Send", { on: [forged] })).toContain("Not sent, not kept");
    expect(await count(office, "recognition")).toBe(0);
  });
});
