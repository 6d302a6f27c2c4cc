/**
 * Giving by reaction: an emoji kept for it, off until an admin turns it on. On somebody's message it thanks its author; on a
 * kudos post it seconds it. It carries no words; where the allowance is spent it is only a reaction.
 */
import type { Inbound } from "../../chat/inbound.ts";
import type { Outcome } from "../../chat/reply.ts";
import { type Context, recorded } from "../../feature.ts";
import { newId, type RecognitionId } from "../../ids.ts";
import { findSubject, later } from "../../jobs/queries.ts";
import type { Person } from "../../people/person.ts";
import { findAccounts } from "../../people/queries/accounts.ts";
import { holdPersons } from "../../people/queries/persons.ts";
import { findSetting } from "../../store/settings.ts";
import { announceJob, recognitionOf } from "../announce.ts";
import { enterGift, reverse } from "../ledger/enter.ts";
import { listStandingEntries } from "../ledger/queries.ts";
import { markReceiver, markSecondUndone } from "../queries/changes.ts";
import { findRecognition, holdRecognition, insertRecognition } from "../queries.ts";
import { reactionsJob } from "../received/due.ts";
import { secondRecognition } from "../second.ts";
import { type RecognitionSettings, recognitionSettings } from "../settings.ts";
import { findLeft, giveBack, spend } from "../spend.ts";
import { takeBack } from "../undo.ts";
import {
  findReaction,
  linkReaction,
  type ReactionPlace,
  takeReaction,
  unlinkReaction,
} from "./queries.ts";

type Reaction = Extract<Inbound, { kind: "reaction" }>;

const nothing: Outcome = { kind: "nothing" };
/** Kept with the delivery, and answered by nothing: nobody reads an answer to a reaction. */
const kept = recorded("recognition.reacted", {});

export async function takeInReaction(context: Context, reaction: Reaction): Promise<Outcome> {
  const { tx, organization, person, workspace, place } = context;
  if (place.kind !== "channel" || place.private === true || place.shared === true) return nothing;
  const settings = await findSetting(tx, organization.id, recognitionSettings);
  if (settings.emoji === null || settings.emoji !== reaction.emoji) return nothing;

  const here: ReactionPlace = {
    workspace: workspace.id,
    channel: place.channel,
    message: reaction.message.externalId,
    person: person.id,
    emoji: reaction.emoji,
  };
  const event = { at: reaction.at, present: reaction.added };
  if (!(await takeReaction(tx, organization.id, here, event))) return nothing;
  const before = await findReaction(tx, organization.id, here);
  const subject = await findSubject(
    tx,
    organization.id,
    workspace.id,
    place.channel,
    reaction.message.externalId,
  );
  const post = recognitionOf(subject);
  if (reaction.added) {
    if (before?.recognition != null) return kept;
    const given =
      post === null
        ? await thank(context, reaction, settings, before?.told ?? false)
        : await second(context, post);
    if (given !== null) await linkReaction(tx, organization.id, here, given);
    return kept;
  }
  if (before?.recognition != null) {
    const heard = await unreact(context, before.recognition, post !== null, settings);
    await unlinkReaction(tx, organization.id, here, heard || before.told);
  }
  return kept;
}

async function second(context: Context, post: RecognitionId): Promise<RecognitionId | null> {
  const seconded = await secondRecognition(context, post, { onlyIfPaid: true });
  return seconded.kind === "seconded" ? post : null;
}

/** Thanks a message's author: 1, never posted, told once a day with others. Null: it is only a reaction. */
async function thank(
  context: Context,
  reaction: Reaction,
  settings: RecognitionSettings,
  toldBefore: boolean,
): Promise<RecognitionId | null> {
  const { tx, now, organization, person, workspace } = context;
  const author = await findAuthor(context, reaction);
  if (author === null) return null;
  await holdPersons(tx, organization.id, [person.id]);
  const left = await findLeft(context, person, settings.allowance);
  if (left !== null && left.left < 1) return null;
  const cost = left === null ? 0 : 1;
  await spend(context, person, settings.allowance, cost);

  const id = newId("recognition", now);
  await insertRecognition(tx, organization.id, {
    id,
    giver: person.id,
    givenAt: now,
    kind: "reaction",
    points: 1,
    cost,
    visibility: "public",
    workspace: workspace.id,
    link: reaction.message.link ?? null,
    home: null,
    reason: null,
    values: [],
    receivers: [{ person: author.id, private: author.prefersPrivate }],
    outsiders: [],
  });
  await enterGift(context, {
    recognition: id,
    giver: person,
    kind: "reaction",
    points: 1,
    cost,
    receivers: [{ person: author, private: author.prefersPrivate }],
  });
  if (toldBefore) {
    await markReceiver(tx, organization.id, [id], author.id, { told_at: now, tell_id: null });
  } else {
    await later(tx, organization.id, now, reactionsJob(author, now));
  }
  return id;
}

/** Never the bot, never oneself, never a stranger or somebody who left. */
async function findAuthor(context: Context, reaction: Reaction): Promise<Person | null> {
  const { tx, organization, workspace, person } = context;
  const { author } = reaction.message;
  const account = (await findAccounts(tx, organization, workspace.id, [author])).get(author);
  if (account?.person == null || account.kind !== "member") return null;
  return account.person.here && account.person.id !== person.id ? account.person : null;
}

/** Takes back what the reaction gave, and returns what it took. True: its receiver had heard of it. */
async function unreact(
  context: Context,
  id: RecognitionId,
  wasSecond: boolean,
  settings: RecognitionSettings,
): Promise<boolean> {
  const { tx, now, organization, person } = context;
  await holdRecognition(tx, organization.id, id);
  if (!wasSecond) {
    const recognition = await findRecognition(tx, organization, id);
    if (recognition === undefined) return false;
    await takeBack(context, recognition, person.id, null);
    return recognition.receivers.some((one) => one.toldAt !== null);
  }
  await holdPersons(tx, organization.id, [person.id]);
  const entries = await listStandingEntries(tx, organization.id, id, person.id);
  await giveBack(context, entries, settings.allowance);
  await reverse(context, entries);
  await markSecondUndone(tx, organization.id, id, person.id, now);
  await later(tx, organization.id, now, announceJob(id, now));
  return false;
}
