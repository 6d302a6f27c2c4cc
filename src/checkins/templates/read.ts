/** Reads a template's file: every text in it goes to the guard before anything else is done with it. */
import { z } from "zod";

import type { Cleared } from "../../privacy/phi/cleared.ts";
import type { Directory } from "../../privacy/phi/directory.ts";
import { type GuardOptions, guard } from "../../privacy/phi/guard.ts";
import { noSentence, type RuleName } from "../../privacy/phi/rules.ts";
import { type Typed, typed } from "../../privacy/typed.ts";
import { checkTemplate } from "./check.ts";
import { fileForm, type TemplateFile } from "./file.ts";
import type { Mistake, Path } from "./mistake.ts";

export type ReadTemplate =
  | { readonly kind: "template"; readonly file: TemplateFile }
  | { readonly kind: "mistakes"; readonly mistakes: readonly Mistake[] };

/** `plain`: what a file says, as plain values; nobody can be asked about a file, so a doubt is a mistake in it, but for how it reads. `today`: the organization's local date. */
export function readTemplate(
  plain: unknown,
  directory: Directory,
  today: string,
  options: GuardOptions = {},
): ReadTemplate {
  const read = fileForm((most) => judgedText(directory, most, options)).safeParse(plain);
  if (!read.success) {
    return { kind: "mistakes", mistakes: read.error.issues.flatMap((one) => tell(plain, one)) };
  }
  const mistakes = checkTemplate(read.data, today);
  return mistakes.length > 0
    ? { kind: "mistakes", mistakes }
    : { kind: "template", file: read.data };
}

function judgedText(
  directory: Directory,
  most: number,
  options: GuardOptions,
): z.ZodType<Cleared, string> {
  return z
    .string()
    .max(most)
    .transform((text, context) => {
      const verdict = guard(typed(text), directory, { except: noSentence, ...options });
      if (verdict.kind === "cleared" && verdict.text !== "") return verdict.text;
      const mistake = verdict.kind === "cleared" ? "empty" : "guarded";
      const rule = "rule" in verdict ? verdict.rule : null;
      context.addIssue({ code: "custom", params: { mistake, rule } });
      return z.NEVER;
    });
}

const wanted = {
  string: "text",
  object: "keys",
  array: "list",
  number: "number",
  int: "number",
  boolean: "yes-no",
} as const;

/** Of what zod found only the place and the rule are told: its own sentences quote the file. */
function tell(plain: unknown, issue: z.core.$ZodIssue): Mistake[] {
  const path = issue.path as Path;
  const missing = valueAt(plain, path) === undefined;
  if (missing && issue.code !== "unrecognized_keys") return [{ path, kind: "missing" }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key): Mistake => ({ path: [...path, key], kind: "unknown-key" }));
    case "invalid_union":
      return [{ path, kind: "unknown-question", known: questionKinds }];
    case "invalid_value":
      return [{ path, kind: "not-one-of", values: issue.values.map(String) }];
    case "too_big":
      if (issue.origin === "string" || issue.origin === "array") {
        const of = issue.origin === "string" ? "characters" : "entries";
        return [{ path, kind: "too-long", most: Number(issue.maximum), of }];
      }
      return [{ path, kind: "number-over", most: Number(issue.maximum) }];
    case "too_small":
      return issue.origin === "array"
        ? [{ path, kind: "too-few", least: Number(issue.minimum) }]
        : [{ path, kind: "number-under", least: Number(issue.minimum) }];
    case "invalid_format":
      return [{ path, kind: "bad-date" }];
    case "custom":
      return [custom(path, issue.params ?? {})];
    default:
      return [{ path, kind: "wrong-kind", wanted: wantedOf(issue) }];
  }
}

function custom(path: Path, params: Readonly<Record<string, unknown>>): Mistake {
  if (params.mistake === "empty") return { path, kind: "empty" };
  if (params.mistake === "guarded") {
    return { path, kind: "guarded", rule: params.rule as RuleName | null };
  }
  return { path, kind: "bad-id" };
}

const wantedOf = (issue: z.core.$ZodIssue): (typeof wanted)[keyof typeof wanted] =>
  issue.code === "invalid_type" && issue.expected in wanted
    ? wanted[issue.expected as keyof typeof wanted]
    : "text";

const questionKinds = ["scale", "choice", "yesNo", "mood", "text", "people"] as const;

function valueAt(plain: unknown, path: Path): unknown {
  let value = plain;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** Every text of a file, whatever it is to be. */
export function textsOf(plain: unknown): Typed[] {
  if (typeof plain === "string") return [typed(plain)];
  return typeof plain === "object" && plain !== null ? Object.values(plain).flatMap(textsOf) : [];
}
