import { describe, expect } from "vitest";

import { day, hour } from "../../src/time/instant.ts";
import { it } from "../support/office.ts";

describe("every night", () => {
  it("forgets deliveries after three days, and not before", async ({ office }) => {
    await office.ana.types("/kudos @ben for the first", { delivery: "trigger 1" });
    const kept = async () =>
      office.store.transact(async (tx) => {
        const rows = await tx.selectFrom("delivery").select("delivery_key").execute();
        return rows.map((row) => row.delivery_key);
      });

    await office.passes(2 * day);
    expect(await kept()).toEqual(["trigger 1"]);

    await office.passes(2 * day);
    expect(await kept()).toEqual([]);
  });

  it("plans the next night, also after a long sleep, and only one", async ({ office }) => {
    await office.passes(9 * day + 5 * hour);

    const nights = await office.store.transact((tx) =>
      tx.selectFrom("job").select("due_at").where("kind", "=", "upkeep.night").execute(),
    );
    expect(nights).toEqual([{ due_at: "2026-03-28T03:30:00.000Z" }]);
  });
});
