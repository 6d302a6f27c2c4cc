import { describe, expect, it } from "vitest";

import { readWords as readSlackWords } from "../../../adapters/slack/words.ts";
import { readText } from "../../../adapters/teams/text.ts";
import { breachesIn, type Reader } from "./reader.ts";
import { sandboxReaders } from "./sandbox.ts";
import { slackReaders } from "./slack.ts";
import { teamsReaders } from "./teams.ts";

/** A row for each reader of what comes in; a platform that comes brings its own. */
const readers: readonly Reader[] = [...slackReaders, ...teamsReaders, ...sandboxReaders];

describe("what comes in from outside", () => {
  it("is tried a hundred thousand times or more", () => {
    expect(readers.reduce((all, { cases }) => all + cases, 0)).toBeGreaterThanOrEqual(100_000);
  });

  it.for(readers)(
    "is read or refused, and never breaks anything. $name",
    {
      timeout: 120_000,
    },
    async ({ run }) => {
      await run();
    },
  );

  it("takes no longer to read for being written to take long", () => {
    const long = ["<at>", "<at ", "<", "</at>", "<at>a</at"].map((mark) => mark.repeat(25_000));
    const began = performance.now();

    for (const text of long) {
      readSlackWords(text);
      readText(text, [], "28:app");
    }

    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("would be caught if it mentioned everybody, got into a page or its token were logged", () => {
    const mention = { type: "mrkdwn", text: "Hello <!channel>" };
    const fallback = { text: "<@U1>", blocks: [] };

    expect(breachesIn({ drawn: [{ blocks: [mention], text: "" }] })).toHaveLength(1);
    expect(breachesIn({ drawn: [fallback] })).toHaveLength(1);
    expect(breachesIn({ drawn: ["<p>a<b></p>"] })).toHaveLength(1);
    expect(breachesIn({ drawn: ['<a href="javascript:x">a</a>'] })).toHaveLength(1);
    expect(breachesIn({ logged: ["lacks: xoxb-000000000000-planted"] })).toHaveLength(1);
    expect(breachesIn({ drawn: [{ type: "mrkdwn", text: "&lt;!channel&gt; <#C1>" }] })).toEqual([]);
  });
});
