/**
 * The only file that knows Microsoft's SDK: whether a request comes from Teams, and the tokens of a managed identity. It is no
 * more than that, so that another SDK changes this file alone.
 */
import { AsyncLocalStorage } from "node:async_hooks";

import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from "botbuilder";

import { isServiceUrl } from "./hosts.ts";
import type { TeamsConfig } from "./settings.ts";

/** It doesn't come from Teams, or isn't for us. */
export class Unauthorized extends Error {
  override readonly name = "Unauthorized";
}

export interface Sdk {
  /** Throws `Unauthorized`; anything else where Microsoft's keys can't be had now. */
  verify(
    header: string,
    activity: { readonly channelId?: string | null | undefined; readonly serviceUrl: string },
    tenants: readonly string[],
  ): Promise<void>;
  /** A managed identity's. */
  identityToken(): Promise<string>;
}

const issuer = "https://api.botframework.com";
const scope = "https://api.botframework.com";

export function openSdk(config: TeamsConfig): Sdk {
  const { appId, type, tenant, password, here } = config;
  const login = `https://login.microsoftonline.com/${tenant}`;
  const known = {
    MicrosoftAppId: appId ?? "",
    MicrosoftAppType: type,
    MicrosoftAppTenantId: tenant,
    ...(password === undefined ? {} : { MicrosoftAppPassword: password }),
  };
  const credentials =
    appId === null ? undefined : new ConfigurationServiceClientCredentialFactory(known);
  const authentication =
    credentials &&
    new ConfigurationBotFrameworkAuthentication(
      {
        ...known,
        ToBotFromChannelOpenIdMetadataUrl: config.openIdUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: config.openIdUrl,
        ToBotFromChannelTokenIssuer: issuer,
        ToChannelFromBotLoginUrl: login,
        ToChannelFromBotOAuthScope: scope,
        OAuthUrl: issuer,
        CallerId: "",
        ValidateAuthority: true,
      },
      credentials,
    );

  let identity:
    | ReturnType<typeof ConfigurationServiceClientCredentialFactory.prototype.createCredentials>
    | undefined;

  return {
    async verify(header, activity, tenants) {
      if (!isServiceUrl(activity.serviceUrl, here)) throw new Unauthorized("service URL");
      if (authentication === undefined) return;
      if (tenants.length === 0 || tenants.some((one) => one !== tenant))
        throw new Unauthorized("tenant");
      // The SDK has other ways in, for emulators and skills, which look at less.
      if (activity.channelId !== "msteams" || issuerOf(header) !== issuer)
        throw new Unauthorized("issuer");
      try {
        await silently(() => authentication.authenticateRequest(activity as Activity, header));
      } catch (error) {
        if (isOutage(error)) throw error;
        throw new Unauthorized("token");
      }
    },

    async identityToken() {
      identity ??= credentials?.createCredentials(appId ?? "", scope, login, true);
      const made = await identity;
      if (made === undefined || !("getToken" in made)) throw new Error("No managed identity");
      return (made as { getToken(): Promise<string> }).getToken();
    },
  };
}

/** Before anything is verified: what isn't even said to be Teams' goes no further. */
function issuerOf(header: string): unknown {
  const [scheme, token = ""] = header.split(" ");
  const [, payload = ""] = token.split(".");
  if (scheme !== "Bearer") return undefined;
  try {
    return (JSON.parse(Buffer.from(payload, "base64url").toString()) as { iss?: unknown }).iss;
  } catch {
    return undefined;
  }
}

/** Microsoft's keys weren't told: not the sender's doing. */
const isOutage = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === "FetchError" || ("statusCode" in error && Number(error.statusCode) >= 500));

/** The SDK prints what it refuses, keys and times of tokens with it: nothing of that is for the log. */
const quiet = new AsyncLocalStorage<true>();
// biome-ignore lint/suspicious/noConsole: it is the SDK that prints.
const printed = console.error;
console.error = (...words) => {
  if (quiet.getStore() === undefined) printed(...words);
};
const silently = <T>(work: () => Promise<T>): Promise<T> => quiet.run(true, work);
