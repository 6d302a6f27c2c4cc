import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  bandEnd,
  bandFloors,
  bandOf,
  lastPlaceShown,
  ownPlace,
  rankRows,
  shareOf,
} from "../../src/leaderboards/leaderboard.ts";

/** A board as it is read: counts, highest first. */
const counts = fc
  .array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 })
  .map((values) => values.toSorted((a, b) => b - a).map((value) => ({ value })));

describe("places on a board", () => {
  it("are shared by equal counts, and the next place is as far down as there are people above", () => {
    const ranked = rankRows([9, 7, 7, 4].map((value) => ({ value })));

    expect(ranked.map((row) => row.rank)).toEqual([1, 2, 2, 4]);
  });

  it("are one more than how many stand above, whatever the counts", () => {
    fc.assert(
      fc.property(counts, (rows) => {
        for (const row of rankRows(rows)) {
          const above = rows.filter((other) => other.value > row.value).length;
          expect(row.rank).toBe(above + 1);
        }
      }),
    );
  });

  it("are the same on pages as on one long list", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 12 }), (rows, pageSize) => {
        const pages = [];
        for (let from = 0; from < rows.length; from += pageSize) {
          const page = rows.slice(from, from + pageSize);
          const above = rows.filter((other) => other.value > (page[0]?.value ?? 0)).length;
          pages.push(...rankRows(page, { position: from, rank: above + 1 }));
        }
        expect(pages).toEqual(rankRows(rows));
      }),
    );
  });
});

describe("what a board shows of its people", () => {
  it("is the upper third, at least five places, and everyone where an admin said so", () => {
    expect(lastPlaceShown(30, { fullList: false })).toBe(10);
    expect(lastPlaceShown(8, { fullList: false })).toBe(5);
    expect(lastPlaceShown(30, { fullList: true })).toBe(30);
  });

  it("is nobody below the upper third, and everybody who shares its last place", () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const last = lastPlaceShown(rows.length, { fullList: false });
        const ranked = rankRows(rows);
        const shown = ranked.filter((row) => row.rank <= last);
        const third = Math.max(5, Math.ceil(rows.length / 3));
        expect(shown.length).toBeGreaterThanOrEqual(Math.min(third, rows.length));
        const lowest = ranked[Math.min(third, rows.length) - 1]?.value ?? 0;
        expect(shown.every((row) => row.value >= lowest)).toBe(true);
      }),
    );
  });

  it("tells a person their place in the upper half only", () => {
    fc.assert(
      fc.property(counts, (rows) => {
        for (const { rank } of rankRows(rows)) {
          expect(ownPlace(rank, rows.length)).toBe(rank * 2 <= rows.length + 1 ? rank : null);
        }
        expect(ownPlace(null, rows.length)).toBeNull();
      }),
    );
  });
});

describe("bands", () => {
  it("hold every count once, and say where they end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (count) => {
        const floor = bandOf(count);
        expect(count).toBeGreaterThanOrEqual(floor);
        expect(count).toBeLessThanOrEqual(bandEnd(floor) ?? count);
      }),
    );
    expect(bandFloors.map((floor) => [floor, bandEnd(floor)])).toEqual([
      [20, null],
      [10, 19],
      [5, 9],
      [2, 4],
      [1, 1],
    ]);
  });
});

describe("a share", () => {
  it("is thanks for each person to one decimal, and nothing for a unit nobody is in", () => {
    expect(shareOf(5, 2)).toBe(2.5);
    expect(shareOf(1, 3)).toBe(0.3);
    expect(shareOf(4, 0)).toBeNull();
  });
});
