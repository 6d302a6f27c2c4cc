/** The SQL of people: every function takes its organization first, save those that find which one it is. */
import { type Expression, type SqlBool, sql } from "kysely";

import type { WorkspaceAddress } from "../chat/chat.ts";
import type { AccountFacts, Platform } from "../chat/inbound.ts";
import type { DisciplineId, OrganizationId, PersonId, UnitId, WorkspaceId } from "../ids.ts";
import { prepared } from "../store/prepared.ts";
import { dialectOf, type Tx } from "../store/store.ts";
import { nearestLocale } from "../text/say.ts";
import type { Instant } from "../time/instant.ts";
import type { Organization } from "./organization.ts";
import { nameKey, type Pattern, type Person, type Role } from "./person.ts";

const selectWorkspace = prepared((tx, key: { platform: string; externalId: string }) =>
  tx
    .selectFrom("workspace as w")
    .innerJoin("organization as o", "o.organization_id", "w.organization_id")
    .select([
      "w.workspace_id",
      "o.organization_id",
      "o.name",
      "o.locale",
      "o.zone",
      "o.domains",
      "o.record_shapes",
      "o.sites",
    ])
    .where("w.platform", "=", key.platform)
    .where("w.external_id", "=", key.externalId)
    .where("w.uninstalled_at", "is", null),
);

export async function findWorkspace(
  tx: Tx,
  platform: Platform,
  externalId: string,
): Promise<{ organization: Organization; workspace: WorkspaceAddress } | undefined> {
  const [row] = (await selectWorkspace(tx, { platform, externalId })).rows;
  if (row === undefined) return undefined;
  return {
    organization: readOrganization(row),
    workspace: { id: row.workspace_id, platform, externalId },
  };
}

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

function readOrganization(row: {
  organization_id: OrganizationId;
  name: string;
  locale: string;
  zone: string;
  domains: string;
  record_shapes: string;
  sites: string;
}): Organization {
  return {
    id: row.organization_id,
    name: row.name,
    locale: nearestLocale(row.locale),
    zone: row.zone,
    domains: JSON.parse(row.domains) as string[],
    recordShapes: JSON.parse(row.record_shapes) as string[],
    sites: JSON.parse(row.sites) as string[],
  };
}

const selectAddress = prepared(
  (tx, key: { organization: OrganizationId; workspace: WorkspaceId }) =>
    tx
      .selectFrom("workspace")
      .select(["platform", "external_id"])
      .where("organization_id", "=", key.organization)
      .where("workspace_id", "=", key.workspace)
      .where("uninstalled_at", "is", null),
);

export async function findWorkspaceAddress(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
): Promise<WorkspaceAddress | undefined> {
  const [row] = (await selectAddress(tx, { organization, workspace })).rows;
  if (row === undefined) return undefined;
  return { id: workspace, platform: row.platform as Platform, externalId: row.external_id };
}

const personColumns = [
  "p.person_id",
  "p.name",
  "p.email",
  "p.zone",
  "p.locale",
  "p.unit_id",
  "p.discipline_id",
  "p.pattern",
  "p.prefers_private",
  "p.off_boards",
  "p.paused_until",
  "p.state",
  "p.welcomed_at",
  "p.told_at",
  "p.merged_into",
] as const;

interface PersonRow {
  person_id: PersonId;
  name: string;
  email: string | null;
  zone: string | null;
  locale: string | null;
  unit_id: UnitId | null;
  discipline_id: DisciplineId | null;
  pattern: string | null;
  prefers_private: number;
  off_boards: number;
  paused_until: Instant | null;
  state: string;
  welcomed_at: Instant | null;
  told_at: Instant | null;
  merged_into: PersonId | null;
}

function readPerson(organization: Organization, row: PersonRow): Person {
  return {
    id: row.person_id,
    name: row.name,
    email: row.email,
    zone: row.zone ?? organization.zone,
    locale: row.locale === null ? organization.locale : nearestLocale(row.locale),
    unit: row.unit_id,
    discipline: row.discipline_id,
    pattern: row.pattern as Pattern | null,
    prefersPrivate: row.prefers_private === 1,
    offBoards: row.off_boards === 1,
    pausedUntil: row.paused_until,
    here: row.state === "here",
    welcomedAt: row.welcomed_at,
    toldAt: row.told_at,
  };
}

