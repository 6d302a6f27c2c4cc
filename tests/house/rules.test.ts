/** Each rule is shown a small house that breaks it, so that none of them is a rule that can't fail. */
import { describe, expect, it } from "vitest";

import { buildHouse } from "./house.ts";
import { breaches } from "./rule.ts";
import { rules } from "./rules.ts";

type Texts = Readonly<Record<string, string>>;

const told = (texts: Texts): string[] => {
  const house = buildHouse(new Map(Object.entries(texts)));
  return rules.flatMap((rule) => breaches(rule, house).map((line) => `${rule.name} | ${line}`));
};

const sound: Texts = {
  "main.ts": `import { createEngine } from "#engine";
    import { createSlack } from "./adapters/slack/app.ts";
    import { features } from "./src/features.ts";
    const port = process.env.PORT;`,
  "src/index.ts": `export { createEngine } from "./engine.ts";`,
  "src/engine.ts": `import type { Feature } from "./feature.ts";`,
  "src/features.ts": `import { recognition } from "./recognition/index.ts";
    import { checkins } from "./checkins/index.ts";`,
  "src/feature.ts": `import type { Tx } from "./store/store.ts";`,
  "src/store/store.ts": `import type { Kysely } from "kysely";`,
  "src/time/zone.ts": `export const at = () => Temporal.Now.instant(); export const old = new Date(0);`,
  "src/text/en/recognition.ts": `export const thanked = "You have two points left to give.";`,
  "src/recognition/index.ts": `import { give } from "./give.ts";`,
  "src/recognition/give.ts": `import { z } from "zod";
    import { decideRecognition } from "./recognition.ts";
    import { findFacts } from "./queries.ts"; // Date, Temporal and process.env are words here
    throw new Error("There is no such recognition here.");`,
  "src/recognition/recognition.ts": `export function decideRecognition() { return /new Date/.test("Temporal"); }`,
  "src/recognition/queries.ts": `import { sql } from "kysely";
    export async function findFacts<T extends { a: () => void }>(tx: Tx, organization: OrganizationId, row: T) {}
    export const markSeen = async (tx: Tx, organization: OrganizationId): Promise<void> => {};`,
  "src/recognition/cards.ts": `import { decideRecognition } from "./recognition.ts";`,
  "src/checkins/index.ts": `import { randomBytes } from "node:crypto";`,
  "adapters/slack/app.ts": `import { App } from "@slack/bolt";
    import { readCommand } from "./inbound.ts";
    import { createEngine } from "#engine";`,
  "adapters/slack/inbound.ts": `import type { KnownBlock } from "@slack/types";`,
  "adapters/sqlite/database.ts": `import Database from "better-sqlite3"; import { Kysely } from "kysely";`,
  "migrations/0001_people.ts": `import type { Kysely } from "kysely";`,
  "tests/store/locks.test.ts": `import pg from "pg"; import { find } from "../../src/recognition/queries.ts";`,
};

