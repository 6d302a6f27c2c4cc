/**
 * One confidential round through nothing but commands, buttons and forms, and then every row of every table: no answer lies beside
 * anybody, and nothing tells those who answered from those who did not.
 */
import { describe, expect } from "vitest";

import { createLog, logEvent } from "../../../adapters/log.ts";
import { safetySettings } from "../../../src/people/footnote.ts";
import { insertUnit, moveToUnit } from "../../../src/people/queries/about.ts";
import type { Cleared } from "../../../src/privacy/phi/cleared.ts";
import { keepSetting } from "../../../src/store/settings.ts";
import { minute, plus } from "../../../src/time/instant.ts";
import { type Actor, it, type Office } from "../../support/office.ts";
import { type AnyRow, everyRow } from "../../support/rows.ts";
import { textOf } from "../../support/text.ts";
import { until } from "../scheduleStage.ts";

const direct = { place: { kind: "direct" } } as const;
const wish = (at: number) => `more hands at the bench, case ${"abcdefghijklmnopqrstuvwx"[at]}q`;
const wishes = Array.from({ length: 24 }, (_, at) => wish(at));
const spoken = (text: string) => wishes.filter((one) => text.includes(one));

/** Twelve of the Core Lab and twelve of 4 West, each with an account of their own. */
async function gather(office: Office): Promise<Actor[]> {
  const people: Actor[] = [];
  for (let at = 0; at < 24; at += 1) {
    people.push(await office.person(`U_P${at}`, { name: `Person${at} Someone` }));
  }
  await office.store.transact(async (tx) => {
    const { organization } = office;
    const lab = await insertUnit(tx, organization, "Core Lab", office.now());
    const west = await insertUnit(tx, organization, "4 West", office.now());
    for (const [at, one] of people.entries()) {
      const account = await tx
        .selectFrom("account")
        .select("person_id")
        .where("external_id", "=", one.account)
        .executeTakeFirstOrThrow();
      if (account.person_id === null) throw new Error(`${one.name} is nobody`);
      await moveToUnit(tx, organization, account.person_id, at < 12 ? lab : west, office.now());
    }
    const contacts = "Ward office 4000" as Cleared;
    await keepSetting(tx, organization, safetySettings, { incidentSystem: null, contacts });
  });
  office.chat.gather(
    "C_LAB",
    people.map(({ account }) => account),
  );
  return people;
}

async function answers(office: Office, actor: Actor, at: number): Promise<void> {
  office.itIs(plus(office.now(), minute));
  await actor.presses("Answer", direct);
  const level = String(1 + (at % 5));
  const picked = { intime: [level], rejected: [level], calling: [level], whom: ["4"] };
  const reply = await actor.fills({ picked, text: { change: wish(at) } }, direct);
  expect(reply).toContain("Thank you, you have answered.");
  await office.settle();
}

/** Whoever doesn't answer was here too, and looked at something else. */
async function looks(office: Office, actor: Actor): Promise<void> {
  office.itIs(plus(office.now(), minute));
  await actor.types("/checkin mine");
}

/** What the rows say of one person, ids left out. The hour at which somebody was here last tells nothing of what they did. */
function saidOf(rows: readonly AnyRow[], person: string, { account }: Actor): string[] {
  const own = new RegExp(`${person}|"${account}"|D_${account}"`);
  return rows
    .filter(({ text }) => own.test(text))
    .map(({ table, text }) =>
      `${table} ${text}`
        .replaceAll(/"seen_at":"[^"]*"/g, "")
        .replaceAll(/[a-z]{3}_[0-9a-f]{32}/g, "id")
        .replaceAll(/U_P\d+|Person\d+|person\d+|"m\d+"/g, "them"),
    )
    .toSorted();
}

describe("a confidential round, from the command that opens it to its close", () => {
  it("leaves no row that has an answer and a person in it, or that tells who answered", {
    timeout: 60_000,
  }, async ({ office }) => {
    const people = await gather(office);
    const { lee } = office;
    await lee.types("/checkin start ward-pulse-on-lab <#C_LAB|lab>");
    await office.settle();
    await lee.presses("Start now");
    await office.settle();

    // Of each unit ten answer, some at once and some after a reminder, and two never do.
    const isSilent = (at: number) => at % 12 >= 10;
    const isLate = (at: number) => at % 12 >= 7 && !isSilent(at);
    for (const [at, actor] of people.entries()) {
      if (!isSilent(at) && !isLate(at)) await answers(office, actor, at);
    }
    await until(office, "2026-03-31T12:00:00Z");
    for (const [at, actor] of people.entries()) {
      if (isLate(at)) await answers(office, actor, at);
      else await looks(office, actor);
    }
    const open = await everyRow(office);
    const chats = office.chat.posts.map(({ card }) => textOf(card)).join("\n");
    expect(open.filter(({ table }) => table === "spool")).toHaveLength(20);
    expect(open.flatMap(({ text }) => spoken(text))).toEqual([]);
    expect(spoken(chats)).toEqual([]);

    await until(office, "2026-04-02T12:00:00Z");
    const closed = await everyRow(office);
    const ids = await Promise.all(people.map((actor) => actor.id()));

    // Every comment is told, in a row with nobody and no hour in it.
    const told = closed.filter(({ text }) => spoken(text).length > 0);
    expect(told.map(({ table }) => table)).toEqual(Array(20).fill("published"));
    const beside = /prs_|U_P|D_U|Person|m\d|20\d\d-\d\d-\d\d/;
    const rows = closed.filter(({ table }) => table === "published");
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ text }) => beside.test(text))).toEqual([]);
    // No key of a published row, and none of a sealed one, stands anywhere else.
    const keys = [...rows, ...open.filter(({ table }) => table === "spool")].map(
      ({ text }) => /"(?:answer_key|spool_key)":"([^"]+)"/.exec(text)?.[1] ?? "none",
    );
    const elsewhere = closed.filter(({ table }) => table !== "published");
    for (const key of keys) {
      expect(elsewhere.filter(({ text }) => text.includes(key))).toEqual([]);
    }
    // Whoever answered, answered late or never did is written of in the same words.
    const first = saidOf(closed, ids[0] ?? "", people[0] ?? lee);
    expect(first.length).toBeGreaterThan(3);
    for (const [at, actor] of people.entries()) {
      const unit = at < 12 ? 0 : 12;
      const same = saidOf(closed, ids[unit] ?? "", people[unit] ?? lee);
      expect(saidOf(closed, ids[at] ?? "", actor)).toEqual(same);
    }
    // Nor does the log, or what stands in anybody's messages.
    const lines: string[] = [];
    const log = createLog("trace", { write: (line: string) => void lines.push(line) });
    for (const event of office.events) logEvent(log, event);
    expect(lines.join("")).not.toMatch(/prs_|U_P\d|hands at the bench/);
    expect(new Set(people.map(({ inbox }) => inbox[0]))).toEqual(
      new Set(["This check-in is closed."]),
    );
    expect([...office.keys.held]).toEqual([]);
    expect(office.events.filter(({ kind }) => kind === "fault")).toEqual([]);
  });
});
