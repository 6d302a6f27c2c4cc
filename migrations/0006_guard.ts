/** What the guard knows of an organization besides its e-mail domains: how its record numbers are written, and its sites. */
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ["record_shapes", "sites"]) {
    await db.schema
      .alterTable("organization")
      .addColumn(column, "text", (made) => made.notNull().defaultTo("[]"))
      .execute();
  }
}
