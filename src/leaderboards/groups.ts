/** Boards of groups: units and professions by thanks for each person, so that small ones are not last by construction; bridges. */
import { type Line, plain, words } from "../chat/line.ts";
import type { Work } from "../feature.ts";
import { disciplineName } from "../people/discipline.ts";
import type { Say } from "../text/say.ts";
import type { ShownRow } from "./cards.ts";
import {
  type Board,
  type Display,
  type PersonBoard,
  rankedBy,
  rankRows,
  shareOf,
} from "./leaderboard.ts";
import { type Group, listDisciplines, listUnits, sumRollup } from "./queries.ts";
import type { Bounds } from "./span.ts";

type Speaking = Work & { readonly say: Say };

export interface GroupBoard {
  /** Groups with thanks, with their places. */
  readonly rows: readonly ShownRow[];
  /** How many persons belong to a group; null where nobody belongs to what is ranked. */
  readonly belonging: number | null;
}

export async function listGroups(
  work: Speaking,
  board: Exclude<Board, PersonBoard>,
  bounds: Bounds | null,
  display: Display,
): Promise<GroupBoard> {
  const { tx, organization, say } = work;
  if (board === "bridges") {
    return { rows: ranked(display, await listBridges(work, bounds)), belonging: null };
  }
  const isUnits = board === "units";
  const groups: Group[] = await (isUnits ? listUnits : listDisciplines)(tx, organization.id);
  const sums = await sumRollup(tx, organization.id, isUnits ? "unit" : "discipline", bounds);
  const thanks = new Map(sums.map((sum) => [sum.member, sum.thanks]));
  const rows = groups.flatMap((group): Counted[] => {
    const count = shareOf(thanks.get(group.id) ?? 0, group.people);
    if (count === null || count <= 0) return [];
    return [{ name: isUnits ? words(group.name) : disciplineName(say, group.name), count }];
  });
  const belonging = groups.reduce((sum, group) => sum + group.people, 0);
  return { rows: ranked(display, rows), belonging };
}

async function listBridges(
  { tx, organization, say }: Speaking,
  bounds: Bounds | null,
): Promise<Counted[]> {
  const disciplines = await listDisciplines(tx, organization.id);
  const names = new Map<string, string>(disciplines.map((one) => [one.id, one.name]));
  const sums = await sumRollup(tx, organization.id, "bridge", bounds);
  return sums.flatMap(({ member, thanks }): Counted[] => {
    const [from, to] = member.split(">").map((id) => names.get(id));
    if (from === undefined || to === undefined || thanks <= 0) return [];
    const name = say.leaderboards.bridge({
      from: disciplineName(say, from),
      to: disciplineName(say, to),
    });
    return [{ name, count: thanks }];
  });
}

interface Counted {
  readonly name: Line;
  readonly count: number;
}

/** Those that share a place stand by name. */
function ranked(display: Display, rows: readonly Counted[]): ShownRow[] {
  const inOrder = rows
    .map((row) => ({ ...row, value: rankedBy(display, row.count) }))
    .toSorted((a, b) => b.value - a.value || plain(a.name).localeCompare(plain(b.name)));
  return rankRows(inOrder);
}
