/** Being there: verifies the connection once since start, then keeps the directory. Slack may be down meanwhile. */
import { setTimeout as sleep } from "node:timers/promises";

import { WebAPIHTTPError } from "@slack/web-api";

import type { Engine } from "#engine";
import type { Clients } from "./clients.ts";
import type { Directory } from "./directory.ts";
import { codeOf } from "./errors.ts";
import { installByToken } from "./install.ts";
import type { Log } from "./log.ts";

export type Ready = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface Presence {
  /** `connect` opens Socket Mode. */
  start(connect: (() => Promise<unknown>) | undefined): void;
  ready(): Ready;
  /** A workspace that was installed just now. */
  welcome(workspace: string): void;
  stop(): Promise<void>;
}

const day = 24 * 60 * 60_000;
const longestWait = 60_000;

export function createPresence({
  config,
  clients,
  engine,
  directory,
  log,
}: {
  readonly config: { readonly botToken?: string };
  readonly clients: Clients;
  readonly engine: () => Engine;
  readonly directory: Directory;
  readonly log: Log;
}): Presence {
  const stopped = new AbortController();
  const { signal } = stopped;
  let state: Ready = { ok: false, reason: "Slack was not reached yet" };
  const running = new Set<Promise<void>>();

  return {
    start: (connect) => run(() => live(connect)),
    ready: () => state,
    welcome: (workspace) => run(() => sync(workspace)),
    async stop() {
      stopped.abort();
      await Promise.all(running);
    },
  };

  function run(work: () => Promise<void>): void {
    const ended = work()
      .catch((error: unknown) => {
        if (!signal.aborted)
          log.error({ code: codeOf(error), error: nameOf(error) }, "Slack's directory is not read");
      })
      .finally(() => running.delete(ended));
    running.add(ended);
  }

  async function live(connect: (() => Promise<unknown>) | undefined): Promise<void> {
    for (let wait = 1_000; ; wait = Math.min(2 * wait, longestWait)) {
      try {
        await verify();
        await connect?.();
        break;
      } catch (error) {
        const reason = `Slack was not reached: ${codeOf(error) ?? nameOf(error)}`;
        state = { ok: false, reason };
        log.warn({ wait }, reason);
        await sleep(wait, undefined, { signal });
      }
    }
    state = { ok: true };
    log.info({}, "Slack was reached");
    for (;;) {
      await syncAll();
      await sleep(day, undefined, { signal });
    }
  }

  async function syncAll(): Promise<void> {
    try {
      for (const { externalId } of await engine().workspaces("slack")) await sync(externalId);
    } catch (error) {
      if (signal.aborted) throw error;
      log.error({ error: nameOf(error) }, "the directories are read tomorrow");
    }
  }

  /** The token's own workspace; without one, any installed workspace; without any, that Slack answers. */
  async function verify(): Promise<void> {
    if (config.botToken !== undefined) {
      await installByToken(clients, engine, config.botToken);
      return;
    }
    const [first] = await engine().workspaces("slack");
    if (first !== undefined) {
      await (await clients.quick(first.externalId)).auth.test();
      return;
    }
    await clients.of(undefined).api.test().catch(forgiveRefusal);
  }

  async function sync(workspace: string): Promise<void> {
    try {
      await directory.sync(workspace, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      log.error(
        { workspace, code: codeOf(error), error: nameOf(error) },
        "the directory was not read to its end",
      );
    }
  }
}

/** Whoever refuses is there. */
function forgiveRefusal(error: unknown): void {
  if (codeOf(error) !== undefined) return;
  if (error instanceof WebAPIHTTPError && error.statusCode < 500) return;
  throw error;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