/** Persons by the id they were asked for: one who turned out to be another is that other. Hardly anyone is, so it is read apart. */
async function readPersons(
  tx: Tx,
  organization: Organization,
  rows: readonly PersonRow[],
): Promise<Map<PersonId, Person>> {
  const ids = rows.flatMap((row) => row.merged_into ?? []);
  const others =
    ids.length === 0 ? [] : (await selectPersons(tx, { organization: organization.id, ids })).rows;
  const found = new Map([...rows, ...others].map((row) => [row.person_id, row]));
  return new Map(
    rows.flatMap((row): [PersonId, Person][] => {
      const meant = row.merged_into === null ? row : found.get(row.merged_into);
      return meant === undefined ? [] : [[row.person_id, readPerson(organization, meant)]];
    }),
  );
}

/** What an account of a workspace is to us; a person who turned out to be another is that other. */
export interface AccountFound {
  readonly externalId: string;
  readonly name: string;
  readonly kind: AccountFacts["kind"];
  readonly runsWorkspace: boolean;
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
        person: row.person_id === null ? null : (persons.get(row.person_id) ?? null),
      },
    ]),
  );
}

interface PersonsKey {
  readonly organization: OrganizationId;
  readonly ids: readonly PersonId[];
}

const selectPersons = prepared((tx, key: PersonsKey) =>
  tx
    .selectFrom("person as p")
    .select(personColumns)
    .where("p.organization_id", "=", key.organization)
    .where("p.person_id", "in", key.ids),
);

/** Persons by id, in the order asked, those merged into another as that other; unknown ids are left out. */
export async function listPersons(
  tx: Tx,
  organization: Organization,
  ids: readonly PersonId[],
): Promise<Person[]> {
  if (ids.length === 0) return [];
  const { rows } = await selectPersons(tx, { organization: organization.id, ids });
  const found = await readPersons(tx, organization, rows);
  return ids.flatMap((id) => found.get(id) ?? []);
}

export async function findPerson(
  tx: Tx,
  organization: Organization,
  id: PersonId,
): Promise<Person | undefined> {
  return (await listPersons(tx, organization, [id]))[0];
}

/** Locks the persons' rows in one sorted order, so that two who thank each other at once cannot deadlock. */
export async function holdPersons(
  tx: Tx,
  organization: OrganizationId,
  ids: readonly PersonId[],
): Promise<void> {
  if (dialectOf(tx) === "sqlite") return; // BEGIN IMMEDIATE already holds everything
  await tx
    .selectFrom("person")
    .select("person_id")
    .where("organization_id", "=", organization)
    .where("person_id", "in", ids)
    .orderBy("person_id")
    .forUpdate()
    .execute();
}

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

const selectReach = prepared((tx, key: { organization: OrganizationId; person: PersonId }) =>
  tx
    .selectFrom("account as a")
    .innerJoin("workspace as w", (join) =>
      join
        .onRef("w.organization_id", "=", "a.organization_id")
        .onRef("w.workspace_id", "=", "a.workspace_id"),
    )
    .select([
      "w.workspace_id",
      "w.platform",
      "w.external_id as workspace_external",
      "a.external_id",
      "a.direct_channel",
    ])
    .where("a.organization_id", "=", key.organization)
    // Found by index: of a hundred thousand accounts, one after another would be read for every message.
    .where((eb) =>
      eb(
        "a.person_id",
        "in",
        eb
          .selectFrom("person as p")
          .select("p.person_id")
          .where("p.organization_id", "=", key.organization)
          .where("p.person_id", "=", key.person)
          .unionAll(
            eb
              .selectFrom("person as m")
              .select("m.person_id")
              .where("m.organization_id", "=", key.organization)
              .where("m.merged_into", "=", key.person),
          ),
      ),
    )
    .where("a.kind", "=", "member")
    .where("w.uninstalled_at", "is", null)
    .orderBy(sql`coalesce(a.seen_at, '')`, "desc")
    .orderBy("a.external_id")
    .limit(1),
);

