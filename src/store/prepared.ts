/**
 * A query whose words are always the same is built and compiled once, and from then on only its values are new: building one
 * costs several times what SQLite takes to answer it. For the queries of a give, which is what people wait for in thousands.
 */
import type { Compilable, CompiledQuery, QueryResult } from "kysely";

import { type Dialect, dialectOf, type Tx } from "./store.ts";

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;
type Values = Readonly<Record<string, Value | readonly (Value | Row)[]>>;

/** Lists are of a few lengths, save where an organization is written anew. */
const mostLengths = 50;

/** Stands in for a value while the query is built. */
interface Mark {
  readonly take: (values: Values) => unknown;
}

/**
 * `build` sees stand-ins, never a value: it must not look at one, only put it where it belongs. Values are texts, numbers, nulls,
 * lists of them, and lists of rows; a query is kept for each dialect and each length of its lists.
 */
export function prepared<Given extends object, Result>(
  build: (tx: Tx, values: Given) => Compilable<Result>,
): (tx: Tx, values: Given) => Promise<QueryResult<Result>> {
  const known: Record<Dialect, Map<string, CompiledQuery<Result>>> = {
    sqlite: new Map(),
    postgres: new Map(),
  };
  return (tx, given) => {
    const values = given as Values;
    const queries = known[dialectOf(tx)];
    const key = lengthsOf(values);
    let query = queries.get(key);
    if (query === undefined) {
      query = build(tx, marked(values) as Given).compile();
      if (queries.size < mostLengths) queries.set(key, query);
    }
    const parameters = query.parameters.map((one) => (isMark(one) ? one.take(values) : one));
    return tx.executeQuery({ ...query, parameters });
  };
}

function lengthsOf(values: Values): string {
  let key = "";
  for (const name in values) {
    const value = values[name];
    if (Array.isArray(value)) key += `${value.length} `;
  }
  return key;
}

const marks = new WeakSet<object>();
const isMark = (one: unknown): one is Mark =>
  typeof one === "object" && one !== null && marks.has(one);

function mark(take: Mark["take"]): Mark {
  const made = { take };
  marks.add(made);
  return made;
}

function marked(values: Values): object {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.map((one: Value | Row, index) =>
            markedOf(one, (all) => (all[name] as never)[index]),
          )
        : mark((all) => all[name]),
    ]),
  );
}

function markedOf(one: Value | Row, take: Mark["take"]): object {
  if (typeof one !== "object" || one === null) return mark(take);
  return Object.fromEntries(
    Object.keys(one).map((column) => [column, mark((all) => (take(all) as Row)[column])]),
  );
}
