/** A hospital to measure in: thousands of people with units and disciplines, and an engine whose chat costs nothing. */

import { migrations } from "../migrations/index.ts";
import { createEngine, type Engine } from "../src/engine.ts";
import { features } from "../src/features.ts";
import {
  type DisciplineId,
  newId,
  type OrganizationId,
  type PersonId,
  type UnitId,
} from "../src/ids.ts";
import { createSealer } from "../src/privacy/seal.ts";
import { recognitionSettings } from "../src/recognition/settings.ts";
import { migrate } from "../src/store/migrate.ts";
import { keepSetting } from "../src/store/settings.ts";
import type { Store, Tx } from "../src/store/store.ts";
import { type Clock, systemClock } from "../src/time/instant.ts";
import { keysInMemory } from "../tests/support/keys.ts";

/** Slack's id of the workspace. */
export const team = "T0BENCH00";
export const kudosChannel = "C0KUDOS00";

export interface Colleague {
  readonly account: string;
  readonly person: PersonId;
  readonly unit: UnitId;
  readonly discipline: DisciplineId;
}

export interface Hospital {
  readonly organization: OrganizationId;
  readonly people: readonly Colleague[];
}

export function openEngine(store: Store, clock: Clock = systemClock): Engine {
  return createEngine({
    store,
    chat: {
      rates: () => ({ channel: [], workspace: [] }),
      post: async () => ({ kind: "said", externalId: "1" }),
      update: async () => ({ kind: "said", externalId: "1" }),
      delete: async () => ({ kind: "said", externalId: "1" }),
      upload: async () => ({ kind: "said", externalId: "1" }),
      members: async () => ({ kind: "members", accounts: [] }),
      direct: async (_, account) => ({ kind: "opened", channel: `D${account}` }),
    },
    clock,
    report: () => {},
    features,
    sealer: createSealer([{ id: "bench", secret: new Uint8Array(32) }]),
    roundKeys: keysInMemory(),
    chance: () => 0.5,
  });
}

/** Migrates a new database and fills it, with an allowance that nobody here will use up. */
export async function fillHospital(store: Store, size: number): Promise<Hospital> {
  await migrate(store, migrations);
  const engine = openEngine(store);
  const { id: workspace } = await engine.install({
    platform: "slack",
    externalId: team,
    name: "St. Anne's",
    token: null,
    installation: "{}",
    installer: null,
    zone: "Europe/Lisbon",
    locale: "en",
    domains: ["annes.example"],
  });
  for (let from = 0; from < size; from += 500) {
    const accounts = Array.from({ length: Math.min(500, size - from) }, (_, n) => ({
      externalId: `U${String(from + n).padStart(8, "0")}`,
      name: `Person ${from + n}`,
      email: `person${from + n}@annes.example`,
      kind: "member" as const,
      runsWorkspace: false,
    }));
    await engine.notice({ kind: "accounts", platform: "slack", workspace: team, accounts });
  }
  return store.transact(async (tx) => {
    const { organization_id: organization } = await tx
      .selectFrom("workspace")
      .select("organization_id")
      .where("workspace_id", "=", workspace)
      .executeTakeFirstOrThrow();
    const people = await placePeople(tx, organization);
    await keepSetting(tx, organization, recognitionSettings, {
      ...recognitionSettings.read.parse({}),
      channel: { workspace, channel: kudosChannel, brokenSince: null, toldAt: null },
      allowance: { amount: 1_000, per: "rolling", lead: null, admin: null },
    });
    return { organization, people };
  });
}

/** 40 units, 8 disciplines. */
async function placePeople(tx: Tx, organization: OrganizationId): Promise<Colleague[]> {
  const now = systemClock();
  const units = Array.from({ length: 40 }, () => newId("unit", now));
  const disciplines = Array.from({ length: 8 }, () => newId("discipline", now));
  const named = (name: string, n: number) => ({ name: `${name} ${n}`, name_key: ` ${name} ${n}` });
  await tx
    .insertInto("unit")
    .values(
      units.map((id, n) => ({ organization_id: organization, unit_id: id, ...named("unit", n) })),
    )
    .execute();
  await tx
    .insertInto("discipline")
    .values(
      disciplines.map((id, n) => ({
        organization_id: organization,
        discipline_id: id,
        ...named("discipline", n),
      })),
    )
    .execute();
  const rows = await tx
    .selectFrom("account")
    .select(["external_id", "person_id"])
    .where("organization_id", "=", organization)
    .orderBy("external_id")
    .execute();
  const people: Colleague[] = [];
  for (const { external_id: account, person_id: person } of rows) {
    const unit = units[people.length % units.length];
    const discipline = disciplines[people.length % disciplines.length];
    if (person === null || unit === undefined || discipline === undefined) continue;
    await tx
      .updateTable("person")
      .set({ unit_id: unit, discipline_id: discipline })
      .where("organization_id", "=", organization)
      .where("person_id", "=", person)
      .execute();
    people.push({ account, person, unit, discipline });
  }
  return people;
}

/** Two different people, the same ones in every run: chance that repeats itself. */
export function createPairs(people: readonly Colleague[]): () => readonly [Colleague, Colleague] {
  let state = 42;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return () => {
    const giver = next() % people.length;
    const receiver = (giver + 1 + (next() % (people.length - 1))) % people.length;
    const pair = [people[giver], people[receiver]] as const;
    if (pair[0] === undefined || pair[1] === undefined) throw new Error("Nobody works here");
    return [pair[0], pair[1]];
  };
}
