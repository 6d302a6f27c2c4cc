/**
 * The floor of a give: the very statements that the engine sends for one, noted once and then sent by hand, prepared, with the
 * values of the next. No engine, no query builder, no promises.
 */
import Sqlite from "better-sqlite3";

import { createBatches } from "../adapters/sqlite/batches.ts";
import { createConnection, sqliteLanguage } from "../adapters/sqlite/dialect.ts";
import { newId } from "../src/ids.ts";
import type { Store } from "../src/store/store.ts";
import { createLender } from "../src/store/tx.ts";
import { instantOf, millisecondsOf, readInstant, systemClock } from "../src/time/instant.ts";
import { type Colleague, openEngine } from "./hospital.ts";
import { kudos } from "./kudos.ts";

export interface Recorded {
  readonly statements: readonly { readonly sql: string; readonly parameters: readonly unknown[] }[];
  readonly giver: Colleague;
  readonly receiver: Colleague;
  readonly delivery: string;
  readonly now: string;
}

/** Set as ours is. */
export function openFull(file: string): Sqlite.Database {
  const db = new Sqlite(file);
  db.pragma("journal_mode = wal");
  db.pragma("synchronous = full");
  db.pragma("foreign_keys = on");
  db.pragma("cache_size = -32000");
  db.pragma("wal_autocheckpoint = 4000");
  db.pragma("temp_store = memory");
  return db;
}

/** Lets the engine give once, and notes what it sends; what it gave stays in the file. */
export async function recordGive(
  file: string,
  [giver, receiver]: readonly [Colleague, Colleague],
): Promise<Recorded> {
  const db = openFull(file);
  const connection = createConnection(db);
  const statements: Recorded["statements"][number][] = [];
  const noting = {
    ...connection,
    executeQuery: ((query) => {
      statements.push({ sql: query.sql, parameters: query.parameters });
      return connection.executeQuery(query);
    }) satisfies typeof connection.executeQuery,
  };
  const batches = createBatches(db, noting, createLender(sqliteLanguage));
  const store: Store = {
    dialect: "sqlite",
    transact: batches.transact,
    close: async () => void db.close(),
  };
  const now = systemClock();
  const delivery = "the delivery that was noted";
  await openEngine(store, () => now).handle(kudos(giver, receiver, delivery));
  await store.close();
  return { statements, giver, receiver, delivery, now };
}

type Value = string | ((give: Give) => string);

interface Give {
  readonly giver: Colleague;
  readonly receiver: Colleague;
  readonly delivery: string;
  readonly now: number;
  readonly ids: Map<string, string>;
}

/** Sends one give; begin and commit are the caller's. */
export function byHand(
  db: Sqlite.Database,
  recorded: Recorded,
): (giver: Colleague, receiver: Colleague, delivery: string) => void {
  const statements = recorded.statements.map(({ sql, parameters }) => ({
    statement: db.prepare(sql),
    values: parameters.map((one) => (typeof one === "string" ? fillerOf(recorded, one) : one)),
  }));
  return (giver, receiver, delivery) => {
    const give: Give = { giver, receiver, delivery, now: Date.now(), ids: new Map() };
    for (const { statement, values } of statements) {
      const parameters = values.map((one) => (typeof one === "function" ? one(give) : one));
      if (statement.reader) statement.all(...parameters);
      else statement.run(...parameters);
    }
  };
}

/** What stays in a value as it was, and what is another for each give: its people, ids and times. */
function fillerOf(recorded: Recorded, noted: string): Value {
  const { giver, receiver, delivery } = recorded;
  const known = new Map<string, (give: Give) => string>([[delivery, (give) => give.delivery]]);
  for (const part of ["account", "person", "unit", "discipline"] as const) {
    known.set(giver[part], (give) => give.giver[part]);
    known.set(receiver[part], (give) => give.receiver[part]);
  }
  const changing = new RegExp(
    `(${[...known.keys()].join("|")}|(?:rec|led|job)_[0-9a-f]{32}|\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3}Z)`,
  );
  const pieces = noted.split(changing).map((piece, n): Value => {
    if (n % 2 === 0) return piece;
    const one = known.get(piece);
    if (one !== undefined) return one;
    if (piece.charAt(3) === "_") return (give) => freshId(give, piece);
    const after = millisecondsOf(readInstant(piece)) - millisecondsOf(readInstant(recorded.now));
    return (give) => instantOf(give.now + after);
  });
  const [only] = pieces.filter((piece) => piece !== "");
  if (pieces.length === 1) return noted;
  if (pieces.length === 3 && typeof only === "function") return only;
  return (give) =>
    pieces.map((piece) => (typeof piece === "string" ? piece : piece(give))).join("");
}

const kinds = { rec: "recognition", led: "ledger", job: "job" } as const;

function freshId({ ids, now }: Give, noted: string): string {
  const before = ids.get(noted);
  if (before !== undefined) return before;
  const fresh = newId(kinds[noted.slice(0, 3) as keyof typeof kinds], instantOf(now));
  ids.set(noted, fresh);
  return fresh;
}
