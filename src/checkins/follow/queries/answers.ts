/** The SQL of named answers as leads read them: of their own units, by the unit each person had when asked. */

import { sql } from "kysely";
import {
  newId,
  type OrganizationId,
  type PersonId,
  type RoundId,
  type UnitId,
} from "../../../ids.ts";
import { selfOf } from "../../../people/queries/self.ts";
import type { Cleared } from "../../../privacy/phi/cleared.ts";
import type { Tx } from "../../../store/store.ts";
import type { Instant } from "../../../time/instant.ts";
import { outdone, standingFirst } from "../../queries/places.ts";

/** A round in which people of these units were asked, each once. */
export interface RoundOfUnits {
  readonly id: RoundId;
  readonly template: string;
  readonly templateVersion: number;
  readonly state: string;
  readonly opensAt: Instant;
  readonly asked: number;
  readonly answered: number;
  readonly quiet: number;
}

const counted = ["asked", "answered", "quiet", "skipped", "missed"];

/** The newest first. */
export async function listRoundsOfUnits(
  tx: Tx,
  organization: OrganizationId,
  units: readonly UnitId[],
  since: Instant,
  most: number,
): Promise<RoundOfUnits[]> {
  if (units.length === 0) return [];
  const asked = tx
    .selectFrom("prompt as p")
    .innerJoin("round as r", (join) =>
      join
        .onRef("r.organization_id", "=", "p.organization_id")
        .onRef("r.round_id", "=", "p.round_id"),
    )
    .where("p.organization_id", "=", organization)
    .where("p.unit_id", "in", units)
    .where("p.state", "in", counted);
  const newest = await asked
    .select(["r.round_id", "r.opens_at"])
    .distinct()
    .where("r.opens_at", ">", since)
    .orderBy("r.opens_at", "desc")
    .orderBy("r.round_id", "desc")
    .limit(most)
    .execute();
  if (newest.length === 0) return [];
  const rounds = newest.map((row) => row.round_id);
  const rows = await asked
    .select((eb) => [
      "r.round_id",
      "r.template_id",
      "r.template_version",
      "r.state",
      "r.opens_at",
      eb.fn.countAll<number>().as("asked"),
      eb.fn.countAll<number>().filterWhere("p.state", "in", ["answered", "quiet"]).as("answered"),
      eb.fn.countAll<number>().filterWhere("p.state", "=", "quiet").as("quiet"),
    ])
    .where("p.round_id", "in", rounds)
    .where((eb) =>
      eb(
        eb.refTuple("p.round_id", "p.person_id"),
        "not in",
        outdone(tx, organization, ...rounds)
          .select(["o.round_id", "o.person_id"])
          .$asTuple("round_id", "person_id"),
      ),
    )
    .groupBy(["r.round_id", "r.template_id", "r.template_version", "r.state", "r.opens_at"])
    .orderBy("r.opens_at", "desc")
    .orderBy("r.round_id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.round_id,
    template: row.template_id,
    templateVersion: row.template_version,
    state: row.state,
    opensAt: row.opens_at,
    asked: Number(row.asked),
    answered: Number(row.answered),
    quiet: Number(row.quiet),
  }));
}

export interface NamedAnswer {
  /** The id under which they answered. */
  readonly person: PersonId;
  /** That of the person they go by now. */
  readonly name: string;
  readonly question: string;
  /** JSON; null where the answer is words. */
  readonly value: string | null;
  readonly words: Cleared | null;
  readonly answeredAt: Instant;
}

