/** After somebody was erased: the messages that named them, wherever they stand, are drawn anew, a few in each transaction. */
import { z } from "zod";

import { type JobRow, job, type NamingRow, type Work } from "../feature.ts";
import type { PersonId } from "../ids.ts";
import { later } from "../jobs/queries.ts";
import { listSelves } from "../people/queries/erase.ts";

const at = z.object({
  person: z.string().transform((id) => id as PersonId),
  naming: z.string(),
  after: z.string().nullable(),
});

const leave = ({ tx, now, organization }: Work, payload: z.infer<typeof at>): Promise<void> =>
  later(tx, organization.id, now, { kind: "rights.redraw", payload, due: now });

/** One kind of message after the other. */
export async function leaveRedraws(
  work: Work,
  namings: readonly NamingRow[],
  person: PersonId,
): Promise<void> {
  const [first] = namings;
  if (first !== undefined) await leave(work, { person, naming: first.naming, after: null });
}

export const redrawRow = (namings: readonly NamingRow[]): JobRow =>
  job({
    job: "rights.redraw",
    read: at,
    run: async (work, { person, naming, after }) => {
      const selves = await listSelves(work.tx, work.organization.id, person);
      const index = namings.findIndex((row) => row.naming === naming);
      const end = (await namings[index]?.redraw(work, selves, after)) ?? null;
      if (end !== null) return leave(work, { person, naming, after: end });
      const next = namings[index + 1];
      if (next !== undefined) await leave(work, { person, naming: next.naming, after: null });
    },
  });
