/** Installing a workspace: with the token of the environment, or by OAuth for any number of them. */
import type { InstallationStore } from "@slack/oauth";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";

import type { AccountFacts, Engine } from "#engine";
import { readUser } from "./accounts.ts";
import type { Clients, Installation, Installed } from "./clients.ts";
import { type SlackUser, user as slackUser } from "./payloads.ts";

/** What Rapport asks for, and what for. The manifest asks for the same. */
export const scopes = {
  commands: "/kudos, /leaderboard, /rapport and the shortcuts",
  "chat:write": "posts and private messages",
  "im:write": "opening a private conversation",
  "users:read": "names and time zones",
  "users:read.email": "joining a person's accounts in Slack and Teams",
  "reactions:read": "thanking by emoji, where an admin turned it on",
  "team:read": "the workspace's name and its e-mail domains",
  "usergroups:read": "thanking a group by its @name",
  "channels:read": "whether a channel is public",
  "groups:read": "posting in a private channel Rapport was added to",
} as const;

/** What a workspace may grant beside: Rapport does without. */
export const optionalScopes = {
  "chat:write.public": "posting in public channels without being added",
  "files:write": "charts as pictures, and a person's own data as files",
} as const;

/** Installs the workspace that the environment's token belongs to. Resolves to its id. */
export async function installByToken(
  clients: Clients,
  engine: () => Engine,
  token: string,
): Promise<string> {
  const client = clients.of(token);
  const who = await client.auth.test();
  const grid = who.is_enterprise_install === true;
  const enterprise = who.enterprise_id ?? null;
  const workspace = (grid ? enterprise : who.team_id) ?? "";
  const kept: Installation = { enterprise, grid, bot: who.user_id ?? null };
  const known = await engine().installation("slack", workspace);
  await engine().install({
    ...(await describe(client, who.team ?? workspace)),
    platform: "slack",
    externalId: workspace,
    token: null,
    installation: JSON.stringify(kept),
    installer: null,
    zone: known === undefined ? await zoneOfOwner(client) : null,
  });
  clients.forget(workspace);
  return workspace;
}

/** Bolt's view of our installations. Only the engine keeps tokens, sealed. */
export function createInstallationStore(
  clients: Clients,
  engine: () => Engine,
  installed: (workspace: string) => void,
): InstallationStore {
  return {
    async storeInstallation({ team, enterprise, isEnterpriseInstall, bot, user }) {
      const grid = isEnterpriseInstall === true;
      const workspace = (grid ? enterprise?.id : team?.id) ?? "";
      if (bot === undefined || workspace === "") throw new Error("Slack installed no bot");
      const kept: Installation = { enterprise: enterprise?.id ?? null, grid, bot: bot.userId };
      const client = clients.of(bot.token);
      const told = await client.users.info({ user: user.id, include_locale: true });
      const installer = slackUser.parse(told.user);
      await engine().install({
        ...(await describe(client, (grid ? enterprise?.name : team?.name) ?? workspace)),
        platform: "slack",
        externalId: workspace,
        token: bot.token,
        installation: JSON.stringify(kept),
        installer: asInstaller(installer, { ...kept, workspace, token: bot.token, byToken: false }),
        zone: installer.tz ?? null,
        locale: installer.locale ?? null,
      });
      clients.forget(workspace);
      installed(workspace);
    },
    // Nothing of Bolt's asks: tokens are the engine's, and so is their end.
    fetchInstallation: () => Promise.reject(new Error("Installations are read from the engine")),
  };
}

/** Whoever installs it for an enterprise may belong to another of its teams, and is no stranger. */
function asInstaller(user: SlackUser, installed: Installed): AccountFacts {
  const facts = readUser(user, installed);
  return facts.kind === "stranger" ? { ...facts, kind: "member" } : facts;
}

const team = z
  .looseObject({ name: z.string().nullish(), email_domain: z.string().nullish() })
  .nullish();

async function describe(client: WebClient, name: string) {
  const told = team.parse((await client.team.info()).team);
  const domains = (told?.email_domain ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  return { name: told?.name ?? name, domains, locale: null };
}

/** The first owner among the first people Slack lists: good enough to begin with, and setup can change it. */
async function zoneOfOwner(client: WebClient): Promise<string | null> {
  const { members = [] } = await client.users.list({ limit: 200 });
  const people = members.map((one) => slackUser.parse(one)).filter((one) => one.is_owner && one.tz);
  return people[0]?.tz ?? null;
}
