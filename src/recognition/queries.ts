/** The SQL of recognitions: writing them, reading them whole, and the marks people put on them. */
import type {
  OrganizationId,
  PersonId,
  RecognitionId,
  TellId,
  UnitId,
  ValueId,
  WorkspaceId,
} from "../ids.ts";
import type { Organization } from "../people/organization.ts";
import type { Person } from "../people/person.ts";
import { listPersons } from "../people/queries.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import { dialectOf, type Tx } from "../store/store.ts";
import type { Instant } from "../time/instant.ts";
import type { Visibility } from "./recognition.ts";
import type { Home, Outsider, Receiver, Recognition } from "./record.ts";
import { listValuesOf } from "./values/queries.ts";

export interface NewRecognition {
  readonly id: RecognitionId;
  readonly giver: PersonId;
  readonly givenAt: Instant;
  readonly kind: Recognition["kind"];
  readonly points: number;
  readonly cost: number;
  readonly visibility: Visibility;
  readonly workspace: WorkspaceId;
  readonly link: string | null;
  readonly home: Home | null;
  readonly reason: Cleared | null;
  readonly values: readonly ValueId[];
  readonly receivers: readonly { readonly person: PersonId; readonly private: boolean }[];
  readonly outsiders: readonly Outsider[];
}

export async function insertRecognition(
  tx: Tx,
  organization: OrganizationId,
  given: NewRecognition,
): Promise<void> {
  const key = { organization_id: organization, recognition_id: given.id };
  await tx
    .insertInto("recognition")
    .values({
      ...key,
      giver_id: given.giver,
      given_at: given.givenAt,
      kind: given.kind,
      points: given.points,
      cost: given.cost,
      visibility: given.visibility,
      workspace_id: given.workspace,
      link: given.link,
      home_workspace_id: given.home?.workspace ?? null,
      home_channel: given.home?.channel ?? null,
      edited_at: null,
      undone_at: null,
      undone_by: null,
    })
    .execute();
  if (given.reason !== null) {
    await tx
      .insertInto("recognition_text")
      .values({ ...key, reason: given.reason, undo_reason: null })
      .execute();
  }
  if (given.receivers.length > 0) {
    await tx
      .insertInto("recognition_receiver")
      .values(
        given.receivers.map((receiver, position) => ({
          ...key,
          person_id: receiver.person,
          position,
          private: receiver.private ? (1 as const) : (0 as const),
          name_hidden: 0 as const,
          made_my_shift: 0 as const,
          shared_with_lead: 0 as const,
          questioned_at: null,
          told_at: null,
          tell_id: null,
        })),
      )
      .execute();
  }
  await insertValues(tx, organization, given.id, given.values);
  if (given.outsiders.length > 0) {
    await tx
      .insertInto("outsider")
      .values(
        given.outsiders.map((one, position) => ({ ...key, position, name: one.name, place: one.place })),
      )
      .execute();
  }
}

async function insertValues(
  tx: Tx,
  organization: OrganizationId,
  recognition: RecognitionId,
  values: readonly ValueId[],
): Promise<void> {
  if (values.length === 0) return;
  await tx
    .insertInto("recognition_value")
    .values(
      values.map((value) => ({
        organization_id: organization,
        recognition_id: recognition,
        value_id: value,
      })),
    )
    .execute();
}

