/** A command works in one organization: the only one there is, or the one it names. */
import { listOrganizations, type Organization, type Work } from "#engine";

import { type Asked, exits, type Ports, Refused } from "./row.ts";

/** A long list on a slow disk; nobody else is kept waiting for it longer than for anything else. */
const longest = 30 * 60_000;

/** Does `act` in one transaction: all of it, or nothing. */
export async function inOrganization<T>(
  ports: Ports,
  asked: Asked,
  wish: "reading" | "writing",
  act: (work: Work) => Promise<T>,
): Promise<T> {
  const { store, close } = await ports.open(wish);
  try {
    return await store.transact(
      async (tx) => {
        const organization = choose(await listOrganizations(tx), asked.organization);
        return act({ tx, now: ports.clock(), organization });
      },
      { within: longest },
    );
  } finally {
    await close();
  }
}

function choose(all: readonly Organization[], named: string | null): Organization {
  const wanted =
    named === null ? all : all.filter(({ id, name }) => id === named || name === named);
  const [organization, other] = wanted;
  if (organization !== undefined && other === undefined) return organization;
  if (all.length === 0) {
    throw new Refused(
      exits.notThere,
      "There is no organization yet: start Rapport with Slack configured, and it makes one.",
    );
  }
  const list = all.map(({ id, name }) => `  ${id}   ${name}`).join("\n");
  throw new Refused(exits.usage, `Say which, as --organization with a name or an id:\n${list}`);
}
