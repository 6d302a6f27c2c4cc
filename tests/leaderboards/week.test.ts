import { describe, expect } from "vitest";

import { hour } from "../../src/time/instant.ts";
import { it, type Office, openOffice } from "../support/office.ts";
import { keepSetting, kudosStands, makeLead, thank, worksIn } from "./stage.ts";

const weekly = "C_WEEK";
const lastWeek = { at: "2026-03-11T10:00:00Z" };

/** Lee, who runs the workspace, starts the message for Monday 09:00 in Lisbon; the next is on 23 March. */
async function startsWeekly(
  office: Office,
  picked: Record<string, readonly string[]> = {},
): Promise<string> {
  await office.lee.types("/leaderboard");
  await office.lee.presses("Thanks this week");
  return office.lee.fills({
    picked: {
      state: ["on"],
      channel: [weekly],
      weekday: ["1"],
      hour: ["9"],
      persons: ["no"],
      ...picked,
    },
  });
}

describe("“Thanks this week”", () => {
  it("is posted by nobody until a lead or an admin has started it", async ({ office }) => {
    await thank(office, { by: office.ana, to: office.ben });
    await office.passes(8 * 24 * hour);

    expect(office.chat.posts).toEqual([]);
    await office.ana.types("/leaderboard");
    expect(() => office.ana.presses("Thanks this week")).toThrow("No button");
  });

  it("suggests Monday at nine in the organization's zone, and says when the first one comes", async ({
    office,
  }) => {
    await office.lee.types("/leaderboard");
    const form = await office.lee.presses("Thanks this week");
    expect(form).toContain("Day: 1\nHour, in Europe/Lisbon: 9");

    expect(await startsWeekly(office)).toBe(
      "Every Monday at 09:00 in #C_WEEK. The next one: Monday 23 March.\n[Change]",
    );
  });

  it("tells of the week before: thanks, people, new bridges, units by share, and three thanks to read again", async ({
    office,
  }) => {
    const { ana, ben, cleo, dan, lee } = office;
    const lab = await worksIn(office, "Core Lab", ana, ben);
    const west = await worksIn(office, "4 West", cleo, dan);
    await thank(
      office,
      { by: ana, to: cleo, times: 2, at: "2026-03-16T10:00:00Z" },
      { by: cleo, to: ben, at: "2026-03-18T10:00:00Z" },
      { by: lee, to: cleo, at: "2026-03-18T10:00:00Z" },
      { by: lee, to: dan, at: "2026-03-09T10:00:00Z" },
    );
    const first = await kudosStands(office, {
      by: ana,
      to: [cleo],
      reason: "for the calm handover",
      at: "2026-03-16T10:00:00Z",
      channel: weekly,
    });
    await kudosStands(office, {
      by: cleo,
      to: [ben, ana],
      reason: "for the extra run",
      at: "2026-03-18T10:00:00Z",
      channel: weekly,
    });
    await office.store.transact((tx) =>
      tx
        .insertInto("bridge")
        .values({
          organization_id: office.organization,
          from_unit_id: lab,
          to_unit_id: west,
          recognition_id: first,
          first_at: office.now(),
        })
        .execute(),
    );
    await startsWeekly(office);

    office.itIs("2026-03-23T08:59:00Z");
    await office.settle();
    expect(office.chat.posts).toEqual([]);
    office.itIs("2026-03-23T09:00:00Z");
    await office.settle();

    expect(office.chat.texts(weekly)).toEqual([
      [
        "Thanks this week",
        "Monday 16 March to Sunday 22 March. 4 thanks reached 2 of 5 people.",
        "First thanks from Core Lab to 4 West.",
        "Thanks each day: Monday 2, Tuesday 0, Wednesday 2, Thursday 0, Friday 0, Saturday 0 and Sunday 0.",
        "Units, by thanks for each person\n1. 4 West: 1.5\n2. Core Lab: 0.5",
        "To read again\nCleo Martin thanks Ben Okafor and Ana Silva: “for the extra run”\nAna Silva thanks Cleo Martin: “for the calm handover”",
      ].join("\n"),
    ]);
  });

  it("has the leaderboard of persons only where an admin turned it on", async ({ office }) => {
    const { ana, ben, cleo } = office;
    await makeLead(office, ana);
    await ana.types("/leaderboard");
    expect(await ana.presses("Thanks this week")).not.toContain("leaderboard of persons");
    await ana.fills({
      picked: { state: ["on"], channel: [weekly], weekday: ["1"], hour: ["9"], persons: ["yes"] },
    });
    await thank(office, { by: ana, to: ben, times: 2 }, { by: ana, to: cleo });
    office.itIs("2026-03-23T09:00:00Z");
    await office.settle();
    expect(office.chat.texts(weekly)[0]).not.toContain("Who was thanked");

    await startsWeekly(office, { persons: ["yes"] });
    await thank(office, { by: ana, to: ben, times: 2 }, { by: ana, to: cleo });
    office.itIs("2026-03-30T08:00:00Z");
    await office.settle();
    expect(office.chat.texts(weekly)[1]).toContain(
      "Who was thanked\n1. Ben Okafor: 2\n2. Cleo Martin: 1",
    );
  });

  it("is not posted for a week in which nobody was thanked", async ({ office }) => {
    await startsWeekly(office);
    office.itIs("2026-03-23T09:00:00Z");
    await office.settle();
    expect(office.chat.calls).toEqual([]);

    await thank(office, { by: office.ana, to: office.ben });
    office.itIs("2026-03-30T08:00:00Z");
    await office.settle();
    expect(office.chat.texts(weekly)).toHaveLength(1);
  });

  it("comes once and late after downtime, and then at its hour again", async ({ office }) => {
    await startsWeekly(office);
    for (const at of ["2026-03-25T10:00:00Z", "2026-04-01T10:00:00Z", "2026-04-08T10:00:00Z"]) {
      await thank(office, { by: office.ana, to: office.ben, at });
    }

    office.itIs("2026-04-09T14:00:00Z");
    await office.settle();
    await office.settle();
    expect(office.chat.texts(weekly).map(firstLines)).toEqual([
      "Monday 30 March to Sunday 5 April. 1",
    ]);

    office.itIs("2026-04-13T08:00:00Z");
    await office.settle();
    expect(office.chat.texts(weekly).map(firstLines)).toEqual([
      "Monday 30 March to Sunday 5 April. 1",
      "Monday 6 April to Sunday 12 April. 1",
    ]);
  });

  it("tells the newer week alone where the platform was out for longer than a week", async ({
    office,
  }) => {
    await startsWeekly(office);
    await thank(
      office,
      { by: office.ana, to: office.ben },
      { by: office.ana, to: office.ben, at: "2026-03-25T10:00:00Z" },
    );
    office.chat.refuse(weekly, new Error("503"));
    office.itIs("2026-03-23T09:00:00Z");
    await office.settle();
    office.itIs("2026-03-30T08:00:00Z");
    await office.settle();

    office.chat.refuse(weekly, null);
    await office.passes(3 * hour);

    expect(office.chat.texts(weekly).map(firstLines)).toEqual([
      "Monday 23 March to Sunday 29 March. 1",
    ]);
  });

  it("is posted at the local hour on both sides of a change of the clocks", async ({ office }) => {
    await startsWeekly(office);
    await thank(
      office,
      { by: office.ana, to: office.ben },
      { by: office.ana, to: office.ben, at: "2026-03-25T10:00:00Z" },
    );

    office.itIs("2026-03-23T09:00:00Z");
    await office.settle();
    office.itIs("2026-03-30T07:59:00Z");
    await office.settle();
    expect(office.chat.texts(weekly)).toHaveLength(1);
    office.itIs("2026-03-30T08:00:00Z");
    await office.settle();
    expect(office.chat.texts(weekly)).toHaveLength(2);
  });

  it("tells no week twice when its hour or its channel is changed", async ({ office }) => {
    await thank(office, { by: office.ana, to: office.ben });
    await startsWeekly(office);
    office.itIs("2026-03-23T09:00:00Z");
    await office.settle();

    await startsWeekly(office, { channel: ["C_OTHER"], weekday: ["2"] });
    office.itIs("2026-03-24T09:00:00Z");
    await office.settle();
    expect(office.chat.posts).toHaveLength(1);

    await thank(office, { by: office.ana, to: office.ben });
    office.itIs("2026-03-30T12:00:00Z");
    await office.settle();
    expect(office.chat.posts).toHaveLength(1);
    office.itIs("2026-03-31T08:00:00Z");
    await office.settle();
    expect(office.chat.texts("C_OTHER")).toHaveLength(1);
  });

  it("rests while it is paused, and ends when it is stopped", async ({ office }) => {
    await startsWeekly(office);
    expect(await startsWeekly(office, { state: ["paused"] })).toContain(
      "Paused. It went to #C_WEEK.",
    );
    await thank(office, { by: office.ana, to: office.ben });
    office.itIs("2026-03-23T10:00:00Z");
    await office.settle();
    expect(office.chat.posts).toEqual([]);

    expect(await startsWeekly(office)).toContain("The next one: Monday 30 March.");
    expect(await startsWeekly(office, { state: ["off"] })).toContain("Nothing is posted.");
    office.itIs("2026-04-06T10:00:00Z");
    await office.settle();
    expect(office.chat.posts).toEqual([]);
  });

  it("asks for a channel, and for another where strangers read along", async ({ office }) => {
    await office.lee.types("/leaderboard");
    await office.lee.presses("Thanks this week");
    const picked = { state: ["on"], weekday: ["1"], hour: ["9"] };
    expect(await office.lee.fills({ picked })).toContain("channel: Which channel?");

    await office.lee.types("/leaderboard");
    await office.lee.presses("Thanks this week");
    const place = { kind: "channel", channel: weekly, shared: true } as const;
    expect(
      await office.lee.fills({ picked: { ...picked, channel: [weekly] } }, { place }),
    ).toContain("People of another organization read along there.");
  });

  it("leaves a closed channel alone, and setup says so until it works again", async ({
    office,
  }) => {
    await startsWeekly(office);
    await thank(office, { by: office.ana, to: office.ben });
    office.chat.refuse(weekly, { kind: "gone", why: "is_archived" });
    office.itIs("2026-03-23T09:00:00Z");
    await office.settle();

    const now = await setupSays(office);
    expect(now).toContain("I could not post in #C_WEEK");

    office.chat.refuse(weekly, null);
    await thank(office, { by: office.ana, to: office.ben });
    office.itIs("2026-03-30T08:00:00Z");
    await office.settle();
    expect(await setupSays(office)).toContain("Every Monday at 09:00 in #C_WEEK.");
    expect(office.chat.texts(weekly)).toHaveLength(1);
  });

  it("speaks the organization's language, not its starter's", async () => {
    const office = await openOffice();
    const gerda = await office.person("U_GERDA", { name: "Gerda Blum", locale: "de-DE" });
    await makeLead(office, gerda);
    await thank(office, { by: office.ana, to: office.ben });
    await gerda.types("/leaderboard");
    await gerda.presses("Dank dieser Woche");
    const kept = await gerda.fills({
      picked: { state: ["on"], channel: [weekly], weekday: ["1"], hour: ["9"] },
    });
    expect(kept).toBe(
      "Jeden Montag um 09:00 in #C_WEEK. Das nächste Mal: Montag, 23. März.\n[Ändern]",
    );
    office.itIs("2026-03-23T09:00:00Z");
    await office.settle();

    expect(office.chat.texts(weekly)[0]).toContain("Thanks this week");
    await office.store.close();
  });
});

