import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect } from "vitest";

import { botToken, type Emulated, openEmulate } from "../support/emulate.ts";
import { type FaultProxy, openFaultProxy } from "../support/faultProxy.ts";
import { readyz, until } from "../support/load.ts";
import { it, type Server, starting, type World } from "../support/program.ts";
import { openSlackDriver, type SlackDriver } from "../support/slackDriver.ts";

const signingSecret = "the-signing-secret-9f2c";
const said = "the unusually calm handover";

/** What nobody may find: secrets, words, and what a person is called. */
const secrets = [botToken, signingSecret, said, "Okafor", "hooks-secret"];
const leaksIn = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

interface Stage {
  readonly server: Server;
  readonly proxy: FaultProxy;
  readonly emulated: Emulated;
  readonly driver: SlackDriver;
  thanks(delivery: string, sending?: { signature: string }): Promise<unknown>;
  metrics(): Promise<string>;
  close(): Promise<void>;
}

async function serve(
  world: World,
  prepare: (proxy: FaultProxy) => void = () => {},
): Promise<Stage> {
  const emulated = await openEmulate();
  const proxy = await openFaultProxy(emulated.url);
  prepare(proxy);
  const server = await world.serves({
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: proxy.apiUrl,
    LOG_LEVEL: "trace",
    NODE_OPTIONS: "--report-on-signal",
  });
  const driver = await openSlackDriver(server.address, signingSecret);
  return {
    server,
    proxy,
    emulated,
    driver,
    thanks: (delivery, sending) =>
      driver.send(
        new URLSearchParams({
          command: "/kudos",
          text: `<@${emulated.people.ben}> for ${said}`,
          team_id: emulated.team,
          user_id: emulated.people.ana ?? "",
          channel_id: emulated.channels["ward-4"] ?? "",
          channel_name: "ward-4",
          trigger_id: delivery,
          response_url: `${driver.responseUrl}/hooks-secret`,
        }).toString(),
        { type: "application/x-www-form-urlencoded", ...sending },
      ),
    metrics: async () => (await fetch(`${server.address}/metrics`)).text(),
    async close() {
      await server.stop();
      await driver.close();
      await proxy.close();
      await emulated.close();
    },
  };
}

const isReady = async ({ server }: Stage) => (await readyz(server.address)).status === 200;

describe("no secret and no word of anybody", starting, () => {
  it("is told of a token that Slack doesn't take", async ({ world }) => {
    const stage = await serve(world, (proxy) =>
      proxy.fail("auth.test", { kind: "refused", error: "invalid_auth" }, 1_000),
    );
    await stage.thanks("1");
    await until(async () => stage.server.written().includes("invalid_auth"));
    const { reasons } = await readyz(stage.server.address);

    expect(reasons.join()).toContain("invalid_auth");
    expect(leaksIn(stage.server.written() + reasons.join() + (await stage.metrics()))).toEqual([]);
    await stage.close();
  });

  it("is told when Slack refuses, fails, limits, or a request is forged", async ({ world }) => {
    const stage = await serve(world);
    await until(() => isReady(stage));
    for (const failure of [
      { kind: "refused", error: "not_allowed_token_type" },
      { kind: "status", status: 500 },
      { kind: "limited", seconds: 1 },
      { kind: "lost" },
    ] as const) {
      stage.proxy.fail("users.info", failure);
      stage.proxy.fail("chat.postMessage", failure);
    }

    for (let delivery = 1; delivery <= 6; delivery += 1) await stage.thanks(`${delivery}`);
    await stage.thanks("forged", { signature: "v0=00ff" });
    await stage.driver.event({
      type: "event_callback",
      token: botToken,
      event: { type: 5, text: said },
    });
    await stage.proxy.called("chat.postMessage", 2);
    await until(async () => /a job failed|asks to wait/.test(stage.server.written()));
    await stage.server.stop();
    const dead = await world.runs(["jobs", "dead"]);
    const audit = await world.runs(["audit", "export"]);

    expect(stage.server.written()).toContain("Slack can't be written to now");
    expect(stage.server.written()).toContain("unknown shape: event.type");
    expect(leaksIn(stage.server.written() + dead.out + audit.out)).toEqual([]);
    await stage.close();
  });

  it("stands in a diagnostic report of Node's", async ({ world }) => {
    const stage = await serve(world);
    process.kill(stage.server.process, "SIGUSR2");
    const reports = () => readdirSync(world.folder).filter((file) => /^report.*json$/.test(file));
    await until(async () => reports().length > 0);
    await stage.close();

    const report = readFileSync(join(world.folder, reports()[0] ?? ""), "utf8");
    expect(report).toContain("nodejsVersion");
    expect(leaksIn(report)).toEqual([]);
  });

  it.for([
    "postgres://rapport:hunter2@127.0.0.1:1/rapport",
    "postgres://rapport:hunter2@[::1/rapport",
    "mysql://rapport:hunter2@localhost/rapport",
  ])("is told of a database that can't be used: %s", async (url, { world }) => {
    const { code, out, err } = await world.runs([], { DATABASE_URL: url });

    expect([75, 78]).toContain(code);
    expect(err).toContain("DATABASE_URL");
    expect(out + err).not.toContain("hunter2");
  });
});
