/** Where thanks name somebody: their posts and copies, what their receivers were told, and messages of admins and compliance. */
import type { NamingRow, Work } from "../feature.ts";
import { type JobWanted, later, listStanding } from "../jobs/queries.ts";
import { unsay, unsayNaming } from "../privacy/unsay.ts";
import { announceJob, postSubject } from "./announce.ts";
import { listNaming } from "./queries/holds.ts";
import { listRecognitions } from "./queries.ts";
import { redrawJobs, tellSubject } from "./received/tell.ts";
import type { Receiver, Recognition } from "./record.ts";
import { channelAsked } from "./setup/trouble.ts";

const atOnce = 100;

/** Messages to one person that tell of a thanks, and are not drawn anew. */
const privately = ["recognition.questioned:", "recognition.unlooked:", "taken:"];

export const recognitionNamings: readonly NamingRow[] = [
  {
    naming: "recognition",
    redraw: async (work, selves, after) => {
      const { tx, now, organization } = work;
      const ids = await listNaming(tx, organization.id, selves, after, atOnce);
      for (const beginning of privately) await unsay(work, beginning, new Set(ids));
      const thanks = await listRecognitions(tx, organization, ids);
      await later(tx, organization.id, now, ...(await standingJobs(work, thanks)));
      return ids.at(-1) ?? null;
    },
  },
  unsayNaming(channelAsked),
];

/** What somebody has deleted by hand is not put back. */
async function standingJobs(
  { tx, now, organization }: Work,
  thanks: readonly Recognition[],
): Promise<JobWanted[]> {
  const subjectsOf = (one: Recognition) => [
    postSubject(one.id),
    ...one.receivers.flatMap(({ tell }) => (tell === null ? [] : [tellSubject(tell)])),
  ];
  const standing = await listStanding(tx, organization.id, thanks.flatMap(subjectsOf));
  const isTold = ({ tell }: Receiver) => tell !== null && standing.has(tellSubject(tell));
  return thanks.flatMap((one) => [
    ...redrawJobs({ ...one, receivers: one.receivers.filter(isTold) }, now),
    ...(standing.has(postSubject(one.id)) ? [announceJob(one.id, now)] : []),
  ]);
}