const broken: readonly {
  readonly rule: string;
  readonly texts: Texts;
  readonly says: string;
}[] = [
  {
    rule: "the engine imports nothing of the world",
    texts: { "src/recognition/recognition.ts": `import { App } from "@slack/bolt";` },
    says: "src/recognition/recognition.ts → @slack/bolt: src knows no platform",
  },
  {
    rule: "the engine imports nothing of the world",
    texts: { "src/jobs/run.ts": `const { post } = await import("../../adapters/slack/app.ts");` },
    says: "src/jobs/run.ts → adapters/slack/app.ts: ",
  },
  {
    rule: "the engine imports nothing of the world",
    texts: { "src/store/migrate.ts": `import type { up } from "../../migrations/0001_people.ts";` },
    says: "src/store/migrate.ts → migrations/0001_people.ts: ",
  },
  {
    rule: "the engine imports nothing of the world",
    texts: { "src/checkins/open.ts": `import { readFile } from "node:fs/promises";` },
    says: "src/checkins/open.ts → node:fs/promises: ",
  },
  {
    rule: "features do not import each other",
    texts: { "src/recognition/give.ts": `import type { Round } from "../checkins/round.ts";` },
    says: "src/recognition/give.ts → src/checkins/round.ts: a feature can be read",
  },
  {
    rule: "only features.ts knows the features",
    texts: { "src/jobs/run.ts": `export { recognition } from "../recognition/index.ts";` },
    says: "src/jobs/run.ts → src/recognition/index.ts: ",
  },
  {
    rule: "the list of features is taken by whoever puts the program together",
    texts: { "src/home.ts": `import { features } from "./features.ts";` },
    says: "src/home.ts → src/features.ts: ",
  },
  {
    rule: "imports point down: engine, features, ground floor",
    texts: { "src/jobs/run.ts": `import type { Engine } from "../engine.ts";` },
    says: "src/jobs/run.ts → src/engine.ts: ",
  },
  {
    rule: "imports point down: engine, features, ground floor",
    texts: { "src/recognition/give.ts": `import { plain } from "#engine";` },
    says: "src/recognition/give.ts → src/index.ts: ",
  },
  {
    rule: "adapters import none of each other",
    texts: { "adapters/teams/app.ts": `import { clip } from "../slack/cards.ts";` },
    says: "adapters/teams/app.ts → adapters/slack/cards.ts: ",
  },
  {
    rule: "adapters know the engine by its front door",
    texts: { "adapters/slack/cards.ts": `import type { Card } from "../../src/chat/card.ts";` },
    says: "adapters/slack/cards.ts → src/chat/card.ts: ",
  },
  {
    rule: "Kysely is met where SQL lives",
    texts: { "src/recognition/give.ts": `import { sql } from "kysely";` },
    says: "src/recognition/give.ts → kysely: SQL lives in queries.ts",
  },
  {
    rule: "each stranger is met in one place",
    texts: { "adapters/http.ts": `import { HTTPReceiver } from "@slack/bolt";` },
    says: "adapters/http.ts → @slack/bolt: ",
  },
  {
    rule: "each stranger is met in one place",
    texts: { "adapters/teams/app.ts": `import { CloudAdapter } from "botbuilder";` },
    says: "adapters/teams/app.ts → botbuilder: ",
  },
  {
    rule: "each stranger is met in one place",
    texts: { "main.ts": `import pg from "pg";` },
    says: "main.ts → pg: ",
  },
  {
    rule: "cards and nouns reach no query",
    texts: {
      "src/recognition/cards.ts": `import { names } from "./names.ts";`,
      "src/recognition/names.ts": `import { findFacts } from "./queries.ts";`,
    },
    says: "src/recognition/cards.ts → src/recognition/names.ts → src/recognition/queries.ts: ",
  },
  {
    rule: "cards and nouns reach no query",
    texts: {
      "src/recognition/recognition.ts": `import type { Facts } from "./queries.ts";
        export const decideRecognition = (facts: Facts) => facts;`,
    },
    says: "src/recognition/recognition.ts → src/recognition/queries.ts: ",
  },
  {
    rule: "no circle, not even of types",
    texts: {
      "src/chat/card.ts": `import type { Line } from "./line.ts";`,
      "src/chat/line.ts": `export type Held = import("./card.ts").Card;`,
    },
    says: "src/chat/card.ts → src/chat/line.ts → src/chat/card.ts: ",
  },
  {
    rule: "the environment is read at the edge",
    texts: { "src/jobs/pace.ts": `const rate = Number(process.env["RATE"]);` },
    says: "src/jobs/pace.ts → process: ",
  },
  {
    rule: "the environment is read at the edge",
    texts: { "src/jobs/pace.ts": "const { env } = process;" },
    says: "src/jobs/pace.ts → process: ",
  },
  {
    rule: "zones live in src/time",
    texts: { "adapters/heartbeat.ts": `const zone = Temporal.Now.timeZoneId();` },
    says: "adapters/heartbeat.ts → Temporal: ",
  },
  {
    rule: "the engine has no clock but the one it is given",
    texts: { "src/checkins/round.ts": `const closes = \`at \${new Date(0)}\`;` },
    says: "src/checkins/round.ts → Date: ",
  },
  {
    rule: "no sentence outside text/",
    texts: { "src/checkins/open.ts": `const reply = \`You have \${left} points left.\`;` },
    says: "src/checkins/open.ts says “You have … points left.”: ",
  },
  {
    rule: "every query takes its transaction and its organization first",
    texts: { "src/recognition/queries.ts": "export function sumSpent(tx: Tx, giver: PersonId) {}" },
    says: "src/recognition/queries.ts sumSpent(tx, giver, …): ",
  },
  {
    rule: "every query takes its transaction and its organization first",
    texts: { "src/store/settings.ts": "export const readSettings = (tx: Tx, name: string) => {};" },
    says: "src/store/settings.ts readSettings(tx, name, …): ",
  },
];

describe("the rules of the house", () => {
  it("find nothing in a house that keeps them", () => {
    expect(told(sound)).toEqual([]);
  });

  it.for(broken)("“$rule” fails with “$says…”", ({ rule, texts, says }) => {
    expect(told({ ...sound, ...texts })).toEqual(
      expect.arrayContaining([expect.stringContaining(`${rule} | ${says}`)]),
    );
  });

  it("are each shown a house that breaks them", () => {
    const shown = new Set(broken.map(({ rule }) => rule));

    expect(rules.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});
