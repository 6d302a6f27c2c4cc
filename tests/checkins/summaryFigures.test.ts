/** Figures of a round against numbers worked out by hand, and the promise that none of them gives anybody away. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { AnswerValue } from "../../src/checkins/answer.ts";
import { changeOf } from "../../src/checkins/summary/change.ts";
import { csvOf } from "../../src/checkins/summary/csv.ts";
import { summaryDue } from "../../src/checkins/summary/due.ts";
import type { AnswerGiven } from "../../src/checkins/summary/facts.ts";
import { type Figures, figuresOf, type Mean } from "../../src/checkins/summary/figures.ts";
import { gridOf, pairsOf } from "../../src/checkins/summary/map.ts";
import { type Summary, summariseRound, tellingOf } from "../../src/checkins/summary/summary.ts";
import { bandWithin } from "../../src/checkins/summary/words.ts";
import type { Question, Template } from "../../src/checkins/template.ts";
import { shippedTemplates } from "../../src/checkins/templates/shipped/index.ts";
import { speak } from "../../src/text/say.ts";
import { readInstant } from "../../src/time/instant.ts";
import { publish, unit } from "./summaryStage.ts";

const shipped = (id: string): Template => {
  const template = shippedTemplates.find((one) => one.id === id);
  if (template === undefined) throw new Error(`No template ${id}`);
  return template;
};
const speakingUp = shipped("speaking-up");
const agree = { id: "learn", favourable: 4 };
const scale = (value: number | null): AnswerValue => ({ kind: "scale", value });
const given = (values: readonly number[]) =>
  values.map((value) => ({ value: { kind: "scale", value } as const, count: 1 }));
const say = speak("en", "Europe/Lisbon");

describe("figures of one question", () => {
  it("are the mean, the sample's standard deviation and the share at or above favourable", () => {
    const figures = figuresOf(speakingUp, agree, given([5, 4, 4, 3, 2, 5])) as Mean;

    // Squared distances from 23/6 add up to 6.8333; divided by 5 that is 1.36667.
    expect(figures.mean).toBeCloseTo(3.8333, 4);
    expect(figures.sd).toBeCloseTo(1.16905, 5);
    expect(figures.favourable).toBeCloseTo(4 / 6, 10);
    expect(figures.spread).toEqual({ 2: 1, 3: 1, 4: 2, 5: 2 });
  });

  it("are hidden where fewer than k answered", () => {
    expect(figuresOf(speakingUp, agree, given([5, 4, 3, 2]))).toEqual({ kind: "hidden" });
    expect(figuresOf(shipped("strain"), agree, given([1, 2, 3, 4, 5, 1, 2, 3, 4]))).toEqual({
      kind: "hidden",
    });
  });

  it("are a band where all answered alike, which another answer would have made, too", () => {
    const alike = figuresOf(speakingUp, agree, given([5, 5, 5, 5, 5]));

    expect(alike).toEqual({ kind: "band", count: 5, from: 4, to: 5 });
    expect(figuresOf(speakingUp, agree, given([4, 4, 4, 4, 4]))).toEqual(alike);
  });

  it("count what lies in a band as its middle", () => {
    const band = { value: { kind: "band", from: 4, to: 5 } as const, count: 5 };
    const figures = figuresOf(speakingUp, agree, [band, ...given([1, 2, 1, 2, 2])]) as Mean;

    expect(figures.mean).toBeCloseTo((5 * 4.5 + 8) / 10, 10);
    expect(figures.favourable).toBe(0.5);
    expect(figures.spread).toEqual({ 1: 2, 2: 3 });
  });

  it("are shares where options were chosen, and hidden where everyone chose the same", () => {
    const yesNo = (value: "yes" | "partly" | "no", count: number) => ({
      value: { kind: "yesNo", value } as const,
      count,
    });
    const question = { id: "help", favourable: null };

    expect(figuresOf(speakingUp, question, [yesNo("yes", 6), yesNo("no", 2)])).toEqual({
      kind: "shares",
      count: 8,
      spread: { no: 2, yes: 6 },
    });
    expect(figuresOf(speakingUp, question, [yesNo("yes", 8)])).toEqual({ kind: "hidden" });
  });
});

describe("a change since last time", () => {
  const mean = (count: number, value: number, sd: number): Figures => ({
    kind: "mean",
    count,
    mean: value,
    sd,
    favourable: null,
    spread: {},
  });

  it("is told where the means are over two standard errors apart, and not before", () => {
    // √(1/16 + 1.44/9) = 0.4717
    const before = mean(16, 3, 1);

    expect(changeOf(mean(9, 3.9, 1.2), before)?.mean).toBeNull();
    expect(changeOf(mean(9, 3.95, 1.2), before)?.mean).toBeCloseTo(0.95, 10);
    expect(changeOf(mean(9, 2.0, 1.2), before)?.mean).toBeCloseTo(-1, 10);
  });

  it("is told of shares by p(1 − p)", () => {
    const shares = (yes: number, no: number): Figures => ({
      kind: "shares",
      count: yes + no,
      spread: { yes, no },
    });

    // √(0.75 · 0.25/40 + 0.5 · 0.5/40) = 0.1046; √(0.7 · 0.3/40 + 0.00625) = 0.1072
    expect(changeOf(shares(30, 10), shares(20, 20))?.shares).toEqual({ yes: 0.25, no: -0.25 });
    expect(changeOf(shares(28, 12), shares(20, 20))?.shares).toEqual({});
  });

  it("is not told where there is nothing to compare with", () => {
    expect(changeOf(mean(9, 3, 1), null)).toBeNull();
    expect(changeOf(mean(9, 3, 1), { kind: "hidden" })).toBeNull();
  });
});

/** Respondents of up to five units, each with answers to some of the questions. */
const respondents = fc.array(
  fc.record({
    unit: fc.constantFrom(...["a", "b", "c", "d", "e"].map(unit)),
    answers: fc.tuple(
      ...speakingUp.questions.map((question) =>
        fc
          .option(fc.integer({ min: 1, max: 5 }))
          .map((value) => [question.id, scale(value)] as const),
      ),
    ),
  }),
  { maxLength: 60 },
);

