import { describe, expect } from "vitest";

import { hour } from "../../src/time/instant.ts";
import { it } from "../support/office.ts";
import { are, worksIn } from "./stage.ts";

describe("a kudos and the boards", () => {
  it("stands on them at once, falls when it is taken back, and is told in the week's message", async ({
    office,
  }) => {
    const { ana, ben, cleo, lee } = office;
    await worksIn(office, "Core Lab", ana, ben);
    await worksIn(office, "4 West", cleo);
    await are(office, "Technician", ana, ben);
    await are(office, "Nurse", cleo);
    const ward = { kind: "channel", channel: "C_WARD" } as const;

    await ana.types("/kudos @cleo for the calm handover at seven", { place: ward });
    expect(await ana.types("/leaderboard")).toContain("1 | Cleo Martin | 1");
    office.itIs("2026-03-18T12:01:00Z");
    await ana.types("/kudos @ben for staying late with me");
    expect(await ana.types("/leaderboard givers")).toContain("1 | Ana Silva | 2");
    await ana.types("/kudos undo");

    const bridges = await cleo.types("/leaderboard bridges");
    expect(bridges).toContain("1 thanks reached 1 of 5 people; 1 crossed between professions.");
    expect(bridges).toContain("1 | Technician to Nurse | 1");
    expect(await cleo.types("/leaderboard")).not.toContain("Ben Okafor");

    await lee.types("/leaderboard");
    await lee.presses("Thanks this week");
    await lee.fills({
      picked: { state: ["on"], channel: ["C_WARD"], weekday: ["1"], hour: ["9"], persons: ["yes"] },
    });
    await office.passes(5 * 24 * hour);

    const week = office.chat.texts("C_WARD").find((text) => text.startsWith("Thanks this week"));
    expect(week).toContain("1 thanks reached 1 of 5 people; 1 crossed between professions.");
    expect(week).toContain("First thanks from Core Lab to 4 West.");
    expect(week).toContain("Who was thanked\n1. Cleo Martin: 1");
    expect(week).toContain("Ana Silva thanks Cleo Martin: “for the calm handover at seven”");
    expect(week).not.toContain("staying late");
  });

  it("leaves the week's message when somebody says that something is wrong with it", async ({
    office,
  }) => {
    const { ana, ben, lee } = office;
    const ward = { kind: "channel", channel: "C_WARD" } as const;
    await ana.types("/kudos @ben for the calm handover at seven", { place: ward });
    await lee.types("/leaderboard");
    await lee.presses("Thanks this week");
    await lee.fills({
      picked: { state: ["on"], channel: ["C_WARD"], weekday: ["1"], hour: ["9"] },
    });
    await office.passes(5 * 24 * hour);
    const week = () =>
      office.chat.texts("C_WARD").find((text) => text.startsWith("Thanks this week"));
    expect(week()).toContain("for the calm handover");

    await ben.presses("More");
    await ben.presses("Something is wrong with this");
    await office.settle();

    expect(week()).not.toContain("for the calm handover");
    expect(office.chat.calls.filter((call) => call === "update C_WARD")).toHaveLength(1);
  });
});
