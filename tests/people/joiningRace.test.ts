/** Two servers at once, where the database allows two. What one of them is busy with, the other waits for. */
import { sql } from "kysely";
import { describe, expect, onTestFinished } from "vitest";

import { openPostgres } from "../../adapters/postgres/database.ts";
import type { Inbound, Word } from "../../src/chat/inbound.ts";
import { plain } from "../../src/chat/line.ts";
import { createEngine, type Engine } from "../../src/engine.ts";
import { Fault } from "../../src/fault.ts";
import { features } from "../../src/features.ts";
import { createSealer } from "../../src/privacy/seal.ts";
import { typed } from "../../src/privacy/typed.ts";
import { settles } from "../recognition/stage.ts";
import { database, urlOf } from "../support/databases.ts";
import { it, member, type Office } from "../support/office.ts";
import { replyText } from "../support/text.ts";

/** The office's own server, and another on the same database. */
async function twoServers(office: Office): Promise<readonly [Engine, Engine]> {
  if (office.store.dialect === "sqlite") return [office.engine, office.engine];
  const { rows } = await office.store.transact((tx) =>
    sql<{ name: string }>`select current_database() as name`.execute(tx),
  );
  const store = openPostgres(urlOf(rows[0]?.name ?? ""));
  onTestFinished(() => store.close());
  const other = createEngine({
    store,
    chat: office.chat,
    clock: () => office.now(),
    report: (event) => office.events.push(event),
    features,
    sealer: createSealer([{ id: "test", secret: new Uint8Array(32) }]),
    roundKeys: office.keys,
    chance: () => 0.5,
  });
  return [office.engine, other];
}

/** Somebody with an account on each platform. */
interface Twice {
  readonly name: string;
  readonly slack: string;
  readonly teams: string;
}

async function meets(office: Office, ...names: readonly string[]): Promise<Twice[]> {
  const teams = await office.installs("teams", "TENANT");
  const all = names.map((name) => ({ name, slack: `U_${name}`, teams: `29:${name}` }));
  await office.learns(...all.map(({ slack, name }) => member(slack, `${name} Slack`)));
  await teams.learns(...all.map(({ teams: account, name }) => member(account, `${name} Teams`)));
  return all;
}

let deliveries = 0;

/** Said by an account on either platform; accounts after @ are of the same one. */
function says(office: Office, account: string, command: string, ...words: string[]): Inbound {
  deliveries += 1;
  const isTeams = account.startsWith("29:");
  return {
    kind: "command",
    platform: isTeams ? "teams" : "slack",
    workspace: isTeams ? "TENANT" : office.workspaceExternal,
    account,
    delivery: `race ${deliveries}`,
    place: { kind: "channel", channel: "C_WARD" },
    learnt: [],
    command,
    words: words.map(
      (word): Word =>
        word.startsWith("@")
          ? { kind: "account", externalId: word.slice(1) }
          : { kind: "text", text: typed(word) },
    ),
  } as Inbound;
}

/** The press that thanks somebody of that name, who has no account where the giver is. */
async function picks(office: Office, by: string, name: string): Promise<Inbound> {
  const asked = says(office, by, "kudos", `${name} for the calm`);
  const reply = await office.engine.handle(asked);
  const blocks = reply.kind === "card" ? reply.card.blocks : [];
  const buttons = blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  const pick = buttons.find(({ label }) => plain(label) === name);
  if (pick === undefined) throw new Error(`${by} can't pick ${name}: ${replyText(reply)}`);
  const { action, value = null } = pick;
  return {
    ...asked,
    kind: "action",
    delivery: `${asked.delivery} pressed`,
    action,
    value,
  } as Inbound;
}

/** Delivered until it is answered, as platforms do. */
async function hears(server: Engine, inbound: Inbound): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return replyText(await server.handle(inbound));
    } catch (fault) {
      if (!(fault instanceof Fault) || attempt === 10) throw fault;
    }
  }
}

async function codeOf(office: Office, account: string): Promise<string> {
  const shown = await hears(office.engine, says(office, account, "rapport", "link"));
  return /\b[A-Z0-9]{3}-[A-Z0-9]{3}\b/.exec(shown)?.[0] ?? "";
}

const joinings = (office: Office) =>
  office.store.transact((tx) =>
    tx.selectFrom("joining").select(["joined_at", "parted_at"]).execute(),
  );

const names = ["Ada", "Bob", "Cem", "Dora", "Elif", "Finn", "Gus", "Hana"];

