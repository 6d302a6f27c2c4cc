/** The SQL of summaries: answers counted in the database, since a round may have a hundred thousand of them. */

import { sql } from "kysely";
import { assertNever } from "../../assert.ts";
import type { OrganizationId, PersonId, RoundId, ScheduleId, UnitId } from "../../ids.ts";
import type { Tx } from "../../store/store.ts";
import type { AnswerValue } from "../answer.ts";
import type { Band } from "../confidential/band.ts";
import { outdone } from "../queries/places.ts";
import type { AnswerGiven, Done, Given } from "./facts.ts";

/** Named answers, a person's once; those in words are left where they are. */
export async function countNamed(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<AnswerGiven[]> {
  const rows = await tx
    .selectFrom("response")
    .select((eb) => ["question", "partner", "value", eb.fn.countAll<number>().as("answers")])
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("value", "is not", null)
    .where("person_id", "not in", outdone(tx, organization, round).select("o.person_id"))
    .groupBy(["question", "partner", "value"])
    .execute();
  return rows.flatMap((row) => answersIn({ ...row, group: null }));
}

/** Confidential answers as they were published. */
export async function countPublished(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<AnswerGiven[]> {
  const rows = await tx
    .selectFrom("published")
    .select((eb) => [
      "group_key as group",
      "question",
      "partner",
      "value",
      eb.fn.countAll<number>().as("answers"),
    ])
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("value", "is not", null)
    .groupBy(["group_key", "question", "partner", "value"])
    .execute();
  return rows.flatMap(answersIn);
}

interface CountRow {
  readonly group: string | null;
  readonly question: string;
  readonly partner: string;
  readonly value: string | null;
  readonly answers: number;
}

/** "Can't say" and people named are nothing to count. */
function answersIn({ group, question, partner, value, answers }: CountRow): AnswerGiven[] {
  if (value === null) return [];
  const read = JSON.parse(value) as AnswerValue | Band;
  const given = countable(read);
  const about = partner === "" ? null : (partner as UnitId);
  return given === null
    ? []
    : [{ group, question, partner: about, value: given, count: Number(answers) }];
}

function countable(read: AnswerValue | Band): Given["value"] | null {
  switch (read.kind) {
    case "scale":
      return read.value === null ? null : { kind: "scale", value: read.value };
    case "choice":
      return read.values.length === 0 ? null : read;
    case "yesNo":
    case "mood":
    case "band":
      return read;
    case "text":
    case "people":
      return null;
    default:
      return assertNever(read);
  }
}

/** Of those who have or had a place in the round. */
export async function listUnitsOf(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<UnitId[]> {
  const rows = await tx
    .selectFrom("prompt")
    .select("unit_id")
    .distinct()
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("unit_id", "is not", null)
    .orderBy("unit_id")
    .execute();
  return rows.flatMap(({ unit_id }) => (unit_id === null ? [] : [unit_id]));
}

export async function findSummary(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<string | null> {
  const row = await tx
    .selectFrom("round")
    .select("summary")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .executeTakeFirst();
  return row?.summary ?? null;
}

/** The first one stands. */
export async function keepSummary(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  summary: string,
): Promise<void> {
  await tx
    .updateTable("round")
    .set({ summary })
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("summary", "is", null)
    .execute();
}

export interface Earlier {
  readonly id: RoundId;
  readonly atLocal: string;
  readonly summary: string;
}

/** Closed rounds of a schedule that asked the same template before, the newest first. */
export async function listEarlier(
  tx: Tx,
  organization: OrganizationId,
  of: {
    readonly schedule: ScheduleId;
    readonly template: string;
    readonly atLocal: string;
    readonly most: number;
  },
): Promise<Earlier[]> {
  const rows = await tx
    .selectFrom("round")
    .select(["round_id", "at_local", "summary"])
    .where("organization_id", "=", organization)
    .where("schedule_id", "=", of.schedule)
    .where("template_id", "=", of.template)
    .where("state", "=", "closed")
    .where("at_local", "<", of.atLocal)
    .where("summary", "is not", null)
    .orderBy("at_local", "desc")
    .limit(of.most)
    .execute();
  return rows.flatMap(({ round_id: id, at_local: atLocal, summary }) =>
    summary === null ? [] : [{ id, atLocal, summary }],
  );
}

export async function listDone(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  most: number,
): Promise<Done[]> {
  const rows = await tx
    .selectFrom("outcome as u")
    .innerJoin("person as owner", (join) =>
      join
        .onRef("owner.organization_id", "=", "u.organization_id")
        .onRef("owner.person_id", "=", "u.owner_id"),
    )
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "u.organization_id")
        .on("p.person_id", "=", sql<PersonId>`coalesce(owner.merged_into, owner.person_id)`),
    )
    .select(["u.said", "u.did", "p.person_id", "p.name", "u.due_on"])
    .where("u.organization_id", "=", organization)
    .where("u.round_id", "=", round)
    .orderBy("u.outcome_id")
    .limit(most)
    .execute();
  return rows.map(({ said, did, person_id: id, name, due_on: dueOn }) => ({
    said,
    did,
    owner: { id, name },
    dueOn,
  }));
}
