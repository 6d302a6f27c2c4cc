/** What people see of a board: who stands where, as far as the organization shows it. */
import { assertNever } from "../assert.ts";
import type { Block, Button, Card } from "../chat/card.ts";
import { type Line, words } from "../chat/line.ts";
import type { Say } from "../text/say.ts";
import { monthText } from "../time/zone.ts";
import {
  type Board,
  bandEnd,
  bandOf,
  boards,
  type Display,
  isPersonBoard,
  type PersonBoard,
  type Ranked,
} from "./leaderboard.ts";
import { type BoardPeriod, periods, type Span } from "./span.ts";
import type { Asked } from "./words.ts";

/** A row of a board, with the count that is shown of it. */
export type ShownRow = Ranked<{
  readonly name: Line;
  readonly value: number;
  readonly count: number;
}>;

/** How counts are read: whole thanks or points, or shares to one decimal. */
export type Counting = "thanks" | "points" | "shares";

export interface BoardShown {
  readonly asked: Asked;
  readonly span: Span;
  readonly title: Line;
  readonly totals: TotalsShown;
  readonly rows: readonly ShownRow[];
  readonly more: boolean;
  readonly display: Display;
  readonly counting: Counting;
  readonly notes: readonly Line[];
  /** Whether the asker may start the weekly message. */
  readonly mayStart: boolean;
}

export interface TotalsShown {
  readonly thanks: number;
  /** Null where it isn't said. */
  readonly crossed: number | null;
  readonly reached: number;
  readonly people: number;
}

export function boardCard(say: Say, shown: BoardShown): Card {
  const { rows, asked } = shown;
  const header = rows.length === 0 ? emptyLine(say, shown.span) : headerLine(say, shown);
  const blocks: Block[] = [
    { kind: "title", line: shown.title },
    { kind: "text", line: header },
    ...(rows.length === 0 ? [] : [table(say, shown)]),
    ...shown.notes.map((line): Block => ({ kind: "note", line })),
    ...buttonRows(say, asked, shown),
  ];
  return { summary: [...shown.title, ...words(". "), ...header], blocks };
}

/** "Thanks in September", by the organization's calendar; the year where it isn't this one. */
export function titleLine(say: Say, span: Span, zone: string, thisYear: string): Line {
  const { bounds } = span;
  if (bounds === null) return say.leaderboards.inAll();
  const year = bounds.firstDay.slice(0, 4);
  switch (span.period) {
    case "week":
      return say.leaderboards.inWeek({ day: say.date(bounds.since) });
    case "month": {
      const month = monthText(bounds.since, zone, say.locale);
      return year === thisYear
        ? say.leaderboards.inMonth({ month })
        : say.leaderboards.inMonthOf({ month, year });
    }
    case "quarter": {
      const quarter = String(Math.ceil(Number(bounds.firstDay.slice(5, 7)) / 3));
      return say.leaderboards.inQuarter({ quarter, year });
    }
    case "year":
      return say.leaderboards.inYear({ year });
    case "all":
      return say.leaderboards.inAll();
    default:
      return assertNever(span.period);
  }
}

/** "212 thanks reached 31 of 44 people; 38 crossed between professions." */
export const totalsLine = (say: Say, { thanks, reached, people, crossed }: TotalsShown): Line =>
  crossed === null || crossed === 0
    ? say.leaderboards.totals({ thanks, reached, people })
    : say.leaderboards.totalsCrossed({ thanks, reached, people, crossed });

const headerLine = (say: Say, { totals, display }: BoardShown): Line => [
  ...totalsLine(say, totals),
  ...(display === "bands" ? [] : [...words(" "), ...say.leaderboards.shared()]),
];

const emptyLine = (say: Say, span: Span): Line =>
  say.leaderboards.empty({ when: say.leaderboards.when[momentOf(span)]() });

/** The one place that says how much of a count is shown: "4", "2.5", "5 to 9", or nothing (null) where only order counts. */
export function countLine(
  say: Say,
  display: Display,
  counting: Counting,
  count: number,
): Line | null {
  switch (display) {
    case "order":
      return null;
    case "bands":
      return bandLine(say, bandOf(count));
    case "sums":
      return counting === "shares"
        ? say.leaderboards.share({ share: count })
        : words(String(count));
    default:
      return assertNever(display);
  }
}

function bandLine(say: Say, floor: number): Line {
  const end = bandEnd(floor);
  if (floor === 0) return say.leaderboards.bandUnderOne();
  if (end === null) return say.leaderboards.bandTop({ from: floor });
  return end === floor
    ? say.leaderboards.bandOne({ from: floor })
    : say.leaderboards.band({ from: floor, to: end });
}

