/** Everything that is held of one person, table by table. */
import { plain } from "../chat/line.ts";
import type { Holding, Work } from "../feature.ts";
import type { PersonId } from "../ids.ts";
import { listNames, listSelves } from "../people/queries/erase.ts";
import type { Say } from "../text/say.ts";
import type { Held, HeldRows } from "./file.ts";

export async function listHeld(
  work: Work,
  holdings: readonly Holding[],
  person: PersonId,
): Promise<HeldRows[]> {
  const selves = await listSelves(work.tx, work.organization.id, person);
  const held: HeldRows[] = [];
  for (const { table, told, list } of holdings) {
    held.push({ table, told, rows: await list(work, selves) });
  }
  return held;
}

/** With the names of everybody whom it names. */
export async function readHeld(
  work: Work,
  holdings: readonly Holding[],
  person: PersonId,
  say: Say,
): Promise<Held> {
  const held = await listHeld(work, holdings, person);
  const cells = held.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row)));
  const named = cells.flatMap((cell) =>
    typeof cell === "string" ? (cell.match(/prs_[0-9a-f]{32}/g) ?? []) : [],
  );
  const ids = [...new Set(named)] as PersonId[];
  const names = await listNames(work.tx, work.organization.id, ids);
  const former = plain(say.rights.formerColleague());
  return {
    organization: work.organization.name,
    at: work.now,
    names: new Map([...names].map(([id, name]) => [id, name || former])),
    held,
  };
}
