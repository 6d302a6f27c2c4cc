/** What the engine tells its keeper: for the log and the metrics. No words of people, no tokens. */
export type Event =
  | { readonly kind: "handled"; readonly inbound: string; readonly outcome: string }
  | {
      readonly kind: "fault";
      readonly inbound: string;
      /** The person reads the same one. */
      readonly reference: string;
      readonly error: unknown;
    }
  | { readonly kind: "job-done"; readonly job: string }
  | { readonly kind: "said"; readonly job: string; readonly end: string }
  | {
      readonly kind: "job-failed";
      readonly job: string;
      readonly error: unknown;
      readonly attempts: number;
      readonly dead: boolean;
    }
  | { readonly kind: "lane-paused"; readonly lane: string; readonly seconds: number }
  /** The guard refused a text, or asked its author about it. */
  | {
      readonly kind: "guarded" | "asked";
      readonly rule: string;
      readonly length: number;
      readonly count: number;
    };

export type Report = (event: Event) => void;
