/**
 * Two organizations in one database, whose people have the same accounts, names and habits. Whatever happens in one, nothing of it
 * is ever shown in the other; and whoever sends the other's ids reaches nothing there.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";

import type { Json } from "../../src/chat/card.ts";
import { features } from "../../src/features.ts";
import { auditPage, deadJobs } from "../../src/operator.ts";
import { findOrganization } from "../../src/people/queries/organizations.ts";
import { everyTable } from "../../src/rights/everything.ts";
import { minute, plus } from "../../src/time/instant.ts";
import { asks as asksCheckin } from "../checkins/answeringStage.ts";
import { starts } from "../checkins/scheduleStage.ts";
import { asks as asksFeedback } from "../peers/stage.ts";
import { choosesChannel } from "../recognition/stage.ts";
import { openTestStore } from "../support/databases.ts";
import { type Actor, member, type Office, openOffice } from "../support/office.ts";
import { everyRow } from "../support/rows.ts";
import { textOf } from "../support/text.ts";
import { forge } from "./forge.ts";
import { type Statement, watched } from "./watched.ts";

const direct = { place: { kind: "direct" } } as const;

/** A word that is in every name and every text of one organization. */
type Mark = "azure" | "brick";

interface House {
  readonly office: Office;
  readonly mark: Mark;
  readonly actors: readonly Actor[];
}

async function opens(store: Office["store"], external: string, mark: Mark): Promise<House> {
  const office = await openOffice({ store, external });
  const { ana, ben, cleo, dan, lee } = office;
  const actors = [ana, ben, cleo, dan, lee];
  await office.learns(
    ...actors.map(({ account, name }) =>
      member(account, `${name} ${mark}`, {
        email: `${account.toLowerCase()}@shared.example`,
        runsWorkspace: account === "U_LEE",
      }),
    ),
  );
  await choosesChannel(office);
  await asksCheckin(office, { template: "weekly-checkin", others: 5 }, ana, ben, cleo);
  await asksFeedback(ana, [ben, cleo]);
  office.chat.gather(
    "C_LAB",
    actors.map(({ account }) => account),
  );
  await starts(office);
  await office.settle();
  return { office, mark, actors };
}

/** Things people do. Where the button isn't there they do nothing. */
const acts: readonly ((house: House, actor: Actor) => Promise<unknown>)[] = [
  ({ mark }, actor) => actor.types(`/kudos @ben for the ${mark} hours at the bench`),
  ({ mark }, actor) => actor.types(`/kudos @ana @cleo for the ${mark} handover`),
  (_, actor) => actor.types("/kudos undo"),
  ({ office }, actor) => pressesIn(office, actor, "C_KUDOS", "Me too"),
  ({ mark }, actor) => fillsAfter(actor, "Add a few words", { text: { way: `no ${mark} keys` } }),
  (_, actor) => actor.presses("🙂 Good", direct),
  ({ mark }, actor) => fillsAfter(actor, "Give feedback", { text: { keep: `${mark} patience` } }),
  async ({ mark }, actor) => {
    await actor.types("/checkin answers");
    return fillsAfter(actor, "Comment", { text: { words: `I see to the ${mark} keys` } });
  },
  async ({ mark }, actor) => {
    await actor.types("/checkin answers");
    return fillsAfter(actor, "Make it an action", {
      text: { title: `Have ${mark} keys cut` },
      picked: { owner: [await actor.id()] },
    });
  },
  async ({ mark }, actor) => {
    await actor.types("/rapport");
    return fillsAfter(actor, "About you", { text: { otherUnit: `${mark} ward` } });
  },
  async ({ mark, office }) => {
    await office.lee.types("/rapport setup");
    await office.lee.presses("More");
    return fillsAfter(office.lee, "Organization", { text: { name: `House of ${mark}` } });
  },
  async ({ mark, office }) => {
    await office.lee.types("/rapport setup");
    await office.lee.presses("More");
    return fillsAfter(office.lee, "Safety and help", { text: { contacts: `the ${mark} line` } });
  },
  async (_, actor) => {
    await actor.types("/rapport privacy");
    return actor.presses("Send me my data");
  },
];

async function fillsAfter(
  actor: Actor,
  label: string,
  filled: Parameters<Actor["fills"]>[0],
): Promise<unknown> {
  await actor.presses(label, direct);
  return actor.fills(filled, direct);
}

async function pressesIn(
  { chat }: Office,
  actor: Actor,
  channel: string,
  label: string,
): Promise<unknown> {
  const last = chat.posts.findLast((post) => post.channel === channel);
  const on = last?.card.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  return actor.presses(label, { on: on ?? [] });
}

