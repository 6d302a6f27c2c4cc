/** A hospital that runs the real program, as one server or several, beside a Slack that outlives it. */
import { migrations } from "../../migrations/index.ts";
import { features } from "../../src/features.ts";
import { findWorkspace } from "../../src/people/queries/workspaces.ts";
import { installWorkspace } from "../../src/people/workspace.ts";
import { createSealer } from "../../src/privacy/seal.ts";
import { type RecognitionSettings, recognitionSettings } from "../../src/recognition/settings.ts";
import { migrate } from "../../src/store/migrate.ts";
import { findSetting, keepSetting } from "../../src/store/settings.ts";
import type { Store } from "../../src/store/store.ts";
import { systemClock } from "../../src/time/instant.ts";
import { type FakeSlack, openFakeSlack } from "../support/fakeSlack.ts";
import { readyz, signingSecret, until } from "../support/load.ts";
import { openAt } from "../support/openAt.ts";
import { it as inWorld, type Server, type Variables, type World } from "../support/program.ts";

export interface Hospital {
  readonly world: World;
  readonly slack: FakeSlack;
  /** A server that has reached Slack and its database. */
  serves(more?: Variables): Promise<Server>;
  /** Opens the data, and closes them again: what stays open beside a server would soften its death. */
  look<T>(read: (store: Store) => Promise<T>): Promise<T>;
}

const staff = 60;

export const it = inWorld.extend<{ hospital: Hospital }>({
  hospital: async ({ world }, use) => {
    const slack = await openFakeSlack(staff);
    await use(openHospital(world, slack));
    await slack.close();
  },
});

function openHospital(world: World, slack: FakeSlack): Hospital {
  const inSlack = {
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: "xoxb-the-proofs",
    SLACK_API_URL: slack.apiUrl,
  };
  return {
    world,
    slack,
    async serves(more = {}) {
      const server = await world.serves({ ...inSlack, ...more });
      await until(async () => (await readyz(server.address)).status === 200);
      return server;
    },
    async look(read) {
      const store = openAt(world.variables.DATABASE_URL ?? "");
      try {
        return await read(store);
      } finally {
        await store.close();
      }
    },
  };
}

/** What an admin has settled before the first server starts. */
export function settle(
  { slack }: Hospital,
  change: (settings: RecognitionSettings) => RecognitionSettings,
) {
  return async (store: Store): Promise<void> => {
    await migrate(store, migrations);
    await store.transact(async (tx) => {
      const now = systemClock();
      await installWorkspace(
        tx,
        now,
        createSealer([{ id: "unused", secret: new Uint8Array(32) }]),
        features,
        {
          platform: "slack",
          externalId: slack.team,
          name: "St. Anne's",
          token: null,
          installation: "{}",
          installer: null,
          zone: "Europe/Lisbon",
          locale: "en",
          domains: [],
        },
      );
      const home = await findWorkspace(tx, "slack", slack.team);
      if (home === undefined) throw new Error("It was installed just now");
      const { id } = home.organization;
      const settings = await findSetting(tx, id, recognitionSettings);
      await keepSetting(tx, id, recognitionSettings, change(settings));
    });
  };
}
