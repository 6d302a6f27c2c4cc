/** Every migration, in order. One that was released is never edited. */
import type { Migrations } from "../src/store/migrate.ts";

import * as foundation from "./0001_foundation.ts";
import * as checkins from "./0002_checkins.ts";
import * as peers from "./0003_peers.ts";
import * as linking from "./0004_linking.ts";
import * as conversations from "./0005_conversations.ts";

export const migrations: Migrations = {
  "0001_foundation": foundation,
  "0002_checkins": checkins,
  "0003_peers": peers,
  "0004_linking": linking,
  "0005_conversations": conversations,
};
