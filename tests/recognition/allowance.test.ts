import fc from "fast-check";
import { describe, expect } from "vitest";

import { leftAfter, leftRolling, rollingWindow } from "../../src/recognition/allowance.ts";
import { hour, plus, readInstant } from "../../src/time/instant.ts";
import { it } from "../support/office.ts";
import { count, holds, is, meToo, settles } from "./stage.ts";

describe("the allowance in any 24 hours", () => {
  it("comes back to the millisecond when a thanks is 24 hours old", async ({ office }) => {
    const { ana } = office;
    office.itIs("2026-03-18T22:15:00.500Z");
    await ana.types("/kudos @ben @cleo @dan for the first half of the night");
    office.itIs("2026-03-19T03:00:00.000Z");
    await ana.types("/kudos @ben @lee for the second half of the night");

    office.itIs("2026-03-19T22:15:00.499Z");
    expect(await ana.types("/kudos @ben for one more")).toBe(
      "Not sent yet: this is for 1 person and you have 0 left until 22:15.\n[Send without points] [Choose people]",
    );

    office.itIs("2026-03-19T22:15:00.500Z");
    expect(await ana.types("/kudos @ben for one more")).toContain(
      "You can thank 2 more people now; the next 2 come back at 03:00, Friday 20 March.",
    );
  });

  it("gives a night shift one allowance, not two, when it runs past midnight", async ({
    office,
  }) => {
    const { ana } = office;
    office.itIs("2026-03-18T23:50:00Z");
    await ana.types("/kudos @ben @cleo @dan @lee for the evening");
    office.itIs("2026-03-19T00:10:00Z");

    expect(await ana.types("/kudos @ben for the morning")).toContain("You can thank nobody more");
    expect(await ana.types("/kudos @ben for the morning")).toContain("you have 0 left");
  });

  it("says nothing of a time to wait for where nothing is spent yet", async ({ office }) => {
    await settles(office, { allowance: { amount: 2 } });

    expect(await office.ana.types("/kudos @ben @cleo @dan for the tea")).toBe(
      "Not sent yet: this is for 3 people and you have 2 left.\n[Send to all 3 without points] [Choose people]",
    );
  });

  it("keeps the words in the form, and nothing anywhere else, while people are chosen", async ({
    office,
  }) => {
    const { ana } = office;
    await settles(office, { allowance: { amount: 1 } });
    await ana.types("/kudos @ben @cleo for the tea");

    const form = await ana.presses("Choose people");

    expect(form).toContain("Who helped you?: Ben Okafor, Cleo Martin");
    expect(form).toContain("What for?: for the tea");
    expect(await count(office, "recognition")).toBe(0);
  });

  it("offers the same from the form", async ({ office }) => {
    const { ana, ben, cleo } = office;
    await settles(office, { allowance: { amount: 1 } });
    await ana.types("/kudos");

    const reply = await ana.fills({
      text: { reason: "for the tea" },
      picked: { to: [await ben.id(), await cleo.id()] },
    });

    expect(reply).toContain("[Send to all 2 without points] [Choose people]");
    expect(await ana.presses("Send to all 2 without points")).toContain(
      "It took nothing from your allowance and counts on no board.",
    );
  });

  it("tells when something comes back, and not before, after an admin has lowered it", async ({
    office,
  }) => {
    const { ana } = office;
    await ana.types("/kudos @ben @cleo for the morning");
    office.itIs("2026-03-18T13:00:00Z");
    await ana.types("/kudos @ben @cleo for the noon");
    await settles(office, { allowance: { amount: 1 } });

    // Two of the four make up for what is over one: only when the others leave is there one to give.
    expect(await ana.types("/kudos @dan for the tea")).toContain(
      "you have 0 left until 13:00, Thursday 19 March",
    );
  });

  it("is never more than was allowed, and frees what was spent first (any spendings)", () => {
    const now = readInstant("2026-03-18T12:00:00Z");
    const spending = fc.record({
      givenAt: fc.integer({ min: 1, max: rollingWindow }).map((ago) => plus(now, -ago + 1)),
      cost: fc.integer({ min: -3, max: 4 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(spending), (amount, unsorted) => {
        const spendings = unsorted.toSorted((a, b) => (a.givenAt < b.givenAt ? -1 : 1));
        const left = leftRolling(amount, spendings, now);
        const standing = spendings.filter((one) => one.cost > 0);
        const spentAt = (at: typeof now) =>
          standing
            .filter((one) => one.givenAt > plus(at, -rollingWindow))
            .reduce((sum, one) => sum + one.cost, 0);

        expect(left.left).toBe(Math.max(0, amount - spentAt(now)));
        if (left.frees === 0) {
          expect(spentAt(now)).toBe(0);
          return;
        }
        // A millisecond before there is no more than now; then there is, by as many as were told or, of one moment, more.
        const then = leftRolling(
          amount,
          standing.filter((one) => one.givenAt > plus(left.renewsAt, -rollingWindow)),
          left.renewsAt,
        );
        const before = plus(left.renewsAt, -1);
        expect(Math.max(0, amount - spentAt(before))).toBe(left.left);
        expect(then.left).toBeGreaterThanOrEqual(left.left + left.frees);
      }),
    );
  });

  it("is what was left less the cost, whatever was spent before (any spending)", () => {
    const now = readInstant("2026-03-18T12:00:00Z");
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(5), fc.boolean(), (left, frees, cost, rolling) => {
        const before = { left, frees, renewsAt: frees === 0 ? now : plus(now, hour) };
        const after = leftAfter(before, cost, now, rolling);

        expect(after.left).toBe(left - cost);
        expect(after.renewsAt >= before.renewsAt).toBe(true);
        expect(after.frees > 0).toBe(frees + cost > 0);
      }),
    );
  });
});

