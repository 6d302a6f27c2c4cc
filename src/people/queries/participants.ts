/** The SQL of who is asked: persons behind accounts, in units, of disciplines, or everyone. Chunks, so that no list grows without end. */
import { sql } from "kysely";

import type { DisciplineId, OrganizationId, PersonId, UnitId, WorkspaceId } from "../../ids.ts";
import type { Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import type { Organization } from "../organization.ts";
import type { Pattern } from "../person.ts";
import { listMerged } from "./self.ts";

const atOnce = 500;

/** The persons behind these accounts of a workspace, each once; bots, guests and people who left have none. */
export async function listPersonsBehind(
  tx: Tx,
  organization: OrganizationId,
  of: { readonly workspace: WorkspaceId; readonly accounts: readonly string[] },
): Promise<PersonId[]> {
  const persons = new Set<PersonId>();
  for (let from = 0; from < of.accounts.length; from += atOnce) {
    const rows = await tx
      .selectFrom("account as a")
      .innerJoin("person as p", (join) =>
        join
          .onRef("p.organization_id", "=", "a.organization_id")
          .onRef("p.person_id", "=", "a.person_id"),
      )
      .select(sql<PersonId>`coalesce(p.merged_into, p.person_id)`.as("person_id"))
      .where("a.organization_id", "=", organization)
      .where("a.workspace_id", "=", of.workspace)
      .where("a.external_id", "in", of.accounts.slice(from, from + atOnce))
      .where("a.kind", "=", "member")
      .execute();
    for (const { person_id } of rows) persons.add(person_id);
  }
  return [...persons];
}

export interface Participant {
  readonly id: PersonId;
  readonly zone: string;
  readonly pattern: Pattern | null;
  readonly pausedUntil: Instant | null;
  readonly unit: UnitId | null;
  readonly here: boolean;
  readonly joinedAt: Instant;
}

const participantColumns = [
  "person_id",
  "zone",
  "pattern",
  "paused_until",
  "unit_id",
  "state",
  "joined_at",
] as const;

interface ParticipantRow {
  readonly person_id: PersonId;
  readonly zone: string | null;
  readonly pattern: string | null;
  readonly paused_until: Instant | null;
  readonly unit_id: UnitId | null;
  readonly state: string;
  readonly joined_at: Instant;
}

const participantOf = (organization: Organization, row: ParticipantRow): Participant => ({
  id: row.person_id,
  zone: row.zone ?? organization.zone,
  pattern: row.pattern as Pattern | null,
  pausedUntil: row.paused_until,
  unit: row.unit_id,
  here: row.state === "here",
  joinedAt: row.joined_at,
});

/** By the id they were asked for; whoever turned out to be another is that other. At most a few hundred at once. */
export async function findParticipants(
  tx: Tx,
  organization: Organization,
  ids: readonly PersonId[],
): Promise<Map<PersonId, Participant>> {
  if (ids.length === 0) return new Map();
  const others = await listMerged(tx, organization.id, ids);
  const rows = await tx
    .selectFrom("person")
    .select(participantColumns)
    .where("organization_id", "=", organization.id)
    .where("person_id", "in", [...new Set(ids.map((id) => others.get(id) ?? id))])
    .execute();
  const found = new Map(rows.map((row) => [row.person_id, participantOf(organization, row)]));
  return new Map(
    ids.flatMap((id): [PersonId, Participant][] => {
      const participant = found.get(others.get(id) ?? id);
      return participant === undefined ? [] : [[id, participant]];
    }),
  );
}

/** Those here after `after`, in the order of their ids; null begins. */
export async function listParticipantsAmong(
  tx: Tx,
  organization: Organization,
  among:
    | { readonly kind: "everyone" }
    | { readonly kind: "units"; readonly units: readonly UnitId[] }
    | { readonly kind: "disciplines"; readonly disciplines: readonly DisciplineId[] },
  after: PersonId | null,
  most: number,
): Promise<Participant[]> {
  const rows = await tx
    .selectFrom("person")
    .select(participantColumns)
    .where("organization_id", "=", organization.id)
    .where("state", "=", "here")
    .where("merged_into", "is", null)
    .$if(after !== null, (q) => q.where("person_id", ">", after ?? ("" as PersonId)))
    .$if(among.kind === "units", (q) =>
      q.where("unit_id", "in", among.kind === "units" ? among.units : []),
    )
    .$if(among.kind === "disciplines", (q) =>
      q.where("discipline_id", "in", among.kind === "disciplines" ? among.disciplines : []),
    )
    .orderBy("person_id")
    .limit(most)
    .execute();
  return rows.map((row) => participantOf(organization, row));
}

/** When Rapport first came here: whoever was here then is not new. */
export async function findInstalledAt(tx: Tx, organization: OrganizationId): Promise<Instant> {
  const row = await tx
    .selectFrom("organization")
    .select("created_at")
    .where("organization_id", "=", organization)
    .executeTakeFirstOrThrow();
  return row.created_at;
}

/** Units that somebody here leads. */
export async function listLedUnits(
  tx: Tx,
  organization: OrganizationId,
): Promise<ReadonlySet<UnitId>> {
  const rows = await tx
    .selectFrom("role as r")
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "r.organization_id")
        .onRef("p.person_id", "=", "r.person_id"),
    )
    .select("r.unit_id")
    .distinct()
    .where("r.organization_id", "=", organization)
    .where("r.role", "=", "lead")
    .where("r.unit_id", "!=", "")
    .where("p.state", "=", "here")
    .execute();
  return new Set(rows.map((row) => row.unit_id as UnitId));
}
