/** What setup leaves in the database, for its specifications. */
import type { Json } from "../../src/chat/card.ts";
import { findOrganization } from "../../src/people/queries/organizations.ts";
import { listAudit } from "../../src/privacy/queries.ts";
import type { Office } from "../support/office.ts";

/** Administrative acts, oldest first: "setup.kept {…}". */
export async function acts(office: Office): Promise<string[]> {
  const rows = await office.store.transact((tx) => listAudit(tx, office.organization, null, 100));
  return rows
    .filter(({ act }) => act !== "guard.refused")
    .map(({ act, details }) => `${act} ${JSON.stringify(details)}`);
}

/** Who did the last of them. */
export async function lastActor(office: Office): Promise<string | null> {
  const rows = await office.store.transact((tx) => listAudit(tx, office.organization, null, 100));
  return rows.at(-1)?.person ?? null;
}

export const organizationOf = (office: Office) =>
  office.store.transact((tx) => findOrganization(tx, office.organization));

export const act = (name: string, details: Json): string => `${name} ${JSON.stringify(details)}`;
