/**
 * Takes in a list of people as an admin keeps it: unit, discipline, what they lead, when they work. It tells about people who
 * are here already and makes none: those come from the platform. What a row leaves empty stays as it was.
 */
import type { Work } from "../feature.ts";
import type { DisciplineId, PersonId, UnitId } from "../ids.ts";
import { audit } from "../privacy/audit.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import { nobodyKnown } from "../privacy/phi/directory.ts";
import { guard } from "../privacy/phi/guard.ts";
import { wordRules } from "../privacy/phi/rules.ts";
import type { Typed } from "../privacy/typed.ts";
import { createFinder } from "./called.ts";
import type { Pattern } from "./person.ts";
import {
  insertDisciplines,
  insertUnit,
  moveToUnit,
  setDiscipline,
  setPattern,
} from "./queries/about.ts";
import { type Called, findDiscipline, setLed } from "./queries/operator.ts";

export interface ImportRow {
  /** Where it stands in the list, for the report. */
  readonly line: number;
  /** An e-mail address, or a whole name that one person alone has. */
  readonly person: string;
  readonly unit: Typed | null;
  readonly discipline: Typed | null;
  /** The units they lead from now on, and no others. Null: as it was. */
  readonly leads: readonly Typed[] | null;
  readonly pattern: Pattern | null;
}

export interface Refused {
  readonly line: number;
  /** guarded: the name of a unit or discipline looks like a patient's details. */
  readonly why: "unknown" | "ambiguous" | "twice" | "guarded";
}

export interface Imported {
  readonly people: number;
  readonly leads: number;
  /** Nothing of these rows was kept; of all others, everything. */
  readonly refused: readonly Refused[];
}

/** Within what either database binds to one statement. */
const chunkSize = 500;

/** Rows that name the same unit or discipline may share one `Typed`: it is judged and made once. */
export async function importPeople(work: Work, rows: readonly ImportRow[]): Promise<Imported> {
  const labels = createLabels(work);
  const done = new Set<PersonId>();
  const refused: Refused[] = [];
  let leads = 0;
  for (let start = 0; start < rows.length; start += chunkSize) {
    const chunk = rows.slice(start, start + chunkSize);
    const find = await createFinder(
      work,
      chunk.map((row) => row.person),
    );
    for (const row of chunk) {
      const found = find(row.person);
      const why = whyNot(found, done) ?? (labels.pass(row) ? null : "guarded");
      const [person] = found;
      if (why !== null || person === undefined) {
        refused.push({ line: row.line, why: why ?? "unknown" });
        continue;
      }
      done.add(person.id);
      leads += await importRow(work, labels, person, row);
    }
  }
  await audit(work, null, "people.imported", {
    people: done.size,
    leads,
    refused: refused.length,
  });
  return { people: done.size, leads, refused };
}

function whyNot(found: readonly Called[], done: ReadonlySet<PersonId>): Refused["why"] | null {
  const [person, other] = found;
  if (person === undefined) return "unknown";
  if (other !== undefined) return "ambiguous";
  return done.has(person.id) ? "twice" : null;
}

/** Resolves to 1 for somebody who now leads a unit. */
async function importRow(
  work: Work,
  labels: Labels,
  person: Called,
  row: ImportRow,
): Promise<number> {
  const { tx, now, organization } = work;
  const unit = row.unit === null ? null : await labels.unit(row.unit);
  if (unit !== null && unit !== person.unit) {
    await moveToUnit(tx, organization.id, person.id, unit, now);
  }
  if (row.discipline !== null) {
    const discipline = await labels.discipline(row.discipline);
    await setDiscipline(tx, organization.id, person.id, discipline);
  }
  if (row.pattern !== null) await setPattern(tx, organization.id, person.id, row.pattern);
  if (row.leads === null) return 0;
  const led = new Set<UnitId>();
  for (const name of row.leads) led.add(await labels.unit(name));
  await setLed(tx, organization.id, person.id, [...led]);
  return led.size > 0 ? 1 : 0;
}

type Labels = ReturnType<typeof createLabels>;

/** Units and disciplines by the names the list gives them; each name is judged once, and made when a row first needs it. */
function createLabels({ tx, now, organization }: Work) {
  const judged = new Map<Typed, Cleared | null>();
  const units = new Map<Typed, UnitId>();
  const disciplines = new Map<Typed, DisciplineId>();

  function clear(name: Typed): Cleared | null {
    const known = judged.get(name);
    if (known !== undefined) return known;
    const verdict = guard(name, { ...organization, ...nobodyKnown }, { except: wordRules });
    const text = verdict.kind === "cleared" ? verdict.text : null;
    judged.set(name, text);
    return text;
  }

  function cleared(name: Typed): Cleared {
    const text = clear(name);
    if (text === null) throw new Error("A row whose names did not pass was taken in");
    return text;
  }

  return {
    pass: ({ unit, discipline, leads }: ImportRow): boolean =>
      [unit, discipline, ...(leads ?? [])].every((name) => name === null || clear(name) !== null),

    async unit(name: Typed): Promise<UnitId> {
      const id = units.get(name) ?? (await insertUnit(tx, organization.id, cleared(name), now));
      units.set(name, id);
      return id;
    },

    async discipline(name: Typed): Promise<DisciplineId> {
      const known = disciplines.get(name);
      if (known !== undefined) return known;
      const text = cleared(name);
      await insertDisciplines(tx, organization.id, [text], now);
      const id = await findDiscipline(tx, organization.id, text);
      disciplines.set(name, id);
      return id;
    },
  };
}
