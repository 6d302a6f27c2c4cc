/** Makes a closed round's summary, once, and keeps it with the round. */
import type { Work } from "../../feature.ts";
import { listGroups } from "../confidential/queries.ts";
import type { Round } from "../round.ts";
import { countPrompts } from "../rounds/queries.ts";
import { hasSealed, type Template } from "../template.ts";
import {
  countNamed,
  countPublished,
  findSummary,
  keepSummary,
  listEarlier,
  listUnitsOf,
} from "./queries.ts";
import { readSummary, writeSummary } from "./stored.ts";
import { type Facts, type Summary, summariseRound } from "./summary.ts";

/** A picture shows so many, this one included. */
const mostRounds = 8;

/** What stands, or what is made now. */
export async function summaryOf(work: Work, round: Round, template: Template): Promise<Summary> {
  const { tx, organization } = work;
  const kept = await findSummary(tx, organization.id, round.id);
  if (kept !== null) return readSummary(kept);
  const made = summariseRound(template, await findFacts(work, round, template));
  await keepSummary(tx, organization.id, round.id, writeSummary(made));
  return made;
}

async function findFacts(work: Work, round: Round, template: Template): Promise<Facts> {
  const { tx, organization } = work;
  const sealed = hasSealed(template);
  const { groups, everybody } = sealed
    ? await listGroups(tx, organization.id, round.id)
    : { groups: [], everybody: null };
  const [last] = await listRounds(work, round);
  return {
    ...(template.sees === "groups"
      ? {
          asked: everybody?.asked ?? 0,
          answered: { kind: "band", band: everybody?.answered ?? "" },
        }
      : await countNamedRound(work, round)),
    units: await listUnitsOf(tx, organization.id, round.id),
    groups: groups.map(({ key, units, answered }) => ({ key, units, answered: answered ?? "" })),
    answers: [
      ...(await countNamed(tx, organization.id, round.id)),
      ...(sealed ? await countPublished(tx, organization.id, round.id) : []),
    ],
    before: last?.summary ?? null,
  };
}

/** Who was off shift, away or gone was not asked; who skipped was, and has not answered. */
async function countNamedRound(
  { tx, organization }: Work,
  round: Round,
): Promise<Pick<Facts, "asked" | "answered">> {
  const counts = await countPrompts(tx, organization.id, round.id);
  const count = counts.answered + counts.quiet;
  return {
    asked: count + counts.asked + counts.skipped + counts.missed,
    answered: { kind: "count", count, quiet: counts.quiet },
  };
}

export interface Told extends Pick<Round, "id" | "atLocal"> {
  readonly summary: Summary;
}

/** Rounds of the same schedule before this one, the newest first. */
export async function listRounds({ tx, organization }: Work, round: Round): Promise<Told[]> {
  if (round.schedule === null) return [];
  const { schedule, template, atLocal } = round;
  const of = { schedule, template, atLocal, most: mostRounds - 1 };
  const earlier = await listEarlier(tx, organization.id, of);
  return earlier.map(({ summary, ...one }) => ({ ...one, summary: readSummary(summary) }));
}
