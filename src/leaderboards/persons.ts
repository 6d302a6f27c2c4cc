/** Boards of persons: a page of those who stand first, and the asker's own place. */
import type { Line } from "../chat/line.ts";
import type { Context, Work } from "../feature.ts";
import { ownLine, type ShownRow } from "./cards.ts";
import {
  bandFloors,
  type Display,
  lastPlaceShown,
  ownPlace,
  type PersonBoard,
  pageSize,
  rankedBy,
  rankRows,
} from "./leaderboard.ts";
import { type BoardKey, countAbove, findStanding, listTop } from "./queries.ts";
import type { LeaderboardSettings } from "./settings.ts";
import type { Span } from "./span.ts";

export const floorsOf = (display: Display): readonly number[] =>
  display === "bands" ? bandFloors : [];

export interface PersonPage {
  readonly rows: readonly ShownRow[];
  readonly from: number;
  readonly more: boolean;
  readonly own: Line | null;
}

export async function readPersonPage(
  context: Context,
  board: PersonBoard,
  span: Span,
  settings: LeaderboardSettings,
  page: { readonly from: number; readonly most: number } = { from: 0, most: pageSize },
): Promise<PersonPage> {
  const { tx, organization, person, say } = context;
  const { display } = settings;
  const key = { board, bucket: span.bucket };
  const standing = await findStanding(
    tx,
    organization.id,
    key,
    floorsOf(display),
    person.id,
    span.bounds,
  );
  // The board may have become shorter since the button was drawn.
  const from = page.from < standing.size ? page.from : 0;
  const rows = await listPersons(context, key, display, { from, most: page.most + 1 });
  const last = lastPlaceShown(standing.size, settings);
  const shown = rows.filter((row) => row.rank <= last);
  const place = ownPlace(standing.rank, standing.size);
  return {
    from,
    rows: shown.slice(0, page.most),
    more: shown.length > page.most,
    own: person.offBoards
      ? say.leaderboards.offBoards()
      : ownLine(say, board, span, { place, thanks: standing.thanks, display }),
  };
}

/** Rows of a board of persons with their places. */
export async function listPersons(
  { tx, organization }: Work,
  key: BoardKey,
  display: Display,
  page: { readonly from: number; readonly most: number },
): Promise<ShownRow[]> {
  const floors = floorsOf(display);
  const rows = await listTop(tx, organization.id, key, floors, page);
  const [first] = rows;
  if (first === undefined) return [];
  const above = page.from === 0 ? 0 : await countAbove(tx, organization.id, key, floors, first.id);
  const named = rows.map((row) => ({
    name: [{ kind: "person", person: row.id, name: row.name }] as const,
    value: rankedBy(display, row.points),
    count: row.points,
  }));
  return rankRows(named, { position: page.from, rank: above + 1 });
}