/** Those of people who belonged to these units when asked, by the time each person answered last; of two of one person the last. */
export async function listNamedAnswers(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  units: readonly UnitId[],
): Promise<NamedAnswer[]> {
  if (units.length === 0) return [];
  const rows = await tx
    .selectFrom("response as a")
    .innerJoin("prompt as p", (join) =>
      join
        .onRef("p.organization_id", "=", "a.organization_id")
        .onRef("p.round_id", "=", "a.round_id")
        .onRef("p.person_id", "=", "a.person_id"),
    )
    .innerJoin("person as answerer", (join) =>
      join
        .onRef("answerer.organization_id", "=", "a.organization_id")
        .onRef("answerer.person_id", "=", "a.person_id"),
    )
    .innerJoin("person as n", (join) =>
      join
        .onRef("n.organization_id", "=", "a.organization_id")
        .on("n.person_id", "=", sql<PersonId>`coalesce(answerer.merged_into, answerer.person_id)`),
    )
    .select(["a.person_id", "n.name", "a.question", "a.value", "a.words", "a.answered_at"])
    .where("a.organization_id", "=", organization)
    .where("a.round_id", "=", round)
    .where("p.unit_id", "in", units)
    .where("a.person_id", "not in", outdone(tx, organization, round).select("o.person_id"))
    .orderBy("a.answered_at")
    .orderBy("a.person_id")
    .orderBy("a.question")
    .execute();
  return rows.map((row) => ({
    person: row.person_id,
    name: row.name,
    question: row.question,
    value: row.value,
    words: row.words,
    answeredAt: row.answered_at,
  }));
}

/** A person's own words to one question of a round, as they answered it last. */
export async function findOwnWords(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  person: PersonId,
  questions: readonly string[],
): Promise<Cleared | null> {
  if (questions.length === 0) return null;
  const row = await tx
    .selectFrom("response")
    .select("words")
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("person_id", "=", (eb) =>
      eb
        .selectFrom("prompt as p")
        .select("p.person_id")
        .where("p.organization_id", "=", organization)
        .where("p.round_id", "=", round)
        .where("p.person_id", "in", selfOf(tx, organization, person))
        .orderBy(standingFirst)
        .limit(1),
    )
    .where("question", "in", questions)
    .where("words", "is not", null)
    .executeTakeFirst();
  return row?.words ?? null;
}

/** The unit somebody had when they were asked. */
export async function findAskedUnit(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  person: PersonId,
): Promise<UnitId | null> {
  const row = await tx
    .selectFrom("prompt as p")
    .select("p.unit_id")
    .where("p.organization_id", "=", organization)
    .where("p.round_id", "=", round)
    .where("p.person_id", "in", selfOf(tx, organization, person))
    .orderBy(standingFirst)
    .executeTakeFirst();
  return row?.unit_id ?? null;
}

export interface Note {
  readonly lead: PersonId;
  readonly name: string;
  readonly words: Cleared | null;
  readonly emoji: string | null;
}

export async function insertNote(
  tx: Tx,
  organization: OrganizationId,
  note: {
    readonly round: RoundId;
    readonly person: PersonId;
    readonly lead: PersonId;
    readonly words: Cleared | null;
    readonly emoji: string | null;
  },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto("note")
    .values({
      organization_id: organization,
      note_id: newId("note", now),
      round_id: note.round,
      person_id: note.person,
      lead_id: note.lead,
      words: note.words,
      emoji: note.emoji,
      noted_at: now,
    })
    .execute();
}

/** What leads said to one person about their answers, in the order it was said; each emoji once. */
export async function listNotes(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
  person: PersonId,
): Promise<Note[]> {
  const rows = await tx
    .selectFrom("note as n")
    .innerJoin("person as lead", (join) =>
      join
        .onRef("lead.organization_id", "=", "n.organization_id")
        .onRef("lead.person_id", "=", "n.lead_id"),
    )
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "n.organization_id")
        .on("p.person_id", "=", sql<PersonId>`coalesce(lead.merged_into, lead.person_id)`),
    )
    .select([
      "p.person_id",
      "p.name",
      "n.words",
      "n.emoji",
      sql<string>`min(n.note_id)`.as("first_id"),
    ])
    .where("n.organization_id", "=", organization)
    .where("n.round_id", "=", round)
    .where("n.person_id", "in", selfOf(tx, organization, person))
    .groupBy(["p.person_id", "p.name", "n.words", "n.emoji"])
    .orderBy("first_id")
    .execute();
  return rows.map((row) => ({
    lead: row.person_id,
    name: row.name,
    words: row.words,
    emoji: row.emoji,
  }));
}
