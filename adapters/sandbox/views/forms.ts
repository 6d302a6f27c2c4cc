/** Draws a form as a dialog, and reads what was filled in. */
import { html } from "hono/html";

import {
  assertNever,
  type Choice,
  type Field,
  type Filled,
  type Form,
  type Line,
  plain,
  reveal,
  sureBox,
  typed,
} from "#engine";
import type { Channel } from "../room.ts";
import type { Html } from "./cards.ts";

export interface FormGround {
  readonly action: string;
  /** What typing into a people field asks. */
  readonly search: (field: string) => string;
  readonly channels: readonly Channel[];
}

type Asked = Exclude<Field, { kind: "note" }>;

export function drawForm(form: Form, ground: FormGround): Html {
  return html`<form class="fields" method="post" action="${ground.action}" hx-post="${ground.action}" hx-swap="none">
    <header><h2 id="dialog-title" tabindex="-1">${plain(form.title)}</h2>${closing("Close")}</header>
    <div class="inside">${form.fields.map((field) => drawField(field, ground))}<div id="${sureId}"></div></div>
    <footer>${closing("Cancel")}<button class="primary">${plain(form.submit)}</button></footer>
  </form>`;
}

export const closing = (word: "Close" | "Cancel"): Html =>
  word === "Close"
    ? html`<button type="button" class="x" data-close aria-label="Close">×</button>`
    : html`<button type="button" class="plain" data-close>Cancel</button>`;

/** Where the box appears under a form whose words are asked about. */
const sureId = "sure";

const fieldId = (name: string): string => `field-${name}`;
export const errorId = (name: string): string => `error-${name}`;

function drawField(field: Field, ground: FormGround): Html {
  if (field.kind === "note") return html`<p class="note">${plain(field.line)}</p>`;
  const label = html`${plain(field.label)}${field.optional ? html` <span class="optional">(optional)</span>` : ""}`;
  const below = html`
    ${field.hint === undefined ? "" : html`<p class="hint" id="hint-${field.name}">${plain(field.hint)}</p>`}
    <p class="error" id="${errorId(field.name)}" role="alert"></p>`;
  const groups = field.kind === "people" || field.kind === "choices" || isRadio(field);
  return groups
    ? html`<fieldset class="field ${field.kind}" aria-describedby="${describedBy(field)}">
        <legend>${label}</legend>${drawInput(field, ground)}${below}</fieldset>`
    : html`<div class="field ${field.kind}">
        <label for="${fieldId(field.name)}">${label}</label>${drawInput(field, ground)}${below}</div>`;
}

const describedBy = (field: Asked): string =>
  field.hint === undefined ? errorId(field.name) : `hint-${field.name} ${errorId(field.name)}`;

/** More choices are a list to open. */
const fewChoices = 5;
const isRadio = (field: Asked): boolean =>
  field.kind === "choice" && field.choices.length <= fewChoices;

const attribute = (name: string, value: string | number | undefined): Html =>
  value === undefined ? html`` : html` ${name}="${String(value)}"`;
const flag = (name: string, on: boolean): Html => (on ? html` ${name}` : html``);

