/** Cards, forms and replies as text, the way a person would read them out. */
import type { Block, Card } from "../../src/chat/card.ts";
import type { Form } from "../../src/chat/form.ts";
import { plain } from "../../src/chat/line.ts";
import type { Reply } from "../../src/chat/reply.ts";
import { reveal } from "../../src/privacy/typed.ts";

export const textOf = (card: Card): string => card.blocks.map(blockText).join("\n");

function blockText(block: Block): string {
  switch (block.kind) {
    case "divider":
      return "—";
    case "buttons":
      return block.buttons.map((button) => `[${plain(button.label)}]`).join(" ");
    case "table":
      return [block.heading, ...block.rows].map((row) => row.map(plain).join(" | ")).join("\n");
    case "chart":
      return plain(block.inWords);
    default:
      return plain(block.line);
  }
}

export function replyText(reply: Reply): string {
  switch (reply.kind) {
    case "nothing":
      return "";
    case "card":
    case "replace":
      return textOf(reply.card);
    case "form":
      return formText(reply.form);
    case "invalid":
      return Object.entries(reply.fields)
        .map(([field, line]) => `${field}: ${plain(line)}`)
        .join("\n");
    case "choices":
      return reply.choices.map((choice) => plain(choice.label)).join("\n");
  }
}

function formText(form: Form): string {
  const fields = form.fields.map((field) => {
    switch (field.kind) {
      case "note":
        return plain(field.line);
      case "people":
        return `${plain(field.label)}: ${(field.initial ?? []).map((one) => plain(one.label)).join(", ")}`;
      case "text":
        return `${plain(field.label)}: ${field.initial === undefined ? "" : reveal(field.initial)}`;
      case "choices":
        return `${plain(field.label)}: ${(field.initial ?? []).join(", ")}`;
      default:
        return `${plain(field.label)}: ${field.initial ?? ""}`;
    }
  });
  return [`= ${plain(form.title)} =`, ...fields, `[${plain(form.submit)}]`].join("\n");
}
