/** Keeping confidential answers while their round is open. Nobody reads them again before its close, their author included. */
import type { KeyedWork } from "../../feature.ts";
import type { PersonId, RoundId } from "../../ids.ts";
import { openSpool, type Spool } from "../../privacy/spool.ts";
import type { Answer } from "../answer.ts";
import { findRound, holdPrompt } from "../rounds/queries.ts";
import { findSealed, hasAnySealed, keepSealedRow, listSealed } from "./queries.ts";
import type { Respondent } from "./tally.ts";

/** Confidential answers can't be kept or opened: the round's key is not there. The round waits for it; nothing falls back. */
export class KeyMissing extends Error {
  override readonly name = "KeyMissing";
  readonly round: RoundId;

  constructor(round: RoundId) {
    super(`The key of ${round} is not in RAPPORT_KEYS`);
    this.round = round;
  }
}

/** closed: this round takes no answers (any more), or none from this person. */
export type Keeping = { readonly kind: "kept" } | { readonly kind: "closed" };

/** Bytes to which answers are padded: all that their length tells is how many of these they fill, and scales fill one. */
const step = 1_024;

export const openRoundSpool = (key: Uint8Array): Spool => openSpool(key, step);

/** Undefined: this isn't the key it was sealed with, or the row was changed or moved. */
export function openRespondent(
  spool: Spool,
  { place, sealed }: { readonly place: string; readonly sealed: string },
): Respondent | undefined {
  try {
    return JSON.parse(spool.open(place, sealed)) as Respondent;
  } catch {
    return undefined;
  }
}

/** All of a person's answers; those they gave before are gone. Throws `KeyMissing`. */
export const keepSealed = (
  work: KeyedWork,
  round: RoundId,
  person: PersonId,
  group: string,
  answers: readonly Answer[],
): Promise<Keeping> => keep(work, round, person, group, () => answers);

/** Answers to some questions, such as one tap on a card; what the person answered to others stands. Throws `KeyMissing`. */
export const addSealed = (
  work: KeyedWork,
  round: RoundId,
  person: PersonId,
  group: string,
  answers: readonly Answer[],
): Promise<Keeping> => {
  const isNew = (before: Answer) =>
    answers.some(
      ({ question, partner }) => question === before.question && partner === before.partner,
    );
  return keep(work, round, person, group, (before) => [
    ...before.filter((answer) => !isNew(answer)),
    ...answers,
  ]);
};

/** Whether they have answered while the round is open: for cards and reminders. Throws `KeyMissing`. */
export async function hasAnsweredSealed(
  work: KeyedWork,
  round: RoundId,
  person: PersonId,
): Promise<boolean> {
  const { tx, organization } = work;
  if (!(await hasAnySealed(tx, organization.id, round))) return false;
  const place = (await spoolOf(work, round)).placeOf(person);
  return (await findSealed(tx, organization.id, round, place)) !== undefined;
}

async function keep(
  work: KeyedWork,
  round: RoundId,
  person: PersonId,
  group: string,
  answersAfter: (before: readonly Answer[]) => readonly Answer[],
): Promise<Keeping> {
  const { tx, organization } = work;
  // Held first: the close waits for whoever answers, and whoever comes after it sees that it is over.
  const prompt = await holdPrompt(tx, organization.id, round, person);
  const state = (await findRound(tx, organization.id, round))?.state;
  if (prompt === undefined || prompt.state === "gone" || state !== "open") {
    return { kind: "closed" };
  }
  const spool = await spoolOf(work, round);
  const place = spool.placeOf(person);
  const sealed = await findSealed(tx, organization.id, round, place);
  const before = sealed === undefined ? undefined : openRespondent(spool, { place, sealed });
  const respondent: Respondent = { group, answers: answersAfter(before?.answers ?? []) };
  const row = { place, sealed: spool.seal(place, JSON.stringify(respondent)) };
  await keepSealedRow(tx, organization.id, round, row);
  return { kind: "kept" };
}

/** A key is made for the first answer of a round. Once there are answers a key that doesn't open them is missed, never replaced. */
async function spoolOf({ tx, organization, keys }: KeyedWork, round: RoundId): Promise<Spool> {
  const [kept] = await listSealed(tx, organization.id, round, "", 1);
  const found = keys.find(round);
  const key = found ?? (kept === undefined && keys.usable ? keys.make(round) : undefined);
  const spool = key && openRoundSpool(key);
  if (spool === undefined || (kept !== undefined && openRespondent(spool, kept) === undefined)) {
    throw new KeyMissing(round);
  }
  return spool;
}
