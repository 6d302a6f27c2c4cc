/** The SQL of answering: named answers, the group somebody is counted in, and what they did before. */
import type { OrganizationId, PersonId, RoundId, ScheduleId, UnitId } from "../../ids.ts";
import { selfOf } from "../../people/queries/self.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import { prepared } from "../../store/prepared.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import type { Answer, AnswerValue } from "../answer.ts";
import { standingFirst } from "../queries/places.ts";
import type { PromptState } from "../round.ts";

const selectResponses = prepared(
  (
    tx,
    key: {
      readonly organization: OrganizationId;
      readonly round: RoundId;
      readonly person: PersonId;
    },
  ) =>
    tx
      .selectFrom("response")
      .select(["question", "partner", "value", "words", "answered_at"])
      .where("organization_id", "=", key.organization)
      .where("round_id", "=", key.round)
      .where("person_id", "=", key.person)
      .orderBy("question")
      .orderBy("partner"),
);

/** What somebody answered by name, in no order. */
export async function listResponses(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  person: PersonId,
): Promise<(Answer & { readonly answeredAt: Instant })[]> {
  const { rows } = await selectResponses(tx, { organization, round, person });
  return rows.flatMap((row) => {
    const value = readValue(row.value, row.words);
    if (value === null) return [];
    const partner = row.partner === "" ? null : (row.partner as UnitId);
    return [{ question: row.question, partner, value, answeredAt: row.answered_at }];
  });
}

function readValue(value: string | null, words: Cleared | null): AnswerValue | null {
  if (words !== null) return { kind: "text", words };
  return value === null ? null : (JSON.parse(value) as AnswerValue);
}

/** The answer to a question about a partner, or none any more. The last one wins. */
export async function keepResponse(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  person: PersonId,
  kept: Pick<Answer, "question" | "partner"> & {
    readonly value: AnswerValue | null;
    readonly at: Instant;
  },
): Promise<void> {
  const key = {
    organization_id: organization,
    round_id: round,
    person_id: person,
    question: kept.question,
    partner: kept.partner ?? "",
  };
  if (kept.value === null) {
    await tx
      .deleteFrom("response")
      .where("organization_id", "=", organization)
      .where("round_id", "=", round)
      .where("person_id", "=", person)
      .where("question", "=", key.question)
      .where("partner", "=", key.partner)
      .execute();
    return;
  }
  const what = {
    value: kept.value.kind === "text" ? null : JSON.stringify(kept.value),
    words: kept.value.kind === "text" ? kept.value.words : null,
    answered_at: kept.at,
  };
  await tx
    .insertInto("response")
    .values({ ...key, ...what })
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "round_id", "person_id", "question", "partner"])
        .doUpdateSet(what),
    )
    .execute();
}

/** They had nothing to report after all. */
export async function deleteResponses(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  person: PersonId,
): Promise<void> {
  await tx
    .deleteFrom("response")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("person_id", "=", person)
    .execute();
}

/** By name. */
export async function listUnitNames(
  tx: Tx,
  organization: OrganizationId,
  ids: readonly UnitId[],
): Promise<ReadonlyMap<UnitId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("unit")
    .select(["unit_id", "name"])
    .where("organization_id", "=", organization)
    .where("unit_id", "in", ids)
    .orderBy("name_key")
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.name]));
}

/** Units others than their own that a person may be asked about: those theirs has exchanged thanks with first, then by name. */
export async function listPartners(
  tx: Tx,
  organization: OrganizationId,
  own: UnitId | null,
  most: number,
): Promise<{ id: UnitId; name: string; bridged: boolean }[]> {
  const rows = await tx
    .selectFrom("unit")
    .select((eb) => [
      "unit.unit_id",
      "unit.name",
      eb
        .exists(
          eb
            .selectFrom("bridge")
            .select("bridge.from_unit_id")
            .where("bridge.organization_id", "=", organization)
            .where((b) =>
              b.or([
                b.and([
                  b("bridge.from_unit_id", "=", own ?? ("" as UnitId)),
                  b("bridge.to_unit_id", "=", b.ref("unit.unit_id")),
                ]),
                b.and([
                  b("bridge.to_unit_id", "=", own ?? ("" as UnitId)),
                  b("bridge.from_unit_id", "=", b.ref("unit.unit_id")),
                ]),
              ]),
            ),
        )
        .as("bridged"),
    ])
    .where("unit.organization_id", "=", organization)
    .$if(own !== null, (q) => q.where("unit.unit_id", "!=", own ?? ("" as UnitId)))
    .orderBy("bridged", "desc")
    .orderBy("unit.name_key")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.unit_id,
    name: row.name,
    bridged: Boolean(row.bridged),
  }));
}

/** How somebody's last rounds of a schedule ended, the newest first. */
export async function listEnds(
  tx: Tx,
  organization: OrganizationId,
  schedule: ScheduleId,
  person: PersonId,
  most: number,
): Promise<PromptState[]> {
  const rows = await tx
    .selectFrom("prompt as p")
    .innerJoin("round", (join) =>
      join
        .onRef("round.organization_id", "=", "p.organization_id")
        .onRef("round.round_id", "=", "p.round_id"),
    )
    .select(["p.round_id", "p.state"])
    .where("p.organization_id", "=", organization)
    .where("p.person_id", "in", selfOf(tx, organization, person))
    .where("p.state", "not in", ["off", "gone"])
    .where("round.schedule_id", "=", schedule)
    .orderBy("round.at_local", "desc")
    .orderBy(standingFirst)
    // Some rounds may have asked several of their accounts.
    .limit(2 * most)
    .execute();
  const ends = new Map<RoundId, PromptState>();
  for (const { round_id: round, state } of rows)
    if (!ends.has(round)) ends.set(round, state as PromptState);
  return [...ends.values()].slice(0, most);
}

const selectNextLocal = prepared(
  (tx, key: { readonly organization: OrganizationId; readonly schedule: ScheduleId }) =>
    tx
      .selectFrom("schedule")
      .select("next_local")
      .where("organization_id", "=", key.organization)
      .where("schedule_id", "=", key.schedule)
      .where("state", "=", "started"),
);

/** The hour on the wall at which a schedule asks next; null where it doesn't. */
export async function findNextLocal(
  tx: Tx,
  organization: OrganizationId,
  schedule: ScheduleId,
): Promise<string | null> {
  const [row] = (await selectNextLocal(tx, { organization, schedule })).rows;
  return row?.next_local ?? null;
}

/** When somebody answered last under other ids of theirs than the one whose answers count; null: never. */
export async function findOutdoneAt(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  person: PersonId,
): Promise<Instant | null> {
  const row = await tx
    .selectFrom("response")
    .select((eb) => eb.fn.max<Instant | null>("answered_at").as("last"))
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("person_id", "in", selfOf(tx, organization, person))
    .where("person_id", "!=", person)
    .executeTakeFirst();
  return row?.last ?? null;
}

/** The rounds in which somebody answered by name, the newest first. */
export async function listAnsweredRounds(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  most: number,
): Promise<RoundId[]> {
  const rows = await tx
    .selectFrom("response")
    .select((eb) => ["round_id", eb.fn.max("answered_at").as("last")])
    .where("organization_id", "=", organization)
    .where("person_id", "in", selfOf(tx, organization, person))
    .groupBy("round_id")
    .orderBy("last", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => row.round_id);
}
