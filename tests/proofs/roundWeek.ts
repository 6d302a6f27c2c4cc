/** A ward whose weekly check-in is started: what stands in the database before the first life of the program that keeps it. */
import { migrations } from "../../migrations/index.ts";
import { planNext } from "../../src/checkins/rounds/open.ts";
import { insertSchedule } from "../../src/checkins/schedules/queries.ts";
import { createEngine, type EnginePorts } from "../../src/engine.ts";
import { newId } from "../../src/ids.ts";
import { insertUnit, moveToUnit } from "../../src/people/queries/about.ts";
import { giveRole } from "../../src/people/queries/roles.ts";
import { findWorkspace } from "../../src/people/queries/workspaces.ts";
import { migrate } from "../../src/store/migrate.ts";
import { readInstant } from "../../src/time/instant.ts";
import { localAt } from "../../src/time/schedule.ts";

export const begins = readInstant("2026-03-18T12:00:00Z");
/** On the Saturday after it was asked everybody but one has answered. */
export const answered = readInstant("2026-03-21T12:00:00Z");
/** The next one was asked by then. */
export const ends = readInstant("2026-03-27T20:00:00Z");

export const zone = "Europe/Lisbon";
export const channel = "C0WARD";

export async function startWeek(
  ports: EnginePorts,
  team: string,
  people: readonly string[],
): Promise<void> {
  const { store } = ports;
  await migrate(store, migrations);
  const engine = createEngine({ ...ports, clock: () => begins });
  const { id: workspace } = await engine.install({
    platform: "slack",
    externalId: team,
    name: "St. Anne's",
    token: null,
    installation: "{}",
    installer: null,
    zone,
    locale: "en",
    domains: [],
  });
  await engine.notice({
    kind: "accounts",
    platform: "slack",
    workspace: team,
    accounts: people.map((account) => ({
      externalId: account,
      name: `Nurse ${account}`,
      kind: "member",
      runsWorkspace: false,
    })),
  });
  await store.transact(async (tx) => {
    const home = await findWorkspace(tx, "slack", team);
    if (home === undefined) throw new Error("It was installed just now");
    const { organization } = home;
    const { id } = organization;
    const unit = await insertUnit(tx, id, "Ward 4", begins);
    const persons = await tx.selectFrom("person").select("person_id").orderBy("name").execute();
    for (const { person_id } of persons) await moveToUnit(tx, id, person_id, unit, begins);
    const [lead] = persons;
    if (lead !== undefined) await giveRole(tx, id, lead.person_id, "lead", unit);
    const schedule = { id: newId("schedule", begins), cron: "0 15 * * FRI" } as const;
    await insertSchedule(
      tx,
      id,
      {
        ...schedule,
        template: "weekly-checkin",
        audience: { kind: "channel", channel },
        workspace,
        channel,
        window: { kind: "week" },
        summaryTo: "channel",
        state: "started",
        skipNext: false,
        nextLocal: null,
        madeBy: lead?.person_id ?? null,
        startedAt: begins,
      },
      begins,
    );
    await planNext({ tx, now: begins, organization }, schedule, localAt(begins, zone));
  });
}
