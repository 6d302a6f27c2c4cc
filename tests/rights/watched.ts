/** A store whose statements are told as they are run. */
import type { CompiledQuery } from "kysely";

import type { Store } from "../../src/store/store.ts";

export type Statement = Pick<CompiledQuery, "sql" | "parameters">;

export function watched(store: Store, saw: (statement: Statement) => void): Store {
  return {
    ...store,
    transact: (work, how) =>
      store.transact((tx) => {
        const executor = tx.getExecutor();
        const run = executor.executeQuery.bind(executor);
        executor.executeQuery = (query, ...more) => {
          saw(query);
          return run(query, ...more);
        };
        return work(tx);
      }, how),
  };
}
