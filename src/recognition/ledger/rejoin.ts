/**
 * After two persons were made one, or parted: their places on the boards are added up anew from the ledger, which stays as it is.
 * What they gave each other counts only while they are two.
 */
import { z } from "zod";

import { type JobRow, job, type Rejoined, type Work } from "../../feature.ts";
import type { PersonId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { minute, plus } from "../../time/instant.ts";
import { type Entry, opposite, rollupChanges, scoreChanges } from "./entry.ts";
import { addRollups, addScores, clearScoresOf, listEntriesOf } from "./queries.ts";
import { eachPage, meantNow, pageSize } from "./read.ts";

export async function recountJoined(work: Work, { one, other, now: are }: Rejoined): Promise<void> {
  const { tx, now, organization } = work;
  const both = [...one, ...other];
  await recount(work, both);
  await eachPage(
    (after) => listEntriesOf(tx, organization.id, one, after, pageSize),
    async (page) => {
      const between = page.filter(
        ({ giver, receiver }) => other.includes(giver) || other.includes(receiver),
      );
      const counted: readonly Entry[] = are === "one" ? opposite(between) : between;
      await addRollups(tx, organization.id, rollupChanges(counted, organization.zone));
    },
  );
  // A thanks that was on its way meanwhile may have been added to a place that is no more.
  await later(tx, organization.id, now, {
    kind: "recognition.recount",
    payload: { persons: both },
    due: plus(now, minute),
  });
}

async function recount(work: Work, persons: readonly PersonId[]): Promise<void> {
  const { tx, organization } = work;
  await clearScoresOf(tx, organization.id, persons);
  await eachPage(
    (after) => listEntriesOf(tx, organization.id, persons, after, pageSize),
    async (page) => {
      const changes = scoreChanges(await meantNow(work, page), organization.zone);
      const theirs = changes.filter(({ member }) => persons.includes(member));
      await addScores(tx, organization.id, theirs);
    },
  );
}

export const recountRow: JobRow = job({
  job: "recognition.recount",
  read: z.object({ persons: z.array(z.string().transform((id) => id as PersonId)) }),
  run: (work, { persons }) => recount(work, persons),
});
