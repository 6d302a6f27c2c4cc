/** Upkeep: what each organization's data needs every night. */
import { z } from "zod";

import { type Feature, job, type SweepRow, type Work } from "../feature.ts";
import { later } from "../jobs/queries.ts";
import { deleteCodes } from "../people/linking/queries.ts";
import { sweepAudit } from "../privacy/queries.ts";
import { keptSince, retentionSettings } from "../privacy/retention.ts";
import { sweepDeliveries } from "../store/deliveries.ts";
import { findSetting } from "../store/settings.ts";
import { day, plus } from "../time/instant.ts";
import { nextLocal } from "../time/zone.ts";

/** So many rows in one transaction: in between whoever waits for an answer has their turn. */
const atOnce = 500;

/** The next night is a row written by the last one: a restart, or a second process, changes nothing. */
async function planNight({ tx, now, organization }: Work): Promise<void> {
  await later(tx, organization.id, now, {
    kind: "upkeep.night",
    payload: {},
    due: nextLocal(now, organization.zone, { hour: 3, minute: 30 }),
    once: "upkeep",
  });
}

/** Takes away what is older than the organization keeps it. What is left of it is the next job's. */
async function sweep(work: Work, sweeps: readonly SweepRow[]): Promise<void> {
  const { tx, now, organization } = work;
  const retention = await findSetting(tx, organization.id, retentionSettings);
  let left = false;
  for (const row of sweeps) {
    const taken = await row.run(work, keptSince(retention, row.sweep, now), atOnce);
    left ||= taken > 0;
  }
  if (!left) return;
  await later(tx, organization.id, now, {
    kind: "upkeep.sweep",
    payload: {},
    due: now,
    once: "upkeep.sweep",
  });
}

/** `features`: all that keep something. */
export function createUpkeep(features: readonly Feature[]): Feature {
  const sweeps = features.flatMap((feature) => feature.sweeps ?? []);
  return {
    name: "upkeep",
    begin: planNight,
    jobs: [
      job({
        job: "upkeep.night",
        read: z.unknown(),
        run: async (work) => {
          const { tx, now, organization } = work;
          const retention = await findSetting(tx, organization.id, retentionSettings);
          await sweepDeliveries(tx, organization.id, keptSince(retention, "deliveries", now));
          await sweepAudit(tx, organization.id, keptSince(retention, "audit", now));
          await deleteCodes(tx, organization.id, plus(now, -day));
          await sweep(work, sweeps);
          await planNight(work);
        },
      }),
      job({ job: "upkeep.sweep", read: z.unknown(), run: (work) => sweep(work, sweeps) }),
    ],
  };
}
