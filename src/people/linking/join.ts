/**
 * Makes two persons one, and parts them again. The ids stay: one means the other from now on (`merged_into`), resolved whenever
 * it is read, so that parting finds everything where it was. What is summed for a person each feature sums anew.
 */
import type { Feature, Work } from "../../feature.ts";
import { type JoiningId, newId, type PersonId } from "../../ids.ts";
import { type JobWanted, later } from "../../jobs/queries.ts";
import { audit } from "../../privacy/audit.ts";
import { type Instant, minute, plus } from "../../time/instant.ts";
import { holdPersons, settleShown, settleState } from "../queries/persons.ts";
import { listSelf } from "../queries/self.ts";
import { type Joining, planBringing, planReturning, rootsOf, valuesOf } from "./joining.ts";
import {
  findJoining,
  findSettings,
  insertJoining,
  listJoinings,
  markJoining,
  setMerged,
  updateSettings,
} from "./queries.ts";

export const joinJob = (joining: JoiningId, due: Instant): JobWanted => ({
  kind: "people.join",
  payload: { joining },
  due,
  once: `join:${joining}`,
});

/** Keeps that two persons are one; they become it with `joinPersons`. The first of them stays who they are. */
export async function askJoining(
  { tx, now, organization }: Work,
  [into, person]: readonly [PersonId, PersonId],
  how: Joining["how"],
): Promise<JoiningId> {
  const id = newId("joining", now);
  await insertJoining(tx, organization.id, { id, person, into, how, askedAt: now });
  return id;
}

export type Joined =
  | { readonly kind: "joined" }
  /** A confidential round with both is open: until then it waits, and a job does it. */
  | { readonly kind: "waits"; readonly until: Instant }
  /** They are one already, or were parted since. */
  | { readonly kind: "nothing" };

export async function joinPersons(
  work: Work,
  features: readonly Feature[],
  id: JoiningId,
): Promise<Joined> {
  const { tx, now, organization } = work;
  const asked = await findJoining(tx, organization.id, id);
  if (asked === undefined || asked.joinedAt !== null || asked.partedAt !== null) {
    return { kind: "nothing" };
  }
  await holdPersons(tx, organization.id, [asked.person, asked.into]);
  // Either may have become somebody else since it was asked.
  const one = await listSelf(tx, organization.id, asked.into);
  const other = await listSelf(tx, organization.id, asked.person);
  const [into] = one;
  const [person] = other;
  if (into === undefined || person === undefined || into === person) return { kind: "nothing" };

  const until = await waitsUntil(work, features, into, person);
  if (until !== null) {
    await later(tx, organization.id, now, joinJob(id, until));
    return { kind: "waits", until };
  }
  const brought = planBringing(
    await findSettings(tx, organization.id, into),
    await findSettings(tx, organization.id, person),
  );
  await updateSettings(tx, organization.id, into, valuesOf(brought));
  await setMerged(tx, organization.id, other, into);
  await markJoining(tx, organization.id, id, { joinedAt: now, person, into, brought });
  for (const feature of features) await feature.joined?.(work, { one, other, now: "one" });
  await settle(work, [into]);
  await audit(work, into, "person.joined", { person, into, how: asked.how });
  return { kind: "joined" };
}

/** The moment after the last of what can't be open while two become one; null: nothing is. */
async function waitsUntil(
  work: Work,
  features: readonly Feature[],
  one: PersonId,
  other: PersonId,
): Promise<Instant | null> {
  let until: Instant | null = null;
  for (const feature of features) {
    const closes = (await feature.joinWaits?.(work, one, other)) ?? null;
    if (closes === null) continue;
    // What closes late is looked at again soon after.
    const again = plus(closes > work.now ? closes : work.now, 5 * minute);
    if (until === null || again > until) until = again;
  }
  return until;
}

/** False: they were not one. What was kept under each id is that person's again; settings changed meanwhile stay with whoever stayed. */
export async function partPersons(
  work: Work,
  features: readonly Feature[],
  id: JoiningId,
  by: PersonId,
): Promise<boolean> {
  const { tx, now, organization } = work;
  const joining = await findJoining(tx, organization.id, id);
  if (joining === undefined || joining.partedAt !== null) return false;
  const all = await listSelf(tx, organization.id, joining.person);
  const [before] = all;
  if (before === undefined) return false;
  await holdPersons(tx, organization.id, all);
  await markJoining(tx, organization.id, id, { partedAt: now });
  if (joining.joinedAt === null) return true;

  const joinings = await listJoinings(tx, organization.id, all);
  const standing = joinings.filter((one) => one.joinedAt !== null && one.partedAt === null);
  const roots = rootsOf(all, standing);
  const apart = roots.get(joining.person) ?? joining.person;
  const one = all.filter((each) => roots.get(each) === before);
  const other = all.filter((each) => roots.get(each) === apart);
  await setMerged(
    tx,
    organization.id,
    other.filter((each) => each !== apart),
    apart,
  );
  await setMerged(tx, organization.id, [apart], null);
  const settings = await findSettings(tx, organization.id, before);
  await updateSettings(tx, organization.id, before, planReturning(settings, joining.brought));
  for (const feature of features) await feature.joined?.(work, { one, other, now: "two" });
  await settle(work, [before, apart]);
  await audit(work, by, "person.parted", { person: apart, from: before });
  return true;
}

/** Last: the boards are held whole to be added up anew, and whoever held a row of them before could not. */
async function settle({ tx, organization }: Work, persons: readonly PersonId[]): Promise<void> {
  for (const person of persons) {
    await settleState(tx, organization.id, person);
    await settleShown(tx, organization.id, person);
  }
}
