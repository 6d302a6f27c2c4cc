import { describe, expect } from "vitest";

import { words } from "../../src/chat/line.ts";
import { it, type Office } from "../support/office.ts";
import { thank } from "./stage.ts";

const button = (action: string) => ({ action, label: words("pressed") });

describe("setting the boards up", () => {
  it("is for admins: anybody else reads who they are, also where they press a button they were never shown", async ({
    office,
  }) => {
    for (const action of ["leaderboards.setup", "leaderboards.weekly"]) {
      const said = await office.ana.presses("pressed", { on: [button(action)] });
      expect(said).toContain("Setup is for admins. Here that is Lee Wong");
    }
  });

  it("keeps what an admin chose, shows boards so from then on, and is audited", async ({
    office,
  }) => {
    await thank(office, { by: office.ana, to: office.ben, times: 7 });
    const form = await office.lee.presses("pressed", { on: [button("leaderboards.setup")] });
    expect(form).toContain(
      "Are there boards?: yes\nWhat boards show: sums\nBoards of persons show: third",
    );

    const kept = await office.lee.fills({
      picked: { on: ["yes"], display: ["bands"], list: ["full"] },
    });

    expect(kept).toBe("On. Bands, such as 5 to 9. Everyone on them.\n[Change]");
    expect(await office.ana.types("/leaderboard")).toContain("Ben Okafor | 5 to 9");
    expect(await audits(office)).toEqual([
      { act: "leaderboards.setup", details: { on: true, display: "bands", fullList: true } },
    ]);
  });

  it("leaves the weekly message as it was", async ({ office }) => {
    await office.lee.presses("pressed", { on: [button("leaderboards.weekly")] });
    await office.lee.fills({
      picked: {
        state: ["on"],
        channel: ["C_WEEK"],
        weekday: ["5"],
        hour: ["15"],
        persons: ["yes"],
      },
    });
    office.itIs("2026-03-18T12:05:00Z");
    await office.lee.presses("pressed", { on: [button("leaderboards.setup")] });
    await office.lee.fills({ picked: { on: ["yes"], display: ["order"], list: ["third"] } });

    const form = await office.lee.presses("pressed", { on: [button("leaderboards.weekly")] });

    expect(form).toContain(
      "Channel: C_WEEK\nDay: 5\nHour, in Europe/Lisbon: 15\nWith the leaderboard of persons: yes",
    );
    expect((await audits(office)).map((row) => row.act)).toEqual([
      "leaderboards.weekly",
      "leaderboards.setup",
    ]);
  });

  it("takes a form that was sent twice once", async ({ office }) => {
    await office.lee.presses("pressed", { on: [button("leaderboards.setup")] });
    const form = office.lee.last;
    const filled = { picked: { on: ["no"], display: ["sums"], list: ["third"] } };
    const first = await office.lee.fills(filled, { delivery: "one view" });
    const again = await office.handle({
      kind: "form",
      platform: "slack",
      workspace: office.workspaceExternal,
      account: "U_LEE",
      delivery: "one view",
      place: { kind: "direct" },
      learnt: [],
      form: form.kind === "form" ? form.form.form : "",
      state: null,
      filled: { text: {}, picked: filled.picked },
    });

    expect(first).toBe("Switched off.\n[Change]");
    expect(again.kind).toBe("replace");
    expect(await audits(office)).toHaveLength(1);
  });
});

async function audits(office: Office) {
  const rows = await office.store.transact((tx) =>
    tx
      .selectFrom("audit")
      .select(["act", "details"])
      .where("organization_id", "=", office.organization)
      .where("act", "like", "leaderboards.%")
      .orderBy("audit_id")
      .execute(),
  );
  return rows.map((row) => ({ act: row.act, details: JSON.parse(row.details) as unknown }));
}
