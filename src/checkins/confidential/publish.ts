/** The close of a round with confidential answers: opened and counted in memory, released once, and the key destroyed after that. */
import { assertNever } from "../../assert.ts";
import type { KeyedWork } from "../../feature.ts";
import type { PersonId, RoundId, UnitId } from "../../ids.ts";
import { forgetAnswers } from "../../store/deliveries.ts";
import { standsAnswer } from "../answer.ts";
import type { Template } from "../template.ts";
import {
  countAsked,
  countUnits,
  deleteSealed,
  findPromptEnd,
  hasAnySealed,
  hasReleased,
  holdPrompts,
  insertPublished,
  listGroups,
  listSealed,
  neutralisePrompts,
  type PublishedRow,
  replaceGroups,
} from "./queries.ts";
import { type Released, release } from "./release.ts";
import { openRespondent, openRoundSpool } from "./spool.ts";
import { createTally, type Tally } from "./tally.ts";

export type Publishing =
  | { readonly kind: "published" }
  /** Nothing was changed: the answers wait for their key. */
  | { readonly kind: "key-missing" };

/** One statement reads, writes or deletes so many rows; in between the event loop turns, so that nobody's answer waits for all of it. */
const atOnce = 500;

/**
 * All in the caller's transaction: undone, nothing has happened and the next run begins again from the spool. A round that was
 * published stays as it is. Its transaction must be lasting before the key is destroyed.
 */
export async function publishSealed(
  work: KeyedWork,
  round: RoundId,
  template: Template,
): Promise<Publishing> {
  const { tx, organization } = work;
  if (await hasReleased(tx, organization.id, round)) return { kind: "published" };
  await holdPrompts(tx, organization.id, round);
  const read = await readSpool(work, round, template);
  switch (read.kind) {
    case "key-missing":
      return read;
    case "read": {
      const released = release(read.tally, await factsOf(work, round, template));
      await replaceGroups(tx, organization.id, round, released);
      await writeReleased(work, round, released);
      await forgetSpool(work, round, read.ends);
      if (template.sees === "groups") await forgetParticipation(work, round);
      return { kind: "published" };
    }
    default:
      return assertNever(read);
  }
}

/**
 * In a transaction of its own, after the one that published has lasted. Destroying a key twice is no fault; destroying one that
 * answers still wait for is.
 */
export async function destroyKey({ tx, organization, keys }: KeyedWork, round: RoundId) {
  if (await hasAnySealed(tx, organization.id, round)) {
    throw new Error("Answers of this round are not published yet");
  }
  keys.destroy(round);
}

type Read =
  | { readonly kind: "read"; readonly tally: Tally; readonly ends: readonly string[] }
  | Extract<Publishing, { kind: "key-missing" }>;

async function readSpool(
  { tx, organization, keys }: KeyedWork,
  round: RoundId,
  template: Template,
): Promise<Read> {
  const tally = createTally(template);
  const ends: string[] = [];
  const key = keys.find(round);
  const spool = key && openRoundSpool(key);
  for (;;) {
    const rows = await listSealed(tx, organization.id, round, ends.at(-1) ?? "", atOnce);
    const last = rows.at(-1);
    if (last === undefined) return { kind: "read", tally, ends };
    for (const row of rows) {
      const respondent = spool && openRespondent(spool, row);
      if (respondent === undefined) return { kind: "key-missing" };
      tally.add(respondent);
    }
    ends.push(last.place);
    await turn();
  }
}

async function factsOf({ tx, organization }: KeyedWork, round: RoundId, template: Template) {
  const asked = await countAsked(tx, organization.id, round);
  const { groups } = await listGroups(tx, organization.id, round);
  return {
    groups: groups.map((group) => ({ ...group, asked: asked.get(group.key) ?? 0 })),
    sizes: template.perUnit ? await countUnits(tx, organization.id) : new Map<UnitId, number>(),
  };
}

/** Rows come cell by cell, as the release counts them: where a row lies tells nothing of who made it or when. */
async function writeReleased(work: KeyedWork, round: RoundId, released: Released): Promise<void> {
  let some: PublishedRow[] = [];
  for (const row of rowsOf(released)) {
    some.push(row);
    if (some.length < atOnce) continue;
    await insertPublished(work.tx, work.organization.id, round, some);
    await turn();
    some = [];
  }
  if (some.length > 0) await insertPublished(work.tx, work.organization.id, round, some);
}

function* rowsOf({ cells }: Released): Generator<PublishedRow> {
  for (const { values, comments, ...at } of cells) {
    for (const { value, count } of values)
      for (let one = 0; one < count; one += 1) yield { ...at, value, words: null };
    for (const words of comments) yield { ...at, value: null, words };
  }
}

async function forgetSpool(
  { tx, organization }: KeyedWork,
  round: RoundId,
  ends: readonly string[],
): Promise<void> {
  for (const end of ends) {
    await deleteSealed(tx, organization.id, round, end);
    await turn();
  }
}

/** Who answered, when, and who was reminded because they had not: everybody's place looks alike afterwards. */
async function forgetParticipation({ tx, organization }: KeyedWork, round: RoundId): Promise<void> {
  await forgetAnswers(tx, organization.id, standsAnswer, round);
  let after = "" as PersonId;
  for (;;) {
    const upTo = await findPromptEnd(tx, organization.id, round, after, atOnce);
    if (upTo === undefined) return;
    await neutralisePrompts(tx, organization.id, round, { after, upTo });
    after = upTo;
    await turn();
  }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
