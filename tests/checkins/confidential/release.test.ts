/** What a closed round may tell, decided in one place: whoever reads, exports or draws it later has no more than this. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Answer } from "../../../src/checkins/answer.ts";
import { bandOf, fixGroups } from "../../../src/checkins/confidential/groups.ts";
import { type Released, release } from "../../../src/checkins/confidential/release.ts";
import { meanOfAll } from "../../../src/checkins/confidential/saying.ts";
import { createTally, type Respondent } from "../../../src/checkins/confidential/tally.ts";
import type { Template } from "../../../src/checkins/template.ts";
import type { UnitId } from "../../../src/ids.ts";
import { asked, comment, respondent, says, scale, template, writes } from "./templates.ts";

const unit = (name: string) => `unt_${name}` as UnitId;

/** Groups of one unit each, named like their units: "a", "b", "c". */
function released(
  of: Template,
  respondents: readonly Respondent[],
  more: { readonly groups?: readonly string[]; readonly sizes?: Record<string, number> } = {},
): Released {
  const tally = createTally(of);
  for (const one of respondents) tally.add(one);
  const keys = more.groups ?? [...new Set(respondents.map(({ group }) => group))].toSorted();
  return release(tally, {
    groups: keys.map((key) => ({ key, units: [unit(key)], asked: 40 })),
    sizes: new Map(
      Object.entries(more.sizes ?? {}).map(([name, persons]) => [unit(name), persons]),
    ),
  });
}

/** "5 5 4" → respondents of a group who gave these values to "clear". */
const gave = (group: string, values: string): Respondent[] =>
  values.split(" ").map((value) => respondent(group, says("clear", Number(value))));

/** "a clear: 1×2 5×4" for each cell. */
const told = ({ cells }: Released): string[] =>
  cells.map(({ group, question, partner, values, comments }) => {
    const counts = values.map(({ value, count }) => `${shown(value)}×${count}`);
    const about = partner === null ? "" : ` ${partner}`;
    return `${group} ${question}${about}: ${[...counts, ...comments].join(" ")}`;
  });

const shown = (value: Released["cells"][number]["values"][number]["value"]): string => {
  if (value.kind === "band") return `${value.from}–${value.to}`;
  return value.kind === "choice" ? value.values.join("+") : String(value.value);
};

const pulse = template([scale("clear"), comment("change")]);

describe("the groups in which confidential answers are counted", () => {
  it("are the units, where enough people are asked in each", () => {
    const groups = fixGroups(
      [
        { unit: unit("lab"), asked: 12 },
        { unit: unit("west"), asked: 7 },
      ],
      5,
    );

    expect(groups.map(({ units }) => units)).toEqual([[unit("west")], [unit("lab")]]);
  });

  it("take a small unit together with the next smallest, until none is small", () => {
    const groups = fixGroups(
      [
        { unit: unit("lab"), asked: 12 },
        { unit: unit("icu"), asked: 2 },
        { unit: unit("west"), asked: 7 },
        { unit: unit("er"), asked: 1 },
      ],
      5,
    );

    expect(groups.map(({ units }) => units.toSorted())).toEqual([
      [unit("er"), unit("icu"), unit("west")],
      [unit("lab")],
    ]);
  });

  it("count people without a unit as one more", () => {
    const groups = fixGroups([{ unit: null, asked: 5 }], 5);

    expect(groups).toEqual([{ key: "g1", units: [null] }]);
  });

  it("are none where all together are too few: then nobody is asked", () => {
    expect(fixGroups([{ unit: unit("lab"), asked: 4 }], 5)).toEqual([]);
  });

  it("are the same whatever order the units come in, whole, and none too small", () => {
    const units = fc.uniqueArray(
      fc.record({ unit: fc.nat(40).map((n) => unit(String(n))), asked: fc.nat(15) }),
      { selector: (one) => one.unit },
    );
    fc.assert(
      fc.property(units, fc.constantFrom(5, 10), (some, least) => {
        const groups = fixGroups(some, least);
        const askedIn = new Map(some.map(({ unit: id, asked: persons }) => [id, persons]));
        const counts = groups.map(({ units: ids }) =>
          ids.reduce((sum, id) => sum + (askedIn.get(id as UnitId) ?? 0), 0),
        );

        expect(fixGroups(some.toReversed(), least)).toEqual(groups);
        expect(counts.every((count) => count >= least)).toBe(true);
        const everyone = some.reduce((sum, { asked: persons }) => sum + persons, 0);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(everyone < least ? 0 : everyone);
      }),
    );
  });
});

