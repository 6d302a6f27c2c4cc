/** What only Slack knows of the people in a payload, looked up before the engine sees it. */
import type { WebClient } from "@slack/web-api";

import {
  type AccountFacts,
  assertNever,
  type Clock,
  type Engine,
  type Inbound,
  millisecondsOf,
  type Word,
} from "#engine";
import { createChannels } from "./channels.ts";
import type { Clients, Installed } from "./clients.ts";
import { codeOf } from "./errors.ts";
import { createLatest } from "./latest.ts";
import { asked, createBudget } from "./patience.ts";
import { type SlackUser, user as slackUser } from "./payloads.ts";

export interface Completed {
  readonly inbound: Inbound;
  /** To be called once the engine has kept it. */
  readonly kept: () => void;
}

export interface Accounts {
  /**
   * Adds what the engine needs and does not know. Throws `Silent` when Slack takes too long; `left` says how many milliseconds
   * remain for the whole answer.
   */
  complete(inbound: Inbound, left: () => number): Promise<Completed>;
}

/**
 * How long an account is believed to be known: whoever was erased is looked up again when they write. Whether it is a member's is
 * read from its row for every act, and that changes with Slack's event, at once.
 */
const knownLasts = 10 * 60_000;
/** How long a group's members are believed. */
const groupLasts = 5 * 60_000;
const mostKnown = 50_000;

export function createAccounts(
  clients: Clients,
  engine: () => Engine,
  clock: Clock,
  budgetMs: number,
): Accounts {
  /** Until when. */
  const known = createLatest<number>(mostKnown);
  const groups = createLatest<{ readonly members: readonly string[]; readonly until: number }>(
    1_000,
  );
  const channels = createChannels(clients, clock, budgetMs / 3);

  return {
    async complete(given, left) {
      const inTime = createBudget(budgetMs);
      const [named, place] = await inTime(
        Promise.all([withMembers(given), channels.placeOf(given)]),
      );
      const inbound = { ...named, place };
      const { workspace } = inbound;
      const now = millisecondsOf(clock());
      const strange = accountsIn(inbound).filter(
        (account) => (known.get(`${workspace} ${account}`) ?? 0) <= now,
      );
      const unknown = await engine().unknownAccounts(
        "slack",
        workspace,
        [...new Set(strange)],
        left(),
      );
      const told = await inTime(Promise.all(unknown.map((account) => askWho(workspace, account))));
      const learnt = told.filter((facts) => facts !== undefined);
      const found = new Set(learnt.map((facts) => facts.externalId));
      return {
        inbound: { ...inbound, learnt },
        kept: () => {
          for (const account of strange) {
            if (found.has(account) || !unknown.includes(account))
              known.set(`${workspace} ${account}`, now + knownLasts);
          }
        },
      };
    },
  };

  async function withMembers(inbound: Inbound): Promise<Inbound> {
    if (inbound.kind !== "command") return inbound;
    const words = await Promise.all(
      inbound.words.map(async (word): Promise<Word> => {
        if (word.kind !== "group") return word;
        return { ...word, members: await membersOf(inbound.workspace, word.externalId) };
      }),
    );
    return { ...inbound, words };
  }

  async function membersOf(workspace: string, group: string): Promise<readonly string[]> {
    const key = `${workspace} ${group}`;
    const now = millisecondsOf(clock());
    const before = groups.get(key);
    if (before !== undefined && before.until > now) return before.members;
    const client = await clients.quick(workspace);
    const members = await listMembers(client, group);
    groups.set(key, { members, until: now + groupLasts });
    return members;
  }

  /** A group that Slack doesn't show has nobody to thank. */
  async function listMembers(client: WebClient, usergroup: string): Promise<readonly string[]> {
    try {
      return (await asked(client.usergroups.users.list({ usergroup }))).users ?? [];
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      return [];
    }
  }

  async function askWho(workspace: string, account: string): Promise<AccountFacts | undefined> {
    const installed = await clients.find(workspace);
    if (installed === undefined) return undefined;
    const client = await clients.quick(workspace);
    try {
      const { user } = await asked(client.users.info({ user: account, include_locale: true }));
      return readUser(slackUser.parse(user), installed);
    } catch (error) {
      const code = codeOf(error);
      if (code === "user_not_found" || code === "user_not_visible") return undefined;
      throw error;
    }
  }
}

function accountsIn(inbound: Inbound): string[] {
  switch (inbound.kind) {
    case "command":
      return [inbound.account, ...inbound.words.flatMap(accountsOf)];
    case "shortcut":
      return inbound.message === undefined
        ? [inbound.account]
        : [inbound.account, inbound.message.author];
    case "reaction":
      return [inbound.account, inbound.message.author];
    case "action":
    case "form":
    case "home":
    case "search":
      return [inbound.account];
    default:
      return assertNever(inbound);
  }
}

function accountsOf(word: Word): readonly string[] {
  switch (word.kind) {
    case "text":
    case "channel":
      return [];
    case "account":
      return [word.externalId];
    case "group":
      return word.members;
    default:
      return assertNever(word);
  }
}

export function readUser(user: SlackUser, installed: Installed): AccountFacts {
  const { profile, tz, locale } = user;
  const name = [profile?.display_name, user.real_name, profile?.real_name, user.name].find((one) =>
    one?.trim(),
  );
  return {
    externalId: user.id,
    name: name?.trim() ?? user.id,
    kind: kindOf(user, installed),
    runsWorkspace: installed.byToken && (user.is_admin === true || user.is_owner === true),
    ...(profile?.email ? { email: profile.email } : {}),
    ...(tz ? { zone: tz } : {}),
    ...(locale ? { locale } : {}),
  };
}

/** Guests of several channels are members; guests of one are not. */
function kindOf(user: SlackUser, installed: Installed): AccountFacts["kind"] {
  if (user.is_bot || user.is_workflow_bot || user.is_connector_bot || user.id === "USLACKBOT")
    return "bot";
  if (isStranger(user, installed)) return "stranger";
  if (user.deleted) return "deactivated";
  return user.is_ultra_restricted ? "guest" : "member";
}

/** Slack Connect. In Enterprise Grid a person's team may be another of the same enterprise, or the enterprise itself. */
function isStranger(user: SlackUser, { workspace, enterprise }: Installed): boolean {
  if (user.is_stranger) return true;
  if (!user.team_id || user.team_id === workspace || user.team_id === enterprise) return false;
  return enterprise === null || user.enterprise_user?.enterprise_id !== enterprise;
}