async function does({ house, act, who }: Deed): Promise<void> {
  const actor = house.actors[who % house.actors.length];
  if (actor === undefined) return;
  try {
    await acts[act % acts.length]?.(house, actor);
  } catch (error) {
    // A button or a form that isn't there just now; what the engine itself can't do is a failure.
    if (!/^No button says|has no form open$/.test((error as Error).message)) throw error;
  }
}

interface Deed {
  readonly house: House;
  readonly act: number;
  readonly who: number;
}

/** All that somebody can ask to see, and all that was said to them or in their channels. */
async function shownIn({ office, actors, mark }: House): Promise<string[]> {
  const other = mark === "azure" ? "brick" : "azure";
  const shown: string[] = [];
  // One who leads and sets up, and one who does neither: the others see what they see.
  for (const actor of actors.filter(({ account }) => ["U_ANA", "U_LEE"].includes(account))) {
    for (const command of commands) shown.push(await actor.types(command));
    shown.push(await actor.opensHome());
    for (const name of ["", "a", "ben", other]) shown.push(await actor.searches(name));
    for (const row of readers) shown.push(await forge(office, actor, row, { value: null }));
  }
  shown.push(
    await office.store.transact(async (tx) => {
      const organization = await findOrganization(tx, office.organization);
      const work = { tx, now: office.now(), organization };
      const lines = [await auditPage(work, null, 500), await deadJobs(work, 500)];
      return JSON.stringify(lines);
    }),
  );
  return shown;
}

const commands = features
  .flatMap((feature) => feature.commands ?? [])
  .map(({ command, word }) => `/${command}${word === null ? "" : ` ${word}`}`)
  .filter((words) => words !== "/kudos undo");

/** Buttons that only show something. */
const readers = [
  ...["recognition.publicList", "schedules.list", "checkins.showAnswers", "checkins.mine"],
  ...["checkins.respond", "peers.show", "peers.asked", "peers.received", "rights.show"],
  ...["setup.settings", "setup.open", "setup.more", "setup.admins", "people.about"],
].map((name) => `action ${name}`);

/** What stands in both chats for the workspace of that office. */
const saidTo = (houses: readonly House[], { office }: House): string[] =>
  houses.flatMap(({ office: { chat } }) => [
    ...chat.posts
      .filter(({ workspace }) => workspace === office.workspaceExternal)
      .map(({ card }) => textOf(card)),
    ...chat.files
      .filter(({ workspace }) => workspace === office.workspaceExternal)
      .map(({ text }) => text),
  ]);

const rowsOf = async ({ office }: House): Promise<string[]> =>
  (await everyRow(office))
    .filter(({ text }) => text.includes(office.organization))
    .map(({ table, text }) => `${table} ${text}`)
    .toSorted();

/** Every id of an organization's rows, and every pair that a button carries. */
function valuesOf(rows: readonly string[]): Json[] {
  const ids = (kind: string): string[] => {
    const all = rows.flatMap((row) => row.match(new RegExp(`${kind}_[0-9a-f]{32}`, "g")) ?? []);
    return [...new Set(all)].slice(0, 1);
  };
  const [person = ""] = ids("prs");
  return [
    ...["rec", "rnd", "sch", "act", "per", "prs", "tel", "out"].flatMap(ids),
    ...ids("rec").map((recognition) => ({ recognition })),
    ...ids("rnd").flatMap((round) => [
      { round },
      { round, person },
      { r: round, p: person },
      { r: round, p: person, to: "tomorrow" },
      { r: round, p: person, q: "mood", v: 4 },
      { round, from: 0 },
      { round, person, reaction: "thanks" },
      { answer: { round, person } },
    ]),
    ...ids("act").map((one) => ({ action: one })),
    ...ids("per").flatMap((peer) => [{ peer }, { peer, from: 0 }]),
    ...ids("sch").map((schedule) => ({ schedule, asked: 4 })),
  ];
}

/** What takes no id at all has nothing of the other's to reach. */
const takesAnId = (row: { readonly read: z.ZodType<unknown> }): boolean =>
  !(row.read instanceof z.ZodUnknown || row.read instanceof z.ZodNull);
const rows = features.flatMap((feature) => [
  ...(feature.actions ?? []).filter(takesAnId).map((row) => `action ${row.action}`),
  ...(feature.forms ?? []).filter(takesAnId).map((row) => `form ${row.form}`),
]);

/** Found by what platforms call them, or over all organizations by whoever runs jobs. */
const shared: readonly string[] = ["organization", "workspace", "job"];

