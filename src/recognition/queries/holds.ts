/** The SQL of what is kept of people in thanks: for their own file, for erasing them, and for what has become too old. */
import { sql } from "kysely";

import type { OrganizationId, PersonId, RecognitionId } from "../../ids.ts";
import type { Row } from "../../store/held.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";

/** Thanks they gave, each receiver a row of its own. */
export async function listGivenRows(
  tx: Tx,
  organization: OrganizationId,
  givers: readonly PersonId[],
): Promise<Row[]> {
  return tx
    .selectFrom("recognition as r")
    .leftJoin("recognition_text as t", (join) =>
      join
        .onRef("t.organization_id", "=", "r.organization_id")
        .onRef("t.recognition_id", "=", "r.recognition_id"),
    )
    .select([
      "r.recognition_id",
      "r.given_at",
      "r.kind",
      "r.points",
      "r.visibility",
      "r.link",
      "r.edited_at",
      "r.undone_at",
      "t.reason",
    ])
    .where("r.organization_id", "=", organization)
    .where("r.giver_id", "in", givers)
    .orderBy("r.given_at")
    .execute();
}

export interface To {
  readonly recognition: RecognitionId;
  readonly person: PersonId;
}

/** Whom these thanks are for, in their order. */
export async function listReceiversOf(
  tx: Tx,
  organization: OrganizationId,
  givers: readonly PersonId[],
): Promise<To[]> {
  return tx
    .selectFrom("recognition_receiver as c")
    .innerJoin("recognition as r", (join) =>
      join
        .onRef("r.organization_id", "=", "c.organization_id")
        .onRef("r.recognition_id", "=", "c.recognition_id"),
    )
    .select(["c.recognition_id as recognition", "c.person_id as person"])
    .where("c.organization_id", "=", organization)
    .where("r.giver_id", "in", givers)
    .orderBy("c.recognition_id")
    .orderBy("c.position")
    .execute();
}

/** Thanks they received and that stand: what was taken back is no longer theirs to read. */
export async function listReceivedRows(
  tx: Tx,
  organization: OrganizationId,
  receivers: readonly PersonId[],
): Promise<Row[]> {
  return tx
    .selectFrom("recognition_receiver as c")
    .innerJoin("recognition as r", (join) =>
      join
        .onRef("r.organization_id", "=", "c.organization_id")
        .onRef("r.recognition_id", "=", "c.recognition_id"),
    )
    .leftJoin("recognition_text as t", (join) =>
      join
        .onRef("t.organization_id", "=", "r.organization_id")
        .onRef("t.recognition_id", "=", "r.recognition_id"),
    )
    .select([
      "r.recognition_id",
      "r.giver_id",
      "r.given_at",
      "r.kind",
      "r.points",
      "c.private",
      "c.made_my_shift",
      "c.shared_with_lead",
      "c.told_at",
      "t.reason",
    ])
    .where("c.organization_id", "=", organization)
    .where("c.person_id", "in", receivers)
    .where("r.undone_at", "is", null)
    .where("c.questioned_at", "is", null)
    .orderBy("r.given_at")
    .execute();
}

/** Reasons written when they took a thanks back as an admin. */
export async function listUndoneRows(
  tx: Tx,
  organization: OrganizationId,
  admins: readonly PersonId[],
): Promise<Row[]> {
  return tx
    .selectFrom("recognition as r")
    .innerJoin("recognition_text as t", (join) =>
      join
        .onRef("t.organization_id", "=", "r.organization_id")
        .onRef("t.recognition_id", "=", "r.recognition_id"),
    )
    .select(["r.recognition_id", "r.undone_at", "t.undo_reason"])
    .where("r.organization_id", "=", organization)
    .where("r.undone_by", "in", admins)
    .where("t.undo_reason", "is not", null)
    .execute();
}

/** The next thanks that name one of them: as giver, as receiver, in a "Me too", or as who took it back. */
export async function listNaming(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
  after: string | null,
  most: number,
): Promise<RecognitionId[]> {
  const of = <Table extends "recognition" | "recognition_receiver" | "second">(
    table: Table,
    column: "giver_id" | "person_id" | "undone_by",
  ) =>
    sql<{ id: RecognitionId }>`select recognition_id as id from ${sql.table(table)}
      where organization_id = ${organization} and ${sql.ref(column)} in (${sql.join(persons)})
        and recognition_id > ${after ?? ""}`;
  const { rows } = await sql<{ id: RecognitionId }>`${of("recognition", "giver_id")}
    union ${of("recognition_receiver", "person_id")} union ${of("second", "person_id")}
    union ${of("recognition", "undone_by")} order by id limit ${most}`.execute(tx);
  return rows.map((row) => row.id);
}

/** Words they wrote, and words that were for nobody but them. */
export async function deleteWordsOf(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<void> {
  await sql`update recognition_text set undo_reason = null
    where organization_id = ${organization} and recognition_id in (
      select recognition_id from recognition
      where organization_id = ${organization} and undone_by in (${sql.join(persons)}))`.execute(tx);
  for (const table of ["recognition_text", "outsider"]) {
    await sql`delete from ${sql.table(table)}
      where organization_id = ${organization} and recognition_id in (
        select recognition_id from recognition
        where organization_id = ${organization} and giver_id in (${sql.join(persons)}))`.execute(
      tx,
    );
  }
  await sql`delete from recognition_text
    where organization_id = ${organization} and recognition_id in (
      select c.recognition_id from recognition_receiver as c
      where c.organization_id = ${organization} and c.person_id in (${sql.join(persons)})
        and not exists (select 1 from recognition_receiver as o
          where o.organization_id = c.organization_id and o.recognition_id = c.recognition_id
            and o.person_id not in (${sql.join(persons)}))
        and not exists (select 1 from outsider as o
          where o.organization_id = c.organization_id and o.recognition_id = c.recognition_id))`.execute(
    tx,
  );
}

/** No message told them of these any more. */
export async function forgetTells(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<void> {
  await tx
    .updateTable("recognition_receiver")
    .set({ tell_id: null })
    .where("organization_id", "=", organization)
    .where("person_id", "in", persons)
    .execute();
  await tx
    .deleteFrom("tell")
    .where("organization_id", "=", organization)
    .where("person_id", "in", persons)
    .execute();
}

/** Takes the words off thanks given before, at most so many, the oldest first; resolves to how many it took. */
export async function sweepWords(
  tx: Tx,
  organization: OrganizationId,
  before: Instant,
  most: number,
): Promise<number> {
  const old = await tx
    .selectFrom("recognition as r")
    .select("r.recognition_id")
    .where("r.organization_id", "=", organization)
    .where("r.given_at", "<", before)
    .where(
      sql<boolean>`(
        exists (select 1 from recognition_text as t
          where t.organization_id = r.organization_id and t.recognition_id = r.recognition_id)
        or exists (select 1 from outsider as o
          where o.organization_id = r.organization_id and o.recognition_id = r.recognition_id))`,
    )
    .orderBy("r.given_at")
    .limit(most)
    .execute();
  const ids = old.map((row) => row.recognition_id);
  if (ids.length === 0) return 0;
  for (const table of ["recognition_text", "outsider"] as const) {
    await tx
      .deleteFrom(table)
      .where("organization_id", "=", organization)
      .where("recognition_id", "in", ids)
      .execute();
  }
  return ids.length;
}
