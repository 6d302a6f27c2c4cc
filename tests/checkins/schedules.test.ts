/** Schedules: made, previewed, started, paused, skipped, run now, stopped; and what can't be. */
import { describe, expect } from "vitest";

import { insertUnit, moveToUnit } from "../../src/people/queries/about.ts";
import { it, type Office } from "../support/office.ts";
import { gatherLab, postsTo, roundsOf, rowsOf, starts, until, weekly } from "./scheduleStage.ts";

const acts = async (office: Office) =>
  (await rowsOf(office, "audit")).map(({ act }) => act).filter((act) => act.startsWith("sched"));

describe("a schedule", () => {
  it("sends nothing until it is started, and then asks at the local hour", async ({ office }) => {
    await gatherLab(office);
    const { lee, ana } = office;
    await lee.types("/checkin schedule");
    await lee.presses("New check-in");
    const list = await lee.fills({ picked: weekly });
    await until(office, "2026-03-20T16:00:00Z");

    expect(list).toContain("every week on Friday at 15:00");
    expect(list).toContain("Not started: nothing is sent.");
    expect(await roundsOf(office)).toEqual([]);

    await lee.presses("Start");
    await office.settle();
    await lee.presses("Start");
    await until(office, "2026-03-27T14:59:00Z");
    expect(postsTo(office, ana)).toBe(0);
    await until(office, "2026-03-27T15:01:00Z");

    expect(postsTo(office, ana)).toBe(1);
    expect(await roundsOf(office)).toEqual([{ at: "2026-03-27T15:00", state: "open" }]);
  });

  it("shows before the start how many are asked, the first and the last hour, and who is left out", async ({
    office,
  }) => {
    const far = await office.person("U_FAR", { name: "Fay Far", zone: "America/New_York" });
    await gatherLab(office, far);
    const { lee } = office;
    office.itIs("2026-03-19T12:00:00Z");
    const fresh = await office.person("U_NEW", { name: "Nia New" });
    office.chat.gather("C_LAB", ["U_ANA", "U_FAR", "U_DAN", "U_LEE", fresh.account]);
    await lee.types("/checkin schedule");
    await lee.presses("New check-in");
    await lee.fills({ picked: weekly });
    await lee.presses("Preview");
    await office.settle();

    const preview = lee.inbox.at(-1);
    expect(preview).toContain("3 people are asked");
    expect(preview).toContain("the first at 15:00, Friday 20 March (Europe/Lisbon)");
    expect(preview).toContain("the last at 15:00, Friday 20 March (America/New_York)");
    expect(preview).toContain("Of 3 people I don't know when they work");
    expect(preview).toContain("1 joined in the last 7 days");
    expect(preview).toContain("1 not asked, because nobody leads their unit");
    expect(preview).not.toContain("[Start]");
  });

  it("is a button away at home for whoever may start one, and for nobody else", async ({
    office,
  }) => {
    const { lee, ana } = office;
    const home = { place: { kind: "home" } } as const;
    const on = [
      { action: "schedules.list", label: [{ kind: "words", words: "Scheduled check-ins" }] },
    ] as const;

    expect(await lee.opensHome()).toContain("[Scheduled check-ins] [Templates]");
    expect(await lee.presses("Scheduled check-ins", { ...home, on })).toContain(
      "No check-in is scheduled.",
    );
    expect(await ana.opensHome()).not.toContain("[Scheduled check-ins]");
  });

  it("can be paused, and asks nobody meanwhile; and started again", async ({ office }) => {
    await gatherLab(office);
    const { lee, ana } = office;
    await starts(office);
    await lee.types("/checkin schedule");
    expect(await lee.presses("Pause")).toContain("Paused.");
    await until(office, "2026-03-20T16:00:00Z");
    expect(postsTo(office, ana)).toBe(0);

    await lee.presses("Start again");
    await office.settle();
    await lee.presses("Start");
    await until(office, "2026-03-27T16:00:00Z");

    expect(postsTo(office, ana)).toBe(1);
    expect(await acts(office)).toEqual([
      "schedules.made",
      "schedules.started",
      "schedules.pause",
      "schedules.started",
    ]);
  });

  it("leaves the next one out when told to, and only that one", async ({ office }) => {
    await gatherLab(office);
    const { lee, ana } = office;
    await starts(office);
    await lee.types("/checkin schedule");
    expect(await lee.presses("Skip next")).toContain("is left out");
    await until(office, "2026-03-20T16:00:00Z");
    expect(postsTo(office, ana)).toBe(0);
    await until(office, "2026-03-27T16:00:00Z");

    expect(postsTo(office, ana)).toBe(1);
    expect(await roundsOf(office)).toEqual([
      { at: "2026-03-20T15:00", state: "skipped" },
      { at: "2026-03-27T15:00", state: "open" },
    ]);
  });

  it("can be run now, and still opens at its own hour", async ({ office }) => {
    await gatherLab(office);
    const { lee, ana } = office;
    await starts(office);
    await lee.types("/checkin schedule");
    await lee.presses("Run now");
    await office.settle();
    await lee.presses("Start now");
    await office.settle();
    expect(postsTo(office, ana)).toBe(1);

    await until(office, "2026-03-20T16:00:00Z");
    expect(await roundsOf(office)).toEqual([
      { at: "2026-03-18T12:00", state: "open" },
      { at: "2026-03-20T15:00", state: "open" },
    ]);
  });

  it("asks nobody any more once it was stopped", async ({ office }) => {
    await gatherLab(office);
    const { lee, ana } = office;
    await starts(office);
    await lee.types("/checkin schedule");
    expect(await lee.presses("Stop")).toContain("No check-in is scheduled");
    await until(office, "2026-03-20T16:00:00Z");

    expect(postsTo(office, ana)).toBe(0);
    expect(await roundsOf(office)).toEqual([]);
  });

  it("is started twice by two presses and opens once", async ({ office }) => {
    await gatherLab(office);
    const { lee, ana } = office;
    await starts(office);
    await lee.presses("Start");
    await until(office, "2026-03-20T16:00:00Z");

    expect(postsTo(office, ana)).toBe(1);
    expect(await roundsOf(office)).toHaveLength(1);
  });
});