/** Recognitions whole, in the order asked; unknown ids are left out. */
export async function listRecognitions(
  tx: Tx,
  organization: Organization,
  ids: readonly RecognitionId[],
): Promise<Recognition[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("recognition as r")
    .leftJoin("recognition_text as t", (join) =>
      join
        .onRef("t.organization_id", "=", "r.organization_id")
        .onRef("t.recognition_id", "=", "r.recognition_id"),
    )
    .selectAll("r")
    .select(["t.reason", "t.undo_reason"])
    .where("r.organization_id", "=", organization.id)
    .where("r.recognition_id", "in", ids)
    .execute();
  const receivers = await tx
    .selectFrom("recognition_receiver")
    .selectAll()
    .where("organization_id", "=", organization.id)
    .where("recognition_id", "in", ids)
    .orderBy("position")
    .execute();
  const outsiders = await tx
    .selectFrom("outsider")
    .selectAll()
    .where("organization_id", "=", organization.id)
    .where("recognition_id", "in", ids)
    .orderBy("position")
    .execute();
  const seconds = await tx
    .selectFrom("second")
    .select(["recognition_id", "person_id"])
    .where("organization_id", "=", organization.id)
    .where("recognition_id", "in", ids)
    .where("undone_at", "is", null)
    .orderBy("seconded_at")
    .execute();
  const values = await listValuesOf(tx, organization.id, ids);
  const persons = await personsById(tx, organization, [
    ...rows.map((row) => row.giver_id),
    ...receivers.map((row) => row.person_id),
    ...seconds.map((row) => row.person_id),
  ]);
  const whole = new Map<RecognitionId, Recognition>();
  for (const row of rows) {
    const giver = persons.get(row.giver_id);
    if (giver === undefined) continue;
    const own = <Row extends { recognition_id: RecognitionId }>(all: readonly Row[]): Row[] =>
      all.filter((one) => one.recognition_id === row.recognition_id);
    whole.set(row.recognition_id, {
      id: row.recognition_id,
      giver,
      givenAt: row.given_at,
      kind: row.kind as Recognition["kind"],
      points: row.points,
      visibility: row.visibility as Visibility,
      link: row.link,
      home:
        row.home_workspace_id === null || row.home_channel === null
          ? null
          : { workspace: row.home_workspace_id, channel: row.home_channel },
      editedAt: row.edited_at,
      undoneAt: row.undone_at,
      undoneBy: row.undone_by,
      undoReason: row.undo_reason,
      reason: row.reason,
      values: values.get(row.recognition_id) ?? [],
      receivers: own(receivers).flatMap((receiver): Receiver[] => {
        const person = persons.get(receiver.person_id);
        if (person === undefined) return [];
        return [
          {
            person,
            private: receiver.private === 1,
            nameHidden: receiver.name_hidden === 1,
            madeMyShift: receiver.made_my_shift === 1,
            sharedWithLead: receiver.shared_with_lead === 1,
            questionedAt: receiver.questioned_at,
            toldAt: receiver.told_at,
            tell: receiver.tell_id,
          },
        ];
      }),
      outsiders: own(outsiders).map(({ name, place }) => ({ name, place })),
      seconds: own(seconds).flatMap((second) => persons.get(second.person_id) ?? []),
    });
  }
  return ids.flatMap((id) => whole.get(id) ?? []);
}

async function personsById(
  tx: Tx,
  organization: Organization,
  ids: readonly PersonId[],
): Promise<Map<PersonId, Person>> {
  const unique = [...new Set(ids)];
  const persons = new Map<PersonId, Person>();
  // Asked one list at a time so that a person merged into another is found under both ids.
  const found = await listPersons(tx, organization, unique);
  unique.forEach((id, index) => {
    const person = found[index];
    if (person !== undefined) persons.set(id, person);
  });
  return persons;
}

export async function findRecognition(
  tx: Tx,
  organization: Organization,
  id: RecognitionId,
): Promise<Recognition | undefined> {
  return (await listRecognitions(tx, organization, [id]))[0];
}

/** Locks a recognition, so that "Me too", edit and undo come one after another. */
export async function holdRecognition(
  tx: Tx,
  organization: OrganizationId,
  id: RecognitionId,
): Promise<void> {
  if (dialectOf(tx) === "sqlite") return; // BEGIN IMMEDIATE already holds everything
  await tx
    .selectFrom("recognition")
    .select("recognition_id")
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", id)
    .forUpdate()
    .execute();
}

