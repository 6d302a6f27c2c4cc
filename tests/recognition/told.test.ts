import { describe, expect } from "vitest";

import { hour, minute } from "../../src/time/instant.ts";
import { it } from "../support/office.ts";
import { is } from "./stage.ts";

const first = (texts: readonly string[]) => texts.map((text) => text.split("\n")[0]);

describe("what the receiver hears", () => {
  it("comes two minutes after it was given", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos @ben for the tea");

    await office.passes(2 * minute - 1);
    expect(ben.inbox).toEqual([]);
    await office.passes(1);

    expect(first(ben.inbox)).toEqual(["Ana Silva thanked you: “for the tea”"]);
  });

  it("is said within the hour together after the first", async ({ office }) => {
    const { ana, cleo, dan, ben } = office;
    await ana.types("/kudos @ben for the tea");
    await office.passes(10 * minute);
    await cleo.types("/kudos @ben for the cake");
    await office.passes(20 * minute);
    await dan.types("/kudos @ben for the milk");
    await office.passes(30 * minute);
    expect(ben.inbox).toHaveLength(1);

    await office.passes(2 * minute);

    expect(ben.inbox).toHaveLength(2);
    expect(ben.inbox[1]).toContain("Two people thanked you.");
    expect(ben.inbox[1]).toContain("Cleo Martin thanked you: “for the cake”");
    expect(ben.inbox[1]).toContain("Dan Ortiz thanked you: “for the milk”");
  });

  it("never comes in quiet hours: what waited arrives as one in the morning", async ({
    office,
  }) => {
    const { ana, cleo, ben } = office;
    office.itIs("2026-03-18T20:59:00Z");
    await ana.types("/kudos @ben for the tea");
    office.itIs("2026-03-19T02:00:00Z");
    await cleo.types("/kudos @ben for the cake");

    office.itIs("2026-03-19T06:59:59Z");
    await office.settle();
    expect(ben.inbox).toEqual([]);

    office.itIs("2026-03-19T07:00:00Z");
    await office.settle();
    expect(ben.inbox).toHaveLength(1);
    expect(ben.inbox[0]).toContain("While you were off, two people thanked you.");
    expect(ben.inbox[0]).toContain("Ana Silva thanked you: “for the tea”");
  });

  it("keeps the quiet hours of those who work at night", async ({ office }) => {
    const { ana, ben } = office;
    await is(office, ben, { pattern: "nights" });
    await ana.types("/kudos @ben for the tea");

    office.itIs("2026-03-18T17:59:59Z");
    await office.settle();
    expect(ben.inbox).toEqual([]);
    office.itIs("2026-03-18T18:00:00Z");
    await office.settle();

    expect(ben.inbox).toHaveLength(1);
  });

  it("keeps the quiet hours of the receiver's own zone", async ({ office }) => {
    const { ana, ben } = office;
    await is(office, ben, { zone: "Asia/Tokyo" });
    await ana.types("/kudos @ben for the tea"); // 21:00 in Tokyo

    await office.passes(3 * hour);
    expect(ben.inbox).toEqual([]);
    office.itIs("2026-03-18T22:00:00Z");
    await office.settle();

    expect(ben.inbox).toHaveLength(1);
  });

  it("waits while somebody has paused, and comes when they are back", async ({ office }) => {
    const { ana, cleo, ben } = office;
    await is(office, ben, { pausedUntil: "2026-03-25T00:00:00.000Z" });
    await ana.types("/kudos @ben for the tea");
    await cleo.types("/kudos @ben for the cake");
    await office.passes(48 * hour);
    expect(ben.inbox).toEqual([]);

    await ben.presses("Resume", {
      on: [{ action: "people.resume", label: [{ kind: "words", words: "Resume" }] }],
    });
    await office.passes(2 * minute);

    expect(ben.inbox).toHaveLength(1);
    expect(ben.inbox[0]).toContain("Two people thanked you.");
  });

  it("comes at the end of a pause by itself, outside quiet hours", async ({ office }) => {
    const { ana, ben } = office;
    await is(office, ben, { pausedUntil: "2026-03-20T00:00:00.000Z" });
    await ana.types("/kudos @ben for the tea");

    office.itIs("2026-03-20T06:59:00Z");
    await office.settle();
    expect(ben.inbox).toEqual([]);
    office.itIs("2026-03-20T07:00:00Z");
    await office.settle();

    expect(ben.inbox[0]).toContain("While you were off, one person thanked you.");
  });

  it("welcomes once, ever, and asks one thing", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos @ben for the tea");
    await office.passes(3 * minute);
    await office.passes(2 * hour);
    await ana.types("/kudos @ben for the cake");
    await office.passes(3 * minute);

    expect(ben.inbox).toHaveLength(2);
    expect(ben.inbox[0]).toBe(
      [
        "Ana Silva thanked you: “for the tea”",
        "[Made my shift] [More]",
        "—",
        "I'm Rapport. I pass on thanks and ask your team's check-ins. I always say who sees what. When do you mostly work?",
        "[Days] [Evenings] [Nights] [It varies] [Keep my thanks private]",
      ].join("\n"),
    );
    expect(ben.inbox[1]).not.toContain("I'm Rapport");
  });

  it("is nothing when the giver takes it back within two minutes", async ({ office }) => {
    const { ana, ben } = office;
    await ana.types("/kudos @ben for the tea");
    await office.passes(1 * minute);
    await ana.types("/kudos undo");
    await office.passes(2 * hour);

    expect(ben.inbox).toEqual([]);
  });

  it("is nothing when it was taken back while it waited for the morning", async ({ office }) => {
    const { ana, ben } = office;
    office.itIs("2026-03-18T22:00:00Z");
    await ana.types("/kudos @ben for the tea");
    await office.passes(10 * minute);
    await ana.types("/kudos undo");
    await office.passes(12 * hour);

    expect(ben.inbox).toEqual([]);
  });

  it("is replaced when it was heard and then taken back", async ({ office }) => {
    const { ana, ben } = office;
    office.itIs("2026-03-18T14:02:00Z");
    await ana.types("/kudos @ben for the tea");
    await office.passes(10 * minute);
    await ana.types("/kudos undo");
    await office.settle();

    expect(ben.inbox).toHaveLength(1);
    expect(ben.inbox[0]).toContain("Ana Silva took back a thanks sent at 14:02.");
    expect(ben.inbox[0]).not.toContain("for the tea");
  });

  it("is said once where it is heard of with others and one of them is taken back", async ({
    office,
  }) => {
    const { ana, cleo, ben } = office;
    office.itIs("2026-03-18T14:02:00Z");
    await ana.types("/kudos @ben for the tea");
    await cleo.types("/kudos @ben for the cake");
    await office.passes(3 * minute);
    await ana.types("/kudos undo");
    await office.settle();

    expect(ben.inbox).toHaveLength(1);
    expect(ben.inbox[0]).toContain("Ana Silva took back a thanks sent at 14:02.");
    expect(ben.inbox[0]).toContain("Cleo Martin thanked you: “for the cake”");
    expect(ben.inbox[0]).not.toContain("Two people");
  });

  it("never reaches somebody who has left meanwhile", async ({ office }) => {
    const { ana, ben, chat } = office;
    await ana.types("/kudos @ben for the tea");
    await office.person("U_BEN", { name: "Ben Okafor", kind: "deactivated" });
    await office.passes(1 * hour);

    expect(ben.inbox).toEqual([]);
    expect(chat.calls).not.toContain("direct U_BEN");
  });
});
