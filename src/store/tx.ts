/**
 * Lends one connection to one work as its Tx. Both databases make their transactions here, so that a Tx
 * kept after its work has returned throws on either, instead of writing into somebody else's transaction.
 */
import {
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect as Language,
  Transaction,
} from "kysely";

import type { Schema } from "./schema.ts";
import type { Tx } from "./store.ts";

export interface Lent {
  readonly tx: Tx;
  /** From here on every statement of the Tx throws. */
  end(): void;
}

/** What a database says its Tx are made of: made once, lent for every work. */
export function createLender(language: Language): (connection: DatabaseConnection) => Lent {
  const adapter = language.createAdapter();
  const compiler = language.createQueryCompiler();
  const driver = language.createDriver();

  return (connection) => {
    let live = true;
    const executor = new DefaultQueryExecutor(compiler, adapter, {
      provideConnection: async (use) => {
        if (!live) throw new Error("This transaction is over: a Tx can't be used after its work.");
        return use(connection);
      },
    });
    const config = { dialect: language };
    return {
      tx: new Transaction<Schema>({ config, dialect: language, driver, executor }),
      end: () => {
        live = false;
      },
    };
  };
}
