/** One person on several platforms, and several workspaces in one organization. */
import { z } from "zod";
import { saying } from "../../chat/card.ts";
import type { Word } from "../../chat/inbound.ts";
import type { Outcome } from "../../chat/reply.ts";
import { action, answer, type Context, type Feature, job, recorded } from "../../feature.ts";
import type { JoiningId } from "../../ids.ts";
import { later } from "../../jobs/queries.ts";
import { type Instant, readInstant } from "../../time/instant.ts";
import { openFor } from "../person.ts";
import { findPerson } from "../queries/persons.ts";
import { listSelf } from "../queries/self.ts";
import { listPlatforms } from "../queries/workspaces.ts";
import { codeCard, joinedCard, linkedBlocks, partedCard } from "./cards.ts";
import { linkingHolds, linkingUnheld } from "./holds.ts";
import { joinPersons, partPersons } from "./join.ts";
import { freshCode, linkWith } from "./link.ts";
import { matchRow } from "./match.ts";
import { findJoining, hasBeenActive, listAccountsOf, listJoinings } from "./queries.ts";
import { toldJobs, toldRow } from "./told.ts";
import { typedCode } from "./words.ts";
import { joinWith, showJoinCode, workspaceRow } from "./workspaces.ts";

const joiningRead = z
  .object({ joining: z.string().transform((id) => id as JoiningId) })
  .transform(({ joining }) => joining);

/** `features`: all those that keep something for a person. */
export function createLinking(features: readonly Feature[]): Feature {
  return {
    name: "linking",
    commands: [
      {
        command: "rapport",
        word: "link",
        more: true,
        usage: (say) => say.people.link.usage(),
        run: (context, words) => link(context, words),
      },
      {
        command: "rapport",
        word: "join",
        more: true,
        usage: null,
        run: (context, words) => joinWith(context, features, words),
      },
    ],
    actions: [
      action({ action: "people.link", read: z.unknown(), run: showCode }),
      action({ action: "people.addWorkspace", read: z.unknown(), run: showJoinCode }),
      action({ action: "people.part", read: joiningRead, run: part }),
    ],
    answers: [
      answer({
        answer: "people.linked",
        read: joiningRead,
        draw: async ({ tx, organization, say, person }, joining) => ({
          kind: "card",
          card: joinedCard(say, await listAccountsOf(tx, organization.id, person.id), joining),
        }),
      }),
      answer({
        answer: "people.linkWaits",
        read: z.object({ until: z.string().transform((at): Instant => readInstant(at)) }),
        draw: async ({ say, now }, { until }) => ({
          kind: "card",
          card: saying(say.people.link.waits({ until: say.moment(until, now) })),
        }),
      }),
      answer({
        answer: "people.parted",
        read: z.unknown(),
        draw: async ({ say }) => ({ kind: "replace", card: partedCard(say) }),
      }),
    ],
    holds: linkingHolds,
    unheld: linkingUnheld,
    setup: [workspaceRow],
    posts: [toldRow],
    jobs: [
      matchRow,
      job({
        job: "people.join",
        read: joiningRead,
        run: async (work, id) => {
          const { tx, now, organization } = work;
          const joined = await joinPersons(work, features, id);
          const joining = await findJoining(tx, organization.id, id);
          if (joined.kind !== "joined" || joining === undefined) return;
          const person = await findPerson(tx, organization, joining.into);
          if (person === undefined) return;
          // Whoever has never met Rapport hears of it in their settings: nothing is written to them for a list that was compared.
          const met = person.welcomedAt !== null || joining.how === "code";
          if (!met && !(await hasBeenActive(tx, organization.id, person.id))) return;
          const told = await toldJobs(work, id, openFor(person, now));
          await later(tx, organization.id, now, ...told);
        },
      }),
    ],
    preferences: async ({ tx, organization, person, say }) => {
      const accounts = await listAccountsOf(tx, organization.id, person.id);
      const ids = await listSelf(tx, organization.id, person.id);
      const standing = (await listJoinings(tx, organization.id, ids)).filter(
        (one) => one.joinedAt !== null && one.partedAt === null,
      );
      return linkedBlocks(
        say,
        accounts,
        standing.map((one) => one.id),
        (await listPlatforms(tx, organization.id)).length > 1,
      );
    },
  };

  async function link(context: Context, words: readonly Word[]): Promise<Outcome> {
    const code = typedCode(words);
    return code === null ? showCode(context) : linkWith(context, features, code);
  }

  async function part(context: Context, id: JoiningId): Promise<Outcome> {
    const { tx, now, organization, person, say } = context;
    const ids = await listSelf(tx, organization.id, person.id);
    const joining = await findJoining(tx, organization.id, id);
    const isTheirs = joining !== undefined && ids.includes(joining.person);
    const told = isTheirs ? await toldJobs(context, id, now) : [];
    if (!isTheirs || !(await partPersons(context, features, id, person.id))) {
      return { kind: "replace", card: saying(say.people.link.apartAlready()) };
    }
    await later(tx, organization.id, now, ...told);
    return recorded("people.parted", null);
  }
}

async function showCode(context: Context): Promise<Outcome> {
  const code = await freshCode(context, "person");
  return { kind: "card", card: codeCard(context.say, code) };
}
