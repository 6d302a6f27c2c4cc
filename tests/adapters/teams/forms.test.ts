import { describe, expect, it } from "vitest";

import type { AdaptiveCard, Input } from "../../../adapters/teams/adaptive.ts";
import { renderAgain, renderForm, renderFound, titleOf } from "../../../adapters/teams/forms.ts";
import { createMarks, readPress } from "../../../adapters/teams/press.ts";
import type { Form } from "../../../src/chat/form.ts";
import { words } from "../../../src/chat/line.ts";
import { reveal, typed } from "../../../src/privacy/typed.ts";
import { checkCard } from "../../support/adaptiveCards.ts";

const marks = createMarks(() => [{ id: "1", secret: new Uint8Array(32) }]);
const channels = [
  { value: "19:lab@thread.tacv2", label: words("Core Lab › general") },
  { value: "19:ward@thread.tacv2", label: words("4 West › general") },
];
const drawing = { nonce: "n1", language: "en", marks, channels };

const dana = { value: "prs_1", label: words("Dana Ortiz, RN · 4 West · Teams") };
const form: Form = {
  form: "x.form",
  title: words("Give kudos"),
  submit: words("Send"),
  state: { draft: 1 },
  fields: [
    { kind: "people", name: "who", label: words("Who"), initial: [dana], most: 2 },
    {
      kind: "text",
      name: "why",
      label: words("What for"),
      hint: words("No patient details."),
      long: true,
      least: 3,
      most: 20,
    },
    {
      kind: "choice",
      name: "value",
      label: words("Value"),
      choices: [
        { value: "a,b", label: words("Teamwork"), hint: words("together") },
        { value: "c", label: words("*Care*") },
      ],
      optional: true,
    },
    {
      kind: "choices",
      name: "days",
      label: words("Days"),
      choices: ["mon", "tue", "wed"].map((value) => ({ value, label: words(value) })),
      initial: ["tue", "wed"],
      optional: true,
    },
    { kind: "channel", name: "where", label: words("Where"), optional: true },
    { kind: "note", line: words("Need someone now: 4000.") },
  ],
};

const inputsOf = (card: AdaptiveCard): Input[] =>
  card.body.filter((one) => one.type === "Input.Text" || one.type === "Input.ChoiceSet");

function submit(card: AdaptiveCard, changed: Readonly<Record<string, unknown>> = {}) {
  const [action] = card.body.flatMap((one) => (one.type === "ActionSet" ? one.actions : []));
  const shown = inputsOf(card).map(({ id, value = "" }) => [id, value]);
  const named = Object.entries(changed).map(([name, value]) => [`field ${name}`, value]);
  const data = { ...action?.data, ...Object.fromEntries([...shown, ...named]) };
  const press = readPress(data, marks, "en");
  if (press.kind !== "form") throw new Error(`It was ${press.kind}`);
  return press;
}

const textOf = (card: AdaptiveCard): string[] =>
  card.body.flatMap((one) =>
    one.type === "RichTextBlock" ? [one.inlines.map(({ text }) => text).join("")] : [],
  );

