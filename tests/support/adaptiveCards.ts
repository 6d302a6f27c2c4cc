/** What Teams would refuse about a card: Adaptive Cards 1.5 as we draw them, each part closed to what isn't in the schema. */
import { z } from "zod";

import { bytesOf, limits } from "../../adapters/teams/limits.ts";

const placed = {
  separator: z.literal(true).optional(),
  spacing: z.enum(["None", "Small", "Medium", "Large"]).optional(),
};
const filled = z.string().min(1);

const carried = z.strictObject({ rapport: filled, mark: filled });
const action = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("Action.Execute"),
    title: filled.max(limits.buttonText),
    verb: filled,
    data: carried,
    style: z.enum(["positive", "destructive"]).optional(),
  }),
  z.strictObject({
    type: z.literal("Action.Submit"),
    title: filled.max(limits.buttonText),
    data: carried,
    style: z.literal("positive"),
  }),
]);

const run = z.strictObject({
  type: z.literal("TextRun"),
  text: filled,
  weight: z.literal("Bolder").optional(),
  size: z.literal("Small").optional(),
  isSubtle: z.literal(true).optional(),
  color: z.literal("Attention").optional(),
  fontType: z.literal("Monospace").optional(),
  selectAction: z
    .strictObject({ type: z.literal("Action.OpenUrl"), url: z.url({ protocol: /^https?$/ }) })
    .optional(),
});
const richText = z.strictObject({
  type: z.literal("RichTextBlock"),
  inlines: z.array(run).min(1),
  ...placed,
});
const asked = {
  id: filled,
  label: filled,
  isRequired: z.boolean(),
  errorMessage: filled.optional(),
  value: filled.optional(),
  placeholder: filled.optional(),
  ...placed,
};

const flat = [
  richText,
  z.strictObject({
    type: z.literal("TextBlock"),
    text: filled,
    style: z.literal("heading"),
    size: z.literal("Large"),
    weight: z.literal("Bolder"),
    wrap: z.literal(true),
    ...placed,
  }),
  z.strictObject({
    type: z.literal("ActionSet"),
    actions: z.array(action).min(1).max(limits.buttons),
    ...placed,
  }),
  z.strictObject({
    type: z.literal("Table"),
    columns: z.array(z.strictObject({ width: z.number().int().positive() })).min(1),
    firstRowAsHeaders: z.literal(true),
    rows: z
      .array(
        z.strictObject({
          type: z.literal("TableRow"),
          cells: z
            .array(z.strictObject({ type: z.literal("TableCell"), items: z.array(richText) }))
            .min(1),
        }),
      )
      .min(1),
    ...placed,
  }),
  z.strictObject({
    type: z.literal("Chart.HorizontalBar"),
    title: filled,
    displayMode: z.literal("AbsoluteWithAxis"),
    colorSet: z.literal("categorical"),
    data: z.array(z.strictObject({ x: filled, y: z.number() })).min(1),
    fallback: z.literal("drop"),
    ...placed,
  }),
  z.strictObject({
    type: z.literal("Chart.Line"),
    title: filled,
    colorSet: z.literal("categorical"),
    data: z
      .array(
        z.strictObject({
          legend: filled,
          values: z.array(z.strictObject({ x: filled, y: z.number() })),
        }),
      )
      .min(1),
    fallback: z.literal("drop"),
    ...placed,
  }),
  z.strictObject({
    type: z.literal("Input.Text"),
    isMultiline: z.boolean(),
    maxLength: z.number().int().positive(),
    regex: filled.optional(),
    ...asked,
  }),
  z.strictObject({
    type: z.literal("Input.ChoiceSet"),
    style: z.enum(["compact", "expanded", "filtered"]),
    isMultiSelect: z.boolean(),
    wrap: z.literal(true),
    choices: z.array(z.strictObject({ title: filled, value: filled })),
    "choices.data": z.strictObject({ type: z.literal("Data.Query"), dataset: filled }).optional(),
    ...asked,
  }),
] as const;

const element = z.discriminatedUnion("type", [
  ...flat,
  z.strictObject({
    type: z.literal("Container"),
    style: z.literal("emphasis"),
    items: z.array(z.discriminatedUnion("type", flat)).min(1),
    ...placed,
  }),
]);

const card = z.strictObject({
  type: z.literal("AdaptiveCard"),
  version: z.literal("1.5"),
  lang: z.enum(["en", "de"]),
  fallbackText: filled,
  speak: filled,
  msteams: z.strictObject({ width: z.literal("Full") }).optional(),
  body: z.array(element),
});

/** Nothing where Teams would take it. */
export function checkCard(drawn: unknown): string[] {
  const read = card.safeParse(drawn);
  const bytes = bytesOf(drawn);
  const ids = [...JSON.stringify(drawn).matchAll(/"id":"(field [^"]*)"/g)].map(([, id]) => id);
  return [
    ...(read.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`),
    ...(bytes > limits.cardBytes ? [`${bytes} bytes, at most ${limits.cardBytes}`] : []),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice`),
  ];
}
