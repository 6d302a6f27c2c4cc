/** The summary as a file (RFC 4180): the same figures as on the card, nothing besides. */
import { type Cell, csvLine } from "../../chat/csv.ts";
import { type Line, plain } from "../../chat/line.ts";
import type { Say } from "../../text/say.ts";
import { labelOf } from "../answering/labels.ts";
import type { Question, Template } from "../template.ts";
import type { Change } from "./change.ts";
import { type Figures, shareOf } from "./figures.ts";
import type { Summary } from "./summary.ts";
import { changeLine, countLine, favourableLine, type UnitNames, unitsLine } from "./words.ts";

/** One line for each question, each question in each group, and each cell of the map. No file ends without a line break. */
export function csvOf(say: Say, template: Template, summary: Summary, names: UnitNames): string {
  const t = say.summary;
  const heading = [
    t.group(),
    t.about(),
    t.question(),
    t.answers(),
    t.result(),
    t.standardDeviation(),
    t.favourable(),
    t.distribution(),
    t.change(),
  ].map(plain);
  const questions = summary.questions.flatMap(({ question: id, ...one }) => {
    const question = template.questions.find((other) => other.id === id);
    return question === undefined ? [] : [{ ...one, question }];
  });
  const everyone = plain(t.everyone());
  const row = (group: string, about: string, asked: Asked): Cell[] => [
    group,
    about,
    plain(asked.question?.ask(say) ?? t.result()),
    plain(countLine(asked.figures, asked.sealed)) || null,
    ...figureCells(say, asked),
  ];
  return [
    heading,
    ...questions.map((one) => row(everyone, "", one)),
    ...summary.groups.flatMap(({ units, figures }) =>
      questions.flatMap(({ question }, at) => {
        const own = figures[at] ?? null;
        const group = plain(unitsLine(say, units, names));
        return own === null
          ? []
          : [row(group, "", { question, figures: own, sealed: true, change: null })];
      }),
    ),
    ...summary.map.map(({ raters, rated, figures }) =>
      row(plain(unitsLine(say, raters, names)), plain(unitsLine(say, [rated], names)), {
        question: null,
        figures,
        sealed: true,
        change: null,
      }),
    ),
  ]
    .map(csvLine)
    .join("");
}

interface Asked {
  /** Null: the mean of all of them. */
  readonly question: Question | null;
  readonly figures: Figures;
  readonly sealed: boolean;
  readonly change: Change | null;
}

/** Result, standard deviation, favourable, distribution, change. */
function figureCells(say: Say, { question, figures, change }: Asked): Cell[] {
  const changed = question === null ? null : plain(changeLine(say, question, change)) || null;
  switch (figures.kind) {
    case "hidden":
      return [plain(say.summary.tooFew()), null, null, null, null];
    case "band":
      return [plain(say.summary.between(figures)), null, null, null, changed];
    case "mean": {
      const digits = figures.count < 20 ? 1 : 2;
      return [
        round(figures.mean, digits),
        round(figures.sd, digits),
        plain(favourableLine(say, figures)) || null,
        question === null ? null : spreadText(say, question, figures),
        changed,
      ];
    }
    case "shares":
      return [null, null, null, spreadText(say, question, figures), changed];
  }
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function spreadText(
  say: Say,
  question: Question | null,
  figures: Extract<Figures, { kind: "mean" | "shares" }>,
): string {
  return Object.keys(figures.spread)
    .map((value) => {
      const option: Line = question === null ? [] : labelOf(say, question, value);
      return plain(say.summary.optionShare({ option, share: shareOf(figures, value) }));
    })
    .join("; ");
}
