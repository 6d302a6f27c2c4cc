/** What can be wrong with a template's file, and where. Never the words themselves: they may be what is wrong. */
import type { RuleName } from "../../privacy/phi/rules.ts";
import type { Locale } from "../../text/say.ts";

/** From the file's top: ["questions", 2, "ask", "de"]. */
export type Path = readonly (string | number)[];

export type Mistake = { readonly path: Path } & (
  | { readonly kind: "missing" }
  /** The path ends with the key. */
  | { readonly kind: "unknown-key" }
  | { readonly kind: "wrong-kind"; readonly wanted: "text" | "keys" | "list" | "number" | "yes-no" }
  | { readonly kind: "not-one-of"; readonly values: readonly string[] }
  | { readonly kind: "unknown-question"; readonly known: readonly string[] }
  | { readonly kind: "empty" }
  | { readonly kind: "too-long"; readonly most: number; readonly of: "characters" | "entries" }
  | { readonly kind: "too-few"; readonly least: number }
  | { readonly kind: "number-under"; readonly least: number }
  | { readonly kind: "number-over"; readonly most: number }
  | { readonly kind: "bad-id" }
  | { readonly kind: "bad-date" }
  | { readonly kind: "twice" }
  | { readonly kind: "untranslated"; readonly language: Locale }
  | { readonly kind: "undeclared"; readonly language: Locale }
  | { readonly kind: "unit-unasked" }
  | { readonly kind: "follows-nothing" }
  | { readonly kind: "follows-later" }
  | { readonly kind: "follows-no-answer" }
  | { readonly kind: "names-in-confidence" }
  | { readonly kind: "offers-in-confidence" }
  | { readonly kind: "scale-bounds" }
  | { readonly kind: "licence-missing" }
  | { readonly kind: "licence-expired" }
  /** Null where the guard itself failed: then nothing passes. */
  | { readonly kind: "guarded"; readonly rule: RuleName | null }
);
