/** The summary as it stands in the channel or with the leads, and what leads read where there is nothing to show. */
import { type Block, type Button, type Card, saying } from "../../chat/card.ts";
import { type Line, nameLine, plain, strong, words } from "../../chat/line.ts";
import type { RoundId } from "../../ids.ts";
import type { Say } from "../../text/say.ts";
import { keptLine } from "../follow/cards.ts";
import type { Round } from "../round.ts";
import type { Question, Template } from "../template.ts";
import type { Done } from "./facts.ts";
import { type Pair, pairsOf } from "./map.ts";
import { figuresPicture, type Moment, mapPicture } from "./pictures.ts";

import type { QuestionSummary, Summary, Telling } from "./summary.ts";
import {
  bandWithin,
  changeLine,
  countLine,
  dayOf,
  favourableLine,
  joined,
  resultLine,
  type UnitNames,
  unitsLine,
} from "./words.ts";

/** With the heading a table has at most 100 rows; Slack takes 10,000 characters of it. */
const mostPairs = 66;
const mostGroups = 60;
/** A group's name and answers stand beside them, and a table has at most 20 cells across. */
const mostColumns = 18;

export interface SummaryShown {
  readonly round: Pick<Round, "id" | "atLocal" | "window" | "channel">;
  readonly template: Template;
  /** Units, channel or organization. */
  readonly who: Line;
  readonly summary: Summary;
  /** Rounds of the same schedule before it, the newest first. */
  readonly earlier: readonly Moment[];
  readonly names: UnitNames;
  /** What was said and will be done about the last round. */
  readonly done: readonly Done[];
  readonly forLead: boolean;
}

export function summaryCard(say: Say, shown: SummaryShown): Card {
  const { template, summary, round, earlier, names } = shown;
  const name = template.name(say);
  const headline = headlineOf(say, shown);
  const asked = summary.questions.flatMap((one) => {
    const question = template.questions.find(({ id }) => id === one.question);
    return question === undefined ? [] : [{ ...one, question }];
  });
  const moments = [...earlier.toReversed(), { atLocal: round.atLocal, summary }];
  const least = { least: template.least };
  return {
    summary: [...name, ...words(". "), ...headline],
    blocks: [
      { kind: "title", line: name },
      { kind: "text", line: headline },
      ...questionTable(say, asked, summary.groups.length > 0),
      ...groupTable(say, summary, names),
      ...mapPicture(say, name, summary.map, names),
      ...mapTable(say, summary, names),
      ...figuresPicture(
        say,
        name,
        asked.map(({ question }) => question),
        moments,
      ),
      {
        kind: "note",
        line:
          template.sees === "groups" ? say.summary.confidential(least) : say.summary.named(least),
      },
      ...doneBlocks(say, shown.done),
      { kind: "buttons", buttons: buttonsOf(say, shown) },
    ],
  };
}

/** "Core Lab, week to 2 October. 14 of 19 answered. Mood 3.9 of 5, no real change." */
function headlineOf(say: Say, { round, who, summary, template }: SummaryShown): Line {
  const { answered, asked } = summary;
  const day = dayOf(say, round.atLocal);
  const isWeek = round.window.kind !== "days";
  const mood = template.questions.find(({ kind }) => kind === "mood");
  return joined(
    [
      isWeek ? say.summary.weekTo({ who, day }) : say.summary.askedOn({ who, day }),
      answered.kind === "count"
        ? say.summary.answeredCount({ answered: answered.count, asked })
        : say.summary.answeredBand({ answered: bandWithin(answered.band, asked), asked }),
      ...summary.questions.flatMap((one) =>
        one.question === mood?.id ? [moodLine(say, one)] : [],
      ),
    ],
    " ",
  );
}

function moodLine(say: Say, { figures, change }: QuestionSummary): Line {
  switch (figures.kind) {
    case "mean": {
      const mood = say.summary.ofFive(figures);
      if (change === null) return say.summary.mood({ mood });
      const by = change.mean;
      return say.summary.moodCompared({
        mood,
        change: by === null ? say.summary.unchanged() : say.summary.changed({ by }),
      });
    }
    case "band":
      return say.summary.mood({ mood: say.summary.ofFiveBand(figures) });
    default:
      return say.summary.moodHidden();
  }
}

type AskedQuestion = Omit<QuestionSummary, "question"> & { readonly question: Question };

