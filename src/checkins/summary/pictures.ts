/** A summary's picture, and the same in words: means over rounds; of one round its means, or how its one question spreads. */
import type { Block } from "../../chat/card.ts";
import { type Line, plain, words } from "../../chat/line.ts";
import type { Say } from "../../text/say.ts";
import { labelOf } from "../answering/labels.ts";
import type { Question } from "../template.ts";
import { type Figures, shareOf } from "./figures.ts";
import { gridOf, type MapCell } from "./map.ts";
import type { Summary } from "./summary.ts";
import { joined, shortDay, type UnitNames, unitsLine } from "./words.ts";

const mostLines = 8;
const mostBars = 12;
const mostUnits = 12;

export interface Moment {
  readonly atLocal: string;
  readonly summary: Summary;
}

interface Scaled {
  readonly question: Question;
  readonly scale: Scale;
  readonly figures: Extract<Figures, { kind: "mean" }>;
}

interface Scale {
  readonly from: number;
  readonly to: number;
}

/** `moments`: this round last, at most 8. */
export function figuresPicture(
  say: Say,
  name: Line,
  questions: readonly Question[],
  moments: readonly Moment[],
): Block[] {
  const now = moments.at(-1);
  const all = questions.flatMap((question) => scaled(question, now));
  const scale = all[0]?.scale;
  // Lines of different scales would lie in one picture as if they could be compared.
  const shown = all
    .filter((one) => one.scale.from === scale?.from && one.scale.to === scale.to)
    .slice(0, mostLines);
  const [first] = shown;
  if (first === undefined || scale === undefined) return [];
  const told = moments.filter((moment) =>
    shown.some(({ question }) => meanAt(question, moment) !== null),
  );
  if (told.length > 1) return [trend(say, name, scale, shown, told)];
  if (shown.length === 1) return spread(say, first);
  return [means(say, scale, shown)];
}

function scaled(question: Question, now: Moment | undefined): Scaled[] {
  const scale = scaleOf(question);
  const figures = now?.summary.questions.find((one) => one.question === question.id)?.figures;
  return scale === null || figures?.kind !== "mean" ? [] : [{ question, scale, figures }];
}

function scaleOf(question: Question): Scale | null {
  if (question.kind === "mood") return { from: 1, to: 5 };
  return question.kind === "scale" ? { from: question.from, to: question.to } : null;
}

function meanAt(question: Question, { summary }: Moment): number | null {
  const figures = summary.questions.find((one) => one.question === question.id)?.figures;
  const scale = scaleOf(question);
  if (figures?.kind !== "mean" || scale === null) return null;
  // A question whose scale was another then is not on this one.
  return figures.mean >= scale.from && figures.mean <= scale.to ? figures.mean : null;
}

function trend(
  say: Say,
  name: Line,
  { from, to }: Scale,
  shown: readonly Scaled[],
  moments: readonly Moment[],
): Block {
  const lines = shown.map(({ question }) => ({
    question,
    values: moments.map((moment) => meanAt(question, moment)),
  }));
  return {
    kind: "chart",
    chart: {
      kind: "trend",
      title: plain(say.summary.trend({ name })),
      locale: say.locale,
      scale: { from, to },
      moments: moments.map(({ atLocal }) => plain(shortDay(say, atLocal))),
      lines: lines.map(({ question, values }) => ({ label: plain(question.ask(say)), values })),
    },
    inWords: joined(
      lines.map(({ question, values }) =>
        say.summary.trendLine({
          question: question.ask(say),
          values: joined(
            moments.flatMap(({ atLocal }, at) => {
              const mean = values[at] ?? null;
              const day = shortDay(say, atLocal);
              return mean === null ? [] : [say.summary.trendValue({ day, mean })];
            }),
          ),
        }),
      ),
      "\n",
    ),
  };
}

function means(say: Say, scale: Scale, shown: readonly Scaled[]): Block {
  const what = say.summary.means(scale);
  return {
    kind: "chart",
    chart: {
      kind: "bars",
      title: plain(what),
      locale: say.locale,
      bars: shown.map(({ question, figures }) => ({
        label: plain(question.ask(say)),
        value: figures.mean,
      })),
    },
    inWords: inWords(
      say,
      what,
      shown.map(({ question, figures }) => ({
        what: question.ask(say),
        value: say.summary.mean(figures),
      })),
    ),
  };
}

/** The highest value on top. */
function spread(say: Say, { question, scale, figures }: Scaled): Block[] {
  const count = scale.to - scale.from + 1;
  const known = Object.values(figures.spread).reduce((sum, times) => sum + times, 0);
  if (count > mostBars || known < figures.count) return [];
  const rows = Array.from({ length: count }, (_, down) => {
    const value = String(scale.to - down);
    return { what: labelOf(say, question, value), share: shareOf(figures, value) };
  });
  const what = say.summary.spread({ question: question.ask(say) });
  return [
    {
      kind: "chart",
      chart: {
        kind: "bars",
        title: plain(what),
        locale: say.locale,
        unit: " %",
        bars: rows.map((row) => ({ label: plain(row.what), value: Math.round(row.share * 100) })),
      },
      inWords: inWords(
        say,
        what,
        rows.map((row) => ({ what: row.what, value: say.summary.share(row) })),
      ),
    },
  ];
}

const inWords = (
  say: Say,
  what: Line,
  values: readonly { readonly what: Line; readonly value: Line }[],
): Line =>
  say.summary.inWords({ what, values: joined(values.map((value) => say.summary.valued(value))) });

/** What units say of each other, where at least one says something of another that can be told. */
export function mapPicture(
  say: Say,
  name: Line,
  cells: readonly MapCell[],
  names: UnitNames,
): Block[] {
  const { units, cells: rows, left } = gridOf(cells, mostUnits);
  if (units.length < 2) return [];
  const lineOf = (all: typeof units) => say.list(all.map((one) => unitsLine(say, one, names)));
  return [
    {
      kind: "chart",
      chart: {
        kind: "matrix",
        title: plain(name),
        note: plain(say.summary.mapNote()),
        locale: say.locale,
        labels: units.map((one) => plain(unitsLine(say, one, names))),
        scale: { from: 1, to: 5 },
        cells: rows,
      },
      inWords: [
        ...say.summary.mapWords({ units: lineOf(units) }),
        ...(left.length === 0
          ? []
          : [...words(" "), ...say.summary.mapLeft({ units: lineOf(left) })]),
      ],
    },
  ];
}
