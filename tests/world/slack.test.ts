import { randomUUID } from "node:crypto";

import { describe, expect } from "vitest";

import { botToken, openEmulate } from "../support/emulate.ts";
import { it, starting } from "../support/program.ts";
import { openSlackDriver } from "../support/slackDriver.ts";
import { until } from "../support/slackOffice.ts";

const signingSecret = "the signing secret";

describe("a server with a Slack of its own", starting, () => {
  it("takes a thanks in, posts it at once, and logs no word of it and no token", async ({
    world,
  }) => {
    const emulated = await openEmulate();
    const server = await world.serves({
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: botToken,
      SLACK_API_URL: `${emulated.url}/api/`,
      LOG_LEVEL: "trace",
    });
    const driver = await openSlackDriver(server.address, signingSecret);
    await until(async () => (await fetch(`${server.address}/readyz`)).ok);
    const { ana = "", ben = "" } = emulated.people;
    const ward = emulated.channels["ward-4"] ?? "";

    // On a busy machine Slack's stand-in may take too long to say who Ben is; then nothing is kept, and asking again is right.
    await until(async () => {
      const answer = await driver.command({
        command: "/kudos",
        text: `<@${ben}|ben> for the unusually calm handover`,
        team_id: emulated.team,
        user_id: ana,
        channel_id: ward,
        channel_name: "ward-4",
        trigger_id: randomUUID(),
        response_url: driver.responseUrl,
      });
      return JSON.stringify(answer.body).includes("Ben Okafor");
    });
    await until(async () => (await emulated.posts(ward)).length > 0);

    expect(JSON.stringify(await emulated.posts(ward))).toContain("the unusually calm handover");
    const metrics = await (await fetch(`${server.address}/metrics`)).text();
    expect(metrics).toMatch(/rapport_handled_total\{kind="command",outcome="recognition\.\w+"\} 1/);
    expect(metrics).toMatch(/rapport_answer_seconds_count\{status="200"\} \d/);
    expect(server.written()).not.toMatch(/calm handover|Okafor|xoxb|signing secret/);

    expect((await server.stop()).code).toBe(0);
    await driver.close();
    await emulated.close();
  });
});
