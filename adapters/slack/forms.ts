/** Draws a form as a modal, and reads what was filled in. */
import type { InputBlock, KnownBlock, ModalView, PlainTextOption, View } from "@slack/types";
import { z } from "zod";

import {
  assertNever,
  type Card,
  type Choice,
  type Field,
  type Filled,
  type Form,
  type Json,
  type Line,
  type Place,
  plain,
  reveal,
  typed,
  whole,
} from "#engine";
import { note, renderBlocks, view } from "./cards.ts";
import { clip, limits } from "./limits.ts";

/** What a modal carries so that its answer knows where it began. */
export interface Origin {
  readonly place: Place;
  /** Where the private card can be taken away whose button opened the form, once the form is done. */
  readonly card?: string;
}

const json: z.ZodType<Json> = z.json();
const metadata = z.object({
  state: json,
  place: z.union([
    z.object({
      kind: z.literal("channel"),
      channel: z.string(),
      shared: z.boolean().optional(),
      private: z.boolean().optional(),
    }),
    z.object({ kind: z.enum(["direct", "home", "nowhere"]) }),
  ]),
  card: z.string().optional(),
});

/** Throws where a form carries more than Slack takes back. */
export function renderForm(form: Form, origin: Origin): ModalView {
  return {
    type: "modal",
    callback_id: form.form,
    title: words(form.title, limits.title),
    submit: words(form.submit, limits.title),
    private_metadata: pack(form.state ?? null, origin),
    blocks: form.fields
      .flatMap((field) => renderField(form.form, field))
      .slice(0, limits.viewBlocks),
  };
}

/** A modal that shows a card: what came of a form. */
export function renderResult(card: Card, origin: Origin): ModalView {
  const blocks = renderBlocks(card.blocks, view);
  return {
    type: "modal",
    callback_id: "result",
    title: { type: "plain_text", text: "Rapport" },
    private_metadata: pack(null, origin),
    blocks: blocks.length > 0 ? blocks : note(card.summary),
  };
}

export function renderHome(card: Card): View {
  const blocks = renderBlocks(card.blocks, view);
  return { type: "home", blocks: blocks.length > 0 ? blocks : note(card.summary) };
}

/** Without the card's address if that is what makes it too long: it is a nicety. */
function pack(state: Json, origin: Origin): string {
  const whole = JSON.stringify({ state, ...origin });
  if (whole.length <= limits.metadata) return whole;
  const less = JSON.stringify({ state, place: origin.place });
  if (less.length <= limits.metadata) return less;
  throw new Error("The form carries more than Slack takes back");
}

export function readOrigin(packed: string | undefined): { state: Json; origin: Origin } {
  const read = metadata.safeParse(readJson(packed));
  // A form of an older release, or none of ours.
  if (!read.success) return { state: null, origin: { place: { kind: "nowhere" } } };
  const { state, place, card } = read.data;
  return { state, origin: { place: place as Place, ...(card === undefined ? {} : { card }) } };
}

function readJson(packed: string | undefined): unknown {
  let read: unknown;
  try {
    read = JSON.parse(packed ?? "");
  } catch {
    return undefined;
  }
  return whole.parse(read);
}

/** Fields of different forms must not share an id: Slack would show the one's words in the other. */
export const blockId = (form: string, field: string): string => `${form} ${field}`;

function renderField(form: string, field: Field): KnownBlock[] {
  if (field.kind === "note") return note(field.line);
  return [
    {
      type: "input",
      block_id: blockId(form, field.name),
      label: words(field.label, limits.label),
      ...(field.hint === undefined ? {} : { hint: words(field.hint, limits.label) }),
      optional: field.optional === true,
      element: renderElement(field),
    },
  ];
}

function renderElement(field: Exclude<Field, { kind: "note" }>): InputBlock["element"] {
  const action_id = field.name;
  switch (field.kind) {
    case "people": {
      const initial = (field.initial ?? []).map(option);
      return {
        type: "multi_external_select",
        action_id,
        min_query_length: 1,
        max_selected_items: field.most,
        ...(initial.length === 0 ? {} : { initial_options: initial }),
      };
    }
    case "text": {
      const most = Math.min(field.most, limits.input);
      const initial = field.initial === undefined ? "" : clip(reveal(field.initial), most);
      return {
        type: "plain_text_input",
        action_id,
        multiline: field.long === true,
        max_length: most,
        ...(field.least === undefined ? {} : { min_length: field.least }),
        ...(initial === "" ? {} : { initial_value: initial }),
        ...(field.placeholder === undefined
          ? {}
          : { placeholder: words(field.placeholder, limits.placeholder) }),
      };
    }
    case "choice": {
      const options = field.choices.slice(0, limits.options).map(option);
      const initial = options.find(({ value }) => value === field.initial);
      const chosen = initial === undefined ? {} : { initial_option: initial };
      return options.length <= fewChoices
        ? { type: "radio_buttons", action_id, options, ...chosen }
        : { type: "static_select", action_id, options, ...chosen };
    }
    case "choices": {
      const options = field.choices.slice(0, limits.options).map(option);
      const initial = options.filter(({ value }) => field.initial?.includes(value ?? ""));
      const chosen = initial.length === 0 ? {} : { initial_options: initial };
      return options.length <= limits.boxes
        ? { type: "checkboxes", action_id, options, ...chosen }
        : { type: "multi_static_select", action_id, options, ...chosen };
    }
    case "channel":
      return {
        type: "conversations_select",
        action_id,
        filter: {
          include: ["public", "private"],
          exclude_external_shared_channels: true,
          exclude_bot_users: true,
        },
        ...(field.initial === undefined ? {} : { initial_conversation: field.initial }),
      };
    default:
      return assertNever(field);
  }
}

/** More of them are a list to open. */
const fewChoices = 5;

export function option(choice: Choice): PlainTextOption {
  const description =
    choice.hint === undefined || choice.hint.length === 0
      ? {}
      : { description: words(choice.hint, limits.optionText) };
  return { text: words(choice.label, limits.optionText), value: choice.value, ...description };
}

function words(line: Line, most: number) {
  return { type: "plain_text" as const, text: clip(plain(line), most) || "–", emoji: true };
}

const selected = z.object({ value: z.string() });
const entered = z.looseObject({
  value: z.string().nullish(),
  selected_option: selected.nullish(),
  selected_options: z.array(selected).nullish(),
  selected_conversation: z.string().nullish(),
});
export const enteredState = z.object({
  values: z.record(z.string(), z.record(z.string(), entered)),
});

/** A field left empty is absent, also one whose name every object has ("constructor"). */
export function readFilled({ values }: z.infer<typeof enteredState>): Filled {
  const text: Record<string, ReturnType<typeof typed>> = Object.create(null);
  const picked: Record<string, readonly string[]> = Object.create(null);
  for (const [field, one] of Object.values(values).flatMap((block) => Object.entries(block))) {
    const picks = [
      ...(one.selected_options ?? []).map(({ value }) => value),
      ...(one.selected_option ? [one.selected_option.value] : []),
      ...(one.selected_conversation ? [one.selected_conversation] : []),
    ];
    if (one.value) text[field] = typed(one.value);
    else if (picks.length > 0) picked[field] = picks;
  }
  return { text, picked };
}
