/** The SQL of confidential answers: the spool while a round is open, and what was published at its close. */
import { randomBytes } from "node:crypto";

import type { OrganizationId, PersonId, RoundId, UnitId } from "../../ids.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import { prepared } from "../../store/prepared.ts";
import type { Schema } from "../../store/schema.ts";
import { dialectOf, type Tx } from "../../store/store.ts";
import { outdone } from "../queries/places.ts";
import type { PromptState } from "../round.ts";
import type { Group } from "./groups.ts";
import type { Released, ReleasedCell, ReleasedValue } from "./release.ts";

/** The row of all groups together, written with the others at the close. */
const everybody = "";

interface Spooled {
  readonly place: string;
  readonly sealed: string;
}

interface Key {
  readonly organization: OrganizationId;
  readonly round: RoundId;
}

const selectSealed = prepared((tx, key: Key & { readonly place: string }) =>
  tx
    .selectFrom("spool")
    .select("sealed")
    .where("organization_id", "=", key.organization)
    .where("round_id", "=", key.round)
    .where("spool_key", "=", key.place),
);

export async function findSealed(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  place: string,
): Promise<string | undefined> {
  const { rows } = await selectSealed(tx, { organization, round, place });
  return rows[0]?.sealed;
}

const putSealed = prepared((tx, { organization, round, place, sealed }: Key & Spooled) =>
  tx
    .insertInto("spool")
    .values({ organization_id: organization, round_id: round, spool_key: place, sealed })
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "round_id", "spool_key"])
        .doUpdateSet((eb) => ({ sealed: eb.ref("excluded.sealed") })),
    ),
);

export async function keepSealedRow(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  row: Spooled,
): Promise<void> {
  await putSealed(tx, { organization, round, ...row });
}

