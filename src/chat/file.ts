/** A file that is sent to somebody: text, since all that Rapport has to give is. */
import type { Card } from "./card.ts";
import { words } from "./line.ts";

export interface ChatFile {
  readonly name: string;
  readonly text: string;
}

/** Of a text block in Slack 3,000; of a card in Teams 28 kB. */
const blockSize = 2_500;
const blocksInCard = 8;

/** For platforms that take no file: the same as cards, one after another. */
export function filesAsCards(card: Card, files: readonly ChatFile[]): Card[] {
  const cards = [card];
  for (const { name, text } of files) {
    const parts = partsOf(text);
    for (let at = 0; at < parts.length; at += blocksInCard) {
      const some = parts.slice(at, at + blocksInCard);
      cards.push({
        summary: words(name),
        blocks: [
          { kind: "note", line: words(name) },
          ...some.map((part) => ({ kind: "text", line: words(part) }) as const),
        ],
      });
    }
  }
  return cards;
}

/** Cut at the ends of lines where that can be. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > blockSize) {
    const end = rest.lastIndexOf("\n", blockSize);
    const cut = end > 0 ? end + 1 : blockSize;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return rest === "" ? parts : [...parts, rest];
}
