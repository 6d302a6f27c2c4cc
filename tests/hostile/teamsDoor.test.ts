/** What nobody should send, signed as Teams would, to the real program's parts: HTTP, the adapter, the engine, the database. */
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { whole } from "../../src/chat/whole.ts";
import { typesInChannel, typesPrivately } from "../support/teamsActs.ts";
import {
  bot,
  inChannel,
  inPrivate,
  openTeamsOffice,
  type TeamsOffice,
  tenant,
} from "../support/teamsOffice.ts";
import { mutated, planted, withNul } from "./mutate.ts";

const cases = 1_000;

let office: TeamsOffice;
let presses: readonly Record<string, unknown>[];
let others: readonly Record<string, unknown>[];
let tables: readonly string[];
beforeAll(async () => {
  office = await openTeamsOffice();
  const found = await office.store.transact((tx) => tx.introspection.getTables());
  tables = found.map(({ name }) => name);
  presses = await drawnOnes();
  others = happenings();
}, 60_000);
afterAll(() => office.close());

/** Presses of every button on what people are shown at first, and forms as they are sent. */
async function drawnOnes(): Promise<Record<string, unknown>[]> {
  const bodies: unknown[] = [];
  for (const name of ["ana", "lee"]) {
    for (const said of ["kudos", "kudos @ben for the tea", "rapport", "rapport setup", "checkin"])
      bodies.push((await typesPrivately(office, name, said)).body);
    bodies.push((await typesInChannel(office, name, "kudos @ben for the tea")).body);
  }
  await office.settle();
  const drawn = [...bodies, ...office.connector.calls.map(({ body }) => body)];
  const pressed = partsOf(drawn).filter(({ type }) => String(type).startsWith("Action.Execute"));
  return pressed.flatMap(({ data }) =>
    ["ana", "lee"].map((name) => ({
      type: "invoke",
      name: "adaptiveCard/action",
      ...inPrivate(office, name),
      replyToId: "1",
      value: { action: { type: "Action.Execute", data }, trigger: "manual" },
    })),
  );
}

function happenings(): Record<string, unknown>[] {
  const ana = inPrivate(office, "ana");
  const ward = inChannel(office, "ana");
  const invoke = (name: string, value: object) => ({ type: "invoke", name, ...ana, value });
  const ben = office.people.ben?.id ?? "";
  return [
    { type: "message", ...ana, text: "kudos @ben for the tea" },
    { type: "message", ...ward, text: "<at>Rapport</at> kudos for the calm &amp; kind handover" },
    { type: "messageReaction", ...ward, reactionsAdded: [{ type: "like" }], replyToId: "1" },
    { type: "conversationUpdate", ...ward, membersAdded: [{ id: ben }] },
    { type: "installationUpdate", ...ana, action: "add" },
    invoke("composeExtension/fetchTask", { commandId: "give" }),
    invoke("composeExtension/query", { parameters: [{ name: "who", value: "be" }] }),
    invoke("application/search", { queryText: "be", dataset: "people" }),
    invoke("task/submit", { data: {} }),
  ];
}

type Part = Readonly<Record<string, unknown>>;

function partsOf(node: unknown): Part[] {
  if (Array.isArray(node)) return node.flatMap(partsOf);
  if (typeof node !== "object" || node === null) return [];
  return [node as Part, ...Object.values(node).flatMap(partsOf)];
}

/** How many rows each table has. */
async function rowsNow(): Promise<string> {
  const counts = tables.map((table) => sql`(select count(*) from ${sql.table(table)})`);
  const row = await office.store.transact((tx) =>
    sql<{ all: string }>`select ${sql.join(counts, sql` || ' ' || `)} as "all"`.execute(tx),
  );
  return row.rows[0]?.all ?? "";
}

describe("what nobody should send, signed as Teams signs", () => {
  it(`${cases} times: it is answered or refused, a failure keeps nothing, and no token is logged`, {
    timeout: 120_000,
  }, async () => {
    const statuses = new Map<number, number>();
    const isDown = fc.integer({ min: 1, max: 20 }).map((one) => one === 20);
    const either = fc.oneof(mutated(presses), mutated(others));
    const property = fc.asyncProperty(either, isDown, async (payload, down) => {
      const before = down ? await rowsNow() : "";
      office.breakDatabase(down);
      const { status } = await office.send(payload);
      office.breakDatabase(false);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // 401: its tenant, its channel or its service's address is another.
      expect(down ? [200, 400, 401, 500] : [200, 400, 401]).toContain(status);
      if (status === 500) expect(await rowsNow()).toBe(before);
    });
    await fc.assert(property, { numRuns: cases, endOnFailure: true });
    await office.settle();

    expect(statuses.get(200)).toBeGreaterThan(cases / 4);
    const tokens = [planted, "eyJ", "token-", "the app's password"];
    const told = office.logged.filter((line) => tokens.some((token) => line.includes(token)));
    expect(told).toEqual([]);
    expect((await typesPrivately(office, "ana", "kudos help")).status).toBe(200);
  });

  it("is refused where any text of it, an account's or a channel's id too, holds U+0000", {
    timeout: 60_000,
  }, async () => {
    const sent = [...presses, ...others].map((sample) => ({
      channelId: "msteams",
      serviceUrl: office.connector.serviceUrl,
      recipient: { id: bot, name: "Rapport" },
      id: "f:1",
      ...sample,
    }));
    // In what a card carries it is changed, and told apart by its mark.
    const all = sent.flatMap(withNul).filter((one) => !whole.safeParse(one).success);
    const step = Math.ceil(all.length / 400);
    const before = await rowsNow();

    const statuses = new Map<number, unknown>();
    for (const payload of all.filter((_, at) => at % step === 0))
      statuses.set((await office.send(payload)).status, payload);

    // Another tenant, channel or address is turned away before it is read.
    expect([...statuses.keys()].filter((status) => status !== 401)).toEqual([400]);
    expect(JSON.stringify(statuses.get(401) ?? tenant)).toMatch(/tenant|msteams|http/);
    expect(await rowsNow()).toBe(before);
  });
});
