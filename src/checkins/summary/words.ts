/** Figures, groups and days in words: the same in the card, under the pictures and in the file. */
import { assertNever } from "../../assert.ts";
import { type Line, words } from "../../chat/line.ts";
import type { UnitId } from "../../ids.ts";
import type { Say } from "../../text/say.ts";
import { labelOf } from "../answering/labels.ts";
import { bandOf } from "../confidential/groups.ts";
import type { Question } from "../template.ts";
import type { Change } from "./change.ts";
import type { Units } from "./facts.ts";
import { type Figures, roughly, shareOf } from "./figures.ts";

export type UnitNames = ReadonlyMap<UnitId, string>;

/** Those whose unit isn't known come last. */
export function unitsLine(say: Say, units: Units, names: UnitNames): Line {
  const inOrder = [
    ...units.filter((unit) => unit !== null),
    ...units.filter((unit) => unit === null),
  ];
  return say.list(
    inOrder.map((unit) => (unit === null ? say.summary.noUnit() : words(names.get(unit) ?? "?"))),
  );
}

/** "2026-10-02T15:00" or "2026-10-02" → "2 October". */
export const dayOf = (say: Say, local: string): Line => say.summary.dayOf(partsOf(local));
export const shortDay = (say: Say, local: string): Line => say.summary.shortDay(partsOf(local));

const partsOf = (local: string) => ({
  day: Number(local.slice(8, 10)),
  month: String(Number(local.slice(5, 7))),
});

/** "20–29" of 23 who were asked is "20–23": a band tells no more than it did. */
export function bandWithin(band: string, asked: number): string {
  const [from = "", to] = band.split("–");
  if (to === undefined || Number(to) <= asked) return band;
  return Number(from) >= asked ? from : `${from}–${asked}`;
}

/** How many answered: of confidential answers a band. */
export function countLine(figures: Figures, sealed: boolean): Line {
  if (figures.kind === "hidden") return [];
  return words(sealed ? bandOf(figures.count) : String(figures.count));
}

export function resultLine(say: Say, question: Question | null, figures: Figures): Line {
  switch (figures.kind) {
    case "hidden":
      return say.summary.tooFew();
    case "band":
      return say.summary.between(figures);
    case "mean":
      return say.summary.mean(figures);
    case "shares":
      return joined(
        optionsOf(question, figures).map((option) =>
          say.summary.optionShare({
            option: question === null ? words(option) : labelOf(say, question, option),
            share: shareOf(figures, option),
          }),
        ),
      );
    default:
      return assertNever(figures);
  }
}

/** In the order in which they were offered. */
function optionsOf(question: Question | null, { spread }: Extract<Figures, { kind: "shares" }>) {
  const offered =
    question?.kind === "choice"
      ? question.options.map(({ value }) => value)
      : ["yes", "partly", "no"];
  return [...new Set([...offered.filter((option) => option in spread), ...Object.keys(spread)])];
}

export function favourableLine(say: Say, figures: Figures): Line {
  if (figures.kind !== "mean" || figures.favourable === null) return [];
  return say.summary.share({ share: roughly(figures.favourable, figures.count) });
}

/** Empty where there is nothing to compare with. */
export function changeLine(say: Say, question: Question, change: Change | null): Line {
  if (change === null) return [];
  const parts = [
    ...(change.mean === null ? [] : [say.summary.meanBy({ by: change.mean })]),
    ...(change.favourable === null ? [] : [say.summary.favourableBy({ by: change.favourable })]),
    ...Object.entries(change.shares).map(([option, by]) =>
      say.summary.optionBy({ option: labelOf(say, question, option), by }),
    ),
  ];
  return parts.length === 0 ? say.summary.unchanged() : joined(parts);
}

export const joined = (lines: readonly Line[], between = ", "): Line =>
  lines.flatMap((line, at) => (at === 0 ? line : [...words(between), ...line]));
