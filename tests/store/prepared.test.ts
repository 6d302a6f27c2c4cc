import { describe, expect } from "vitest";
import type { OrganizationId } from "../../src/ids.ts";
import { prepared } from "../../src/store/prepared.ts";
import { it } from "./rows.ts";

interface Setting {
  readonly organization_id: OrganizationId;
  readonly name: string;
  readonly value: string;
}

const add = prepared((tx, { rows }: { rows: readonly Setting[] }) =>
  tx.insertInto("setting").values(rows),
);
let built = 0;
const select = prepared(
  (tx, { organization, names }: { organization: OrganizationId; names: readonly string[] }) => {
    built += 1;
    return tx
      .selectFrom("setting")
      .select("value")
      .where("organization_id", "=", organization)
      .where("name", "in", names)
      .orderBy("name");
  },
);

const organization = "org_1" as OrganizationId;
const row = (name: string, value: string): Setting => ({
  organization_id: organization,
  name,
  value,
});

describe("a prepared query", () => {
  it("answers for the values it is given, each time, and is built once for each length of its lists", async ({
    store,
  }) => {
    const values = (...names: string[]) =>
      store.transact(async (tx) =>
        (await select(tx, { organization, names })).rows.map((one) => one.value),
      );
    await store.transact(async (tx) => {
      await add(tx, { rows: [row("a", "1")] });
      await add(tx, { rows: [row("b", "2"), row("c", "3")] });
      await add(tx, { rows: [row("d", "4"), row("e", "5")] });
    });

    expect(await values("a")).toEqual(["1"]);
    expect(await values("e")).toEqual(["5"]);
    expect(await values("b", "d")).toEqual(["2", "4"]);
    expect(await values("c", "nobody")).toEqual(["3"]);
    expect(built).toBe(2);
  });
});
