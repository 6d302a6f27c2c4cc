/** Writes lines for Teams, so that no words become formatting, a link or a mention. */
import { assertNever, type Line, plain, type Span } from "#engine";
import type { RichTextBlock, TextRun } from "./adaptive.ts";
import { clip } from "./limits.ts";

/** Keeps what stands before it apart from what follows, unseen (U+2060, word joiner). */
const joiner = "\u2060";

type Look = Pick<TextRun, "size" | "isSubtle" | "color" | "weight">;

/** Where channels have names, an external id's. */
export type ChannelName = (channel: string) => string;

/** A line as blocks, one for each line break in it; nothing for one without words. */
export function richText(
  line: Line,
  { most, channelName, look = {} }: { most: number; channelName: ChannelName; look?: Look },
): RichTextBlock[] {
  let room = most;
  const rows: TextRun[][] = [[]];
  for (const span of line) {
    const run = runOf(span, channelName);
    const text = clip(run.text, room);
    room -= text.length;
    for (const [index, part] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
      if (index > 0) rows.push([]);
      if (part !== "") rows.at(-1)?.push({ ...look, ...run, text: asIs(part) });
    }
    if (room <= 0) break;
  }
  return rows
    .filter((inlines) => inlines.some(({ text }) => text.trim() !== ""))
    .map((inlines) => ({ type: "RichTextBlock", inlines }));
}

function runOf(span: Span, channelName: ChannelName): TextRun {
  switch (span.kind) {
    case "words":
    case "quoted":
      return { type: "TextRun", text: span.words };
    case "strong":
      return { type: "TextRun", text: span.words, weight: "Bolder" };
    case "person":
      return { type: "TextRun", text: span.name, weight: "Bolder" };
    case "code":
      return { type: "TextRun", text: span.words, fontType: "Monospace" };
    case "channel":
      return { type: "TextRun", text: channelName(span.channel) };
    case "link":
      return isWeb(span.url)
        ? {
            type: "TextRun",
            text: span.words,
            selectAction: { type: "Action.OpenUrl", url: span.url },
          }
        : { type: "TextRun", text: span.words };
    default:
      return assertNever(span);
  }
}

const isWeb = (url: string): boolean => /^https?:$/.test(URL.parse(url)?.protocol ?? "");

/** "{{DATE(…)}}" is the one thing that cards make of any text. */
const asIs = (text: string): string => text.replaceAll("{{", `{${joiner}{`);

/** A line in words only, its channels by name. */
export function plainText(line: Line, channelName: ChannelName): string {
  return line
    .map((span) => (span.kind === "channel" ? channelName(span.channel) : plain([span])))
    .join("");
}

/**
 * The same on one line for where clients read markdown and nothing else can be had: headings, labels, choices.
 * Signs that would format are shown by their nearest kin; a word's end or a line's beginning is kept from meaning anything.
 */
export function tame(text: string): string {
  return oneLine(text)
    .replaceAll("\\", "∖")
    .replaceAll("*", "∗")
    .replaceAll("_", "＿")
    .replaceAll("~", "∼")
    .replaceAll("`", "'")
    .replaceAll("|", "¦")
    .replaceAll("](", `]${joiner}(`)
    .replaceAll("]:", `]${joiner}:`)
    .replaceAll("<", "‹")
    .replaceAll("&", `&${joiner}`)
    .replaceAll("://", `:${joiner}//`)
    .replace(/^(?=[-+#>=]|\d+[.)])/, joiner);
}

/** On one line, for where nothing but a placeholder is read: the titles of buttons, charts and forms. */
export const oneLine = (text: string): string => asIs(text.replaceAll(/\s+/gu, " ").trim());

/** For screen readers. Some read it as SSML, so it has no sign that is markup there. */
export const spoken = (text: string): string => oneLine(text.replaceAll(/[<>&]/g, " "));
