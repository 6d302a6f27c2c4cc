/** The SQL of an organization's values. */
import type { OrganizationId, RecognitionId, ValueId } from "../../ids.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import { prepared } from "../../store/prepared.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import type { Value } from "../value.ts";

const columns = ["v.value_id", "v.tag", "v.name", "v.hint", "v.emoji"] as const;

interface ValueRow {
  value_id: ValueId;
  tag: string;
  name: Cleared | null;
  hint: Cleared | null;
  emoji: string;
}

const readValue = (row: ValueRow): Value => ({
  id: row.value_id,
  tag: row.tag,
  name: row.name,
  hint: row.hint,
  emoji: row.emoji,
});

const selectValues = prepared((tx, key: { organization: OrganizationId }) =>
  tx
    .selectFrom("value as v")
    .select(columns)
    .where("v.organization_id", "=", key.organization)
    .where("v.retired_at", "is", null)
    .orderBy("v.position")
    .orderBy("v.value_id"),
);

/** Those in use, in their order. */
export async function listValues(tx: Tx, organization: OrganizationId): Promise<Value[]> {
  const { rows } = await selectValues(tx, { organization });
  return rows.map(readValue);
}

interface ValuesOfKey {
  readonly organization: OrganizationId;
  readonly recognitions: readonly RecognitionId[];
}

const selectValuesOf = prepared((tx, key: ValuesOfKey) =>
  tx
    .selectFrom("recognition_value as rv")
    .innerJoin("value as v", (join) =>
      join
        .onRef("v.organization_id", "=", "rv.organization_id")
        .onRef("v.value_id", "=", "rv.value_id"),
    )
    .select(["rv.recognition_id", ...columns])
    .where("rv.organization_id", "=", key.organization)
    .where("rv.recognition_id", "in", key.recognitions)
    .orderBy("v.position"),
);

/** The values on each of the recognitions, retired ones included: what was said stays said. */
export async function listValuesOf(
  tx: Tx,
  organization: OrganizationId,
  recognitions: readonly RecognitionId[],
): Promise<Map<RecognitionId, Value[]>> {
  const { rows } = await selectValuesOf(tx, { organization, recognitions });
  const values = new Map<RecognitionId, Value[]>();
  for (const row of rows) {
    values.set(row.recognition_id, [...(values.get(row.recognition_id) ?? []), readValue(row)]);
  }
  return values;
}

export async function insertValueRows(
  tx: Tx,
  organization: OrganizationId,
  values: readonly (Value & { readonly position: number })[],
): Promise<void> {
  if (values.length === 0) return;
  await tx
    .insertInto("value")
    .values(
      values.map((value) => ({
        organization_id: organization,
        value_id: value.id,
        tag: value.tag,
        name: value.name,
        hint: value.hint,
        emoji: value.emoji,
        position: value.position,
        retired_at: null,
      })),
    )
    .execute();
}

/** Takes values out of use; thanks that carry them keep them. */
export async function retireValues(
  tx: Tx,
  organization: OrganizationId,
  values: readonly ValueId[],
  now: Instant,
): Promise<void> {
  if (values.length === 0) return;
  await tx
    .updateTable("value")
    .set({ retired_at: now })
    .where("organization_id", "=", organization)
    .where("value_id", "in", values)
    .execute();
}
