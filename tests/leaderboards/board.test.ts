import { describe, expect } from "vitest";

import { it } from "../support/office.ts";
import { are, crowd, keepSetting, thank, worksIn } from "./stage.ts";

describe("the leaderboard in chat", () => {
  it("shows who was thanked this month, privately, with what the thanks reached", async ({
    office,
  }) => {
    const { ana, ben, cleo, dan } = office;
    await thank(
      office,
      { by: ana, to: ben, times: 3 },
      { by: cleo, to: ana, times: 2 },
      { by: ben, to: cleo, times: 2 },
      { by: ben, to: dan },
    );

    const shown = await dan.types("/leaderboard");

    expect(
      shown.replace(
        "2 | Cleo Martin | 2\n2 | Ana Silva | 2",
        "2 | Ana Silva | 2\n2 | Cleo Martin | 2",
      ),
    ).toBe(
      [
        "Thanks in March",
        "8 thanks reached 4 of 5 people. Equal counts share a place.",
        "Place | Who was thanked | Thanks",
        "1 | Ben Okafor | 3",
        "2 | Ana Silva | 2",
        "2 | Cleo Martin | 2",
        "4 | Dan Ortiz | 1",
        "You were thanked once this month.",
        "[Thanking] [Units] [Professions] [Bridges]",
        "[This week] [Last month] [This quarter] [This year] [All time]",
      ].join("\n"),
    );
    expect(office.chat.posts).toEqual([]);
  });

  it("says kindly that a board is empty, and how to thank", async ({ office }) => {
    const text = await office.ana.types("/leaderboard");

    expect(text).toContain(
      "No thanks on this board this month. Who made your last shift easier? /kudos",
    );
    expect(text).not.toContain("reached");
  });

  it("counts by the month of the organization's zone, not by that of UTC", async ({ office }) => {
    const { ana, ben } = office;
    // Lisbon is an hour ahead of UTC since 29 March: this is 1 April there.
    await thank(office, { by: ana, to: ben, at: "2026-03-31T23:30:00Z" });
    office.itIs("2026-03-31T23:40:00Z");

    expect(await ben.types("/leaderboard")).toContain("Thanks in April");
    expect(await ben.types("/leaderboard")).toContain("1 | Ben Okafor | 1");
    expect(await ben.types("/leaderboard last month")).toContain(
      "No thanks on this board last month",
    );
  });

  it.for([
    { words: "week", says: "Thanks in the week from Monday 16 March" },
    { words: "last week", says: "Thanks in the week from Monday 9 March" },
    { words: "quarter", says: "Thanks in the first quarter of 2026" },
    { words: "last quarter", says: "Thanks in the fourth quarter of 2025" },
    { words: "year", says: "Thanks in 2026" },
    { words: "all", says: "Thanks so far" },
    { words: "last month", says: "Thanks in February" },
    { words: "this month", says: "Thanks in March" },
    { words: "letzte woche", says: "Thanks in the week from Monday 9 March" },
    { words: "givers", says: "Who thanked" },
    { words: "dankende letzten monat", says: "Thanks in February" },
    { words: "nonsense", says: "I don't know that board" },
    { words: "@ben", says: "I don't know that board" },
  ])("answers “/leaderboard $words” with “$says”", async ({ words, says }, { office }) => {
    await thank(office, { by: office.ana, to: office.ben, at: "2026-03-17T10:00:00Z" });

    expect(await office.ana.types(`/leaderboard ${words}`)).toContain(says);
  });

  it("turns to another board and another time in the place of the card", async ({ office }) => {
    const { ana, ben } = office;
    await thank(office, { by: ana, to: ben }, { by: ana, to: ben, at: "2026-02-10T10:00:00Z" });
    await ana.types("/leaderboard");

    expect(await ana.presses("Thanking")).toContain("1 | Ana Silva | 1");
    expect(ana.last.kind).toBe("replace");
    expect(await ana.presses("Last month")).toContain("Thanks in February");
    expect(await ana.presses("This month")).toContain("Thanks in March");
    expect(await ana.presses("This year")).toContain("1 | Ana Silva | 2");
  });

  it("shows the upper third, page by page, and everyone where an admin said so", async ({
    office,
  }) => {
    const people = await crowd(office, 36);
    await thank(
      office,
      ...people.map((person, index) => ({ by: office.ana, to: person, times: 40 - index })),
    );

    const first = await office.dan.types("/leaderboard");
    expect(first).toContain("10 | Person 10 | 31");
    expect(first).not.toContain("Person 11");
    const second = await office.dan.presses("Next 10");
    expect(second).toContain("11 | Person 11 | 30\n12 | Person 12 | 29\n[Previous]");
    expect(await office.dan.presses("Previous")).toBe(first);

    await keepSetting(office, "leaderboards", { fullList: true });
    await office.dan.types("/leaderboard");
    await office.dan.presses("Next 10");
    await office.dan.presses("Next 10");
    expect(await office.dan.presses("Next 10")).toContain("36 | Person 36 | 5");
  });

  it("gives places across pages to equal counts", async ({ office }) => {
    const people = await crowd(office, 12);
    await thank(office, ...people.map((person) => ({ by: office.ana, to: person, times: 2 })));

    const first = await office.dan.types("/leaderboard");
    expect(first.match(/^1 \| Person \d+ \| 2$/gm)).toHaveLength(10);
    const second = await office.dan.presses("Next 10");
    expect(second.match(/^1 \| Person \d+ \| 2$/gm)).toHaveLength(2);
  });

  it("tells somebody in the upper half their place, and everybody else how often they were thanked", async ({
    office,
  }) => {
    const people = await crowd(office, 20);
    await thank(
      office,
      ...people.map((person, index) => ({ by: office.ana, to: person, times: 22 - index })),
    );

    expect(await people[8]?.types("/leaderboard")).toContain("Your own place: 9.");
    const low = await people[15]?.types("/leaderboard");
    expect(low).toContain("You were thanked 7 times this month.");
    expect(low).not.toContain("place: ");
    expect(await office.ana.types("/leaderboard givers")).toContain("Your own place: 1.");
  });

  it("tells somebody of all their thanks, also of those that no board counts", async ({
    office,
  }) => {
    const { ana, ben, cleo } = office;
    await thank(office, { by: ana, to: cleo, times: 9 });
    await thank(
      office,
      { by: ana, to: ben, times: 2 },
      { by: ana, to: ben, times: 3, counted: false },
    );

    expect(await ben.types("/leaderboard")).toContain("You were thanked 5 times this month.");
  });

  it("speaks of points only where more than one can be given", async ({ office }) => {
    await thank(office, { by: office.ana, to: office.ben, points: 3 });
    expect(await office.ana.types("/leaderboard")).not.toMatch(/point/i);

    await keepSetting(office, "recognition", { mostPoints: 5 });
    expect(await office.ana.types("/leaderboard")).toContain("Who was thanked | Points");
  });

  it("speaks German to who reads German", async ({ office }) => {
    const gerda = await office.person("U_GERDA", { name: "Gerda Blum", locale: "de-DE" });
    await thank(office, { by: office.ana, to: gerda, times: 2 });

    const text = await gerda.types("/leaderboard bedankte diesen monat");

    expect(text).toContain("Dank im März");
    expect(text).toContain("Platz | Wem gedankt wurde | Dank\n1 | Gerda Blum | 2");
    expect(text).toContain("Ihr eigener Platz: 1.");
  });
});