describe("how many", () => {
  it.for([
    [0, "0–4"],
    [5, "5–9"],
    [10, "10–19"],
    [29, "20–29"],
    [99, "90–99"],
    [100, "100–199"],
    [4_321, "4000–4999"],
  ] as const)("%i is told as %s", ([count, band]) => {
    expect(bandOf(count)).toBe(band);
  });
});

describe("what is told of confidential answers", () => {
  it("is what each group said, and in bands how many it were", () => {
    const all = released(pulse, [...gave("a", "1 5 5 4 2"), ...gave("b", "2 2 2 3 3 3 3")]);

    expect(told(all)).toEqual(["a clear: 1×1 2×1 4×1 5×2", "b clear: 2×3 3×4"]);
    expect(all.groups.map(({ key, asked, answered }) => [key, asked, answered])).toEqual([
      ["a", "40–49", "5–9"],
      ["b", "40–49", "5–9"],
    ]);
    expect(all.everybody).toEqual({ asked: 80, answered: "10–19" });
  });

  it("is nothing where fewer than five answered in all", () => {
    const all = released(pulse, gave("a", "1 2 3 4"));

    expect([all.groups, all.cells]).toEqual([[], []]);
    expect(all.everybody.answered).toBe("0–4");
  });

  it("takes ten for strain", () => {
    const strain = template([scale("clear")], { least: 10 });

    expect(told(released(strain, gave("a", "1 2 3 4 5 1 2 3 4")))).toEqual([]);
    expect(told(released(strain, gave("a", "1 2 3 4 5 1 2 3 4 5")))).toHaveLength(1);
  });

  it("takes a group in which too few answered together with the next smallest", () => {
    const all = released(pulse, [
      ...gave("a", "1 1"),
      ...gave("b", "2 2 2 3 3"),
      ...gave("c", "5 5 5 5 4 4 4 4"),
    ]);

    expect(told(all)).toEqual(["a clear: 1×2 2×3 3×2", "c clear: 4×4 5×4"]);
    expect(all.groups.map(({ units }) => units)).toEqual([[unit("a"), unit("b")], [unit("c")]]);
  });

  it("hides a question that few of a group could answer, and the next smallest group's with it", () => {
    const two = template([scale("clear"), scale("early")]);
    const also = (group: string, early: string) =>
      early
        .split(" ")
        .map((value) =>
          respondent(
            group,
            says("clear", 1),
            says("clear", 2),
            says("early", value === "-" ? null : Number(value)),
          ),
        );

    const all = released(two, [
      ...also("a", "1 2 - - - -"),
      ...also("b", "1 2 3 4 5 1"),
      ...also("c", "1 2 3 4 5 1 2"),
    ]);

    expect(told(all).filter((cell) => cell.includes("early"))).toEqual([
      "c early: 1×2 2×2 3×1 4×1 5×1",
    ]);
  });

  it("says of a group that answered alike only in which half of the scale it lies", () => {
    expect(told(released(pulse, gave("a", "5 5 5 5 5")))).toEqual(["a clear: 4–5×5"]);
    expect(told(released(pulse, gave("a", "4 4 4 4 4")))).toEqual(["a clear: 4–5×5"]);
    expect(told(released(pulse, gave("a", "3 3 3 3 3")))).toEqual(["a clear: 1–3×5"]);
    expect(told(released(pulse, gave("a", "1 1 1 1 1")))).toEqual(["a clear: 1–3×5"]);
  });

  it("says nothing of it where two halves would tell it all the same", () => {
    const yesNo = template([{ ...asked, id: "help", kind: "yesNo" }]);
    const answers = (group: string, ...values: ("yes" | "no")[]) =>
      values.map((value) =>
        respondent(group, { question: "help", partner: null, value: { kind: "yesNo", value } }),
      );

    expect(told(released(yesNo, answers("a", "no", "no", "no", "no", "no")))).toEqual([]);
    expect(told(released(yesNo, answers("a", "no", "no", "no", "no", "yes")))).toEqual([
      "a help: no×4 yes×1",
    ]);

    // Nor in a group beside it, the only other one: a total would tell the rest.
    const alike = answers("a", "no", "no", "no", "no", "no");
    const mixed = answers("b", "no", "no", "yes", "yes", "no", "no");
    expect(told(released(yesNo, [...alike, ...mixed]))).toEqual([]);
  });

  it("does not tell that everybody chose the same one of several", () => {
    const options = ["noise", "staff", "tubes"].map((value) => ({ value, label: () => [] }));
    const choice = template([{ ...asked, id: "why", kind: "choice", many: true, options }]);
    const chose = (...values: string[]) =>
      respondent("a", { question: "why", partner: null, value: { kind: "choice", values } });
    const four = [chose("noise"), chose("staff", "noise"), chose("noise"), chose("noise", "tubes")];

    expect(told(released(choice, [...four, chose("noise", "staff")]))).toEqual([]);
    expect(told(released(choice, [...four, chose("tubes")]))).toHaveLength(1);
  });

  it("counts the last answer of whoever answered twice, and nobody who could say nothing", () => {
    const twice = respondent("a", says("clear", 1), says("clear", 5));
    const all = released(pulse, [
      twice,
      ...gave("a", "2 3 4 4"),
      respondent("a", says("clear", null)),
    ]);

    expect(told(all)).toEqual(["a clear: 2×1 3×1 4×2 5×1"]);
    expect(all.groups[0]?.answered).toBe("5–9");
  });

  it("keeps what was asked only after some answers to itself where those answers are not told", () => {
    const after = template([
      scale("clear"),
      { ...comment("why"), follows: { question: "clear", answers: ["1"] } },
    ]);
    const unhappy = (n: number) => respondent("a", says("clear", 1), writes("why", `no ${n}`));
    const ten = Array.from({ length: 10 }, (_, n) => unhappy(n));

    expect(told(released(after, ten))).toEqual(["a clear: 1–3×10"]);
    expect(told(released(after, [...ten, ...gave("a", "5")]))).toHaveLength(2);
  });

  it("is not what a named check-in keeps under a name", () => {
    const weekly = template([scale("week", { confidential: true }), scale("clear")], {
      sees: "leads",
    });
    const answers = [1, 2, 3, 4, 5].map((value) =>
      respondent("a", says("week", value), says("clear", value)),
    );

    expect(told(released(weekly, answers))).toEqual(["a week: 1×1 2×1 3×1 4×1 5×1"]);
  });
});