/** Not where the mood is all there is: the headline has it. */
function questionTable(say: Say, asked: readonly AskedQuestion[], numbered: boolean): Block[] {
  if (asked.every(({ question }) => question.kind === "mood")) return [];
  const t = say.summary;
  return [
    {
      kind: "table",
      heading: [t.question(), t.answers(), t.result(), t.favourable(), t.change()],
      rows: asked.map(({ question, figures, sealed, change }, at) => [
        numbered ? t.numbered({ number: at + 1, question: question.ask(say) }) : question.ask(say),
        countLine(figures, sealed),
        resultLine(say, question, figures),
        favourableLine(say, figures),
        changeLine(say, question, change),
      ]),
    },
  ];
}

/** The means of each group; how options spread in each would not fit in a cell. */
function groupTable(say: Say, { groups, questions }: Summary, names: UnitNames): Block[] {
  const columns = questions
    .map(({ figures }, at) => ({ at, counts: figures.kind !== "shares" }))
    .filter(({ counts }) => counts)
    .slice(0, mostColumns);
  if (groups.length === 0 || columns.length === 0) return [];
  const t = say.summary;
  const one = questions.length === 1;
  return [
    ...(one ? [] : [{ kind: "note", line: t.groups() } as const]),
    {
      kind: "table",
      heading: [
        t.group(),
        t.answers(),
        ...columns.map(({ at }) => (one ? t.result() : t.numberOnly({ number: at + 1 }))),
      ],
      rows: groups.slice(0, mostGroups).map(({ units, answered, figures }) => [
        unitsLine(say, units, names),
        words(answered),
        ...columns.map(({ at }) => {
          const own = figures[at] ?? null;
          return own === null ? [] : resultLine(say, null, own);
        }),
      ]),
    },
  ];
}

function mapTable(say: Say, { map }: Summary, names: UnitNames): Block[] {
  const pairs = pairsOf(map);
  if (pairs.length === 0) return [];
  const t = say.summary;
  const more = pairs.length - mostPairs;
  return [
    { kind: "note", line: t.mapRead() },
    {
      kind: "table",
      heading: [t.unit(), t.otherUnit(), t.says(), t.hears(), t.gap()],
      rows: pairs.slice(0, mostPairs).map((pair) => pairRow(say, pair, names)),
    },
    ...(more > 0 ? [{ kind: "note", line: t.morePairs({ pairs: more }) } as const] : []),
  ];
}

const pairRow = (say: Say, { one, other, there, back, gap }: Pair, names: UnitNames): Line[] => [
  unitsLine(say, one, names),
  unitsLine(say, other, names),
  resultLine(say, null, there),
  resultLine(say, null, back),
  gap === null ? [] : say.summary.meanBy({ by: gap }),
];

function doneBlocks(say: Say, done: readonly Done[]): Block[] {
  if (done.length === 0) return [];
  return [
    { kind: "text", line: strong(plain(say.summary.lastTime())) },
    ...done.map(
      ({ said, did, owner, dueOn }): Block => ({
        kind: "text",
        line: say.summary.youSaid({
          said: keptLine(say, said),
          did: keptLine(say, did),
          owner: nameLine(owner),
          day: dayOf(say, dueOn),
        }),
      }),
    ),
  ];
}

function buttonsOf(say: Say, { round, template, forLead }: SummaryShown): Button[] {
  const file = { action: "checkins.csv", label: say.summary.file(), value: { round: round.id } };
  return forLead && template.kind === "feedback"
    ? [
        {
          action: "checkins.respond",
          label: say.summary.respond(),
          value: round.id,
          look: "primary",
        },
        file,
      ]
    : [file];
}

/** For a lead, where there is nothing to show. */
export function leadCard(
  say: Say,
  telling: Exclude<Telling, "summary">,
  template: Template,
  { asked, answered }: Summary,
): Card {
  const name = template.name(say);
  switch (telling) {
    case "quiet":
      return saying(
        say.summary.quiet({ asked, answered: answered.kind === "count" ? answered.count : 0 }),
      );
    case "nobody":
      return saying(say.summary.nobody({ name, asked }));
    case "few":
      return saying(say.summary.few({ name, least: template.least }));
  }
}

/** A message has room for so much of a file. */
const longestFile = 2_500;

export function fileCard(say: Say, round: RoundId, file: string): Card {
  if (file.length > longestFile) {
    const command = say.summary.fileCommand({ round });
    return saying(say.summary.fileLong({ command }));
  }
  const lines = file.split("\r\n").filter((line) => line !== "");
  return saying(say.summary.fileTitle(), {
    kind: "text",
    line: joined(
      lines.map((line): Line => [{ kind: "code", words: line }]),
      "\n",
    ),
  });
}
