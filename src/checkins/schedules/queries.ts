/** The SQL of schedules. */

import type { Selectable } from "kysely";
import type { OrganizationId, PersonId, ScheduleId } from "../../ids.ts";
import { selfOf } from "../../people/queries/self.ts";
import type { Schema } from "../../store/schema.ts";
import { dialectOf, type Tx } from "../../store/store.ts";
import type { Instant } from "../../time/instant.ts";
import { audienceRead, type Schedule, type ScheduleState, windowRead } from "./schedule.ts";

const scheduleOf = (row: Selectable<Schema["schedule"]>): Schedule => ({
  id: row.schedule_id,
  template: row.template_id,
  audience: audienceRead.parse(JSON.parse(row.audience)),
  workspace: row.workspace_id,
  channel: row.channel,
  cron: row.cron,
  window: windowRead.parse(JSON.parse(row.window)),
  summaryTo: row.summary_to as Schedule["summaryTo"],
  state: row.state as ScheduleState,
  skipNext: row.skip_next === 1,
  nextLocal: row.next_local,
  madeBy: row.made_by,
  startedAt: row.started_at,
});

export async function insertSchedule(
  tx: Tx,
  organization: OrganizationId,
  schedule: Schedule,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto("schedule")
    .values({
      organization_id: organization,
      schedule_id: schedule.id,
      template_id: schedule.template,
      audience: JSON.stringify(schedule.audience),
      workspace_id: schedule.workspace,
      channel: schedule.channel,
      cron: schedule.cron,
      window: JSON.stringify(schedule.window),
      summary_to: schedule.summaryTo,
      state: schedule.state,
      skip_next: schedule.skipNext ? 1 : 0,
      next_local: schedule.nextLocal,
      made_by: schedule.madeBy,
      made_at: now,
      started_at: schedule.startedAt,
    })
    .execute();
}

export async function findSchedule(
  tx: Tx,
  organization: OrganizationId,
  schedule: ScheduleId,
): Promise<Schedule | undefined> {
  const row = await tx
    .selectFrom("schedule")
    .selectAll()
    .where("organization_id", "=", organization)
    .where("schedule_id", "=", schedule)
    .executeTakeFirst();
  return row && scheduleOf(row);
}

/** Held until the transaction ends: of two servers that open its next round, one does. */
export async function holdSchedule(
  tx: Tx,
  organization: OrganizationId,
  schedule: ScheduleId,
): Promise<Schedule | undefined> {
  const row = await tx
    .selectFrom("schedule")
    .selectAll()
    .where("organization_id", "=", organization)
    .where("schedule_id", "=", schedule)
    .$if(dialectOf(tx) === "postgres", (q) => q.forUpdate())
    .executeTakeFirst();
  return row && scheduleOf(row);
}

/** All that were not stopped, oldest first. */
export async function listSchedules(
  tx: Tx,
  organization: OrganizationId,
  of: { readonly madeBy: PersonId | null; readonly most: number },
): Promise<Schedule[]> {
  const rows = await tx
    .selectFrom("schedule")
    .selectAll()
    .where("organization_id", "=", organization)
    .where("state", "!=", "stopped")
    .$if(of.madeBy !== null, (q) =>
      q.where("made_by", "in", selfOf(tx, organization, of.madeBy ?? ("" as PersonId))),
    )
    .orderBy("schedule_id")
    .limit(of.most)
    .execute();
  return rows.map(scheduleOf);
}

export async function setSchedule(
  tx: Tx,
  organization: OrganizationId,
  schedule: ScheduleId,
  to: Partial<Pick<Schedule, "state" | "skipNext" | "nextLocal" | "startedAt">>,
): Promise<void> {
  await tx
    .updateTable("schedule")
    .set({
      ...(to.state === undefined ? {} : { state: to.state }),
      ...(to.skipNext === undefined ? {} : { skip_next: to.skipNext ? 1 : 0 }),
      ...(to.nextLocal === undefined ? {} : { next_local: to.nextLocal }),
      ...(to.startedAt === undefined ? {} : { started_at: to.startedAt }),
    })
    .where("organization_id", "=", organization)
    .where("schedule_id", "=", schedule)
    .execute();
}
