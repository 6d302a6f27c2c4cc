/** A picture of numbers that goes with a message. What it says must also stand in the message's words. */
export type Chart = BarChart | TrendChart | MatrixChart;

interface Titled {
  readonly title: string;
  /** Whose way of writing numbers, as a BCP 47 tag. Without one, English. */
  readonly locale?: string;
}

/** Bars lie on their side, in the order given: at least one, at most 12. */
export interface BarChart extends Titled {
  readonly kind: "bars";
  readonly bars: readonly Bar[];
  /** Written after each value, such as "%". */
  readonly unit?: string;
}

export interface Bar {
  readonly label: string;
  /** Zero or more; drawn to one decimal. */
  readonly value: number;
}

/** Lines over 2 to 8 moments, the oldest first: 1 to 8 lines on one scale. */
export interface TrendChart extends Titled {
  readonly kind: "trend";
  readonly moments: readonly string[];
  readonly scale: { readonly from: number; readonly to: number };
  readonly lines: readonly TrendLine[];
}

export interface TrendLine {
  readonly label: string;
  /** One for each moment, on the scale, drawn to one decimal; null where there is none to show, and the line has a gap. */
  readonly values: readonly (number | null)[];
}

/** What each of 2 to 12 says of each other: a row is who says it, a column of whom. */
export interface MatrixChart extends Titled {
  readonly kind: "matrix";
  /** Under the title: how rows and columns are read. */
  readonly note: string;
  readonly labels: readonly string[];
  readonly scale: { readonly from: number; readonly to: number };
  /** A row for each label, of as many cells; on the scale, drawn to one decimal, darker the higher. Null: an empty cell. */
  readonly cells: readonly (readonly (number | null)[])[];
}
