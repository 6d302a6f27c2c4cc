/** Rounds: asked, reminded, closed, late after an outage, and never two check-ins in one hour. */
import { describe, expect } from "vitest";

import type { Prompt } from "../../src/checkins/round.ts";
import { stepPrompt } from "../../src/checkins/rounds/judge.ts";
import { newId, type PersonId, type RoundId } from "../../src/ids.ts";
import { safetySettings } from "../../src/people/footnote.ts";
import type { Cleared } from "../../src/privacy/phi/cleared.ts";
import { keepSetting } from "../../src/store/settings.ts";
import { readInstant } from "../../src/time/instant.ts";
import type { Actor } from "../support/office.ts";
import { it, type Office } from "../support/office.ts";
import { gatherLab, postsTo, roundsOf, rowsOf, starts, until, weekly } from "./scheduleStage.ts";

const promptOf = async (office: Office, actor: Actor) => {
  const person = await actor.id();
  return (await rowsOf(office, "prompt")).filter((row) => row.person_id === person);
};

const prompts = ({ inbox }: Actor): string[] =>
  inbox.filter((text) => /Weekly check-in/i.test(text));

describe("a reminder", () => {
  it("is the prompt moved down, once, three days later, to whoever has not answered", async ({
    office,
  }) => {
    await gatherLab(office);
    const { ana, ben } = office;
    await starts(office);
    await until(office, "2026-03-20T15:01:00Z");
    await ben.presses("Nothing to report");
    await until(office, "2026-03-23T14:00:00Z");
    expect(postsTo(office, ana)).toBe(1);

    // Monday at 15:00: 72 hours later, in the hours of a working day.
    await until(office, "2026-03-23T15:01:00Z");
    expect(postsTo(office, ana)).toBe(2);
    expect(prompts(ana)).toHaveLength(1);
    expect(office.chat.calls).toContain("delete D_U_ANA");

    await until(office, "2026-03-26T23:00:00Z");
    expect(postsTo(office, ana)).toBe(2);
    expect(postsTo(office, ben)).toBe(1);
  });

  it("does not come on a weekend", async ({ office }) => {
    await gatherLab(office);
    const { ana } = office;
    await starts(office, { ...weekly, weekday: ["3"], hour: ["13"] });
    await until(office, "2026-03-18T13:01:00Z");
    // Wednesday's check-in closes on Thursday, so there is none at all.
    await until(office, "2026-03-25T12:00:00Z");

    expect(postsTo(office, ana)).toBe(1);
  });
});

describe("the end of a round", () => {
  it("closes on Thursday night, and marks as missed whoever said nothing", async ({ office }) => {
    await gatherLab(office);
    const { ana, ben } = office;
    await starts(office);
    await until(office, "2026-03-20T15:01:00Z");
    await ben.presses("Nothing to report");
    await until(office, "2026-03-27T13:00:00Z");

    expect((await roundsOf(office))[0]).toEqual({ at: "2026-03-20T15:00", state: "closed" });
    expect((await promptOf(office, ana))[0]?.state).toBe("missed");
    expect((await promptOf(office, ben))[0]?.state).toBe("quiet");
    expect(prompts(ana).join()).not.toContain("[");
  });

  it("leaves the next round's opening from the moment it opened itself", async ({ office }) => {
    await gatherLab(office);
    await starts(office);
    await until(office, "2026-04-03T16:00:00Z");

    expect((await roundsOf(office)).map(({ at }) => at)).toEqual([
      "2026-03-20T15:00",
      "2026-03-27T15:00",
      "2026-04-03T15:00",
    ]);
  });
});

describe("after an outage", () => {
  it("asks late while the window is open, and once", async ({ office }) => {
    await gatherLab(office);
    const { ana } = office;
    await starts(office);
    office.itIs("2026-03-23T10:00:00Z");
    await office.settle();
    await office.settle();

    expect(postsTo(office, ana)).toBe(1);
    expect((await promptOf(office, ana))[0]?.state).toBe("asked");
  });

  it("notes a round whose whole window went by as missed, and opens the next", async ({
    office,
  }) => {
    await gatherLab(office);
    const { ana } = office;
    await starts(office);
    office.itIs("2026-03-28T10:00:00Z");
    await office.settle();

    expect(await roundsOf(office)).toEqual([
      { at: "2026-03-20T15:00", state: "missed" },
      { at: "2026-03-27T15:00", state: "open" },
    ]);
    expect(postsTo(office, ana)).toBe(1);
  });

  it("in the night waits for the morning", async ({ office }) => {
    await gatherLab(office);
    const { ana } = office;
    await starts(office);
    office.itIs("2026-03-21T03:00:00Z");
    await office.settle();
    expect(postsTo(office, ana)).toBe(0);
    await until(office, "2026-03-21T07:01:00Z");

    expect(postsTo(office, ana)).toBe(1);
  });

  it("of the chat, asks nobody in the night either: it is judged again when it is sent", async ({
    office,
  }) => {
    await gatherLab(office);
    const { ana } = office;
    await starts(office);
    office.chat.refuse("D_U_ANA", new Error("down"));
    await until(office, "2026-03-20T22:00:00Z");
    office.chat.refuse("D_U_ANA", null);
    const before = postsTo(office, ana);
    await until(office, "2026-03-21T06:00:00Z");
    expect(postsTo(office, ana)).toBe(before);
    await until(office, "2026-03-21T08:00:00Z");

    expect(prompts(ana)).toHaveLength(1);
  });
});

