/** What a round came to, told at its close. */
import { describe, expect } from "vitest";

import { checkChart } from "../../adapters/chart/check.ts";
import { runCommand } from "../../adapters/cli/cli.ts";
import { renderCard } from "../../adapters/slack/cards.ts";
import { checkMessage } from "../../adapters/slack/limits.ts";
import type { AnswerValue } from "../../src/checkins/answer.ts";
import { summaryCard } from "../../src/checkins/summary/cards.ts";
import type { Summary } from "../../src/checkins/summary/summary.ts";
import type { Question } from "../../src/checkins/template.ts";
import { workingTogether } from "../../src/checkins/templates/shipped/betweenUnits.ts";
import { speakingUp } from "../../src/checkins/templates/shipped/climate.ts";
import { weeklyCheckin } from "../../src/checkins/templates/shipped/weekly.ts";
import { features } from "../../src/features.ts";
import { newId, type ScheduleId } from "../../src/ids.ts";
import { giveRole } from "../../src/people/queries/roles.ts";
import type { Cleared } from "../../src/privacy/phi/cleared.ts";
import { speak } from "../../src/text/say.ts";
import { it, type Office } from "../support/office.ts";
import { addUnit, type Closed, closeRound, publish, unit, words } from "./summaryStage.ts";

/** Thursday midnight in Lisbon; the summary's hour is Friday the 20th at nine. */
const closedAt = "2026-03-19T23:59:00Z";
const due = "2026-03-20T09:00:00Z";
const lab = unit("lab");

const mood = (value: number): AnswerValue => ({ kind: "mood", value });
const scale = (value: number): AnswerValue => ({ kind: "scale", value });

const moods = (...values: readonly number[]) =>
  publish(
    weeklyCheckin,
    values.map((value) => ({ unit: lab, answers: [["week", mood(value)] as const] })),
  );

const weekly = (more: Partial<Closed> = {}): Closed => ({
  template: "weekly-checkin",
  atLocal: "2026-03-13T15:00",
  closedAt,
  unit: lab,
  states: { answered: 12, quiet: 2, skipped: 1, missed: 4, off: 3, gone: 1 },
  published: moods(5, 5, 4, 4, 4, 3, 5, 4, 3, 4),
  named: [["way", words("Nobody knows whom to call after 17:00")]],
  ...more,
});

async function speakUp(office: Office, more: Partial<Closed> = {}) {
  const west = await addUnit(office, unit("west"), "4 West");
  const answers = (own: typeof lab, values: readonly number[]) =>
    values.map((value) => ({
      unit: own,
      answers: [
        ["learn", scale(value)],
        ["help", scale(6 - value)],
      ] as const,
    }));
  return closeRound(
    office,
    weekly({
      template: "speaking-up",
      states: { gone: 20 },
      named: [],
      published: publish(speakingUp, [
        ...answers(lab, [5, 4, 4, 3, 2, 5]),
        ...answers(west, [1, 1, 1, 1, 2]),
      ]),
      ...more,
    }),
  );
}

async function leads(office: Office): Promise<void> {
  await addUnit(office, lab, "Core Lab");
  const lead = await office.ana.id();
  await office.store.transact((tx) => giveRole(tx, office.organization, lead, "lead", lab));
}

