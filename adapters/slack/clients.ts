/** Tokens and the Web API clients that hold them. */
import { type Logger, WebClient, type WebClientOptions } from "@slack/web-api";
import { z } from "zod";

import type { Engine } from "#engine";

/** What was kept of an installation beside its token: no secret in it. */
export const installation = z.object({
  /** Of Enterprise Grid, where the workspace is part of one. */
  enterprise: z.string().nullable().default(null),
  /** Installed for the whole organization: the workspace's id is then the enterprise's. */
  grid: z.boolean().default(false),
  bot: z.string().nullable().default(null),
});
export type Installation = z.infer<typeof installation>;

export interface Installed extends Installation {
  readonly workspace: string;
  readonly token: string;
  /** By the token of the environment: Slack's own admins are then Rapport's. */
  readonly byToken: boolean;
}

export interface Clients {
  /** Undefined where it isn't installed. */
  find(workspace: string): Promise<Installed | undefined>;
  forget(workspace: string): void;
  /** For what may wait: posts and the directory. */
  bulk(workspace: string): Promise<WebClient>;
  /** For the one who is waiting now: a "wait" told to the others must not reach these calls. */
  quick(workspace: string): Promise<WebClient>;
  /** For a token that is not kept yet. */
  of(token: string | undefined): WebClient;
}

/** Nobody waits longer for an answer of Slack; the SDK's own default is for ever. */
const timeout = 10_000;

export function createClients(
  config: { readonly botToken?: string; readonly apiUrl?: string },
  engine: () => Engine,
  logger: Logger,
): Clients {
  const known = new Map<string, { installed: Installed; bulk: WebClient; quick: WebClient }>();
  const options: WebClientOptions = {
    logger,
    timeout,
    // Ours is the queue: the SDK's would hold every call of the token back, and send a post again whose answer was lost.
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    ...(config.apiUrl === undefined ? {} : { slackApiUrl: config.apiUrl }),
  };

  async function open(workspace: string) {
    const before = known.get(workspace);
    if (before !== undefined) return before;
    const found = await engine().installation("slack", workspace);
    const token = found?.token ?? config.botToken;
    if (found === undefined || token === undefined) return undefined;
    const kept = installation.parse(JSON.parse(found.installation));
    const opened = {
      installed: { ...kept, workspace, token, byToken: found.token === null },
      bulk: new WebClient(token, options),
      quick: new WebClient(token, options),
    };
    known.set(workspace, opened);
    return opened;
  }

  async function need(workspace: string) {
    const opened = await open(workspace);
    if (opened === undefined) throw new Error("This workspace is not installed");
    return opened;
  }

  return {
    find: async (workspace) => (await open(workspace))?.installed,
    forget: (workspace) => void known.delete(workspace),
    bulk: async (workspace) => (await need(workspace)).bulk,
    quick: async (workspace) => (await need(workspace)).quick,
    of: (token) => new WebClient(token, options),
  };
}
