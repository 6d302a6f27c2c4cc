/** The little that Kysely needs to speak to one better-sqlite3 connection, with the statements kept prepared. */
import type Sqlite from "better-sqlite3";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DummyDriver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

export const sqliteLanguage: Dialect = {
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
};

/** Many more than Rapport has; lists of varying length make a new statement for each length. */
const mostStatements = 500;

export function createConnection(db: Sqlite.Database): DatabaseConnection {
  const statements = new Map<string, Sqlite.Statement>();

  function prepare(text: string): Sqlite.Statement {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const [oldest] = statements.keys();
    if (statements.size >= mostStatements && oldest !== undefined) statements.delete(oldest);
    const statement = db.prepare(text);
    statements.set(text, statement);
    return statement;
  }

  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      // SQLite itself undoes everything when the disk is full: what follows must not be written alone.
      if (!db.inTransaction) throw new Error("SQLite has rolled this transaction back.");
      const statement = prepare(query.sql);
      if (statement.reader) return { rows: statement.all(...query.parameters) as Row[] };
      const { changes, lastInsertRowid } = statement.run(...query.parameters);
      return {
        numAffectedRows: BigInt(changes),
        insertId: BigInt(lastInsertRowid),
        rows: [],
      };
    },
    // biome-ignore lint/correctness/useYield: Kysely asks for a generator; nothing of ours streams.
    async *streamQuery() {
      throw new Error("Nothing is streamed from SQLite: read it in pages.");
    },
  };
}
