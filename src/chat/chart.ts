/** A picture of numbers that goes with a message. What it says must also stand in the message's words. */
export type Chart = BarChart;

/** Bars lie on their side, in the order given: at least one, at most 12. */
export interface BarChart {
  readonly kind: "bars";
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Written after each value, such as "%". */
  readonly unit?: string;
  /** Whose way of writing numbers, as a BCP 47 tag. Without one, English. */
  readonly locale?: string;
}

export interface Bar {
  readonly label: string;
  /** Zero or more; drawn to one decimal. */
  readonly value: number;
}
