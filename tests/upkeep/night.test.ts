import { describe, expect } from "vitest";

import type { AuditId } from "../../src/ids.ts";
import { sweepAudit } from "../../src/privacy/queries.ts";
import { sweepDeliveries } from "../../src/store/deliveries.ts";
import { day, hour, plus, readInstant } from "../../src/time/instant.ts";
import { it, type Office } from "../support/office.ts";

const old = readInstant("2019-03-01T00:00:00Z");

/** So many deliveries of years ago, and notes in the audit. */
async function hasOld(office: Office, deliveries: number, audit: number): Promise<void> {
  const { organization, workspace, store } = office;
  const inserted = 1_000;
  await store.transact(async (tx) => {
    for (let at = 0; at < deliveries; at += inserted) {
      const count = Math.min(inserted, deliveries - at);
      const rows = Array.from({ length: count }, (_, index) => ({
        organization_id: organization,
        workspace_id: workspace,
        delivery_key: `old ${at + index}`,
        answer: null,
        facts: null,
        delivered_at: old,
      }));
      await tx.insertInto("delivery").values(rows).execute();
    }
    if (audit === 0) return;
    const rows = Array.from({ length: audit }, (_, index) => ({
      organization_id: organization,
      audit_id: `aud_old${index}` as AuditId,
      at: old,
      person_id: null,
      act: "setup.kept",
      details: "{}",
    }));
    await tx.insertInto("audit").values(rows).execute();
  });
}

const count = (office: Office, table: "delivery" | "audit"): Promise<number> =>
  office.store.transact(async (tx) => {
    const row = await tx
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("rows"))
      .executeTakeFirstOrThrow();
    return Number(row.rows);
  });

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

  it("takes at most 500 rows in a transaction, and leaves whoever waits a turn", async ({
    office,
  }) => {
    await hasOld(office, 700, 700);
    const { organization, store } = office;
    const before = office.now();

    const deliveries = await store.transact((tx) => sweepDeliveries(tx, organization, before, 500));
    const audit = await store.transact((tx) => sweepAudit(tx, organization, before, 500));

    expect([deliveries, audit]).toEqual([500, 500]);
    expect([await count(office, "delivery"), await count(office, "audit")]).toEqual([200, 200]);
  });

  it("does not take all of a tick where much is old: the rest goes with the next", async ({
    office,
  }) => {
    await hasOld(office, 10_600, 700);
    office.itIs("2026-03-19T03:30:00Z");
    await office.settle();
    expect(await count(office, "delivery")).toBe(600);
    expect(await count(office, "audit")).toBe(700);

    office.itIs("2026-03-19T03:31:00Z");
    await office.settle();

    expect([await count(office, "delivery"), await count(office, "audit")]).toEqual([0, 0]);
  });

  it("leaves what is young where something old goes", async ({ office }) => {
    await hasOld(office, 3, 3);
    await office.ana.types("/kudos @ben for the first", { delivery: "trigger 1" });
    office.itIs(plus(office.now(), day));
    await office.settle();

    expect([await count(office, "delivery"), await count(office, "audit")]).toEqual([1, 0]);
  });

  it("plans the next night, also after a long sleep, and only one", async ({ office }) => {
    await office.passes(9 * day + 5 * hour);

    const nights = await office.store.transact((tx) =>
      tx.selectFrom("job").select("due_at").where("kind", "=", "upkeep.night").execute(),
    );
    expect(nights).toEqual([{ due_at: "2026-03-28T03:30:00.000Z" }]);
  });
});
