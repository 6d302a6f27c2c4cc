/** A round that is open, as it stands once its prompts were sent: people, their unit and its lead, and the group they are counted in. */
import { insertGroups } from "../../src/checkins/confidential/queries.ts";
import type { Prompt, Round } from "../../src/checkins/round.ts";
import { insertPrompts, insertRound } from "../../src/checkins/rounds/queries.ts";
import { newId, type PersonId, type RoundId, type UnitId } from "../../src/ids.ts";
import { later } from "../../src/jobs/queries.ts";
import { insertUnit, moveToUnit } from "../../src/people/queries/about.ts";
import { giveRole } from "../../src/people/queries/roles.ts";
import type { Schema } from "../../src/store/schema.ts";
import { readInstant } from "../../src/time/instant.ts";
import type { Actor, Office } from "../support/office.ts";

/** Thursday night, in Lisbon. */
export const closes = "2026-03-26T23:59:00Z";

export interface Asked {
  readonly template: string;
  readonly version?: number;
  /** Others in the same group. */
  readonly others?: number;
  /** Nobody is counted in a group. */
  readonly ungrouped?: boolean;
  readonly round?: Partial<Round>;
  readonly prompt?: Partial<Prompt>;
}

/** All of the Core Lab, which Lee leads. */
export async function joinCoreLab(office: Office, ...actors: readonly Actor[]): Promise<UnitId> {
  const ids = await Promise.all(actors.map((actor) => actor.id()));
  const lee = await office.lee.id();
  return office.store.transact(async (tx) => {
    const { organization } = office;
    const unit = await insertUnit(tx, organization, "Core Lab", office.now());
    for (const id of ids) await moveToUnit(tx, organization, id, unit, office.now());
    await giveRole(tx, organization, lee, "lead", unit);
    return unit;
  });
}

export async function asks(
  office: Office,
  { template, version = 0, others = 9, ungrouped = false, ...more }: Asked,
  ...actors: readonly Actor[]
): Promise<RoundId> {
  const { organization, workspace } = office;
  const unit = await joinCoreLab(office, ...actors);
  const persons = await Promise.all(actors.map((actor) => actor.id()));
  const now = office.now();
  const round: Round = {
    id: newId("round", now),
    schedule: null,
    template,
    templateVersion: version,
    audience: { kind: "channel", channel: "C_LAB" },
    workspace,
    channel: "C_LAB",
    window: { kind: "week" },
    summaryTo: "channel",
    atLocal: "2026-03-18T12:00",
    state: "open",
    pausedWhy: null,
    sealed: true,
    madeBy: null,
    opensAt: now,
    closesAt: readInstant(closes),
    closedAt: null,
    ...more.round,
  };
  const prompt = (person: PersonId): Prompt => ({
    round: round.id,
    person,
    state: "asked",
    dueAt: null,
    askAt: now,
    askedAt: now,
    remindedAt: null,
    reminders: 1,
    closesAt: readInstant(closes),
    answeredAt: null,
    unit,
    group: ungrouped ? null : "g1",
    ...more.prompt,
  });
  const crowd = Array.from({ length: others }, (_, at) => `prs_other${at}` as PersonId);
  await office.store.transact(async (tx) => {
    await insertRound(tx, organization, round, now);
    if (!ungrouped)
      await insertGroups(tx, organization, round.id, [{ key: "g1", units: [unit, null] }]);
    await insertPrompts(tx, organization, [...persons, ...crowd].map(prompt));
    await later(
      tx,
      organization,
      now,
      ...persons.map((person) => ({
        kind: "checkins.ask",
        payload: { round: round.id, person, at: more.prompt?.remindedAt ?? now },
        due: now,
      })),
    );
  });
  await office.settle();
  return round.id;
}

export const rowsOf = <Table extends keyof Schema>(
  office: Office,
  table: Table,
): Promise<Schema[Table][]> =>
  office.store.transact(
    (tx) =>
      tx
        .selectFrom(table as "prompt")
        .selectAll()
        .execute() as Promise<unknown>,
  ) as Promise<Schema[Table][]>;

/** Every row but those of the spool, everything said, everything reported: a line each, ids left out. */
export async function everythingIn(office: Office): Promise<string[]> {
  const tables = [
    ...["organization", "workspace", "setting", "unit", "person", "account", "role"],
    ...["template", "schedule", "round", "prompt", "response", "published", "round_group"],
    ...["note", "action", "outcome", "delivery", "job", "message", "audit"],
  ] as readonly (keyof Schema)[];
  const lines: string[] = [];
  for (const table of tables)
    for (const row of await rowsOf(office, table)) lines.push(`${table} ${JSON.stringify(row)}`);
  for (const { card } of office.chat.posts) lines.push(`card ${JSON.stringify(card)}`);
  for (const event of office.events) lines.push(`event ${JSON.stringify(event)}`);
  return lines.map((line) => line.replaceAll(/[a-z]{3}_[0-9a-f]{32}/g, "id")).sort();
}

export async function stateOf(office: Office, round: RoundId, actor: Actor): Promise<string> {
  const person = await actor.id();
  const rows = await rowsOf(office, "prompt");
  return rows.find((row) => row.round_id === round && row.person_id === person)?.state ?? "none";
}

export const atTheClose = (office: Office): void => office.itIs("2026-03-27T00:00:00Z");

/** Every prompt is closed: the round closes, and what is confidential in it is published. */
export async function closesNow(office: Office, round: RoundId): Promise<void> {
  atTheClose(office);
  const job = { kind: "checkins.step", payload: { round }, due: office.now() };
  await office.store.transact((tx) => later(tx, office.organization, office.now(), job));
  await office.settle();
}
