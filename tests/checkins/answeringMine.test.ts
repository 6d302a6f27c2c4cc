import { describe, expect } from "vitest";
import { newId, type ScheduleId } from "../../src/ids.ts";
import { emptyDirectory } from "../../src/privacy/phi/directory.ts";
import { guard } from "../../src/privacy/phi/guard.ts";
import { typed } from "../../src/privacy/typed.ts";
import { day, hour } from "../../src/time/instant.ts";
import { it, type Office } from "../support/office.ts";
import { asks, closesNow, rowsOf, stateOf } from "./answeringStage.ts";

const direct = { place: { kind: "direct" } } as const;
const home = { place: { kind: "home" } } as const;
const weekly = { template: "weekly-checkin" } as const;

describe("what waits for a person", () => {
  it("is listed by /checkin, with a button to answer it", async ({ office }) => {
    const { ana } = office;
    expect(await ana.types("/checkin")).toBe("No check-in waits for you.");
    const round = await asks(office, weekly, ana);

    expect(await ana.types("/checkin")).toContain(
      "Weekly check-in: open until Thursday 26 March.\n[Answer]",
    );
    await ana.presses("Answer");
    const done = await ana.fills({ text: { well: "The new rota" } });

    expect(done).toContain("Thank you, it's in.");
    expect(await stateOf(office, round, ana)).toBe("answered");
    expect(await ana.types("/checkin")).toContain("No check-in waits for you.");
    expect(await ana.types("/checkin")).toContain("answered, open until Thursday 26 March.");
  });

  it("closes the message in the direct messages too when it is answered elsewhere", async ({
    office,
  }) => {
    const { ana } = office;
    await asks(office, weekly, ana);
    await ana.types("/checkin");
    await ana.presses("Answer");
    await ana.fills({ text: { well: "The new rota" } });

    await office.settle();

    expect(ana.inbox).toHaveLength(1);
    expect(ana.inbox[0]).toContain("Thank you, it's in.");
    expect(ana.inbox[0]).not.toContain("Nothing to report");
  });

  it("stands at home, and is answered there", async ({ office }) => {
    const { ana } = office;
    expect(await ana.opensHome()).not.toContain("Your check-ins");
    await asks(office, weekly, ana);

    expect(await ana.opensHome()).toContain("Weekly check-in: open until Thursday 26 March.");
    await ana.presses("Answer", home);
    const after = await ana.fills({ text: { well: "The new rota" } }, home);

    expect(after).toContain("Thank you, it's in.");
    expect(after).toContain("[What I answered]");
  });

  it("is gone once it is closed, and its message has no buttons left", async ({ office }) => {
    const { ana } = office;
    const round = await asks(office, { ...weekly, round: { sealed: false } }, ana);

    await closesNow(office, round);
    await office.settle();

    expect(await ana.types("/checkin")).toBe("No check-in waits for you.");
    expect(ana.inbox[0]).toContain("This check-in is closed.");
    expect(ana.inbox[0]).not.toMatch(/\[(Skip|Change|Answer)\]/);
  });
});

describe("what a person answered", () => {
  it("is listed by /checkin mine, with their own words and whom they named", async ({ office }) => {
    const { ana, ben } = office;
    await asks(office, weekly, ana);
    await ana.types("/checkin");
    await ana.presses("Answer");
    const filled = {
      text: { well: "The new rota" },
      picked: { helped: [await ben.id()], week: ["2"] },
    };
    await ana.fills(filled);

    const mine = await ana.types("/checkin mine");

    expect(mine).toContain("Weekly check-in, Wednesday 18 March");
    expect(mine).toContain("What went well? The new rota");
    expect(mine).toContain("Who helped you? Ben Okafor");
    expect(mine).not.toMatch(/Hard|🙁/);
    expect(mine).toContain("Confidential answers aren't listed");
  });

  it("tells of a confidential one only that it was answered, while it is open", async ({
    office,
  }) => {
    const { ana } = office;
    const round = await asks(office, { template: "strain" }, ana);
    await ana.presses("5 · Completely", direct);

    const mine = await ana.types("/checkin mine");
    expect(mine).toContain("You haven't answered a check-in by name yet.");
    expect(mine).toContain("Strain: answered, open until Thursday 26 March.");
    expect(mine).not.toContain("Completely");

    await closesNow(office, round);
    expect(await ana.types("/checkin mine")).not.toContain("Strain");
  });

  it("stays a person's own: nobody else's list has it", async ({ office }) => {
    const { ana, ben } = office;
    await asks(office, { template: "shift-end" }, ana);
    await ana.presses("4", direct);

    expect(await ana.types("/checkin mine")).toContain("How much energy do you have left? 4");
    expect(await ben.types("/checkin mine")).not.toContain("energy");
  });
});

