/** Slack's limits, one table. What is drawn is cut to them; tests hold every card and form to them. */
import type { KnownBlock, View } from "@slack/types";

export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** The words beside the blocks: chat.update refuses more than 4,000. */
  fallback: 3000,
  section: 3000,
  header: 150,
  contextElements: 10,
  buttons: 25,
  buttonText: 75,
  buttonValue: 2000,
  id: 255,
  options: 100,
  /** Radio buttons and checkboxes. */
  boxes: 10,
  optionText: 75,
  optionValue: 150,
  tableRows: 100,
  tableCells: 20,
  tableText: 10_000,
  title: 24,
  label: 2000,
  placeholder: 150,
  input: 3000,
  altText: 2000,
  metadata: 3000,
  /** A view may have 250 KB: what is around the blocks has the rest. */
  viewBytes: 240_000,
} as const;

/** Cut to a length, never inside an escape such as `&amp;`, a link or a surrogate pair. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text
    .slice(0, most - 1)
    .replace(/&[a-z]{0,4}$/, "")
    .replace(/<[^<>]*$/, "")
    .replace(/[\uD800-\uDBFF]$/, "");
  return `${cut}…`;
}

export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** What Slack would refuse about a message; nothing if it would take it. */
export function checkMessage(message: SlackMessage): string[] {
  return [
    ...longer("text", message.text, limits.fallback),
    ...(message.text === "" ? ["text is empty"] : []),
    ...more("blocks", message.blocks, limits.messageBlocks),
    ...more(
      "tables",
      message.blocks.filter(({ type }) => type === "table"),
      1,
    ),
    ...message.blocks.flatMap(checkBlock),
    ...twice(message.blocks),
  ];
}

/** What Slack would refuse about a form, a result or a home. */
export function checkView(view: View): string[] {
  const blocks = view.blocks as KnownBlock[];
  const titles = view.type === "modal" ? [view.title, view.submit, view.close] : [];
  return [
    ...titles.flatMap((one) => longer("title", one?.text ?? "", limits.title)),
    ...longer("private_metadata", view.private_metadata ?? "", limits.metadata),
    ...more("bytes", Buffer.from(JSON.stringify(view.blocks)), limits.viewBytes),
    ...more("blocks", blocks, limits.viewBlocks),
    ...blocks.filter(({ type }) => type === "table").map(() => "a table stands in a view"),
    ...blocks.flatMap(checkBlock),
    ...twice(blocks),
  ];
}

function checkBlock(block: KnownBlock): string[] {
  const id = longer("block_id", block.block_id ?? "", limits.id);
  switch (block.type) {
    case "header":
      return [...id, ...filled("header", block.text.text, limits.header)];
    case "section":
      return [...id, ...filled("section", block.text?.text ?? "", limits.section)];
    case "context":
      return [
        ...id,
        ...more("context", block.elements, limits.contextElements),
        ...block.elements.flatMap((one) =>
          "text" in one ? filled("context", one.text, limits.section) : [],
        ),
      ];
    case "actions":
      return [
        ...id,
        ...more("actions", block.elements, limits.buttons),
        ...block.elements.flatMap(checkElement),
        ...repeated(
          "action_id",
          block.elements.map((one) => ("action_id" in one ? one.action_id : "")),
        ),
      ];
    case "input":
      return [
        ...id,
        ...filled("label", block.label.text, limits.label),
        ...longer("hint", block.hint?.text ?? "", limits.label),
        ...checkElement(block.element),
      ];
    case "table":
      return [
        ...id,
        ...more("table", block.rows, limits.tableRows),
        ...block.rows.flatMap((row) => more("table row", row, limits.tableCells)),
        ...longer(
          "table",
          block.rows
            .flat()
            .map((cell) => ("text" in cell ? cell.text : ""))
            .join(""),
          limits.tableText,
        ),
        ...block.rows
          .flat()
          .flatMap((cell) => ("text" in cell && cell.text === "" ? ["a table cell is empty"] : [])),
      ];
    case "image":
      return [...id, ...filled("alt_text", block.alt_text, limits.altText)];
    case "divider":
      return id;
    default:
      return [`${block.type} is not drawn here`];
  }
}

interface Element {
  readonly type: string;
  readonly [part: string]: unknown;
}

function checkElement(drawn: object): string[] {
  const element = drawn as Element;
  const text = (part: string) => (element[part] as { text: string } | undefined)?.text ?? "";
  const options = (element.options ?? []) as { text: { text: string }; value: string }[];
  const boxes = element.type === "radio_buttons" || element.type === "checkboxes";
  return [
    ...longer("action_id", String(element.action_id ?? ""), limits.id),
    ...(element.type === "button" ? filled("button", text("text"), limits.buttonText) : []),
    ...longer("value", String(element.value ?? ""), limits.buttonValue),
    ...longer("placeholder", text("placeholder"), limits.placeholder),
    ...longer(
      "initial_value",
      String(element.initial_value ?? ""),
      Number(element.max_length ?? limits.input),
    ),
    ...more("options", options, boxes ? limits.boxes : limits.options),
    ...("options" in element && options.length === 0 ? ["options are empty"] : []),
    ...options.flatMap((one) => [
      ...filled("option", one.text.text, limits.optionText),
      ...filled("option value", one.value, limits.optionValue),
    ]),
    ...repeated(
      "option",
      options.map((one) => one.value),
    ),
  ];
}

function longer(what: string, text: string, most: number): string[] {
  return text.length > most ? [`${what} has ${text.length} characters, at most ${most}`] : [];
}

function filled(what: string, text: string, most: number): string[] {
  return text === "" ? [`${what} is empty`] : longer(what, text, most);
}

function more(what: string, list: { readonly length: number }, most: number): string[] {
  return list.length > most ? [`${what}: ${list.length}, at most ${most}`] : [];
}

function repeated(what: string, ids: readonly (string | undefined)[]): string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${what} ${id} stands twice`);
}

function twice(blocks: readonly KnownBlock[]): string[] {
  return repeated(
    "block_id",
    blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id])),
  );
}
