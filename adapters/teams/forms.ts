/** Draws a form as a card with inputs, for a chat or a dialog, and draws it again with what is wrong beside each field. */
import {
  assertNever,
  type Choice,
  type Field,
  type Form,
  type Line,
  nearestLocale,
  plain,
  type Reply,
  reveal,
  type Say,
  speak,
} from "#engine";
import type { Action, AdaptiveCard, Element, Input } from "./adaptive.ts";
import { channelNames, type Drawing, envelope, renderTitle, small } from "./cards.ts";
import { type Drawn, inputId, personValue } from "./filled.ts";
import { clip, limits } from "./limits.ts";
import { signed } from "./press.ts";
import { oneLine, plainText, richText, tame } from "./words.ts";

export interface FormDrawing extends Drawing {
  /** A message extension's: it has the title on its own, and is submitted another way. */
  readonly dialog?: boolean;
  /** That somebody may choose where a form asks for one. */
  readonly channels?: readonly Choice[];
}

export function renderForm(form: Form, drawing: FormDrawing): AdaptiveCard {
  return renderAgain({ form, channels: channelsOf(form, drawing.channels ?? []) }, {}, drawing);
}

/** `readPress` has the form with what was filled in; `wrong` is the engine's "invalid", or the reader's own. */
export function renderAgain(
  drawn: Drawn,
  wrong: Readonly<Record<string, Line>>,
  drawing: FormDrawing,
): AdaptiveCard {
  const { form } = drawn;
  const say = speak(nearestLocale(drawing.language), "UTC");
  const names = new Set(form.fields.map((field) => (field.kind === "note" ? "" : field.name)));
  const loose = Object.entries(wrong).filter(([field]) => !names.has(field));
  return {
    ...envelope(titleOf(form), drawing),
    body: [
      ...(drawing.dialog === true ? [] : renderTitle(plain(form.title))),
      ...loose.flatMap(([, line]) => renderWrong(line, drawing)),
      ...form.fields.flatMap((field) => renderField(field, drawn, wrong, say, drawing)),
      { type: "ActionSet", actions: [renderSubmit(drawn, drawing)] },
    ],
  };
}

/** What a dialog calls itself. */
export const titleOf = (form: Form): string => clip(oneLine(plain(form.title)), limits.buttonText);

/** What a people field is filled with while somebody types (the value of an `application/search` answer). */
export function renderFound(reply: Extract<Reply, { kind: "choices" }>) {
  return { results: reply.choices.slice(0, limits.found).map(personOption) };
}

/** Carried only where it is asked for. */
function channelsOf(form: Form, channels: readonly Choice[]): readonly Choice[] {
  return form.fields.some(({ kind }) => kind === "channel") ? channels : [];
}

function renderSubmit(drawn: Drawn, drawing: FormDrawing): Action {
  const { form, submit } = drawn.form;
  const title = clip(oneLine(plain(submit)), limits.buttonText) || "–";
  const data = signed({ kind: "form", drawn }, drawing, drawing.marks);
  return drawing.dialog === true
    ? { type: "Action.Submit", title, data, style: "positive" }
    : { type: "Action.Execute", title, verb: form, data, style: "positive" };
}

function renderField(
  field: Field,
  drawn: Drawn,
  wrong: Readonly<Record<string, Line>>,
  say: Say,
  drawing: FormDrawing,
): Element[] {
  const channelName = channelNames(drawing);
  const noted = (line: Line | undefined) =>
    richText(line ?? [], { most: limits.text, channelName, look: small });
  if (field.kind === "note") return noted(field.line);
  const error = wrong[field.name];
  const input = renderInput(field, drawn, say, drawing);
  const nothing =
    field.kind === "channel" && drawn.channels.length === 0 ? say.teams.noChannels() : undefined;
  return [
    { ...input, spacing: "Medium" },
    ...[...noted(field.hint), ...noted(nothing)].map(
      (one) => ({ ...one, spacing: "None" }) as const,
    ),
    ...(error === undefined ? [] : renderWrong(error, drawing)),
  ];
}

function renderWrong(line: Line, drawing: Drawing): Element[] {
  const look = { color: "Attention", weight: "Bolder" } as const;
  const text = { most: limits.text, channelName: channelNames(drawing), look };
  return richText(line, text).map((one) => ({ ...one, spacing: "Small" }) as const);
}

function renderInput(
  field: Exclude<Field, { kind: "note" }>,
  { channels }: Drawn,
  { teams }: Say,
  drawing: Drawing,
): Input {
  const isRequired = field.optional !== true;
  const least = field.kind === "text" ? field.least : undefined;
  const needed = field.kind === "text" ? teams.fillIn() : teams.choose();
  const error = least === undefined ? needed : teams.atLeast({ least });
  const asked = {
    id: inputId(field.name),
    label: clip(tame(plainText(field.label, channelNames(drawing))), limits.label) || "–",
    isRequired,
    ...(isRequired || least !== undefined ? { errorMessage: plain(error) } : {}),
  };
  const list = { ...asked, type: "Input.ChoiceSet", wrap: true } as const;
  switch (field.kind) {
    case "text": {
      const value = field.initial === undefined ? "" : clip(reveal(field.initial), field.most);
      return {
        ...asked,
        type: "Input.Text",
        isMultiline: field.long === true,
        maxLength: field.most,
        ...(least === undefined ? {} : { regex: `^[\\s\\S]{${least},}$` }),
        ...(value === "" ? {} : { value }),
        ...(field.placeholder === undefined
          ? {}
          : { placeholder: oneLine(plain(field.placeholder)) }),
      };
    }
    case "people": {
      const initial = (field.initial ?? []).map(personOption);
      return {
        ...list,
        style: "filtered",
        isMultiSelect: field.most > 1,
        placeholder: plain(teams.typeName()),
        choices: initial,
        "choices.data": { type: "Data.Query", dataset: field.name },
        ...(initial.length === 0 ? {} : { value: initial.map(({ value }) => value).join(",") }),
      };
    }
    case "choice":
    case "choices": {
      const initial = field.kind === "choice" ? [field.initial] : (field.initial ?? []);
      const chosen = field.choices.flatMap(({ value }, at) =>
        initial.includes(value) ? [String(at)] : [],
      );
      return {
        ...list,
        style: field.choices.length <= mostOpen[field.kind] ? "expanded" : "compact",
        isMultiSelect: field.kind === "choices",
        choices: field.choices.map((one, at) => ({ title: optionTitle(one), value: String(at) })),
        ...(chosen.length === 0 ? {} : { value: chosen.join(",") }),
      };
    }
    case "channel":
      return {
        ...list,
        style: "compact",
        isMultiSelect: false,
        placeholder: plain(teams.openList()),
        choices: channels.map((one) => ({ title: optionTitle(one), value: one.value })),
        ...(channels.some(({ value }) => value === field.initial)
          ? { value: field.initial ?? "" }
          : {}),
      };
    default:
      return assertNever(field);
  }
}

/** More of them are a list to open. */
const mostOpen = { choice: 5, choices: 10 } as const;

const personOption = (choice: Choice) => ({
  title: optionTitle(choice),
  value: personValue(choice),
});

function optionTitle({ label, hint = [] }: Choice): string {
  const text = hint.length === 0 ? plain(label) : `${plain(label)} – ${plain(hint)}`;
  return clip(tame(text), limits.option) || "–";
}
