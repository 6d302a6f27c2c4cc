/** Draws the forms of giving: the thanks itself, its preview, a change of it. */
import type { Choice, Field, Form } from "../chat/form.ts";
import { type Line, words } from "../chat/line.ts";
import type { RecognitionId } from "../ids.ts";
import { typedLength } from "../privacy/typed.ts";
import type { Say } from "../text/say.ts";
import { linkNotes } from "./cards.ts";
import { type Draft, packDraft } from "./draft.ts";
import { longestReason, mostReceivers } from "./recognition.ts";
import type { Recognition } from "./record.ts";
import type { RecognitionSettings } from "./settings.ts";
import { hintOf, nameOf, sentenceOf, type Value } from "./value.ts";

export interface GiveForm {
  readonly draft: Draft;
  /** The draft's people, with their names. */
  readonly to: readonly Choice[];
  readonly values: readonly Value[];
  readonly settings: RecognitionSettings;
  /** Stands on top: what is missing or wrong. */
  readonly news: Line | null;
  readonly footnote: Line;
}

export function giveForm(
  say: Say,
  { draft, to, values, settings, news, footnote }: GiveForm,
): Form {
  const text = say.recognition;
  const fields: Field[] = [
    ...(news === null ? [] : [{ kind: "note", line: news } as const]),
    ...linkNotes(say, draft).map((line) => ({ kind: "note", line }) as const),
    {
      kind: "people",
      name: "to",
      label: text.to(),
      initial: to.slice(0, mostReceivers),
      most: mostReceivers,
      optional: true,
    },
    {
      kind: "text",
      name: "reason",
      label: text.why(),
      hint: text.whyHint(),
      placeholder: text.whyExample(),
      ...(draft.reason === null ? {} : { initial: draft.reason }),
      long: true,
      // One that is too long comes back whole, to be shortened by whoever wrote it.
      most: Math.max(longestReason, draft.reason === null ? 0 : typedLength(draft.reason)),
      optional: true,
    },
    ...(values.length === 0 ? [] : [valuesField(say, values, draft.values, settings)]),
    ...(settings.mostPoints === 1 ? [] : [pointsField(say, settings.mostPoints, draft.points)]),
    {
      kind: "choice",
      name: "visibility",
      label: text.visibility(),
      choices: [
        { value: "public", label: text.public() },
        { value: "private", label: text.private() },
      ],
      initial: draft.private ? "private" : "public",
    },
    {
      kind: "text",
      name: "outsiders",
      label: text.outsider(),
      hint: text.outsiderHint(),
      ...(draft.outsiders === null ? {} : { initial: draft.outsiders }),
      long: true,
      most: 400,
      optional: true,
    },
    { kind: "note", line: footnote },
  ];
  return {
    form: "recognition.preview",
    title: text.formTitle(),
    submit: text.preview(),
    // Its people and words are the fields' own: only what no field holds is carried along.
    state: packDraft({ ...draft, to: [], reason: null, outsiders: null, values: [], sure: false }),
    fields,
  };
}

function valuesField(
  say: Say,
  values: readonly Value[],
  initial: readonly string[],
  settings: Pick<RecognitionSettings, "valueRequired">,
): Field {
  return {
    kind: "choices",
    name: "values",
    label: say.recognition.whichValue(),
    choices: values.map((value) => ({
      value: value.id,
      label: [
        ...words(`${value.emoji} `),
        ...nameOf(say, value),
        ...(value.name === null ? [...words(": "), ...sentenceOf(say, value)] : []),
      ],
      hint: hintOf(say, value),
    })),
    initial,
    optional: !settings.valueRequired,
  };
}

function pointsField(say: Say, most: number, points: number): Field {
  return {
    kind: "choice",
    name: "points",
    label: say.recognition.howMany(),
    choices: Array.from({ length: most }, (_, index) => ({
      value: String(index + 1),
      label: words(String(index + 1)),
    })),
    initial: String(Math.min(Math.max(points, 1), most)),
  };
}

/** What will stand there, before it does. */
export function previewForm(say: Say, draft: Draft, lines: readonly Line[]): Form {
  return {
    form: "recognition.send",
    title: say.recognition.previewTitle(),
    submit: say.recognition.send(),
    state: packDraft(draft),
    fields: lines.map((line): Field => ({ kind: "note", line })),
  };
}

export function editForm(
  say: Say,
  recognition: Recognition,
  values: readonly Value[],
  initial: Field & { readonly kind: "text" },
  settings: RecognitionSettings,
  footnote: Line,
): Form {
  return {
    form: "recognition.edit",
    title: say.recognition.editTitle(),
    submit: say.recognition.save(),
    state: { recognition: recognition.id satisfies RecognitionId },
    fields: [
      initial,
      ...(values.length === 0
        ? []
        : [
            valuesField(
              say,
              values,
              recognition.values.map((value) => value.id),
              settings,
            ),
          ]),
      { kind: "note", line: footnote },
    ],
  };
}
