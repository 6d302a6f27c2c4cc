import { describe, expect } from "vitest";

import { setRoundState } from "../../src/checkins/rounds/queries.ts";
import { type Actor, it, type Office } from "../support/office.ts";
import { asks, rowsOf } from "./answeringStage.ts";

async function inTeams(office: Office): Promise<Actor> {
  const teams = await office.installs("teams", "TENANT");
  return teams.person("29:ben", { name: "Benjamin Okafor" });
}

async function link(one: Actor, other: Actor): Promise<string> {
  const shown = await one.types("/rapport link");
  return other.types(`/rapport link ${/[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(shown)?.[0]}`);
}

const asked = (inbox: readonly string[]) => inbox.filter((text) => text.includes("your week?"));

describe("a check-in and somebody with two accounts", () => {
  it("that is confidential and asks both is waited for, and then they become one and are told", async ({
    office,
  }) => {
    const ben = await inTeams(office);
    const round = await asks(office, { template: "weekly-checkin" }, office.ben, ben);
    expect(await link(office.ben, ben)).toContain("I wait until it has closed");
    await office.ana.types("/kudos @ben for the calm handover");
    expect(await ben.types("/kudos mine")).toContain("were not thanked yet");

    office.itIs("2026-03-27T00:01:00Z");
    await office.store.transact((tx) =>
      setRoundState(tx, office.organization, round, { state: "closed", closedAt: office.now() }),
    );
    await office.passes(10 * 3_600_000);
    expect(await ben.types("/kudos mine")).toContain("were thanked once");
    expect(ben.inbox.join()).toContain("are one person here now");
    expect(office.ben.inbox.join()).toContain("are one person here now");
  });

  it("that asked both by name asks once from then on: the other message goes", async ({
    office,
  }) => {
    const ben = await inTeams(office);
    await asks(office, { template: "weekly-checkin", round: { sealed: false } }, office.ben, ben);
    expect([asked(office.ben.inbox).length, asked(ben.inbox).length]).toEqual([1, 1]);

    await link(office.ben, ben);
    await office.settle();
    expect([asked(office.ben.inbox).length, asked(ben.inbox).length]).toEqual([1, 0]);
    expect((await rowsOf(office, "prompt")).filter((row) => row.state === "gone")).toHaveLength(1);
  });

  it("that asked one account stands open for the other, and knows them when they answer", async ({
    office,
  }) => {
    const ben = await inTeams(office);
    await asks(office, { template: "weekly-checkin" }, ben);
    await link(office.ben, ben);
    await office.settle();
    expect(await office.ben.types("/checkin")).toContain("Weekly check-in: open until");

    await ben.presses("Nothing to report");
    expect((await rowsOf(office, "prompt")).filter((row) => row.state === "quiet")).toHaveLength(1);
    expect(await office.ben.types("/checkin mine")).not.toContain("not asked");
    await office.settle();
    expect(ben.inbox.join()).toContain("Noted, nothing to report.");
  });
});
