/** Two persons who are one are asked once: of two messages one goes, and the answer that is in stands. */
import type { Rejoined, Work } from "../feature.ts";
import { later } from "../jobs/queries.ts";
import { promptJob } from "./jobs.ts";
import { listOpenPlaces } from "./queries.ts";

export async function askOnce(
  { tx, now, organization }: Work,
  { one, other }: Rejoined,
): Promise<void> {
  const places = await listOpenPlaces(tx, organization.id, [...one, ...other]);
  for (const [peer, both] of Map.groupBy(places, (place) => place.peer)) {
    if (both.length < 2) continue;
    const jobs = both.map(({ person, reminders }) => promptJob(peer, person, reminders, now));
    await later(tx, organization.id, now, ...jobs);
  }
}
