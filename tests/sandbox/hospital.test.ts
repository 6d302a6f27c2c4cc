import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  type DemoPerson,
  installing,
  kudosChannel,
  people,
  playHistory,
} from "../../adapters/sandbox/hospital/hospital.ts";
import { type Act, days, planHistory } from "../../adapters/sandbox/hospital/plan.ts";
import { createEngine, type Engine } from "../../src/engine.ts";
import { features } from "../../src/features.ts";
import { rebuildSums } from "../../src/operator.ts";
import { listOrganizations } from "../../src/people/queries/operator.ts";
import { emptyDirectory } from "../../src/privacy/phi/directory.ts";
import { guard } from "../../src/privacy/phi/guard.ts";
import { createSealer } from "../../src/privacy/seal.ts";
import { typed } from "../../src/privacy/typed.ts";
import type { Event } from "../../src/report.ts";
import type { Store } from "../../src/store/store.ts";
import { hour, instantOf, millisecondsOf, plus, readInstant } from "../../src/time/instant.ts";
import { type StageChat, stageChat } from "../support/chat.ts";
import { openTestStore } from "../support/databases.ts";
import { keysInMemory } from "../support/keys.ts";
import { replyText } from "../support/text.ts";

/** Ten in the morning on a Tuesday in Boston: the day shift works, the night shift sleeps. */
const until = readInstant("2026-11-24T15:00:00Z");
const start = plus(until, -days * 24 * hour);
const seed = 1;

interface Played {
  readonly store: Store;
  readonly chat: StageChat;
  readonly engine: Engine;
  readonly events: readonly Event[];
  readonly written: readonly string[];
  /** Lets the hospital's clock run on, from hour to hour. */
  passes(hours: number): Promise<void>;
}

async function openHospital(store: Store, writes = (_: string): void => {}): Promise<Played> {
  const chat = stageChat();
  const lab = people.filter(({ unit }) => unit === "Core Lab").map(({ account }) => account);
  chat.gather("core-lab", lab);
  const events: Event[] = [];
  const written: string[] = [];
  let now = start;
  const engineOn = (on: Store): Engine =>
    createEngine({
      store: on,
      chat,
      clock: () => now,
      report: (event) => events.push(event),
      features,
      sealer: createSealer([{ id: "test", secret: new Uint8Array(32) }]),
      roundKeys: keysInMemory(),
      chance: () => 0.5,
    });
  const engine = engineOn(store);
  await playHistory(
    {
      store,
      engineOn,
      tell(at) {
        expect(at >= now).toBe(true);
        now = at;
      },
      writes(_, __, text) {
        writes(text);
        written.push(text);
        return `written ${written.length}`;
      },
      stands: (channel) => chat.posts.filter((post) => post.channel === channel),
      told: (account) => chat.posts.filter((post) => post.channel === `D_${account}`),
      replaces(id, card) {
        const post = chat.posts.find((one) => one.id === id);
        if (post !== undefined) post.card = card;
      },
    },
    seed,
    until,
  );
  return {
    store,
    chat,
    engine,
    events,
    written,
    async passes(hours) {
      for (let left = hours; left > 0; left -= 1) {
        now = plus(now, hour);
        await engine.tick();
      }
    },
  };
}

function wordsIn(act: Act): string[] {
  switch (act.kind) {
    case "message":
      return [act.text];
    case "weekly":
      return [act.answer.well ?? "", act.answer.way ?? ""].filter(Boolean);
    case "respond":
      return [act.said, act.did];
    default:
      return "words" in act ? [act.words] : [];
  }
}

const direct = (name: string): string => {
  const account = people.find((one) => one.name === name)?.account;
  return `D_${account}`;
};

const some = (of: (person: DemoPerson) => unknown): number => new Set(people.map(of)).size;