describe("a round's summary in its channel", () => {
  it("says who answered, how the mood was, and no word or name of an answer", async ({
    office,
  }) => {
    await leads(office);
    await closeRound(office, weekly());
    office.itIs("2026-03-20T08:59:00Z");
    await office.settle();
    expect(office.chat.texts("C_LAB")).toEqual([]);

    office.itIs(due);
    await office.settle();

    const [text = ""] = office.chat.texts("C_LAB");
    expect(text).toContain(
      "Weekly check-in\nCore Lab, week to 13 March. 14 of 19 answered. Mood 4.1 of 5.",
    );
    expect(text).toContain(
      "How was your week? (in %): 😀 Great: 30%, 🙂 Good: 50%, 😐 Mixed: 20%, 🙁 Hard: 0%, 😣 Very hard: 0%.",
    );
    expect(text).not.toMatch(/whom to call|prs_|Ana/);
    expect(office.ana.inbox).toEqual([]);
  });

  it("compares with the last round of its schedule only where that is more than chance, and draws the trend", async ({
    office,
  }) => {
    const schedule = newId("schedule", office.now()) as ScheduleId;
    const closes = (atLocal: string, closed: string, published: Closed["published"]) =>
      closeRound(office, {
        ...weekly({ atLocal, closedAt: closed, schedule }),
        ...(published === undefined ? {} : { published }),
      });
    await closes("2026-02-27T15:00", "2026-03-05T23:59:00Z", moods(5, 4, 4, 5, 4, 4));
    office.itIs("2026-03-06T09:00:00Z");
    await office.settle();
    await closes("2026-03-06T15:00", "2026-03-12T23:59:00Z", moods(4, 4, 4, 5, 4, 4));
    office.itIs("2026-03-13T09:00:00Z");
    await office.settle();
    await closes("2026-03-13T15:00", closedAt, moods(2, 2, 3, 2, 1, 2));
    office.itIs(due);
    await office.settle();

    const [, second, third] = office.chat.texts("C_LAB");
    expect(second).toContain("Mood 4.2 of 5, no real change.");
    expect(third).toContain("Mood 2.0 of 5, -2.2 since last time.");
    expect(third).toContain("How was your week? 4.3 (27 Feb), 4.2 (6 Mar), 2.0 (13 Mar)");
  });

  it("shows of confidential answers bands of who answered, each question, and each group", async ({
    office,
  }) => {
    await leads(office);
    await speakUp(office);
    office.itIs(due);
    await office.settle();

    const [text = ""] = office.chat.texts("C_LAB");
    expect(text).toContain("10–19 of 20 answered.");
    expect(text).toContain("Question | Answers | Result | Favourable | Change");
    expect(text).toMatch(/3\. A mistake here.* \| 10–19 \| 2\.6 \| 40% \| \n/);
    expect(text).toContain("Core Lab | 5–9 | too few | too few | 3.8 | 2.2");
    expect(text).toContain("4 West | 5–9 | too few | too few | 1.2 | 4.8");
  });

  it("shows what units say of each other as a picture and a table with both directions and the gap", async ({
    office,
  }) => {
    await leads(office);
    const west = await addUnit(office, unit("west"), "4 West");
    const rate = (from: typeof lab, about: typeof lab, marks: readonly number[]) =>
      marks.map((mark) => ({
        unit: from,
        answers: workingTogether.questions.map(({ id }) => [id, scale(mark), about] as const),
      }));
    const published = publish(
      workingTogether,
      [...rate(lab, west, [4, 4, 3, 3, 5]), ...rate(west, lab, [2, 2, 3, 2, 3])],
      new Map([
        [lab, 9],
        [west, 9],
      ]),
    );
    await closeRound(office, weekly({ template: "working-together", named: [], published }));
    office.itIs(due);
    await office.settle();

    const [text = ""] = office.chat.texts("C_LAB");
    expect(text).toContain("Unit | Other unit | Says of it | Hears from it | Gap");
    expect(text).toMatch(
      /Core Lab \| 4 West \| 3\.8 \| 2\.4 \| \+1\.4|4 West \| Core Lab \| 2\.4 \| 3\.8 \| -1\.4/,
    );
    const charts = office.chat.posts.flatMap(({ card }) =>
      card.blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : [])),
    );
    expect(charts).toEqual([expect.objectContaining({ kind: "matrix" })]);
  });

  it("ends with what was said and will be done about the last round", async ({ office }) => {
    const schedule = newId("schedule", office.now()) as ScheduleId;
    const first = await closeRound(
      office,
      weekly({ schedule, atLocal: "2026-03-06T15:00", closedAt: "2026-03-12T23:59:00Z" }),
    );
    office.itIs("2026-03-13T09:00:00Z");
    await office.settle();
    const owner = await office.ana.id();
    await office.store.transact((tx) =>
      tx
        .insertInto("outcome")
        .values({
          organization_id: office.organization,
          outcome_id: newId("outcome", office.now()),
          round_id: first,
          said: "after 17:00 nobody knows whom to call for add-ons." as Cleared,
          did: "put one number on every ward phone." as Cleared,
          owner_id: owner,
          due_on: "2026-10-14",
          published_by: owner,
          published_at: office.now(),
        })
        .execute(),
    );
    await closeRound(office, weekly({ schedule }));
    office.itIs(due);
    await office.settle();

    expect(office.chat.texts("C_LAB").at(-1)).toContain(
      "You said: after 17:00 nobody knows whom to call for add-ons. We will: put one number on every ward phone. Ana Silva, by 14 October.",
    );
  });

  it("stands as it was made, whatever is written afterwards", async ({ office }) => {
    const round = await closeRound(office, weekly());
    office.itIs("2026-03-20T01:00:00Z");
    await office.settle();
    await office.store.transact((tx) =>
      tx.deleteFrom("published").where("round_id", "=", round).execute(),
    );
    office.itIs(due);
    await office.settle();

    expect(office.chat.texts("C_LAB")[0]).toContain("Mood 4.1 of 5.");
  });
});

