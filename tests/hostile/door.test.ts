/**
 * What nobody should send, signed as Slack would, to the real program's parts: HTTP, Bolt, the adapter, the engine, the database.
 */
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { botToken, clientSecret } from "../support/emulate.ts";
import { opensHome } from "../support/slackActs.ts";
import { openSlackOffice, type SlackOffice, signingSecret } from "../support/slackOffice.ts";
import { hostileText, mutated, planted, withNul } from "./mutate.ts";
import { breachesIn } from "./readers/reader.ts";
import { slackSamples } from "./slackSamples.ts";

const cases = 1_500;

let office: SlackOffice;
let samples: readonly object[];
let tables: readonly string[];
beforeAll(async () => {
  office = await openSlackOffice();
  const found = await office.store.transact((tx) => tx.introspection.getTables());
  tables = found.map(({ name }) => name);
  samples = [...rewritten(), ...(await drawnOnes())];
}, 60_000);
afterAll(() => office.close());

/** As if the team and the people in it were ours. */
function rewritten(): object[] {
  const { emulated, driver } = office;
  const text = JSON.stringify([...slackSamples.values()].flat())
    .replaceAll(/"T0[A-Z0-9]{3,}"/g, JSON.stringify(emulated.team))
    .replaceAll("U0BEN", emulated.people.ben ?? "")
    .replaceAll(/U0[A-Z0-9]{3,}/g, emulated.people.ana ?? "")
    .replaceAll("C0WARD", emulated.channels["ward-4"] ?? "")
    .replaceAll(/https:\/\/hooks\.slack\.com[^"\\]*/g, driver.responseUrl);
  return (JSON.parse(text) as { event?: { type?: string } }[]).filter(
    // These two would end it for everybody: their readers are tried without a server.
    ({ event }) => !["app_uninstalled", "tokens_revoked"].includes(event?.type ?? ""),
  );
}

/** Presses of every button, and every form, that a person and whoever runs the workspace are shown at first. */
async function drawnOnes(): Promise<object[]> {
  const { proxy, driver, emulated } = office;
  for (const name of ["ana", "lee"]) {
    for (const said of ["/kudos", "/kudos @ben for the tea", "/rapport", "/rapport setup"])
      await office.types(name, said);
    for (const said of ["/leaderboard", "/checkin", "/checkin schedule", "/feedback @ben"])
      await office.types(name, said);
    await opensHome(office, name);
  }
  await office.settle();
  const drawn = [
    ...driver.answers,
    ...driver.responses,
    ...["views.open", "views.publish", "chat.postMessage"].flatMap((method) =>
      proxy.calls(method).map(({ body }) => body),
    ),
  ];
  const base = (name: string) => ({
    user: { id: emulated.people[name], team_id: emulated.team },
    team: { id: emulated.team, domain: "st-annes" },
    trigger_id: "1.2.3",
    response_url: driver.responseUrl,
  });
  const found = partsOf(drawn);
  return ["ana", "lee"].flatMap((name) => [
    ...found
      .filter(({ type }) => type === "button")
      .map((button) => ({
        type: "block_actions",
        ...base(name),
        container: { type: "message", channel_id: emulated.channels["ward-4"], message_ts: "1.1" },
        channel: { id: emulated.channels["ward-4"], name: "ward-4" },
        actions: [{ ...button, action_ts: "1.000100" }],
      })),
    ...found
      .filter(({ type }) => type === "modal")
      .map((view) => ({
        type: "view_submission",
        ...base(name),
        view: { id: "V1", ...view, state: { values: filled(view) } },
      })),
  ]);
}

type Part = Readonly<Record<string, unknown>>;

function partsOf(node: unknown): Part[] {
  if (Array.isArray(node)) return node.flatMap(partsOf);
  if (typeof node !== "object" || node === null) return [];
  return [node as Part, ...Object.values(node).flatMap(partsOf)];
}

const filled = (view: Part) =>
  Object.fromEntries(
    partsOf(view)
      .filter(({ type }) => type === "input")
      .map(({ block_id, element }) => [
        block_id,
        {
          [String((element as Part).action_id)]: {
            type: (element as Part).type,
            value: "for the tea",
            selected_options: [],
            selected_option: null,
          },
        },
      ]),
  );

/** How many rows each table has. */
async function rowsNow(): Promise<string> {
  const { store } = office;
  const counts = tables.map((table) => sql`(select count(*) from ${sql.table(table)})`);
  const row = await store.transact((tx) =>
    sql<{ all: string }>`select ${sql.join(counts, sql` || ' ' || `)} as "all"`.execute(tx),
  );
  return row.rows[0]?.all ?? "";
}

let sent = 0;

/** Every delivery is a new one, so that none is answered from memory. */
function fresh(payload: Record<string, unknown>): Record<string, unknown> {
  sent += 1;
  const stamp = typeof payload.trigger_id === "string" ? { trigger_id: `t.${sent}` } : {};
  const event = typeof payload.event_id === "string" ? { event_id: `Ev.${sent}` } : {};
  return { ...payload, ...stamp, ...event };
}

function send(payload: Record<string, unknown>) {
  const { driver } = office;
  if ("event" in payload) return driver.event(payload);
  if (!("command" in payload)) return driver.interact(payload);
  return driver.command(
    Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)])),
  );
}

