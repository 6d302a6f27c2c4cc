/** The little that Kysely needs to speak to one PostgreSQL connection. */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type { ClientBase } from "pg";

export const postgresLanguage: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

/** Statements that are planned once for each connection. A list of varying length makes one for each length. */
const mostStatements = 500;
const names = new Map<string, string>();

/** Undefined once there are many: such a statement is planned each time. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostStatements) return known;
  const name = `rapport_${names.size}`;
  names.set(text, name);
  return name;
}

export interface Connection extends DatabaseConnection {
  /** Resolves when all that was asked has been answered. What still waited for its turn would otherwise be kept on its own. */
  drain(): Promise<void>;
}

export function createConnection(client: ClientBase): Connection {
  let last: Promise<unknown> = Promise.resolve();

  async function send<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const name = nameOf(query.sql);
    const named = name === undefined ? {} : { name };
    const result = await client.query({ ...named, text: query.sql, values: [...query.parameters] });
    return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  return {
    /** One after another, as a connection takes them, also when a work asks for several at once. */
    executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const answer = last.then(() => send<Row>(query));
      last = answer.catch(() => {});
      return answer;
    },
    // biome-ignore lint/correctness/useYield: Kysely asks for a generator; nothing of ours streams.
    async *streamQuery() {
      throw new Error("Nothing is streamed from PostgreSQL: read it in pages.");
    },
    async drain() {
      await last;
    },
  };
}