function drawInput(field: Asked, ground: FormGround): Html {
  const id = fieldId(field.name);
  const needed = flag("required", field.optional !== true);
  switch (field.kind) {
    case "text": {
      const initial = field.initial === undefined ? "" : reveal(field.initial);
      const rest = html` id="${id}" name="text:${field.name}" maxlength="${field.most}" aria-describedby="${describedBy(field)}"${attribute("minlength", field.least)}${attribute("placeholder", field.placeholder && plain(field.placeholder))}${needed}`;
      return field.long
        ? html`<textarea rows="4"${rest}>${`\n${initial}`}</textarea>`
        : html`<input type="text" autocomplete="off" value="${initial}"${rest}>`;
    }
    case "choice":
      return isRadio(field)
        ? html`${field.choices.map((choice) => drawOption("radio", field, choice, choice.value === field.initial))}`
        : html`<select id="${id}" name="pick:${field.name}" aria-describedby="${describedBy(field)}"${needed}>
            <option value="">–</option>
            ${field.choices.map((choice) => html`<option value="${choice.value}"${flag("selected", choice.value === field.initial)}>${optionWords(choice)}</option>`)}
          </select>`;
    case "choices":
      return html`${field.choices.map((choice) => drawOption("checkbox", field, choice, field.initial?.includes(choice.value) === true))}`;
    case "channel":
      return html`<select id="${id}" name="pick:${field.name}" aria-describedby="${describedBy(field)}"${needed}>
        <option value="">–</option>
        ${ground.channels.map((channel) => html`<option value="${channel.id}"${flag("selected", channel.id === field.initial)}>#${channel.name}</option>`)}
      </select>`;
    case "people":
      return drawPeople(field, ground);
    default:
      return assertNever(field);
  }
}

const optionWords = ({ label, hint }: Choice): string =>
  hint === undefined || hint.length === 0 ? plain(label) : `${plain(label)} – ${plain(hint)}`;

function drawOption(type: "radio" | "checkbox", field: Asked, choice: Choice, on: boolean): Html {
  const needed = flag("required", type === "radio" && field.optional !== true);
  const hint = choice.hint === undefined || choice.hint.length === 0 ? "" : plain(choice.hint);
  return html`<label class="option"><input type="${type}" name="pick:${field.name}" value="${choice.value}"${flag("checked", on)}${needed}>
    <span>${plain(choice.label)}${hint === "" ? "" : html`<small>${hint}</small>`}</span></label>`;
}

function drawPeople(field: Extract<Asked, { kind: "people" }>, ground: FormGround): Html {
  const { name, most, initial = [] } = field;
  const id = fieldId(name);
  return html`<ul class="chips">${initial.map((choice) => drawChip(name, choice))}</ul>
    <input type="text" id="${id}" role="combobox" aria-label="${plain(field.label)}: find by name" aria-autocomplete="list"
      aria-expanded="false" aria-controls="found-${name}" autocomplete="off" placeholder="Find by name"
      data-people="${name}" data-most="${most}" name="typed"
      hx-get="${ground.search(name)}" hx-trigger="input changed delay:120ms" hx-target="#found-${name}" hx-swap="innerHTML">
    <ul class="found" id="found-${name}" role="listbox" aria-label="People found"></ul>`;
}

const drawChip = (field: string, { value, label }: Choice): Html =>
  html`<li><input type="hidden" name="pick:${field}" value="${value}"><span>${plain(label)}</span><button type="button" data-unpick aria-label="Remove ${plain(label)}">×</button></li>`;

export const drawFound = (field: string, choices: readonly Choice[]): Html =>
  choices.length === 0
    ? html`<li class="note">Nobody by that name</li>`
    : html`${choices.map(({ value, label }, at) => html`<li role="option" id="found-${field}-${at}" aria-selected="false" data-value="${value}">${plain(label)}</li>`)}`;

/** What each field of the form has to be told: nothing where it is well. */
export const drawErrors = (
  form: Form,
  errors: Readonly<Record<string, Line>>,
  sure?: { readonly ask: Line; readonly box: Line },
): Html =>
  html`<hx-partial hx-target="#${sureId}" hx-swap="innerHTML">${sure === undefined ? "" : drawSure(sure)}</hx-partial>
  ${form.fields.map((field) =>
    field.kind === "note"
      ? ""
      : html`<hx-partial hx-target="#${errorId(field.name)}" hx-swap="textContent">${plain(errors[field.name] ?? [])}</hx-partial>`,
  )}`;

const drawSure = ({ ask, box }: { readonly ask: Line; readonly box: Line }): Html =>
  html`<fieldset class="field choices"><legend>${plain(ask)}</legend><label class="option"><input type="checkbox" name="pick:${sureBox.name}" value="${sureBox.ticked}">
    <span>${plain(box)}</span></label></fieldset>`;

/** A field left empty is absent, also one whose name every object has ("constructor"). */
export function readFilled(entries: Iterable<readonly [string, string]>): Filled {
  const text: Record<string, ReturnType<typeof typed>> = Object.create(null);
  const picked: Record<string, string[]> = Object.create(null);
  for (const [key, value] of entries) {
    const [, kind, name = ""] = /^(text|pick):(.+)$/.exec(key) ?? [];
    if (value === "") continue;
    if (kind === "text") text[name] = typed(value.replaceAll("\r\n", "\n"));
    if (kind === "pick") picked[name] = [...(picked[name] ?? []), value];
  }
  return { text, picked };
}
