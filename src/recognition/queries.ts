/** The SQL of recognitions: writing them, reading them whole, and the marks people put on them. */
import type { OrganizationId, PersonId, RecognitionId, ValueId, WorkspaceId } from "../ids.ts";
import type { Organization } from "../people/organization.ts";
import { listPersonsById } from "../people/queries/persons.ts";
import type { Cleared } from "../privacy/phi/cleared.ts";
import { prepared } from "../store/prepared.ts";
import type { Schema } from "../store/schema.ts";
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

const addRecognition = prepared((tx, { rows }: { rows: readonly Schema["recognition"][] }) =>
  tx.insertInto("recognition").values(rows),
);
const addText = prepared((tx, { rows }: { rows: readonly Schema["recognition_text"][] }) =>
  tx.insertInto("recognition_text").values(rows),
);
const addReceivers = prepared((tx, { rows }: { rows: readonly Schema["recognition_receiver"][] }) =>
  tx.insertInto("recognition_receiver").values(rows),
);

export async function insertRecognition(
  tx: Tx,
  organization: OrganizationId,
  given: NewRecognition,
): Promise<void> {
  const key = { organization_id: organization, recognition_id: given.id };
  await addRecognition(tx, {
    rows: [
      {
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
      },
    ],
  });
  if (given.reason !== null) {
    await addText(tx, { rows: [{ ...key, reason: given.reason, undo_reason: null }] });
  }
  if (given.receivers.length > 0) {
    await addReceivers(tx, {
      rows: given.receivers.map((receiver, position) => ({
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
    });
  }
  await insertValues(tx, organization, given.id, given.values);
  if (given.outsiders.length > 0) {
    await tx
      .insertInto("outsider")
      .values(
        given.outsiders.map((one, position) => ({
          ...key,
          position,
          name: one.name,
          place: one.place,
        })),
      )
      .execute();
  }
}

export async function insertValues(
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

interface RecognitionsKey {
  readonly organization: OrganizationId;
  readonly ids: readonly RecognitionId[];
}

const selectRecognitions = prepared((tx, key: RecognitionsKey) =>
  tx
    .selectFrom("recognition as r")
    .leftJoin("recognition_text as t", (join) =>
      join
        .onRef("t.organization_id", "=", "r.organization_id")
        .onRef("t.recognition_id", "=", "r.recognition_id"),
    )
    .selectAll("r")
    .select(["t.reason", "t.undo_reason"])
    .where("r.organization_id", "=", key.organization)
    .where("r.recognition_id", "in", key.ids),
);

const selectReceivers = prepared((tx, key: RecognitionsKey) =>
  tx
    .selectFrom("recognition_receiver")
    .selectAll()
    .where("organization_id", "=", key.organization)
    .where("recognition_id", "in", key.ids)
    .orderBy("position"),
);

const selectOutsiders = prepared((tx, key: RecognitionsKey) =>
  tx
    .selectFrom("outsider")
    .selectAll()
    .where("organization_id", "=", key.organization)
    .where("recognition_id", "in", key.ids)
    .orderBy("position"),
);

const selectSeconds = prepared((tx, key: RecognitionsKey) =>
  tx
    .selectFrom("second")
    .select(["recognition_id", "person_id"])
    .where("organization_id", "=", key.organization)
    .where("recognition_id", "in", key.ids)
    .where("undone_at", "is", null)
    .orderBy("seconded_at"),
);

/** Recognitions whole, in the order asked; unknown ids are left out. */
export async function listRecognitions(
  tx: Tx,
  organization: Organization,
  ids: readonly RecognitionId[],
): Promise<Recognition[]> {
  if (ids.length === 0) return [];
  const key = { organization: organization.id, ids };
  const { rows } = await selectRecognitions(tx, key);
  const { rows: receivers } = await selectReceivers(tx, key);
  const { rows: outsiders } = await selectOutsiders(tx, key);
  const { rows: seconds } = await selectSeconds(tx, key);
  const values = await listValuesOf(tx, organization.id, ids);
  const named = new Set([
    ...rows.map((row) => row.giver_id),
    ...receivers.map((row) => row.person_id),
    ...seconds.map((row) => row.person_id),
  ]);
  const persons = await listPersonsById(tx, organization, [...named]);
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
      receivers: onceEach(
        own(receivers).flatMap((receiver): Receiver[] => {
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
      ),
      outsiders: own(outsiders).map(({ name, place }) => ({ name, place })),
      seconds: [
        ...new Map(
          own(seconds).flatMap(({ person_id }) => {
            const person = persons.get(person_id);
            return person === undefined ? [] : [[person.id, person] as const];
          }),
        ).values(),
      ],
    });
  }
  return ids.flatMap((id) => whole.get(id) ?? []);
}

/** Two receivers who turned out to be one are named once, and in public only where both may be. */
function onceEach(receivers: readonly Receiver[]): Receiver[] {
  const once = new Map<PersonId, Receiver>();
  for (const receiver of receivers) {
    const before = once.get(receiver.person.id);
    if (before === undefined || receiver.private || receiver.nameHidden) {
      once.set(receiver.person.id, receiver);
    }
  }
  return [...once.values()];
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