function table(say: Say, { asked, rows, display, counting }: BoardShown): Block {
  const heading = say.leaderboards.who[asked.board]();
  const counts =
    counting === "shares"
      ? say.leaderboards.forEach()
      : counting === "points"
        ? say.leaderboards.points()
        : say.leaderboards.thanks();
  const withPlace = display !== "bands";
  const withCount = display !== "order";
  const cells = (place: Line, name: Line, count: Line | null): Line[] => [
    ...(withPlace ? [place] : []),
    name,
    ...(withCount && count !== null ? [count] : []),
  ];
  return {
    kind: "table",
    heading: cells(say.leaderboards.place(), heading, counts),
    rows: rows.map((row) =>
      cells(words(String(row.rank)), row.name, countLine(say, display, counting, row.count)),
    ),
  };
}

/** What the asker alone reads: their own place in the upper half, otherwise how often they were thanked. */
export function ownLine(
  say: Say,
  board: PersonBoard,
  span: Span,
  own: { readonly place: number | null; readonly thanks: number; readonly display: Display },
): Line | null {
  if (own.place !== null && own.display !== "bands") {
    return say.leaderboards.ownPlace({ rank: own.place });
  }
  if (own.thanks <= 0) return null;
  const when = say.leaderboards.when[momentOf(span)]();
  const said = { thanks: own.thanks, when };
  return board === "receivers"
    ? say.leaderboards.wasThanked(said)
    : say.leaderboards.hasThanked(said);
}

type Moment = keyof Say["leaderboards"]["when"];

const lastOf = {
  week: "lastWeek",
  month: "lastMonth",
  quarter: "lastQuarter",
  year: "lastYear",
  all: "all",
} as const satisfies Record<BoardPeriod, Moment>;

const momentOf = ({ period, back }: Pick<Asked, "period" | "back">): Moment =>
  back === 1 ? lastOf[period] : period;

export const showButton = (label: Line, asked: Asked): Button => ({
  action: "leaderboards.show",
  label,
  value: { ...asked },
});

function buttonRows(
  say: Say,
  asked: Asked,
  { more, mayStart }: Pick<BoardShown, "more" | "mayStart">,
): Block[] {
  const pages: Button[] = [];
  if (more) pages.push(showButton(say.leaderboards.next(), { ...asked, from: asked.from + 10 }));
  if (asked.from > 0) {
    const from = Math.max(0, asked.from - 10);
    pages.push(showButton(say.leaderboards.previous(), { ...asked, from }));
  }
  const others = boards
    .filter((board) => board !== asked.board)
    .map((board) => showButton(say.leaderboards.boards[board](), { ...asked, board, from: 0 }));
  const times = timesBeside(asked).map((time) =>
    showButton(say.leaderboards.periods[momentOf(time)](), { ...asked, ...time, from: 0 }),
  );
  if (mayStart) others.push({ action: "leaderboards.weekly", label: say.leaderboards.weekly() });
  return [pages, others, times]
    .filter((row) => row.length > 0)
    .map((buttons): Block => ({ kind: "buttons", buttons }));
}

/** The other periods, and of the one shown the one before or after. */
function timesBeside({ period, back }: Asked): Pick<Asked, "period" | "back">[] {
  return periods.flatMap((other): Pick<Asked, "period" | "back">[] => {
    if (other !== period) return [{ period: other, back: 0 }];
    return other === "all" ? [] : [{ period: other, back: back === 0 ? 1 : 0 }];
  });
}

/** At home: the three who stand first this month, and the way to the rest. */
export function homeBlocks(
  say: Say,
  brief: {
    readonly title: Line;
    readonly rows: readonly ShownRow[];
    readonly display: Display;
    readonly own: Line | null;
    readonly asked: Asked;
  },
): Block[] {
  const lines = brief.rows.map((row) => placedLine(say, brief.display, "thanks", row));
  return [
    { kind: "title", line: brief.title },
    ...lines.map((line): Block => ({ kind: "text", line })),
    ...(brief.own === null ? [] : [{ kind: "note", line: brief.own } as const]),
    { kind: "buttons", buttons: [showButton(say.leaderboards.open(), brief.asked)] },
  ];
}

/** "2. Ben Okafor: 4", as far as it is shown. */
export function placedLine(say: Say, display: Display, counting: Counting, row: ShownRow): Line {
  const shown = countLine(say, display, counting, row.count);
  if (shown === null) return say.leaderboards.placedOnly({ rank: row.rank, name: row.name });
  return display === "bands"
    ? say.leaderboards.banded({ name: row.name, shown })
    : say.leaderboards.placed({ rank: row.rank, name: row.name, shown });
}

export function lineCard(line: Line, buttons: readonly Button[] = []): Card {
  const blocks: Block[] = [{ kind: "text", line }];
  if (buttons.length > 0) blocks.push({ kind: "buttons", buttons });
  return { summary: line, blocks };
}

/** Points are spoken of only where more than one can be given, and shares only of groups. */
export const countingOf = (board: Board, mostPoints: number): Counting => {
  if (board === "units" || board === "disciplines") return "shares";
  return isPersonBoard(board) && mostPoints > 1 ? "points" : "thanks";
};