describe("putting off and skipping", () => {
  it("asks again tomorrow in a new message, and takes the old one away", async ({ office }) => {
    const { ana } = office;
    const round = await asks(office, weekly, ana);
    const [first] = office.chat.posts;
    await ana.presses("Tomorrow", direct);
    await office.settle();
    expect(ana.inbox[0]).toContain("I'll ask you again: 12:00, Thursday 19 March.");

    await office.passes(day);
    await office.passes(hour);

    expect(ana.inbox).toHaveLength(1);
    expect(ana.inbox[0]).toContain("How was your week?");
    expect(office.chat.posts[0]?.id).not.toBe(first?.id);
    expect(await stateOf(office, round, ana)).toBe("asked");
  });

  it("can be answered while it is put off, and isn't asked again then", async ({ office }) => {
    const { ana } = office;
    const round = await asks(office, weekly, ana);
    await ana.presses("Tomorrow", direct);
    await office.settle();

    await ana.presses("Answer", direct);
    await ana.fills({ text: { well: "The new rota" } }, direct);
    await office.passes(day);

    expect(await stateOf(office, round, ana)).toBe("answered");
    expect(ana.inbox[0]).toContain("Thank you, it's in.");
  });

  it("puts off to the next shift where the rota is known, and offers no day off", async ({
    office,
  }) => {
    const { ana } = office;
    const person = await ana.id();
    await office.store.transact((tx) =>
      tx
        .insertInto("shift")
        .values(
          [
            ["2026-03-18T07:00:00.000Z", "2026-03-18T15:00:00.000Z"],
            ["2026-03-20T07:00:00.000Z", "2026-03-20T15:00:00.000Z"],
          ].map(([from = "", until = ""]) => ({
            organization_id: office.organization,
            person_id: person,
            starts_at: from as never,
            ends_at: until as never,
          })),
        )
        .execute(),
    );
    await asks(office, weekly, ana);
    expect(ana.inbox[0]).toContain("[Next shift]");
    expect(ana.inbox[0]).not.toContain("[Tomorrow]");

    expect(await ana.presses("Next shift", direct)).toContain("09:00, Friday 20 March");
  });

  it("asks once, after the third skip in a row, whether to pause", async ({ office }) => {
    const { ana } = office;
    const schedule = newId("schedule", office.now()) as ScheduleId;
    const said: string[] = [];
    for (const week of ["2026-03-18", "2026-03-25", "2026-04-01", "2026-04-08"]) {
      office.itIs(`${week}T12:00:00Z`);
      const round = { schedule, atLocal: `${week}T12:00`, sealed: false };
      await asks(
        office,
        { ...weekly, round, prompt: { closesAt: "2026-05-01T00:00:00.000Z" as never } },
        ana,
      );
      const [latest] = office.chat.posts.slice(-1);
      const on = (latest?.card.blocks ?? []).flatMap((block) =>
        block.kind === "buttons" ? block.buttons : [],
      );
      said.push(await ana.presses("Skip", { ...direct, on }));
    }

    expect(said.map((text) => text.includes("three times in a row"))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(said[2]).toContain("[Pause check-ins]");
  });
});

describe("a question that follows from an answer", () => {
  const template = {
    id: "own",
    languages: ["en"],
    name: { en: "Handover" },
    sees: "leads",
    kind: "checkin",
    every: "week",
    questions: [
      { id: "calm", kind: "yesNo", ask: { en: "Was it calm?" } },
      {
        id: "parts",
        kind: "choice",
        many: true,
        ask: { en: "Which?" },
        options: [
          { value: "a", label: { en: "Morning" } },
          { value: "b", label: { en: "Evening" } },
        ],
      },
      {
        id: "why",
        kind: "text",
        most: 40,
        ask: { en: "What was missing?" },
        follows: { question: "calm", answers: ["no", "partly"] },
      },
    ],
  };
  const own = { template: "own", version: 1 } as const;

  async function keepOwn(office: Office) {
    const cleared = guard(typed(JSON.stringify(template)), emptyDirectory);
    if (cleared.kind !== "cleared") throw new Error("The template reads like a patient's record");
    await office.store.transact((tx) =>
      tx
        .insertInto("template")
        .values({
          organization_id: office.organization,
          template_id: "own",
          version: 1,
          definition: cleared.text,
          made_by: null,
          made_at: office.now(),
          retired_at: null,
        })
        .execute(),
    );
  }

  it("comes in a second form, when the first one is in already", async ({ office }) => {
    const { ana } = office;
    await keepOwn(office);
    await asks(office, own, ana);

    const first = await ana.presses("Add a few words", direct);
    expect(first).not.toContain("What was missing?");
    const second = await ana.fills({ picked: { calm: ["no"], parts: ["a", "b"] } }, direct);
    expect(second).toContain("One more question, because of what you answered. The rest is in.");
    expect(second).toContain("What was missing?");
    expect(await rowsOf(office, "response")).toHaveLength(2);
    const done = await ana.fills({ text: { why: "The list" } }, direct);

    expect(done).toContain("Thank you, it's in.");
    expect(await kept(office)).toEqual(["calm", "parts", "why"]);
    const change = await ana.presses("Change", direct);
    expect(change).toContain("What was missing?: The list");
  });

  it("goes with the answer it followed from, when that becomes another", async ({ office }) => {
    const { ana } = office;
    await keepOwn(office);
    await asks(office, own, ana);
    await ana.presses("Add a few words", direct);
    await ana.fills({ picked: { calm: ["no"] } }, direct);
    await ana.fills({ text: { why: "The list" } }, direct);

    await ana.presses("Change", direct);
    await ana.fills({ picked: { calm: ["yes"] }, text: { why: "The list" } }, direct);

    expect(await kept(office)).toEqual(["calm"]);
  });

  it("keeps a form open over words that are too many", async ({ office }) => {
    const { ana } = office;
    await keepOwn(office);
    await asks(office, own, ana);
    await ana.presses("Add a few words", direct);
    await ana.fills({ picked: { calm: ["no"] } }, direct);

    expect(await ana.fills({ text: { why: "x".repeat(41) } }, direct)).toBe(
      "why: Please keep it under 40 characters.",
    );
  });

  const kept = async (office: Office) =>
    (await rowsOf(office, "response")).map(({ question }) => question).sort();
});