describe("a form in Teams", () => {
  it("asks for each field in a way that Teams has, and marks what must be filled in", () => {
    const card = renderForm(form, drawing);

    expect(checkCard(card)).toEqual([]);
    expect(inputsOf(card)).toMatchObject([
      {
        label: "Who",
        style: "filtered",
        isMultiSelect: true,
        isRequired: true,
        "choices.data": { type: "Data.Query", dataset: "who" },
        choices: [{ title: "Dana Ortiz, RN · 4 West · Teams" }],
      },
      {
        type: "Input.Text",
        isMultiline: true,
        maxLength: 20,
        isRequired: true,
        errorMessage: "Please write at least 3 characters.",
      },
      {
        style: "expanded",
        isMultiSelect: false,
        choices: [{ title: "Teamwork – together" }, { title: "∗Care∗" }],
      },
      { style: "expanded", isMultiSelect: true, value: "1,2" },
      {
        style: "compact",
        isRequired: false,
        choices: [{ title: "Core Lab › general" }, { title: "4 West › general" }],
      },
    ]);
    expect(textOf(card)).toEqual(["No patient details.", "Need someone now: 4000."]);
  });

  it("brings back what was filled in, by the engine's own names", () => {
    const { filled, wrong, ...press } = submit(renderForm(form, drawing), {
      why: "for the calm\r\nnight",
      value: "0",
      where: "19:ward@thread.tacv2",
    });

    expect(press).toMatchObject({
      kind: "form",
      form: "x.form",
      state: { draft: 1 },
      nonce: "n1",
    });
    expect(wrong).toBeNull();
    expect(Object.entries(filled.text).map(([name, text]) => [name, reveal(text)])).toEqual([
      ["why", "for the calm\nnight"],
    ]);
    expect(filled.picked).toEqual({
      who: ["prs_1"],
      value: ["a,b"],
      days: ["tue", "wed"],
      where: ["19:ward@thread.tacv2"],
    });
  });

  it("is shown again with the words kept, and beside each field what is wrong with it", () => {
    const ben = renderFound({
      kind: "choices",
      choices: [{ value: "prs_2", label: words("Ben Okafor · Core Lab · Slack") }],
    }).results[0]?.value;
    const press = submit(renderForm(form, drawing), {
      who: ben,
      why: "MRN 00482913",
      value: "1",
      where: "19:lab@thread.tacv2",
    });

    const card = renderAgain(
      press.drawn,
      { why: words("This looks like a record number."), who: words("Not them.") },
      { ...drawing, nonce: "n2" },
    );

    expect(checkCard(card)).toEqual([]);
    expect(inputsOf(card).map(({ value }) => value)).toEqual([
      ben,
      "MRN 00482913",
      "1",
      "1,2",
      "19:lab@thread.tacv2",
    ]);
    expect(inputsOf(card)[0]).toMatchObject({
      choices: [{ title: "Ben Okafor · Core Lab · Slack" }],
    });
    expect(textOf(card)).toEqual([
      "Not them.",
      "No patient details.",
      "This looks like a record number.",
      "Need someone now: 4000.",
    ]);
    expect(submit(card, { why: "for the calm night" }).nonce).toBe("n2");
  });

  it("carries nothing of what was typed but in its own field", () => {
    const secret = "MRN 00482913";
    const initial = form.fields.map((field) =>
      field.kind === "text" ? { ...field, initial: typed(secret) } : field,
    );
    const card = renderForm({ ...form, fields: initial }, drawing);

    expect(JSON.stringify(card).split(secret)).toHaveLength(2);
    expect(inputsOf(card)[1]).toMatchObject({ value: secret });
  });

  it.for([
    { changed: { why: "" }, field: "why", says: "Please fill this in." },
    { changed: { why: "ok" }, field: "why", says: "Please write at least 3 characters." },
    {
      changed: { why: "x".repeat(21) },
      field: "why",
      says: "This has 21 characters, and at most 20 fit. Please shorten it.",
    },
    { changed: { who: "" }, field: "who", says: "Please fill this in." },
    {
      changed: { who: "prs_1,prs_2,prs_3" },
      field: "who",
      says: "Please choose at most 2 people.",
    },
  ])("says “$says” where a client let more or less through", ({ changed, field, says }) => {
    const right = { why: "for the calm night" };
    const { wrong } = submit(renderForm(form, drawing), { ...right, ...changed });

    expect(wrong).toEqual({ [field]: words(says) });
  });

  it.for([
    { value: "2" },
    { value: "0,1" },
    { days: "mon" },
    { where: "19:elsewhere@thread.tacv2" },
    { why: { text: "x" } },
  ])("is refused with what it never offered: %j", (changed) => {
    expect(() => submit(renderForm(form, drawing), changed)).toThrow("changed");
  });

  it("is a dialog's with its title on the dialog, and is sent as dialogs are", () => {
    const card = renderForm(form, { ...drawing, dialog: true });
    const actions = card.body.flatMap((one) => (one.type === "ActionSet" ? one.actions : []));

    expect(checkCard(card)).toEqual([]);
    expect(titleOf(form)).toBe("Give kudos");
    expect(card.body.some(({ type }) => type === "TextBlock")).toBe(false);
    expect(actions).toMatchObject([{ type: "Action.Submit", title: "Send" }]);
    expect(submit(card, { why: "for the calm night" }).form).toBe("x.form");
  });

  it("says what to do where it asks for a channel and knows none", () => {
    const card = renderForm(form, { ...drawing, channels: [] });

    expect(textOf(card).join("\n")).toContain("I'm in no team yet.");
  });
});
