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

/** People whose name holds every word typed, each at the beginning of a name; those who left are not found. */
export async function searchPersons(
  tx: Tx,
  organization: OrganizationId,
  typedName: string,
  most: number,
): Promise<PersonFound[]> {
  const wanted = nameKey(typedName).trim().split(" ").filter(Boolean);
  const rows = await tx
    .selectFrom("person as p")
    .leftJoin("unit as u", (join) =>
      join
        .onRef("u.organization_id", "=", "p.organization_id")
        .onRef("u.unit_id", "=", "p.unit_id"),
    )
    .select(["p.person_id", "p.name", "u.name as unit"])
    .where("p.organization_id", "=", organization)
    .where("p.state", "=", "here")
    .where("p.merged_into", "is", null)
    .where((eb) =>
      eb.and(
        wanted.map(
          (word): Expression<SqlBool> =>
            sql<SqlBool>`${eb.ref("p.name_key")} like ${`% ${likeEscaped(word)}%`} escape '\\'`,
        ),
      ),
    )
    .orderBy("p.name_key")
    .orderBy("p.person_id")
    .limit(most)
    .execute();
  if (rows.length === 0) return [];
  const accounts = await tx
    .selectFrom("account as a")
    .innerJoin("workspace as w", (join) =>
      join
        .onRef("w.organization_id", "=", "a.organization_id")
        .onRef("w.workspace_id", "=", "a.workspace_id"),
    )
    .select(["a.person_id", "w.platform"])
    .distinct()
    .where("a.organization_id", "=", organization)
    .where(
      "a.person_id",
      "in",
      rows.map((row) => row.person_id),
    )
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
