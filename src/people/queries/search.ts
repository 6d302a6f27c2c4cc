/** The SQL of finding people by name, whichever platform they are on. */
import { type Expression, type SqlBool, sql } from "kysely";

import type { OrganizationId, PersonId } from "../../ids.ts";
import type { Tx } from "../../store/store.ts";
import { nameKey } from "../person.ts";

export interface PersonFound {
  readonly id: PersonId;
  readonly name: string;
  readonly unit: string | null;
  /** Platforms on which they have an account. */
  readonly platforms: readonly string[];
}

/** People whose name holds every word typed, each at the beginning of a name; those who left are not found, who have two names by either. */
export async function searchPersons(
  tx: Tx,
  organization: OrganizationId,
  typedName: string,
  most: number,
): Promise<PersonFound[]> {
  const wanted = nameKey(typedName).trim().split(" ").filter(Boolean);
  const named = await tx
    .selectFrom("person as named")
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "named.organization_id")
        .on("p.person_id", "=", sql<PersonId>`coalesce(named.merged_into, named.person_id)`),
    )
    .leftJoin("unit as u", (join) =>
      join
        .onRef("u.organization_id", "=", "p.organization_id")
        .onRef("u.unit_id", "=", "p.unit_id"),
    )
    .select(["p.person_id", "p.name", "u.name as unit"])
    .where("named.organization_id", "=", organization)
    .where("p.state", "=", "here")
    .where((eb) =>
      eb.and(
        wanted.map(
          (word): Expression<SqlBool> =>
            sql<SqlBool>`${eb.ref("named.name_key")} like ${`% ${likeEscaped(word)}%`} escape '\\'`,
        ),
      ),
    )
    .orderBy("named.name_key")
    .orderBy("p.person_id")
    .limit(most)
    .execute();
  // Found by the name of any of their accounts, and shown once.
  const rows = [...new Map(named.map((row) => [row.person_id, row])).values()];
  if (rows.length === 0) return [];
  const found = rows.map((row) => row.person_id);
  const accounts = await tx
    .selectFrom("account as a")
    .innerJoin("workspace as w", (join) =>
      join
        .onRef("w.organization_id", "=", "a.organization_id")
        .onRef("w.workspace_id", "=", "a.workspace_id"),
    )
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "a.organization_id")
        .onRef("p.person_id", "=", "a.person_id"),
    )
    .select([sql<PersonId>`coalesce(p.merged_into, p.person_id)`.as("person_id"), "w.platform"])
    .distinct()
    .where("a.organization_id", "=", organization)
    .where("w.uninstalled_at", "is", null)
    .where((eb) => eb.or([eb("p.person_id", "in", found), eb("p.merged_into", "in", found)]))
    .where("a.kind", "=", "member")
    .execute();
  return rows.map((row) => ({
    id: row.person_id,
    name: row.name,
    unit: row.unit,
    platforms: accounts
      .filter((a) => a.person_id === row.person_id)
      .map((a) => a.platform)
      .sort(),
  }));
}

const likeEscaped = (word: string): string => word.replaceAll(/[\\%_]/g, (c) => `\\${c}`);