describe("two servers that make the same two persons one", () => {
  it("take a code once, however often it comes at the same instant", async ({ office }) => {
    const servers = await twoServers(office);
    const all = await meets(office, ...names);
    for (const { slack, teams } of all) {
      const code = await codeOf(office, slack);
      const replies = await Promise.all(
        [...servers, ...servers].map((server) =>
          hears(server, says(office, teams, "rapport", `link ${code}`)),
        ),
      );
      expect(replies.filter((reply) => reply.includes("are one person here now"))).toHaveLength(1);
    }
    const rows = await joinings(office);
    expect(rows.filter((row) => row.joined_at !== null)).toHaveLength(all.length);
    expect(rows).toHaveLength(all.length);
  });

  it("join them once where each of the two accounts takes the other's code", async ({ office }) => {
    const [here, there] = await twoServers(office);
    const all = await meets(office, ...names);
    for (const { slack, teams } of all) {
      const [mine, theirs] = [await codeOf(office, slack), await codeOf(office, teams)];
      const replies = await Promise.all([
        hears(here, says(office, slack, "rapport", `link ${theirs}`)),
        hears(there, says(office, teams, "rapport", `link ${mine}`)),
      ]);
      expect(replies.filter((reply) => reply.includes("are one person here now"))).toHaveLength(1);
      expect(replies.filter((reply) => reply.includes("one person here already"))).toHaveLength(1);
    }
    const rows = await joinings(office);
    expect(rows).toHaveLength(all.length);
    expect(rows.every((row) => row.joined_at !== null && row.parted_at === null)).toBe(true);
  });

  it("join them once where their address and a code both say so", async ({ office }) => {
    const [here, there] = await twoServers(office);
    const all = await meets(office, ...names);
    const teams = await office.installs("teams", "TENANT");
    for (const { slack, teams: account } of all) {
      const code = await codeOf(office, slack);
      const email = `${slack.toLowerCase()}@annes.example`;
      await office.learns(member(slack, slack, { email }));
      await teams.learns(member(account, slack, { email }));
      await Promise.all([
        there.tick(),
        hears(here, says(office, account, "rapport", `link ${code}`)),
      ]);
    }
    await office.settle();
    const standing = (await joinings(office)).filter((row) => row.joined_at !== null);
    expect(standing).toHaveLength(all.length);
  });

  it("leave the boards as the ledger has them, though both are thanked, thank each other and take it back meanwhile", {
    timeout: 60_000,
  }, async ({ office }) => {
    const [here, there] = await twoServers(office);
    await settles(office, { allowance: { amount: 500 } });
    const all = await meets(office, ...names);
    for (const [at, { slack, teams, name }] of all.entries()) {
      // Weeks apart: of some the first thanks of their week is on its way.
      if (at % 2 === 1)
        office.itIs(new Date(Date.parse(office.now()) + 8 * 86_400_000).toISOString());
      const code = await codeOf(office, slack);
      const toTeams = await picks(office, slack, `${name} Teams`);
      const toSlack = await picks(office, teams, `${name} Slack`);
      const give = (by: string, ...to: string[]) =>
        says(office, by, "kudos", ...to, `for wish ${deliveries}`);
      await Promise.all([
        ...["U_ANA", "U_BEN", "U_CLEO"].map((by) => hears(there, give(by, `@${slack}`))),
        hears(here, give("U_DAN", `@${slack}`, "@U_ANA")),
        hears(there, says(office, teams, "rapport", `link ${code}`)),
        hears(here, give(slack, "@U_DAN")),
        hears(here, toTeams),
        hears(there, toSlack),
        hears(here, says(office, "U_DAN", "kudos", "undo")),
        hears(here, give("U_LEE", `@${slack}`)),
      ]);
    }
    await office.passes(3 * 60_000);
    expect(await flawsIn(office)).toEqual([]);
  });
});

describe.runIf(database === "postgres")("a thanks between the two", () => {
  it("that waited while they were made one counts for nobody", async ({ office }) => {
    const [here, there] = await twoServers(office);
    const [ada] = await meets(office, "Ada");
    if (ada === undefined) throw new Error("Nobody was met");
    const code = await codeOf(office, ada.slack);
    const toTeams = await picks(office, ada.slack, "Ada Teams");
    const { promise: free, resolve: release } = Promise.withResolvers<void>();
    const { promise: held, resolve: report } = Promise.withResolvers<void>();
    const holding = office.store.transact(async (tx) => {
      await tx.selectFrom("person").select("person_id").forUpdate().execute();
      report();
      await free;
    });
    await held;
    const joined = hears(here, says(office, ada.teams, "rapport", `link ${code}`));
    await waiting(office, 1);
    const thanked = hears(there, toTeams);
    await waiting(office, 2);
    release();
    await holding;

    expect(await joined).toContain("are one person here now");
    await thanked;
    expect(await flawsIn(office)).toEqual([]);
  });
});

/** Until so many wait for a lock. */
async function waiting({ store }: Office, wanted: number): Promise<void> {
  for (;;) {
    const { rows } = await store.transact((tx) =>
      sql<{
        count: number;
      }>`select count(*) from pg_stat_activity where wait_event_type = 'Lock'`.execute(tx),
    );
    if ((rows[0]?.count ?? 0) >= wanted) return;
  }
}

/** Sums of the boards that are not the ledger's, with everybody as they are known now. */
async function flawsIn({ store }: Office): Promise<string[]> {
  return store.transact(async (tx) => {
    const persons = await tx.selectFrom("person").select(["person_id", "merged_into"]).execute();
    const meant = new Map(persons.map((one) => [one.person_id, one.merged_into ?? one.person_id]));
    const sums = new Map<string, number>();
    const add = (key: string, count: number) => sums.set(key, (sums.get(key) ?? 0) + count);
    for (const row of await tx.selectFrom("ledger").selectAll().execute()) {
      const [giver, receiver] = [meant.get(row.giver_id), meant.get(row.receiver_id)];
      if (row.counted === 0 || giver === receiver) continue;
      add("all", row.thanks);
      add(`givers ${giver}`, row.points);
      add(`receivers ${receiver}`, row.points);
    }
    for (const row of await tx
      .selectFrom("rollup")
      .where("board", "=", "all")
      .selectAll()
      .execute())
      add("all", -row.thanks);
    const scores = await tx.selectFrom("score").where("bucket", "=", "all").selectAll().execute();
    for (const row of scores) add(`${row.board} ${row.member}`, -row.points);
    return [...sums].flatMap(([key, off]) => (off === 0 ? [] : [`${key}: ${off}`]));
  });
}
