/** Both accounts read that they are one person now, each on its own platform, with a way out. */
import { z } from "zod";

import { type PostRow, post, type Work } from "../../feature.ts";
import type { JoiningId, PersonId, WorkspaceId } from "../../ids.ts";
import type { JobWanted } from "../../jobs/queries.ts";
import { speak } from "../../text/say.ts";
import type { Instant } from "../../time/instant.ts";
import { findPerson } from "../queries/persons.ts";
import { joinedCard, partedCard } from "./cards.ts";
import { findJoining, listAccountsOf } from "./queries.ts";

const told = z.object({
  joining: z.string().transform((id) => id as JoiningId),
  workspace: z.string().transform((id) => id as WorkspaceId),
  account: z.string(),
});

/** One for each account they have; drawn anew where it stands when they are parted. */
export async function toldJobs(
  { tx, organization }: Pick<Work, "tx" | "organization">,
  id: JoiningId,
  due: Instant,
): Promise<JobWanted[]> {
  const joining = await findJoining(tx, organization.id, id);
  if (joining === undefined) return [];
  const persons: PersonId[] = [joining.person, joining.into];
  const accounts = new Map(
    (
      await Promise.all(persons.map((person) => listAccountsOf(tx, organization.id, person)))
    ).flatMap((all) => all.map((one) => [`${one.workspace} ${one.account}`, one] as const)),
  );
  return [...accounts.values()].map(({ workspace, account }) => ({
    kind: "people.joinedTold",
    payload: { joining: id, workspace, account },
    due,
    once: `joined:${id}:${workspace}:${account}`,
  }));
}

export const toldRow: PostRow = post({
  post: "people.joinedTold",
  read: told,
  say: async ({ tx, organization }, { joining: id, workspace, account }) => {
    const joining = await findJoining(tx, organization.id, id);
    const person = joining && (await findPerson(tx, organization, joining.person));
    if (joining === undefined || person === undefined || joining.joinedAt === null) return null;
    const say = speak(person.locale, person.zone);
    const accounts = await listAccountsOf(tx, organization.id, joining.person);
    return {
      subject: `joined:${id}:${account}`,
      to: { kind: "account", workspace, account },
      card: joining.partedAt === null ? joinedCard(say, accounts, id) : partedCard(say),
    };
  },
});