/** Where a person is reached: the account they used last, of a workspace that is still installed. */
export async function findReach(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<
  { workspace: WorkspaceAddress; account: string; directChannel: string | null } | undefined
> {
  const [row] = (await selectReach(tx, { organization, person })).rows;
  if (row === undefined) return undefined;
  return {
    workspace: {
      id: row.workspace_id,
      platform: row.platform as Platform,
      externalId: row.workspace_external,
    },
    account: row.external_id,
    directChannel: row.direct_channel,
  };
}

interface Conversation {
  readonly organization: OrganizationId;
  readonly workspace: WorkspaceId;
  readonly account: string;
  readonly channel: string;
}

const keepDirectChannel = prepared(
  (tx, { organization, workspace, account, channel }: Conversation) =>
    tx
      .updateTable("account")
      .set({ direct_channel: channel })
      .where("organization_id", "=", organization)
      .where("workspace_id", "=", workspace)
      .where("external_id", "=", account),
);

export async function rememberDirectChannel(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  account: string,
  channel: string,
): Promise<void> {
  await keepDirectChannel(tx, { organization, workspace, account, channel });
}

interface Seen {
  readonly organization: OrganizationId;
  readonly workspace: WorkspaceId;
  readonly account: string;
  readonly at: Instant;
  readonly minuteAgo: Instant;
}

const updateSeen = prepared((tx, { organization, workspace, account, at, minuteAgo }: Seen) =>
  tx
    .updateTable("account")
    .set({ seen_at: at })
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("external_id", "=", account)
    .where((eb) => eb.or([eb("seen_at", "is", null), eb("seen_at", "<", minuteAgo)])),
);

/** Keeps when somebody was last active, to the minute: a row written once a minute, not with every press. */
export async function markSeen(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  account: string,
  at: Instant,
  minuteAgo: Instant,
): Promise<void> {
  await updateSeen(tx, { organization, workspace, account, at, minuteAgo });
}

/** A person's roles, those included of whoever turned out to be them. */
export async function listRoles(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<{ role: Role; unit: UnitId | null }[]> {
  const rows = await tx
    .selectFrom("role as r")
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.organization_id", "=", "r.organization_id")
        .onRef("p.person_id", "=", "r.person_id"),
    )
    .select(["r.role", "r.unit_id"])
    .where("r.organization_id", "=", organization)
    .where((eb) => eb.or([eb("p.person_id", "=", person), eb("p.merged_into", "=", person)]))
    .execute();
  return rows.map((row) => ({
    role: row.role as Role,
    unit: row.unit_id === "" ? null : (row.unit_id as UnitId),
  }));
}

/** Accounts by id with the person they point to. */
export async function listAccountRows(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  externalIds: readonly string[],
): Promise<Map<string, { person: PersonId | null; kind: string }>> {
  const rows = await tx
    .selectFrom("account")
    .select(["external_id", "person_id", "kind"])
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .where("external_id", "in", externalIds)
    .execute();
  return new Map(rows.map((row) => [row.external_id, { person: row.person_id, kind: row.kind }]));
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
  };
  await tx
    .insertInto("account")
    .values({
      organization_id: organization,
      workspace_id: workspace,
      external_id: facts.externalId,
      ...kept,
      direct_channel: null,
      seen_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "workspace_id", "external_id"]).doUpdateSet(kept),
    )
    .execute();
}

export async function findPersonByEmail(
  tx: Tx,
  organization: OrganizationId,
  email: string,
): Promise<PersonId | undefined> {
  // Asked for in order, SQLite would look through everybody in that order.
  const rows = await tx
    .selectFrom("person")
    .select("person_id")
    .where("organization_id", "=", organization)
    .where("email", "=", email.toLowerCase())
    .where("merged_into", "is", null)
    .execute();
  return rows.map((row) => row.person_id).toSorted()[0];
}

interface PersonFacts {
  readonly name: string;
  readonly email: string | null;
  readonly zone: string | null;
  readonly locale: string | null;
}

export async function insertPerson(
  tx: Tx,
  organization: OrganizationId,
  person: PersonFacts & { readonly id: PersonId; readonly joinedAt: Instant },
): Promise<void> {
  await tx
    .insertInto("person")
    .values({
      organization_id: organization,
      person_id: person.id,
      name: person.name,
      name_key: nameKey(person.name),
      email: person.email,
      zone: person.zone,
      locale: person.locale,
      unit_id: null,
      discipline_id: null,
      pattern: null,
      prefers_private: 0,
      off_boards: 0,
      paused_until: null,
      state: "here",
      joined_at: person.joinedAt,
      welcomed_at: null,
      told_at: null,
      merged_into: null,
    })
    .execute();
}

/** What the platform says of a person; what it does not say is kept as it was. */
export async function updatePersonFacts(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  facts: PersonFacts,
): Promise<void> {
  await tx
    .updateTable("person")
    .set((eb) => ({
      name: facts.name,
      name_key: nameKey(facts.name),
      email: eb.fn.coalesce(eb.val(facts.email), "email"),
      zone: eb.fn.coalesce(eb.val(facts.zone), "zone"),
      locale: eb.fn.coalesce(eb.val(facts.locale), "locale"),
    }))
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .execute();
}

