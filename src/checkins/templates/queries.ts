/** The SQL of an organization's own templates: a row for each version, none is ever changed. */
import type { OrganizationId, PersonId } from "../../ids.ts";
import type { Cleared } from "../../privacy/phi/cleared.ts";
import { prepared } from "../../store/prepared.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";

export interface Kept {
  readonly version: number;
  readonly definition: Cleared;
}

const selectVersion = prepared(
  (tx, key: { organization: OrganizationId; id: string; version: number }) =>
    tx
      .selectFrom("template")
      .select(["version", "definition"])
      .where("organization_id", "=", key.organization)
      .where("template_id", "=", key.id)
      .where("version", "=", key.version),
);

/** Also one that was replaced since: a round keeps asking what it began with. */
export async function findVersion(
  tx: Tx,
  organization: OrganizationId,
  id: string,
  version: number,
): Promise<Kept | undefined> {
  const { rows } = await selectVersion(tx, { organization, id, version });
  return rows[0];
}

export async function findNewest(
  tx: Tx,
  organization: OrganizationId,
  id: string,
): Promise<Kept | undefined> {
  return tx
    .selectFrom("template")
    .select(["version", "definition"])
    .where("organization_id", "=", organization)
    .where("template_id", "=", id)
    .where("retired_at", "is", null)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The newest version of each, by id. */
export async function listNewest(tx: Tx, organization: OrganizationId): Promise<Kept[]> {
  return tx
    .selectFrom("template as t")
    .select(["t.version", "t.definition"])
    .where("t.organization_id", "=", organization)
    .where("t.retired_at", "is", null)
    .where((eb) =>
      eb(
        "t.version",
        "=",
        eb
          .selectFrom("template as n")
          .select(({ fn }) => fn.max("n.version").as("version"))
          .whereRef("n.organization_id", "=", "t.organization_id")
          .whereRef("n.template_id", "=", "t.template_id")
          .where("n.retired_at", "is", null),
      ),
    )
    .orderBy("t.template_id")
    .execute();
}

/** Resolves to the new version's number: 1 for the first. */
export async function insertVersion(
  tx: Tx,
  organization: OrganizationId,
  id: string,
  definition: Cleared,
  madeBy: PersonId | null,
  now: Instant,
): Promise<number> {
  const last = await tx
    .selectFrom("template")
    .select(({ fn }) => fn.max("version").as("version"))
    .where("organization_id", "=", organization)
    .where("template_id", "=", id)
    .executeTakeFirst();
  const version = Number(last?.version ?? 0) + 1;
  await tx
    .insertInto("template")
    .values({
      organization_id: organization,
      template_id: id,
      version,
      definition,
      made_by: madeBy,
      made_at: now,
      retired_at: null,
    })
    .execute();
  return version;
}
