/** Keeps the engine's directory as Teams has it: the people of every team and chat Rapport is in, when it is added and once a day. */
import { setTimeout as sleep } from "node:timers/promises";

import { type AccountFacts, Limited, type References } from "#engine";
import { Refused } from "./connector.ts";
import type { Conversations } from "./conversations.ts";
import type { Log } from "./log.ts";
import { readMember } from "./members.ts";

const mostFailures = 5;

export interface Directory {
  /** Reads one roster. Ends early, and throws, when Teams keeps failing: tomorrow is another day. */
  sync(workspace: string, roster: string, stop: AbortSignal): Promise<void>;
  syncAll(workspace: string, stop: AbortSignal): Promise<void>;
}

export function createDirectory(
  conversations: Conversations,
  references: () => References,
  learn: (workspace: string, accounts: readonly AccountFacts[]) => Promise<void>,
  log: Log,
): Directory {
  return {
    sync,
    async syncAll(workspace, stop) {
      for (const { roster } of await references().rosters(workspace)) {
        try {
          await sync(workspace, roster, stop);
        } catch (error) {
          // A team that took Rapport out says nothing any more.
          if (!(error instanceof Refused)) throw error;
          log.info({ status: error.status, code: error.code }, "a roster is closed to Rapport");
        }
      }
    },
  };

  async function sync(workspace: string, roster: string, stop: AbortSignal): Promise<void> {
    for (let failures = 0; ; failures += 1) {
      try {
        await read(workspace, roster, stop);
        return;
      } catch (error) {
        if (error instanceof Refused || stop.aborted || failures >= mostFailures) throw error;
        const wait = error instanceof Limited ? error.retryAfterSeconds : 2 ** failures;
        log.warn({ workspace, wait }, "the directory waits for Teams");
        await sleep(wait * 1_000, undefined, { signal: stop });
      }
    }
  }

  async function read(workspace: string, roster: string, stop: AbortSignal): Promise<void> {
    let people = 0;
    const at = await conversations.at(workspace, roster);
    for await (const page of conversations.members(at, stop)) {
      await learn(
        workspace,
        page.map((one) => readMember(one, workspace)),
      );
      people += page.length;
    }
    log.info({ workspace, people }, "the directory is in step with Teams");
  }
}
