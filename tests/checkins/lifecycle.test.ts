/** However often the server is away, dies between two steps, or runs twice: nobody is asked twice, and nobody is forgotten. */
import fc from "fast-check";
import { describe, expect } from "vitest";

import type { Prompt } from "../../src/checkins/round.ts";
import { createEngine, type Engine } from "../../src/engine.ts";
import { features } from "../../src/features.ts";
import { lease } from "../../src/jobs/job.ts";
import { openFor, type Pattern } from "../../src/people/person.ts";
import { createSealer } from "../../src/privacy/seal.ts";
import type { Store } from "../../src/store/store.ts";
import { hour, type Instant, minute, plus, readInstant } from "../../src/time/instant.ts";
import { openTestStore } from "../support/databases.ts";
import { type Actor, it, type Office, openOffice } from "../support/office.ts";
import { gatherLab, roundsOf, rowsOf, starts, until } from "./scheduleStage.ts";

const zones = ["Pacific/Auckland", "Asia/Kolkata", "America/New_York", "Pacific/Honolulu"];

/** The lab, and somebody in each of a few zones. */
async function openLab(office: Office): Promise<Actor[]> {
  const more = await Promise.all(
    zones.map((zone, at) => office.person(`U_Z${at}`, { name: `Zed ${at}`, zone })),
  );
  await gatherLab(office, ...more);
  await starts(office);
  const { ana, ben, cleo, dan } = office;
  return [ana, ben, cleo, dan, ...more];
}

interface Sent {
  readonly person: string;
  readonly rows: number;
  readonly posts: number;
}

/** For each person: how many asks and reminders are written down, and how many posts went to them. */
async function sent(office: Office, actors: readonly Actor[]): Promise<Sent[]> {
  const rows = await rowsOf(office, "prompt");
  return Promise.all(
    actors.map(async (actor) => {
      const id = await actor.id();
      const own = rows.filter((row) => row.person_id === id);
      return {
        person: actor.name,
        rows: own.filter((row) => row.asked_at !== null).length + reminded(own),
        posts: office.chat.calls.filter((call) => call === `post D_${actor.account}`).length,
      };
    }),
  );
}

const reminded = (rows: readonly { readonly reminded_at: Instant | null }[]): number =>
  rows.filter((row) => row.reminded_at !== null).length;

const doubled = (all: readonly Sent[]) => all.filter(({ rows, posts }) => posts > rows);

const thorough = process.env.THOROUGH === "1";
/** On PostgreSQL a life takes ten times as long, and goes through the same steps. */
const few = process.env.DATABASE === "postgres" ? 4 : 10;

const start = readInstant("2026-03-18T12:00:00Z");
const weeks = 4;
const fridays = ["2026-03-20T15:00", "2026-03-27T15:00", "2026-04-03T15:00", "2026-04-10T15:00"];