describe("the largest summary there can be", () => {
  it("is taken by Slack whole", async ({ office }) => {
    const question = speakingUp.questions[0] as Question;
    const questions = Array.from({ length: 20 }, (_, at) => ({ ...question, id: `q${at}` }));
    const units = Array.from({ length: 70 }, (_, at) => unit(String(at)));
    const names = new Map(units.map((one, at) => [one, `Ward ${at} of the eastern building`]));
    const figures = {
      kind: "mean",
      count: 12,
      mean: 3.4,
      sd: 1,
      favourable: 0.5,
      spread: { 3: 12 },
    } as const;
    const summary: Summary = {
      asked: 2_000,
      answered: { kind: "band", band: "1000–1999" },
      units,
      questions: questions.map(({ id }) => ({
        question: id,
        sealed: true,
        figures,
        change: { mean: 0.4, favourable: 0.2, shares: {} },
      })),
      groups: units.map((one) => ({
        units: [one],
        answered: "10–19",
        figures: questions.map(() => figures),
      })),
      map: units
        .slice(0, 20)
        .flatMap((one) =>
          units
            .slice(0, 20)
            .flatMap((other) => (one === other ? [] : [{ raters: [one], rated: other, figures }])),
        ),
    };
    const card = summaryCard(speak("de", "Europe/Lisbon"), {
      round: {
        id: newId("round", office.now()),
        atLocal: "2026-12-04T15:00",
        window: { kind: "days", days: 14 },
        channel: null,
      },
      template: { ...speakingUp, questions },
      who: [{ kind: "words", words: "St. Anne's" }],
      summary,
      earlier: Array.from({ length: 7 }, () => ({ atLocal: "2026-11-27T15:00", summary })),
      names,
      done: [],
      forLead: true,
    });

    expect(checkMessage(renderCard(card))).toEqual([]);
    for (const block of card.blocks) if (block.kind === "chart") checkChart(block.chart);
  });
});

describe("a round with nothing to show", () => {
  it.for([
    { states: { missed: 14 }, says: "nobody of the 14 who were asked answered" },
    {
      states: { quiet: 12, missed: 2 },
      says: "A quiet week. 12 of 14 answered, nothing in the way. Nothing for you to do.",
    },
  ])("is posted nowhere, and its lead reads “$says”", async ({ states, says }, { office }) => {
    await leads(office);
    await closeRound(office, weekly({ states, named: [], published: moods() }));
    office.itIs(due);
    await office.settle();

    expect(office.chat.texts("C_LAB")).toEqual([]);
    expect(office.ana.inbox).toEqual([expect.stringContaining(says)]);
  });

  it("tells its lead when too few answered in confidence", async ({ office }) => {
    await leads(office);
    const few = [3, 4, 5, 2].map((value) => ({
      unit: lab,
      answers: [["learn", scale(value)] as const],
    }));
    await speakUp(office, { published: publish(speakingUp, few) });
    office.itIs(due);
    await office.settle();

    expect(office.chat.texts("C_LAB")).toEqual([]);
    expect(office.ana.inbox).toEqual([expect.stringContaining("each needs 5 or more")]);
  });

  it("is told to nobody where it was for the answerer alone", async ({ office }) => {
    await leads(office);
    await closeRound(
      office,
      weekly({
        template: "shift-end",
        named: [["energy", scale(2)]],
        madeBy: await office.ben.id(),
      }),
    );
    office.itIs(due);
    await office.settle();

    expect(office.chat.posts).toEqual([]);
  });
});

describe("a summary for the leads", () => {
  it("comes to the leads of the units that were asked and to whoever started it, in no channel", async ({
    office,
  }) => {
    await leads(office);
    await speakUp(office, { summaryTo: "leads", madeBy: await office.ben.id() });
    office.itIs(due);
    await office.settle();

    expect(office.chat.texts("C_LAB")).toEqual([]);
    expect(office.ana.inbox).toEqual([expect.stringContaining("[Say what will be done]")]);
    expect(office.ben.inbox).toHaveLength(1);
  });

  it("comes to them as well where the channel can't be posted to, and says so", async ({
    office,
  }) => {
    await leads(office);
    await closeRound(office, weekly());
    office.chat.refuse("C_LAB", { kind: "gone", why: "is_archived" });
    office.itIs(due);
    await office.settle();

    expect(office.ana.inbox).toEqual([expect.stringContaining("I could not post this in #C_LAB")]);
  });
});

describe("the figures as CSV", () => {
  it("come to a lead by a button, and to nobody whom the summary was not for", async ({
    office,
  }) => {
    await leads(office);
    await speakUp(office, { summaryTo: "leads" });
    office.itIs(due);
    await office.settle();
    const post = office.chat.posts[0];
    const on = post?.card.blocks.flatMap((block) =>
      block.kind === "buttons" ? block.buttons : [],
    );

    expect(await office.ana.presses("Figures as CSV")).toContain("everyone,,A mistake here");
    expect(await office.cleo.presses("Figures as CSV", on === undefined ? {} : { on })).toBe(
      "These figures went to the leads of the units that were asked.",
    );
  });

  it("are printed by the command line", async ({ office }) => {
    await leads(office);
    const round = await speakUp(office);
    office.itIs(due);
    await office.settle();
    const told = { out: [] as string[], err: [] as string[] };
    const ports = {
      out: (text: string) => void told.out.push(text),
      complain: (text: string) => void told.err.push(text),
      features,
      clock: office.now,
      open: async () => ({ store: office.store, applied: [], close: async () => {} }),
      backup: async () => "copied" as const,
      packTeamsApp: async () => ({ missing: [] }),
    };

    expect(await runCommand(["checkins", "export", round], ports)).toBe(0);
    expect(told.out.join("")).toMatch(/^Group,About,Question/);
    expect(told.out.join("")).toContain("Core Lab,,A mistake here");
    expect(await runCommand(["checkins", "export", "rnd_none"], ports)).toBe(66);
    expect(told.err.join("")).toContain("rnd_none is not a closed round with a summary");
  });
});