/** Here while one member account remains; whoever has left stands on no board from that moment. */
export async function settleState(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<void> {
  const member = await tx
    .selectFrom("account")
    .select("external_id")
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .where("kind", "=", "member")
    .limit(1)
    .executeTakeFirst();
  await setState(tx, organization, person, member === undefined ? "left" : "here");
}

async function setState(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  state: "here" | "left",
): Promise<void> {
  const changed = await tx
    .updateTable("person")
    .set({ state })
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .where("state", "!=", state)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) > 0) await settleShown(tx, organization, person);
}

/** A board shows those who are here and have not left the boards. */
export async function settleShown(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<void> {
  await tx
    .updateTable("score")
    .set({
      shown: sql<0 | 1>`(select case when p.state = 'here' and p.off_boards = 0 then 1 else 0 end
        from person as p where p.organization_id = ${organization} and p.person_id = ${person})`,
    })
    .where("organization_id", "=", organization)
    .where("member", "=", person)
    .execute();
}

/** The platforms on which the organization has a workspace. */
export async function listPlatforms(tx: Tx, organization: OrganizationId): Promise<string[]> {
  const rows = await tx
    .selectFrom("workspace")
    .select("platform")
    .distinct()
    .where("organization_id", "=", organization)
    .where("uninstalled_at", "is", null)
    .execute();
  return rows.map((row) => row.platform);
}

/** A workspace of the platform, uninstalled or not. */
export async function findAnyWorkspace(
  tx: Tx,
  platform: Platform,
  externalId: string,
): Promise<
  | {
      id: WorkspaceId;
      organization: Organization;
      token: string | null;
      installation: string;
      uninstalled: boolean;
    }
  | undefined
> {
  const row = await tx
    .selectFrom("workspace")
    .select(["workspace_id", "organization_id", "token", "installation", "uninstalled_at"])
    .where("platform", "=", platform)
    .where("external_id", "=", externalId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.workspace_id,
    organization: await findOrganization(tx, row.organization_id),
    token: row.token,
    installation: row.installation ?? "{}",
    uninstalled: row.uninstalled_at !== null,
  };
}

/** The organization whose workspace on another platform is configured by environment: the two are one organization. */
export async function findEnvironmentOrganization(
  tx: Tx,
  platform: Platform,
): Promise<Organization | undefined> {
  const row = await tx
    .selectFrom("workspace")
    .select("organization_id")
    .where("token", "is", null)
    .where("platform", "!=", platform)
    .where("uninstalled_at", "is", null)
    .orderBy("installed_at")
    .executeTakeFirst();
  return row && findOrganization(tx, row.organization_id);
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

interface WorkspaceKept {
  readonly name: string;
  readonly token: string | null;
  readonly installation: string;
}

export async function insertWorkspace(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceKept & WorkspaceAddress & { readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto("workspace")
    .values({
      organization_id: organization,
      workspace_id: workspace.id,
      platform: workspace.platform,
      external_id: workspace.externalId,
      name: workspace.name,
      token: workspace.token,
      installation: workspace.installation,
      installed_at: workspace.now,
      uninstalled_at: null,
    })
    .execute();
}

export async function updateWorkspace(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  kept: WorkspaceKept,
): Promise<void> {
  await tx
    .updateTable("workspace")
    .set({ ...kept, uninstalled_at: null })
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .execute();
}

export async function markUninstalled(
  tx: Tx,
  organization: OrganizationId,
  workspace: WorkspaceId,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("workspace")
    .set({ token: null, uninstalled_at: now })
    .where("organization_id", "=", organization)
    .where("workspace_id", "=", workspace)
    .execute();
}

/** Every workspace that is installed, whosever it is: for the adapter that serves them all. */
export async function listWorkspaces(tx: Tx, platform: Platform): Promise<WorkspaceAddress[]> {
  const rows = await tx
    .selectFrom("workspace")
    .select(["workspace_id", "external_id"])
    .where("platform", "=", platform)
    .where("uninstalled_at", "is", null)
    .orderBy("installed_at")
    .execute();
  return rows.map((row) => ({ id: row.workspace_id, platform, externalId: row.external_id }));
}

export async function giveRole(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  role: Role,
  unit: UnitId | null,
): Promise<void> {
  await tx
    .insertInto("role")
    .values({ organization_id: organization, person_id: person, role, unit_id: unit ?? "" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** One welcome per person, ever: the first time stays. */
export async function markWelcomed(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("person")
    .set({ welcomed_at: now })
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .where("welcomed_at", "is", null)
    .execute();
}

/** When somebody last heard of a thanks. */
export async function markTold(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("person")
    .set({ told_at: now })
    .where("organization_id", "=", organization)
    .where("person_id", "=", person)
    .execute();
}