describe("an allowance by the calendar", () => {
  it("renews at midnight in the giver's own zone", async ({ office }) => {
    const { ana } = office;
    await settles(office, { allowance: { per: "day", amount: 1 } });
    await is(office, ana, { zone: "America/New_York" });

    // 23:59 in New York, the next morning in Lisbon.
    office.itIs("2026-03-19T03:59:59.999Z");
    expect(await ana.types("/kudos @ben for the evening")).toContain(
      "You can thank nobody more now; it renews on Thursday 19 March.",
    );
    expect(await ana.types("/kudos @ben for more")).toContain(
      "you have 0 left until 00:00, Thursday 19 March",
    );

    office.itIs("2026-03-19T04:00:00.000Z");
    expect(await ana.types("/kudos @ben for the night")).toContain("Sent to Ben Okafor");
  });

  it("follows the clock on the wall when it is put forward", async ({ office }) => {
    const { ana } = office;
    await settles(office, { allowance: { per: "day", amount: 1 } });
    office.itIs("2026-03-29T00:30:00Z"); // in Lisbon the day that loses an hour
    await ana.types("/kudos @ben for the night");

    office.itIs("2026-03-29T22:59:59.999Z");
    expect(await ana.types("/kudos @ben for the day")).toContain("until 00:00, Monday 30 March");
    office.itIs("2026-03-29T23:00:00Z");
    expect(await ana.types("/kudos @ben for the day")).toContain("Sent to Ben Okafor");
  });

  it.for([
    { per: "week", last: "2026-03-22T23:59:59.999Z", next: "2026-03-23T00:00:00Z" },
    { per: "month", last: "2026-03-31T22:59:59.999Z", next: "2026-03-31T23:00:00Z" },
  ] as const)("renews with the $per", async ({ per, last, next }, { office }) => {
    const { ana } = office;
    await settles(office, { allowance: { per, amount: 2 } });

    expect(await ana.types("/kudos @ben for the start")).toContain(
      "You can thank 1 more person now; it renews on",
    );
    office.itIs(last);
    await ana.types("/kudos @cleo for the middle");
    expect(await ana.types("/kudos @dan for the end")).toContain("you have 0 left");
    office.itIs(next);
    expect(await ana.types("/kudos @dan for the end")).toContain("Sent to Dan Ortiz");
  });

  it("returns what is taken back, and pays for “Me too”", async ({ office }) => {
    const { ana, lee } = office;
    await settles(office, { allowance: { per: "week", amount: 2 } });
    await ana.types("/kudos @ben @cleo for the tea");

    await ana.presses("Undo");

    expect(await ana.types("/kudos @ben @dan for the tea")).toContain("You can thank nobody more");
    await office.settle();
    expect(await meToo(office, lee)).toContain("You can thank nobody more");
  });
});

describe("whose allowance", () => {
  it("is another for leads and admins where an admin set one, the larger of two", async ({
    office,
  }) => {
    const { ana, cleo, lee } = office;
    await settles(office, { allowance: { amount: 1, lead: 2, admin: 3 } });
    await holds(office, cleo, "lead");

    expect(await ana.types("/kudos @ben for the tea")).toContain("nobody more");
    expect(await cleo.types("/kudos @ben for the tea")).toContain("1 more person");
    // Lee runs the workspace, so is an admin without having been made one.
    expect(await lee.types("/kudos @ben for the tea")).toContain("2 more people");
    await holds(office, cleo, "admin");
    expect(await cleo.types("/kudos @dan for the tea")).toContain("1 more person");
  });

  it("can be switched off: then nothing is counted and nothing is said of it", async ({
    office,
  }) => {
    const { ana } = office;
    await settles(office, { allowance: { per: "off" } });

    for (let n = 0; n < 7; n += 1) {
      expect(await ana.types("/kudos @ben @cleo for the tea")).toBe(
        "Sent to Ben Okafor and Cleo Martin, posted in #C_WARD.\n[Undo] [Edit]",
      );
    }
  });

  it("is an admin's to settle, in numbers that make sense", async ({ office }) => {
    const { lee, ana } = office;
    const open = {
      action: "recognition.rules",
      label: [{ kind: "words", words: "Rules" }],
    } as const;
    expect(await ana.presses("Rules", { on: [open] })).toContain("Setup is for admins.");

    await lee.presses("Rules", { on: [open] });
    expect(await lee.fills({ text: { amount: "0", mostPoints: "11" } })).toBe(
      "amount: A number from 1 to 1000, please.\nmostPoints: A number from 1 to 10, please.",
    );
    await lee.presses("Rules", { on: [open] });
    expect(
      await lee.fills({ text: { amount: "3", mostPoints: "2" }, picked: { per: ["week"] } }),
    ).toBe("Saved.");
    expect(await ana.types("/kudos @ben 2 for the tea")).toContain(
      "You have 1 point left to give; it renews on Monday 23 March.",
    );
  });
});
