/** An organization's settings: a few named values, each read by its feature's own schema, whose defaults stand until changed. */
import type { z } from "zod";

import type { Json } from "../chat/card.ts";
import type { OrganizationId } from "../ids.ts";
import { prepared } from "./prepared.ts";
import type { Tx } from "./store.ts";

export interface SettingRow<Value> {
  readonly name: string;
  /** Reads an empty object as the defaults. */
  readonly read: z.ZodType<Value>;
}

const selectSetting = prepared((tx, key: { organization: OrganizationId; name: string }) =>
  tx
    .selectFrom("setting")
    .select("value")
    .where("organization_id", "=", key.organization)
    .where("name", "=", key.name),
);

/** What was read last of each setting: the same text is not read again. */
const lastRead = new WeakMap<object, { readonly text: string; readonly value: unknown }>();

export async function findSetting<Value>(
  tx: Tx,
  organization: OrganizationId,
  row: SettingRow<Value>,
): Promise<Value> {
  const [kept] = (await selectSetting(tx, { organization, name: row.name })).rows;
  const text = kept?.value ?? "{}";
  const last = lastRead.get(row);
  if (last?.text === text) return last.value as Value;
  const value = row.read.parse(JSON.parse(text));
  lastRead.set(row, { text, value });
  return value;
}

export async function keepSetting<Value extends object>(
  tx: Tx,
  organization: OrganizationId,
  row: SettingRow<Value>,
  value: Value,
): Promise<void> {
  const text = JSON.stringify(value as unknown as Json);
  await tx
    .insertInto("setting")
    .values({ organization_id: organization, name: row.name, value: text })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "name"]).doUpdateSet({ value: text }),
    )
    .execute();
}
