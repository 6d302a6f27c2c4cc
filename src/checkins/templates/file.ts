/**
 * The form of a template's file: what an organization imports, exports and keeps. Each text is said in every language the
 * file declares. What a key may hold is here; what keys must be to each other is in check.ts.
 */
import { z } from "zod";

import type { Cleared } from "../../privacy/phi/cleared.ts";
import type { Locale } from "../../text/say.ts";

export const languages = ["en", "de"] as const satisfies readonly Locale[];
/** Lower case letters and digits, in words joined by hyphens. */
export const idShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Characters: a question is read on a telephone; names stand in lists, options on buttons. */
export const longest = { id: 40, name: 60, text: 300, option: 75 } as const;
export const mostQuestions = 20;

/** `text` reads words that somebody wrote, of at most so many characters. */
export function fileForm<Text extends string>(text: (most: number) => z.ZodType<Text, string>) {
  const id = text(longest.id)
    .refine((one) => idShape.test(one))
    .meta({ pattern: idShape.source });
  const said = (most: number) => {
    const inLanguage = text(most).optional();
    return z.strictObject({ en: inLanguage, de: inLanguage });
  };
  const asked = {
    id,
    ask: said(longest.text),
    hint: said(longest.text).optional(),
    confidential: z.boolean().optional(),
    follows: z
      .strictObject({ question: z.string(), answers: z.array(z.string()).min(1) })
      .optional(),
    becomes: z.enum(["request", "kudos"]).optional(),
  };
  const option = z.strictObject({ value: id, label: said(longest.option) });
  const question = z.discriminatedUnion("kind", [
    z.strictObject({
      ...asked,
      kind: z.literal("scale"),
      from: z.int().min(0).max(10),
      to: z.int().min(0).max(10),
      ends: z
        .strictObject({ low: said(longest.option), high: said(longest.option) })
        .optional()
        .describe("What the ends mean; without it, those of the agree scale"),
      cantSay: z.boolean().optional(),
      favourable: z.int().optional().describe("The least value that counts as favourable"),
    }),
    z.strictObject({
      ...asked,
      kind: z.literal("choice"),
      options: z.array(option).min(2).max(10),
      many: z.boolean().optional(),
    }),
    z.strictObject({ ...asked, kind: z.literal("yesNo") }),
    z.strictObject({ ...asked, kind: z.literal("mood") }),
    z.strictObject({
      ...asked,
      kind: z.literal("text"),
      long: z.boolean().optional(),
      most: z.int().min(1).max(3000),
    }),
    z.strictObject({ ...asked, kind: z.literal("people"), most: z.int().min(1).max(20) }),
  ]);
  return z.strictObject({
    id,
    languages: z.array(z.enum(languages)).min(1),
    name: said(longest.name),
    about: said(longest.text).optional(),
    sees: z
      .enum(["leads", "groups", "self"])
      .describe("leads: words with names; groups: confidential; self: the answerer alone"),
    least: z
      .int()
      .min(5)
      .max(100)
      .optional()
      .describe("Fewest respondents of a group that is shown; without it, 5"),
    kind: z.enum(["checkin", "feedback"]),
    every: z.enum(["shift", "week", "fortnight", "month", "quarter"]),
    perUnit: z
      .boolean()
      .optional()
      .describe("Asked once for each partner unit; {unit} in a text is its name"),
    contacts: z.boolean().optional().describe("Whom to call now stands on the prompt"),
    instrument: z.enum(["own", "licensed"]).optional(),
    licence: z
      .strictObject({
        owner: text(longest.text),
        reference: text(longest.text),
        expires: z.iso.date(),
        units: z.array(text(longest.name)).min(1).describe("Names of the units that may be asked"),
      })
      .optional(),
    questions: z.array(question).min(1).max(mostQuestions),
  });
}

export type TemplateFile<Text extends string = Cleared> = z.output<
  ReturnType<typeof fileForm<Text>>
>;
export type FileQuestion<Text extends string = Cleared> = TemplateFile<Text>["questions"][number];
/** One text in the languages it was written in. */
export type Said<Text extends string = Cleared> = TemplateFile<Text>["name"];
