/**
 * Takes in a rota as a planner exports it: who works when. It speaks for the days from its first shift to its last, and for the
 * people it names: what was known of them in those days before goes.
 */
import type { Work } from "../feature.ts";
import type { PersonId } from "../ids.ts";
import { audit } from "../privacy/audit.ts";
import type { Instant } from "../time/instant.ts";
import { type Shift, shiftFrom } from "../time/shift.ts";
import { createFinder } from "./called.ts";
import { listOwnZones, replaceShifts } from "./queries/rota.ts";

/** Longer is a date gone wrong. In minutes, by the clock on the wall. */
export const longestShift = 48 * 60;

export interface RotaRow {
  /** Where it stands in the file, for the report. */
  readonly line: number;
  /** An e-mail address, or a whole name that one person alone has. */
  readonly person: string;
  /** "2026-11-27T19:00" on the wall. */
  readonly start: string;
  /** By the clock on the wall, `longestShift` at most. */
  readonly minutes: number;
  /** Null: the person's own. */
  readonly zone: string | null;
}

export interface RotaRefused {
  readonly line: number;
  /** overlaps: with another line of the same person, of which the earlier start counts. */
  readonly why: "unknown" | "ambiguous" | "overlaps";
}

export interface RotaImported {
  readonly people: number;
  readonly shifts: number;
  /** Nothing of these rows was kept; of all others, everything. */
  readonly refused: readonly RotaRefused[];
}

/** Names looked up in one statement. */
const chunkSize = 500;

export async function importRota(work: Work, rows: readonly RotaRow[]): Promise<RotaImported> {
  const { tx, organization } = work;
  const refused: RotaRefused[] = [];
  const known = await findPersons(work, rows, refused);
  const zones = await listOwnZones(tx, organization.id, [...new Set(known.values())]);
  const planned = [...known].map(([row, person]) => {
    const zone = row.zone ?? zones.get(person) ?? organization.zone;
    return { person, line: row.line, shift: shiftFrom(row.start, row.minutes, zone) };
  });
  planned.sort((one, other) => compare(one.shift.startsAt, other.shift.startsAt));

  const kept = new Map<PersonId, Shift[]>();
  for (const { person, line, shift } of planned) {
    const shifts = kept.get(person) ?? [];
    const last = shifts.at(-1);
    if (last !== undefined && last.endsAt > shift.startsAt) {
      refused.push({ line, why: "overlaps" });
      continue;
    }
    shifts.push(shift);
    kept.set(person, shifts);
  }
  const span = { first: planned[0]?.shift.startsAt, last: planned.at(-1)?.shift.startsAt };
  if (span.first !== undefined && span.last !== undefined) {
    const { first, last } = span;
    for (const [person, shifts] of kept) {
      await replaceShifts(tx, organization.id, person, shifts, { first, last });
    }
  }
  refused.sort((one, other) => one.line - other.line);
  const shifts = [...kept.values()].reduce((sum, one) => sum + one.length, 0);
  const done = { people: kept.size, shifts };
  await audit(work, null, "rota.imported", { ...done, refused: refused.length });
  return { ...done, refused };
}

const compare = (one: Instant, other: Instant): number => (one < other ? -1 : one > other ? 1 : 0);

/** The person of each row that names one; of the others, why not. */
async function findPersons(
  work: Work,
  rows: readonly RotaRow[],
  refused: RotaRefused[],
): Promise<ReadonlyMap<RotaRow, PersonId>> {
  const known = new Map<RotaRow, PersonId>();
  const byName = [...Map.groupBy(rows, (row) => row.person)];
  for (let start = 0; start < byName.length; start += chunkSize) {
    const chunk = byName.slice(start, start + chunkSize);
    const find = await createFinder(
      work,
      chunk.map(([name]) => name),
    );
    for (const [name, named] of chunk) {
      const [person, other] = find(name);
      for (const row of named) {
        if (person !== undefined && other === undefined) known.set(row, person.id);
        else refused.push({ line: row.line, why: other === undefined ? "unknown" : "ambiguous" });
      }
    }
  }
  return known;
}
