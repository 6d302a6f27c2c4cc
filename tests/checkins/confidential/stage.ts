/** A confidential round at St. Anne's, its rows written as opening it would: Core Lab, 4 West and the ICU are asked. */
import type { Answer } from "../../../src/checkins/answer.ts";
import { fixGroups, type Group } from "../../../src/checkins/confidential/groups.ts";
import { publishSealed } from "../../../src/checkins/confidential/publish.ts";
import {
  insertGroups,
  listGroups,
  listPublished,
} from "../../../src/checkins/confidential/queries.ts";
import { keepSealed } from "../../../src/checkins/confidential/spool.ts";
import { insertPrompts, insertRound, setRoundState } from "../../../src/checkins/rounds/queries.ts";
import type { Template } from "../../../src/checkins/template.ts";
import type { KeyedWork } from "../../../src/feature.ts";
import { newId, type PersonId, type RoundId, type UnitId } from "../../../src/ids.ts";
import { findOrganization } from "../../../src/people/queries/organizations.ts";
import type { RoundKeys } from "../../../src/privacy/roundKeys.ts";
import type { Tx } from "../../../src/store/store.ts";
import { plus } from "../../../src/time/instant.ts";
import { member, type Office } from "../../support/office.ts";
import { comment, scale, template } from "./templates.ts";

export const pulse = template([scale("clear"), scale("early"), comment("change")]);

export interface SealedRound {
  readonly round: RoundId;
  readonly groups: readonly Group[];
  /** Twelve of the Core Lab, seven of 4 West, three of the ICU. */
  readonly persons: readonly { readonly person: PersonId; readonly unit: UnitId }[];
  work<T>(act: (work: KeyedWork) => Promise<T>): Promise<T>;
  /** What keeping came to; every prompt is marked as answering marks it. */
  answers(nth: number, ...answers: Answer[]): Promise<string>;
  /** Of the state that comes before, and of publishing. */
  closes(): Promise<string>;
  published(): ReturnType<typeof listPublished>;
  told(): ReturnType<typeof listGroups>;
  /** Every row of every table, as JSON, by table. */
  rows(): Promise<Record<string, readonly string[]>>;
}

const wards = [
  ["Core Lab", 12],
  ["4 West", 7],
  ["ICU", 3],
] as const;

const tables = [
  ...["organization", "workspace", "setting", "unit", "discipline", "person", "account", "role"],
  ...["round", "prompt", "response", "spool", "published", "round_group", "note", "action"],
  ...["outcome", "delivery", "job", "message", "audit", "person_unit", "schedule", "template"],
] as const;

export async function openSealedRound(
  office: Office,
  keys: RoundKeys,
  of: Template = pulse,
): Promise<SealedRound> {
  const { store, organization, workspace } = office;
  const round = newId("round", office.now());
  const work = <T>(act: (work: KeyedWork) => Promise<T>): Promise<T> =>
    store.transact(async (tx) =>
      act({ tx, now: office.now(), organization: await findOrganization(tx, organization), keys }),
    );

  const accounts = wards.flatMap(([ward, count]) =>
    Array.from({ length: count }, (_, n) => ({ ward, account: `U_${ward.replace(" ", "")}_${n}` })),
  );
  await office.learns(
    ...accounts.map(({ account }, n) => member(account, `Colleague ${n} of ${account}`)),
  );
  const units = new Map(wards.map(([ward]) => [ward, newId("unit", office.now())]));
  const persons = await store.transact(async (tx) => {
    for (const [ward, unit] of units) await addUnit(tx, ward, unit);
    const rows = await tx
      .selectFrom("account")
      .select(["external_id", "person_id"])
      .where("organization_id", "=", organization)
      .execute();
    const personOf = new Map(rows.map((row) => [row.external_id, row.person_id as PersonId]));
    return accounts.map(({ ward, account }) => ({
      person: personOf.get(account) as PersonId,
      unit: units.get(ward) as UnitId,
    }));
  });
  for (const [unit, some] of Map.groupBy(persons, (one) => one.unit)) {
    const ids = some.map(({ person }) => person);
    await store.transact((tx) =>
      tx.updateTable("person").set({ unit_id: unit }).where("person_id", "in", ids).execute(),
    );
  }

  const asked = [...Map.groupBy(persons, (one) => one.unit)].map(([unit, some]) => ({
    unit,
    asked: some.length,
  }));
  const groups = fixGroups(asked, of.least);
  const groupOf = (unit: UnitId) => groups.find(({ units: all }) => all.includes(unit))?.key ?? "";
  const { now } = office;
  const closesAt = plus(now(), 14 * 24 * 3_600_000);
  await work(async ({ tx }) => {
    await insertRound(
      tx,
      organization,
      {
        id: round,
        schedule: null,
        template: of.id,
        templateVersion: 0,
        audience: { kind: "everyone" },
        workspace,
        channel: "C_LAB",
        window: { kind: "days", days: 14 },
        summaryTo: "channel",
        atLocal: "2026-03-18T12:00",
        state: "open",
        pausedWhy: null,
        sealed: true,
        madeBy: null,
        opensAt: now(),
        closesAt,
        closedAt: null,
      },
      now(),
    );
    await insertGroups(tx, organization, round, groups);
    await insertPrompts(
      tx,
      organization,
      persons.map(({ person, unit }) => ({
        round,
        person,
        state: "asked",
        dueAt: closesAt,
        askAt: now(),
        askedAt: now(),
        remindedAt: null,
        reminders: 2,
        closesAt,
        answeredAt: null,
        unit,
        group: groupOf(unit),
      })),
    );
  });

  return {
    round,
    groups,
    persons,
    work,
    async answers(nth, ...answers) {
      const { person, unit } = persons[nth] ?? { person: "" as PersonId, unit: "" as UnitId };
      return work(async (at) => {
        const { kind } = await keepSealed(at, round, person, groupOf(unit), answers);
        if (kind === "kept")
          await at.tx
            .updateTable("prompt")
            .set({ state: "answered", answered_at: at.now, due_at: null })
            .where("person_id", "=", person)
            .where("round_id", "=", round)
            .execute();
        return kind;
      });
    },
    async closes() {
      await work(({ tx }) => setRoundState(tx, organization, round, { state: "closing" }));
      return work(async (at) => {
        const { kind } = await publishSealed(at, round, of);
        if (kind === "published")
          await setRoundState(at.tx, organization, round, { state: "closed", closedAt: at.now });
        return kind;
      });
    },
    published: () => work(({ tx }) => listPublished(tx, organization, round)),
    told: () => work(({ tx }) => listGroups(tx, organization, round)),
    rows: () =>
      store.transact(async (tx) => {
        const all: Record<string, readonly string[]> = {};
        for (const table of tables) {
          const rows = await tx.selectFrom(table).selectAll().execute();
          all[table] = rows.map((row) => JSON.stringify(row));
        }
        return all;
      }),
  };

  async function addUnit(tx: Tx, ward: string, unit: UnitId): Promise<void> {
    await tx
      .insertInto("unit")
      .values({
        organization_id: organization,
        unit_id: unit,
        name: ward,
        name_key: ` ${ward.toLowerCase()}`,
      })
      .execute();
  }
}
