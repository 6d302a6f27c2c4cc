/**
 * `rapport rotate-keys`: a new key, and every token sealed with it. On PostgreSQL beside servers that run: they look into the folder
 * whenever they seal or open. Ended in the middle, the next run goes on with the key that is there.
 */
import {
  createSealer,
  type Key,
  listOrganizations,
  resealTokens,
  type Store,
  type TokensWeighed,
  type Work,
  weighTokens,
} from "#engine";

import { count } from "./file.ts";
import { exits, type Ports, Refused } from "./row.ts";

export async function rotateKeys(ports: Ports): Promise<number> {
  const { store, close } = await ports.open("writing");
  const weigh = async (keys: readonly Key[]) => {
    const [sealer, key] = [createSealer(keys), keys[0]?.id ?? ""];
    return sum(await each(ports, store, (work) => weighTokens(work, sealer, key)));
  };
  try {
    const before = ports.keys.list();
    const found = await weigh(before);
    if (found.lost.length > 0 && found.stale + found.fresh === 0) throw nothingOpens();

    const keys = found.stale > 0 ? before : ports.keys.add();
    const [sealer, key] = [createSealer(keys), keys[0]?.id ?? ""];
    const anew = await each(ports, store, (work) => resealTokens(work, sealer, key));
    const tokens = count(
      anew.reduce((all, one) => all + one, 0),
      "token was",
      "tokens were",
    );
    const began = found.stale > 0 ? "Went on with" : "Made";
    ports.out(`${began} key ${key}: ${tokens} sealed anew.\n`);
    const old = keys.slice(1).map(({ id }) => `seal-${id}.key`);
    return tellWhatIsLeft(ports, old, await weigh(keys));
  } finally {
    await close();
  }
}

/** In a transaction for each organization. */
async function each<T>(
  { clock }: Ports,
  store: Store,
  act: (work: Work) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  for (const organization of await store.transact(listOrganizations))
    done.push(await store.transact((tx) => act({ tx, now: clock(), organization })));
  return done;
}

function sum(all: readonly TokensWeighed[]): TokensWeighed {
  const total = (part: "fresh" | "stale") => all.reduce((sum, one) => sum + one[part], 0);
  return {
    fresh: total("fresh"),
    stale: total("stale"),
    lost: all.flatMap(({ lost }) => lost),
  };
}

const nothingOpens = (): Refused =>
  new Refused(
    exits.notThere,
    "No key in RAPPORT_KEYS opens the tokens of this database: set it to the folder that the server has. Nothing was changed.",
  );

function tellWhatIsLeft(
  ports: Ports,
  old: readonly string[],
  { stale, lost }: TokensWeighed,
): number {
  if (lost.length > 0) {
    ports.complain(
      `No key here opens the token of ${lost.join(", ")}: restore the missing key, or install Rapport there again.\n`,
    );
  }
  if (stale > 0)
    ports.complain(`Meanwhile ${stale} came with an older key: run rotate-keys again.\n`);
  if (lost.length + stale > 0) return exits.notThere;
  ports.out(
    `No older key seals anything any more. Keep ${old.join(", ")} for as long as you keep backups of today or earlier, then delete it.\n`,
  );
  return 0;
}
