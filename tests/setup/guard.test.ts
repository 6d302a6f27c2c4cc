import { describe, expect } from "vitest";

import { listAudit } from "../../src/privacy/queries.ts";
import { type Actor, it, type Office } from "../support/office.ts";

async function tells(lee: Actor, text: Record<string, string>): Promise<string> {
  await lee.types("/rapport setup");
  await lee.presses("More");
  await lee.presses("Patient identifiers");
  return lee.fills({ text });
}

const acts = ({ store, organization }: Office) =>
  store.transact((tx) => listAudit(tx, organization, null, 10));

describe("what an admin tells of patient identifiers", () => {
  it("refuses the organization's own record numbers from then on, without a label", async ({
    office,
  }) => {
    const { lee, ana } = office;
    expect(await ana.types("/kudos @ben for sorting QX4711 out")).toContain("Sent to");

    expect(await tells(lee, { numbers: "aa0000" })).toContain("own record numbers: AA0000");

    expect(await ana.types("/kudos @ben for sorting QX4711 out")).toContain(
      "Not sent, not kept: this looks like one of your own record numbers.",
    );
    const kept = (await acts(office)).find(({ act }) => act === "setup.kept");
    expect(kept?.details).toEqual({ setting: "guard", changed: ["recordShapes"] });
  });

  it("takes the names of its sites for no people's", async ({ office }) => {
    const { lee, ana } = office;
    const words = "/kudos @ben for the potassium from Ruth Penhallow";
    expect(await ana.types(words)).toContain("I don't know “Ruth Penhallow” here.");

    await tells(lee, { sites: "Ruth Penhallow Wing, Annex" });

    expect(await ana.types(`${words} Wing`)).toContain("Sent to");
  });

  it.for(["AAAA", "0*", "AA00[0-9]", "(A0)0000", "0".repeat(30)])(
    "keeps nothing of “%s”: that is no shape of a number",
    async (numbers, { office }) => {
      expect(await tells(office.lee, { numbers })).toContain("numbers: I can't read this");
      expect(await acts(office)).toEqual([]);
    },
  );

  it("is asked of admins alone", async ({ office }) => {
    const on = [
      { action: "setup.guard", label: [{ kind: "words", words: "Patient identifiers" }] },
    ] as const;

    expect(await office.ana.presses("Patient identifiers", { on })).toContain("Lee Wong");
    expect(await acts(office)).toEqual([]);
  });
});