describe("what nobody should send, signed all the same", () => {
  it(`${cases} times: it is answered or refused, a failure keeps nothing, and nobody is mentioned`, {
    timeout: 120_000,
  }, async () => {
    const statuses = new Map<number, number>();
    const isDown = fc.integer({ min: 1, max: 20 }).map((one) => one === 20);
    const property = fc.asyncProperty(
      mutated(samples).map(fresh),
      isDown,
      async (payload, down) => {
        const before = await rowsNow();
        office.breakDatabase(down);
        const { status, body } = await send(payload);
        office.breakDatabase(false);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(down ? [200, 400, 500] : [200, 400]).toContain(status);
        if (status === 500) expect(await rowsNow()).toBe(before);
        expect(breachesIn({ drawn: [body] })).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: cases, endOnFailure: true });
    await office.settle();

    expect(statuses.get(200)).toBeGreaterThan(cases / 2);
    const { driver, proxy, logged } = office;
    const told = ["views.open", "views.publish", "views.update", "chat.postMessage", "chat.update"];
    const drawn = told.flatMap((method) => proxy.calls(method).map(({ body }) => body));
    expect(breachesIn({ drawn: [...driver.responses, ...drawn] })).toEqual([]);
    const secrets = [planted, signingSecret, botToken, clientSecret];
    expect(logged.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
    expect((await office.types("ana", "/kudos @ben for the tea")).status).toBe(200);
  });

  it("is refused where any text of it, an account's or a channel's id too, holds U+0000", {
    timeout: 60_000,
  }, async () => {
    const all = samples.flatMap(withNul);
    const step = Math.ceil(all.length / 400);
    const before = await rowsNow();

    const statuses = new Set<number>();
    for (const payload of all.filter((_, at) => at % step === 0))
      statuses.add((await send(payload)).status);

    expect([...statuses]).toEqual([400]);
    expect(await rowsNow()).toBe(before);
  });

  it("300 times at the pages that install: no page but refusals, and nothing is installed", {
    timeout: 120_000,
  }, async () => {
    const config = { clientId: "1.2", clientSecret, stateSecret: "a secret for the state" };
    const installing = await openSlackOffice({ config });
    const query = fc.array(
      fc.tuple(
        fc.oneof(fc.constantFrom("code", "state", "error", "slack_app_data", "team"), hostileText),
        fc.oneof(hostileText, fc.constant(planted)),
      ),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(
        query,
        fc.constantFrom("/slack/oauth_redirect", "/slack/install"),
        hostileText,
        async (pairs, path, cookie) => {
          const asked = new URLSearchParams(pairs.map(([a, b]) => [a, b] as [string, string]));
          const answer = await fetch(`${installing.url}${path}?${asked}`, {
            headers: {
              cookie: `slack-app-oauth-state=${encodeURIComponent(cookie.toWellFormed())}`,
            },
            redirect: "manual",
          });
          const page = await answer.text();
          if (path === "/slack/oauth_redirect") expect(answer.status).toBeGreaterThanOrEqual(400);
          expect(page).not.toMatch(/<script>alert|onerror=alert/);
          expect(page).not.toContain(clientSecret);
        },
      ),
      { numRuns: 300, endOnFailure: true },
    );

    const { store, logged } = installing;
    const rows = await store.transact((tx) => tx.selectFrom("workspace").selectAll().execute());
    expect(rows).toEqual([]);
    const secrets = [planted, clientSecret, "a secret for the state"];
    expect(logged.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
    await installing.close();
  });
});
