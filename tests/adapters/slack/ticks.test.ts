import type { View } from "@slack/types";
import { describe, expect, it } from "vitest";

import { readFilled, renderForm } from "../../../adapters/slack/forms.ts";
import { checkView } from "../../../adapters/slack/limits.ts";
import { renderAsking, type SentView } from "../../../adapters/slack/ticks.ts";
import type { Form } from "../../../src/chat/form.ts";
import { words } from "../../../src/chat/line.ts";
import { typed } from "../../../src/privacy/typed.ts";

const form: Form = {
  form: "recognition.preview",
  title: words("Thank someone"),
  submit: words("Preview"),
  state: { of: 1 },
  fields: [
    { kind: "people", name: "to", label: words("Who?"), most: 20 },
    {
      kind: "text",
      name: "reason",
      label: words("What for?"),
      initial: typed("before"),
      most: 500,
    },
    {
      kind: "choice",
      name: "visibility",
      label: words("Who sees it?"),
      choices: [{ value: "public", label: words("Everyone") }],
    },
  ],
};

const ben = { text: { type: "plain_text", text: "Ben Okafor" }, value: "prs_ben" };
const everyone = { text: { type: "plain_text", text: "Everyone" }, value: "public" };

/** As Slack sends it back, filled in. */
const sent: SentView = {
  ...renderForm(form, { place: { kind: "direct" } }),
  state: {
    values: {
      "recognition.preview to": { to: { type: "multi_external_select", selected_options: [ben] } },
      "recognition.preview reason": { reason: { type: "plain_text_input", value: "for bed 12" } },
      "recognition.preview visibility": {
        visibility: { type: "radio_buttons", selected_option: everyone },
      },
    },
  },
} as unknown as SentView;

const sure = { ask: words("To send it as it is, tick this"), box: words("No patient in it") };
const asking = (view: SentView) =>
  renderAsking(form.form, view, { reason: words("Not sent yet.") }, sure) as View;
const blocksOf = (view: View) => view.blocks as unknown as Record<string, unknown>[];

describe("a Slack form that is asked about", () => {
  it("is drawn again with all that was filled in, the sentence under its field, and a box to tick", () => {
    const view = asking(sent);

    expect(checkView(view)).toEqual([]);
    expect(blocksOf(view)).toMatchObject([
      { element: { initial_options: [ben] } },
      { element: { initial_value: "for bed 12" } },
      { type: "context", elements: [{ text: "Not sent yet." }] },
      { element: { initial_option: everyone } },
      {
        optional: true,
        element: { type: "checkboxes", options: [{ text: { text: "No patient in it" } }] },
      },
    ]);
    expect(view).toMatchObject({
      callback_id: "recognition.preview",
      private_metadata: renderForm(form, { place: { kind: "direct" } }).private_metadata,
    });
  });

  it("is asked about again with one sentence and one box, not two", () => {
    const again = asking({ ...sent, blocks: blocksOf(asking(sent)) } as unknown as SentView);

    expect(blocksOf(again)).toEqual(blocksOf(asking(sent)));
  });

  it("comes back ticked", () => {
    const value = { selected_options: [{ value: "yes" }] };

    expect(
      readFilled({ values: { "recognition.preview noPatient": { noPatient: value } } }).picked,
    ).toEqual({ noPatient: ["yes"] });
  });
});
