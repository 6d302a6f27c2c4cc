import { readdirSync, readFileSync } from "node:fs";

import { describe, expect } from "vitest";

import { it, wordsIn } from "../../support/slackOffice.ts";

const folder = new URL("../../fixtures/slack/", import.meta.url);

/** Each payload that Slack once sent to another app, by its file and name. */
const recorded = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => {
    const all = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Record<string, unknown>;
    return Object.entries(all)
      .filter(([, value]) => isPayload(value))
      .map(([name, payload]) => ({ name: `${file} ${name}`, payload: payload as object }));
  });

function isPayload(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("type" in value || "command" in value);
}

/** As if the team and the people in it were ours. */
function rewrite(payload: object, team: string, ana: string, respond: string): object {
  const text = JSON.stringify(payload)
    .replaceAll(/"T0[A-Z0-9]{6,}"/g, JSON.stringify(team))
    .replaceAll(/U0[A-Z0-9]{6,}/g, ana)
    .replaceAll(/https:\/\/hooks\.slack\.com[^"]*/g, respond);
  return JSON.parse(text) as object;
}

describe("what Slack really sends", () => {
  it("is at hand in some variety", () => {
    expect(recorded.length).toBeGreaterThan(15);
  });

  it.for(recorded)("is taken: $name", async ({ payload }, { office }) => {
    const { driver, emulated } = office;
    const ours = rewrite(payload, emulated.team, emulated.people.ana ?? "", driver.responseUrl);

    const answer =
      "event" in ours
        ? await driver.event(ours)
        : "command" in ours
          ? await driver.command(ours as Record<string, string>)
          : await driver.interact(ours);

    expect(answer.status).toBe(200);
    if ("command" in ours) expect(wordsIn(answer.body)).toContain("/kudos @ben");
    if ("actions" in ours) expect(wordsIn(await driver.responded())).toContain("/kudos @ben");
    if ("view" in ours) expect(wordsIn(answer.body)).toContain("/kudos @ben");
  });
});
