/** Takes messages down where they stand, as far as the platform allows. The words are gone before; this is the rest. */
import { z } from "zod";

import { type NamingRow, type PostRow, post, type Work } from "../feature.ts";
import type { WorkspaceId } from "../ids.ts";
import { later, listMessages, type MessagePlace } from "../jobs/queries.ts";
import { listMessagesIn, listMessagesOf, listSubjects } from "./queries/messages.ts";

const atOnce = 200;

async function leave(work: Work, places: readonly MessagePlace[]): Promise<void> {
  const { tx, now, organization } = work;
  for (let from = 0; from < places.length; from += atOnce) {
    const jobs = places.slice(from, from + atOnce).map(({ subject, workspace, channel }) => ({
      kind: "rights.unsay",
      payload: { subject, workspace, channel },
      due: now,
    }));
    await later(tx, organization.id, now, ...jobs);
  }
}

/** Messages whose subjects begin so and have one of these ids in them: "taken:rec_018f…". */
export async function unsay(
  work: Work,
  beginning: string,
  ids: ReadonlySet<string>,
): Promise<void> {
  if (ids.size === 0) return;
  const begun = await listMessagesOf(work.tx, work.organization.id, beginning);
  await leave(
    work,
    begun.filter(({ subject }) => subject.split(":").some((part) => ids.has(part))),
  );
}

/** Messages whose subjects begin so and have the person's id in them: they tell of something the person did. */
export const unsayNaming = (beginning: string): NamingRow => ({
  naming: beginning,
  redraw: async (work, selves, after) => {
    const subjects = await listSubjects(work.tx, work.organization.id, beginning, after, atOnce);
    const ids = new Set<string>(selves);
    for (const subject of subjects) {
      if (!subject.split(":").some((part) => ids.has(part))) continue;
      await leave(work, await listMessages(work.tx, work.organization.id, subject));
    }
    return subjects.at(-1) ?? null;
  },
});

/** All that stands in a channel. */
export async function unsayIn(work: Work, workspace: WorkspaceId, channel: string): Promise<void> {
  await leave(work, await listMessagesIn(work.tx, work.organization.id, workspace, channel));
}

export const unsayRow: PostRow = post({
  post: "rights.unsay",
  read: z.object({
    subject: z.string(),
    workspace: z.string().transform((id) => id as WorkspaceId),
    channel: z.string(),
  }),
  say: async (_work, { subject, workspace, channel }) => ({
    subject,
    to: { kind: "channel", workspace, channel },
    card: null,
  }),
});
