/** What the specifications of the boards start from: thanks in the ledger, people in units, a kudos that stands in a channel. */
import { newId, type PersonId, type RecognitionId, type UnitId } from "../../src/ids.ts";
import { findOrganization } from "../../src/people/queries/organizations.ts";
import { emptyDirectory } from "../../src/privacy/phi/directory.ts";
import { guard } from "../../src/privacy/phi/guard.ts";
import { typed } from "../../src/privacy/typed.ts";
import { type Entry, rollupChanges, scoreChanges } from "../../src/recognition/ledger/entry.ts";
import { addRollups, addScores, insertEntries } from "../../src/recognition/ledger/queries.ts";
import { type Instant, readInstant } from "../../src/time/instant.ts";
import type { Actor, Office } from "../support/office.ts";

export interface Thanked {
  readonly by: Actor;
  readonly to: Actor;
  readonly times?: number;
  readonly points?: number;
  /** The stage's now where none is told. */
  readonly at?: string;
  readonly counted?: boolean;
}

/** Thanks as recognition enters them: ledger, scores and the day's sums. */
export async function thank(office: Office, ...all: readonly Thanked[]): Promise<void> {
  const entries: Entry[] = [];
  for (const thanked of all) entries.push(...(await entriesOf(office, thanked)));
  await office.store.transact(async (tx) => {
    const { id, zone } = await findOrganization(tx, office.organization);
    await insertEntries(tx, id, entries);
    await addScores(tx, id, scoreChanges(entries, zone));
    await addRollups(tx, id, rollupChanges(entries, zone));
  });
}

async function entriesOf(office: Office, thanked: Thanked): Promise<Entry[]> {
  const at = thanked.at === undefined ? office.now() : readInstant(thanked.at);
  const [giver, receiver] = [await thanked.by.id(), await thanked.to.id()];
  const from = await belonging(office, giver);
  const to = await belonging(office, receiver);
  return Array.from({ length: thanked.times ?? 1 }, () => ({
    id: newId("ledger", at),
    recognition: newId("recognition", at),
    giver,
    receiver,
    kind: "gift",
    points: thanked.points ?? 1,
    thanks: 1,
    cost: 1,
    counted: thanked.counted ?? true,
    givenAt: at,
    enteredAt: at,
    reverses: null,
    giverUnit: from.unit,
    giverDiscipline: from.discipline,
    receiverUnit: to.unit,
    receiverDiscipline: to.discipline,
  }));
}

const belonging = (office: Office, person: PersonId) =>
  office.store.transact((tx) =>
    tx
      .selectFrom("person")
      .select(["unit_id as unit", "discipline_id as discipline"])
      .where("organization_id", "=", office.organization)
      .where("person_id", "=", person)
      .executeTakeFirstOrThrow(),
  );

/** `await worksIn(office, "4 West", ana, ben)` */
export async function worksIn(
  office: Office,
  name: string,
  ...actors: readonly Actor[]
): Promise<UnitId> {
  const unit = newId("unit", office.now());
  await office.store.transact(async (tx) => {
    await tx
      .insertInto("unit")
      .values({ organization_id: office.organization, unit_id: unit, name, name_key: name })
      .execute();
  });
  await setOf(office, actors, { unit_id: unit });
  return unit;
}

export async function are(
  office: Office,
  name: string,
  ...actors: readonly Actor[]
): Promise<void> {
  const discipline = await office.store.transact(async (tx) => {
    const key = ` ${name.toLowerCase()}`;
    const id = newId("discipline", office.now());
    await tx
      .insertInto("discipline")
      .values({ organization_id: office.organization, discipline_id: id, name, name_key: key })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await tx
      .selectFrom("discipline")
      .select("discipline_id")
      .where("organization_id", "=", office.organization)
      .where("name_key", "=", key)
      .executeTakeFirstOrThrow();
    return row.discipline_id;
  });
  await setOf(office, actors, { discipline_id: discipline });
}