describe("what can't be", () => {
  it.for([
    ["0 15 * *", "four fields", "4 fields; five are needed"],
    ["0 15 * * FRY", "a day nobody knows", "I can't read “FRY”"],
    ["0 25 * * 5", "an hour that isn't one", "“25” is outside 0 to 23"],
    ["0 15 30 2 *", "the thirtieth of February", "That day never comes"],
  ])("“%s” (%s) is told under its field, with an example", async ([cron, , says], { office }) => {
    await gatherLab(office);
    const { lee } = office;
    await lee.types("/checkin schedule");
    await lee.presses("New check-in");
    const reply = await lee.fills({
      text: { cron: cron ?? "" },
      picked: { ...weekly, rhythm: ["cron"] },
    });

    expect(reply).toContain(`cron: `);
    expect(reply).toContain(says);
    expect(reply).toContain("For example");
    expect(await rowsOf(office, "schedule")).toEqual([]);
  });

  it("is a feedback round that closes within two weeks", async ({ office }) => {
    const { lee } = office;
    await lee.types("/checkin schedule");
    await lee.presses("New check-in");
    const reply = await lee.fills({
      picked: { ...weekly, template: ["speaking-up"], window: ["week"] },
    });

    expect(reply).toContain("window: A feedback round stays open for 14 days at least");
  });

  it("is strain, or words nobody reads as they arrive, before people can read whom to call", async ({
    office,
  }) => {
    await gatherLab(office);

    expect(await office.lee.types("/checkin start strain")).toContain("whom to call");
    expect(await rowsOf(office, "round")).toEqual([]);
  });

  it("is a template nobody knows, and an example is given", async ({ office }) => {
    expect(await office.lee.types("/checkin start moods")).toContain(
      "I know no check-in “moods”. For example: /checkin start weekly-checkin",
    );
  });

  it("is for somebody who leads nothing", async ({ office }) => {
    expect(await office.ana.types("/checkin schedule")).toContain("Lee Wong");
    expect(await office.ana.types("/checkin start weekly-checkin")).toContain("Lee Wong");
  });
});