describe("boards of units, professions and bridges", () => {
  it("rank a unit by thanks for each person who works there", async ({ office }) => {
    const { ana, ben, cleo, dan, lee } = office;
    await worksIn(office, "Core Lab", ana, ben, cleo);
    await worksIn(office, "Night desk", dan);
    await thank(
      office,
      { by: lee, to: ana, times: 2 },
      { by: lee, to: ben, times: 3 },
      { by: lee, to: dan, times: 2 },
    );

    const text = await ana.types("/leaderboard units");

    expect(text).toContain(
      "Place | Unit | For each person\n1 | Night desk | 2.0\n2 | Core Lab | 1.7",
    );
    expect(text).toContain("1 person has no unit set");
    expect(text).not.toContain("Your own place");
  });

  it("rank professions the same way", async ({ office }) => {
    const { ana, ben, cleo, dan } = office;
    await are(office, "Technician", ana, ben);
    await are(office, "Nurse", cleo, dan);
    await thank(office, { by: cleo, to: ana, times: 3 }, { by: ana, to: cleo });

    const text = await ana.types("/leaderboard disciplines");

    expect(text).toContain("1 | Technician | 1.5\n2 | Nurse | 0.5");
    expect(text).toContain("1 person has no profession set");
  });

  it("show how many thanks crossed between professions, and between which", async ({ office }) => {
    const { ana, ben, cleo, dan } = office;
    await are(office, "Technician", ana, ben);
    await are(office, "Nurse", cleo, dan);
    await thank(
      office,
      { by: cleo, to: ana, times: 3 },
      { by: ana, to: dan },
      { by: ana, to: ben, times: 5 },
    );

    const text = await ana.types("/leaderboard bridges");

    expect(text).toContain("9 thanks reached 3 of 5 people; 4 crossed between professions.");
    expect(text).toContain("1 | Nurse to Technician | 3\n2 | Technician to Nurse | 1");
  });
});

