/** The first day at St. Anne's: Rapport is installed, an admin's list of people is taken in, and Priya sets it up. */
import {
  type Filled,
  type Instant,
  importPeople,
  type Json,
  listOrganizations,
  typed,
} from "#engine";

import { safety } from "./answers.ts";
import { installing, kudosChannel } from "./channels.ts";
import { bot, opensAs, people } from "./people.ts";
import { emoji, type Playing, type Stage } from "./stage.ts";

export async function openHospital(ports: Playing, stage: Stage, start: Instant): Promise<void> {
  const { engine, store, tell } = ports;
  tell(start);
  const { platform, externalId: workspace } = await engine.install(installing);
  const accounts = [...people.map(({ facts }) => facts), bot];
  await engine.notice({ kind: "accounts", platform, workspace, accounts });
  await store.transact(async (tx) => {
    const [organization] = await listOrganizations(tx);
    if (organization === undefined) throw new Error("Nothing was installed");
    await importPeople({ tx, now: start, organization }, importRows());
  });

  const set = async (action: string, value: Json, filled: Partial<Filled>): Promise<void> => {
    const opened = await stage.does(opensAs, kudosChannel, { kind: "action", action, value });
    await stage.fills(opensAs, opened, filled);
  };
  await set("recognition.channel", null, { picked: { channel: [kudosChannel] } });
  await set("recognition.emoji", null, { text: { emoji: typed(emoji) } });
  await set("setup.safety", null, {
    text: { incidents: typed(safety.incidents), contacts: typed(safety.contacts) },
  });
  await set("leaderboards.weekly", null, {
    picked: { channel: [kudosChannel], persons: ["yes"] },
  });
  for (const { account } of people.filter(({ prefersPrivate }) => prefersPrivate)) {
    const action = "people.settings.private";
    await stage.does(account, kudosChannel, { kind: "action", action, value: true });
  }
}

/** Rows that name the same unit share one `Typed`: it is judged once. */
function importRows() {
  const names = new Map<string, ReturnType<typeof typed>>();
  const label = (name: string) => {
    const known = names.get(name) ?? typed(name);
    names.set(name, known);
    return known;
  };
  return people.map(({ email, unit, discipline, pattern, leads }, index) => ({
    line: index + 2,
    person: email,
    unit: label(unit),
    discipline: label(discipline),
    leads: leads ? [label(unit)] : [],
    pattern,
  }));
}
