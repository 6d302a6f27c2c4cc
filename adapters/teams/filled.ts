/** Reads what was filled in. Whoever sends it may send anything: only what the form offered comes through. */
import { z } from "zod";

import {
  type Choice,
  type Field,
  type Filled,
  type Form,
  type Line,
  nearestLocale,
  plain,
  type Reply,
  type Say,
  speak,
  sureBox,
  type Typed,
  typed,
  words,
} from "#engine";

/** A form, and the channels it offers where it asks for one. */
export interface Drawn {
  readonly form: Form;
  readonly channels: readonly Choice[];
}

const line = z.array(z.looseObject({ kind: z.string() }));
const choice = z.looseObject({ value: z.string(), label: line });
const asked = { name: z.string(), label: line };

/** Enough of its shape to tell a form of this release from an older one's. */
export const drawnForm = z.strictObject({
  form: z.looseObject({
    form: z.string(),
    title: line,
    submit: line,
    state: z.json().optional(),
    fields: z.array(
      z.discriminatedUnion("kind", [
        z.looseObject({ kind: z.literal("people"), most: z.number(), ...asked }),
        z.looseObject({ kind: z.literal("text"), most: z.number(), ...asked }),
        z.looseObject({ kind: z.enum(["choice", "choices"]), choices: z.array(choice), ...asked }),
        z.looseObject({ kind: z.literal("channel"), ...asked }),
        z.looseObject({ kind: z.literal("note"), line }),
      ]),
    ),
  }),
  channels: z.array(choice),
});

/** Without what was typed: it comes back from the inputs. */
export const unfilled = ({ form, channels }: Drawn): Drawn => ({
  form: {
    ...form,
    fields: form.fields.map((field) => {
      if (field.kind !== "text") return field;
      const { initial, ...rest } = field;
      return rest;
    }),
  },
  channels,
});

export type Sure = NonNullable<Extract<Reply, { kind: "invalid" }>["sure"]>;

/** Where the guard asks, a form has a box to tick, at its foot; each time it is drawn nobody has ticked it yet. */
export function withTick({ form, channels }: Drawn, sure: Sure | undefined): Drawn {
  const fields = form.fields.filter(
    (field) => field.kind === "note" || field.name !== sureBox.name,
  );
  if (sure === undefined) return { form: { ...form, fields }, channels };
  const tick: Field = {
    kind: "choices",
    name: sureBox.name,
    label: sure.ask,
    choices: [{ value: sureBox.ticked, label: sure.box }],
    optional: true,
  };
  return { form: { ...form, fields: [...fields, tick] }, channels };
}

/** Beside the names of what we carry ourselves. */
export const inputId = (field: string): string => `field ${field}`;

/** A person's id, and the name they were found by, so that the form can be drawn again. */
export const personValue = ({ value, label }: Choice): string =>
  `${value} ${Buffer.from(plain(label)).toString("base64url")}`;

function readPerson(text: string): Choice {
  const [value = "", name = ""] = text.split(" ", 2);
  return { value, label: words(Buffer.from(name, "base64url").toString("utf8") || value) };
}

interface Read {
  readonly field: Field;
  readonly text?: Typed;
  readonly picked?: readonly string[];
  readonly wrong?: Line;
}

/** Undefined where something came that the form can't have sent. */
export function readFilled(
  { form, channels }: Drawn,
  inputs: Readonly<Record<string, unknown>>,
  language: string,
): { filled: Filled; drawn: Drawn; wrong: Readonly<Record<string, Line>> | null } | undefined {
  const say = speak(nearestLocale(language), "UTC");
  const reads: Read[] = [];
  const text: Record<string, Typed> = Object.create(null);
  const picked: Record<string, readonly string[]> = Object.create(null);
  const wrong: Record<string, Line> = Object.create(null);
  for (const field of form.fields) {
    const given = field.kind === "note" ? "" : (inputs[inputId(field.name)] ?? "");
    if (typeof given !== "string") return undefined;
    const read = readField(field, given, channels, say);
    if (read === undefined) return undefined;
    reads.push(read);
    if (field.kind === "note") continue;
    if (read.text !== undefined) text[field.name] = read.text;
    if (read.picked !== undefined) picked[field.name] = read.picked;
    if (read.wrong !== undefined) wrong[field.name] = read.wrong;
  }
  return {
    filled: { text, picked },
    drawn: { form: { ...form, fields: reads.map(({ field }) => field) }, channels },
    wrong: Object.keys(wrong).length === 0 ? null : wrong,
  };
}

function readField(
  field: Field,
  given: string,
  channels: readonly Choice[],
  say: Say,
): Read | undefined {
  const { teams } = say;
  if (field.kind === "note") return { field };
  const missing = field.optional === true ? {} : { wrong: teams.fillIn() };
  switch (field.kind) {
    case "text": {
      const said = given.replaceAll(/\r\n?/g, "\n");
      if (said === "") return { field, ...missing };
      const { most, least = 0 } = field;
      const { length } = said;
      const held = { field: { ...field, initial: typed(said) }, text: typed(said) };
      if (length > most) return { ...held, wrong: teams.atMost({ most, length }) };
      return length < least ? { ...held, wrong: teams.atLeast({ least }) } : held;
    }
    case "people": {
      const initial = listed(given).map(readPerson);
      if (initial.length === 0) return { field: { ...field, initial }, ...missing };
      const held = { field: { ...field, initial }, picked: initial.map(({ value }) => value) };
      const { most } = field;
      return initial.length > most ? { ...held, wrong: teams.fewer({ most }) } : held;
    }
    case "choice":
    case "choices": {
      const chosen = listed(given).map((at) => field.choices[Number(at)]?.value);
      if (chosen.includes(undefined) || (field.kind === "choice" && chosen.length > 1))
        return undefined;
      const values = chosen.filter((value) => value !== undefined);
      const [first] = values;
      if (first === undefined) return { field, ...missing };
      return field.kind === "choice"
        ? { field: { ...field, initial: first }, picked: values }
        : { field: { ...field, initial: values }, picked: values };
    }
    case "channel": {
      if (given === "") return { field, ...missing };
      if (!channels.some(({ value }) => value === given)) return undefined;
      return { field: { ...field, initial: given }, picked: [given] };
    }
  }
}

const listed = (given: string): string[] => given.split(",").filter((part) => part !== "");