describe("two check-ins", () => {
  it("never ask somebody in the same hour: the later one waits an hour", async ({ office }) => {
    await gatherLab(office);
    const { ana } = office;
    await starts(office);
    await starts(office, { ...weekly, template: ["shift-end"] });
    await until(office, "2026-03-20T15:30:00Z");
    expect(postsTo(office, ana)).toBe(1);
    await until(office, "2026-03-20T16:01:00Z");

    expect(postsTo(office, ana)).toBe(2);
  });

  it("never ask somebody in the same hour, also where the second then closes unasked", () => {
    const closesAt = readInstant("2026-03-20T23:59:00Z");
    const waiting: Prompt = {
      round: "rnd_1" as RoundId,
      person: "prs_1" as PersonId,
      state: "waiting",
      dueAt: readInstant("2026-03-20T15:00:00Z"),
      askAt: readInstant("2026-03-20T15:00:00Z"),
      askedAt: null,
      remindedAt: null,
      reminders: 0,
      closesAt,
      answeredAt: null,
      unit: null,
      group: null,
    };
    const person = { zone: "UTC", pattern: "nights", pausedUntil: null } as const;
    const late = {
      now: readInstant("2026-03-20T23:10:00Z"),
      reach: { person, shifts: null },
      here: true,
      reminders: 0,
    };

    expect(stepPrompt(waiting, { ...late, busy: false }).says).toBe(true);
    expect(stepPrompt(waiting, { ...late, busy: true })).toEqual({
      prompt: { ...waiting, dueAt: closesAt },
      says: false,
    });
  });
});

describe("whoever can't be asked", () => {
  it("is left alone: left, or paused for as long as it is open", async ({ office }) => {
    await gatherLab(office);
    const { ana, ben, cleo } = office;
    await starts(office);
    const benId = await ben.id();
    await office.store.transact(async (tx) => {
      await tx
        .updateTable("person")
        .set({ paused_until: readInstant("2026-05-01T00:00:00Z") })
        .where("person_id", "=", benId)
        .execute();
    });
    await until(office, "2026-03-20T14:00:00Z");
    await office.learns({
      externalId: "U_CLEO",
      name: "Cleo Martin",
      kind: "deactivated",
      runsWorkspace: false,
    });
    await until(office, "2026-03-20T16:00:00Z");

    expect([postsTo(office, ana), postsTo(office, ben), postsTo(office, cleo)]).toEqual([1, 0, 0]);
    expect((await promptOf(office, ben))[0]?.state).toBe("off");
    expect((await promptOf(office, cleo))[0]?.state).toBe("gone");
  });

  it("is marked, where their chat is closed to us", async ({ office }) => {
    await gatherLab(office);
    const { ana } = office;
    await starts(office);
    office.chat.refuse("D_U_ANA", { kind: "gone", why: "account_inactive" });
    await until(office, "2026-03-20T16:00:00Z");

    expect((await promptOf(office, ana))[0]?.state).toBe("gone");
  });

  it("makes a round with nobody to ask tell its starter why", async ({ office }) => {
    office.chat.gather("C_LAB", ["U_ANA", "U_BEN"]);
    const { lee } = office;
    await lee.types("/checkin schedule");
    await lee.presses("New check-in");
    await lee.fills({ picked: weekly });
    await lee.presses("Start");
    await office.settle();

    expect(lee.inbox.at(-1)).toContain("Nobody would be asked.");
    expect(lee.inbox.at(-1)).toContain("2 not asked, because nobody leads their unit");
  });
});

describe("a key that is missing", () => {
  it("stops its round loudly, and the round goes on where it stood once it is back", async ({
    office,
  }) => {
    const more = [];
    for (let at = 0; at < 6; at += 1) more.push(await office.person(`U_P${at}`));
    await gatherLab(office, ...more);
    const { ana, lee } = office;
    await starts(office);
    await until(office, "2026-03-20T15:01:00Z");
    await ana.presses(moodButton(ana));
    const [held] = office.keys.held;
    expect(held).toBeDefined();
    office.keys.held.clear();
    await until(office, "2026-03-24T12:00:00Z");

    const told = lee.inbox.filter((text) => text.includes("stands still"));
    expect(told.length).toBeGreaterThan(0);
    expect(postsTo(office, office.ben)).toBe(1);

    if (held !== undefined) office.keys.held.set(...held);
    await until(office, "2026-03-24T13:00:00Z");
    expect(postsTo(office, office.ben)).toBe(2);
    await until(office, "2026-03-27T13:00:00Z");
    expect((await roundsOf(office))[0]).toEqual({ at: "2026-03-20T15:00", state: "closed" });
    expect(office.keys.held.size).toBe(0);
  });
});

