/** The SQL of accounts: who somebody is in one workspace. */
import { sql } from "kysely";

import type { AccountFacts } from "../../chat/inbound.ts";
import type { OrganizationId, PersonId, WorkspaceId } from "../../ids.ts";
import { prepared } from "../../store/prepared.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import type { Organization } from "../organization.ts";
import type { Person } from "../person.ts";
import { type PersonRow, personColumns, readPersons } from "./persons.ts";
import { selfOf } from "./self.ts";

/** What an account of a workspace is to us; a person who turned out to be another is that other. */
export interface AccountFound {
  readonly externalId: string;
  readonly name: string;
  readonly kind: AccountFacts["kind"];
  readonly runsWorkspace: boolean;
  /** Whether the platform told of a private conversation with them. */
  readonly met: boolean;
  readonly person: Person | null;
}

interface AccountsKey {
  readonly organization: OrganizationId;
  readonly workspace: WorkspaceId;
  readonly externalIds: readonly string[];
}

const selectAccounts = prepared((tx, key: AccountsKey) =>
  tx
    .selectFrom("account as a")
    .leftJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "a.organization_id")
        .onRef("p.person_id", "=", "a.person_id"),
    )
    .select([
      "a.external_id",
      "a.name as account_name",
      "a.kind",
      "a.runs_workspace",
      "a.met_at",
      ...personColumns,
    ])
    .where("a.organization_id", "=", key.organization)
    .where("a.workspace_id", "=", key.workspace)
    .where("a.external_id", "in", key.externalIds),
);

export async function findAccounts(
  tx: Tx,
  organization: Organization,
  workspace: WorkspaceId,
  externalIds: readonly string[],
): Promise<Map<string, AccountFound>> {
  if (externalIds.length === 0) return new Map();
  const key = { organization: organization.id, workspace, externalIds };
  const { rows } = await selectAccounts(tx, key);
  const persons = await readPersons(
    tx,
    organization,
    rows.flatMap((row) => (row.person_id === null ? [] : [row as PersonRow])),
  );
  return new Map(
    rows.map((row) => [
      row.external_id,
      {
        externalId: row.external_id,
        name: row.account_name,
        kind: row.kind as AccountFacts["kind"],
        runsWorkspace: row.runs_workspace === 1,
        met: row.met_at !== null,
        person: row.person_id === null ? null : (persons.get(row.person_id) ?? null),
      },
    ]),
  );
}

export interface AccountRow {
  readonly person: PersonId | null;
  readonly kind: string;
  readonly name: string;
  readonly runsWorkspace: boolean;
  readonly address: string | null;
  /** What is kept of the person: nulls where there is none. */
  readonly facts: {
    readonly name: string | null;
    readonly email: string | null;
    readonly zone: string | null;
    readonly locale: string | null;
  };
}

/** Accounts by id with the person they point to, and that one's address. */
export async function listAccountRows(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  externalIds: readonly string[],
): Promise<Map<string, AccountRow>> {
  const rows = await tx
    .selectFrom("account as a")
    .leftJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "a.organization_id")
        .onRef("p.person_id", "=", "a.person_id"),
    )
    .select(["a.external_id", "a.person_id", "a.kind", "a.name", "a.runs_workspace", "a.address"])
    .select(["p.name as person_name", "p.email", "p.zone", "p.locale"])
    .where("a.organization_id", "=", organization)
    .where("a.workspace_id", "=", workspace)
    .where("a.external_id", "in", externalIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.external_id,
      {
        person: row.person_id,
        kind: row.kind,
        name: row.name,
        runsWorkspace: row.runs_workspace === 1,
        address: row.address,
        facts: { name: row.person_name, email: row.email, zone: row.zone, locale: row.locale },
      },
    ]),
  );
}

export async function upsertAccount(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  person: PersonId | null,
  facts: AccountFacts,
): Promise<void> {
  const kept = {
    person_id: person,
    name: facts.name,
    kind: facts.kind,
    runs_workspace: facts.runsWorkspace ? (1 as const) : (0 as const),
    ...(facts.address === undefined ? {} : { address: facts.address }),
  };
  await tx
    .insertInto("account")
    .values({
      organization_id: organization,
      workspace_id: workspace,
      external_id: facts.externalId,
      ...kept,
      address: facts.address ?? null,
      direct_channel: null,
      seen_at: null,
      unreachable_at: null,
      met_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "workspace_id", "external_id"]).doUpdateSet({
        ...kept,
        // Somebody who is back may be reached again.
        unreachable_at: sql`case when account.kind = excluded.kind then account.unreachable_at end`,
      }),
    )
    .execute();
}

/** When these accounts were first met: now, for those that weren't before. */
export async function markMet(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  externalIds: readonly string[],
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("account")
    .set({ met_at: now })
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("external_id", "in", externalIds)
    .where("met_at", "is", null)
    .execute();
}

/** When each of a person's accounts was met. */
export async function listMetAt(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<Instant[]> {
  const rows = await tx
    .selectFrom("account")
    .select("met_at")
    .where("organization_id", "=", organization)
    .where("person_id", "in", selfOf(tx, organization, person))
    .where("met_at", "is not", null)
    .execute();
  return rows.flatMap((row) => row.met_at ?? []);
}

/** How many accounts were met from the one moment to the other. */
export async function countMet(
  tx: Tx,
  organization: OrganizationId,
  from: Instant,
  to: Instant,
): Promise<number> {
  const row = await tx
    .selectFrom("account")
    .select((eb) => eb.fn.countAll<number>().as("met"))
    .where("organization_id", "=", organization)
    .where("met_at", ">=", from)
    .where("met_at", "<=", to)
    .executeTakeFirstOrThrow();
  return Number(row.met);
}
