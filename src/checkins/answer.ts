/** What somebody answered: to one question, and about one partner unit where it is asked for each. */
import type { PersonId, UnitId } from "../ids.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";

export type AnswerValue =
  /** Null: can't say. */
  | { readonly kind: "scale"; readonly value: number | null }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "yesNo"; readonly value: "yes" | "partly" | "no" }
  /** 1 to 5, 5 the best. */
  | { readonly kind: "mood"; readonly value: number }
  | { readonly kind: "text"; readonly words: Cleared }
  | { readonly kind: "people"; readonly persons: readonly PersonId[] };

/** What a delivery that answered is kept as: whose place in which round, and nothing of what was answered. */
export const standsAnswer = "checkins.stands";

export interface Answer {
  readonly question: string;
  /** Null: the question is asked once. */
  readonly partner: UnitId | null;
  readonly value: AnswerValue;
}
