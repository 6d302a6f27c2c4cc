/** The SQL of actions and of what was published about a round. */
import { sql } from "kysely";
import {
  type ActionId,
  newId,
  type OrganizationId,
  type OutcomeId,
  type PersonId,
  type RoundId,
  type UnitId,
} from "../../../ids.ts";
import { listIdsOf, selfOf } from "../../../people/queries/self.ts";
import type { Cleared } from "../../../privacy/phi/cleared.ts";
import type { Tx } from "../../../store/store.ts";
import type { Instant } from "../../../time/instant.ts";
import type { Action, ActionState } from "../action.ts";

const columns = [
  "a.action_id",
  "a.round_id",
  "a.raised_by",
  "a.unit_id",
  "a.title",
  "o.person_id as owner_id",
  "o.name as owner_name",
  "a.due_on",
  "a.state",
  "a.made_by",
] as const;

const selectActions = (tx: Tx, organization: OrganizationId) =>
  tx
    .selectFrom("action as a")
    .innerJoin("person as owner", (join) =>
      join
        .onRef("owner.organization_id", "=", "a.organization_id")
        .onRef("owner.person_id", "=", "a.owner_id"),
    )
    .innerJoin("person as o", (join) =>
      join
        .onRef("o.organization_id", "=", "a.organization_id")
        .on("o.person_id", "=", sql<PersonId>`coalesce(owner.merged_into, owner.person_id)`),
    )
    .select(columns)
    .where("a.organization_id", "=", organization);

type Row = Awaited<ReturnType<ReturnType<typeof selectActions>["execute"]>>[number];

const read = (row: Row): Action => ({
  id: row.action_id,
  round: row.round_id,
  raisedBy: row.raised_by,
  unit: row.unit_id,
  title: row.title,
  owner: { id: row.owner_id, name: row.owner_name },
  dueOn: row.due_on,
  state: row.state as ActionState,
  madeBy: row.made_by,
});

export async function findAction(
  tx: Tx,
  organization: OrganizationId,
  id: ActionId,
): Promise<Action | undefined> {
  const row = await selectActions(tx, organization)
    .where("a.action_id", "=", id)
    .executeTakeFirst();
  return row && read(row);
}

/** Open ones of these units or of this owner, the most urgent first. */
export async function listOpenActions(
  tx: Tx,
  organization: OrganizationId,
  of: { readonly units: readonly UnitId[]; readonly owner: PersonId },
  most: number,
): Promise<Action[]> {
  const rows = await selectActions(tx, organization)
    .where("a.state", "=", "open")
    .where((eb) =>
      eb.or([
        eb("a.owner_id", "in", selfOf(tx, organization, of.owner)),
        ...(of.units.length === 0 ? [] : [eb("a.unit_id", "in", of.units)]),
      ]),
    )
    .orderBy("a.due_on")
    .orderBy("a.action_id")
    .limit(most)
    .execute();
  return rows.map(read);
}

/**
 * Whose answers in a round were made a request or an action, and what became of each: of several the one made last. Under every
 * id of theirs.
 */
export async function listRaised(
  tx: Tx,
  organization: OrganizationId,
  round: RoundId,
): Promise<ReadonlyMap<PersonId, ActionState>> {
  const rows = await tx
    .selectFrom("action")
    .select(["raised_by", "state"])
    .where("organization_id", "=", organization)
    .where("round_id", "=", round)
    .where("raised_by", "is not", null)
    .orderBy("action_id")
    .execute();
  const raised = rows.flatMap(({ raised_by: by, state }) =>
    by === null ? [] : [[by, state as ActionState] as const],
  );
  const ids = await listIdsOf(tx, organization, [...new Set(raised.map(([by]) => by))]);
  return new Map(
    raised.flatMap(([by, state]) => (ids.get(by) ?? [by]).map((id) => [id, state] as const)),
  );
}

export async function insertAction(
  tx: Tx,
  organization: OrganizationId,
  action: Omit<Action, "id" | "owner"> & { readonly owner: PersonId },
  now: Instant,
): Promise<ActionId> {
  const id = newId("action", now);
  await tx
    .insertInto("action")
    .values({
      organization_id: organization,
      action_id: id,
      round_id: action.round,
      raised_by: action.raisedBy,
      unit_id: action.unit,
      title: action.title,
      owner_id: action.owner,
      due_on: action.dueOn,
      state: action.state,
      made_by: action.madeBy,
      made_at: now,
      done_at: null,
    })
    .execute();
  return id;
}

/** What somebody asked for becomes an action. */
export async function takeUpAction(
  tx: Tx,
  organization: OrganizationId,
  id: ActionId,
  to: {
    readonly title: Cleared;
    readonly owner: PersonId;
    readonly dueOn: string;
    readonly madeBy: PersonId;
  },
): Promise<void> {
  await tx
    .updateTable("action")
    .set({
      title: to.title,
      owner_id: to.owner,
      due_on: to.dueOn,
      made_by: to.madeBy,
      state: "open",
    })
    .where("organization_id", "=", organization)
    .where("action_id", "=", id)
    .execute();
}

export async function endAction(
  tx: Tx,
  organization: OrganizationId,
  id: ActionId,
  state: "done" | "dropped",
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("action")
    .set({ state, done_at: now })
    .where("organization_id", "=", organization)
    .where("action_id", "=", id)
    .execute();
}