/** Statements that don't say whose rows they mean, in each select of theirs. */
const unsaid = (statements: readonly Statement[], organization: string): string[] =>
  statements.flatMap(({ sql, parameters }) => {
    const selects = selectsIn(sql);
    const own = selects.filter(({ tables }) => tables.length > 0);
    const isSaid = parameters.includes(organization) && own.every(isSaidOf);
    return own.length === 0 || isSaid ? [] : [sql];
  });

interface Select {
  readonly text: string;
  /** Of an organization's own. */
  readonly tables: readonly string[];
}

const isSaidOf = ({ text, tables }: Select): boolean =>
  (text.replace(/^\s*select.*? from /s, " from ").match(/organization_id/g)?.length ?? 0) >=
  tables.length;

/** From the innermost to the whole; one in another is no part of it. */
function selectsIn(sql: string): Select[] {
  const texts: string[] = [];
  let left = sql;
  for (;;) {
    const [group, inside = ""] = /\(([^()]*)\)/.exec(left) ?? [];
    if (group === undefined) break;
    const isSelect = /\bselect\b/.test(inside);
    if (isSelect) texts.push(inside);
    left = left.replace(group, () => (isSelect ? " " : ` ${inside} `));
  }
  return [...texts, left].map((text) => ({
    text,
    tables: [...text.matchAll(/\b(?:from|join|update|into) "?(\w+)"?/g)]
      .map(([, name = ""]) => name)
      .filter((name) => ownTables.has(name) && !shared.includes(name)),
  }));
}
const ownTables: ReadonlySet<string> = new Set(everyTable.map(([table]) => table));

async function bothOpen(
  saw: (statement: Statement) => void = () => {},
): Promise<readonly [House, House]> {
  const store = watched(await openTestStore(), saw);
  return [await opens(store, "T_AZURE", "azure"), await opens(store, "T_BRICK", "brick")];
}

describe("two organizations in one database", () => {
  test("never show anything of each other, whatever happens in them", {
    timeout: 300_000,
  }, async () => {
    const deeds = fc.array(
      fc.record({ first: fc.boolean(), act: fc.nat(acts.length - 1), who: fc.nat(4) }),
      { minLength: 12, maxLength: 16 },
    );
    let told = 0;
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const houses = await bothOpen();
        for (const { first, ...deed } of all) {
          await does({ house: houses[first ? 0 : 1], ...deed });
          for (const { office } of houses) {
            office.itIs(plus(office.now(), minute));
            await office.settle();
          }
        }
        for (const house of houses) {
          const other = house.mark === "azure" ? /brick/i : /azure/i;
          const shown = [...(await shownIn(house)), ...saidTo(houses, house)];
          told += shown.filter((text) => text.includes(house.mark)).length;
          expect(shown.filter((text) => other.test(text))).toEqual([]);
        }
        await houses[0].office.store.close();
      }),
      { numRuns: 3 },
    );
    // Were nothing shown at all, nothing of the other would be either.
    expect(told).toBeGreaterThan(100);
  });

  test("are out of each other's reach: whoever sends the other's ids sees and changes nothing there", {
    timeout: 300_000,
  }, async () => {
    const statements: Statement[] = [];
    const houses = await bothOpen((statement) => statements.push(statement));
    const [azure, brick] = houses;
    for (let act = 0; act < acts.length; act += 1) {
      await does({ house: brick, act, who: act });
      await brick.office.settle();
    }
    const before = await rowsOf(brick);
    const values = valuesOf(before);
    expect(values.length).toBeGreaterThan(12);
    expect(rows.length).toBeGreaterThan(30);
    statements.length = 0;
    for (const row of rows) {
      if (row.endsWith("rights.eraseSurely")) continue;
      for (const value of values) {
        const reply = await forge(azure.office, azure.office.lee, row, {
          value,
          text: { words: "hello there", title: "hello", why: "hello there", name: "hello" },
          picked: { owner: [String(value)], receivers: [String(value)], admins: [String(value)] },
        });
        expect(reply, `${row} ${JSON.stringify(value)}`).not.toMatch(/brick/i);
      }
    }
    expect(statements.length).toBeGreaterThan(1_000);
    expect([...new Set(unsaid(statements, azure.office.organization))]).toEqual([]);
    await azure.office.settle();

    expect(await rowsOf(brick)).toEqual(before);
    expect(saidTo(houses, azure).filter((text) => /brick/i.test(text))).toEqual([]);
    await azure.office.store.close();
  });
});
