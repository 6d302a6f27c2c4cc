/** A template as one form: its name, who sees the answers, and its questions as lines. */
import type { Form } from "../../chat/form.ts";
import { type Line, plain } from "../../chat/line.ts";
import { typed } from "../../privacy/typed.ts";
import type { Say } from "../../text/say.ts";
import type { Template } from "../template.ts";
import { longest } from "./file.ts";
import { writeLines } from "./lines.ts";

/** Of a text field (Slack's limit). */
const longestLines = 3000;

export interface Edited {
  readonly template: Template;
  /** A copy needs a name of its own; what is edited keeps its id. */
  readonly copies: boolean;
  readonly note: Line;
}

export function templateForm(say: Say, { template, copies, note }: Edited): Form {
  const text = say.templates;
  return {
    form: "checkins.template",
    title: text.formTitle(),
    submit: text.save(),
    state: { id: template.id, copies },
    fields: [
      {
        kind: "text",
        name: "name",
        label: text.formName(),
        hint: text.formNameHint(),
        most: longest.name,
        ...(copies ? {} : { initial: typed(plain(template.name(say))) }),
      },
      {
        kind: "choice",
        name: "sees",
        label: text.formSees(),
        choices: [
          { value: "leads", label: text.formLeads() },
          { value: "groups", label: text.formGroups() },
          { value: "self", label: text.formSelf() },
        ],
        initial: template.sees,
      },
      {
        kind: "text",
        name: "questions",
        label: text.formQuestions(),
        hint: text.formQuestionsHint(),
        long: true,
        most: longestLines,
        initial: typed(writeLines(say, template)),
      },
      { kind: "note", line: note },
    ],
  };
}
