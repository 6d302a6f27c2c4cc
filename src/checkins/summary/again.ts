/** A round's summary drawn anew wherever it stands: in its channel, and with leads. */
import type { Work } from "../../feature.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import type { JobWanted } from "../../jobs/queries.ts";
import { listMessagesOf } from "../../privacy/queries/messages.ts";
import { summaryOf } from "./summarise.ts";
import { tellingOf } from "./summary.ts";
import { findClosed, saidJob, summarySubject } from "./tell.ts";

/** Only a summary with figures has names in it: of those who see to what was said the last time. */
export async function summaryAgain(work: Work, id: RoundId): Promise<JobWanted[]> {
  const { tx, now, organization } = work;
  const standing = await listMessagesOf(tx, organization.id, summarySubject(id, null));
  const found = standing.length === 0 ? undefined : await findClosed(work, id);
  if (found === undefined) return [];
  const { round, template } = found;
  if (tellingOf(await summaryOf(work, round, template)) !== "summary") return [];
  const inChannel = round.summaryTo === "channel" && round.channel !== null;
  return standing.map(({ subject }) => {
    const lead = (subject.split(":")[2] ?? null) as PersonId | null;
    return saidJob(id, lead, now, lead !== null && inChannel);
  });
}
