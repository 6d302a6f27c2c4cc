/** Upkeep: what each organization's data needs every night. */
import { z } from "zod";

import { type Feature, job, type SweepRow, type Work } from "../feature.ts";
import { later } from "../jobs/queries.ts";
import { deleteCodes } from "../people/linking/queries.ts";
import { sweepAudit } from "../privacy/queries.ts";
import { keptSince, retentionSettings } from "../privacy/retention.ts";
import { sweepDeliveries } from "../store/deliveries.ts";
import { findSetting } from "../store/settings.ts";
import { day, type Instant, minute, plus } from "../time/instant.ts";
import { nextLocal } from "../time/zone.ts";

/** So many rows in one transaction: in between whoever waits for an answer has their turn. */
const atOnce = 500;
/** Then the rest waits for the next tick, so that it never has a whole one to itself. */
const chunksInATick = 20;
/** A million rows. What is older than it should be after years without upkeep takes some nights more. */
const chunksInANight = 2_000;

/** The next night is a row written by the last one: a restart, or a second process, changes nothing. */
async function planNight({ tx, now, organization }: Work): Promise<void> {
  await later(tx, organization.id, now, {
    kind: "upkeep.night",
    payload: {},
    due: nextLocal(now, organization.zone, { hour: 3, minute: 30 }),
    once: "upkeep",
  });
}

const at = z.object({
  /** Which of the sweeps. */
  sweep: z.number().int(),
  /** Chunks that were taken away tonight. */
  chunks: z.number().int(),
});
type At = z.infer<typeof at>;

const leave = ({ tx, now, organization }: Work, payload: At, due: Instant): Promise<void> =>
  later(tx, organization.id, now, { kind: "upkeep.sweep", payload, due, once: "upkeep.sweep" });

/** Takes away a chunk of what is older than the organization keeps it; one sweep after the other. */
async function sweepOne(work: Work, sweeps: readonly SweepRow[], { sweep, chunks }: At) {
  const { tx, now, organization } = work;
  const row = sweeps[sweep];
  if (row === undefined) return;
  const retention = await findSetting(tx, organization.id, retentionSettings);
  const taken = await row.run(work, keptSince(retention, row.sweep, now), atOnce);
  if (taken === 0) return leave(work, { sweep: sweep + 1, chunks }, now);
  const next = { sweep, chunks: chunks + 1 };
  if (next.chunks >= chunksInANight) return;
  await leave(work, next, next.chunks % chunksInATick === 0 ? plus(now, minute) : now);
}

const groundSweeps: readonly SweepRow[] = [
  {
    sweep: "deliveries",
    run: ({ tx, organization }, before, most) => sweepDeliveries(tx, organization.id, before, most),
  },
  {
    sweep: "audit",
    run: ({ tx, organization }, before, most) => sweepAudit(tx, organization.id, before, most),
  },
];

/** `features`: all that keep something. */
export function createUpkeep(features: readonly Feature[]): Feature {
  const sweeps = [...groundSweeps, ...features.flatMap((feature) => feature.sweeps ?? [])];
  return {
    name: "upkeep",
    begin: planNight,
    jobs: [
      job({
        job: "upkeep.night",
        read: z.unknown(),
        run: async (work) => {
          const { tx, now, organization } = work;
          await deleteCodes(tx, organization.id, plus(now, -day));
          await leave(work, { sweep: 0, chunks: 0 }, now);
          await planNight(work);
        },
      }),
      job({ job: "upkeep.sweep", read: at, run: (work, place) => sweepOne(work, sweeps, place) }),
    ],
  };
}
