/** Workspaces that were installed by OAuth, an organization each, with their tokens sealed by the keys of a folder. */
import { join } from "node:path";

import { addKey, openKeys } from "../../adapters/keys.ts";
import { migrations } from "../../migrations/index.ts";
import { newId } from "../../src/ids.ts";
import { createSealer, sealedWith } from "../../src/privacy/seal.ts";
import { migrate } from "../../src/store/migrate.ts";
import type { Store } from "../../src/store/store.ts";
import { readInstant } from "../../src/time/instant.ts";
import type { World } from "../support/program.ts";

const now = readInstant("2026-03-18T12:00:00Z");

export const keysOf = ({ folder }: World): string => join(folder, "keys");

export const tokenOf = (team: string): string => `xoxb-secret-of-${team}`;

/** Installed with the key that is the newest now. */
export async function install(world: World, store: Store, teams: readonly string[]): Promise<void> {
  await migrate(store, migrations);
  const sealer = createSealer(openKeys(keysOf(world)));
  const rows = teams.map((team) => ({ team, organization: newId("organization", now) }));
  await store.transact(async (tx) => {
    await tx
      .insertInto("organization")
      .values(
        rows.map(({ team, organization }) => ({
          organization_id: organization,
          name: team,
          locale: "en",
          zone: "UTC",
          domains: "[]",
          record_shapes: "[]",
          sites: "[]",
          created_at: now,
        })),
      )
      .execute();
    await tx
      .insertInto("workspace")
      .values(
        rows.map(({ team, organization }) => ({
          organization_id: organization,
          workspace_id: newId("workspace", now),
          platform: "slack",
          external_id: team,
          name: team,
          token: sealer.seal(tokenOf(team)),
          installation: "{}",
          installed_at: now,
          uninstalled_at: null,
        })),
      )
      .execute();
  });
}

/** How many tokens each key seals, as the database has them. */
export async function countByKey(store: Store): Promise<Record<string, number>> {
  const tokens = await listSealed(store);
  const byKey = Map.groupBy(tokens, ({ token }) => sealedWith(token));
  return Object.fromEntries([...byKey].map(([key, all]) => [key, all.length]));
}

/** The teams whose token opens to what it was, with the keys that are in the folder now. */
export async function teamsThatOpen(world: World, store: Store): Promise<string[]> {
  const sealer = createSealer(openKeys(keysOf(world)));
  const tokens = await listSealed(store);
  return tokens
    .filter(({ team, token }) => sealer.open(token) === tokenOf(team))
    .map(({ team }) => team);
}

export const makeKey = (world: World): void => void addKey(keysOf(world));

async function listSealed(store: Store): Promise<{ team: string; token: string }[]> {
  const rows = await store.transact((tx) =>
    tx
      .selectFrom("workspace")
      .select(["external_id", "token"])
      .where("token", "is not", null)
      .orderBy("external_id")
      .execute(),
  );
  return rows.map((row) => ({ team: row.external_id, token: row.token ?? "" }));
}
