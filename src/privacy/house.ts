/**
 * Whether all servers of a database keep the keys of rounds in one folder. Each folder has a name (its house); the first server
 * writes its own into the database and says again every few minutes that it is there. A server that finds another's there takes no
 * confidential answers: its keys would be missing elsewhere. Once nobody has spoken for a house for a while, the next one takes over.
 */
import { z } from "zod";

import type { OrganizationId } from "../ids.ts";
import { findSetting, keepSetting, type SettingRow } from "../store/settings.ts";
import type { Store } from "../store/store.ts";
import { type Instant, minute, plus } from "../time/instant.ts";

const house: SettingRow<{ readonly name: string | null; readonly seenAt: Instant }> = {
  name: "house",
  read: z.object({
    name: z.string().nullable().default(null),
    seenAt: z
      .string()
      .default("")
      .transform((at) => at as Instant),
  }),
};

/** It is the database's: all organizations are served with the same keys. */
const everyOrganization = "" as OrganizationId;

const saidEvery = 5 * minute;
const goneAfter = 15 * minute;

/** To be asked at start and every minute: `own` is the name of this server's folder. */
export async function isHouseShared(store: Store, own: string, now: Instant): Promise<boolean> {
  return store.transact(
    async (tx) => {
      const { name, seenAt } = await findSetting(tx, everyOrganization, house);
      if (name !== null && name !== own && seenAt > plus(now, -goneAfter)) return false;
      if (name !== own || seenAt <= plus(now, -saidEvery)) {
        await keepSetting(tx, everyOrganization, house, { name: own, seenAt: now });
      }
      return true;
    },
    { mayRepeat: true },
  );
}