async function setOf(
  office: Office,
  actors: readonly Actor[],
  set: { readonly unit_id?: UnitId; readonly discipline_id?: never } | Record<string, string>,
): Promise<void> {
  const ids = await Promise.all(actors.map((actor) => actor.id()));
  await office.store.transact((tx) =>
    tx
      .updateTable("person")
      .set(set)
      .where("organization_id", "=", office.organization)
      .where("person_id", "in", ids)
      .execute(),
  );
}

/** People who are members, made on the spot: "Person 1", "Person 2" … */
export async function crowd(office: Office, count: number): Promise<Actor[]> {
  const actors: Actor[] = [];
  for (let n = 1; n <= count; n += 1) {
    actors.push(await office.person(`U_P${n}`, { name: `Person ${n}` }));
  }
  return actors;
}

export async function keepSetting(office: Office, name: string, value: object): Promise<void> {
  const text = JSON.stringify(value);
  await office.store.transact((tx) =>
    tx
      .insertInto("setting")
      .values({ organization_id: office.organization, name, value: text })
      .onConflict((conflict) =>
        conflict.columns(["organization_id", "name"]).doUpdateSet({ value: text }),
      )
      .execute(),
  );
}

export async function makeLead(office: Office, actor: Actor): Promise<void> {
  const person = await actor.id();
  await office.store.transact((tx) =>
    tx
      .insertInto("role")
      .values({
        organization_id: office.organization,
        person_id: person,
        role: "lead",
        unit_id: "",
      })
      .execute(),
  );
}

export interface Kudos {
  readonly by: Actor;
  readonly to: readonly Actor[];
  readonly reason: string;
  readonly at: string;
  readonly channel?: string;
  readonly visibility?: string;
  readonly receivers?: {
    readonly private?: 1;
    readonly name_hidden?: 1;
    readonly questioned_at?: Instant;
  };
  readonly undone?: boolean;
  readonly joined?: readonly Actor[];
}

/** A kudos as recognition keeps it, without its ledger. */
export async function kudosStands(office: Office, kudos: Kudos): Promise<RecognitionId> {
  const at = readInstant(kudos.at);
  const id = newId("recognition", at);
  const giver = await kudos.by.id();
  const receivers = await Promise.all(kudos.to.map((actor) => actor.id()));
  const joined = await Promise.all((kudos.joined ?? []).map((actor) => actor.id()));
  const reason = guard(typed(kudos.reason), { ...emptyDirectory, knows: () => true });
  if (reason.kind !== "cleared") throw new Error("The guard refused a specification's words");
  const of = { organization_id: office.organization, recognition_id: id };
  await office.store.transact(async (tx) => {
    await tx
      .insertInto("recognition")
      .values({
        ...of,
        giver_id: giver,
        given_at: at,
        kind: "words",
        points: 1,
        cost: receivers.length,
        visibility: kudos.visibility ?? "public",
        workspace_id: office.workspace,
        link: null,
        home_workspace_id: office.workspace,
        home_channel: kudos.channel ?? "C_KUDOS",
        edited_at: null,
        undone_at: kudos.undone === true ? at : null,
        undone_by: null,
      })
      .execute();
    await tx
      .insertInto("recognition_text")
      .values({ ...of, reason: reason.text, undo_reason: null })
      .execute();
    await tx
      .insertInto("recognition_receiver")
      .values(
        receivers.map((person, position) => ({
          ...of,
          person_id: person,
          position,
          private: 0 as const,
          name_hidden: 0 as const,
          made_my_shift: 0 as const,
          shared_with_lead: 0 as const,
          questioned_at: null,
          told_at: null,
          tell_id: null,
          ...kudos.receivers,
        })),
      )
      .execute();
    for (const person of joined) {
      await tx
        .insertInto("second")
        .values({ ...of, person_id: person, seconded_at: at, cost: 1, undone_at: null })
        .execute();
    }
  });
  return id;
}