describe("what a summary gives away", () => {
  it("is never a figure of fewer than k, nor the answer of everyone in it", () => {
    fc.assert(
      fc.property(respondents, (all) => {
        const summary = summaryOf(speakingUp, all);
        const figures = [
          ...summary.questions.map((one) => one.figures),
          ...summary.groups.flatMap((group) => group.figures.flatMap((one) => one ?? [])),
        ];
        for (const one of figures) {
          if (one.kind === "hidden") continue;
          expect(one.count).toBeGreaterThanOrEqual(speakingUp.least);
          if (one.kind === "mean") expect(one.sd).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("is never a total that, less the groups shown, leaves some of fewer than k", () => {
    fc.assert(
      fc.property(respondents, (all) => {
        const { questions, groups } = summaryOf(speakingUp, all);
        for (const [at, { figures }] of questions.entries()) {
          const shown = groups.map((group) => countOf(group.figures[at] ?? null));
          const left = countOf(figures) - shown.reduce((sum, count) => sum + count, 0);
          if (groups.length > 0) expect(left === 0 || left >= speakingUp.least).toBe(true);
        }
      }),
    );
  });

  it("holds of named answers as well: no figure of fewer than k, and no unanimous one", () => {
    const question = speakingUp.questions[0] as Question;
    const named: Template = {
      ...speakingUp,
      sees: "leads",
      questions: [{ ...question, confidential: false }],
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }), (values) => {
        const summary = summariseRound(named, {
          asked: 20,
          answered: { kind: "count", count: values.length, quiet: 0 },
          units: [],
          groups: [],
          answers: values.map((value) => ({ ...answerTo(question.id), ...scaled(value) })),
          before: null,
        });
        const [figures] = summary.questions.map((one) => one.figures);
        const alike = new Set(values).size === 1;
        expect(figures?.kind).toBe(values.length < 5 ? "hidden" : alike ? "band" : "mean");
      }),
    );
  });

  it("is nothing about partner units where answers have names, since one person gives several", () => {
    const map = { ...shipped("working-together"), sees: "leads" as const };
    const answers = Array.from({ length: 6 }, () => ({ ...answerTo("reach"), ...scaled(3) }));

    const summary = summariseRound(map, { ...nothing, answers });

    expect(summary.questions).toEqual([]);
    expect(summary.map).toEqual([]);
  });
});

const answerTo = (question: string) => ({ group: null, question, partner: null });
const scaled = (value: number) => ({ value: { kind: "scale", value } as const, count: 1 });
const countOf = (figures: Figures | null): number =>
  figures === null || figures.kind === "hidden" ? 0 : figures.count;
const nothing = {
  asked: 0,
  answered: { kind: "count", count: 0, quiet: 0 },
  units: [],
  groups: [],
  answers: [] as AnswerGiven[],
  before: null,
} as const;

function summaryOf(template: Template, all: Parameters<typeof publish>[1]): Summary {
  const { groups, answers, answered } = publish(template, all, sizes);
  return summariseRound(template, {
    ...nothing,
    asked: all.length,
    answered: { kind: "band", band: answered },
    groups,
    answers,
  });
}

const [lab, west, emergency] = [unit("lab"), unit("west"), unit("emergency")];
const sizes = new Map([lab, west, emergency].map((one) => [one, 8]));
const map = shipped("working-together");

/** So many people of a unit give another these marks, one for each question. */
const rate = (from: typeof lab, about: typeof lab, marks: readonly (readonly number[])[]) =>
  marks.map((own) => ({
    unit: from,
    answers: own.map((mark, at) => [map.questions[at]?.id ?? "", scale(mark), about] as const),
  }));

describe("how many answered", () => {
  it.for([
    { band: "20–29", asked: 23, says: "20–23" },
    { band: "20–29", asked: 20, says: "20" },
    { band: "10–19", asked: 41, says: "10–19" },
    { band: "0–4", asked: 41, says: "0–4" },
  ])("is never told as more than were asked: $says of $asked", ({ band, asked, says }) => {
    expect(bandWithin(band, asked)).toBe(says);
  });
});

describe("the Working Together Map", () => {
  const summary = summaryOf(map, [
    // Means of each person: 4, 4, 3, 3, 5: together 3.8. The third answered only 4 of 6.
    ...rate(lab, west, [
      [4, 4, 4, 4, 4, 4],
      [3, 5, 3, 5, 3, 5],
      [3, 3, 3, 3],
      [2, 4, 2, 4, 2, 4],
      [5, 5, 5, 5, 5, 5],
    ]),
    // 2, 2, 3, 2, 3, together 2.4; a sixth answered 3 of 6, which is too few.
    ...rate(west, lab, [
      [2, 2, 2, 2, 2, 2],
      [1, 3, 1, 3, 1, 3],
      [3, 3, 3, 3, 3, 3],
      [2, 2, 2, 2, 2, 2],
      [3, 3, 3, 3, 3, 3],
      [1, 1, 1],
    ]),
    ...rate(emergency, lab, [
      [1, 1, 1, 1, 1, 1],
      [2, 2, 2, 2, 2, 2],
      [1, 2, 1, 2],
      [3, 3, 3, 3],
      [5, 5, 5, 5],
    ]),
  ]);

  it("tells what each unit says of the other, and the gap between the two", () => {
    const [pair] = pairsOf(summary.map);

    expect(pair).toMatchObject({
      one: [lab],
      other: [west],
      there: { count: 5, mean: expect.closeTo(3.8, 10) },
      back: { count: 5, mean: expect.closeTo(2.4, 10) },
      gap: expect.closeTo(1.4, 10),
    });
  });

  it("tells the gap also where people whose unit isn't known are counted with one of the two", () => {
    const cells = summary.map.map((cell) =>
      cell.raters[0] === west ? { ...cell, raters: [null, west] } : cell,
    );
    const gaps = (all: typeof cells) => pairsOf(all).map(({ gap }) => gap);

    expect(gaps(cells)).toEqual(gaps([...summary.map]));
    expect(gridOf(cells, 12)).toEqual(gridOf(summary.map, 12));
    expect(pairsOf(cells).flatMap(({ one, other }) => [one, other])).toContainEqual([null, west]);
  });

  it("tells no gap where one of the two has not been asked about the other", () => {
    const pair = pairsOf(summary.map).find(({ one }) => one[0] === emergency);

    expect(pair).toMatchObject({ other: [lab], back: { kind: "hidden" }, gap: null });
  });

  it("shows nothing about a unit in which fewer than 5 work, nor by fewer than 5", () => {
    const few = rate(lab, west, [
      [4, 4, 4, 4, 4, 4],
      [3, 3, 3, 3],
      [5, 5, 5, 5],
      [1, 1, 1, 1],
    ]);
    const { groups, answers } = publish(
      map,
      [...few, ...rate(west, lab, [[1, 2, 3, 4, 5, 1]])],
      sizes,
    );
    const small = publish(
      map,
      rate(lab, west, [
        [4, 4, 4, 4],
        [3, 3, 3, 3],
        [5, 5, 5, 5],
        [1, 1, 1, 1],
        [2, 2, 2, 2],
      ]),
      new Map([[west, 4]]),
    );

    expect(summariseRound(map, { ...nothing, groups, answers }).map).toEqual([]);
    expect(summariseRound(map, { ...nothing, ...small, answered: nothing.answered }).map).toEqual(
      [],
    );
  });

  it("pictures the twelve units that say and are told most, and names the others", () => {
    const all = Array.from({ length: 14 }, (_, at) => unit(String(at)));
    const figures = {
      kind: "mean",
      count: 5,
      mean: 3,
      sd: 1,
      favourable: null,
      spread: {},
    } as const;
    const cells = all.flatMap((rater) =>
      all
        .slice(0, 12)
        .flatMap((rated) => (rater === rated ? [] : [{ raters: [rater], rated, figures }])),
    );

    const grid = gridOf(cells, 12);

    expect(grid.units).toHaveLength(12);
    expect(grid.left).toEqual([[unit("12")], [unit("13")]]);
    expect(grid.cells[0]?.[0]).toBeNull();
    expect(grid.cells[0]?.[1]).toBe(3);
  });
});

describe("the file of figures", () => {
  it("has every figure of the summary, counts in bands, and text that no spreadsheet takes for a formula", () => {
    const names = new Map([
      [lab, "=HYPERLINK(“x”)"],
      [west, "4 West, Surgery"],
    ]);
    const answer = (values: readonly number[], own: typeof lab) =>
      values.map((value) => ({ unit: own, answers: [["learn", scale(value)] as const] }));
    const summary = summaryOf(speakingUp, [
      ...answer([5, 4, 4, 3, 2, 5], lab),
      ...answer([1, 1, 1, 1, 2], west),
    ]);

    const lines = csvOf(say, speakingUp, summary, names).split("\r\n");

    expect(lines[0]).toBe(
      "Group,About,Question,Answers,Result,Standard deviation,Favourable,Distribution,Change",
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^everyone,,A mistake here .*,10–19,2\.6,1\.6,40%,/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^'=HYPERLINK\(“x”\),,A mistake/));
    expect(lines).toContainEqual(expect.stringMatching(/^"4 West, Surgery",,A mistake.*,5–9,1.2,/));
  });
});

describe("the hour of a summary", () => {
  it.for([
    { closed: "2026-03-19T23:59:00Z", due: "2026-03-20T09:00:00.000Z" },
    { closed: "2026-03-20T09:00:00Z", due: "2026-03-23T09:00:00.000Z" },
    // Lisbon is an hour ahead of UTC from 29 March on.
    { closed: "2026-03-28T10:00:00Z", due: "2026-03-30T08:00:00.000Z" },
  ])("after $closed is $due, never on a weekend", ({ closed, due }) => {
    expect(summaryDue(readInstant(closed), "Europe/Lisbon")).toBe(due);
  });
});

describe("whom a round is told to", () => {
  const none: Summary = { ...nothing, questions: [], groups: [], map: [] };
  it.for([
    { answered: { kind: "count", count: 0, quiet: 0 }, telling: "nobody" },
    { answered: { kind: "count", count: 3, quiet: 3 }, telling: "quiet" },
    { answered: { kind: "count", count: 3, quiet: 2 }, telling: "summary" },
    { answered: { kind: "band", band: "0–4" }, telling: "few" },
  ] as const)("is decided by what there is to tell: $telling", ({ answered, telling }) => {
    expect(tellingOf({ ...none, answered })).toBe(telling);
  });
});