describe("comments", () => {
  const ten = (group: string, from: number) =>
    Array.from({ length: 10 }, (_, n) =>
      respondent(group, says("clear", 1 + (n % 5)), writes("change", `word ${from + n}`)),
    );
  const comments = (all: Released) => all.cells.filter((cell) => cell.comments.length > 0);

  it("stand where ten answered", () => {
    expect(comments(released(pulse, ten("a", 10)))[0]?.comments).toHaveLength(10);
  });

  it("stand nowhere where nine did, whatever they wrote", () => {
    expect(comments(released(pulse, ten("a", 10).slice(1)))).toEqual([]);
  });

  it("of a group of five stand together with those of the next", () => {
    const all = comments(released(pulse, [...ten("a", 10).slice(5), ...ten("b", 20)]));

    expect(all.map(({ group }) => group)).toEqual(["a+b"]);
    expect(all[0]?.comments).toHaveLength(15);
  });

  it("stand in the order of the alphabet, not in which they came", () => {
    const words = comments(released(pulse, ten("a", 10).toReversed()))[0]?.comments;

    expect(words).toEqual(words?.toSorted());
  });
});

describe("what units say of each other", () => {
  const six = ["reach", "clear", "early", "together", "knows", "values"];
  const map = template(
    six.map((id) => scale(id)),
    { perUnit: true },
  );
  const rates = (group: string, partner: string, values: readonly (number | null)[]) =>
    respondent(group, ...values.map((value, at) => says(six[at] ?? "", value, unit(partner))));
  const five = (group: string, partner: string) =>
    [1, 2, 3, 4, 5].map((value) => rates(group, partner, Array(6).fill(value)));

  it("is one mean of each rater: of at least four of the six", () => {
    const all = [
      ...five("lab", "west").slice(1),
      rates("lab", "west", [4, 4, 4, 5, null, null]),
      rates("lab", "west", [1, 1, 1, null, null, null]),
    ];

    expect(told(released(map, all, { sizes: { west: 9 } }))).toEqual([
      `lab ${meanOfAll} unt_west: 2×1 3×1 4.25×1 4×1 5×1`,
    ]);
  });

  it("takes five raters, and five people in the unit that is rated", () => {
    const sizes = { west: 5, icu: 4 };

    expect(told(released(map, five("lab", "west"), { sizes }))).toHaveLength(1);
    expect(told(released(map, five("lab", "west").slice(1), { sizes }))).toEqual([]);
    expect(told(released(map, five("lab", "icu"), { sizes }))).toEqual([]);
  });
});

