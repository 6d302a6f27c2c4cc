/**
 * A form whose words may be a patient's: drawn again as it stands, with a sentence under each field that is asked about and a box to
 * tick at its end. Slack shows errors or a new view, never both; what was filled in goes back as the fields' first values.
 */
import { type Line, plain, sureBox } from "#engine";
import { note } from "./cards.ts";
import { blockId } from "./forms.ts";
import { clip, limits } from "./limits.ts";

interface Block {
  readonly type: string;
  readonly block_id?: string | null | undefined;
  readonly [more: string]: unknown;
}

/** As Slack sends it with a submission. */
export interface SentView {
  readonly callback_id?: string | null | undefined;
  readonly private_metadata?: string | null | undefined;
  readonly title?: unknown;
  readonly submit?: unknown;
  readonly close?: unknown;
  readonly blocks: readonly Block[];
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, Entered>>>> };
}

interface Entered {
  readonly value?: string | null | undefined;
  readonly selected_conversation?: string | null | undefined;
  readonly [more: string]: unknown;
}

/** What is asked, and what the box says. */
interface Sure {
  readonly ask: Line;
  readonly box: Line;
}

const doubt = "doubt ";

export function renderAsking(
  form: string,
  view: SentView,
  fields: Readonly<Record<string, Line>>,
  sure: Sure,
): object {
  const sentences = new Map(
    Object.entries(fields).map(([field, line]) => [blockId(form, field), line]),
  );
  const tick = blockId(form, sureBox.name);
  const standing = view.blocks.filter(
    ({ block_id }) => block_id !== tick && !block_id?.startsWith(doubt),
  );
  const blocks = standing.flatMap((block): unknown[] => {
    const line = sentences.get(block.block_id ?? "");
    const kept = { ...block, ...filledIn(block, view.state.values[block.block_id ?? ""]) };
    return line === undefined ? [kept] : [kept, said(block.block_id ?? "", line)];
  });
  const { title, submit, close } = view;
  return {
    type: "modal",
    callback_id: form,
    title,
    ...(submit == null ? {} : { submit }),
    ...(close == null ? {} : { close }),
    private_metadata: view.private_metadata ?? "",
    blocks: [...blocks.slice(0, limits.viewBlocks - 1), tickBlock(tick, sure)],
  };
}

const said = (of: string, line: Line) => ({
  ...note(line)[0],
  block_id: clip(`${doubt}${of}`, limits.id),
});

const tickBlock = (block_id: string, sure: Sure) => ({
  type: "input",
  block_id,
  optional: true,
  label: { type: "plain_text", text: clip(plain(sure.ask), limits.label) },
  element: {
    type: "checkboxes",
    action_id: sureBox.name,
    options: [
      {
        text: { type: "plain_text", text: clip(plain(sure.box), limits.optionText), emoji: true },
        value: sureBox.ticked,
      },
    ],
  },
});

/** What stands in a field now, as what it begins with. */
function filledIn(block: Block, entered: Readonly<Record<string, Entered>> | undefined): object {
  const { element } = block;
  const [now] = Object.values(entered ?? {});
  if (block.type !== "input" || typeof element !== "object" || now === undefined) return {};
  const { initial_value, initial_option, initial_options, initial_conversation, ...rest } =
    element as Record<string, unknown>;
  const options = now.selected_options as readonly unknown[] | null | undefined;
  return {
    element: {
      ...rest,
      ...(now.value ? { initial_value: now.value } : {}),
      ...(now.selected_option ? { initial_option: now.selected_option } : {}),
      ...(options && options.length > 0 ? { initial_options: options } : {}),
      ...(now.selected_conversation ? { initial_conversation: now.selected_conversation } : {}),
    },
  };
}
