/** A person's own data as files: JSON as it is kept, and the same for a spreadsheet, with names in place of ids. */

import { csvLine } from "../chat/csv.ts";
import type { ChatFile } from "../chat/file.ts";
import type { Holding } from "../feature.ts";
import type { Row } from "../store/held.ts";
import type { Instant } from "../time/instant.ts";

export interface HeldRows {
  readonly table: string;
  readonly told: Holding["told"];
  readonly rows: readonly Row[];
}

export interface Held {
  readonly organization: string;
  readonly at: Instant;
  /** Of everybody whom the rows name. */
  readonly names: ReadonlyMap<string, string>;
  readonly held: readonly HeldRows[];
}

export function filesOf(held: Held): readonly ChatFile[] {
  const tables = tablesOf(held);
  const json = {
    organization: held.organization,
    at: held.at,
    people: Object.fromEntries(held.names),
    tables: Object.fromEntries(tables),
  };
  const named = (cell: string | number | null) =>
    typeof cell === "string"
      ? cell.replaceAll(/prs_[0-9a-f]{32}/g, (id) => held.names.get(id) ?? id)
      : cell;
  const lines = [...tables].flatMap(([table, rows]) =>
    rows.flatMap((row, at) =>
      Object.entries(row).map(([column, cell]) => csvLine([table, at + 1, column, named(cell)])),
    ),
  );
  return [
    { name: "rapport.json", text: `${JSON.stringify(json, null, 2)}\n` },
    {
      name: "rapport.csv",
      text: [csvLine(["table", "row", "column", "value"]), ...lines].join(""),
    },
  ];
}

/** A row that is theirs for two reasons stands there once. */
function tablesOf({ held }: Held): ReadonlyMap<string, readonly Row[]> {
  const tables = new Map<string, Map<string, Row>>();
  for (const { table, rows } of held) {
    const known = tables.get(table) ?? new Map<string, Row>();
    for (const { organization_id: _, ...row } of rows) known.set(JSON.stringify(row), row);
    if (known.size > 0) tables.set(table, known);
  }
  return new Map([...tables].map(([table, rows]) => [table, [...rows.values()]]));
}
