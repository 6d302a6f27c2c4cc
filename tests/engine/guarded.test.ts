import { describe, expect } from "vitest";

import { listAudit } from "../../src/privacy/queries.ts";
import { it } from "../support/office.ts";

const secret = "for catching Mr John Doe's potassium, MRN 00482913";

describe("words that look like a patient's", () => {
  it("go back to their author masked, with a way to fix them, and are kept nowhere", async ({
    office,
  }) => {
    const { ana, chat } = office;

    const reply = await ana.types(`/kudos @ben ${secret}`);
    await office.settle();

    expect(reply).toContain("Not sent, not kept: this looks like a patient's record number.");
    expect(reply).toContain("MRN ••••");
    expect(reply).not.toContain("00482913");
    expect(await ana.presses("Fix it")).toContain(
      "What for?: for catching Mr John Doe's potassium, MRN ••••",
    );
    expect(chat.posts).toEqual([]);
    expect(JSON.stringify(office.events)).not.toContain("00482913");
  });

  it("leave the rule and their length in the audit, and no word", async ({ office }) => {
    await office.ana.types(`/kudos @ben ${secret}`);

    const rows = await office.store.transact((tx) => listAudit(tx, office.organization, null, 10));
    expect(rows).toMatchObject([
      { act: "guard.refused", details: { rule: "medical-record-number", length: secret.length } },
    ]);
    expect(office.events).toContainEqual({
      kind: "guarded",
      rule: "medical-record-number",
      length: secret.length,
      count: 1,
    });
  });

  it("pass when they name a colleague: Dr. Alice Smith stayed late", async ({ office }) => {
    const reply = await office.ana.types(
      "/kudos @ben Thanks Dr. Alice Smith for staying late on Friday",
    );
    expect(reply).toContain("Sent to Ben Okafor");
  });
});
