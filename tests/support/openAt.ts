/** A database by its address, as the program's own configuration names it. */
import { openPostgres } from "../../adapters/postgres/database.ts";
import { openSqlite } from "../../adapters/sqlite/database.ts";
import type { Store } from "../../src/store/store.ts";

export const openAt = (url: string): Store =>
  url.startsWith("file:") ? openSqlite({ file: url.slice("file:".length) }) : openPostgres(url);
