import { createServer } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";

import type { TeamsConfig } from "../../../adapters/teams/app.ts";
import { openSdk } from "../../../adapters/teams/sdk.ts";
import { createTokens } from "../../../adapters/teams/tokens.ts";
import { systemClock } from "../../../src/time/instant.ts";
import { close, portOf } from "../../support/faultProxy.ts";

const managed = (appId: string): TeamsConfig => ({
  appId,
  type: "UserAssignedMSI",
  tenant: "00000000-0000-4000-8000-00000000c0de",
  openIdUrl: "http://127.0.0.1:9/openid",
  tokenUrl: "http://127.0.0.1:9/token",
  here: true,
});

/** As Azure's App Service tells the programs it runs who they are. */
async function openAzure(answer: { status: number; body: object }) {
  const asked: { resource: string | null; client: string | null; secret: unknown }[] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://azure");
    asked.push({
      resource: searchParams.get("resource"),
      client: searchParams.get("client_id"),
      secret: request.headers["x-identity-header"],
    });
    response
      .writeHead(answer.status, { "content-type": "application/json" })
      .end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("IDENTITY_ENDPOINT", `http://127.0.0.1:${portOf(server)}/msi/token`);
  vi.stubEnv("IDENTITY_HEADER", "of this machine");
  return { asked, close: () => close(server) };
}

const tokensOf = (appId: string) =>
  createTokens(managed(appId), openSdk(managed(appId)).identityToken, systemClock);

describe("a managed identity, which has no password", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("gets the app's token from Azure itself, in the identity's name", async () => {
    const appId = "00000000-0000-4000-8000-00000000a99a";
    const azure = await openAzure({
      status: 200,
      body: {
        access_token: "of the identity",
        expires_on: String(Math.round(Date.now() / 1_000) + 86_400),
        resource: "https://api.botframework.com",
        token_type: "Bearer",
        client_id: appId,
      },
    });
    try {
      expect(await tokensOf(appId).token()).toBe("of the identity");
      expect(azure.asked).toEqual([
        { resource: "https://api.botframework.com", client: appId, secret: "of this machine" },
      ]);
    } finally {
      await azure.close();
    }
  });
});
