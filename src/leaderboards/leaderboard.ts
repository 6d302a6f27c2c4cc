/**
 * A leaderboard ranks members over a period. Equal counts share a place (1, 2, 2, 4), and a list of persons ends with its upper
 * third, so that no list has a last place.
 */
export const boards = ["receivers", "givers", "units", "disciplines", "bridges"] as const;
export type Board = (typeof boards)[number];

/** A board of persons; the others are of groups. */
export type PersonBoard = Extract<Board, "receivers" | "givers">;
export const isPersonBoard = (board: Board): board is PersonBoard =>
  board === "receivers" || board === "givers";

/** sums: how many. order: places without numbers. bands: "5 to 9", and no order inside a band. */
export const displays = ["sums", "order", "bands"] as const;
export type Display = (typeof displays)[number];

/** How many rows a page of a board has. */
export const pageSize = 10;

export type Ranked<Row> = Row & { readonly rank: number };

/**
 * Gives rows in their order their places. `first` is where the first of them stands: its position in the whole list, from 0, and
 * its place, which is lower than its position where it shares one with rows before.
 */
export function rankRows<Row extends { readonly value: number }>(
  rows: readonly Row[],
  first: { readonly position: number; readonly rank: number } = { position: 0, rank: 1 },
): Ranked<Row>[] {
  let { rank } = first;
  return rows.map((row, index) => {
    if (index > 0 && row.value !== rows[index - 1]?.value) rank = first.position + index + 1;
    return { ...row, rank };
  });
}

/** The last place that a list of so many persons shows. Whoever shares it is shown. */
export const lastPlaceShown = (size: number, display: { readonly fullList: boolean }): number =>
  display.fullList ? size : Math.max(5, Math.ceil(size / 3));

/** A person's own place is for their eyes, and only where it is in the upper half. */
export const ownPlace = (rank: number | null, size: number): number | null =>
  rank !== null && rank <= Math.ceil(size / 2) ? rank : null;

/** Where bands begin, highest first. Below the lowest is a band too, for shares under 1. */
export const bandFloors: readonly number[] = [20, 10, 5, 2, 1];

/** The beginning of the band a count lies in. */
export const bandOf = (value: number): number => bandFloors.find((floor) => value >= floor) ?? 0;

/** The last whole number of the band that begins there; null for the highest, which has no end. */
export function bandEnd(floor: number): number | null {
  const above = bandFloors.filter((other) => other > floor).at(-1);
  return above === undefined ? null : above - 1;
}

/** What rows are ranked by: their counts, or the bands these lie in. */
export const rankedBy = (display: Display, value: number): number =>
  display === "bands" ? bandOf(value) : value;

/** Thanks for each person of a group, to one decimal; null for a group nobody is in. */
export const shareOf = (thanks: number, people: number): number | null =>
  people > 0 ? Math.round((thanks / people) * 10) / 10 : null;
