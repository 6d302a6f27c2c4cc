/** What is kept of people in a table where a column has their id: the usual holding (feature.ts). */
import type { Holding } from "../feature.ts";
import { deleteRows, emptyRows, listRows, type Row, type Table } from "../store/held.ts";

interface Own {
  readonly table: Table;
  /** The column with the person's id. */
  readonly person: string;
  /** Others of their columns. */
  readonly with?: readonly string[];
  readonly told?: Holding["told"];
  /** goes: the rows are deleted. stays: it names somebody who was here once. Else what is put in place of what was there. */
  readonly erased: "goes" | "stays" | Row;
}

/** The usual: rows that are a person's because a column has their id. */
export const ownRows = ({
  table,
  person,
  with: others = [],
  told = null,
  erased,
}: Own): Holding => ({
  table,
  columns: [person, ...others],
  told,
  list: ({ tx, organization }, selves) => listRows(tx, organization.id, table, person, selves),
  erase: async ({ tx, organization }, selves) => {
    if (erased === "stays") return;
    if (erased === "goes") await deleteRows(tx, organization.id, table, person, selves);
    else await emptyRows(tx, organization.id, table, person, selves, erased);
  },
});