describe("opening one by hand", () => {
  it("shows who would be asked first, and asks nobody before that was seen", async ({ office }) => {
    await gatherLab(office);
    const { lee, ana } = office;
    const lab = { kind: "channel", channel: "C_LAB" } as const;
    expect(await lee.types("/checkin start weekly-checkin", { place: lab })).toContain(
      "I'm looking who would be asked",
    );
    await office.settle();
    expect(postsTo(office, ana)).toBe(0);
    expect(lee.inbox.at(-1)).toContain("4 people are asked");

    expect(await lee.presses("Start now")).toContain("Opened: Weekly check-in");
    await office.settle();

    expect(postsTo(office, ana)).toBe(1);
    expect((await rowsOf(office, "audit")).map(({ act }) => act)).toContain("schedules.opened");
  });

  it("asks the channel that was picked, wherever it is written", async ({ office }) => {
    await gatherLab(office);
    const { lee } = office;

    await lee.types("/checkin start weekly-checkin <#C_LAB|lab>", { place: { kind: "direct" } });
    await office.settle();
    await lee.presses("Start now");

    expect((await rowsOf(office, "round")).map(({ audience }) => audience)).toEqual([
      '{"kind":"channel","channel":"C_LAB"}',
    ]);
  });

  it.for(["#lab", "@ana", "the lab", "<#C_LAB|lab> please"])(
    "asks nobody where it isn't clear who is meant by “%s”, and says so",
    async (who, { office }) => {
      await gatherLab(office);
      const lab = { kind: "channel", channel: "C_LAB" } as const;

      const reply = await office.lee.types(`/checkin start weekly-checkin ${who}`, { place: lab });

      expect(reply).toContain("I don't know whom you mean, so nothing was started.");
      await office.settle();
      expect(office.lee.inbox).toEqual([]);
    },
  );

  it("says what is missing where no template is named, and what there is to type otherwise", async ({
    office,
  }) => {
    expect(await office.lee.types("/checkin start")).toContain("Which one? For example:");

    const help = await office.ana.types("/checkin nonsense");

    expect(help).toContain("Your open check-ins: /checkin.");
    expect(help).toContain("What you answered: /checkin mine.");
    expect(help).not.toContain("/kudos");
  });

  it("asks no channel in which a lead is not", async ({ office }) => {
    await gatherLab(office);
    const { ana, cleo, organization } = office;
    const lead = { organization_id: organization, role: "lead", unit_id: "unt_elsewhere" };
    const person = await ana.id();
    await office.store.transact((tx) =>
      tx
        .insertInto("role")
        .values({ ...lead, person_id: person })
        .execute(),
    );
    office.chat.gather("C_OTHERS", ["U_BEN", "U_CLEO"]);

    await ana.types("/checkin start weekly-checkin <#C_OTHERS|others>");
    await office.settle();

    expect(ana.inbox.at(-1)).toContain("A lead asks the members of a channel they are in.");
    expect(ana.inbox.at(-1)).not.toContain("[Start now]");
    expect(postsTo(office, cleo)).toBe(0);
  });

  it("asks everyone only when an admin says so", async ({ office }) => {
    await gatherLab(office);
    const unit = await office.store.transact(async (tx) => {
      const made = await insertUnit(tx, office.organization, "4 West", office.now());
      return made;
    });
    const ana = await office.ana.id();
    await office.store.transact(async (tx) => {
      await moveToUnit(tx, office.organization, ana, unit, office.now());
      await tx
        .insertInto("role")
        .values({
          organization_id: office.organization,
          person_id: ana,
          role: "lead",
          unit_id: unit,
        })
        .execute();
    });

    expect(await office.ana.types("/checkin start weekly-checkin everyone")).toContain(
      "Only an admin asks everyone",
    );
    expect(await office.lee.types("/checkin start weekly-checkin everyone")).toContain("looking");
  });

  it("over 50 people needs an admin, and says so", async ({ office }) => {
    const many = [];
    for (let at = 0; at < 51; at += 1) many.push(await office.person(`U_P${at}`));
    await gatherLab(office, ...many);
    const ana = await office.ana.id();
    await office.store.transact((tx) =>
      tx
        .insertInto("role")
        .values({
          organization_id: office.organization,
          person_id: ana,
          role: "lead",
          unit_id: "unt_elsewhere",
        })
        .execute(),
    );
    const lab = { kind: "channel", channel: "C_LAB" } as const;
    await office.ana.types("/checkin start weekly-checkin", { place: lab });
    await office.settle();

    expect(office.ana.inbox.at(-1)).toContain("This asks 55 people. Over 50 needs an admin");
    expect(office.ana.inbox.at(-1)).not.toContain("[Start now]");
  });
});