/** False when it was taken back before. */
export async function markUndone(
  tx: Tx,
  organization: OrganizationId,
  id: RecognitionId,
  by: PersonId,
  reason: Cleared | null,
  now: Instant,
): Promise<boolean> {
  const result = await tx
    .updateTable("recognition")
    .set({ undone_at: now, undone_by: by })
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", id)
    .where("undone_at", "is", null)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) === 0) return false;
  if (reason !== null) {
    await tx
      .updateTable("recognition_text")
      .set({ undo_reason: reason })
      .where("organization_id", "=", organization)
      .where("recognition_id", "=", id)
      .execute();
  }
  return true;
}

export async function updateWords(
  tx: Tx,
  organization: OrganizationId,
  id: RecognitionId,
  reason: Cleared,
  values: readonly ValueId[],
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("recognition")
    .set({ edited_at: now })
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", id)
    .execute();
  await tx
    .updateTable("recognition_text")
    .set({ reason })
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", id)
    .execute();
  await tx
    .deleteFrom("recognition_value")
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", id)
    .execute();
  await insertValues(tx, organization, id, values);
}

export async function updateHome(
  tx: Tx,
  organization: OrganizationId,
  ids: readonly RecognitionId[],
  home: Home,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable("recognition")
    .set({ home_workspace_id: home.workspace, home_channel: home.channel })
    .where("organization_id", "=", organization)
    .where("recognition_id", "in", ids)
    .execute();
}

type Mark =
  | { readonly name_hidden: 1 }
  | { readonly made_my_shift: 1 }
  | { readonly shared_with_lead: 1 }
  | { readonly private: 1 }
  | { readonly questioned_at: Instant | null }
  | { readonly told_at: Instant; readonly tell_id: TellId };

/** What a receiver put on a thanks, or what happened to them with it. */
export async function markReceiver(
  tx: Tx,
  organization: OrganizationId,
  ids: readonly RecognitionId[],
  receiver: PersonId,
  mark: Mark,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable("recognition_receiver")
    .set(mark)
    .where("organization_id", "=", organization)
    .where("recognition_id", "in", ids)
    .where("person_id", "=", receiver)
    .execute();
}

/** Ids of a giver's recognitions, the last first. */
export async function listGiven(
  tx: Tx,
  organization: OrganizationId,
  giver: PersonId,
  since: Instant | null,
  most: number,
): Promise<RecognitionId[]> {
  const rows = await tx
    .selectFrom("recognition")
    .select("recognition_id")
    .where("organization_id", "=", organization)
    .where("giver_id", "=", giver)
    .where("undone_at", "is", null)
    .where("kind", "=", "words")
    .$if(since !== null, (q) => q.where("given_at", ">", since as Instant))
    .orderBy("given_at", "desc")
    .orderBy("recognition_id", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => row.recognition_id);
}

/** Ids of thanks somebody received, the last first. */
export async function listReceived(
  tx: Tx,
  organization: OrganizationId,
  receiver: PersonId,
  most: number,
): Promise<RecognitionId[]> {
  const rows = await tx
    .selectFrom("recognition_receiver as c")
    .innerJoin("recognition as r", (join) =>
      join
        .onRef("r.organization_id", "=", "c.organization_id")
        .onRef("r.recognition_id", "=", "c.recognition_id"),
    )
    .select("r.recognition_id")
    .where("c.organization_id", "=", organization)
    .where("c.person_id", "=", receiver)
    .where("c.questioned_at", "is", null)
    .where("r.undone_at", "is", null)
    .where("r.kind", "=", "words")
    .orderBy("r.given_at", "desc")
    .orderBy("r.recognition_id", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => row.recognition_id);
}