/** What was done, or will be. */
export interface Outcome {
  readonly id: OutcomeId;
  readonly round: RoundId;
  readonly template: string;
  readonly templateVersion: number;
  readonly said: Cleared;
  readonly did: Cleared;
  readonly owner: { readonly id: PersonId; readonly name: string };
  readonly dueOn: string;
}

const selectOutcomes = (tx: Tx, organization: OrganizationId) =>
  tx
    .selectFrom("outcome as u")
    .innerJoin("round as r", (join) =>
      join
        .onRef("r.organization_id", "=", "u.organization_id")
        .onRef("r.round_id", "=", "u.round_id"),
    )
    .innerJoin("person as owner", (join) =>
      join
        .onRef("owner.organization_id", "=", "u.organization_id")
        .onRef("owner.person_id", "=", "u.owner_id"),
    )
    .innerJoin("person as o", (join) =>
      join
        .onRef("o.organization_id", "=", "u.organization_id")
        .on("o.person_id", "=", sql<PersonId>`coalesce(owner.merged_into, owner.person_id)`),
    )
    .select([
      "u.outcome_id",
      "u.round_id",
      "r.template_id",
      "r.template_version",
      "u.said",
      "u.did",
      "o.person_id as owner_id",
      "o.name as owner_name",
      "u.due_on",
    ])
    .where("u.organization_id", "=", organization);

type OutcomeRow = Awaited<ReturnType<ReturnType<typeof selectOutcomes>["execute"]>>[number];

const readOutcome = (row: OutcomeRow): Outcome => ({
  id: row.outcome_id,
  round: row.round_id,
  template: row.template_id,
  templateVersion: row.template_version,
  said: row.said,
  did: row.did,
  owner: { id: row.owner_id, name: row.owner_name },
  dueOn: row.due_on,
});

export async function findOutcome(
  tx: Tx,
  organization: OrganizationId,
  id: OutcomeId,
): Promise<Outcome | undefined> {
  const row = await selectOutcomes(tx, organization)
    .where("u.outcome_id", "=", id)
    .executeTakeFirst();
  return row && readOutcome(row);
}

/** Of rounds this person was asked in, the newest first. */
export async function listOutcomesFor(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  since: Instant,
  most: number,
): Promise<Outcome[]> {
  const rows = await selectOutcomes(tx, organization)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("prompt as p")
          .select("p.person_id")
          .whereRef("p.organization_id", "=", "u.organization_id")
          .whereRef("p.round_id", "=", "u.round_id")
          .where("p.person_id", "in", selfOf(tx, organization, person)),
      ),
    )
    .where("u.published_at", ">", since)
    .orderBy("u.published_at", "desc")
    .limit(most)
    .execute();
  return rows.map(readOutcome);
}

export async function insertOutcome(
  tx: Tx,
  organization: OrganizationId,
  outcome: {
    readonly round: RoundId;
    readonly said: Cleared;
    readonly did: Cleared;
    readonly owner: PersonId;
    readonly dueOn: string;
    readonly by: PersonId;
  },
  now: Instant,
): Promise<OutcomeId> {
  const id = newId("outcome", now);
  await tx
    .insertInto("outcome")
    .values({
      organization_id: organization,
      outcome_id: id,
      round_id: outcome.round,
      said: outcome.said,
      did: outcome.did,
      owner_id: outcome.owner,
      due_on: outcome.dueOn,
      published_by: outcome.by,
      published_at: now,
    })
    .execute();
  return id;
}

/** A closed round that somebody may answer for. */
export interface ClosedRound {
  readonly id: RoundId;
  readonly template: string;
  readonly templateVersion: number;
  readonly opensAt: Instant;
  readonly answeredFor: boolean;
}

/** Closed rounds that asked these units, or that this person started; all of them for an admin. The newest first. */
export async function listClosedRounds(
  tx: Tx,
  organization: OrganizationId,
  of: { readonly units: readonly UnitId[]; readonly person: PersonId; readonly all: boolean },
  since: Instant,
  most: number,
): Promise<ClosedRound[]> {
  const rows = await tx
    .selectFrom("round as r")
    .select((eb) => [
      "r.round_id",
      "r.template_id",
      "r.template_version",
      "r.opens_at",
      eb
        .exists(
          eb
            .selectFrom("outcome as u")
            .select("u.outcome_id")
            .whereRef("u.organization_id", "=", "r.organization_id")
            .whereRef("u.round_id", "=", "r.round_id"),
        )
        .as("answered_for"),
    ])
    .where("r.organization_id", "=", organization)
    .where("r.state", "=", "closed")
    .where("r.opens_at", ">", since)
    .$if(!of.all, (q) =>
      q.where((eb) =>
        eb.or([
          eb("r.made_by", "in", selfOf(tx, organization, of.person)),
          ...(of.units.length === 0
            ? []
            : [
                eb.exists(
                  eb
                    .selectFrom("prompt as p")
                    .select("p.person_id")
                    .whereRef("p.organization_id", "=", "r.organization_id")
                    .whereRef("p.round_id", "=", "r.round_id")
                    .where("p.unit_id", "in", of.units),
                ),
              ]),
        ]),
      ),
    )
    .orderBy("r.opens_at", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.round_id,
    template: row.template_id,
    templateVersion: row.template_version,
    opensAt: row.opens_at,
    answeredFor: Boolean(row.answered_for),
  }));
}
