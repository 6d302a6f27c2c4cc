/** The SQL of organizations. */
import type { OrganizationId } from "../../ids.ts";
import { prepared } from "../../store/prepared.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import { type Organization, readOrganization } from "../organization.ts";

const selectOrganization = prepared((tx, key: { organization: OrganizationId }) =>
  tx
    .selectFrom("organization")
    .select(["organization_id", "name", "locale", "zone", "domains", "record_shapes", "sites"])
    .where("organization_id", "=", key.organization),
);

export async function findOrganization(
  tx: Tx,
  organization: OrganizationId,
): Promise<Organization> {
  const [row] = (await selectOrganization(tx, { organization })).rows;
  if (row === undefined) throw new Error(`No organization ${organization}`);
  return readOrganization(row);
}

export async function insertOrganization(
  tx: Tx,
  organization: Organization,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto("organization")
    .values({
      organization_id: organization.id,
      name: organization.name,
      locale: organization.locale,
      zone: organization.zone,
      domains: JSON.stringify(organization.domains),
      record_shapes: JSON.stringify(organization.recordShapes),
      sites: JSON.stringify(organization.sites),
      created_at: now,
    })
    .execute();
}
