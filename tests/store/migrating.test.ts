import { sql } from "kysely";
import { describe, expect } from "vitest";

import { migrations } from "../../migrations/index.ts";
import { type Migration, migrate, NewerSchema } from "../../src/store/migrate.ts";
import { it, kept } from "./rows.ts";

const making = (table: string): Migration => ({
  up: async (db) => {
    await db.schema.createTable(table).addColumn("name", "text").execute();
  },
});

const later = { ...migrations, "9001_tea": making("tea"), "9002_cake": making("cake") };

describe("migrating", () => {
  it("applies what is missing, in order, and nothing twice", async ({ store }) => {
    expect(await migrate(store, later)).toEqual(["9001_tea", "9002_cake"]);
    expect(await migrate(store, later)).toEqual([]);
  });

  it("lets several servers start at once on an old database", async ({ store }) => {
    const applied = await Promise.all([1, 2, 3].map(() => migrate(store, later)));

    expect(applied.flat()).toEqual(["9001_tea", "9002_cake"]);
  });

  it("refuses a database that a newer Rapport has changed, and changes nothing", async ({
    store,
  }) => {
    await migrate(store, later);

    const older = migrate(store, { ...migrations, "9003_tray": making("tray") });

    await expect(older).rejects.toThrow(NewerSchema);
    await expect(older).rejects.toThrow("made by a newer Rapport (9002_cake)");
    expect(await migrate(store, later)).toEqual([]);
  });

  it("leaves a database as it was when a migration fails half-way", async ({ store }) => {
    const spilt: Migration = {
      up: async (db) => {
        await making("milk").up(db);
        await sql`insert into nowhere values (1)`.execute(db);
      },
    };

    await expect(migrate(store, { ...later, "9003_milk": spilt })).rejects.toThrow("nowhere");

    expect(await migrate(store, { ...later, "9003_milk": making("milk") })).toHaveLength(3);
    expect(await kept(store)).toEqual([]);
  });
});
