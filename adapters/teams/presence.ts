/** Being there: the tenant is installed, a token was made once since start, and the directory is kept. Teams may be down meanwhile. */
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { AccountFacts, Engine } from "#engine";
import type { Directory } from "./directory.ts";
import { type Log, nameOf } from "./log.ts";
import type { Tokens } from "./tokens.ts";

export type Ready = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface Presence {
  start(): void;
  ready(): Ready;
  /** Rapport was put into a conversation. The first who did becomes an admin. */
  added(by: AccountFacts | undefined, roster: string | null): Promise<void>;
  stop(): Promise<void>;
}

const day = 24 * 60 * 60_000;
const longestWait = 60_000;

const installation = z.looseObject({ installer: z.string().nullable().default(null) });

export function createPresence({
  workspace,
  tokens,
  engine,
  directory,
  log,
}: {
  readonly workspace: string;
  readonly tokens: Tokens;
  readonly engine: () => Engine;
  readonly directory: Directory;
  readonly log: Log;
}): Presence {
  const stopped = new AbortController();
  const { signal } = stopped;
  let state: Ready = { ok: false, reason: "Microsoft was not reached yet" };
  let running: Promise<void> = Promise.resolve();

  return {
    start() {
      running = live().catch((error: unknown) => {
        if (!signal.aborted) log.error({ error: nameOf(error) }, "Teams' directory is not read");
      });
    },
    ready: () => state,
    async added(by, roster) {
      const known = await engine().installation("teams", workspace);
      const { installer } = installation.parse(JSON.parse(known?.installation ?? "{}"));
      if (installer === null && by?.kind === "member") await install(by);
      if (roster !== null) await directory.sync(workspace, roster, signal);
    },
    async stop() {
      stopped.abort();
      await running;
    },
  };

  async function live(): Promise<void> {
    for (let wait = 1_000; ; wait = Math.min(2 * wait, longestWait)) {
      try {
        await tokens.token();
        const known = await engine().installation("teams", workspace);
        if (known === undefined) await install(null);
        break;
      } catch (error) {
        const reason = `Microsoft was not reached: ${nameOf(error)}`;
        state = { ok: false, reason };
        log.warn({ wait }, reason);
        await sleep(wait, undefined, { signal });
      }
    }
    state = { ok: true };
    log.info({}, "Microsoft was reached");
    for (;;) {
      await directory.syncAll(workspace, signal).catch((error: unknown) => {
        if (signal.aborted) throw error;
        log.error({ error: nameOf(error) }, "the directory was not read to its end");
      });
      await sleep(day, undefined, { signal });
    }
  }

  async function install(installer: AccountFacts | null): Promise<void> {
    await engine().install({
      platform: "teams",
      externalId: workspace,
      name: "Microsoft Teams",
      token: null,
      installation: JSON.stringify({ installer: installer?.externalId ?? null }),
      installer,
      zone: null,
      locale: null,
      domains: [],
    });
  }
}
