/** Upkeep: what each organization's data needs every night. */
import { z } from "zod";

import { type Feature, job, type Work } from "../feature.ts";
import { later } from "../jobs/queries.ts";
import { deleteCodes } from "../people/linking/queries.ts";
import { sweepDeliveries } from "../store/deliveries.ts";
import { day, hour, plus } from "../time/instant.ts";
import { nextLocal } from "../time/zone.ts";

/** Platforms repeat a delivery for minutes, or after an outage for hours; then its key may go. */
const deliveriesKept = 72 * hour;

/** The next night is a row written by the last one: a restart, or a second process, changes nothing. */
async function planNight({ tx, now, organization }: Work): Promise<void> {
  await later(tx, organization.id, now, {
    kind: "upkeep.night",
    payload: {},
    due: nextLocal(now, organization.zone, { hour: 3, minute: 30 }),
    once: "upkeep",
  });
}

export const upkeep: Feature = {
  name: "upkeep",
  begin: planNight,
  jobs: [
    job({
      job: "upkeep.night",
      read: z.unknown(),
      run: async (work) => {
        await sweepDeliveries(work.tx, work.organization.id, plus(work.now, -deliveriesKept));
        await deleteCodes(work.tx, work.organization.id, plus(work.now, -day));
        await planNight(work);
      },
    }),
  ],
};