/** Three groups, three questions, a comment; anything may be left open. */
const anyAnswers = fc
  .record({
    clear: fc.option(fc.integer({ min: 1, max: 5 })),
    early: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 2 }),
    alike: fc.option(fc.constantFrom(5, 5, 5, 4)),
    change: fc.option(fc.nat(99)),
  })
  .map(({ change, ...values }): Answer[] => [
    ...Object.entries(values).map(([question, value]) => says(question, value)),
    ...(change === null ? [] : [writes("change", `word ${change}`)]),
  ]);
const anyRound = fc.array(
  fc.record({ group: fc.constantFrom("a", "a", "b", "c", "d"), answers: anyAnswers }),
  { maxLength: 45 },
);
const anyTemplate = fc
  .constantFrom(5, 10)
  .map((least) =>
    template([scale("clear"), scale("early"), scale("alike"), comment("change")], { least }),
  );

describe("whatever people answer", () => {
  const groups = ["a", "b", "c", "d"];
  const spoke = ({ answers }: Respondent) =>
    answers.some(({ value }) => value.kind !== "scale" || value.value !== null);

  it("no group and no cell is told of fewer than k", () => {
    fc.assert(
      fc.property(anyTemplate, anyRound, (of, round) => {
        const all = released(of, round, { groups });

        for (const { units } of all.groups) {
          const members = round.filter((one) => spoke(one) && units.includes(unit(one.group)));
          expect(members.length).toBeGreaterThanOrEqual(of.least);
        }
        for (const { values } of all.cells.filter((cell) => cell.comments.length === 0)) {
          const count = values.reduce((sum, one) => sum + one.count, 0);
          expect(count).toBeGreaterThanOrEqual(of.least);
        }
      }),
    );
  });

  it("no total minus what is told gives back a cell, or an answer of fewer than k", () => {
    fc.assert(
      fc.property(anyTemplate, anyRound, (of, round) => {
        const all = released(of, round, { groups });
        for (const question of ["clear", "early", "alike"]) {
          const given = (keys: readonly string[]) =>
            round.filter(
              ({ group, answers }) =>
                keys.includes(group) &&
                answers.some(
                  (one) =>
                    one.question === question && one.value.kind === "scale" && one.value.value,
                ),
            ).length;
          const cells = all.cells.filter((cell) => cell.question === question);
          const hidden = all.groups
            .filter(({ key }) => cells.every(({ group }) => group !== key))
            .map(({ units }) => given(units.map((id) => (id ?? "").replace("unt_", ""))))
            .filter((count) => count > 0);
          if (cells.length === 0 || hidden.length === 0) continue;

          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(of.least);
        }
      }),
    );
  });

  it("no cell tells that all answered alike, and with what", () => {
    fc.assert(
      fc.property(anyTemplate, anyRound, (of, round) => {
        for (const { values, comments } of released(of, round, { groups }).cells) {
          if (comments.length > 0) continue;
          const [first, ...rest] = values;
          const isBand = first?.value.kind === "band" && first.value.to > first.value.from;
          expect(rest.length > 0 || isBand).toBe(true);
        }
      }),
    );
  });

  it("no comment stands where fewer than ten answered", () => {
    fc.assert(
      fc.property(anyTemplate, anyRound, (of, round) => {
        const all = released(of, round, { groups });
        for (const { group, comments } of all.cells) {
          if (comments.length === 0) continue;
          const keys = group.split("+");
          const units = all.groups.flatMap((one) => (keys.includes(one.key) ? one.units : []));
          const members = round.filter((one) => spoke(one) && units.includes(unit(one.group)));
          expect(members.length).toBeGreaterThanOrEqual(10);
        }
      }),
    );
  });

  it("the order in which they answered leaves no trace", () => {
    const shuffled = anyRound.chain((round) =>
      fc.tuple(
        fc.constant(round),
        fc.shuffledSubarray(round, { minLength: round.length, maxLength: round.length }),
      ),
    );
    fc.assert(
      fc.property(anyTemplate, shuffled, (of, [round, other]) => {
        expect(released(of, other, { groups })).toEqual(released(of, round, { groups }));
      }),
    );
  });
});