describe("the thanks to read again", () => {
  it.for([
    { which: "given privately", how: { visibility: "private" } },
    { which: "that a receiver keeps private", how: { receivers: { private: 1 } } },
    { which: "from which a receiver took their name", how: { receivers: { name_hidden: 1 } } },
    { which: "somebody questioned", how: { receivers: { questioned_at: lastWeek.at } } },
    { which: "taken back", how: { undone: true } },
    { which: "posted elsewhere than where everyone reads", how: { channel: "C_SECRET" } },
  ])("hold none $which", async ({ how }, { office }) => {
    const { ana, ben } = office;
    await keepSetting(office, "recognition", {
      channel: { workspace: office.workspace, channel: "C_KUDOS" },
    });
    await thank(office, { by: ana, to: ben, at: "2026-03-17T10:00:00Z" });
    const kudos = { by: ana, to: [ben], reason: "for the night", at: "2026-03-17T10:00:00Z" };
    await kudosStands(office, { ...kudos, ...(how as object) });
    await startsWeekly(office);
    office.itIs("2026-03-23T09:00:00Z");
    await office.settle();

    expect(office.chat.texts(weekly)).toHaveLength(1);
    expect(office.chat.texts(weekly)[0]).not.toContain("for the night");
  });

  it("hold nobody who left, or who is off the boards", async ({ office }) => {
    const { ana, ben, cleo, dan } = office;
    for (const [by, to] of [
      [ana, ben],
      [cleo, dan],
      [dan, cleo],
    ] as const) {
      await thank(office, { by, to, at: "2026-03-17T10:00:00Z" });
      const reason = `for helping ${to.name}`;
      await kudosStands(office, {
        by,
        to: [to],
        reason,
        at: "2026-03-17T10:00:00Z",
        channel: weekly,
      });
    }
    await office.learns({
      externalId: "U_BEN",
      name: "Ben Okafor",
      kind: "deactivated",
      runsWorkspace: false,
    });
    await dan.types("/rapport");
    await dan.presses("Leave the boards");
    await startsWeekly(office);
    office.itIs("2026-03-23T09:00:00Z");
    await office.settle();

    expect(office.chat.texts(weekly)[0]).not.toContain("To read again");
  });

  it("are three, by different people, those that most joined in first", async ({ office }) => {
    const { ana, ben, cleo, dan, lee } = office;
    await thank(office, { by: ana, to: ben, at: "2026-03-17T10:00:00Z" });
    const at = (time: string) => ({ at: `2026-03-17T${time}:00Z`, channel: weekly, to: [lee] });
    await kudosStands(office, {
      by: ana,
      reason: "the first",
      ...at("08:00"),
      joined: [cleo, dan],
    });
    await kudosStands(office, { by: ana, reason: "the second", ...at("09:00"), joined: [cleo] });
    await kudosStands(office, { by: ben, reason: "the third", ...at("10:00") });
    await kudosStands(office, { by: cleo, reason: "the fourth", ...at("11:00") });
    await kudosStands(office, { by: dan, reason: "the fifth", ...at("12:00") });
    await startsWeekly(office);
    office.itIs("2026-03-23T09:00:00Z");
    await office.settle();

    expect(office.chat.texts(weekly)[0]?.match(/the \w+”/g)).toEqual([
      "the first”",
      "the fifth”",
      "the fourth”",
    ]);
  });
});

/** Under the header: when, and how many. */
const firstLines = (text: string): string => text.split("\n")[1]?.split(" thanks")[0] ?? "";

async function setupSays(office: Office): Promise<string> {
  await office.lee.types("/rapport");
  const shown = await office.lee.presses("Setup");
  return shown.includes("[More]") ? office.lee.presses("More") : shown;
}
