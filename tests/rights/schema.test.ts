/** Whatever table there is: somebody answers for each of its columns that could hold a person's id or words. */
import { readFileSync } from "node:fs";

import { sql } from "kysely";
import { describe, expect, test } from "vitest";

import { features } from "../../src/features.ts";
import { dialectOf, type Store } from "../../src/store/store.ts";
import { openTestStore } from "../support/databases.ts";
import { tablesOf } from "../support/rows.ts";

/** "person.name" → its type, as the page of all tables says it. */
function readSchema(): ReadonlyMap<string, string> {
  const page = readFileSync(new URL("../../src/store/schema.ts", import.meta.url), "utf8");
  const code = page.slice(page.indexOf("interface Schema")).replaceAll(/\/\*\*[\s\S]*?\*\//g, "");
  return new Map(
    [...code.matchAll(/^ {2}(\w+): \{([^}]*)\}/gm)].flatMap(([, table, columns = ""]) =>
      [...columns.matchAll(/(\w+): ([^;]+)(?:;|$)/g)].map(
        ([, column, type = ""]) => [`${table}.${column}`, type] as const,
      ),
    ),
  );
}

async function columnsOf(store: Store): Promise<string[]> {
  return store.transact(async (tx) => {
    const columns: string[] = [];
    for (const table of await tablesOf(tx)) {
      if (["migration", "migration_lock"].includes(table)) continue;
      const { rows } =
        dialectOf(tx) === "sqlite"
          ? await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(tx)
          : await sql<{
              name: string;
            }>`select column_name as name from information_schema.columns
               where table_schema = 'public' and table_name = ${table}`.execute(tx);
      columns.push(...rows.map(({ name }) => `${table}.${name}`));
    }
    return columns;
  });
}

const schema = readSchema();
/** An id of a person, a person's words, or any text. Other ids, instants and numbers are none of these. */
const couldHold = [...schema].flatMap(([column, type]) =>
  /\b(PersonId|Cleared|string)\b/.test(type) ? [column] : [],
);
const named = (rows: readonly { readonly table: string; readonly columns: readonly string[] }[]) =>
  rows.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
const held = named(features.flatMap((feature) => feature.holds ?? []));
const unheld = named(features.flatMap((feature) => feature.unheld ?? []));

describe("every table", () => {
  test("of the database is on the page of all tables, column by column", async () => {
    const store = await openTestStore();
    const columns = await columnsOf(store);
    await store.close();

    expect(columns.toSorted()).toEqual([...schema.keys()].toSorted());
  });

  test("has no column for a person's id or words that is neither theirs to have and to erase nor said to be nobody's", () => {
    expect(couldHold.length).toBeGreaterThan(100);
    expect(couldHold.filter((one) => !held.includes(one) && !unheld.includes(one))).toEqual([]);
  });

  test("has no column that is somebody's and nobody's at once, and none is answered for that isn't there", () => {
    expect(held.filter((one) => unheld.includes(one))).toEqual([]);
    expect([...held, ...unheld].filter((one) => !schema.has(one))).toEqual([]);
  });

  test("has no column for the id of a person or for words that passed the guard that is nobody's unasked", () => {
    const personal = couldHold.filter((one) => /PersonId|Cleared/.test(schema.get(one) ?? ""));

    expect(personal.filter((one) => !held.includes(one))).toEqual([
      // What an organization values, what it asks, and what nobody can be joined to any more.
      "value.name",
      "value.hint",
      "template.definition",
      "published.words",
    ]);
  });
});
