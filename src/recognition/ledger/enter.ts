/** Writes entries to the ledger, and keeps the boards in step with it in the same transaction. */
import type { Work } from "../../feature.ts";
import { newId, type RecognitionId } from "../../ids.ts";
import type { Person } from "../../people/person.ts";
import { listMergedSince } from "../../people/queries/self.ts";
import { plus } from "../../time/instant.ts";
import { isCounted, repeatWindow } from "../recognition.ts";
import type { Entry } from "./entry.ts";
import { entriesAs, reversalOf, rollupChanges, scoreChanges } from "./entry.ts";
import {
  addRollups,
  addScores,
  clearScores,
  countCounted,
  insertEntries,
  listEntries,
} from "./queries.ts";
import { eachPage, meantNow, pageSize } from "./read.ts";

/** A thanks from one person to others, as the ledger takes it. */
export interface Gift {
  readonly recognition: RecognitionId;
  readonly giver: Person;
  readonly kind: Entry["kind"];
  /** To each. */
  readonly points: number;
  /** Of each, from the giver's allowance. */
  readonly cost: number;
  readonly receivers: readonly { readonly person: Person; readonly private: boolean }[];
}

/** Enters a thanks; what boards count of it, and everybody's unit and discipline of the day, are frozen now. */
export async function enterGift(work: Work, gift: Gift): Promise<void> {
  const { tx, now, organization } = work;
  const { giver, points } = gift;
  const before = await countCounted(
    tx,
    organization.id,
    giver.id,
    gift.receivers.map((one) => one.person.id),
    plus(now, -repeatWindow),
  );
  await enter(
    work,
    gift.receivers.map(
      ({ person, private: isPrivate }): Entry => ({
        id: newId("ledger", now),
        recognition: gift.recognition,
        giver: giver.id,
        receiver: person.id,
        kind: gift.kind,
        points,
        thanks: 1,
        cost: gift.cost,
        counted: isCounted({ points, isPrivate, countedBefore: before.get(person.id) ?? 0 }),
        givenAt: now,
        enteredAt: now,
        reverses: null,
        giverUnit: giver.unit,
        giverDiscipline: giver.discipline,
        receiverUnit: person.unit,
        receiverDiscipline: person.discipline,
      }),
    ),
  );
}

export async function enter(work: Work, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const { tx, organization } = work;
  await insertEntries(tx, organization.id, entries);
  // Their giver is held: joined with one of the receivers meanwhile, they counted for nobody when they were joined either.
  const ids = new Set(entries.flatMap(({ giver, receiver }) => [giver, receiver]));
  await addUp(work, entriesAs(entries, await listMergedSince(tx, organization.id, [...ids])));
}

/** Takes entries back; nothing is ever deleted from the ledger. Their givers are held. */
export async function reverse(work: Work, entries: readonly Entry[]): Promise<void> {
  const reversals = entries.map((entry) => reversalOf(entry, newId("ledger", work.now), work.now));
  if (reversals.length === 0) return;
  await insertEntries(work.tx, work.organization.id, reversals);
  await addUp(work, await meantNow(work, reversals));
}

async function addUp({ tx, organization }: Work, entries: readonly Entry[]): Promise<void> {
  await addScores(tx, organization.id, scoreChanges(entries, organization.zone));
  await addRollups(tx, organization.id, rollupChanges(entries, organization.zone));
}

/** Makes the boards anew from the ledger: after a change of the organization's zone, or in doubt. */
export async function rebuildScores(work: Work): Promise<void> {
  const { tx, organization } = work;
  await clearScores(tx, organization.id);
  await eachPage(
    (after) => listEntries(tx, organization.id, after, pageSize),
    async (page) => addUp(work, await meantNow(work, page)),
  );
}
