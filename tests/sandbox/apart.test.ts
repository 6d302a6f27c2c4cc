import { randomUUID } from "node:crypto";

import { describe, expect } from "vitest";

import { openBrowser } from "../support/browser.ts";
import { botToken, openEmulate } from "../support/emulate.ts";
import { openFaultProxy } from "../support/faultProxy.ts";
import { type Element, findAll, wordsOf } from "../support/markup.ts";
import { it, starting } from "../support/program.ts";
import { openSlackDriver } from "../support/slackDriver.ts";
import { until } from "../support/slackOffice.ts";

const signingSecret = "the signing secret";

/** All by which somebody in Slack would see anything. */
const talking = [
  "chat.postMessage",
  "chat.postEphemeral",
  "chat.update",
  "chat.delete",
  "conversations.open",
  "views.publish",
  "files.getUploadURLExternal",
];

const weeksIn = (page: Element): number =>
  findAll(page, ({ name }) => name === "article").filter((one) =>
    wordsOf(one).includes("Thanks this week"),
  ).length;

function clockOf(page: Element): number {
  const [clock] = findAll(page, ({ attributes }) => attributes.id === "clock");
  const [time] = clock === undefined ? [] : findAll(clock, ({ name }) => name === "time");
  return Date.parse(time?.attributes.datetime ?? "");
}

describe("the sandbox beside Slack", starting, () => {
  it("sends Slack nothing when its clock is moved by a week", async ({ world }) => {
    await using house = new AsyncDisposableStack();
    const emulated = await openEmulate();
    house.defer(emulated.close);
    const proxy = await openFaultProxy(emulated.url);
    house.defer(proxy.close);
    const server = await world.serves({
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: botToken,
      SLACK_API_URL: proxy.apiUrl,
      SANDBOX: "1",
    });
    const driver = await openSlackDriver(server.address, signingSecret);
    house.defer(driver.close);
    await until(async () => (await fetch(`${server.address}/readyz`)).ok);

    // In two minutes Ben would hear of it: that is what must not come sooner.
    const { ana = "", ben = "" } = emulated.people;
    await until(async () => {
      const answer = await driver.command({
        command: "/kudos",
        text: `<@${ben}|ben> for the calm handover`,
        team_id: emulated.team,
        user_id: ana,
        channel_id: emulated.channels["ward-4"] ?? "",
        channel_name: "ward-4",
        trigger_id: randomUUID(),
        response_url: driver.responseUrl,
      });
      return JSON.stringify(answer.body).includes("Ben Okafor");
    });
    await until(() => proxy.calls("chat.postMessage").length === 1);
    const said = () => talking.map((method) => [method, proxy.calls(method).length]);
    const before = said();

    const browser = openBrowser(server.address);
    const kudos = "/as/priya/kudos?most=2000";
    const page = await browser.opens(kudos);
    await browser.sends("/as/priya/kudos/clock", [["to", "monday"]]);
    await browser.sends("/as/priya/kudos/clock", [["to", "monday"]]);
    const later = await browser.opens(kudos);

    expect(weeksIn(page)).toBeGreaterThan(5);
    expect(weeksIn(later)).toBeGreaterThan(weeksIn(page));
    expect(clockOf(later) - clockOf(page)).toBeGreaterThan(7 * 86_400_000);
    expect(said()).toEqual(before);

    expect((await server.stop()).code).toBe(0);
    const store = world.open();
    const [workspaces, jobs] = await store.transact(async (tx) => [
      await tx.selectFrom("workspace").select("platform").execute(),
      await tx.selectFrom("job").select("kind").where("kind", "=", "recognition.tell").execute(),
    ]);
    expect(workspaces).toEqual([{ platform: "slack" }]);
    expect(jobs).toHaveLength(1);
  });
});
