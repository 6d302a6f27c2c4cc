/** The token by which Teams knows us: one at a time, made anew before it ends. */
import { z } from "zod";

import { type Clock, millisecondsOf } from "#engine";
import type { TeamsConfig } from "./settings.ts";

export interface Tokens {
  /** Throws where none is to be had now. */
  token(): Promise<string>;
  /** After it was refused, although its time isn't over. */
  forget(token: string): void;
}

interface Made {
  readonly token: string;
  readonly until: number;
}

/** So long before its end a token is made anew: whatever is under way with it still arrives. */
const before = 5 * 60_000;
const timeout = 10_000;

const answer = z.looseObject({ access_token: z.string(), expires_in: z.coerce.number() });

export function createTokens(
  config: TeamsConfig,
  identityToken: () => Promise<string>,
  clock: Clock,
): Tokens {
  let held: Made | undefined;
  let under: Promise<Made> | undefined;

  return {
    async token() {
      if (held !== undefined && held.until > millisecondsOf(clock())) return held.token;
      under ??= make().finally(() => {
        under = undefined;
      });
      held = await under;
      return held.token;
    },
    forget(token) {
      if (held?.token === token) held = undefined;
    },
  };

  async function make(): Promise<Made> {
    const now = millisecondsOf(clock());
    if (config.appId === null) return { token: "", until: Number.POSITIVE_INFINITY };
    // The SDK keeps an identity's token itself, and its end.
    if (config.type === "UserAssignedMSI") return { token: await identityToken(), until: now };
    const response = await fetch(config.tokenUrl, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: config.appId,
        client_secret: config.password ?? "",
        scope: "https://api.botframework.com/.default",
      }),
      redirect: "error",
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`No token: Microsoft answered ${response.status}`);
    }
    const { access_token: token, expires_in: seconds } = answer.parse(await response.json());
    return { token, until: now + Math.max(seconds * 1_000 - before, seconds * 500) };
  }
}
