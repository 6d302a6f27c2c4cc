/** What a check-in asks. Texts are functions of the reader's language, so that shipped and own templates read alike. */
import type { Line } from "../chat/line.ts";
import type { Say } from "../text/say.ts";

/** `unit`: the partner unit asked about, where the template is asked for each; without one a placeholder stands there. */
export type Ask = (say: Say, unit?: Line) => Line;

export interface Option {
  readonly value: string;
  readonly label: Ask;
}

interface Asked {
  /** Lower case letters, digits and hyphens; unique in its template. Answers are kept under it. */
  readonly id: string;
  readonly ask: Ask;
  readonly hint: Ask | null;
  /** Kept sealed and shown in groups only, also where the template's words are named. */
  readonly confidential: boolean;
  /** Asked only after one of these answers to another question of the same template. */
  readonly follows: { readonly question: string; readonly answers: readonly string[] } | null;
  /** What the answer offers to become; prefilled, never by itself. Never in a confidential template. */
  readonly becomes: "request" | "kudos" | null;
}

export type Question = Asked &
  (
    | {
        readonly kind: "scale";
        readonly from: number;
        readonly to: number;
        /** What the ends mean; null: the agree scale's. */
        readonly ends: { readonly low: Ask; readonly high: Ask } | null;
        readonly cantSay: boolean;
        /** The least value that counts as favourable; null: the scale has no good end (a distribution and a mean). */
        readonly favourable: number | null;
      }
    | { readonly kind: "choice"; readonly options: readonly Option[]; readonly many: boolean }
    /** Yes, partly, no. */
    | { readonly kind: "yesNo" }
    /** Five faces, 5 the best. */
    | { readonly kind: "mood" }
    | { readonly kind: "text"; readonly long: boolean; readonly most: number }
    | { readonly kind: "people"; readonly most: number }
  );

/** How often a schedule of it is suggested. */
export type Every = "shift" | "week" | "fortnight" | "month" | "quarter";

export interface Licence {
  readonly owner: string;
  readonly reference: string;
  /** A local date; after it the template is refused. */
  readonly expires: string;
  /** Names of units that may be asked; empty: all. */
  readonly units: readonly string[];
}

export interface Template {
  /** "weekly-checkin": of a shipped one, or an organization's own. */
  readonly id: string;
  /** 0 for a shipped one. */
  readonly version: number;
  readonly name: Ask;
  readonly about: Ask | null;
  /** leads: words with names. groups: confidential. self: the answerer alone. */
  readonly sees: "leads" | "groups" | "self";
  /** Fewest respondents of a group that is shown: 5, for strain 10. */
  readonly least: number;
  /** A check-in is never held and reminds once; a feedback round waits for what was done about the last, reminds twice, and stands open 14 days at least. */
  readonly kind: "checkin" | "feedback";
  /** Asked once, or once for each of at most 3 partner units. */
  readonly perUnit: boolean;
  readonly every: Every;
  /** Help contacts must be set, and stand on the prompt. */
  readonly contacts: boolean;
  readonly licence: Licence | null;
  readonly questions: readonly Question[];
}

/** Confidential answers of a template, or of one question of a named one. */
export const isSealed = (template: Template, question: Question): boolean =>
  template.sees === "groups" || question.confidential;

export const hasSealed = (template: Template): boolean =>
  template.questions.some((question) => isSealed(template, question));
