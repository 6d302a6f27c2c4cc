/** All rules of the guard, the most certain first: what blocks, and then what asks. */
import { doubtfulRules } from "./doubtful.ts";
import { withDigit } from "./find.ts";
import { hardRules } from "./hard.ts";
import { type Weight, weighed } from "./reading.ts";
import { ownRecords } from "./recordShape.ts";
import type { Rule } from "./rule.ts";

const own = {
  name: "own-record-number",
  type: "record",
  why: "A number written as the organization said its own record numbers are",
  find: ownRecords,
} as const;

export type RuleName =
  | typeof own.name
  | (typeof hardRules)[number]["name"]
  | (typeof doubtfulRules)[number]["name"];

export type NamedRule = Rule & { readonly name: RuleName };

export const rules: readonly NamedRule[] = [
  ...[...hardRules, own].map(
    (rule) =>
      ({
        ...rule,
        certainty: "block",
        find: rule.type === "email" ? rule.find : withDigit(rule.find),
      }) as const,
  ),
  ...doubtfulRules.map(
    (rule: (typeof doubtfulRules)[number] & { readonly weight?: Weight }) =>
      ({ ...rule, certainty: "ask", find: weighed(rule.find, rule.weight) }) as const,
  ),
];

/** Those that find names of people. */
export const nameRules = [
  "titled-name",
  "unknown-name",
  "stranger",
] as const satisfies readonly RuleName[];

/** Left out where a word or a list is what is asked for, and no sentence. */
export const noSentence = ["reads-of-patient"] as const satisfies readonly RuleName[];

/** Left out where a name or a place is. */
export const wordRules = [...nameRules, ...noSentence] as const satisfies readonly RuleName[];