function moodButton(actor: Actor): string {
  const label = /\[([^\]]*Great[^\]]*)\]/.exec(actor.inbox.join("\n"))?.[1];
  if (label === undefined) throw new Error(`No mood in ${actor.inbox.join()}`);
  return label;
}

describe("a feedback round", () => {
  const feedback = {
    ...weekly,
    template: ["speaking-up"],
    rhythm: ["month"],
    window: ["fortnight"],
  };

  async function answeredOnce(office: Office): Promise<RoundId> {
    const more = [];
    for (let at = 0; at < 6; at += 1) more.push(await office.person(`U_P${at}`));
    await gatherLab(office, ...more);
    await starts(office, feedback);
    // The first Friday of April; closed on the 17th.
    await until(office, "2026-04-18T12:00:00Z");
    const [round] = await rowsOf(office, "round");
    if (round === undefined) throw new Error("No round");
    expect(round.state).toBe("closed");
    await office.store.transact((tx) =>
      tx
        .insertInto("published")
        .values({
          organization_id: office.organization,
          answer_key: "any",
          round_id: round.round_id,
          group_key: "g1",
          question: "q",
          partner: "",
          value: "{}",
          words: null,
        })
        .execute(),
    );
    return round.round_id;
  }

  const respond = async (office: Office, round: RoundId, by: PersonId) =>
    office.store.transact((tx) =>
      tx
        .insertInto("outcome")
        .values({
          organization_id: office.organization,
          outcome_id: newId("outcome", office.now()),
          round_id: round,
          said: "x" as never as Cleared,
          did: "y" as never as Cleared,
          owner_id: by,
          due_on: "2026-06-01",
          published_by: by,
          published_at: office.now(),
        })
        .execute(),
    );

  it("waits until people have heard what was done about the last: warned three days before, told on the day", async ({
    office,
  }) => {
    const round = await answeredOnce(office);
    const { lee, ana } = office;
    const before = postsTo(office, ana);
    await until(office, "2026-04-28T12:00:00Z");
    expect(lee.inbox.join()).toContain("opens on Friday 1 May");
    await until(office, "2026-05-01T16:00:00Z");

    expect((await roundsOf(office)).at(-1)).toEqual({ at: "2026-05-01T15:00", state: "held" });
    expect(lee.inbox.join()).toContain("was due today and waits");
    expect(ana.inbox.filter((text) => text.includes("waits until you have heard"))).toHaveLength(1);
    expect(postsTo(office, ana)).toBe(before + 1);

    await respond(office, round, await lee.id());
    await until(office, "2026-05-02T16:00:00Z");
    expect((await roundsOf(office)).at(-1)).toEqual({ at: "2026-05-02T15:00", state: "open" });
    expect(postsTo(office, ana)).toBe(before + 2);
  });

  it("opens as planned when they have heard, and nobody is warned", async ({ office }) => {
    const round = await answeredOnce(office);
    await respond(office, round, await office.lee.id());
    await until(office, "2026-05-01T16:00:00Z");

    expect((await roundsOf(office)).at(-1)).toEqual({ at: "2026-05-01T15:00", state: "open" });
    expect(office.lee.inbox.join()).not.toContain("haven't heard");
  });

  it("opens anyway where an admin says so, and that is kept in the audit", async ({ office }) => {
    await answeredOnce(office);
    const { lee } = office;
    await until(office, "2026-05-01T16:00:00Z");
    expect(await lee.presses("Open it anyway")).toContain("It opens tomorrow");
    await until(office, "2026-05-02T16:00:00Z");

    expect((await roundsOf(office)).at(-1)).toEqual({ at: "2026-05-02T15:00", state: "open" });
    expect((await rowsOf(office, "audit")).map(({ act }) => act)).toContain("schedules.override");
  });
});

describe("help contacts", () => {
  it("let strain be started", async ({ office }) => {
    await gatherLab(office);
    await office.store.transact((tx) =>
      keepSetting(tx, office.organization, safetySettings, {
        incidentSystem: null,
        contacts: "1234" as never as Cleared,
      }),
    );
    const lab = { kind: "channel", channel: "C_LAB" } as const;

    expect(await office.lee.types("/checkin start strain", { place: lab })).toContain("looking");
    await office.settle();
    // Ten at least must be together for strain, and here are four.
    expect(office.lee.inbox.at(-1)).toContain("4 in groups too small to hide in");
  });
});
