/**
 * Monday notes that may name somebody who was erased are taken down: what they were drawn from has moved on, so they can't be drawn
 * anew. Those of leads who lead none of the units it was about stay; of whoever leads nothing any more all are taken down.
 */
import { z } from "zod";

import { type JobRow, job, type Work } from "../../feature.ts";
import type { PersonId, UnitId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { listSubjects } from "../../privacy/queries/messages.ts";
import { unsay } from "../../privacy/unsay.ts";
import { ledUnits } from "./lead.ts";
import { mondaySubject } from "./monday.ts";

const atOnce = 100;

const of = z.object({
  units: z.array(z.string().transform((id) => id as UnitId)),
  after: z.string().nullable(),
});

export const leaveMondays = (
  { tx, now, organization }: Work,
  payload: z.infer<typeof of>,
): Promise<void> =>
  later(tx, organization.id, now, { kind: "checkins.takeMondays", payload, due: now });

export const takeMondaysJob: JobRow = job({
  job: "checkins.takeMondays",
  read: of,
  run: async (work, { units, after }) => {
    const { tx, organization } = work;
    const subjects = await listSubjects(tx, organization.id, mondaySubject, after, atOnce);
    const last = subjects.at(-1);
    if (last === undefined) return;
    const led = new Map<string, boolean>();
    for (const subject of subjects) {
      const lead = subject.split(":")[2] ?? "";
      const mayRead = led.get(lead) ?? (await mayName(work, lead as PersonId, units));
      led.set(lead, mayRead);
      if (mayRead) await unsay(work, subject, new Set([lead]));
    }
    await leaveMondays(work, { units, after: last });
  },
});

async function mayName(work: Work, lead: PersonId, units: readonly UnitId[]): Promise<boolean> {
  const leads = await ledUnits(work, lead);
  return leads.length === 0 || leads.some((unit) => units.includes(unit));
}
