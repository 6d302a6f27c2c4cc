/** A cell in which all answered alike tells everybody's answer; a band in its place could have been made by another answer too. */
import type { Question, Template } from "../template.ts";
import { meanOfAll, scalesOf, type Value } from "./saying.ts";

/** All of a cell lie between the two, both counted in. */
export interface Band {
  readonly kind: "band";
  readonly from: number;
  readonly to: number;
}

/** Whether each of them is known from all of them: one value, or one option that everybody chose. `values`: each one once. */
export function isUnanimous(values: readonly Value[]): boolean {
  if (values.length < 2) return true;
  const [first, ...rest] = values;
  return (
    first?.kind === "choice" &&
    first.values.some((option) =>
      rest.every((other) => other.kind === "choice" && other.values.includes(option)),
    )
  );
}

/** The half of the scale it lies in, favourable or not; null where a half holds fewer than two answers, or there are none. */
export function bandedValue(template: Template, question: string, value: Value): Band | null {
  if (value.kind !== "scale" && value.kind !== "mood") return null;
  const isMean = question === meanOfAll;
  const scale = isMean
    ? rangeOf(scalesOf(template))
    : rangeOf(template.questions.filter(({ id }) => id === question));
  if (scale === null) return null;
  const { from, to, cut } = scale;
  if (value.value >= cut) return { kind: "band", from: cut, to };
  return { kind: "band", from, to: isMean ? cut : cut - 1 };
}

/** From where to where they are answered, and the least answer of the upper half. */
function rangeOf(questions: readonly Question[]) {
  const ranges = questions.flatMap(rangesOf);
  const from = Math.min(...ranges.map((range) => range.from));
  const to = Math.max(...ranges.map((range) => range.to));
  const middle = from + Math.ceil((to - from + 1) / 2);
  const holdsTwo = (cut: number) => cut - from >= 2 && to - cut >= 1;
  const cut = [ranges[0]?.favourable ?? middle, middle].find(holdsTwo);
  return cut === undefined ? null : { from, to, cut };
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly favourable: number | null;
}

function rangesOf(question: Question): readonly Range[] {
  if (question.kind === "mood") return [{ from: 1, to: 5, favourable: 4 }];
  return question.kind === "scale" ? [question] : [];
}
