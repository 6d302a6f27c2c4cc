/** Where check-ins name somebody in what others read: drawn anew, or taken down, once they are erased. */
import type { NamingRow } from "../feature.ts";
import { later, listStanding } from "../jobs/queries.ts";
import { unsayNaming } from "../privacy/unsay.ts";
import { leaveRedraw } from "./answering/keep.ts";
import { outcomeJob, outcomeSubject } from "./follow/respond.ts";
import { findFollowing, listHelpedIn, listOutcomesOf } from "./queries/naming.ts";
import { summaryAgain } from "./summary/again.ts";

const atOnce = 50;

export const checkinNamings: readonly NamingRow[] = [
  {
    // "You said, we did" in the channel, and in the summary of the round after it.
    naming: "checkins.outcomes",
    redraw: async (work, selves, after) => {
      const { tx, now, organization } = work;
      const outcomes = await listOutcomesOf(tx, organization.id, selves, after, atOnce);
      const subjects = outcomes.map(({ id }) => outcomeSubject(id));
      const standing = await listStanding(tx, organization.id, subjects);
      for (const { id, round } of outcomes) {
        const again = standing.has(outcomeSubject(id)) ? [outcomeJob(id, now)] : [];
        const next = await findFollowing(tx, organization.id, round);
        const summaries = next === undefined ? [] : await summaryAgain(work, next);
        await later(tx, organization.id, now, ...again, ...summaries);
      }
      return outcomes.at(-1)?.id ?? null;
    },
  },
  {
    // "Thank Ben" under an answer that named them, while its round is open.
    naming: "checkins.helped",
    redraw: async (work, selves, after) => {
      const { tx, organization } = work;
      const named = await listHelpedIn(tx, organization.id, selves, after, atOnce);
      for (const { round, person } of named) await leaveRedraw(work, round, person);
      return named.at(-1)?.person ?? null;
    },
  },
  unsayNaming("checkins.assigned:"),
  unsayNaming("checkins.ended:"),
];