describe("outages of up to 30 hours", () => {
  it("let nobody be asked twice or forgotten, whenever they come", {
    timeout: 120_000,
  }, async () => {
    const outage = fc.record({
      from: fc.integer({ min: 0, max: weeks * 7 * 24 * 60 }),
      hours: fc.integer({ min: 1, max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(outage, { minLength: 1, maxLength: 8 }), async (outages) => {
        const office = await openOffice();
        const actors = await openLab(office);
        const ticks: Instant[] = [];
        const away = outages
          .map(({ from, hours }) => ({ at: plus(start, from * minute), for: hours * hour }))
          .toSorted((one, other) => (one.at < other.at ? -1 : 1));
        for (const gap of away) {
          if (gap.at > office.now()) await until(office, gap.at, ticks);
          const back = plus(gap.at, gap.for);
          if (back > office.now()) office.itIs(back);
        }
        await until(office, plus(start, weeks * 7 * 24 * hour), ticks);

        expect(doubled(await sent(office, actors))).toEqual([]);
        expect((await roundsOf(office)).map(({ at }) => at)).toEqual(fridays);
        const rows = await rowsOf(office, "prompt");
        expect(rows).toHaveLength(actors.length * fridays.length);
        // Whoever was never asked had no moment in which they could have been.
        const people = new Map((await rowsOf(office, "person")).map((row) => [row.person_id, row]));
        const forgotten = rows.filter((row) => {
          if (row.asked_at !== null || row.closes_at > office.now()) return false;
          const person = people.get(row.person_id);
          const reach = {
            zone: person?.zone ?? "Europe/Lisbon",
            pattern: (person?.pattern ?? null) as Pattern | null,
            pausedUntil: null,
          };
          return ticks.some(
            (at) => at >= row.ask_at && at < row.closes_at && openFor(reach, at) === at,
          );
        });
        expect(forgotten).toEqual([]);
        await office.store.close();
      }),
      { numRuns: thorough ? 200 : few },
    );
  });
});

describe("two servers at one database", () => {
  it("ask everybody once, though they tick at the same moments", { timeout: 60_000 }, async ({
    office,
  }) => {
    const actors = await openLab(office);
    const other = secondEngine(office);
    const end = plus(start, 16 * 24 * hour);
    for (;;) {
      const next = await office.engine.nextDue();
      if (next === undefined || next > end) break;
      if (next > office.now()) office.itIs(next);
      await Promise.all([office.engine.tick(), other.tick()]);
    }

    const all = await sent(office, actors);
    expect(doubled(all)).toEqual([]);
    expect(all.every(({ rows, posts }) => rows > 0 && posts === rows)).toBe(true);
    expect((await roundsOf(office)).map(({ at }) => at)).toEqual(fridays.slice(0, 3));
  });
});

const secondEngine = (office: Office): Engine =>
  createEngine({
    store: office.store,
    chat: office.chat,
    clock: office.now,
    report: () => {},
    features,
    sealer: createSealer([{ id: "test", secret: new Uint8Array(32) }]),
    roundKeys: office.keys,
    chance: () => 0.5,
  });

/** A server that dies at a transaction of our choice: from then on nothing of it reaches the database or the chat. */
function mortal(store: Store) {
  let left = Number.POSITIVE_INFINITY;
  let when: "before" | "after" = "before";
  let count = 0;
  const die = () => {
    throw new Error("killed");
  };
  return {
    store: {
      ...store,
      async transact(work, options) {
        count += 1;
        if (left <= 0) die();
        left -= 1;
        if (left === 0 && when === "before") die();
        const done = await store.transact(work, options);
        if (left === 0) die();
        return done;
      },
    } satisfies Store,
    isDead: () => left <= 0,
    count: () => count,
    dieAt(transaction: number, at: "before" | "after") {
      left = transaction;
      when = at;
    },
    rise() {
      left = Number.POSITIVE_INFINITY;
    },
  };
}

describe("killed between any two steps of a round", () => {
  it("goes on after a restart: nobody is asked twice, nobody is forgotten", {
    timeout: 300_000,
  }, async () => {
    const whole = await liveThrough(Number.POSITIVE_INFINITY, "before");
    const steps = Array.from({ length: whole.transactions }, (_, at) => at + 1);
    const tried = thorough ? steps : steps.filter((at) => at % Math.ceil(240 / few) === 0);
    for (const [nth, at] of tried.entries()) {
      const sides = ["before", "after"] as const;
      for (const when of thorough ? sides : [sides[nth % 2] ?? "before"]) {
        const life = await liveThrough(at, when);
        expect({ at, when, states: life.states }).toEqual({ at, when, states: whole.states });
        // Between a post and the same post again lies the kill, and nowhere else.
        const twice = life.sent.filter(({ rows, posts }) => posts > rows);
        expect(twice.filter(({ person }) => !life.inFlight.has(person))).toEqual([]);
        expect(life.sent.filter(({ rows, posts }) => posts < rows)).toEqual([]);
        expect(life.standing).toEqual(whole.standing);
      }
    }
    expect(tried.length).toBeGreaterThan(5);
  });
});

/** Two weeks of a schedule, with one death. What was posted and not yet remembered at the moment of death is in flight. */
async function liveThrough(transaction: number, when: "before" | "after") {
  const server = mortal(await openTestStore());
  const office = await openOffice({ store: server.store });
  const actors = await openLab(office);
  const inFlight = new Set<string>();
  const { post, delete: remove } = office.chat;
  const alive = () => {
    if (server.isDead()) throw new Error("killed");
  };
  office.chat.post = async (...words) => {
    alive();
    return post(...words);
  };
  office.chat.delete = async (...words) => {
    alive();
    return remove(...words);
  };
  const before = server.count();
  server.dieAt(transaction, when);
  const end = plus(start, 10 * 24 * hour);
  for (;;) {
    try {
      const next = await office.engine.nextDue();
      if (next === undefined || next > end) break;
      if (next > office.now()) office.itIs(next);
      await office.engine.tick();
    } catch (error) {
      if (!server.isDead()) throw error;
    }
    if (!server.isDead()) continue;
    server.rise();
    for (const actor of await unremembered(office, actors)) inFlight.add(actor.name);
    office.itIs(plus(office.now(), lease + minute));
  }
  const transactions = server.count() - before;
  const states = (await rowsOf(office, "prompt")).map(({ state }) => state).toSorted();
  const result = {
    transactions,
    states: states as Prompt["state"][],
    sent: await sent(office, actors),
    standing: (await rowsOf(office, "message")).length,
    inFlight,
  };
  await office.store.close();
  return result;
}

/** Those whose chat holds more prompts than the database knows of. */
async function unremembered(office: Office, actors: readonly Actor[]): Promise<Actor[]> {
  const known = await rowsOf(office, "message");
  return actors.filter(
    ({ account }) =>
      office.chat.posts.filter(({ channel }) => channel === `D_${account}`).length >
      known.filter(({ channel }) => channel === `D_${account}`).length,
  );
}
