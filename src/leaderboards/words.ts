/** What was typed after `/leaderboard`: a board, a period, "last". In English or German, in any order. */
import type { Word } from "../chat/inbound.ts";
import { reveal } from "../privacy/typed.ts";
import type { Board } from "./leaderboard.ts";
import type { BoardPeriod } from "./span.ts";

/** Which board to show, of when, and from which row on. */
export interface Asked {
  readonly board: Board;
  readonly period: BoardPeriod;
  readonly back: 0 | 1;
  readonly from: number;
}

export const firstBoard: Asked = { board: "receivers", period: "month", back: 0, from: 0 };

/** Undefined where a word means nothing here. */
export function readAsked(words: readonly Word[]): Asked | undefined {
  let asked = firstBoard;
  for (const word of words) {
    if (word.kind !== "text") return undefined;
    for (const one of reveal(word.text).toLowerCase().split(/\s+/).filter(Boolean)) {
      const meant = meanings.get(one);
      if (meant === undefined) return undefined;
      asked = { ...asked, ...meant };
    }
  }
  return asked;
}

const meanings = new Map<string, Partial<Asked>>([
  ...meaning({ board: "receivers" }, "receivers empfänger bedankte"),
  ...meaning({ board: "givers" }, "givers geber dankende"),
  ...meaning({ board: "units" }, "units einheiten stationen"),
  ...meaning({ board: "disciplines" }, "disciplines professions berufe"),
  ...meaning({ board: "bridges" }, "bridges brücken"),
  ...meaning({ period: "week" }, "week woche"),
  ...meaning({ period: "month" }, "month monat"),
  ...meaning({ period: "quarter" }, "quarter quartal"),
  ...meaning({ period: "year" }, "year jahr"),
  ...meaning({ period: "all" }, "all gesamt alle"),
  ...meaning({ back: 1 }, "last letzte letzten letzter letztes"),
  ...meaning({ back: 0 }, "this diese diesen dieser dieses"),
]);

function meaning(what: Partial<Asked>, words: string): [string, Partial<Asked>][] {
  return words.split(" ").map((word) => [word, what]);
}