/** How often somebody gave and was thanked, everything that stands included. */
export async function countRecord(
  tx: Tx,
  organization: OrganizationId,
  person: PersonId,
): Promise<{ given: number; received: number }> {
  const count = async (side: "giver_id" | "receiver_id"): Promise<number> => {
    const row = await tx
      .selectFrom("ledger")
      .select((eb) => eb.fn.sum<number | null>("thanks").as("thanks"))
      .where("organization_id", "=", organization)
      .where(side, "=", person)
      .executeTakeFirstOrThrow();
    return Number(row.thanks ?? 0);
  };
  return { given: await count("giver_id"), received: await count("receiver_id") };
}

/** Public thanks with words since then, the last first: for an admin's list, and for posting what waited. */
export async function listPublic(
  tx: Tx,
  organization: OrganizationId,
  since: Instant,
  most: number,
  onlyUnposted: boolean,
): Promise<RecognitionId[]> {
  const rows = await tx
    .selectFrom("recognition as r")
    .select("r.recognition_id")
    .where("r.organization_id", "=", organization)
    .where("r.given_at", ">", since)
    .where("r.undone_at", "is", null)
    .where("r.kind", "=", "words")
    .where("r.visibility", "=", "public")
    .$if(onlyUnposted, (q) =>
      q.where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("message as m")
              .select("m.subject")
              .whereRef("m.organization_id", "=", "r.organization_id")
              .where("m.subject", "=", eb.fn<string>("concat", [eb.val("kudos:"), "r.recognition_id"])),
          ),
        ),
      ),
    )
    .orderBy("r.given_at", "desc")
    .orderBy("r.recognition_id", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => row.recognition_id);
}

export async function listOutsiders(
  tx: Tx,
  organization: OrganizationId,
  id: RecognitionId,
): Promise<Outsider[]> {
  return tx
    .selectFrom("outsider")
    .select(["name", "place"])
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", id)
    .orderBy("position")
    .execute();
}

/** The units a thanks was the first between, by name. */
export async function listFirstBridges(
  tx: Tx,
  organization: OrganizationId,
  id: RecognitionId,
): Promise<{ from: string; to: string }[]> {
  return tx
    .selectFrom("bridge as b")
    .innerJoin("unit as f", (join) =>
      join
        .onRef("f.organization_id", "=", "b.organization_id")
        .onRef("f.unit_id", "=", "b.from_unit_id"),
    )
    .innerJoin("unit as t", (join) =>
      join
        .onRef("t.organization_id", "=", "b.organization_id")
        .onRef("t.unit_id", "=", "b.to_unit_id"),
    )
    .select(["f.name as from", "t.name as to"])
    .where("b.organization_id", "=", organization)
    .where("b.recognition_id", "=", id)
    .orderBy("t.name")
    .execute();
}

/** Names of units by id. */
export async function listUnitNames(
  tx: Tx,
  organization: OrganizationId,
  units: readonly UnitId[],
): Promise<Map<UnitId, string>> {
  if (units.length === 0) return new Map();
  const rows = await tx
    .selectFrom("unit")
    .select(["unit_id", "name"])
    .where("organization_id", "=", organization)
    .where("unit_id", "in", [...new Set(units)])
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.name]));
}

export async function insertSecond(
  tx: Tx,
  organization: OrganizationId,
  recognition: RecognitionId,
  person: PersonId,
  cost: number,
  now: Instant,
): Promise<void> {
  const again = { seconded_at: now, cost, undone_at: null };
  await tx
    .insertInto("second")
    .values({ organization_id: organization, recognition_id: recognition, person_id: person, ...again })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "recognition_id", "person_id"]).doUpdateSet(again),
    )
    .execute();
}

/** Takes a "Me too" back. */
export async function markSecondUndone(
  tx: Tx,
  organization: OrganizationId,
  recognition: RecognitionId,
  person: PersonId,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("second")
    .set({ undone_at: now })
    .where("organization_id", "=", organization)
    .where("recognition_id", "=", recognition)
    .where("person_id", "=", person)
    .execute();
}
