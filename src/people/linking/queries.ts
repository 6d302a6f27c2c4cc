/** The SQL of linking: codes, tries, and who was made one with whom. */
import type { JoiningId, OrganizationId, PersonId, WorkspaceId } from "../../ids.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import { selfOf } from "../queries/self.ts";
import type { CodeKind } from "./code.ts";
import type { AccountOf, Brought, Joining, Settings } from "./joining.ts";

export interface CodeKept {
  readonly organization: OrganizationId;
  readonly kind: CodeKind;
  readonly person: PersonId;
  readonly workspace: WorkspaceId;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

/** In the place of any that the person has not used. */
export async function insertCode(
  tx: Tx,
  organization: OrganizationId,
  hash: string,
  code: Pick<CodeKept, "kind" | "person" | "workspace" | "expiresAt">,
): Promise<void> {
  await tx
    .deleteFrom("link_code")
    .where("organization_id", "=", organization)
    .where("person_id", "=", code.person)
    .where("kind", "=", code.kind)
    .where("used_at", "is", null)
    .execute();
  await tx
    .insertInto("link_code")
    .values({
      organization_id: organization,
      code_hash: hash,
      kind: code.kind,
      person_id: code.person,
      workspace_id: code.workspace,
      expires_at: code.expiresAt,
      used_at: null,
    })
    .execute();
}

/** Of whichever organization. */
export async function findCode(tx: Tx, hash: string): Promise<CodeKept | undefined> {
  const row = await tx
    .selectFrom("link_code")
    .selectAll()
    .where("code_hash", "=", hash)
    .executeTakeFirst();
  return (
    row && {
      organization: row.organization_id,
      kind: row.kind as CodeKind,
      person: row.person_id,
      workspace: row.workspace_id,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
    }
  );
}

/** False: somebody else was faster. */
export async function useCode(
  tx: Tx,
  organization: OrganizationId,
  hash: string,
  now: Instant,
): Promise<boolean> {
  const used = await tx
    .updateTable("link_code")
    .set({ used_at: now })
    .where("organization_id", "=", organization)
    .where("code_hash", "=", hash)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return Number(used.numUpdatedRows) === 1;
}

/** Those that were over before `before`, and what was tried before: nobody types them any more. */
export async function deleteCodes(
  tx: Tx,
  organization: OrganizationId,
  before: Instant,
): Promise<void> {
  await tx
    .deleteFrom("link_code")
    .where("organization_id", "=", organization)
    .where("expires_at", "<", before)
    .execute();
  await tx
    .deleteFrom("link_try")
    .where("organization_id", "=", organization)
    .where("since", "<", before)
    .execute();
}

/** How many codes that are none somebody tried since the first of them. */
export async function findTries(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<{ since: Instant; tries: number } | undefined> {
  return tx
    .selectFrom("link_try")
    .select(["since", "tries"])
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .executeTakeFirst();
}

export async function keepTries(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  to: { readonly since: Instant; readonly tries: number },
): Promise<void> {
  await tx
    .insertInto("link_try")
    .values({ organization_id: organization, person_id: person, ...to })
    .onConflict((conflict) => conflict.columns(["organization_id", "person_id"]).doUpdateSet(to))
    .execute();
}

/** The workspaces in which a person has a member's account. */
export async function listWorkspacesOf(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<WorkspaceId[]> {
  const rows = await tx
    .selectFrom("account")
    .select("workspace_id")
    .distinct()
    .where("organization_id", "=", organization)
    .where("person_id", "in", selfOf(tx, organization, person))
    .where("kind", "=", "member")
    .execute();
  return rows.map((row) => row.workspace_id);
}

/** A person's accounts in workspaces that are installed, by platform. */
export async function listAccountsOf(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<AccountOf[]> {
  const rows = await tx
    .selectFrom("account as a")
    .innerJoin("workspace as w", (join) =>
      join
        .onRef("w.organization_id", "=", "a.organization_id")
        .onRef("w.workspace_id", "=", "a.workspace_id"),
    )
    .select(["a.workspace_id", "a.external_id", "a.name", "w.platform"])
    .where("a.organization_id", "=", organization)
    .where("a.person_id", "in", selfOf(tx, organization, person))
    .where("a.kind", "=", "member")
    .where("w.uninstalled_at", "is", null)
    .orderBy("w.platform")
    .orderBy("a.workspace_id")
    .orderBy("a.external_id")
    .execute();
  return rows.map((row) => ({
    workspace: row.workspace_id,
    account: row.external_id,
    platform: row.platform,
    name: row.name,
  }));
}

/** Whether somebody has used Rapport, on any platform. */
export async function hasBeenActive(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<boolean> {
  const row = await tx
    .selectFrom("account")
    .select("external_id")
    .where("organization_id", "=", organization)
    .where("person_id", "in", selfOf(tx, organization, person))
    .where("seen_at", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

interface JoiningRow {
  joining_id: JoiningId;
  person_id: PersonId;
  into_id: PersonId;
  how: string;
  joined_at: Instant | null;
  parted_at: Instant | null;
  brought: string | null;
}

const joiningOf = (row: JoiningRow): Joining => ({
  id: row.joining_id,
  person: row.person_id,
  into: row.into_id,
  how: row.how as Joining["how"],
  joinedAt: row.joined_at,
  partedAt: row.parted_at,
  brought: row.brought === null ? {} : (JSON.parse(row.brought) as Brought),
});

export async function insertJoining(
  tx: Tx,
  organization: OrganizationId,
  joining: Pick<Joining, "id" | "person" | "into" | "how"> & { readonly askedAt: Instant },
): Promise<void> {
  await tx
    .insertInto("joining")
    .values({
      organization_id: organization,
      joining_id: joining.id,
      person_id: joining.person,
      into_id: joining.into,
      how: joining.how,
      asked_at: joining.askedAt,
      joined_at: null,
      parted_at: null,
      brought: null,
    })
    .execute();
}

/** One that came to nothing. */
export async function deleteJoining(
  tx: Tx,
  organization: OrganizationId,
  id: JoiningId,
): Promise<void> {
  await tx
    .deleteFrom("joining")
    .where("organization_id", "=", organization)
    .where("joining_id", "=", id)
    .execute();
}

export async function findJoining(
  tx: Tx,
  organization: OrganizationId,
  id: JoiningId,
): Promise<Joining | undefined> {
  const row = await tx
    .selectFrom("joining")
    .selectAll()
    .where("organization_id", "=", organization)
    .where("joining_id", "=", id)
    .executeTakeFirst();
  return row && joiningOf(row);
}

/** Every joining that any of these persons had a part in. */
export async function listJoinings(
  tx: Tx,
  organization: OrganizationId,
  persons: readonly PersonId[],
): Promise<Joining[]> {
  if (persons.length === 0) return [];
  const rows = await tx
    .selectFrom("joining")
    .selectAll()
    .where("organization_id", "=", organization)
    .where((eb) => eb.or([eb("person_id", "in", persons), eb("into_id", "in", persons)]))
    .orderBy("joining_id")
    .execute();
  return rows.map(joiningOf);
}

export async function markJoining(
  tx: Tx,
  organization: OrganizationId,
  id: JoiningId,
  to:
    | {
        readonly joinedAt: Instant;
        readonly person: PersonId;
        readonly into: PersonId;
        readonly brought: Brought;
      }
    | { readonly partedAt: Instant },
): Promise<void> {
  await tx
    .updateTable("joining")
    .set(
      "partedAt" in to
        ? { parted_at: to.partedAt }
        : {
            joined_at: to.joinedAt,
            person_id: to.person,
            into_id: to.into,
            brought: JSON.stringify(to.brought),
          },
    )
    .where("organization_id", "=", organization)
    .where("joining_id", "=", id)
    .execute();
}

/** From now on these ids mean that person; null: themselves. */
export async function setMerged(
  tx: Tx,
  organization: OrganizationId,
  ids: readonly PersonId[],
  into: PersonId | null,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable("person")
    .set({ merged_into: into })
    .where("organization_id", "=", organization)
    .where("person_id", "in", ids)
    .execute();
}

/** Of this id alone, whoever it means. */
export async function findSettings(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<Settings> {
  return tx
    .selectFrom("person")
    .select([
      "unit_id",
      "discipline_id",
      "pattern",
      "zone",
      "locale",
      "prefers_private",
      "off_boards",
      "paused_until",
      "joined_at",
      "welcomed_at",
      "told_at",
    ])
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .executeTakeFirstOrThrow();
}

export async function updateSettings(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  to: Partial<Settings>,
): Promise<void> {
  if (Object.keys(to).length === 0) return;
  await tx
    .updateTable("person")
    .set(to as never)
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .execute();
}

/** Persons in the order of their ids after `after`, each with the first who has the same address. */
export async function listSameEmails(
  tx: Tx,
  organization: OrganizationId,
  after: PersonId | null,
  most: number,
): Promise<{ person: PersonId; same: PersonId; email: string }[]> {
  const rows = await tx
    .selectFrom("person as p")
    .innerJoin("person as q", (join) =>
      join
        .onRef("q.organization_id", "=", "p.organization_id")
        .onRef("q.email", "=", "p.email")
        .onRef("q.person_id", "<", "p.person_id"),
    )
    .select((eb) => ["p.person_id", "p.email", eb.fn.min("q.person_id").as("same")])
    .where("p.organization_id", "=", organization)
    .where("p.merged_into", "is", null)
    .where("q.merged_into", "is", null)
    .$if(after !== null, (query) => query.where("p.person_id", ">", after ?? ("" as PersonId)))
    .groupBy(["p.person_id", "p.email"])
    .orderBy("p.person_id")
    .limit(most)
    .execute();
  return rows.map((row) => ({ person: row.person_id, same: row.same, email: row.email ?? "" }));
}