describe("who is on no board", () => {
  it("is whoever left the boards: they are thanked as before, and can come back", async ({
    office,
  }) => {
    const { ana, ben, cleo } = office;
    await thank(office, { by: ana, to: ben, times: 3 }, { by: ana, to: cleo });
    await ben.types("/rapport");

    expect(await ben.presses("Leave the boards")).toContain("Thanks reach you as before");
    await thank(office, { by: ana, to: ben });

    expect(await ana.types("/leaderboard")).toContain("5 thanks reached 2 of 5 people.");
    expect(await ana.types("/leaderboard")).not.toContain("Ben Okafor");
    expect(await ben.types("/leaderboard")).toContain("You are not on the boards");

    await ben.types("/rapport");
    await ben.presses("Come back to the boards");
    expect(await ana.types("/leaderboard")).toContain("1 | Ben Okafor | 4");
  });

  it("is whoever was deactivated, from that moment", async ({ office }) => {
    const { ana, ben, cleo } = office;
    await thank(office, { by: ana, to: ben, times: 3 }, { by: ana, to: cleo });

    await office.learns({
      externalId: "U_BEN",
      name: "Ben Okafor",
      kind: "deactivated",
      runsWorkspace: false,
    });

    const text = await ana.types("/leaderboard");
    expect(text).toContain("4 thanks reached 1 of 4 people.");
    expect(text).toContain("1 | Cleo Martin | 1");
    expect(text).not.toContain("Ben");
  });
});

describe("what an organization shows", () => {
  it("may be the order without numbers", async ({ office }) => {
    await keepSetting(office, "leaderboards", { display: "order" });
    await thank(
      office,
      { by: office.ana, to: office.ben, times: 3 },
      { by: office.ana, to: office.dan },
    );

    const text = await office.cleo.types("/leaderboard");

    expect(text).toContain("Place | Who was thanked\n1 | Ben Okafor\n2 | Dan Ortiz");
  });

  it("may be bands, in which nobody stands above another", async ({ office }) => {
    const people = await crowd(office, 14);
    await keepSetting(office, "leaderboards", { display: "bands" });
    await thank(
      office,
      ...people.map((person, index) => ({
        by: office.ana,
        to: person,
        times: index < 12 ? 5 + (index % 5) : 1,
      })),
    );

    const first = await office.dan.types("/leaderboard");
    const second = await office.dan.presses("Next 10");

    expect(first).toContain("Who was thanked | Thanks\nPerson");
    expect(new Set(`${first}${second}`.match(/Person \d+ \| 5 to 9/g)).size).toBe(12);
    expect(second).not.toContain("| 1\n");
    expect(first).not.toContain("share a place");
    expect(await people[0]?.types("/leaderboard")).toContain(
      "You were thanked 5 times this month.",
    );
  });

  it("may be no boards at all", async ({ office }) => {
    await thank(office, { by: office.ana, to: office.ben });
    await keepSetting(office, "leaderboards", { on: false });

    expect(await office.ana.types("/leaderboard")).toBe(
      "The boards are switched off here. Your own record: /kudos mine.",
    );
    expect(await office.ana.opensHome()).not.toContain("Leaderboard");
  });
});

describe("the board at home", () => {
  it("is the first three of this month, one's own line, and the way to the rest", async ({
    office,
  }) => {
    const { ana, ben, cleo, dan, lee } = office;
    await thank(
      office,
      { by: lee, to: ana, times: 4 },
      { by: lee, to: ben, times: 3 },
      { by: lee, to: cleo, times: 2 },
      { by: lee, to: dan },
    );

    const home = await dan.opensHome();

    expect(home).toContain(
      "Thanks in March\n1. Ana Silva: 4\n2. Ben Okafor: 3\n3. Cleo Martin: 2\nYou were thanked once this month.\n[Leaderboard]",
    );
    expect(await dan.presses("Leaderboard", { place: { kind: "home" } })).toContain(
      "4 | Dan Ortiz | 1",
    );
  });
});
