/** Keeps the engine's directory as Slack has it: everybody, page by page, at start and once a day. */
import { setTimeout as sleep } from "node:timers/promises";

import type { WebClient } from "@slack/web-api";

import type { Engine } from "#engine";
import { readUser } from "./accounts.ts";
import type { Clients, Installed } from "./clients.ts";
import { codeOf, waitOf } from "./errors.ts";
import type { Log } from "./log.ts";
import { user as slackUser } from "./payloads.ts";

/** users.list is tier 2, twenty calls a minute: this leaves room for whoever else asks. */
export const betweenPages = 3_500;
const page = 200;
const mostFailures = 5;

export interface Directory {
  /** Reads one workspace's people. Ends early, and says so, when Slack keeps failing: tomorrow is another day. */
  sync(workspace: string, stop: AbortSignal): Promise<void>;
}

export function createDirectory(
  clients: Clients,
  engine: () => Engine,
  log: Log,
  pause: number,
): Directory {
  return {
    async sync(workspace, stop) {
      const installed = await clients.find(workspace);
      if (installed === undefined) return;
      const client = await clients.bulk(workspace);
      let people = 0;
      for (const team of await teamsOf(client, installed)) {
        let cursor = "";
        let failures = 0;
        do {
          try {
            const next = await readPage(client, installed, team, cursor);
            people += next.people;
            cursor = next.cursor;
            failures = 0;
          } catch (error) {
            failures += 1;
            if (failures > mostFailures) throw error;
            const wait = waitOf(error);
            log.warn({ workspace, code: codeOf(error), wait }, "the directory waits for Slack");
            await sleep((wait ?? failures) * 1_000, undefined, { signal: stop });
            continue;
          }
          if (cursor !== "") await sleep(pause, undefined, { signal: stop });
        } while (cursor !== "" || failures > 0);
      }
      log.info({ workspace, people }, "the directory is in step with Slack");
    },
  };

  async function readPage(
    client: WebClient,
    installed: Installed,
    team: string | null,
    cursor: string,
  ) {
    const answer = await client.users.list({
      limit: page,
      include_locale: true,
      ...(cursor === "" ? {} : { cursor }),
      ...(team === null ? {} : { team_id: team }),
    });
    const accounts = (answer.members ?? []).map((one) => readUser(slackUser.parse(one), installed));
    await engine().notice({
      kind: "accounts",
      platform: "slack",
      workspace: installed.workspace,
      accounts,
    });
    return { people: accounts.length, cursor: answer.response_metadata?.next_cursor ?? "" };
  }
}

/** Installed for an enterprise, Slack lists its people team by team. */
async function teamsOf(
  client: WebClient,
  { grid }: Installed,
): Promise<readonly (string | null)[]> {
  if (!grid) return [null];
  const { teams = [] } = await client.auth.teams.list({});
  return teams.flatMap(({ id }) => (id === undefined ? [] : [id]));
}
