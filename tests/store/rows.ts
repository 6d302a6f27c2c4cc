/** The rows these specifications write: one of the real tables, the smallest. */
import { it as base, type TestAPI } from "vitest";

import type { OrganizationId } from "../../src/ids.ts";
import type { Store, Tx } from "../../src/store/store.ts";
import { openTestStore } from "../support/databases.ts";

const organization = "org_1" as OrganizationId;

export async function write(tx: Tx, name: string): Promise<void> {
  await tx
    .insertInto("setting")
    .values({ organization_id: organization, name, value: "1" })
    .execute();
}

/** The names of all rows that are kept, in order. */
export async function kept(store: Store): Promise<readonly string[]> {
  const rows = await store.transact((tx) =>
    tx.selectFrom("setting").select("name").orderBy("name").execute(),
  );
  return rows.map((row) => row.name);
}

export const it: TestAPI<{ store: Store }> = base.extend<{ store: Store }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of what it needs.
  store: async ({}, use) => {
    const store = await openTestStore();
    await use(store);
    await store.close();
  },
});

/** Waits for ever, as for a person who has left for the night. */
export const forever = (): Promise<never> => new Promise(() => {});