describe("St. Anne's", () => {
  it("is some forty people of six disciplines in six units, on three shifts in three time zones", () => {
    expect(people.length).toBeGreaterThanOrEqual(40);
    expect(some((one) => one.account)).toBe(people.length);
    expect(some((one) => one.discipline)).toBe(6);
    expect(some((one) => one.unit)).toBe(6);
    expect(some((one) => one.zone)).toBe(3);
    expect(new Set(people.map(({ pattern }) => pattern))).toEqual(
      new Set(["days", "evenings", "nights", "varies"]),
    );
    expect(people.filter(({ leads }) => leads).map(({ unit }) => unit)).toHaveLength(6);
  });

  it("has Priya Shah lead the Core Lab, and Marcus Reed work its nights", () => {
    const one = (name: string) => people.find((person) => person.name === name);

    expect(one("Priya Shah")).toMatchObject({ unit: "Core Lab", leads: true });
    expect(one("Marcus Reed")).toMatchObject({ unit: "Core Lab", pattern: "nights" });
  });

  it("plans the same twelve weeks for the same seed, and others for another", () => {
    expect(planHistory(7, start, until)).toEqual(planHistory(7, start, until));
    expect(planHistory(7, start, until)).not.toEqual(planHistory(8, start, until));
  });

  it("thanks in many words, none of them twice, and none that the guard would refuse", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: millisecondsOf(start), max: millisecondsOf(until) }),
        (anySeed, ending) => {
          const end = instantOf(ending);
          const acts = planHistory(anySeed, plus(end, -days * 24 * hour), end);
          const said = acts.flatMap((act) => (act.kind === "thanks" ? [act.words] : []));

          expect(said.length).toBeGreaterThan(150);
          expect(new Set(said).size).toBe(said.length);
          for (const act of acts) {
            const words = wordsIn(act);
            for (const text of words) {
              expect(guard(typed(text), { ...emptyDirectory, ...installing })).toMatchObject({
                kind: "cleared",
              });
            }
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it("plans for nobody to give more than five in any 24 hours", () => {
    fc.assert(
      fc.property(fc.integer(), (anySeed) => {
        const gifts = planHistory(anySeed, start, until).flatMap((act) =>
          act.kind === "thanks" ? act.to.map(() => act) : [],
        );
        for (const { by, at } of gifts) {
          const inADay = gifts.filter(
            (one) => one.by === by && one.at >= at && one.at < plus(at, 24 * hour),
          );
          expect(inADay.length).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("its twelve weeks", () => {
  let played: Played;
  beforeAll(async () => {
    played = await openHospital(await openTestStore());
  }, 60_000);
  afterAll(() => played.store.close());

  const posts = () => played.chat.texts(kudosChannel);

  it("are all as they were planned: nothing was refused, and nothing failed", async () => {
    const planned = planHistory(seed, start, until);
    const gifts = planned.filter(({ kind }) => kind === "thanks" || kind === "courier");
    const sent = played.events.filter(
      (event) => event.kind === "handled" && event.outcome === "recognition.sent",
    );

    expect(sent).toHaveLength(gifts.length);
    expect(played.events.filter(({ kind }) => kind === "fault" || kind === "job-failed")).toEqual(
      [],
    );
    expect(played.written.length).toBeGreaterThan(40);
  });

  it("stand in the kudos channel, with those who joined in", () => {
    expect(posts().filter((text) => text.includes(" thanks ")).length).toBeGreaterThan(150);
    expect(posts().filter((text) => text.includes("Me too: ")).length).toBeGreaterThan(30);
    expect(posts().some((text) => text.includes("thanks Gus (courier"))).toBe(true);
  });

  it("cross units and disciplines", async () => {
    const [bridges, crossed] = await played.store.transact(async (tx) => [
      await tx.selectFrom("bridge").selectAll().execute(),
      await tx.selectFrom("rollup").selectAll().where("board", "=", "bridge").execute(),
    ]);

    expect(bridges.length).toBeGreaterThan(15);
    expect(crossed.length).toBeGreaterThan(50);
  });

  it("leave whoever prefers private out of every post", () => {
    const shy = people.find(({ prefersPrivate }) => prefersPrivate)?.name ?? "";

    expect(played.chat.texts(direct(shy)).join()).toContain("thanked you");
    for (const text of posts()) {
      const isWeek = text.startsWith("Thanks this week");
      const named = isWeek
        ? text.slice(0, text.indexOf("To read again"))
        : text.slice(text.indexOf(" thanks "), text.indexOf("“"));
      expect(named).not.toContain(shy);
    }
  });

  it("told each week on its Monday", () => {
    const weeks = posts().filter((text) => text.startsWith("Thanks this week"));

    expect(weeks).toHaveLength(12);
    expect(weeks.at(-1)).toContain("Monday 16 November to Sunday 22 November");
    expect(weeks.at(-1)).toContain("Who was thanked");
  });

  it("left boards that are the sum of the ledger", async () => {
    const read = () =>
      played.store.transact((tx) =>
        tx
          .selectFrom("score")
          .select(["board", "bucket", "member", "points", "shown"])
          .where("points", "!=", 0)
          .orderBy("board")
          .orderBy("bucket")
          .orderBy("member")
          .execute(),
      );
    const before = await read();
    await played.store.transact(async (tx) => {
      const [organization] = await listOrganizations(tx);
      if (organization === undefined) throw new Error("No hospital");
      await rebuildSums({ tx, now: until, organization }, features);
    });

    expect(before.length).toBeGreaterThan(100);
    expect(await read()).toEqual(before);
  });

  it("have the Core Lab asked every Friday, with a summary of each in its channel", () => {
    const summaries = played.chat.texts("core-lab").filter((text) => text.includes("week to"));
    const prompts = played.chat.texts(direct("Ben Okafor"));

    expect(summaries).toHaveLength(3);
    expect(summaries.at(-1)).toMatch(
      /Core Lab, week to 13 November\. 9 of 10 answered\. Mood 4\.\d/,
    );
    expect(prompts.filter((text) => text.includes("This check-in is closed."))).toHaveLength(4);
    expect(prompts.filter((text) => text.includes("Thank you, it's in."))).toHaveLength(1);
  });

  it("have Priya read a note each Monday, with one action done and one open", async () => {
    const notes = played.chat
      .texts(direct("Priya Shah"))
      .filter((text) => text.includes("Monday note for Core Lab"));
    const actions = await played.store.transact((tx) =>
      tx.selectFrom("action").select("state").orderBy("made_at").execute(),
    );

    expect(notes.length).toBeGreaterThanOrEqual(3);
    expect(notes.join()).toContain("The label printer at the second bench jammed");
    expect(actions.map(({ state }) => state)).toEqual(["done", "open"]);
    expect(played.chat.texts(direct("Ben Okafor")).join()).toContain("What you raised is done");
  });

  it("hold a confidential round that has closed: told in groups, and what was done about it", () => {
    const [summary = "", done = "", ...more] = played.chat.texts("everyone");

    expect(summary).toContain("Speaking up");
    expect(summary).toMatch(/30–39 of 41 answered/);
    // Five people each: one answer missing, and either would be too small to tell.
    expect(summary).toMatch(/(Microbiology.*Pharmacy|Pharmacy.*Microbiology).* \| \d+–\d+ \|/);
    expect(done).toContain("You said:");
    expect(more).toEqual([]);
  });

  it("end with a confidential round that waits for Priya and for Marcus", () => {
    for (const name of ["Priya Shah", "Marcus Reed"]) {
      const waiting = played.chat
        .texts(direct(name))
        .filter((text) => text.includes("I believe my answers stay confidential."));

      expect(waiting).toHaveLength(1);
      expect(waiting[0]).toContain("Strongly agree");
      expect(waiting[0]).toContain("[Skip]");
    }
  });

  it("join no confidential answer to a person, also not in the database", async () => {
    const { everybody, sealed, named, published, spool } = await played.store.transact(
      async (tx) => ({
        everybody: await tx.selectFrom("person").select("person_id").execute(),
        sealed: await tx
          .selectFrom("prompt as p")
          .innerJoin("round as r", "r.round_id", "p.round_id")
          .select(["p.state", "p.answered_at", "p.reminded_at"])
          .where("r.template_id", "=", "speaking-up")
          .execute(),
        named: await tx.selectFrom("response").select(["question", "value"]).execute(),
        published: await tx.selectFrom("published").selectAll().execute(),
        spool: await tx.selectFrom("spool").selectAll().execute(),
      }),
    );

    expect(sealed).toHaveLength(41);
    expect(new Set(sealed.map((prompt) => JSON.stringify(prompt))).size).toBe(1);
    expect(new Set(named.map(({ question }) => question))).toEqual(
      new Set(["well", "way", "helped"]),
    );
    expect(published.length).toBeGreaterThan(100);
    const kept = JSON.stringify([published, spool]);
    for (const { person_id } of everybody) expect(kept).not.toContain(person_id);
  });

  it("let Priya set Rapport up", async () => {
    const { platform, externalId: workspace } = installing;
    const reply = await played.engine.handle({
      platform,
      workspace,
      account: "priya",
      delivery: "setup",
      place: { kind: "channel", channel: "core-lab" },
      learnt: [],
      kind: "command",
      command: "rapport",
      words: [],
    });

    expect(replyText(reply)).toContain("[Setup]");
  });

  it("end with thanks that wait until Marcus is up, and a week to be told", async () => {
    const slept = played.chat.texts(direct("Marcus Reed"));
    const weeks = posts().filter((text) => text.startsWith("Thanks this week")).length;

    await played.passes(7 * 24);

    const woken = played.chat.texts(direct("Marcus Reed"));
    expect(woken.length).toBeGreaterThan(slept.length);
    expect(woken[slept.length]).toContain("While you were off, ");
    expect(woken[slept.length]).toContain("Ben Okafor thanked you");
    expect(woken[slept.length]).toContain("Dana Ortiz thanked you");
    expect(posts().filter((text) => text.startsWith("Thanks this week"))).toHaveLength(weeks + 1);
  });
});

describe("a history that can't be played to its end", () => {
  it("leaves nothing behind", async () => {
    await using house = new AsyncDisposableStack();
    const store = await openTestStore();
    house.defer(store.close);
    let count = 0;
    const breaking = openHospital(store, () => {
      count += 1;
      if (count === 3) throw new Error("The chat broke");
    });

    await expect(breaking).rejects.toThrow("The chat broke");
    expect(await store.transact(listOrganizations)).toEqual([]);
  });
});
