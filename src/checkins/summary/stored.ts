/** A summary as it is kept with its round: written once, read back by its own schema. */
import { z } from "zod";

import type { UnitId } from "../../ids.ts";
import type { Summary } from "./summary.ts";

const unit = z.string().transform((id) => id as UnitId);
const units = z.array(unit.nullable());
const spread = z.record(z.string(), z.number());

const figures = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hidden") }),
  z.object({ kind: z.literal("band"), count: z.number(), from: z.number(), to: z.number() }),
  z.object({
    kind: z.literal("mean"),
    count: z.number(),
    mean: z.number(),
    sd: z.number(),
    favourable: z.number().nullable(),
    spread,
  }),
  z.object({ kind: z.literal("shares"), count: z.number(), spread }),
]);

const change = z.object({
  mean: z.number().nullable(),
  favourable: z.number().nullable(),
  shares: spread,
});

const summary = z.object({
  asked: z.number(),
  answered: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("count"), count: z.number(), quiet: z.number() }),
    z.object({ kind: z.literal("band"), band: z.string() }),
  ]),
  units: z.array(unit),
  questions: z.array(
    z.object({
      question: z.string(),
      sealed: z.boolean(),
      figures,
      change: change.nullable(),
    }),
  ),
  groups: z.array(z.object({ units, answered: z.string(), figures: z.array(figures.nullable()) })),
  map: z.array(z.object({ raters: units, rated: unit, figures })),
}) satisfies z.ZodType<Summary>;

export const readSummary = (stored: string): Summary => summary.parse(JSON.parse(stored));
export const writeSummary = (made: Summary): string => JSON.stringify(made);
