/** Cuts a card that Teams would refuse into several that it takes. */
import { type Block, type Card, nearestLocale, speak, words } from "#engine";
import { type Drawing, renderBlocks, renderCard } from "./cards.ts";
import { bytesOf, limits } from "./limits.ts";

/** The card itself where it fits; else its pages in order, each of at most 80 KB drawn, and each saying which it is. */
export function pagesOf(card: Card, drawing: Drawing): Card[] {
  const around = bytesOf(renderCard({ ...card, blocks: [] }, drawing)) + pageBytes;
  const drawn = (blocks: readonly Block[]) => bytesOf(renderBlocks(blocks, drawing));
  const room = limits.cardBytes - around;
  if (drawn(card.blocks) <= room) return [card];

  const pages: Block[][] = [[]];
  let filled = 0;
  for (const block of card.blocks.flatMap((one) => pieces(one, room, drawn))) {
    const bytes = drawn([block]);
    if (filled + bytes > room && filled > 0) {
      pages.push([]);
      filled = 0;
    }
    pages.at(-1)?.push(block);
    filled += bytes;
  }
  const { teams } = speak(nearestLocale(drawing.language), "UTC");
  return pages.map((blocks, at) => {
    const line = teams.page({ page: at + 1, pages: pages.length });
    return {
      summary: [...card.summary, ...words(" · "), ...line],
      blocks: [{ kind: "note", line }, ...blocks],
    };
  });
}

/** For the line that says which page it is, and what stands beside the blocks of a wide card. */
const pageBytes = 1_000;

/** Halved until each fits. A row of a table, a button and a line are always short enough: they are cut when drawn. */
function pieces(block: Block, room: number, drawn: (blocks: Block[]) => number): Block[] {
  if (drawn([block]) <= room) return [block];
  switch (block.kind) {
    case "buttons":
      return halves(block.buttons, (buttons) => pieces({ ...block, buttons }, room, drawn), block);
    case "table":
      return halves(block.rows, (rows) => pieces({ ...block, rows }, room, drawn), block);
    default:
      return [block];
  }
}

function halves<T>(
  parts: readonly T[],
  piecesOf: (half: readonly T[]) => Block[],
  whole: Block,
): Block[] {
  const middle = Math.ceil(parts.length / 2);
  if (parts.length < 2) return [whole];
  return [...piecesOf(parts.slice(0, middle)), ...piecesOf(parts.slice(middle))];
}