export async function hasAnySealed(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<boolean> {
  return (await listSealed(tx, organization, round, "", 1)).length > 0;
}

/** Those after a place, in the order of their places, which is chance. */
export async function listSealed(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  after: string,
  most: number,
): Promise<Spooled[]> {
  return tx
    .selectFrom("spool")
    .select(["spool_key as place", "sealed"])
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("spool_key", ">", after)
    .orderBy("spool_key")
    .limit(most)
    .execute();
}

export async function deleteSealed(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  upTo: string,
): Promise<void> {
  await tx
    .deleteFrom("spool")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("spool_key", "<=", upTo)
    .execute();
}

/** Unread: nobody can open them any more. */
export async function deleteAllSealed(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<void> {
  await tx
    .deleteFrom("spool")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .execute();
}

/** The fixed partition, before anybody is asked. */
export async function insertGroups(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  groups: readonly Group[],
): Promise<void> {
  const rows = groups.map((group) => rowOf(organization, round, group));
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insertInto("round_group")
      .values(rows.slice(from, from + 500))
      .execute();
}

const rowOf = (
  organization: OrganizationId,
  round: RoundId,
  group: Group & { readonly asked?: string; readonly answered?: string },
): Schema["round_group"] => ({
  organization_id: organization,
  round_id: round,
  group_key: group.key,
  units: JSON.stringify(group.units.map((unit) => unit ?? "")),
  asked: group.asked ?? null,
  answered: group.answered ?? null,
});

/** Once a round is closed these are the groups that are told, each with its bands; and everybody's. */
export interface RoundGroups {
  readonly groups: readonly (Group & {
    readonly asked: string | null;
    readonly answered: string | null;
  })[];
  /** Null while the round is open. How many were asked is exact here, how many answered a band. */
  readonly everybody: { readonly asked: number; readonly answered: string } | null;
}

export async function listGroups(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<RoundGroups> {
  const rows = await tx
    .selectFrom("round_group")
    .select(["group_key", "units", "asked", "answered"])
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .orderBy("group_key")
    .execute();
  const all = rows.find((row) => row.group_key === everybody);
  return {
    groups: rows
      .filter((row) => row !== all)
      .map(({ group_key: key, units, asked, answered }) => ({
        key,
        units: (JSON.parse(units) as (UnitId | "")[]).map((unit) => (unit === "" ? null : unit)),
        asked,
        answered,
      })),
    everybody:
      all === undefined ? null : { asked: Number(all.asked), answered: all.answered ?? "" },
  };
}

/** Instead of the fixed partition: what the release tells of it. */
export async function replaceGroups(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  released: Released,
): Promise<void> {
  await tx
    .deleteFrom("round_group")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .execute();
  const { asked, answered } = released.everybody;
  const all = { key: everybody, units: [], asked: String(asked), answered };
  await insertGroups(tx, organization, round, [...released.groups, all]);
}

export async function hasReleased(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<boolean> {
  const row = await tx
    .selectFrom("round_group")
    .select("group_key")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("group_key", "=", everybody)
    .executeTakeFirst();
  return row !== undefined;
}

/** States of whoever was asked. Nobody else counts as not having answered. */
const asked: readonly PromptState[] = ["asked", "answered", "quiet", "skipped", "missed"];

/** How many were asked in each group, a person once. */
export async function countAsked(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom("prompt")
    .select((eb) => ["group_key", eb.fn.countAll<number>().as("persons")])
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("state", "in", asked)
    .where("person_id", "not in", outdone(tx, organization, round).select("o.person_id"))
    .groupBy("group_key")
    .execute();
  return new Map(rows.map((row) => [row.group_key ?? "", Number(row.persons)]));
}

/** How many could answer in a group: whether it is large enough for comments. */
export async function countInGroup(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  group: string,
  most: number,
): Promise<number> {
  const rows = await tx
    .selectFrom("prompt")
    .select("person_id")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("group_key", "=", group)
    .where("state", "in", ["waiting", ...asked])
    .limit(most)
    .execute();
  return rows.length;
}

/** How many people are in each unit. */
export async function countUnits(
  tx: Tx,
  organization: OrganizationId,
): Promise<ReadonlyMap<UnitId, number>> {
  const rows = await tx
    .selectFrom("person")
    .select((eb) => ["unit_id", eb.fn.countAll<number>().as("persons")])
    .where("organization_id", "=", organization)
    .where("state", "=", "here")
    .where("merged_into", "is", null)
    .groupBy("unit_id")
    .execute();
  return new Map(
    rows.flatMap((row) => (row.unit_id === null ? [] : [[row.unit_id, Number(row.persons)]])),
  );
}

/** Waits for whoever is answering just now, and lets nobody answer until the transaction ends. */
export async function holdPrompts(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<void> {
  if (dialectOf(tx) === "sqlite") return;
  await tx
    .with("held", (db) =>
      db
        .selectFrom("prompt")
        .select("person_id")
        .where("organization_id", "=", organization)
        .where("round_id", "=", round)
        .orderBy("person_id")
        .forUpdate(),
    )
    .selectFrom("held")
    .select((eb) => eb.fn.countAll().as("persons"))
    .execute();
}

/** The last of the next `most` persons after one; undefined where there is none. */
export async function findPromptEnd(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  after: PersonId,
  most: number,
): Promise<PersonId | undefined> {
  const row = await tx
    .selectFrom((eb) =>
      eb
        .selectFrom("prompt")
        .select("person_id")
        .where("organization_id", "=", organization)
        .where("round_id", "=", round)
        .where("person_id", ">", after)
        .orderBy("person_id")
        .limit(most)
        .as("some"),
    )
    .select((eb) => eb.fn.max("person_id").as("end"))
    .executeTakeFirst();
  return row?.end ?? undefined;
}

export async function neutralisePrompts(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  between: { readonly after: PersonId; readonly upTo: PersonId },
): Promise<void> {
  await tx
    .updateTable("prompt")
    .set({
      state: "gone" satisfies PromptState,
      due_at: null,
      asked_at: null,
      reminded_at: null,
      reminders: 0,
      answered_at: null,
      group_key: null,
    })
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("person_id", ">", between.after)
    .where("person_id", "<=", between.upTo)
    .execute();
}

/** A value, or a comment. */
export interface PublishedRow extends Omit<ReleasedCell, "values" | "comments"> {
  readonly value: ReleasedValue | null;
  readonly words: Cleared | null;
}

const addPublished = prepared((tx, { rows }: { rows: readonly Schema["published"][] }) =>
  tx.insertInto("published").values(rows),
);

const keySize = 16;

export async function insertPublished(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  published: readonly PublishedRow[],
): Promise<void> {
  const chance = randomBytes(keySize * published.length);
  await addPublished(tx, {
    rows: published.map(({ group, question, partner, value, words }, at) => ({
      organization_id: organization,
      answer_key: chance.toString("hex", at * keySize, (at + 1) * keySize),
      round_id: round,
      group_key: group,
      question,
      partner: partner ?? "",
      value: value && JSON.stringify(value),
      words,
    })),
  });
}

/** All that may ever be told of a round's confidential answers, in an order that is chance. Empty until its close. */
export async function listPublished(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<PublishedRow[]> {
  const rows = await tx
    .selectFrom("published")
    .select(["group_key", "question", "partner", "value", "words"])
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .orderBy("answer_key")
    .execute();
  return rows.map(({ group_key: group, question, partner, value, words }) => ({
    group,
    question,
    partner: partner === "" ? null : (partner as UnitId),
    value: value === null ? null : (JSON.parse(value) as ReleasedValue),
    words,
  }));
}
