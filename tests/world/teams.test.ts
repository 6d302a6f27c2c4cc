import { describe, expect } from "vitest";

import { botToken, openEmulate } from "../support/emulate.ts";
import { openFakeConnector } from "../support/fakeConnector.ts";
import { it, type Server, starting } from "../support/program.ts";
import { until } from "../support/slackOffice.ts";
import { openTeamsKeys } from "../support/teamsKeys.ts";
import { appId, bot, channel, fromOf, personOf, team, tenant } from "../support/teamsOffice.ts";

const password = "the app's password";

/** Tells on SIGUSR2 how many of the modules it has loaded are Microsoft's SDK. */
const telling = `--import=data:text/javascript,${encodeURIComponent(
  `import { createRequire } from "node:module";
   const { cache } = createRequire("/");
   process.on("SIGUSR2", () => {
     const found = Object.keys(cache).filter((path) => /bot(builder|framework)/.test(path));
     process.stderr.write("loaded " + found.length + " of them\\n");
   });`,
)}`;

async function sdkModules(server: Server): Promise<number> {
  const read = () => /loaded (\d+) of them/.exec(server.written())?.[1];
  process.kill(server.process, "SIGUSR2");
  await until(() => read() !== undefined);
  return Number(read());
}

describe("a server with a Teams of its own", starting, () => {
  it("takes a thanks in, posts it at once, and logs no word of it and no token", async ({
    world,
  }) => {
    const keys = await openTeamsKeys(appId, password);
    const connector = await openFakeConnector(keys.knows, tenant, bot);
    const people = { ana: personOf(1, "Ana Silva"), ben: personOf(2, "Ben Okafor") };
    connector.gather(channel, Object.values(people), team);
    for (const person of Object.values(people)) connector.install(person);
    const server = await world.serves({
      MICROSOFT_APP_ID: appId,
      MICROSOFT_APP_PASSWORD: password,
      MICROSOFT_APP_TENANT_ID: tenant,
      TEAMS_OPENID_URL: keys.openIdUrl,
      TEAMS_TOKEN_URL: keys.tokenUrl,
      LOG_LEVEL: "trace",
      NODE_OPTIONS: telling,
    });
    await until(async () => (await fetch(`${server.address}/readyz`)).ok);

    const response = await fetch(`${server.address}/api/messages`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: keys.sign({ serviceurl: connector.serviceUrl }),
      },
      body: JSON.stringify({
        type: "message",
        id: "1770000000001",
        channelId: "msteams",
        serviceUrl: connector.serviceUrl,
        recipient: { id: bot, name: "Rapport" },
        ...fromOf({ people }, "ana"),
        conversation: { id: channel, conversationType: "channel", tenantId: tenant },
        channelData: { tenant: { id: tenant }, team: { id: team } },
        text: "<at>Rapport</at> kudos <at>Ben</at> for the unusually calm handover",
        entities: [
          { type: "mention", text: "<at>Rapport</at>", mentioned: { id: bot, name: "Rapport" } },
          { type: "mention", text: "<at>Ben</at>", mentioned: { id: people.ben.id, name: "Ben" } },
        ],
      }),
    });
    await until(() => connector.standing(channel).length > 0);

    expect(response.status).toBe(200);
    expect(JSON.stringify(connector.standing(channel))).toContain("the unusually calm handover");
    expect(await sdkModules(server)).toBeGreaterThan(10);
    expect(server.written()).not.toMatch(/calm handover|Okafor|token-\d|the app's password|eyJ/);

    expect((await server.stop()).code).toBe(0);
    await connector.close();
    await keys.close();
  });

  it("loads nothing of Microsoft's where Slack alone is configured", async ({ world }) => {
    const emulated = await openEmulate();
    const server = await world.serves({
      SLACK_SIGNING_SECRET: "secret",
      SLACK_BOT_TOKEN: botToken,
      SLACK_API_URL: `${emulated.url}/api/`,
      NODE_OPTIONS: telling,
    });

    expect(await sdkModules(server)).toBe(0);

    await server.stop();
    await emulated.close();
  });
});
